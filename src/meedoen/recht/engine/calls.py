"""Lowers the functions that rules may call, their arguments lowered already: min, max, roundings and dates."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from meedoen.recht.engine.construction import EERSTE_DAG, LAATSTE_DAG, Bouw, bewaar, bind, fout
from meedoen.recht.engine.functions import AFRONDINGEN, EERSTE_DATUM, LAATSTE_DATUM
from meedoen.recht.engine.integers import Geheel, PastNiet, gelijknamig, maal, rond, vast

MEESTE_MAANDEN = 12 * (LAATSTE_DATUM.year - EERSTE_DATUM.year + 1)


def roep(naam: str, delen: list[Geheel], bouw: Bouw) -> Geheel:
    """The value of a call; an impossible sum gives up with its own status."""
    if naam in ("min", "max"):
        return _uiterste(naam, delen, bouw)
    if naam in AFRONDINGEN:
        return _rond(naam, bind(delen[0], bouw), bouw)
    if any(deel.noemer != 1 or deel.deler for deel in delen):
        raise PastNiet(f"{naam} counts in whole numbers")
    return FUNCTIES[naam](delen, bouw)


def _uiterste(naam: str, delen: list[Geheel], bouw: Bouw) -> Geheel:
    uitkomst = delen[0]
    kies = min if naam == "min" else max
    for deel in delen[1:]:
        een, ander = (bind(helft, bouw) for helft in gelijknamig(uitkomst, deel))
        code = f"{een.atoom} if {een.atoom} {'<' if naam == 'min' else '>'} {ander.atoom} else {ander.atoom}"
        onder, boven = kies(een.onder, ander.onder), kies(een.boven, ander.boven)
        uitkomst = replace(een, atoom=bewaar(code, bouw), onder=onder, boven=boven)
    return uitkomst


def _rond(naam: str, bedrag: Geheel, bouw: Bouw) -> Geheel:
    if bedrag.onder < 0:
        bouw.schrijf(f"if {bedrag.atoom} < 0:")
        bouw.schrijf("    " + fout(bouw, f"{naam} rondt alleen bedragen van nul en hoger af"))
        bedrag = replace(bedrag, onder=0, boven=max(bedrag.boven, 0))
    return bind(rond(bedrag, *AFRONDINGEN[naam]), bouw)


def _dag(code: str, bouw: Bouw) -> Geheel:
    """A day that was computed: it must exist, and lie in the calendar of `functions.py`."""
    dag = bewaar(code, bouw)
    bouw.schrijf(f"if {dag} < {EERSTE_DAG} or {dag} > {LAATSTE_DAG}:")
    bouw.schrijf("    " + fout(bouw, "de datum bestaat niet"))
    return Geheel(dag, 1, EERSTE_DAG, LAATSTE_DAG)


def _datum(delen: list[Geheel], bouw: Bouw) -> Geheel:
    return _dag(f"ordinaal({', '.join(deel.atoom for deel in delen)})", bouw)


def _dagen_later(delen: list[Geheel], bouw: Bouw, dagen: int = 1) -> Geheel:
    verschil = maal(delen[1], vast(Fraction(dagen)))
    return _dag(f"{delen[0].atoom} + {verschil.atoom}", bouw)


def _weken_later(delen: list[Geheel], bouw: Bouw) -> Geheel:
    return _dagen_later(delen, bouw, 7)


def _maanden_later(delen: list[Geheel], bouw: Bouw, maanden: int = 1) -> Geheel:
    verschil = maal(delen[1], vast(Fraction(maanden)))
    return _dag(f"maanden_erbij({delen[0].atoom}, {verschil.atoom})", bouw)


def _jaren_later(delen: list[Geheel], bouw: Bouw) -> Geheel:
    return _maanden_later(delen, bouw, 12)


def _begin_van_het_jaar(delen: list[Geheel], bouw: Bouw) -> Geheel:
    return Geheel(bewaar(f"jaarbegin({delen[0].atoom})", bouw), 1, EERSTE_DAG, LAATSTE_DAG)


def _begin_van_de_maand(delen: list[Geheel], bouw: Bouw) -> Geheel:
    return Geheel(bewaar(f"maandbegin({delen[0].atoom})", bouw), 1, EERSTE_DAG, LAATSTE_DAG)


def _eis_volgorde(delen: list[Geheel], bouw: Bouw) -> tuple[str, str]:
    van, tot = (deel.atoom for deel in delen)
    bouw.schrijf(f"if {van} > {tot}:")
    bouw.schrijf("    " + fout(bouw, "de eerste datum is later dan de tweede"))
    return van, tot


def _volle_maanden(delen: list[Geheel], bouw: Bouw) -> Geheel:
    van, tot = (bouw.maandgetallen.get(dag, f"maandgetal({dag})") for dag in _eis_volgorde(delen, bouw))
    return Geheel(bewaar(f"hele_maanden({van}, {tot})", bouw), 1, 0, MEESTE_MAANDEN)


def _volle_jaren(delen: list[Geheel], bouw: Bouw) -> Geheel:
    maanden = _volle_maanden(delen, bouw)
    return Geheel(bewaar(f"{maanden.atoom} // 12", bouw), 1, 0, MEESTE_MAANDEN // 12)


def _dagen_tussen(delen: list[Geheel], bouw: Bouw) -> Geheel:
    van, tot = _eis_volgorde(delen, bouw)
    return Geheel(bewaar(f"{tot} - {van}", bouw), 1, 0, LAATSTE_DAG - EERSTE_DAG)


FUNCTIES: dict[str, Callable[[list[Geheel], Bouw], Geheel]] = {
    "datum": _datum,
    "dagen_later": _dagen_later,
    "weken_later": _weken_later,
    "maanden_later": _maanden_later,
    "jaren_later": _jaren_later,
    "begin_van_het_jaar": _begin_van_het_jaar,
    "begin_van_de_maand": _begin_van_de_maand,
    "volle_maanden": _volle_maanden,
    "volle_jaren": _volle_jaren,
    "dagen_tussen": _dagen_tussen,
}
