"""The sorts of value that rules speak of: what they measure, and how a value is written.

For mypy the numbers are `Any`, because Python's types know nothing of euro per month; `reader.py` checks every
formula against the units of this file.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal, TypeAlias

Waarde: TypeAlias = Fraction | int | bool | date | str
Maat: TypeAlias = tuple[tuple[str, int], ...]
"""A unit as powers of base units, sorted: (("euro", 1), ("maand", -1)) is euro per month; () is a bare number."""


@dataclass(frozen=True)
class Soort:
    """What a value is: a number with a unit, a date, yes/no, or one of `keuzes`. `is_heel`: only whole numbers."""

    vorm: Literal["getal", "datum", "ja_nee", "keuze"]
    maat: Maat = ()
    is_heel: bool = False
    is_los: bool = False  # a literal: takes the unit of what it meets
    keuzes: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.vorm == "keuze":
            return "one of " + ", ".join(map(repr, self.keuzes))
        return _tekst(self.maat) if self.vorm == "getal" else self.vorm.replace("_", "/")


LOS, LOS_HEEL = Soort("getal", is_los=True), Soort("getal", is_heel=True, is_los=True)
DATUM, JA_NEE = Soort("datum"), Soort("ja_nee")


def _getal(*machten: tuple[str, int], is_heel: bool = False) -> Soort:
    return Soort("getal", tuple(sorted(machten)), is_heel)


SOORTEN: dict[str, Soort] = {
    "Geld": _getal(("euro", 1)),
    "GeldPerMaand": _getal(("euro", 1), ("maand", -1)),
    "GeldPerJaar": _getal(("euro", 1), ("jaar", -1)),
    "GeldPerWeek": _getal(("euro", 1), ("week", -1)),
    "GeldPerUur": _getal(("euro", 1), ("uur", -1)),
    "Aantal": _getal(is_heel=True),
    "Verhouding": _getal(),
    "Procent": _getal(),
    "Jaren": _getal(("jaar", 1), is_heel=True),
    "AantalMaanden": _getal(("maand", 1), is_heel=True),
    "AantalDagen": _getal(("dag", 1), is_heel=True),
    "AantalWeken": _getal(("week", 1), is_heel=True),
    "Uren": _getal(("uur", 1)),
    "UrenPerDag": _getal(("uur", 1), ("dag", -1)),
    "UrenPerWeek": _getal(("uur", 1), ("week", -1)),
    "UrenPerMaand": _getal(("uur", 1), ("maand", -1)),
    "UrenPerJaar": _getal(("uur", 1), ("jaar", -1)),
    "Datum": DATUM,
    "bool": JA_NEE,
}
"""Annotation in a rule -> sort of value."""

EENHEDEN: dict[str, tuple[Soort, Fraction]] = {
    "euro": (SOORTEN["Geld"], Fraction(1)),
    "euro per maand": (SOORTEN["GeldPerMaand"], Fraction(1)),
    "euro per jaar": (SOORTEN["GeldPerJaar"], Fraction(1)),
    "euro per week": (SOORTEN["GeldPerWeek"], Fraction(1)),
    "euro per uur": (SOORTEN["GeldPerUur"], Fraction(1)),
    "aantal": (SOORTEN["Aantal"], Fraction(1)),
    "verhouding": (SOORTEN["Verhouding"], Fraction(1)),
    "procent": (SOORTEN["Procent"], Fraction(1, 100)),
    "jaren": (SOORTEN["Jaren"], Fraction(1)),
    "maanden": (SOORTEN["AantalMaanden"], Fraction(1)),
    "weken": (SOORTEN["AantalWeken"], Fraction(1)),
    "dagen": (SOORTEN["AantalDagen"], Fraction(1)),
    "uren": (SOORTEN["Uren"], Fraction(1)),
    "uren per dag": (SOORTEN["UrenPerDag"], Fraction(1)),
    "uren per week": (SOORTEN["UrenPerWeek"], Fraction(1)),
    "uren per maand": (SOORTEN["UrenPerMaand"], Fraction(1)),
    "uren per jaar": (SOORTEN["UrenPerJaar"], Fraction(1)),
    "datum": (DATUM, Fraction(1)),
    "ja_nee": (JA_NEE, Fraction(1)),
    "keuze": (Soort("keuze"), Fraction(1)),
}
"""Unit as written in TOML -> sort, and the factor to what a rule reads: 40 procent is read as 0.40."""

Geld: TypeAlias = Any
GeldPerMaand: TypeAlias = Any
GeldPerJaar: TypeAlias = Any
GeldPerWeek: TypeAlias = Any
GeldPerUur: TypeAlias = Any
Aantal: TypeAlias = Any
Verhouding: TypeAlias = Any
Procent: TypeAlias = Any
Jaren: TypeAlias = Any
AantalMaanden: TypeAlias = Any
AantalDagen: TypeAlias = Any
AantalWeken: TypeAlias = Any
Uren: TypeAlias = Any
UrenPerDag: TypeAlias = Any
UrenPerWeek: TypeAlias = Any
UrenPerMaand: TypeAlias = Any
UrenPerJaar: TypeAlias = Any
Keuze: TypeAlias = str
Lijst: TypeAlias = Any
Datum: TypeAlias = date
Partner: TypeAlias = Any
Medebewoner: TypeAlias = Any
Medebewoners: TypeAlias = Any
Kinderen: TypeAlias = Any


def keer(een: Maat, ander: Maat, teken: Literal[1, -1] = 1) -> Maat:
    """The unit of a product, or with `teken` -1 of a quotient."""
    machten = dict(een)
    for naam, macht in ander:
        machten[naam] = machten.get(naam, 0) + teken * macht
    return tuple(sorted((naam, macht) for naam, macht in machten.items() if macht))


def _tekst(maat: Maat) -> str:
    boven = [naam if macht == 1 else f"{naam}^{macht}" for naam, macht in maat if macht > 0]
    onder = [naam if macht == -1 else f"{naam}^{-macht}" for naam, macht in maat if macht < 0]
    return (" ".join(boven) or "number") + "".join(f" per {naam}" for naam in onder)


def als_tekst(waarde: Waarde, soort: Soort) -> str | int | bool:
    """A value for JSON: money with two decimals, other numbers exactly ("0.35", "13/30"), dates as ISO text."""
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, bool | int) and not (isinstance(waarde, int) and ("euro", 1) in soort.maat):
        return waarde
    if isinstance(waarde, date):
        return waarde.isoformat()
    getal = Fraction(waarde)
    decimalen = 2 if ("euro", 1) in soort.maat else 0
    while decimalen < 12 and (getal * 10**decimalen).denominator != 1:
        decimalen += 1
    if (getal * 10**decimalen).denominator != 1:
        return f"{getal.numerator}/{getal.denominator}"
    cijfers = f"{abs(int(getal * 10**decimalen)):0{decimalen + 1}d}"
    tekst = f"{cijfers[:-decimalen]}.{cijfers[-decimalen:]}" if decimalen else cijfers
    return f"-{tekst}" if getal < 0 else tekst
