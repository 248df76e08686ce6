"""Pages of objections: take one in, decide on it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ..dossiers.acts import open_dossier
from ..dossiers.models import Persoon
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eis_gemeente, heeft_recht, mag
from .forms import BezwaarbesluitForm, BezwaarForm, HoorzittingForm, VerdaagForm
from .models import Besluit, Bezwaar, Bezwaarbrief
from .objections import beslis_op_bezwaar, neem_bezwaar_in, nodig_uit, verdaag
from .terms import beslistermijn_bezwaar, bezwaar_tot, is_tijdig


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def bezwaar_innemen(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """Take in an objection to a decision."""
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    gevonden = get_object_or_404(Besluit.objects.select_related("persoon"), persoon=persoon, nummer=besluit)
    op = clock.vandaag()
    form = BezwaarForm(request.POST or None, initial={"ontvangen_op": op})
    if request.method == "POST" and form.is_valid():
        try:
            bezwaar = neem_bezwaar_in(besluit=gevonden, door=aangemelde(request), op=op, **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            messages.success(
                request, _("Het bezwaar is opgenomen. De ontvangstbevestiging ligt klaar: verstuur haar (Awb 6:14).")
            )
            return redirect("bezwaar", bezwaar.nummer)
    gegevens = {
        "form": form,
        "besluit": gevonden,
        "bezwaar_tot": bezwaar_tot(gevonden),
        "kruimels": _kruimels(gevonden, _("Bezwaar opnemen")),
    }
    return render(request, "besluiten/bezwaar_innemen.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
def bezwaar(request: HttpRequest, bezwaar: str) -> HttpResponse:
    """One objection. Opening it is logged."""
    rij = _bezwaar(request, bezwaar)
    open_dossier(rij.besluit.persoon, door=aangemelde(request), doel="bezwaar behandelen")
    return _toon(request, rij)


@mag(Recht.BESLUIT_ONDERTEKENEN)
def bezwaar_beslissen(request: HttpRequest, bezwaar: str) -> HttpResponse:
    """Decide on an objection."""
    rij = _bezwaar(request, bezwaar)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = BezwaarbesluitForm(request.POST, auto_id="id_beslissing_%s")
    if form.is_valid():
        try:
            beslis_op_bezwaar(bezwaar=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
        except ValidationError as fout:
            rij.refresh_from_db()
            form.weiger(fout)
        else:
            messages.success(request, _("Op het bezwaar is beslist. De brief ligt klaar."))
            return redirect("bezwaar", rij.nummer)
    return _toon(request, rij, beslissing=form)


@mag(Recht.WERK_DOEN)
def bezwaar_verdagen(request: HttpRequest, bezwaar: str) -> HttpResponse:
    """Put the decision on an objection off."""
    rij = _bezwaar(request, bezwaar)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = VerdaagForm(request.POST, auto_id="id_verdagen_%s")
    if form.is_valid():
        try:
            verdaag(bezwaar=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
        except ValidationError as fout:
            rij.refresh_from_db()
            form.weiger(fout)
        else:
            messages.success(request, _("De beslissing is verdaagd. De brief ligt klaar."))
            return redirect("bezwaar", rij.nummer)
    return _toon(request, rij, verdagen=form)


@mag(Recht.WERK_DOEN)
def bezwaar_uitnodigen(request: HttpRequest, bezwaar: str) -> HttpResponse:
    """Invite who objects to be heard."""
    rij = _bezwaar(request, bezwaar)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = HoorzittingForm(request.POST, auto_id="id_uitnodigen_%s")
    if form.is_valid():
        try:
            nodig_uit(bezwaar=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
        except ValidationError as fout:
            rij.refresh_from_db()
            form.weiger(fout)
        else:
            messages.success(request, _("De uitnodiging ligt klaar."))
            return redirect("bezwaar", rij.nummer)
    return _toon(request, rij, uitnodigen=form)


@mag(Recht.DOSSIERS_ZIEN)
@require_GET
def bezwaarbrief(request: HttpRequest, bezwaar: str, brief: int) -> HttpResponse:
    """A letter about an objection as it went out."""
    rij = _bezwaar(request, bezwaar)
    gevonden = get_object_or_404(Bezwaarbrief, bezwaar=rij, pk=brief)
    open_dossier(rij.besluit.persoon, door=aangemelde(request), doel="brief lezen")
    antwoord = HttpResponse(bytes(gevonden.pdf), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{gevonden.soort}-{rij.nummer}.pdf"'
    return antwoord


def _bezwaar(request: HttpRequest, nummer: str) -> Bezwaar:
    rijen = Bezwaar.objects.select_related(
        "besluit__persoon__gemeente", "besluit__procedure", "eigenaar", "besloten_door"
    )
    rij = get_object_or_404(rijen, nummer=nummer)
    eis_gemeente(aangemelde(request), rij.besluit.persoon.gemeente_id)
    return rij


def _toon(request: HttpRequest, rij: Bezwaar, **geweigerd: forms.Form) -> HttpResponse:
    """The page of an objection; a form that was refused stands in it with its errors."""
    versie, wie = {"versie": rij.versie}, aangemelde(request)
    gegevens = {
        "bezwaar": rij,
        "besluit": rij.besluit,
        "is_tijdig": is_tijdig(rij),
        "bezwaar_tot": bezwaar_tot(rij.besluit),
        "termijn": beslistermijn_bezwaar(rij, clock.vandaag()),
        "mag_tekenen": heeft_recht(wie, Recht.BESLUIT_ONDERTEKENEN),
        "beslissing": BezwaarbesluitForm(initial=versie, auto_id="id_beslissing_%s"),
        "brieven": list(rij.brieven.defer("pdf")),
        "uitnodigen": HoorzittingForm(initial=versie, auto_id="id_uitnodigen_%s"),
        "verdagen": VerdaagForm(initial=versie, auto_id="id_verdagen_%s"),
        "kruimels": _kruimels(rij.besluit, str(rij)),
        **geweigerd,
    }
    is_geweigerd = any(form.errors for form in geweigerd.values())
    return render(request, "besluiten/bezwaar.html", gegevens, status=422 if is_geweigerd else 200)


def _kruimels(besluit: Besluit, naam: str) -> list[tuple[str, str]]:
    persoon = besluit.persoon
    return [(_("Dossiers"), reverse("dossiers")), (str(persoon), reverse("dossier", args=[persoon.nummer])), (naam, "")]
