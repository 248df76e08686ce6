"""The sorts of value that rules speak of: what they measure, and the few sums with them that Python lacks.

For mypy the numbers are `Any`, because Python's types know nothing of euro per month; `reader.py` checks every
formula against the units of this file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal, TypeAlias

from meedoen.recht.engine.errors import RekenFout

Waarde: TypeAlias = Fraction | int | bool | date
Maat: TypeAlias = tuple[tuple[str, int], ...]
"""A unit as powers of base units, sorted: (("euro", 1), ("maand", -1)) is euro per month; () is a bare number."""


@dataclass(frozen=True)
class Soort:
    """What a value is: a number with a unit, a date, or yes/no. `is_heel`: only whole numbers."""

    vorm: Literal["getal", "datum", "ja_nee"]
    maat: Maat = ()
    is_heel: bool = False
    is_los: bool = False  # a literal: takes the unit of what it meets

    def __str__(self) -> str:
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
    "UrenPerWeek": _getal(("uur", 1), ("week", -1)),
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
    "uren per week": (SOORTEN["UrenPerWeek"], Fraction(1)),
    "datum": (DATUM, Fraction(1)),
    "ja_nee": (JA_NEE, Fraction(1)),
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
UrenPerWeek: TypeAlias = Any
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


AFRONDINGEN: dict[str, tuple[Fraction, Literal["half omhoog", "omhoog"]]] = {
    "rond_op_centen": (Fraction(1, 100), "half omhoog"),
    "rond_op_stuivers": (Fraction(1, 20), "half omhoog"),
    "rond_omhoog_op_centen": (Fraction(1, 100), "omhoog"),
}
"""Name of the rounding -> its step in euro, and its direction."""


def _rond(naam: str, bedrag: Fraction) -> Fraction:
    stap, richting = AFRONDINGEN[naam]
    if bedrag < 0:
        raise RekenFout(f"{naam} rondt alleen bedragen van nul en hoger af, en kreeg {float(bedrag):.4f}.")
    stappen = bedrag / stap
    return stap * (ceil(stappen) if richting == "omhoog" else floor(stappen + Fraction(1, 2)))


def rond_op_centen(bedrag: Any) -> Any:
    """To the cent, half up; only for amounts of zero and more (RekenFout otherwise)."""
    return _rond("rond_op_centen", bedrag)


def rond_op_stuivers(bedrag: Any) -> Any:
    """To five cents, half up; only for amounts of zero and more (RekenFout otherwise)."""
    return _rond("rond_op_stuivers", bedrag)


def rond_omhoog_op_centen(bedrag: Any) -> Any:
    """Up to the next whole cent; only for amounts of zero and more (RekenFout otherwise)."""
    return _rond("rond_omhoog_op_centen", bedrag)


def volle_maanden(van: date, tot: date) -> int:
    """Whole months from `van` to `tot`: a month is full when its day number is reached again, or passed."""
    if van > tot:
        raise RekenFout(f"Er ligt geen tijd tussen {van} en {tot}: de eerste datum is later dan de tweede.")
    return (tot.year - van.year) * 12 + tot.month - van.month - (tot.day < van.day)


def volle_jaren(van: date, tot: date) -> int:
    """Whole years from `van` to `tot`; who was born on 29 February is a year older on 1 March of a common year."""
    return volle_maanden(van, tot) // 12


def datum(jaar: int, maand: int, dag: int) -> date:
    """The date with that year, month and day."""
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError as fout:
        raise RekenFout(f"De datum {jaar}-{maand}-{dag} bestaat niet.") from fout


def begin_van_het_jaar(op: date) -> date:
    """The first of January of the year of `op`."""
    return date(op.year, 1, 1)


FUNCTIES: dict[str, Callable[..., Any]] = {
    functie.__name__: functie
    for functie in (
        rond_op_centen,
        rond_op_stuivers,
        rond_omhoog_op_centen,
        volle_jaren,
        volle_maanden,
        datum,
        begin_van_het_jaar,
    )
}
"""The functions that a rule may call besides min, max, sum, any and all."""
