"""Pages: the list of figures, one figure opened to its definition and rows, and those rows as a file."""

import datetime
from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ..kern import clock
from ..kern.models import Gebruiker
from ..kern.permissions import Recht, aangemelde, eis_gemeente, heeft_recht, mag
from . import export, presentation
from .acts import geef_gevallen_mee, open_gevallen
from .areas import EIGEN, Gebied, OnbekendGebied, gebied
from .cases import per_jaar, stand_van_de_gegevens
from .figures import Cijfer, Meting, bereken
from .forms import VerkeerdePeildatum, buurdatums, lees_peildatum
from .registry import DEFINITIES, OnbekendCijfer, definitie
from .targets import beleid_van, vergelijk

RIJEN_PER_BLADZIJDE = 50
VORMEN: dict[str, tuple[Callable[..., bytes], str]] = {
    "csv": (export.als_csv, "text/csv; charset=utf-8"),
    "xlsx": (export.als_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def lees_gebied(sleutel: str, gebruiker: Gebruiker) -> Gebied:
    """The area in the address, if the user works for all of it. 404 for an unknown area, 403 for others."""
    try:
        gevonden = gebied(sleutel, gebruiker.gemeentecodes())
    except OnbekendGebied as fout:
        raise Http404(str(fout)) from fout
    eis_gemeente(gebruiker, *gevonden.codes)
    return gevonden


def weiger_peildatum(request: HttpRequest, fout: VerkeerdePeildatum) -> HttpResponse:
    """A page that says what is wrong with the date and offers today instead. Status 400."""
    gegevens = {"fout": str(fout), "vandaag": clock.vandaag()}
    return render(request, "sturing/peildatum_klopt_niet.html", gegevens, status=400)


def _lees_cijfer(request: HttpRequest, sleutel: str, waar: str, op: datetime.date) -> Cijfer:
    plaats = lees_gebied(waar, aangemelde(request))
    try:
        gekozen = definitie(sleutel)
    except OnbekendCijfer as fout:
        raise Http404(_("Het cijfer '%(sleutel)s' bestaat niet.") % {"sleutel": sleutel}) from fout
    return vergelijk(bereken(gekozen, plaats, op), beleid_van(plaats))


@mag(Recht.CIJFERS_ZIEN)
def cijfers(request: HttpRequest) -> HttpResponse:
    """Every figure there is, counted for the user's own municipalities, with its definition."""
    try:
        form, op = lees_peildatum(request.GET.get("peildatum"))
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    plaats = lees_gebied(request.GET.get("gebied") or EIGEN, aangemelde(request))
    gegevens = {
        "form": form,
        "peildatum": op,
        "gebied": plaats,
        "cijfers": [bereken(d, plaats, op) for d in DEFINITIES.values()],
        "kruimels": [(_("Start"), "/"), (_("Alle cijfers"), "")],
    }
    return render(request, "sturing/cijfers.html", gegevens)


@mag(Recht.CIJFERS_ZIEN)
def cijfer(request: HttpRequest, sleutel: str, gebied: str, peildatum: str) -> HttpResponse:
    """One figure: value, definition, unit, date, source, sum and the rows counted (for the council: by year)."""
    if ander := request.GET.get("peildatum"):
        return redirect("cijfer", sleutel=sleutel, gebied=gebied, peildatum=ander)
    try:
        form, op = lees_peildatum(peildatum)
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    gevonden = _lees_cijfer(request, sleutel, gebied, op)
    gebruiker = aangemelde(request)
    gegevens = {
        "cijfer": gevonden,
        "form": form,
        "vorige": buurdatums(op)[0],
        "volgende": buurdatums(op)[1],
        "splitsing": per_jaar(gevonden),
        "getal": presentation.getal(gevonden),
        "optelsom": presentation.optelsom(gevonden),
        "is_som": gevonden.definitie.meting is Meting.SOM,
        "is_gemiddelde": gevonden.definitie.meting is Meting.GEMIDDELDE,
        "toon_rijen": gevonden.definitie.meting is not Meting.AANTAL,
        "stand": stand_van_de_gegevens(gevonden.definitie),
        "mag_dossiers": heeft_recht(gebruiker, Recht.DOSSIERS_ZIEN),
        "kruimels": [(_("Start"), "/"), (_("Alle cijfers"), "/cijfers"), (gevonden.definitie.naam, "")],
    }
    if heeft_recht(gebruiker, Recht.GEVALLEN_ZIEN):
        pagina = Paginator(range(gevonden.aantal_rijen), RIJEN_PER_BLADZIJDE).get_page(request.GET.get("pagina"))
        vanaf = max(pagina.start_index() - 1, 0)
        gegevens["pagina"] = pagina
        gegevens["gevallen"] = open_gevallen(gevonden, door=gebruiker, vanaf=vanaf, tot=pagina.end_index())
    return render(request, "sturing/cijfer.html", gegevens)


@mag(Recht.GEVALLEN_ZIEN)
def cijfer_gevallen(request: HttpRequest, sleutel: str, gebied: str, peildatum: str, vorm: str) -> HttpResponse:
    """The cases behind a figure as CSV or XLSX, for who may see persons. Taking them is logged."""
    if vorm not in VORMEN:
        raise Http404(_("Kies csv of xlsx; '%(vorm)s' kan niet.") % {"vorm": vorm})
    try:
        _form, op = lees_peildatum(peildatum)
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    gevonden = _lees_cijfer(request, sleutel, gebied, op)
    alle = geef_gevallen_mee(gevonden, door=aangemelde(request), op=clock.vandaag(), vorm=vorm)
    maak, soort = VORMEN[vorm]
    naam = f"{sleutel}-{gebied}-{op.isoformat()}.{vorm}"
    return HttpResponse(
        maak(gevonden, alle), content_type=soort, headers={"Content-Disposition": f'attachment; filename="{naam}"'}
    )
