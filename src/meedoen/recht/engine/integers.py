"""Exact sums in whole numbers: a numerator over a static denominator, with bounds that prove that nothing overflows.

Inside a rule a value may have a second, variable denominator (a count, hours); a static denominator is always reduced.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd, lcm

GRENS = 2**61
"""No numerator may reach this: rounding needs room, and what is below -GRENS says why there is no value."""


class PastNiet(Exception):
    """A value could become too large for 64 bits, or cannot be held over a static denominator."""


@dataclass(frozen=True)
class Geheel:
    """A number in generated code: `atoom` / (`noemer` * `deler`), with the bounds of `atoom` and of `deler`.

    `atoom` is a name or a literal; `deler` the name of a positive variable, or "" for one.
    """

    atoom: str
    noemer: int
    onder: int
    boven: int
    deler: str = ""
    deler_onder: int = 1
    deler_boven: int = 1

    def __post_init__(self) -> None:
        hoogste = max(abs(self.onder), abs(self.boven), self.deler_boven)
        if hoogste >= GRENS:
            raise PastNiet(f"a value can reach {float(hoogste):.1e}, beyond 64 bits")

    @property
    def is_vast(self) -> bool:
        """Known when the code is made."""
        return self.onder == self.boven and not self.deler


def vast(waarde: Fraction) -> Geheel:
    """A literal."""
    return Geheel(str(waarde.numerator), waarde.denominator, waarde.numerator, waarde.numerator)


def maal_geheel(code: str, factor: int) -> str:
    """Code for a product with a known whole number."""
    return code if factor == 1 else f"({code} * {factor})"


def gelijknamig(links: Geheel, rechts: Geheel) -> tuple[Geheel, Geheel]:
    """Both over one denominator, as expressions."""
    noemer = lcm(links.noemer, rechts.noemer)
    links, rechts = op_noemer(links, noemer), op_noemer(rechts, noemer)
    if links.deler == rechts.deler:
        return links, rechts
    links_, rechts_ = _maal_deler(links, rechts), _maal_deler(rechts, links)
    return links_, replace(rechts_, deler=links_.deler)


def op_noemer(een: Geheel, noemer: int) -> Geheel:
    """The same value over a multiple of its denominator."""
    factor = noemer // een.noemer
    atoom = maal_geheel(een.atoom, factor)
    return replace(een, atoom=atoom, noemer=noemer, onder=een.onder * factor, boven=een.boven * factor)


def _maal_deler(een: Geheel, ander: Geheel) -> Geheel:
    """Numerator and denominator times the variable denominator of the other."""
    if not ander.deler:
        return een
    onder, boven = _grenzen(een.onder, een.boven, ander.deler_onder, ander.deler_boven)
    deler = f"({een.deler} * {ander.deler})" if een.deler else ander.deler
    return replace(
        een,
        atoom=f"({een.atoom} * {ander.deler})",
        onder=onder,
        boven=boven,
        deler=deler,
        deler_onder=een.deler_onder * ander.deler_onder,
        deler_boven=een.deler_boven * ander.deler_boven,
    )


def _grenzen(a: int, b: int, c: int, d: int) -> tuple[int, int]:
    hoeken = (a * c, a * d, b * c, b * d)
    return min(hoeken), max(hoeken)


def tel_op(links: Geheel, rechts: Geheel, teken: str) -> Geheel:
    """left + right, or left - right."""
    een, ander = gelijknamig(links, rechts)
    onder, boven = (ander.onder, ander.boven) if teken == "+" else (-ander.boven, -ander.onder)
    return replace(een, atoom=f"({een.atoom} {teken} {ander.atoom})", onder=een.onder + onder, boven=een.boven + boven)


def maal(links: Geheel, rechts: Geheel) -> Geheel:
    """left * right; whole literals are first divided out against the denominator."""
    noemers = links.noemer * rechts.noemer
    for vast_, ander in ((links, rechts), (rechts, links)):
        if vast_.is_vast and (deel := gcd(vast_.onder, noemers)) > 1:
            noemers //= deel
            gedeeld = replace(
                vast_, atoom=str(vast_.onder // deel), onder=vast_.onder // deel, boven=vast_.boven // deel
            )
            links, rechts = gedeeld, ander
            break
    onder, boven = _grenzen(links.onder, links.boven, rechts.onder, rechts.boven)
    deler = f"({links.deler} * {rechts.deler})" if links.deler and rechts.deler else links.deler or rechts.deler
    factoren = [deel.atoom for deel in (links, rechts) if deel.atoom != "1"] or ["1"]
    return Geheel(
        factoren[0] if len(factoren) == 1 else f"({factoren[0]} * {factoren[1]})",
        noemers,
        onder,
        boven,
        deler,
        links.deler_onder * rechts.deler_onder,
        links.deler_boven * rechts.deler_boven,
    )


def deel_door(links: Geheel, rechts: Geheel) -> Geheel:
    """left / right, where the numerator of right is known to be positive at run time."""
    if rechts.is_vast:
        return maal(links, vast(Fraction(rechts.noemer, rechts.onder)))
    omgekeerd = Geheel(rechts.deler or "1", 1, rechts.deler_onder, rechts.deler_boven)
    teller = maal(maal(links, omgekeerd), vast(Fraction(rechts.noemer)))
    deler = f"({teller.deler} * {rechts.atoom})" if teller.deler else rechts.atoom
    onder, boven = max(rechts.onder, 1), max(rechts.boven, 1)
    return replace(teller, deler=deler, deler_onder=teller.deler_onder * onder, deler_boven=teller.deler_boven * boven)


def rond(een: Geheel, stap: Fraction, richting: str) -> Geheel:
    """To whole steps, half up, up or down, of a value that is known to be zero or more at run time."""
    verhouding = Fraction(stap.denominator, een.noemer * stap.numerator)
    maal_, door = verhouding.numerator, verhouding.denominator
    teller, boven = maal_geheel(een.atoom, maal_), max(een.boven, 0) * maal_
    noemer = f"({door} * {een.deler})" if een.deler and door > 1 else een.deler or str(door)
    hoogste_noemer = door * een.deler_boven
    if 2 * boven + hoogste_noemer >= 2 * GRENS:
        raise PastNiet(f"rounding can reach {float(2 * boven):.1e}, beyond 64 bits")
    if noemer == "1":
        code = teller
    elif richting == "omhoog":
        code = f"(({teller} + {noemer} - 1) // {noemer})"
    elif richting == "omlaag":
        code = f"({teller} // {noemer})"
    else:
        code = f"((2 * {teller} + {noemer}) // (2 * {noemer}))"
    stappen = boven // (door * een.deler_onder) + 1
    return Geheel(maal_geheel(code, stap.numerator), stap.denominator, 0, stappen * stap.numerator)
