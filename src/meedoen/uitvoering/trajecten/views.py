"""Pages: the diagnosis of a person, and the plan of a household."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.acts import open_dossier
from ..dossiers.models import Persoon
from ..dossiers.queries import huishouden_op
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, mag
from . import acts
from .checks import doelgroepen_voor
from .forms import AfspraakForm, DiagnoseForm, DoelForm, OverdragenForm, PlanForm
from .models import Afspraak, Doel
from .pages import formulier, gezien, klein_bericht, kruimels_van_plan, persoon_van, plan_van
from .queries import collegas, diagnoses_van, lopend_plan, planbeeld


@mag(Recht.WERK_DOEN)
def diagnose(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record a diagnosis; beside the form what each group of the Kadernota is and asks."""
    persoon, door = persoon_van(request, nummer), aangemelde(request)
    open_dossier(persoon, door=door, doel="diagnose vastleggen")
    form = DiagnoseForm(request.POST or None, persoon=persoon, door=door)

    def doe(velden: dict[str, Any]) -> str:
        acts.stel_diagnose(persoon=persoon, door=door, op=clock.vandaag(), **velden)
        plan = lopend_plan(persoon)
        return reverse("plan", args=[plan.nummer]) if plan else reverse("nieuw-plan", args=[nummer])

    pagina = {
        "titel": _("Diagnose"),
        "inleiding": str(persoon),
        "knop": _("Leg de diagnose vast"),
        "kruimels": _kruimels(persoon, _("Diagnose")),
        "groepen": doelgroepen_voor(persoon.gemeente_id),
        "diagnoses": diagnoses_van(persoon),
    }
    return formulier(request, form, doe, pagina, _("De diagnose is vastgelegd."), "trajecten/diagnose.html")


@mag(Recht.WERK_DOEN)
def nieuw_plan(request: HttpRequest, nummer: str) -> HttpResponse:
    """Begin the plan of a household; where one runs already, go there."""
    persoon, door = persoon_van(request, nummer), aangemelde(request)
    if (lopend := lopend_plan(persoon)) is not None:
        return redirect("plan", lopend.nummer)
    open_dossier(persoon, door=door, doel="plan maken")
    huishouden = huishouden_op(persoon, clock.vandaag())
    per_nummer = {lid.nummer: lid for lid in huishouden.personen}
    gezin = [lid for lid in (persoon, huishouden.partner_van(persoon)) if lid]
    form = PlanForm(request.POST or None, huisgenoten=huishouden.personen, gezin=gezin)

    def doe(velden: dict[str, Any]) -> str:
        personen = [per_nummer[n] for n in velden.pop("personen")]
        plan = acts.maak_plan(personen=personen, eigenaar=door, door=door, op=clock.vandaag(), **velden)
        return reverse("plan", args=[plan.nummer])

    pagina = {
        "titel": _("Nieuw plan"),
        "inleiding": _("Eén huishouden, één plan, één regisseur. U wordt de regisseur; overdragen kan later."),
        "knop": _("Maak het plan"),
        "kruimels": _kruimels(persoon, _("Nieuw plan")),
    }
    return formulier(request, form, doe, pagina, _("Het plan is gemaakt."))


@mag(Recht.WERK_DOEN)
def plan(request: HttpRequest, nummer: str) -> HttpResponse:
    """Everything of one plan: people, goals, agreements, instruments, budgets, dates that run. Opening it is logged."""
    gevonden, op = plan_van(request, nummer), clock.vandaag()
    beeld = planbeeld(gevonden, op)
    for lid in beeld.leden:
        open_dossier(lid.persoon, door=aangemelde(request), doel="plan bekijken")
    return render(
        request,
        "trajecten/plan.html",
        {"beeld": beeld, "plan": gevonden, "op": op, "kruimels": kruimels_van_plan(gevonden)},
    )


