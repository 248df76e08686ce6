"""Pages: take in meldingen from a file."""

import csv
import io

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from ..kern import clock
from ..kern.permissions import Recht, aangemelde, mag
from .folders import tijdelijke_map
from .forms import MeldingenForm
from .melding_file import BLAD, Aangenomen, neem_meldingen_aan


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "HEAD", "POST"])
def meldingen_inlezen(request: HttpRequest) -> HttpResponse:
    """Offer a file; what is wrong is shown row by row, and then nothing of it was taken in."""
    form = MeldingenForm(request.POST, request.FILES) if request.method == "POST" else MeldingenForm()
    uitkomst = None
    if form.is_valid():
        uitkomst = _neem_aan(request, form)
        if uitkomst.meldingen:
            _meld(request, uitkomst)
            if not uitkomst.fouten:
                return redirect(f"{reverse('meldingen')}?mijn=1")
    kruimels = [(_("Meldingen"), reverse("meldingen")), (_("Uit een bestand"), "")]
    gegevens = {"form": form, "uitkomst": uitkomst, "kolommen": BLAD.kolommen, "kruimels": kruimels}
    status = 422 if form.errors or (uitkomst and uitkomst.fouten) else 200
    return render(request, "koppelingen/meldingen.html", gegevens, status=status)


def _neem_aan(request: HttpRequest, form: MeldingenForm) -> Aangenomen:
    bestand = form.cleaned_data["bestand"]
    with tijdelijke_map() as map_:
        pad = map_ / "bestand"
        pad.write_bytes(bestand.read())
        return neem_meldingen_aan(
            pad,
            naam=bestand.name,
            alleen_juiste=form.cleaned_data["alleen_juiste"],
            door=aangemelde(request),
            op=clock.vandaag(),
        )


def _meld(request: HttpRequest, uitkomst: Aangenomen) -> None:
    aantal = len(uitkomst.meldingen)
    tekst = ngettext(
        "%(n)s melding is aangenomen. U bent de eigenaar.",
        "%(n)s meldingen zijn aangenomen. U bent de eigenaar.",
        aantal,
    )
    messages.success(request, tekst % {"n": aantal})


@mag(Recht.WERK_DOEN)
@require_GET
def meldingen_voorbeeld(request: HttpRequest) -> HttpResponse:
    """A file with the columns and one row, to fill in."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(BLAD.kolomnamen)
    schrijver.writerow([kolom.voorbeeld for kolom in BLAD.kolommen])
    antwoord = HttpResponse(tekst.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="meldingen.csv"'
    return antwoord
