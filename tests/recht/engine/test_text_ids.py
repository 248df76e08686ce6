"""Ids that are text become numbers that mean the same within a dwelling: held to a plain search by Python."""

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht.engine.household import MEESTE_PERSONEN
from meedoen.recht.engine.text_ids import LANGSTE, NIEMAND, Persoonsids

NAMEN = st.sampled_from(["", "a", "ab", "b", "ä", "a\0", "a" * 60, "a" * 59 + "b", "P00000001", "P00000010"])
WONINGEN = st.lists(st.lists(NAMEN, min_size=1, max_size=5), min_size=1, max_size=4)
SOORTEN = [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())]


def grenzen(woningen: list[list[str]]) -> Any:
    """The first rows, and the end."""
    return np.cumsum([0, *map(len, woningen)])


def kolom(teksten: list[Any], soort: Any, weg: int) -> Any:
    """A column of which the first `weg` rows are cut off."""
    return pa.array(["weg"] * weg + teksten, pa.string()).cast(soort).slice(weg)


@settings(deadline=None)  # the first one compiles
@given(WONINGEN, st.sampled_from(SOORTEN), st.integers(0, 3))
def test_everybody_gets_the_place_of_the_first_with_his_id(woningen: list[list[str]], soort: Any, weg: int) -> None:
    ids = Persoonsids(grenzen(woningen), kolom([naam for w in woningen for naam in w], soort, weg)).nummers()
    assert ids.tolist() == [woning.index(naam) for woning in woningen for naam in woning]


@settings(deadline=None)  # the first one compiles
@given(WONINGEN, st.data(), st.sampled_from(SOORTEN), st.integers(0, 3))
def test_who_is_named_gets_that_number_and_who_is_not_there_none(
    woningen: list[list[str]], data: Any, soort: Any, weg: int
) -> None:
    rijen = [(woning, data.draw(st.lists(NAMEN, max_size=3))) for woning in woningen for _ in woning]
    personen = Persoonsids(grenzen(woningen), kolom([naam for w in woningen for naam in w], soort, weg))
    vanaf = np.cumsum([0, *(len(namen) for _, namen in rijen)]).astype(np.int32)
    gekregen = personen.nummers_van(vanaf, kolom([naam for _, namen in rijen for naam in namen], soort, weg))
    verwacht = [woning.index(n) if n in woning else NIEMAND for woning, namen in rijen for n in namen]
    assert gekregen.tolist() == verwacht


@pytest.mark.parametrize(
    ("naam", "is_fout"), [("a", False), ("", True), ("ä" * LANGSTE, False), ("a" * (LANGSTE + 1), True)]
)
def test_an_id_has_one_to_a_hundred_characters(naam: str, is_fout: bool) -> None:
    leeg = Persoonsids(np.array([0, 2]), pa.array([naam, "b"])).leeg
    assert leeg is None if not is_fout else leeg.tolist() == [True, False]


def test_a_dwelling_that_is_too_large_to_be_one_takes_no_time() -> None:
    aantal = 200 * MEESTE_PERSONEN
    personen = Persoonsids(np.array([0, aantal]), pa.array(["a"] * aantal))
    assert personen.nummers().tolist() == list(range(aantal))
    vanaf = np.arange(aantal + 1, dtype=np.int32)
    assert set(personen.nummers_van(vanaf, pa.array(["a"] * aantal)).tolist()) == {NIEMAND}
