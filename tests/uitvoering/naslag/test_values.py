"""Values of the law in words: one month is a month, two are months; in every unit that the law counts in."""

from fractions import Fraction

import pytest
from django.utils.translation import override

from meedoen.recht.engine.units import EENHEDEN
from meedoen.uitvoering.huisstijl.formats import getal
from meedoen.uitvoering.naslag.values import MAATWOORDEN, toon, uit_tekst

TELT = {
    "jaren": ("1 jaar", "2 jaar", "1 year", "2 years"),
    "maanden": ("1 maand", "2 maanden", "1 month", "2 months"),
    "weken": ("1 week", "2 weken", "1 week", "2 weeks"),
    "dagen": ("1 dag", "2 dagen", "1 day", "2 days"),
    "uren": ("1 uur", "2 uur", "1 hour", "2 hours"),
    "uren per dag": ("1 uur per dag", "2 uur per dag", "1 hour per day", "2 hours per day"),
    "uren per week": ("1 uur per week", "2 uur per week", "1 hour per week", "2 hours per week"),
    "uren per maand": ("1 uur per maand", "2 uur per maand", "1 hour per month", "2 hours per month"),
    "uren per jaar": ("1 uur per jaar", "2 uur per jaar", "1 hour per year", "2 hours per year"),
}
ZONDER_WOORD = {"aantal", "verhouding", "procent", "datum", "ja_nee", "keuze"}


def test_every_unit_of_the_law_is_written_with_its_word() -> None:
    assert {naam for naam in EENHEDEN if not naam.startswith("euro")} == {*TELT, *ZONDER_WOORD}
    assert {str(EENHEDEN[naam][0]) for naam in TELT} <= set(MAATWOORDEN)


@pytest.mark.parametrize("naam", TELT)
@pytest.mark.parametrize(("taal", "plek"), [("nl", 0), ("en", 2)])
def test_one_is_written_as_one_and_two_as_two(naam: str, taal: str, plek: int) -> None:
    een, twee = TELT[naam][plek : plek + 2]
    with override(taal):
        for maat in (naam, str(EENHEDEN[naam][0])):
            assert (toon(1, maat), toon(2, maat)) == (een, twee)
            assert (uit_tekst("1", maat), uit_tekst("2", maat)) == (een, twee)
            nul, half = twee.replace("2", "0"), twee.replace("2", getal(Fraction(3, 2)))
            assert (toon(0, maat), toon(Fraction(3, 2), maat)) == (nul, half)
