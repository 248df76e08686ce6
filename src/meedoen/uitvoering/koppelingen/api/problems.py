"""What went wrong, as application/problem+json (RFC 9457): one table of kinds, and which error is of which kind."""

import logging
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja.errors import ValidationError

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout
from meedoen.recht.answer import LeesFout

from ...sturing.areas import OnbekendGebied
from ...sturing.forms import VerkeerdePeildatum
from ...sturing.registry import OnbekendCijfer

VERSIE = "1.0.0"
"""Version of the API, in every answer as `API-Version`. The first number stands in the address."""
SOORT = "urn:meedoen:probleem:"
PROBLEMEN = {
    "verzoek-klopt-niet": (400, gettext_lazy("Het verzoek klopt niet")),
    "niet-aangemeld": (401, gettext_lazy("U bent niet aangemeld")),
    "geen-recht": (403, gettext_lazy("Dit mag u niet zien of doen")),
    "token-ontbreekt": (403, gettext_lazy("Het CSRF-token ontbreekt of klopt niet")),
    "niet-gevonden": (404, gettext_lazy("Niet gevonden")),
    "methode-kan-niet": (405, gettext_lazy("Deze methode kan hier niet")),
    "te-groot": (413, gettext_lazy("Het verzoek is te groot")),
    "geen-json": (415, gettext_lazy("Stuur JSON")),
    "geval-klopt-niet": (422, gettext_lazy("Het geval klopt niet")),
    "gegevens-ontbreken": (422, gettext_lazy("Er ontbreken gegevens")),
    "datum-onbekend": (422, gettext_lazy("Het recht van deze dag is niet bekend")),
    "storing": (500, gettext_lazy("Er ging bij ons iets mis")),
}
"""Every kind of problem by the end of its `type`: the status and the title. docs/api.md tells when each comes."""


class VerzoekFout(Exception):
    """The request itself is not right, in a way that `soort` of PROBLEMEN names. The text says how, in Dutch."""

    def __init__(self, soort: str, tekst: str) -> None:
        self.soort = soort
        super().__init__(tekst)


def probleem(soort: str, detail: str, **leden: Any) -> HttpResponse:
    """The answer that tells a problem. `leden` are further members, such as the list of faults."""
    status, titel = PROBLEMEN[soort]
    inhoud = {"type": SOORT + soort, "title": str(titel), "status": status, "detail": detail, **leden}
    kop = {"API-Version": VERSIE}
    return JsonResponse(inhoud, status=status, content_type="application/problem+json", headers=kop)


def als_probleem(request: HttpRequest, fout: Exception | type[Exception]) -> HttpResponse:
    """The problem that an error is. What nobody expected is logged, and told without what it says."""
    match fout:
        case GevalFout():
            detail = _("Fouten in het geval: %(aantal)s.") % {"aantal": len(fout.gebreken)}
            return probleem("geval-klopt-niet", detail, fouten=[asdict(gebrek) for gebrek in fout.gebreken])
        case GegevenOntbreekt():
            detail = _("Om te antwoorden ontbreken gegevens: %(aantal)s.") % {"aantal": len(fout.ontbreekt)}
            return probleem("gegevens-ontbreken", detail, ontbreekt=[asdict(o) for o in fout.ontbreekt])
        case DatumOnbekend():
            return probleem("datum-onbekend", str(fout))
        case RekenFout():
            return probleem("geval-klopt-niet", str(fout), fouten=[])
        case LeesFout() | VerkeerdePeildatum():
            return probleem("verzoek-klopt-niet", str(fout))
        case VerzoekFout():
            return probleem(fout.soort, str(fout))
        case ValidationError():
            velden = ", ".join(str(gebrek["loc"][-1]) for gebrek in fout.errors)
            return probleem("verzoek-klopt-niet", _("Deze waarde kan niet: %(velden)s.") % {"velden": velden})
        case OnbekendCijfer():
            return probleem("niet-gevonden", _("Het cijfer '%(sleutel)s' bestaat niet.") % {"sleutel": fout})
        case OnbekendGebied() | Http404():
            return probleem("niet-gevonden", str(fout))
        case PermissionDenied():
            return probleem("geen-recht", str(fout))
    log = logging.getLogger("django.request")
    log.error("storing", exc_info=True, extra={"request": request, "status_code": 500})
    return probleem("storing", _("Het is vastgelegd. Probeer het later opnieuw."))
