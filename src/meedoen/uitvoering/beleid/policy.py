"""Reading a policy folder: TOML files of one partnership with its documents, groups, planning and tables. Strict.

The shape is described in docs/reference-data.md. Reading touches no database; `laad_beleid` does.
"""

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import policy_fields, reading
from .documents import Aftrekking, Beleid, Document, Tabel, Vermelding
from .reading import BestandenOnjuist, Fout, Plek, Veld

MEESTE_BYTES = 1_000_000
_GEEN: dict[str, Any] = {"sleutel": "", "naam": "", "gemeenten": []}


def lees_beleid(map_: Path, gemeentecodes: Collection[str]) -> Beleid:
    """Read all TOML files of a folder. `gemeentecodes` are the codes that exist.

    Raises BestandenOnjuist with every fault: a file that is no TOML, unknown or missing keys, wrong values, rows that
    do not fit their periods, figures given twice, unknown municipalities.
    """
    paden = sorted(map_.glob("*.toml"))
    if not paden:
        herstel = _("Geef de map met de beleidsbestanden.")
        raise BestandenOnjuist([Fout(map_.name, _("map"), "-", _("minstens een bestand .toml"), herstel)])
    fouten: list[Fout] = []
    delen = [_lees_bestand(pad, fouten) for pad in paden]
    beleid = Beleid(
        samenwerking=_een_samenwerking(map_, [deel["samenwerking"] for deel in delen if deel["samenwerking"]], fouten),
        doelgroepen=tuple(d for deel in delen for d in deel["doelgroep"]),
        stappen=tuple(d for deel in delen for d in deel["stap"]),
        tabellen=tuple(d for deel in delen for d in deel["tabel"]),
        vermeldingen=tuple(d for deel in delen for d in deel["vermelding"]),
        aftrekkingen=tuple(d for deel in delen for d in deel["aftrekking"]),
        sha256=hashlib.sha256(b"".join(pad.read_bytes() for pad in paden)).hexdigest(),
    )
    fouten += [*_dubbele_cijfers(beleid), *_onbekende_gemeenten(map_, beleid, gemeentecodes)]
    if fouten:
        raise BestandenOnjuist(fouten)
    return beleid


def _lees_toml(pad: Path, fouten: list[Fout]) -> dict[str, Any]:
    """The raw content of one file; empty with a fault when it is too large, no text or no TOML."""
    herstel = _("Controleer of dit het goede bestand is.")
    if pad.stat().st_size > MEESTE_BYTES:
        fouten.append(Fout(pad.name, _("bestand"), str(pad.stat().st_size), _("hoogstens 1.000.000 bytes"), herstel))
        return {}
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"), parse_float=Decimal)
    except UnicodeDecodeError:
        fouten.append(Fout(pad.name, _("bestand"), "-", _("tekst in UTF-8"), herstel))
    except ValueError as fout:  # TOMLDecodeError, and numbers with thousands of digits
        plek = re.search(r"line (\d+)", str(fout))
        regel = _("regel %(nummer)s") % {"nummer": plek[1]} if plek else _("laatste regel")
        fouten.append(Fout(pad.name, regel, str(fout), _("geldige TOML"), _("Verbeter deze regel.")))
    except RecursionError:
        fouten.append(Fout(pad.name, _("bestand"), "-", _("geldige TOML zonder diepe nesting"), herstel))
    return {}


def _lees_bestand(pad: Path, fouten: list[Fout]) -> dict[str, Any]:
    aantal_fouten = len(fouten)
    ruw = _lees_toml(pad, fouten)
    leeg: dict[str, Any] = {"samenwerking": None} | dict.fromkeys(
        ("doelgroep", "stap", "tabel", "vermelding", "aftrekking"), ()
    )
    if len(fouten) > aantal_fouten:
        return leeg
    top = reading.lees_velden(ruw, policy_fields.BESTAND, Plek(pad.name, ""), fouten)
    document = Document(
        bestand=pad.name,
        **{"naam": "", "vastgesteld": None, "toelichting": ""}
        | reading.lees_velden(top.get("document", {}), policy_fields.DOCUMENT, Plek(pad.name, "document"), fouten),
    )
    samenwerking = top.get("samenwerking")
    if samenwerking is not None:
        plek = Plek(pad.name, "samenwerking")
        samenwerking = _GEEN | reading.lees_velden(samenwerking, policy_fields.SAMENWERKING, plek, fouten)
    return leeg | {
        "samenwerking": samenwerking,
        "doelgroep": list(_met_bron(top, "doelgroep", policy_fields.DOELGROEP, document, fouten)),
        "stap": list(_met_bron(top, "stap", policy_fields.STAP, document, fouten)),
        "tabel": list(_tabellen(top, document, fouten)),
        "vermelding": [
            Vermelding(document, plek, **v)
            for plek, v in _heel(top, "vermelding", policy_fields.VERMELDING, document, fouten)
        ],
        "aftrekking": [
            Aftrekking(document, plek, **a)
            for plek, a in _heel(top, "aftrekking", policy_fields.AFTREKKING, document, fouten)
        ],
    }


def _heel(
    top: Mapping[str, Any],
    naam: str,
    velden: Mapping[str, Veld],
    document: Document,
    fouten: list[Fout],
    binnen: str = "",
) -> Iterator[tuple[Plek, dict[str, Any]]]:
    """The tables `[[naam]]` of a file (or of a table in it, `binnen`) that have no fault, each with its place."""
    for nummer, ruw in enumerate(top.get(naam, ()), start=1):
        plek = Plek(document.bestand, f"{binnen}{naam} {nummer}")
        aantal_fouten = len(fouten)
        gelezen = reading.lees_velden(ruw, velden, plek, fouten)
        if len(fouten) == aantal_fouten:
            yield plek, gelezen


