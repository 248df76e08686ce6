"""Lists of facts as lines of text, to type or to paste from a sheet: one row per line, fields with ; between them."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import sanitize_separators
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meedoen.recht.engine.facts import Feit as Declaratie
from meedoen.recht.engine.values import lees_waarde, verwacht

from .fact_values import JA, NEE

GEEN = "geen"


def uitleg_regels(lijst: Declaratie) -> list[str]:
    """What each part of a line is, in its order."""
    return [f"{veld.vraag} ({_vorm(veld)})" for veld in lijst.velden.values()]


def als_regels(lijst: Declaratie, waarde: str) -> str:
    """A recorded list (JSON text) as the lines that `lees_regels` reads."""
    rijen = json.loads(waarde)
    if not rijen:
        return GEEN
    return "\n".join("; ".join(_tekst(rij.get(naam)) for naam in lijst.velden) for rij in rijen)


def lees_regels(lijst: Declaratie, tekst: str) -> list[dict[str, Any]]:
    """The rows in the lines. ValidationError names each line and part that is wrong, and what is expected there."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    if [regel.lower() for regel in regels] == [GEEN]:
        return []
    fouten: list[str] = []
    rijen = [_rij(lijst, nummer, regel, fouten) for nummer, regel in enumerate(regels, 1)]
    if fouten:
        raise ValidationError(fouten)
    return rijen


def _rij(lijst: Declaratie, nummer: int, regel: str, fouten: list[str]) -> dict[str, Any]:
    delen = [deel.strip() for deel in (regel.split("\t") if "\t" in regel else regel.split(";"))]
    if len(delen) > len(lijst.velden):
        zin = ngettext(
            "Regel %(nummer)s heeft meer dan %(n)s deel.",
            "Regel %(nummer)s heeft meer dan %(n)s delen.",
            len(lijst.velden),
        )
        fouten.append(zin % _plaats(nummer, n=len(lijst.velden)))
        return {}
    delen += [""] * (len(lijst.velden) - len(delen))
    rij: dict[str, Any] = {}
    for (naam, veld), deel in zip(lijst.velden.items(), delen, strict=True):
        if not deel and veld.indien_niet_gesteld:
            continue
        waarde = _waarde(veld, deel)
        if lees_waarde(veld, waarde) is None:
            wat = _plaats(nummer, vraag=veld.vraag, waarde=deel, verwacht=_vorm(veld))
            fouten.append(_("Regel %(nummer)s: %(vraag)s '%(waarde)s' kan niet; schrijf %(verwacht)s.") % wat)
        rij[naam] = waarde
    return rij


def _waarde(veld: Declaratie, deel: str) -> Any:
    """A part of a line as a case states it; what cannot be read stays text and is refused."""
    if veld.soort.vorm == "ja_nee":
        return {JA: True, NEE: False}.get(deel.lower(), deel)
    if veld.soort.vorm == "datum" and deel[2:3] == "-":
        return "-".join(reversed(deel.split("-")))
    if veld.soort.vorm == "getal":
        return str(sanitize_separators(deel))
    return deel


def _vorm(veld: Declaratie) -> str:
    if veld.soort.vorm == "ja_nee":
        return _("ja of nee")
    if veld.soort.vorm == "datum":
        return _("een datum zoals 31-01-2026")
    return verwacht(veld)


def _tekst(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return JA if waarde else NEE
    return "" if waarde is None else str(waarde)


def _plaats(nummer: int, **wat: Any) -> dict[str, Any]:
    return {"nummer": nummer, **wat}
