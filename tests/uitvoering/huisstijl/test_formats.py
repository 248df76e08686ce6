"""Amounts, numbers and dates as people read them: exact, rounded half away from zero, in two languages."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from meedoen.uitvoering.huisstijl import formats

GEVALLEN: list[tuple[str, Any, str, str]] = [
    ("bedrag", Decimal("1401.50"), "€ 1.401,50", "€ 1,401.50"),
    ("bedrag", 1000000, "€ 1.000.000,00", "€ 1,000,000.00"),
    ("bedrag", "638.05", "€ 638,05", "€ 638.05"),
    ("bedrag", Fraction(1, 3), "€ 0,33", "€ 0.33"),
    ("bedrag", Decimal("0.005"), "€ 0,01", "€ 0.01"),
    ("bedrag", Decimal("-0.005"), "€ -0,01", "€ -0.01"),
    ("bedrag", Decimal("-0.001"), "€ 0,00", "€ 0.00"),
    ("bedrag", None, "onbekend", "unknown"),
    ("bedrag", "", "onbekend", "unknown"),
    ("bedrag", 0, "€ 0,00", "€ 0.00"),
    ("getal", 2756, "2.756", "2,756"),
    ("getal", Decimal("25.5"), "25,5", "25.5"),
    ("getal", Decimal("12.50"), "12,5", "12.5"),
    ("getal", Decimal("40.00"), "40", "40"),
    ("getal", Decimal("0.1250"), "0,125", "0.125"),
    ("getal", Decimal("1E+3"), "1.000", "1,000"),
    ("getal", 0.1, "0,1", "0.1"),
    ("getal", Fraction(2, 3), "0,67", "0.67"),
    ("getal", 0, "0", "0"),
    ("getal", None, "onbekend", "unknown"),
    ("procent", Decimal("12.5"), "12,5%", "12.5%"),
    ("procent", Decimal("49.00"), "49%", "49%"),
    ("procent", 133, "133%", "133%"),
    ("procent", None, "onbekend", "unknown"),
    ("datum", datetime.date(2015, 1, 1), "1 januari 2015", "1 January 2015"),
    ("datum", "2026-11-22", "22 november 2026", "22 November 2026"),
    ("datum", None, "onbekend", "unknown"),
    ("maand", datetime.date(2015, 3, 31), "maart 2015", "March 2015"),
]


@pytest.mark.parametrize(("filter_", "waarde", "nederlands", "engels"), GEVALLEN)
def test_a_filter_writes_for_the_reader(filter_: str, waarde: Any, nederlands: str, engels: str) -> None:
    sjabloon = Template("{% load huisstijl %}{{ waarde|" + filter_ + " }}")
    for taal, verwacht in (("nl", nederlands), ("en", engels)):
        with override(taal):
            assert sjabloon.render(Context({"waarde": waarde})) == verwacht


@pytest.mark.parametrize("waarde", ["veel", "1.401,50", "nan", "inf", float("nan")])
def test_what_is_no_number_is_refused_and_never_shown(waarde: Any) -> None:
    with pytest.raises(ValueError, match="geen getal"):
        formats.getal(waarde)


def test_a_truth_value_is_no_number() -> None:
    with pytest.raises(TypeError, match="waar of onwaar"):
        formats.getal(True)


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 4))
def test_rounding_is_nearest_and_ties_go_away_from_zero(waarde: Fraction, decimalen: int) -> None:
    eenheid = Fraction(1, 10**decimalen)
    gekozen = Fraction(formats.als_decimaal(waarde, decimalen))
    assert gekozen % eenheid == 0
    assert abs(gekozen - waarde) <= eenheid / 2
    if abs(gekozen - waarde) == eenheid / 2:
        assert abs(gekozen) > abs(waarde)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_an_amount_in_cents_is_shown_to_the_cent(waarde: Decimal) -> None:
    with override("nl"):
        tekst = formats.bedrag(waarde)
    assert Decimal(tekst.removeprefix("€ ").replace(".", "").replace(",", ".")) == waarde