@mag(Recht.WERK_DOEN)
def doel(request: HttpRequest, nummer: str) -> HttpResponse:
    """Add a goal."""
    gevonden = plan_van(request, nummer)

    def doe(velden: dict[str, Any]) -> str:
        acts.voeg_doel_toe(plan=gevonden, door=aangemelde(request), op=clock.vandaag(), **velden)
        return f"{reverse('plan', args=[nummer])}#doelen"

    pagina = {
        "titel": _("Nieuw doel"),
        "knop": _("Voeg het doel toe"),
        "kruimels": kruimels_van_plan(gevonden, _("Nieuw doel")),
    }
    return formulier(request, DoelForm(request.POST or None), doe, pagina, _("Het doel staat in het plan."))


@mag(Recht.WERK_DOEN)
def afspraak(request: HttpRequest, nummer: str) -> HttpResponse:
    """Make an agreement."""
    gevonden = plan_van(request, nummer)

    def doe(velden: dict[str, Any]) -> str:
        acts.spreek_af(plan=gevonden, door=aangemelde(request), op=clock.vandaag(), **velden)
        return f"{reverse('plan', args=[nummer])}#afspraken"

    titel = _("Nieuwe afspraak")
    pagina = {"titel": titel, "knop": _("Leg de afspraak vast"), "kruimels": kruimels_van_plan(gevonden, titel)}
    return formulier(request, AfspraakForm(request.POST or None), doe, pagina, _("De afspraak staat in het plan."))


@mag(Recht.WERK_DOEN)
def doel_behaald(request: HttpRequest, nummer: str, volgnummer: int) -> HttpResponse:
    """A goal is reached today."""
    gevonden = get_object_or_404(Doel.objects.select_related("plan"), plan=plan_van(request, nummer), pk=volgnummer)
    adres = f"{reverse('plan', args=[nummer])}#doelen"
    return _rond_af(request, gevonden, _("Het doel is behaald."), adres)


@mag(Recht.WERK_DOEN)
def afspraak_nagekomen(request: HttpRequest, nummer: str, volgnummer: int) -> HttpResponse:
    """An agreement is kept today."""
    rijen = Afspraak.objects.select_related("plan")
    gevonden = get_object_or_404(rijen, plan=plan_van(request, nummer), pk=volgnummer)
    adres = f"{reverse('plan', args=[nummer])}#afspraken"
    return _rond_af(request, gevonden, _("De afspraak is nagekomen."), adres)


def _rond_af(request: HttpRequest, wat: Doel | Afspraak, gelukt: str, adres: str) -> HttpResponse:
    door, op = aangemelde(request), clock.vandaag()
    return klein_bericht(
        request, lambda: acts.rond_af(wat=wat, versie=gezien(request), door=door, op=op), gelukt, adres
    )


@mag(Recht.WERK_DOEN)
def overdragen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Give the plan to another regisseur."""
    gevonden = plan_van(request, nummer)
    wie = {str(collega.pk): collega for collega in collegas([gevonden.gemeente_id]) if collega != gevonden.eigenaar}
    form = OverdragenForm(request.POST or None, collegas=wie.values(), initial={"versie": gevonden.versie})

    def doe(velden: dict[str, Any]) -> str:
        naar = wie[velden["naar"]]
        acts.draag_plan_over(
            plan=gevonden, naar=naar, versie=velden["versie"], door=aangemelde(request), op=clock.vandaag()
        )
        return reverse("plan", args=[nummer])

    titel = _("Plan overdragen")
    pagina = {"titel": titel, "knop": _("Draag het plan over"), "kruimels": kruimels_van_plan(gevonden, titel)}
    return formulier(request, form, doe, pagina, _("Het plan heeft een andere regisseur."))


@mag(Recht.WERK_DOEN)
def sluiten(request: HttpRequest, nummer: str) -> HttpResponse:
    """Close the plan."""
    gevonden, door, op = plan_van(request, nummer), aangemelde(request), clock.vandaag()
    return klein_bericht(
        request,
        lambda: acts.sluit_plan(plan=gevonden, versie=gezien(request), door=door, op=op),
        _("Het plan is gesloten."),
        reverse("plan", args=[nummer]),
    )


def _kruimels(persoon: Persoon, laatste: str) -> list[tuple[str, str]]:
    return [
        (_("Dossiers"), reverse("dossiers")),
        (str(persoon), reverse("dossier", args=[persoon.nummer])),
        (laatste, ""),
    ]
