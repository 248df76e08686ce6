"""Counted units in words: one of it is written as one."""

from decimal import Decimal

import pytest

from meedoen.uitvoering.kern.units import Eenheid
from meedoen.uitvoering.sturing.presentation import eenheid_naam, met_eenheid

ONVERANDERLIJK = {Eenheid.FTE, Eenheid.EURO, Eenheid.DUIZEND_EURO, Eenheid.PROCENT}
"""Units that are written the same for one and for more."""


@pytest.mark.parametrize("soort", Eenheid)
def test_one_of_a_unit_is_written_otherwise_than_two(soort: Eenheid) -> None:
    een, twee = eenheid_naam(soort, Decimal(1)), eenheid_naam(soort, Decimal(2))
    assert (een != twee) is (soort not in ONVERANDERLIJK)
    assert twee == eenheid_naam(soort) == soort.value
    assert (met_eenheid(Decimal(1), soort), met_eenheid(Decimal(2), soort)) == (f"1 {een}", f"2 {twee}")
