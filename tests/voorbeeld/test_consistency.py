"""Every register holds together: the demonstration, and small ones of any seed and size."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voorbeeld.conftest import VANDAAG
from tests.voorbeeld.consistency import REGELS, Breuken
from tests.voorbeeld.tables import Register, maak

pytestmark = pytest.mark.slow
Regel = Callable[[Register, datetime.date], Breuken]


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.__name__)
def test_in_the_demonstration(demo: Register, regel: Regel) -> None:
    assert list(regel(demo, VANDAAG))[:3] == []


@settings(max_examples=12, deadline=None)
@given(
    zaad=st.integers(0, 2**32 - 1),
    personen=st.integers(1, 900),
    dagen=st.integers(0, 1600),
)
def test_in_a_register_of_any_seed_size_and_day(zaad: int, personen: int, dagen: int) -> None:
    tot = datetime.date(2015, 1, 1) + datetime.timedelta(days=dagen)
    register = maak(zaad=zaad, tot=tot, personen=personen)
    assert len(register["personen"]) == personen
    assert {regel.__name__: list(breuken)[:2] for regel in REGELS if (breuken := list(regel(register, tot)))} == {}
