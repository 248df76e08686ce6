"""Pages of a resident's rights: his copy, and his requests."""

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
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eis_gemeente, heeft_recht, mag
from .acts import beslis, maak_afschrift, meld_verbeterd, neem_verzoek_in, verbeter_feit, verleng
from .corrections import te_verbeteren, verbeteringen_van
from .forms import AfschriftForm, VerbeterdForm, VerbeterForm, VerlengForm, VerzoekbesluitForm, VerzoekForm
from .held import gegevens_van, vrije_teksten
from .models import Verzoek, Verzoekbrief
from .queries import uiterlijk_van


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def afschrift(request: HttpRequest, nummer: str) -> HttpResponse:
    """Make the copy for a resident: what is left out, then the file. It is made and given, not kept."""
    persoon = _persoon(request, nummer)
    soorten = gegevens_van(persoon)
    form = AfschriftForm(vrije_teksten(soorten), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _gemaakt, pdf = maak_afschrift(
            persoon=persoon, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data
        )
        return _bestand(pdf, f"afschrift-{persoon.nummer}.pdf")
    open_dossier(persoon, door=aangemelde(request), doel="afschrift voorbereiden")
    gegevens = {
        "form": form,
        "persoon": persoon,
        "soorten": soorten,
        "kruimels": _kruimels(persoon, _("Afschrift voor de inwoner")),
    }
    return render(request, "inwoners/afschrift.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def verzoek_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    """Take in a request of a resident about his data."""
    persoon = _persoon(request, nummer)
    op = clock.vandaag()
    form = VerzoekForm(request.POST or None, initial={"ontvangen_op": op})
    if request.method == "POST" and form.is_valid():
        try:
            rij = neem_verzoek_in(persoon=persoon, door=aangemelde(request), op=op, **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            messages.success(request, _("Het verzoek is opgenomen. De ontvangstbevestiging ligt klaar."))
            return redirect("verzoek", rij.nummer)
    gegevens = {"form": form, "persoon": persoon, "kruimels": _kruimels(persoon, _("Verzoek opnemen"))}
    return render(request, "inwoners/verzoek_nieuw.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
@require_GET
def verzoek(request: HttpRequest, verzoek: str) -> HttpResponse:
    """One request. Opening it is logged."""
    rij = _verzoek(request, verzoek)
    open_dossier(rij.persoon, door=aangemelde(request), doel="verzoek behandelen")
    return _toon(request, rij)


@mag(Recht.WERK_DOEN)
def verzoek_verlengen(request: HttpRequest, verzoek: str) -> HttpResponse:
    """Take two months longer, and tell the resident."""
    gelukt = _("De termijn is verlengd. De brief ligt klaar: verstuur hem vandaag.")
    return _stap(request, verzoek, "verlengen", VerlengForm, verleng, gelukt)


@mag(Recht.BESLUIT_ONDERTEKENEN)
def verzoek_beslissen(request: HttpRequest, verzoek: str) -> HttpResponse:
    """Decide on a request."""
    gelukt = _("Op het verzoek is besloten. De brief ligt klaar.")
    return _stap(request, verzoek, "beslissing", VerzoekbesluitForm, beslis, gelukt)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def verzoek_verbeteren(request: HttpRequest, verzoek: str, feit: int) -> HttpResponse:
    """Correct one fact because of a request that was granted."""
    rij = _verzoek(request, verzoek)
    regel = next((r for r in te_verbeteren(rij.persoon) if r.feit.pk == feit), None)
    if regel is None or not rij.is_te_verbeteren:
        messages.warning(request, _("Dit feit is hier niet meer te verbeteren. Kijk hieronder wat er nu staat."))
        return redirect("verzoek", rij.nummer)
    form = VerbeterForm(regel, rij.versie, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            verbeter_feit(
                verzoek=rij, feit=regel.feit, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data
            )
        except ValidationError as fout:
            rij.refresh_from_db()
            form.weiger(fout)
        else:
            messages.success(request, _("Het feit is verbeterd. Wat er stond blijft bewaard."))
            return redirect("verzoek", rij.nummer)
    open_dossier(rij.persoon, door=aangemelde(request), doel="feit verbeteren op verzoek")
    kruimels = [
        *_kruimels(rij.persoon, str(rij))[:-1],
        (str(rij), reverse("verzoek", args=[rij.nummer])),
        (_("Verbeteren"), ""),
    ]
    gegevens = {"form": form, "verzoek": rij, "regel": regel, "kruimels": kruimels}
    return render(request, "inwoners/verbeteren.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
def verzoek_verbeterd(request: HttpRequest, verzoek: str) -> HttpResponse:
    """Tell the resident what was corrected."""
    gelukt = _("De brief met wat er is verbeterd ligt klaar: verstuur hem vandaag.")
    return _stap(request, verzoek, "verbeterd", VerbeterdForm, meld_verbeterd, gelukt)


@mag(Recht.DOSSIERS_ZIEN)
@require_GET
def verzoekbrief(request: HttpRequest, verzoek: str, soort: str) -> HttpResponse:
    """A letter about a request as it went out."""
    rij = _verzoek(request, verzoek)
    brief = get_object_or_404(Verzoekbrief, verzoek=rij, soort=soort)
    open_dossier(rij.persoon, door=aangemelde(request), doel="brief lezen")
    return _bestand(bytes(brief.pdf), f"{brief.soort}-{rij.nummer}.pdf")


def _stap(
    request: HttpRequest, nummer: str, sleutel: str, formulier: type[VersieForm], handeling: Any, gelukt: str
) -> HttpResponse:
    rij = _verzoek(request, nummer)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = formulier(request.POST, auto_id=f"id_{sleutel}_%s")
    if form.is_valid():
        try:
            handeling(verzoek=rij, door=aangemelde(request), op=clock.vandaag(), **form.cleaned_data)
        except ValidationError as fout:
            rij.refresh_from_db()
            form.weiger(fout)
        else:
            messages.success(request, gelukt)
            return redirect("verzoek", rij.nummer)
    return _toon(request, rij, **{sleutel: form})


def _toon(request: HttpRequest, rij: Verzoek, **geweigerd: forms.Form) -> HttpResponse:
    """The page of a request; a form that was refused stands in it with its errors."""
    versie, vandaag = {"versie": rij.versie}, clock.vandaag()
    uiterlijk = uiterlijk_van(rij)
    gegevens = {
        "verzoek": rij,
        "persoon": rij.persoon,
        "brieven": list(rij.brieven.all()),
        "uiterlijk": uiterlijk,
        "dagen": (uiterlijk - vandaag).days,
        "kan_verlengen": rij.verlengd_op is None and vandaag <= uiterlijk,
        "mag_tekenen": heeft_recht(aangemelde(request), Recht.BESLUIT_ONDERTEKENEN),
        "verlengen": VerlengForm(initial=versie, auto_id="id_verlengen_%s"),
        "beslissing": VerzoekbesluitForm(initial=versie, auto_id="id_beslissing_%s"),
        "verbeterd": VerbeterdForm(initial=versie, auto_id="id_verbeterd_%s"),
        "verbeteringen": verbeteringen_van(rij) if rij.uitkomst else [],
        "feiten": te_verbeteren(rij.persoon) if rij.is_te_verbeteren else [],
        "kruimels": _kruimels(rij.persoon, str(rij)),
        **geweigerd,
    }
    is_geweigerd = any(form.errors for form in geweigerd.values())
    return render(request, "inwoners/verzoek.html", gegevens, status=422 if is_geweigerd else 200)


def _bestand(pdf: bytes, naam: str) -> HttpResponse:
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


def _verzoek(request: HttpRequest, nummer: str) -> Verzoek:
    rijen = Verzoek.objects.select_related("persoon__gemeente", "eigenaar", "besloten_door")
    rij = get_object_or_404(rijen, nummer=nummer)
    eis_gemeente(aangemelde(request), rij.persoon.gemeente_id)
    return rij


def _persoon(request: HttpRequest, nummer: str) -> Persoon:
    persoon = get_object_or_404(Persoon.objects.select_related("gemeente"), nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    return persoon


def _kruimels(persoon: Persoon, naam: str) -> list[tuple[str, str]]:
    return [(_("Dossiers"), reverse("dossiers")), (str(persoon), reverse("dossier", args=[persoon.nummer])), (naam, "")]
