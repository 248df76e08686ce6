"""Pages of a measure that runs: a request to end it, its review, and the lid of one that came in by an import."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..besluiten.measure import volgende_maand
from ..besluiten.models import Besluit
from ..besluiten.sanction_acts import noteer_artikellid
from ..dossiers.acts import open_dossier
from ..dossiers.forms import toon_weigering
from ..dossiers.models import Persoon
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eis_gemeente, mag
from . import measure_acts
from .forms import ArtikellidForm, HeroverweegForm, InkeerForm
from .queries import betaling


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def inkeer(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """The resident asks to end his measure (Participatiewet 18 lid 11); then on to the decision on it."""
    rij, op = _maatregel(request, nummer, besluit), clock.vandaag()
    begin = {"gevraagd_op": op, "ingangsdatum": volgende_maand(op)}
    return _formulier(
        request,
        rij,
        InkeerForm(request.POST or None, initial=begin),
        titel=_("Verzoek om de maatregel te stoppen"),
        knop=_("Begin het besluit op het verzoek"),
        doe=lambda velden: measure_acts.vraag_inkeer(besluit=rij, door=aangemelde(request), op=op, **velden),
        naar=lambda procedure: reverse("procedure", args=[procedure.nummer]),
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def heroverweging(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """The college reviews a measure of lid 2 (Participatiewet 18 lid 3)."""
    rij = _maatregel(request, nummer, besluit)
    return _formulier(
        request,
        rij,
        HeroverweegForm(request.POST or None),
        titel=_("Maatregel heroverwegen"),
        knop=_("Leg de heroverweging vast"),
        doe=lambda velden: measure_acts.heroverweeg(
            besluit=rij, door=aangemelde(request), op=clock.vandaag(), **velden
        ),
        naar=lambda _rij: f"{reverse('dossier', args=[nummer])}#handhaving",
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def artikellid(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """On which lid of article 18 an imported measure rests."""
    rij = _maatregel(request, nummer, besluit)
    return _formulier(
        request,
        rij,
        ArtikellidForm(request.POST or None),
        titel=_("Lid van een eerdere maatregel"),
        knop=_("Leg het lid vast"),
        doe=lambda velden: noteer_artikellid(besluit=rij, door=aangemelde(request), op=clock.vandaag(), **velden),
        naar=lambda _rij: f"{reverse('dossier', args=[nummer])}#handhaving",
    )


def _formulier(
    request: HttpRequest,
    besluit: Besluit,
    form: forms.Form,
    *,
    titel: str,
    knop: str,
    doe: Callable[[dict[str, Any]], Any],
    naar: Callable[[Any], str],
) -> HttpResponse:
    """One form about one measure: show it, do it, or say why not."""
    if request.method == "GET":
        open_dossier(besluit.persoon, door=aangemelde(request), doel="maatregel bekijken")
    if request.method == "POST" and form.is_valid():
        try:
            gedaan = doe(form.cleaned_data)
        except ValidationError as fout:
            toon_weigering(form, fout)
        else:
            messages.success(request, _("Vastgelegd."))
            return redirect(naar(gedaan))
    persoon = besluit.persoon
    gegevens = {
        "form": form,
        "titel": titel,
        "knop": knop,
        "besluit": besluit,
        "verloop": betaling(besluit) if besluit.procedure else None,
        "kruimels": [
            (_("Dossiers"), reverse("dossiers")),
            (str(persoon), reverse("dossier", args=[persoon.nummer])),
            (titel, ""),
        ],
    }
    return render(request, "handhaving/maatregel.html", gegevens, status=422 if form.errors else 200)


def _maatregel(request: HttpRequest, nummer: str, besluit: str) -> Besluit:
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    rijen = Besluit.objects.filter(soort=Besluit.Soort.MAATREGEL).select_related("persoon", "procedure__persoon")
    return get_object_or_404(rijen, persoon=persoon, nummer=besluit)
