"""Pages: offer a register, see what is wrong with it, load it."""

from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eigen_gemeenten, mag
from . import uploads
from .acts import lees_in
from .archives import pak_in
from .forms import ImportForm, te_groot
from .queries import eigen_inlezingen
from .template_workbook import maak_sjabloon

SESSIESLEUTEL = "inlezing"
MEESTE_RIJEN = 100_000
"""Rows that the screen takes: more keeps a visitor waiting, and the command line does it better."""


@csrf_exempt
@mag(Recht.IMPORTEREN)
@require_http_methods(["GET", "HEAD", "POST"])
def importeren(request: HttpRequest) -> HttpResponseBase:
    """Form to offer a file. What is far too large is refused unread; the rest is guarded against CSRF."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > uploads.GROOTSTE + 1024**2:
        messages.error(request, te_groot())
        return _formulier(request, ImportForm(), status=413)
    return _ontvang(request)


@csrf_protect
def _ontvang(request: HttpRequest) -> HttpResponse:
    gebruiker = aangemelde(request)
    if request.method != "POST":
        return _formulier(request, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _formulier(request, form, status=422)
    if oude := uploads.zoek(request.session.get(SESSIESLEUTEL), eigenaar=gebruiker):
        uploads.verwijder(oude)
    upload = uploads.bewaar(form.cleaned_data["bestand"], blad=form.cleaned_data["blad"], eigenaar=gebruiker)
    request.session[SESSIESLEUTEL] = upload.sleutel
    _lees(request, upload, alleen_controleren=True)
    return redirect("importeren-verslag")


def _formulier(request: HttpRequest, form: ImportForm, status: int = 200) -> HttpResponse:
    gebruiker = aangemelde(request)
    gegevens = {
        "form": form,
        "gemeenten": eigen_gemeenten(gebruiker),
        "inlezingen": eigen_inlezingen(gebruiker)[:10],
    }
    return render(request, "koppelingen/importeren.html", gegevens, status=status)


@mag(Recht.IMPORTEREN)
@require_GET
def importeren_verslag(request: HttpRequest) -> HttpResponse:
    """What was found in the file, or what was loaded, with the way on."""
    upload = uploads.zoek(request.session.get(SESSIESLEUTEL), eigenaar=aangemelde(request))
    verslag = uploads.lees_verslag(upload) if upload else None
    if upload is None or verslag is None:
        messages.info(request, _("Er staat geen bestand klaar. Kies een bestand."))
        return redirect("importeren")
    kruimels = [(_("Importeren"), reverse("importeren")), (upload.naam, "")]
    return render(request, "koppelingen/verslag.html", {"upload": upload, "verslag": verslag, "kruimels": kruimels})


@mag(Recht.IMPORTEREN)
@require_POST
def importeren_laden(request: HttpRequest) -> HttpResponse:
    """Load the file that was checked: whole, or only its right rows."""
    upload = _upload(request)
    if not upload.pad.is_file():
        messages.info(request, _("Dit bestand is al geladen."))
        return redirect("importeren-verslag")
    _lees(request, upload, alleen_juiste="alleen_juiste" in request.POST)
    return redirect("importeren-verslag")


@mag(Recht.IMPORTEREN)
@require_POST
def importeren_annuleren(request: HttpRequest) -> HttpResponse:
    """Drop the file that was offered, and all that came of it."""
    uploads.verwijder(_upload(request))
    del request.session[SESSIESLEUTEL]
    messages.info(request, _("Het bestand is verwijderd. Er is niets geladen."))
    return redirect("importeren")


@mag(Recht.IMPORTEREN)
@require_GET
def importeren_fouten(request: HttpRequest) -> FileResponse:
    """Every fault, as CSV."""
    verslag = uploads.lees_verslag(_upload(request))
    if verslag is None or verslag.foutenbestand is None:
        raise Http404
    return FileResponse(verslag.foutenbestand.open("rb"), as_attachment=True, filename="fouten.csv")


@mag(Recht.IMPORTEREN)
@require_GET
def importeren_geweigerd(request: HttpRequest) -> FileResponse:
    """The refused rows, in the form in which they came."""
    upload = _upload(request)
    verslag = uploads.lees_verslag(upload)
    if verslag is None or not verslag.geweigerd:
        raise Http404
    pad: Path = verslag.geweigerd[0]
    if len(verslag.geweigerd) > 1:
        pad = pak_in(verslag.geweigerd, upload.map / "geweigerd.zip")
    naam = "geweigerd" + pad.suffix if pad.stem == "geweigerd" else pad.name
    return FileResponse(pad.open("rb"), as_attachment=True, filename=naam)


@mag(Recht.IMPORTEREN)
@require_GET
def sjabloon(request: HttpRequest) -> HttpResponse:
    """The empty workbook with an explanation of every column."""
    antwoord = HttpResponse(
        maak_sjabloon(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    antwoord["Content-Disposition"] = 'attachment; filename="sjabloon.xlsx"'
    return antwoord


def _upload(request: HttpRequest) -> uploads.Upload:
    upload = uploads.zoek(request.session.get(SESSIESLEUTEL), eigenaar=aangemelde(request))
    if upload is None:
        raise Http404(_("Er staat geen bestand klaar."))
    return upload


def _lees(
    request: HttpRequest, upload: uploads.Upload, *, alleen_controleren: bool = False, alleen_juiste: bool = False
) -> None:
    verslag = lees_in(
        upload.pad,
        door=aangemelde(request),
        op=clock.vandaag(),
        naam=upload.naam,
        blad=upload.blad,
        alleen_controleren=alleen_controleren,
        alleen_juiste=alleen_juiste,
        uitvoer=upload.map,
        hoogstens_rijen=MEESTE_RIJEN,
    )
    uploads.bewaar_verslag(upload, verslag)
