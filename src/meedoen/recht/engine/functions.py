"""The few sums that Python lacks and rules may use: rounding, and counting with dates."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal

from meedoen.recht.engine.errors import RekenFout

Richting = Literal["half omhoog", "omhoog", "omlaag"]
AFRONDINGEN: dict[str, tuple[Fraction, Richting]] = {
    "rond_op_centen": (Fraction(1, 100), "half omhoog"),
    "rond_op_stuivers": (Fraction(1, 20), "half omhoog"),
    "rond_omhoog_op_centen": (Fraction(1, 100), "omhoog"),
    "rond_op_hele_procenten": (Fraction(1, 100), "half omhoog"),
    "rond_op_helen": (Fraction(1), "half omhoog"),
    "rond_omhoog_op_helen": (Fraction(1), "omhoog"),
    "rond_omlaag_op_helen": (Fraction(1), "omlaag"),
}
"""Name of the rounding -> its step, in euro for money, and its direction."""
EERSTE_DATUM, LAATSTE_DATUM = date(1850, 1, 1), date(2200, 12, 31)
"""No date is before or after these, stated or computed: tables and single cases have one calendar."""


def _rond(naam: str, bedrag: Fraction) -> Fraction:
    stap, richting = AFRONDINGEN[naam]
    if bedrag < 0:
        raise RekenFout(f"{naam} rondt alleen bedragen van nul en hoger af, en kreeg {float(bedrag):.4f}.")
    stappen = Fraction(bedrag) / stap
    if richting == "omhoog":
        return stap * ceil(stappen)
    return stap * floor(stappen + Fraction(1, 2) * (richting == "half omhoog"))


def rond_op_centen(bedrag: Any) -> Any:
    """To the cent, half up; only for amounts of zero and more (RekenFout otherwise)."""
    return _rond("rond_op_centen", bedrag)


def rond_op_stuivers(bedrag: Any) -> Any:
    """To five cents, half up; only for amounts of zero and more (RekenFout otherwise)."""
    return _rond("rond_op_stuivers", bedrag)


def rond_omhoog_op_centen(bedrag: Any) -> Any:
    """Up to the next whole cent; only for amounts of zero and more (RekenFout otherwise)."""
    return _rond("rond_omhoog_op_centen", bedrag)


def rond_op_hele_procenten(deel: Any) -> Any:
    """A share to the whole percent, half up: 0.345 becomes 0.35."""
    return _rond("rond_op_hele_procenten", deel)


def rond_op_helen(getal: Any) -> Any:
    """To the whole number, half up; only for zero and more (RekenFout otherwise)."""
    return _rond("rond_op_helen", getal)


def rond_omhoog_op_helen(getal: Any) -> Any:
    """Up to the next whole number; only for zero and more (RekenFout otherwise)."""
    return _rond("rond_omhoog_op_helen", getal)


def rond_omlaag_op_helen(getal: Any) -> Any:
    """Down to the whole number; only for zero and more (RekenFout otherwise)."""
    return _rond("rond_omlaag_op_helen", getal)


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
        return _binnen_de_kalender(date(int(jaar), int(maand), int(dag)))
    except (ValueError, OverflowError) as fout:
        raise RekenFout(f"De datum {jaar}-{maand}-{dag} bestaat niet.") from fout


def _binnen_de_kalender(op: date) -> date:
    if not EERSTE_DATUM <= op <= LAATSTE_DATUM:
        raise RekenFout(f"De datum {op} valt buiten {EERSTE_DATUM} tot en met {LAATSTE_DATUM}.")
    return op


def begin_van_het_jaar(op: date) -> date:
    """The first of January of the year of `op`."""
    return date(op.year, 1, 1)


def begin_van_de_maand(op: date) -> date:
    """The first day of the month of `op`."""
    return op.replace(day=1)


def dagen_tussen(van: date, tot: date) -> int:
    """Days from `van` to `tot`, of which one of the two counts."""
    if van > tot:
        raise RekenFout(f"Er ligt geen tijd tussen {van} en {tot}: de eerste datum is later dan de tweede.")
    return (tot - van).days


def _verschoven(op: date, aantal: int) -> date:
    try:
        return _binnen_de_kalender(op + timedelta(days=int(aantal)))
    except OverflowError as fout:
        raise RekenFout(f"De datum {aantal} dagen na {op} bestaat niet.") from fout


def dagen_later(op: date, aantal: Any) -> date:
    """So many days later."""
    return _verschoven(op, aantal)


def weken_later(op: date, aantal: Any) -> date:
    """So many weeks later, on the same day of the week."""
    return _verschoven(op, 7 * aantal)


def maanden_later(op: date, aantal: Any) -> date:
    """So many months later (earlier below zero), on the same day number, or the last of a month that is too short."""
    maand = op.year * 12 + op.month - 1 + int(aantal)
    try:
        volgende = date((maand + 1) // 12, (maand + 1) % 12 + 1, 1)
        laatste = (volgende - timedelta(days=1)).day
        return _binnen_de_kalender(date(maand // 12, maand % 12 + 1, min(op.day, laatste)))
    except (ValueError, OverflowError) as fout:
        raise RekenFout(f"De datum {aantal} maanden na {op} bestaat niet.") from fout


def jaren_later(op: date, aantal: Any) -> date:
    """So many years later, on the same day; 29 February becomes 28 February in a common year."""
    return maanden_later(op, 12 * aantal)


FUNCTIES: dict[str, Callable[..., Any]] = {
    functie.__name__: functie
    for functie in (
        rond_op_centen,
        rond_op_stuivers,
        rond_omhoog_op_centen,
        rond_op_hele_procenten,
        rond_op_helen,
        rond_omhoog_op_helen,
        rond_omlaag_op_helen,
        volle_jaren,
        volle_maanden,
        dagen_tussen,
        datum,
        begin_van_het_jaar,
        begin_van_de_maand,
        dagen_later,
        weken_later,
        maanden_later,
        jaren_later,
    )
}
"""The functions that a rule may call besides min, max, sum, any and all."""
