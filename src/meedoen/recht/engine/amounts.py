"""Dated amounts of law: one TOML file beside each rule file, one line per amount and date, each with its source."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from meedoen.recht.engine.errors import DatumOnbekend, RechtFout, Taalgebrek, bedoelt_u
from meedoen.recht.engine.units import EENHEDEN, Soort, Waarde

GETAL = re.compile(r"-?\d+(\.\d+)?")
SLEUTELS = {"artikel", "eenheid", "omschrijving", "waarden", "tot"}
LANGSTE_GETAL = 30
NIET_GEVERIFIEERD = "niet geverifieerd"
"""What stands for a source that was not found. A value with it says `geverifieerd = false` too, and why."""
WAARDE_SLEUTELS = {"vanaf", "tot", "waarde", "bron", "geen", "geverifieerd", "waarom"}


@dataclass(frozen=True)
class Bedragwaarde:
    """What an amount is from `vanaf` (inclusive) to `tot` (exclusive); `waarde` None: the law has no such amount."""

    vanaf: date
    tot: date
    waarde: Waarde | None
    bron: str
    is_geverifieerd: bool
    waarom: str


@dataclass(frozen=True)
class Bedrag:
    """An amount of law through time. Values are as a rule reads them: 40 procent is Fraction(2, 5)."""

    naam: str
    artikel: str
    eenheid: str
    soort: Soort
    omschrijving: str
    waarden: tuple[Bedragwaarde, ...]
    bestand: str

    def op(self, dag: date) -> Bedragwaarde:
        """The value on that day; DatumOnbekend where there is none."""
        plaats = bisect_right(self.waarden, dag, key=lambda waarde: waarde.vanaf) - 1
        if plaats >= 0 and dag < self.waarden[plaats].tot and self.waarden[plaats].waarde is not None:
            return self.waarden[plaats]
        raise DatumOnbekend(
            f"Het bedrag {self.naam} ({self.artikel}) is niet bekend op {dag}; bekend is {self.bekend()}."
        )

    def bekend(self) -> str:
        """The periods in which the amount exists, in Dutch."""
        delen: list[list[date]] = []
        for waarde in self.waarden:
            if waarde.waarde is None:
                continue
            if delen and delen[-1][1] == waarde.vanaf:
                delen[-1][1] = waarde.tot
            else:
                delen.append([waarde.vanaf, waarde.tot])
        return " en ".join(f"van {vanaf} tot {tot}" for vanaf, tot in delen) or "geen enkele datum"


def regelnummer(tekst: str, naam: str, zoek: str = "") -> int:
    """The line of the table `[naam]` in a TOML text, or of the first line in it that holds `zoek`."""
    in_tabel, kop = False, 1
    for nummer, regel in enumerate(tekst.splitlines(), 1):
        if regel.strip().startswith("["):
            in_tabel = regel.split("#")[0].strip() == f"[{naam}]"
            kop = nummer if in_tabel else kop
        if in_tabel and zoek and zoek in regel:
            return nummer
    return kop


def lees_toml(tekst: str, bestand: str) -> dict[str, Any]:
    """The tables of a TOML text; RechtFout names file and line when it is not TOML."""
    try:
        return tomllib.loads(tekst, parse_float=_geen_float)
    except (ValueError, RecursionError) as fout:
        nummer = re.search(r"line (\d+)", str(fout))
        mend = "mend this line, or the end of the one before it; texts and decimals stand between quotes"
        gebrek = Taalgebrek(bestand, int(nummer[1]) if nummer else 1, "TOML", f"this is not TOML: {fout}", mend)
        raise RechtFout([gebrek]) from None


def zegt_niet_geverifieerd(tekst: object) -> bool:
    """Whether a source or an article is the mark of what was not verified."""
    return str(tekst).strip().lower().startswith(NIET_GEVERIFIEERD)


def _geen_float(tekst: str) -> str:
    return f"float {tekst}"


def lees_bedragen(tekst: str, bestand: str, bekend_tot: date) -> tuple[dict[str, Bedrag], list[Taalgebrek]]:
    """All amounts of one file, and every fault in it. One runs until its `tot`, else as long as the law is known."""
    bedragen: dict[str, Bedrag] = {}
    gebreken: list[Taalgebrek] = []
    for naam, tabel in lees_toml(tekst, bestand).items():
        fouten = list(_gebreken(naam, tabel, bekend_tot))
        gebreken += [Taalgebrek(bestand, regelnummer(tekst, naam, zoek), naam, wat, mend) for zoek, wat, mend in fouten]
        if not fouten:
            bedragen[naam] = _bedrag(naam, tabel, bestand, bekend_tot)
    return bedragen, gebreken


def _bedrag(naam: str, tabel: Mapping[str, Any], bestand: str, bekend_tot: date) -> Bedrag:
    soort, factor = EENHEDEN[tabel["eenheid"]]
    regels = tabel["waarden"]
    einden = [regel["vanaf"] for regel in regels[1:]] + [tabel.get("tot", bekend_tot)]
    waarden = tuple(
        Bedragwaarde(
            regel["vanaf"],
            regel.get("tot", einde),
            None if regel.get("geen") else _waarde(regel["waarde"], soort, factor),
            str(regel.get("bron", "")),
            regel.get("geverifieerd", True),
            str(regel.get("waarom", "")),
        )
        for regel, einde in zip(regels, einden, strict=True)
    )
    return Bedrag(naam, tabel["artikel"], tabel["eenheid"], soort, tabel.get("omschrijving", ""), waarden, bestand)


def _waarde(ruw: Any, soort: Soort, factor: Fraction) -> Waarde:
    if soort.vorm == "getal":
        getal = Fraction(ruw) * factor
        return int(getal) if soort.is_heel else getal
    return ruw  # type: ignore[no-any-return]


Fouten = Iterator[tuple[str, str, str]]
"""Faults as (text to find the line by, what is wrong, how to mend it)."""


def _gebreken(naam: str, tabel: Any, bekend_tot: date) -> Fouten:
    if not isinstance(tabel, dict):
        yield "", "an amount is a table", f"write [{naam}] on a line of its own"
        return
    for sleutel in sorted(set(tabel) - SLEUTELS):
        yield sleutel, f"unknown key {sleutel!r}", f"use {bedoelt_u(sleutel, SLEUTELS) or ', '.join(sorted(SLEUTELS))}"
    if not tabel.get("artikel"):
        yield "", "no artikel", 'add artikel = "..."'
    if tabel.get("eenheid") not in EENHEDEN or tabel["eenheid"] == "keuze":
        yield "eenheid", f"unknown unit {tabel.get('eenheid')!r}", "use one of: " + ", ".join(EENHEDEN)
        return
    regels = tabel.get("waarden")
    if not isinstance(regels, list) or not regels or not all(isinstance(regel, dict) for regel in regels):
        yield "waarden", "no values", 'add waarden = [{ vanaf = 2015-01-01, waarde = "...", bron = "..." }]'
        return
    einde = tabel.get("tot", bekend_tot)
    for regel in regels:
        yield from _gebreken_in_waarde(regel, EENHEDEN[tabel["eenheid"]][0])
    if all(type(regel.get("vanaf")) is date and type(regel.get("tot", einde)) is date for regel in regels):
        yield from _gebreken_in_volgorde(regels, einde)


def _gebreken_in_waarde(regel: Mapping[str, Any], soort: Soort) -> Fouten:
    plaats = f"{regel.get('vanaf', '')}"
    for sleutel in sorted(set(regel) - WAARDE_SLEUTELS):
        yield (
            plaats,
            f"unknown key {sleutel!r}",
            f"use {bedoelt_u(sleutel, WAARDE_SLEUTELS) or sorted(WAARDE_SLEUTELS)}",
        )
    if type(regel.get("vanaf")) is not date or type(regel.get("tot", date.min)) is not date:
        yield plaats, "vanaf and tot are dates", "write vanaf = 2015-01-01, without quotes"
    if regel.get("geen"):
        return
    if not regel.get("bron"):
        yield plaats, "a value without source", 'add bron = "..."'
    yield from _gebreken_in_verificatie(regel, plaats)
    waarde = regel.get("waarde")
    is_getal = isinstance(waarde, str) and len(waarde) <= LANGSTE_GETAL and GETAL.fullmatch(waarde)
    goed = {
        "datum": type(waarde) is date,
        "ja_nee": type(waarde) is bool,
        "getal": type(waarde) is int or is_getal,
    }
    if not goed[soort.vorm] or (soort.is_heel and isinstance(waarde, str) and "." in waarde):
        yield (
            plaats,
            f"{str(waarde)[:60]!r} is not an exact {soort}",
            'write numbers between quotes: waarde = "1372.62"',
        )


def _gebreken_in_verificatie(regel: Mapping[str, Any], plaats: str) -> Fouten:
    """What was not verified says so in one way, which every answer tells, and says why."""
    is_geverifieerd = regel.get("geverifieerd", True)
    if type(is_geverifieerd) is not bool:
        yield plaats, "geverifieerd is true or false", 'write geverifieerd = false, waarom = "..."'
    elif not is_geverifieerd and not regel.get("waarom"):
        yield plaats, "not verified, and not why", 'add waarom = "..."'
    elif is_geverifieerd and zegt_niet_geverifieerd(regel.get("bron")):
        yield plaats, "the source says that it is not verified", "add geverifieerd = false and waarom"
    elif is_geverifieerd and regel.get("waarom"):
        yield plaats, "says why it is not verified, and not that it is not", "add geverifieerd = false"


def _gebreken_in_volgorde(regels: list[dict[str, Any]], einde: date) -> Fouten:
    for eerder, later in pairwise(regels):
        if later["vanaf"] <= eerder["vanaf"]:
            wat = f"{later['vanaf']} comes after {eerder['vanaf']}: wrong order or double"
            yield f"{later['vanaf']}", wat, "give every date once, oldest first"
        elif eerder.get("tot", later["vanaf"]) > later["vanaf"]:
            yield (
                f"{eerder['vanaf']}",
                f"overlaps with {later['vanaf']}",
                "leave out tot: a value ends where the next begins",
            )
        elif eerder.get("tot", later["vanaf"]) < later["vanaf"]:
            wat = f"a gap between {eerder['tot']} and {later['vanaf']}"
            yield f"{eerder['vanaf']}", wat, f"state it: {{ vanaf = {eerder['tot']}, geen = true }}"
    if regels[-1].get("tot", einde) <= regels[-1]["vanaf"]:
        yield f"{regels[-1]['vanaf']}", f"ends on {einde}, before it begins", "take it out or move tot"
