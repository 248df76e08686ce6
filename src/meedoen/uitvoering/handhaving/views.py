"""Pages of signals: take one in, the steps to a decision, the letter of the invitation."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ..dossiers.acts import open_dossier
from ..dossiers.forms import VersieForm, toon_weigering
from ..dossiers.models import Persoon
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eigen_gemeenten, eis_gemeente, mag
from . import acts
from .forms import BesluitForm, GeenGevolgForm, SignaalForm, SignalenFilter, UitnodigForm, ZienswijzeForm
from .models import Signaal, Uitnodiging
from .page import ids_van, signaalpagina
from .queries import eigenaren_in, signalen_in

PER_PAGINA = 50


@mag(Recht.WERK_DOEN)
@require_GET
def signalen(request: HttpRequest) -> HttpResponse:
    """The signals of one's own municipalities, of one state or owner where chosen."""
    codes = eigen_gemeenten(aangemelde(request))
    form = SignalenFilter(request.GET, eigenaren=eigenaren_in(codes))
    gevonden = signalen_in(codes).filter(**form.gekozen()) if form.is_valid() else Signaal.objects.none()
    pagina = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    gegevens = {"form": form, "pagina": pagina, "is_gekozen": bool(form.is_valid() and form.gekozen())}
    return render(request, "handhaving/signalen.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    """Take in a signal about a resident."""
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    op = clock.vandaag()
    if request.method == "GET":
        open_dossier(persoon, door=aangemelde(request), doel="signaal opnemen")
    form = SignaalForm(request.POST or None, initial={"ontvangen_op": op})
    if request.method == "POST" and form.is_valid():
        try:
            rij = acts.meld_signaal(persoon=persoon, door=aangemelde(request), op=op, **form.cleaned_data)
        except ValidationError as fout:
            toon_weigering(form, fout)
        else:
            messages.success(request, _("Het signaal is opgenomen."))
            return redirect("signaal", rij.nummer)
    kruimels = [(_("Dossiers"), reverse("dossiers")), (str(persoon), reverse("dossier", args=[nummer]))]
    gegevens = {"form": form, "persoon": persoon, "kruimels": [*kruimels, (_("Signaal opnemen"), "")]}
    return render(request, "handhaving/nieuw.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
@require_GET
def signaal(request: HttpRequest, signaal: str) -> HttpResponse:
    """One signal: what is known, what was said, what to do. Opening it is logged."""
    rij = _signaal(request, signaal)
    open_dossier(rij.persoon, door=aangemelde(request), doel="signaal behandelen")
    return _toon(request, rij)


def _stap(sleutel: str, formulier: type[VersieForm], handeling: Callable[..., Any], gelukt: Callable[[], str]) -> Any:
    """A view for one step: it reads the form, calls the act and shows the signal again."""

    @mag(Recht.WERK_DOEN)
    def stap(request: HttpRequest, signaal: str) -> HttpResponse:
        rij = _signaal(request, signaal)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = formulier(request.POST, auto_id=ids_van(sleutel))
        if form.is_valid():
            try:
                handeling(signaal=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
            except ValidationError as fout:
                rij.refresh_from_db()
                form.weiger(fout)
            else:
                messages.success(request, gelukt())
                return redirect("signaal", rij.nummer)
        return _toon(request, rij, **{sleutel: form})

    return stap


uitnodigen = _stap("uitnodigen", UitnodigForm, acts.nodig_uit, lambda: _("De uitnodiging ligt klaar als brief."))
zienswijze = _stap("zienswijze", ZienswijzeForm, acts.leg_zienswijze_vast, lambda: _("De zienswijze is vastgelegd."))
geen_gevolg = _stap("geen_gevolg", GeenGevolgForm, acts.laat_zonder_gevolg, lambda: _("Op dit signaal volgt niets."))


@mag(Recht.WERK_DOEN)
def besluit(request: HttpRequest, signaal: str) -> HttpResponse:
    """Begin the decision, and go on there."""
    rij = _signaal(request, signaal)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = BesluitForm(request.POST, auto_id=ids_van("besluit"))
    if form.is_valid():
        try:
            procedure = acts.bereid_besluit_voor(
                signaal=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data
            )
        except ValidationError as fout:
            rij.refresh_from_db()
            form.weiger(fout)
        else:
            return redirect("procedure", procedure.nummer)
    return _toon(request, rij, besluit=form)


@mag(Recht.DOSSIERS_ZIEN)
@require_GET
def brief(request: HttpRequest, signaal: str, uitnodiging: int) -> HttpResponse:
    """The letter of an invitation as it went out."""
    rij = _signaal(request, signaal)
    gevonden = get_object_or_404(Uitnodiging, signaal=rij, pk=uitnodiging)
    open_dossier(rij.persoon, door=aangemelde(request), doel="brief lezen")
    antwoord = HttpResponse(bytes(gevonden.pdf), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="uitnodiging-{rij.nummer}-{gevonden.pk}.pdf"'
    return antwoord


def _signaal(request: HttpRequest, nummer: str) -> Signaal:
    rijen = Signaal.objects.select_related("persoon", "gemeente", "eigenaar", "procedure")
    rij = get_object_or_404(rijen, nummer=nummer)
    eis_gemeente(aangemelde(request), rij.gemeente_id)
    return rij


def _toon(request: HttpRequest, rij: Signaal, **formulieren: forms.Form) -> HttpResponse:
    """The page of a signal; a form that was refused stands in it with its errors."""
    gegevens = signaalpagina(rij, clock.vandaag(), formulieren)
    is_geweigerd = any(form.errors for form in formulieren.values())
    return render(request, "handhaving/signaal.html", gegevens, status=422 if is_geweigerd else 200)
