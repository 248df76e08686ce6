"""Rows of one dwelling that do not stand together are refused, whatever the order of the file; no order is asked."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import TabelFout, laad_recht
from meedoen.recht.engine import batches
from meedoen.recht.engine.order import Bijeen, lees_reeks

IDS = st.lists(st.lists(st.integers(0, 30), max_size=6), max_size=8)


@settings(deadline=None)
@given(IDS, st.booleans(), st.booleans())
def test_what_stands_in_two_places_is_found(blokken: list[list[int]], met_tekst: bool, kan_herlezen: bool) -> None:
    kolommen = [pa.array(blok, pa.int64()).cast(pa.string() if met_tekst else pa.int64()) for blok in blokken]
    bijeen = Bijeen("proef", (lambda: iter(kolommen)) if kan_herlezen else None)
    rij = [wie for blok in blokken for wie in blok]
    eersten = [wie for plaats, wie in enumerate(rij) if plaats == 0 or rij[plaats - 1] != wie]
    for kolom in kolommen:
        bijeen.neem(kolom)
    if len(set(eersten)) == len(eersten):
        bijeen.eis()
    else:
        with pytest.raises(TabelFout, match="niet bij elkaar"):
            bijeen.eis()


@pytest.mark.parametrize("soort", ["parquet", "csv"])
def test_a_dwelling_in_the_midst_of_two_sorted_parts_is_found(
    soort: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "RIJEN_PER_BLOK", 4)
    ids = ["10", "20", "30", "40", "15", "20", "35", "50"]
    rijen = pa.table({"huishouden": ids, "persoon": ["a"] * len(ids), "peildatum": ["2025-01-01"] * len(ids)})
    pad = tmp_path / f"in.{soort}"
    pacsv.write_csv(rijen, pad) if soort == "csv" else pq.write_table(rijen, pad)
    with pytest.raises(TabelFout, match="huishouden 20 niet bij elkaar"):
        list(batches.blokken(pad, laad_recht(), None))


TEKSTEN = st.lists(st.one_of(st.text(max_size=3), st.sampled_from(["", "a", "aa", "ab", "é", "9", "10"])), max_size=20)


@settings(deadline=None)
@given(TEKSTEN, st.integers(0, 3))
def test_where_dwellings_begin_is_what_python_says(ids: list[str], vanaf: int) -> None:
    for kolom in (pa.array(ids, pa.string()), pa.array(ids, pa.large_string()), pa.array(ids).dictionary_encode()):
        _is_wat_python_zegt(kolom.slice(vanaf), [(len(tekst.encode()), tekst.encode()) for tekst in ids[vanaf:]])


@settings(deadline=None)
@given(st.lists(st.integers(-3, 3) | st.integers(-(2**63), 2**63 - 1), max_size=20))
def test_where_dwellings_that_are_numbers_begin(ids: list[int]) -> None:
    _is_wat_python_zegt(pa.array(ids, pa.int64()), [(0, nummer) for nummer in ids])


def _is_wat_python_zegt(kolom: pa.Array, ids: list[tuple[int, Any]]) -> None:
    reeks = lees_reeks(kolom)
    anders = [plaats for plaats in range(1, len(ids)) if ids[plaats] != ids[plaats - 1]]
    assert reeks.grenzen.tolist() == ([0, *anders, len(ids)] if ids else [0])
    assert reeks.stijgt == all(ids[plaats - 1][1] < ids[plaats][1] for plaats in anders)
    assert reeks.stijgt_naar_lengte == all(ids[plaats - 1] < ids[plaats] for plaats in anders)


def test_numbers_that_are_written_as_text_need_no_memory() -> None:
    bijeen = Bijeen("proef", lambda: pytest.fail("read again"))
    for begin in range(0, 2000, 100):
        bijeen.neem(pa.array([str(nummer) for nummer in range(begin, begin + 100)]))
    bijeen.eis()
    assert not bijeen.bewaard
