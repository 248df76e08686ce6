"""Amounts of law through time, as charts: steps, because an amount holds until the day that the next one begins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from meedoen.recht.engine.amounts import Bedrag

from ..huisstijl.charts import Grafiek, Punt, lijngrafiek
from .values import eenheid, leesbaar

MEESTE_REEKSEN = 4
"""More lines in one chart than this cannot be followed when they cross."""


def verandert(bedrag: Bedrag) -> bool:
    """Whether an amount is a number that was not always the same: only then a chart tells something."""
    waarden = {waarde.waarde for waarde in bedrag.waarden if waarde.waarde is not None}
    return bedrag.soort.vorm == "getal" and len(waarden) > 1


def grafieken(bedragen: Iterable[Bedrag]) -> list[Grafiek]:
    """One chart per unit, and another where there are more amounts than one chart can show.

    Their numbers stand, with period and source, in the tables of the page, so the charts carry no table of their own.
    """
    per_eenheid: dict[str, list[Bedrag]] = {}
    for bedrag in bedragen:
        if verandert(bedrag):
            per_eenheid.setdefault(bedrag.eenheid, []).append(bedrag)
    return [
        replace(_grafiek(maat, reeks[begin : begin + MEESTE_REEKSEN]), koppen=(), rijen=())
        for maat, reeks in per_eenheid.items()
        for begin in range(0, len(reeks), MEESTE_REEKSEN)
    ]


def _grafiek(maat: str, bedragen: Sequence[Bedrag]) -> Grafiek:
    namen = ", ".join(leesbaar(bedrag.naam) for bedrag in bedragen)
    titel = leesbaar(bedragen[0].naam).capitalize() if len(bedragen) == 1 else _("Bedragen in %(eenheid)s")
    return lijngrafiek(
        titel=titel % {"eenheid": eenheid(maat)},
        beschrijving=_("Hoe deze bedragen door de tijd veranderen: %(namen)s. De tabel eronder noemt elk bedrag.")
        % {"namen": namen},
        punten=[punt for bedrag in bedragen for punt in _punten(bedrag)],
        eenheid=eenheid(maat),
        is_trap=True,
    )


def _punten(bedrag: Bedrag) -> list[Punt]:
    """A point where each value begins, one where the last ends, and a gap where the law has no such amount."""
    factor = 100 if bedrag.eenheid == "procent" else 1
    reeks = leesbaar(bedrag.naam)
    punten = [Punt(w.vanaf, reeks, _getal(w.waarde, factor)) for w in bedrag.waarden]
    laatste = bedrag.waarden[-1]
    return [*punten, Punt(laatste.tot, reeks, _getal(laatste.waarde, factor))]


def _getal(waarde: object, factor: int) -> Decimal | None:
    if not isinstance(waarde, Fraction | int):
        return None
    exact = Fraction(waarde) * factor
    return Decimal(exact.numerator) / Decimal(exact.denominator)
