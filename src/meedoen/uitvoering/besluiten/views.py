"""Pages of decisions: an application, the steps to a signature, the letter; and computing a decision again."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ..dossiers.acts import open_dossier
from ..dossiers.forms import VersieForm
from ..dossiers.models import Persoon
from ..dossiers.queries import feiten_op
from ..dossiers.questions import vragenformulier
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eis_gemeente, mag
from . import acts
from .acts import NietTeBerekenen, bewaar_berekening
from .case_facts import beantwoord
from .forms import AanvraagForm, HervatForm, HerzieForm, IntrekForm, OpschortForm, TerugForm, VoorstelForm
from .models import Besluit, Brief, Opschorting, Procedure
from .page import ids_van, procedurepagina
from .proposal import beoordeel
from .suspensions import beeindig_opschorting, schort_op


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def aanvraag(request: HttpRequest, nummer: str) -> HttpResponse:
    """Take in an application of a resident."""
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    op = clock.vandaag()
    begin = _begin_van_aanvraag(persoon, request.GET.get("soort", ""), op)
    form = AanvraagForm(request.POST or None, persoon=persoon, initial=begin)
    if request.method == "POST" and form.is_valid():
        try:
            procedure = acts.vraag_aan(persoon=persoon, door=aangemelde(request), op=op, **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            return redirect("procedure", procedure.nummer)
    kruimels = [(_("Dossiers"), reverse("dossiers")), (str(persoon), reverse("dossier", args=[nummer]))]
    gegevens = {"form": form, "persoon": persoon, "kruimels": [*kruimels, (_("Aanvraag opnemen"), "")]}
    return render(request, "besluiten/aanvraag.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def procedure(request: HttpRequest, procedure: str) -> HttpResponse:
    """One procedure: its questions (sent here), what the rules give, the proposal, the steps. Opening it is logged."""
    rij = _procedure(request, procedure)
    if request.method == "GET":
        open_dossier(rij.persoon, door=aangemelde(request), doel="besluit behandelen")
        return _toon(request, rij)
    if not rij.is_open:
        return _toon(request, rij)
    vragen = vragenformulier(beoordeel(rij, clock.vandaag()).berekening, request.POST)
    if not vragen.is_valid():
        return _toon(request, rij, vragen=vragen)
    antwoorden = vragen.antwoorden()
    beantwoord(procedure=rij, antwoorden=antwoorden, door=aangemelde(request), op=clock.vandaag())
    return redirect(f"{reverse('procedure', args=[rij.nummer])}#voorstel")


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def herziening(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """Look at a decision again from a day on."""
    gevonden = _besluit(request, nummer, besluit)
    form = HerzieForm(request.POST or None, initial={"ingangsdatum": gevonden.vanaf})
    if request.method == "POST" and form.is_valid():
        try:
            rij = acts.herzie(besluit=gevonden, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            return redirect("procedure", rij.nummer)
    gegevens = {"form": form, "besluit": gevonden, "kruimels": _kruimels(gevonden, _("Herzien"))}
    return render(request, "besluiten/herziening.html", gegevens, status=422 if form.errors else 200)


Handeling = Callable[..., Any]


def _stap(sleutel: str, formulier: type[forms.Form], handeling: Handeling, recht: Recht, gelukt: Any) -> Any:
    """A view for one step: it reads the form, calls the act and shows the procedure again."""

    @mag(recht)
    def stap(request: HttpRequest, procedure: str) -> HttpResponse:
        rij = _procedure(request, procedure)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = formulier(request.POST, auto_id=ids_van(sleutel))
        if form.is_valid():
            try:
                handeling(procedure=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
            except ValidationError as fout:
                rij.refresh_from_db()
                if isinstance(form, VersieForm):
                    form.weiger(fout)
                else:
                    form.add_error(None, fout)
            else:
                messages.success(request, gelukt())
                return redirect("procedure", rij.nummer)
        return _toon(request, rij, **{sleutel: form})

    return stap


_doen, _tekenen = Recht.WERK_DOEN, Recht.BESLUIT_ONDERTEKENEN
voorstel = _stap("voorstel", VoorstelForm, acts.stel_voor, _doen, lambda: _("Het voorstel is gemaakt."))
toets = _stap("toets", VersieForm, acts.leg_ter_toets_voor, _doen, lambda: _("Het voorstel ligt ter toets."))
terug = _stap("terug", TerugForm, acts.stuur_terug, _tekenen, lambda: _("Het voorstel is teruggestuurd."))
teken = _stap(
    "teken", VersieForm, acts.onderteken, _tekenen, lambda: _("Het besluit is ondertekend. De brief ligt klaar.")
)
intrekken = _stap("intrekken", IntrekForm, acts.trek_in, _doen, lambda: _("De procedure is ingetrokken."))
opschorten = _stap("opschorten", OpschortForm, schort_op, _doen, lambda: _("De beslistermijn staat stil."))


@mag(Recht.WERK_DOEN)
def hervatten(request: HttpRequest, procedure: str) -> HttpResponse:
    """The term to decide runs again."""
    rij = _procedure(request, procedure)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    opschorting = get_object_or_404(Opschorting, procedure=rij, tot=None)
    form = HervatForm(request.POST, auto_id=ids_van("hervatten"))
    if form.is_valid():
        try:
            beeindig_opschorting(opschorting=opschorting, tot=_dag(form), door=aangemelde(request), op=clock.vandaag())
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            messages.success(request, _("De beslistermijn loopt weer."))
            return redirect("procedure", rij.nummer)
    return _toon(request, rij, hervatten=form)


@mag(Recht.DOSSIERS_ZIEN)
@require_GET
def brief(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """The letter of a decision as it went out."""
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    gevonden = get_object_or_404(
        Brief.objects.select_related("besluit"), besluit__persoon=persoon, besluit__nummer=besluit
    )
    open_dossier(persoon, door=aangemelde(request), doel="brief lezen")
    antwoord = HttpResponse(bytes(gevonden.pdf), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="besluit-{gevonden.besluit.nummer}.pdf"'
    return antwoord


@mag(Recht.BESLUITEN_NAREKENEN)
def berekening(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """Compute a decision by the law of now and keep the answer with its receipt; back to the dossier."""
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    gevonden = get_object_or_404(Besluit.objects.select_related("persoon"), persoon=persoon, nummer=besluit)
    try:
        bewaar_berekening(door=aangemelde(request), op=clock.vandaag(), besluit=gevonden)
    except NietTeBerekenen as fout:
        messages.error(request, _("Dit besluit is niet na te rekenen. %(waarom)s") % {"waarom": str(fout)})
    else:
        messages.success(request, _("De berekening is met haar ontvangst bij het besluit bewaard."))
    return redirect(f"{reverse('dossier', args=[nummer])}#besluiten")


def _begin_van_aanvraag(persoon: Persoon, soort: str, op: datetime.date) -> dict[str, Any]:
    """What is known of an application before anybody types: today, and from the day on which the resident reported.

    A voorziening has nothing to do with that day.
    """
    gemeld = feiten_op([persoon.pk], op)[persoon.pk].get("gemeld_op")
    ingang = (
        op if gemeld is None or soort == Procedure.Soort.VOORZIENING else datetime.date.fromisoformat(gemeld.waarde)
    )
    return {"soort": soort, "aangevraagd_op": op, "ingangsdatum": ingang}


def _besluit(request: HttpRequest, nummer: str, besluit: str) -> Besluit:
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    return get_object_or_404(Besluit.objects.select_related("persoon"), persoon=persoon, nummer=besluit)


def _kruimels(besluit: Besluit, naam: str) -> list[tuple[str, str]]:
    persoon = besluit.persoon
    return [(_("Dossiers"), reverse("dossiers")), (str(persoon), reverse("dossier", args=[persoon.nummer])), (naam, "")]


def _procedure(request: HttpRequest, nummer: str) -> Procedure:
    rijen = Procedure.objects.select_related("persoon", "gemeente", "eigenaar", "opgesteld_door", "herziet")
    rij = get_object_or_404(rijen, nummer=nummer)
    eis_gemeente(aangemelde(request), rij.gemeente_id)
    return rij


def _toon(request: HttpRequest, rij: Procedure, **formulieren: forms.Form) -> HttpResponse:
    """The page of a procedure; a form that was refused stands in it with its errors."""
    gegevens = procedurepagina(rij, aangemelde(request), clock.vandaag(), formulieren)
    is_geweigerd = any(form.errors for form in formulieren.values())
    return render(request, "besluiten/procedure.html", gegevens, status=422 if is_geweigerd else 200)


def _dag(form: HervatForm) -> datetime.date:
    dag: datetime.date = form.cleaned_data["tot"]
    return dag
