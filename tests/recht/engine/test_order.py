"""Rows of one dwelling that do not stand together are refused, whatever the order of the file; no order is asked."""

from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import TabelFout, laad_recht
from meedoen.recht.engine import batches
from meedoen.recht.engine.order import Bijeen

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


def test_numbers_that_are_written_as_text_need_no_memory() -> None:
    bijeen = Bijeen("proef", lambda: pytest.fail("read again"))
    for begin in range(0, 2000, 100):
        bijeen.neem(pa.array([str(nummer) for nummer in range(begin, begin + 100)]))
    bijeen.eis()
    assert not bijeen.bewaard
