"""The paths of the API. Each reads its request, makes one call and gives the answer; errors become problems."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from meedoen.recht.answer import beantwoord, lees_opgave

from ...kern.permissions import aangemelde, eigen_gemeenten, eis_gemeente
from ...sturing.areas import gebied as zoek_gebied
from ...sturing.cases import per_jaar
from ...sturing.figures import bereken
from ...sturing.forms import lees_peildatum
from ...sturing.registry import DEFINITIES, definitie
from ...sturing.targets import beleid_van, vergelijk
from .problems import VERSIE, VerzoekFout, als_probleem
from .shapes import Cijferblad, Cijferlijst, cijferblad, cijferlijst

MEESTE_BYTES = 1_000_000
MEESTE_PERSONEN = 50
"""The steps grow with the square of the persons: 200 take half a minute and 130 MB, which a website does not give."""
MEESTE_VELDEN = 200
"""No person has more fields, and no list more members; looking for what a thousand misspelt names mean takes long."""

api = NinjaAPI(title="Meedoen", version=VERSIE, openapi_url=None, docs_url=None, urls_namespace="api")
for _soort in (Exception, Http404, HttpError, ValidationError, PermissionDenied):
    api.add_exception_handler(_soort, als_probleem)


@api.post("/berekeningen", url_name="api-berekeningen", operation_id="bereken")
def berekeningen(request: HttpRequest, uitleg: bool = False) -> HttpResponse:
    """Answer one case: what `meedoen bereken` prints. Nothing of it is kept. With `uitleg` every step is told too."""
    _alleen(request, "uitleg")
    if request.content_type != "application/json":
        raise VerzoekFout("geen-json", _("Zet in de kop Content-Type: application/json."))
    if int(request.META.get("CONTENT_LENGTH") or 0) > MEESTE_BYTES:
        raise VerzoekFout("te-groot", _("Een geval is hooguit %(mb)s MB.") % {"mb": MEESTE_BYTES // 1_000_000})
    opgave = lees_opgave(request.body, bron=_("Het verzoek"), is_json=True)
    _weiger_groot(opgave)
    return HttpResponse(beantwoord(opgave, met_uitleg=uitleg), content_type="application/json")


@api.get("/cijfers", url_name="api-cijfers", operation_id="cijfers", response=Cijferlijst)
def cijfers(request: HttpRequest) -> Cijferlijst:
    """Every figure there is: what it counts, in which unit, from which source and on which legal ground."""
    _alleen(request)
    return cijferlijst(DEFINITIES.values())


@api.get("/cijfers/{sleutel}/{gebied}/{peildatum}", url_name="api-cijfer", operation_id="cijfer", response=Cijferblad)
def cijfer(request: HttpRequest, sleutel: str, gebied: str, peildatum: str) -> Cijferblad:
    """One figure of an area of the user's own municipalities on a day, beside policy. Never a person.

    `gebied` is a CBS code (GM0106), the key of a partnership (drentsche-aa) or "eigen"; `peildatum` is JJJJ-MM-DD.
    """
    _alleen(request)
    gebruiker = aangemelde(request)
    _form, op = lees_peildatum(peildatum)
    plaats = zoek_gebied(gebied, eigen_gemeenten(gebruiker))
    eis_gemeente(gebruiker, *plaats.codes)
    gevonden = vergelijk(bereken(definitie(sleutel), plaats, op), beleid_van(plaats))
    return cijferblad(gevonden, per_jaar(gevonden))


def _weiger_groot(opgave: Mapping[str, Any]) -> None:
    """Refuse a case that would keep the website busy for long."""
    personen = opgave["persoon"] if isinstance(opgave.get("persoon"), list) else []
    tabellen = [opgave, *(persoon for persoon in personen if isinstance(persoon, dict))]
    lijsten = [waarde for tabel in tabellen for waarde in tabel.values() if isinstance(waarde, list)]
    if len(personen) > MEESTE_PERSONEN or any(len(deel) > MEESTE_VELDEN for deel in (*tabellen, *lijsten)):
        tekst = _("Hier kan een geval van ten hoogste %(n)s personen; meedoen bereken rekent ook grotere uit.")
        raise VerzoekFout("te-groot", tekst % {"n": MEESTE_PERSONEN})


def _alleen(request: HttpRequest, *sleutels: str) -> None:
    """Refuse a query key that means nothing here: silence would look like an answer to it."""
    if vreemd := sorted(set(request.GET) - set(sleutels)):
        raise VerzoekFout("verzoek-klopt-niet", _("Onbekend in het adres: %(namen)s.") % {"namen": ", ".join(vreemd)})
