"""Stated values -> values as rules read them: numbers, dates, choices, judgments and lists, each with its refusal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from meedoen.recht.engine.amounts import GETAL
from meedoen.recht.engine.errors import Gebrek, afgekapt, bedoelt_u
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.functions import EERSTE_DATUM, LAATSTE_DATUM
from meedoen.recht.engine.units import Waarde

Rij = Mapping[str, Waarde]
"""One row of a list: field -> value; a field that is not stated is not there."""
TUSSEN = f"van {EERSTE_DATUM} tot en met {LAATSTE_DATUM}"
BESTAANDE_DATUM = f"een bestaande datum {TUSSEN}"
KOMMAGETAL = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})")
"""A number with a comma before its decimals. Not with three of them: 1,000 may be a thousand."""
DAG_EERST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
MEESTE_RIJEN = 1_000
"""A longer list of one person is taken for a fault in the input."""


@dataclass(frozen=True)
class Oordeel:
    """Who answered a question that the law leaves to judgment, when, and on what grounds."""

    door: str
    op: date | None
    motivering: str

    def __str__(self) -> str:
        op = f" op {self.op}" if self.op else ""
        return f"oordeel van {self.door}{op}" + (f": {self.motivering}" if self.motivering else "")


def lees_waarde(feit: Feit, ruw: Any) -> Waarde | None:
    """A stated value as a rule reads it, or None when it is not a value of this fact; see `verwacht` for what is."""
    if feit.soort.vorm == "ja_nee":
        return ruw if isinstance(ruw, bool) else None
    if feit.soort.vorm == "datum":
        return lees_datum(ruw)
    if feit.soort.vorm == "keuze":
        return ruw if isinstance(ruw, str) and ruw in feit.soort.keuzes else None
    getal = _lees_getal(ruw)
    if getal is None or (getal * 10**feit.decimalen).denominator != 1:
        return None
    if feit.bereik and not feit.bereik[0] <= getal <= feit.bereik[1]:
        return None
    getal *= feit.factor
    return int(getal) if feit.soort.is_heel else getal


def verwacht(feit: Feit) -> str:
    """What a value of this fact looks like, in Dutch."""
    if feit.soort.vorm == "ja_nee":
        return "true of false (true is ja, false is nee)"
    if feit.soort.vorm == "datum":
        return f"{BESTAANDE_DATUM}, zoals 1990-03-31"
    if feit.soort.vorm == "keuze":
        return "een van: " + ", ".join(feit.soort.keuzes)
    grens = " van {} tot en met {}".format(*map(geschreven, feit.bereik)) if feit.bereik else ""
    decimalen = f"met ten hoogste {feit.decimalen} decimalen" if feit.decimalen else "zonder decimalen"
    return f"een getal{grens} {decimalen} ({feit.eenheid})"


def zo_geschreven(feit: Feit, ruw: Any) -> str:
    """How to write a number or a date that was written as in a letter: 12,50 or 31-12-1990; "" for anything else."""
    if not isinstance(ruw, str):
        return ""
    if feit.soort.vorm == "getal" and KOMMAGETAL.fullmatch(ruw):
        zo = ruw.replace(".", "").replace(",", ".")
        uitleg = "een punt voor de decimalen, en geen teken tussen duizendtallen"
    elif feit.soort.vorm == "datum" and (delen := DAG_EERST.fullmatch(ruw)):
        zo, uitleg = f"{delen[3]}-{delen[2]:0>2}-{delen[1]:0>2}", "jaar, maand, dag"
    else:
        return ""
    return "" if lees_waarde(feit, zo) is None else f"Schrijf {zo}: {uitleg}."


def geschreven(getal: Fraction) -> str:
    """A bound as it is written in Dutch: 33,34."""
    return f"{Decimal(getal.numerator) / Decimal(getal.denominator):f}".replace(".", ",")


def kort(ruw: Any) -> str:
    """What was stated, short enough for a message."""
    return afgekapt(repr(ruw) if isinstance(ruw, str) else str(ruw))


def lees_datum(ruw: Any) -> date | None:
    """A date, or the ISO text of one, between 1850 and 2200; None for anything else."""
    if isinstance(ruw, str) and len(ruw) == 10:
        try:
            ruw = date.fromisoformat(ruw)
        except ValueError:
            return None
    is_dag = isinstance(ruw, date) and not isinstance(ruw, datetime)
    return ruw if is_dag and EERSTE_DATUM <= ruw <= LAATSTE_DATUM else None


def _lees_getal(ruw: Any) -> Fraction | None:
    if isinstance(ruw, bool) or not isinstance(ruw, int | float | Decimal | str):
        return None
    tekst = str(ruw)
    return Fraction(tekst) if len(tekst) <= 30 and GETAL.fullmatch(tekst) else None


def lees_oordeel(persoon: str, feit: Feit, ruw: Any, gebreken: list[Gebrek]) -> tuple[Waarde, Oordeel] | None:
    """The answer to a judgment, with who gave it. Faults are added to `gebreken`."""
    vorm = f'een oordeel met antwoord en door, zoals {feit.naam} = {{ antwoord = ..., door = "naam" }}'
    if not isinstance(ruw, Mapping):
        gebreken.append(Gebrek(persoon, feit.naam, kort(ruw), vorm, "De wet laat dit aan een mens: noem wie het vond."))
        return None
    vreemd = sorted(set(ruw) - {"antwoord", "door", "op", "motivering"})
    waarde, op = lees_waarde(feit, ruw.get("antwoord")), lees_datum(ruw["op"]) if "op" in ruw else None
    door, motivering = ruw.get("door"), ruw.get("motivering", "")
    if vreemd or not isinstance(door, str) or not 0 < len(door.strip()) <= 200 or not isinstance(motivering, str):
        gebreken.append(Gebrek(persoon, feit.naam, kort(dict(ruw)), vorm))
        return None
    if waarde is None or ("op" in ruw and op is None):
        wat = verwacht(feit) if waarde is None else f"een bestaande datum bij op, {TUSSEN}"
        gebreken.append(Gebrek(persoon, feit.naam, kort(ruw.get("antwoord")), wat))
        return None
    return waarde, Oordeel(door.strip(), op, motivering)


def lees_lijst(persoon: str, feit: Feit, ruw: Any, gebreken: list[Gebrek]) -> tuple[Rij, ...]:
    """The rows of a list as rules read them. Faults are added to `gebreken`."""
    if not isinstance(ruw, list) or len(ruw) > MEESTE_RIJEN or not all(isinstance(rij, Mapping) for rij in ruw):
        wat = f"een lijst van ten hoogste {MEESTE_RIJEN} tabellen [[persoon.{feit.naam}]]"
        gebreken.append(Gebrek(persoon, feit.naam, kort(ruw), wat))
        return ()
    return tuple(_lees_rij(persoon, feit, nummer, rij, gebreken) for nummer, rij in enumerate(ruw, 1))


def _lees_rij(persoon: str, feit: Feit, nummer: int, ruw: Mapping[str, Any], gebreken: list[Gebrek]) -> Rij:
    rij: dict[str, Waarde] = {}
    for naam, waarde in ruw.items():
        plaats = f"{feit.naam}[{nummer}].{kort(naam).strip(chr(39))}"
        if naam not in feit.velden:
            nabij = bedoelt_u(str(naam), feit.velden)
            herstel = f"Bedoelt u {nabij}?" if nabij else "Haal het weg."
            gebreken.append(Gebrek(persoon, plaats, kort(waarde), f"een veld van {feit.naam}", herstel))
            continue
        gelezen = lees_waarde(feit.velden[naam], waarde)
        if gelezen is None:
            veld = feit.velden[naam]
            gebreken.append(Gebrek(persoon, plaats, kort(waarde), verwacht(veld), zo_geschreven(veld, waarde)))
        else:
            rij[naam] = gelezen
    return rij
