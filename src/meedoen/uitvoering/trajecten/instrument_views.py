"""Pages of instruments: use one, extend it, end it, ask the rules for its dates again."""

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.questions import vragenformulier
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, mag
from . import instrument_acts
from .forms import BeeindigForm, InzetForm, VerlengForm
from .models import Inzet
from .pages import formulier, inzet_van, klein_bericht, kruimels_van_plan, plan_van
from .queries import open_vragen
from .terms import DAG


@mag(Recht.WERK_DOEN)
def inzet(request: HttpRequest, nummer: str) -> HttpResponse:
    """Use an instrument for a goal of the plan."""
    plan = plan_van(request, nummer)
    form = InzetForm(request.POST or None, plan=plan)

    def doe(velden: dict[str, Any]) -> str:
        velden["persoon"] = plan.leden.select_related("persoon").get(persoon__nummer=velden["persoon"]).persoon
        velden["doel"] = plan.doelen.get(pk=velden["doel"])
        velden["tot"] = _dag_erna(velden["tot"])
        nieuw = instrument_acts.zet_in(plan=plan, door=aangemelde(request), op=clock.vandaag(), **velden)
        return f"{reverse('plan', args=[nummer])}#{nieuw.nummer}"

    titel = _("Instrument inzetten")
    pagina = {"titel": titel, "knop": _("Zet het instrument in"), "kruimels": kruimels_van_plan(plan, titel)}
    return formulier(request, form, doe, pagina, _("Het instrument is ingezet."))


def _dag_erna(dag: datetime.date | None) -> datetime.date | None:
    """What was typed as the last day, as the first day after it."""
    return dag + DAG if dag is not None and dag < datetime.date.max else dag


@mag(Recht.WERK_DOEN)
def verlengen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Let an instrument run on."""
    gevonden = inzet_van(request, nummer)
    form = VerlengForm(request.POST or None, initial={"versie": gevonden.versie, "perspectief": gevonden.perspectief})

    def doe(velden: dict[str, Any]) -> str:
        velden["tot"] = _dag_erna(velden["tot"])
        instrument_acts.verleng(inzet=gevonden, door=aangemelde(request), op=clock.vandaag(), **velden)
        return _adres(gevonden)

    return formulier(request, form, doe, _pagina(gevonden, _("Verlengen"), _("Verleng")), _("Het is verlengd."))


@mag(Recht.WERK_DOEN)
def beeindigen(request: HttpRequest, nummer: str) -> HttpResponse:
    """End an instrument, or say how one that ran out ended."""
    gevonden, vandaag = inzet_van(request, nummer), clock.vandaag()
    laatste = min(vandaag, gevonden.laatste_dag or vandaag)
    form = BeeindigForm(request.POST or None, initial={"versie": gevonden.versie, "tot": laatste})

    def doe(velden: dict[str, Any]) -> str:
        velden["tot"] = _dag_erna(velden["tot"])
        instrument_acts.beeindig(inzet=gevonden, door=aangemelde(request), op=vandaag, **velden)
        return _adres(gevonden)

    return formulier(request, form, doe, _pagina(gevonden, _("Beëindigen"), _("Beëindig")), _("Het is beëindigd."))


@mag(Recht.WERK_DOEN)
def termijnen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Ask the rules again for every date of the plan, and keep them for the worklist."""
    plan, door, op = plan_van(request, nummer), aangemelde(request), clock.vandaag()
    return klein_bericht(
        request,
        lambda: instrument_acts.bepaal_termijnen(plan=plan, door=door, op=op),
        _("De termijnen zijn opnieuw bepaald en staan in de werklijst."),
        f"{reverse('plan', args=[nummer])}#termijnen",
    )


@mag(Recht.WERK_DOEN)
def vragen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Answer what the dates of the plan still depend on; when nothing is open any more, back to the plan."""
    plan, door, op = plan_van(request, nummer), aangemelde(request), clock.vandaag()
    gevonden = open_vragen(plan, op)
    if gevonden is None:
        return redirect("plan", nummer)
    berekening, dag = gevonden
    form = vragenformulier(berekening, request.POST or None)

    def doe(_velden: dict[str, Any]) -> str:
        instrument_acts.beantwoord(plan=plan, antwoorden=form.antwoorden(), vanaf=dag, door=door, op=op)
        return reverse("plan-vragen", args=[nummer])

    titel = _("Vragen bij de termijnen")
    pagina = {
        "titel": titel,
        "knop": _("Leg de antwoorden vast"),
        "kruimels": kruimels_van_plan(plan, titel),
        "vragen": form,
    }
    return formulier(request, form, doe, pagina, _("De antwoorden zijn vastgelegd."), "trajecten/vragen.html")


def _adres(inzet: Inzet) -> str:
    return f"{reverse('plan', args=[inzet.plan.nummer])}#{inzet.nummer}"


def _pagina(inzet: Inzet, titel: str, knop: str) -> dict[str, Any]:
    inleiding = f"{inzet.instrument.capitalize()}, {inzet.persoon}"
    return {"titel": titel, "inleiding": inleiding, "knop": knop, "kruimels": kruimels_van_plan(inzet.plan, titel)}