def _met_bron(
    top: Mapping[str, Any], naam: str, velden: Mapping[str, Veld], document: Document, fouten: list[Fout]
) -> Iterator[dict[str, Any]]:
    """Doelgroepen or steps as columns: the source in place of the place; doelgroepen numbered in their order."""
    for volgorde, (plek, gelezen) in enumerate(_heel(top, naam, velden, document, fouten), start=1):
        if naam == "stap" and gelezen["tot"] <= gelezen["vanaf"]:
            herstel = _("'tot' is de eerste dag na de periode.")
            fouten.append(plek.fout("tot", gelezen["tot"], _("een dag na 'vanaf'"), herstel))
        gelezen["bron"] = document.bron(gelezen.pop("plaats"))
        yield gelezen | ({"volgorde": volgorde} if naam == "doelgroep" else {})


def _tabellen(top: Mapping[str, Any], document: Document, fouten: list[Fout]) -> Iterator[Tabel]:
    for plek, gelezen in _heel(top, "tabel", policy_fields.TABEL, document, fouten):
        ruw = {"opmerking": gelezen.pop("opmerking")}
        binnen = f"{plek.plek}, "
        opmerkingen = {
            (o["rij"], o["periode"]): o["tekst"]
            for _plek, o in _heel(ruw, "opmerking", policy_fields.OPMERKING, document, fouten, binnen)
        }
        tabel = Tabel(document, plek, **gelezen, opmerkingen=opmerkingen)
        gevonden = list(_tabel_past(tabel))
        fouten += gevonden
        if not gevonden:
            yield tabel


def _tabel_past(tabel: Tabel) -> Iterator[Fout]:
    """Rows have a value for each period; sums, dates and remarks name rows and periods that exist; PM is explained."""
    for rij, waarden in tabel.rijen.items():
        if len(waarden) != len(tabel.perioden):
            aantal = len(tabel.perioden)
            zin = ngettext("%(aantal)s waarde, een per periode", "%(aantal)s waarden, een per periode", aantal)
            verwacht = zin % {"aantal": aantal}
            yield tabel.plek.fout(f"rijen.{rij}", len(waarden), verwacht, _("Vul de rij aan of kort haar in."))
        for periode, waarde in zip(tabel.perioden, waarden, strict=False):
            if waarde is None and not {(rij, ""), (rij, periode)} & tabel.opmerkingen.keys():
                herstel = _("Zeg in [[tabel.opmerking]] waarom er geen getal is.")
                yield tabel.plek.fout(f"rijen.{rij}.{periode}", policy_fields.PM, _("een opmerking bij PM"), herstel)
    genoemd = [
        *(("peildata", periode, tabel.perioden) for periode in tabel.peildata),
        *(("sommen", rij, tabel.rijen) for som, delen in tabel.sommen.items() for rij in (som, *delen)),
        *(("opmerking", rij, tabel.rijen) for rij, _p in tabel.opmerkingen),
        *(("opmerking", periode, (*tabel.perioden, "")) for _r, periode in tabel.opmerkingen),
    ]
    for sleutel, naam, bekend in genoemd:
        if naam not in bekend:
            verwacht = _("een van: %(namen)s") % {"namen": ", ".join(bekend)}
            yield tabel.plek.fout(sleutel, naam, verwacht, _("Gebruik een rij of periode uit deze tabel."))


def _een_samenwerking(map_: Path, gevonden: list[dict[str, Any]], fouten: list[Fout]) -> dict[str, Any]:
    if len(gevonden) == 1:
        return gevonden[0]
    herstel = _("Beschrijf de samenwerking in precies een bestand van de map.")
    fouten.append(Fout(map_.name, "samenwerking", str(len(gevonden)), _("één tabel [samenwerking]"), herstel))
    return _GEEN


def _dubbele_cijfers(beleid: Beleid) -> Iterator[Fout]:
    """Figures, groups and steps that the folder gives twice."""
    namen: Counter[tuple[str, ...]] = Counter(
        (t.gebied, t.soort, rij, periode, str(t.document.vastgesteld or "-"))
        for t in beleid.tabellen
        for rij in t.rijen
        for periode in t.perioden
    )
    namen.update(("doelgroep", d["code"]) for d in beleid.doelgroepen)
    namen.update(("stap", s["omschrijving"]) for s in beleid.stappen)
    for naam, aantal in namen.items():
        if aantal > 1:
            yield Fout(
                beleid.samenwerking["sleutel"], " / ".join(naam), str(aantal), _("één keer"), _("Haal er een weg.")
            )


def _onbekende_gemeenten(map_: Path, beleid: Beleid, gemeentecodes: Collection[str]) -> Iterator[Fout]:
    gebruikt = dict.fromkeys(beleid.samenwerking["gemeenten"], (map_.name, "samenwerking.gemeenten"))
    gebruikt |= {
        t.gebied: (t.plek.bestand, f"{t.plek.plek}, gebied") for t in beleid.tabellen if t.gebied.startswith("GM")
    }
    for code, (bestand, plek) in gebruikt.items():
        if code not in gemeentecodes:
            yield Fout(bestand, plek, code, _("de CBS-code van een gemeente"), _("Verbeter de code."))
