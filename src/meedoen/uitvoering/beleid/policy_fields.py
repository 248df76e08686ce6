"""The keys that a policy file may have, how each is read, and which must be there."""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ..kern.units import Eenheid
from . import reading
from .documents import DEZE_SAMENWERKING, HELE_LAND, Waarden
from .models import Beleidscijfer, Planningsstap
from .reading import Onleesbaar, Veld

PM = "PM"


def _waarden(waarde: Any) -> Waarden:
    if not isinstance(waarde, list) or not waarde:
        raise Onleesbaar(_('een lijst van getallen of "PM", een per periode'))
    return tuple(None if deel == PM else reading.getal(deel) for deel in waarde)


def _bereik(waarde: Any) -> tuple[Decimal, Decimal]:
    if not isinstance(waarde, list) or len(waarde) != 2:
        raise Onleesbaar(_("twee getallen, het laagste en het hoogste, zoals [10, 15]"))
    laag, hoog = (reading.getal(deel) for deel in waarde)
    if laag > hoog:
        raise Onleesbaar(_("eerst het laagste en dan het hoogste getal"))
    return laag, hoog


def _gebied(waarde: Any) -> str:
    if waarde in (HELE_LAND, DEZE_SAMENWERKING):
        return str(waarde)
    if isinstance(waarde, str) and re.fullmatch(r"GM[0-9]{4}", waarde):
        return waarde
    raise Onleesbaar(_("'land', 'samenwerking' of een gemeentecode als GM0106"))


def _gemeenten(waarde: Any) -> list[str]:
    codes = [_gebied(code) for code in waarde] if isinstance(waarde, list) else []
    if not codes or len(set(codes)) < len(codes) or any(not code.startswith("GM") for code in codes):
        raise Onleesbaar(_('een lijst van verschillende gemeentecodes, zoals ["GM0106", "GM1680"]'))
    return codes


def _perioden(waarde: Any) -> tuple[str, ...]:
    perioden = reading.teksten(waarde)
    if not perioden or len(set(perioden)) < len(perioden) or any(len(periode) > 20 for periode in perioden):
        raise Onleesbaar(_('verschillende perioden van hoogstens 20 tekens, zoals ["2015", "structureel"]'))
    return tuple(perioden)


def _woordenboek(lees: reading.Lezer, lees_sleutel: reading.Lezer = str) -> reading.Lezer:
    """A table whose keys and values are all read alike."""

    def lees_alle(waarde: Any) -> dict[str, Any]:
        if not isinstance(waarde, dict) or not waarde:
            raise Onleesbaar(_("een tabel met minstens een sleutel"))
        return {lees_sleutel(sleutel): lees(deel) for sleutel, deel in waarde.items()}

    return lees_alle


def _lijst_van_tabellen(waarde: Any) -> list[dict[str, Any]]:
    if not isinstance(waarde, list) or not all(isinstance(deel, dict) for deel in waarde):
        raise Onleesbaar(_("een of meer tabellen tussen dubbele blokhaken, zoals [[tabel]]"))
    return waarde


def _tabel(waarde: Any) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise Onleesbaar(_("een tabel tussen blokhaken, zoals [document]"))
    return waarde


_TEKST, _PLAATS = Veld(reading.tekst()), Veld(reading.tekst(200))
_LIJST = Veld(reading.teksten, verplicht=False, anders=[])
_TABELLEN = Veld(_lijst_van_tabellen, verplicht=False, anders=[])
BESTAND = {
    "document": Veld(_tabel),
    "samenwerking": Veld(_tabel, verplicht=False),
    "doelgroep": _TABELLEN,
    "stap": _TABELLEN,
    "tabel": _TABELLEN,
    "vermelding": _TABELLEN,
    "aftrekking": _TABELLEN,
}
DOCUMENT = {
    "naam": Veld(reading.tekst(200)),
    "vastgesteld": Veld(reading.datum, verplicht=False),
    "toelichting": Veld(reading.tekst(), verplicht=False, anders=""),
}
SAMENWERKING = {"sleutel": Veld(reading.sleutel), "naam": Veld(reading.tekst(80)), "gemeenten": Veld(_gemeenten)}
DOELGROEP = {
    "code": Veld(reading.sleutel),
    "naam": Veld(reading.tekst(60)),
    "omschrijving": _TEKST,
    "motto": Veld(reading.tekst(80)),
    "ambitie": _TEKST,
    "koppeling_met": _LIJST,
    "budgetten": Veld(reading.teksten),
    "instrumenten": Veld(reading.teksten),
    "gevraagde_prestaties": Veld(reading.teksten),
    "keuzes": Veld(reading.teksten),
    "plaats": _PLAATS,
}
STAP = {
    "soort": Veld(reading.keuze(*Planningsstap.Soort.values)),
    "omschrijving": Veld(reading.tekst(120)),
    "periode": Veld(reading.tekst(30)),
    "vanaf": Veld(reading.datum),
    "tot": Veld(reading.datum),
    "plaats": _PLAATS,
}
TABEL = {
    "soort": Veld(reading.sleutel),
    "aard": Veld(reading.keuze(*Beleidscijfer.Aard.values)),
    "eenheid": Veld(reading.keuze(*(eenheid.value for eenheid in Eenheid))),
    "gebied": Veld(_gebied, verplicht=False, anders=DEZE_SAMENWERKING),
    "plaats": _PLAATS,
    "perioden": Veld(_perioden),
    "peildata": Veld(_woordenboek(reading.datum), verplicht=False, anders={}),
    "rijen": Veld(_woordenboek(_waarden, reading.sleutel)),
    "sommen": Veld(_woordenboek(reading.teksten), verplicht=False, anders={}),
    "is_verdeling": Veld(reading.ja_nee, verplicht=False, anders=False),
    "is_voorlopig": Veld(reading.ja_nee, verplicht=False, anders=False),
    "is_geverifieerd": Veld(reading.ja_nee, verplicht=False, anders=True),
    "opmerking": _TABELLEN,
}
OPMERKING = {
    "rij": Veld(reading.sleutel),
    "periode": Veld(reading.tekst(20), verplicht=False, anders=""),
    "tekst": _TEKST,
}
VERMELDING = {"plaats": _PLAATS, "tekst": _TEKST, "datum": Veld(reading.datum)}
AFTREKKING = {"plaats": _PLAATS, "van": Veld(_bereik), "af": Veld(_bereik), "uitkomst": Veld(_bereik)}
