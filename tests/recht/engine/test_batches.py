"""What is written to Parquet is what was handed over, whatever way of holding it is chosen from the first table."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meedoen.recht.engine.batches import bestand_voor

TEKSTEN = st.lists(st.none() | st.text(max_size=3), max_size=40)
GETALLEN = st.lists(st.none() | st.integers(-(2**63), 2**63 - 1), min_size=40, max_size=40)


def tabel(teksten: list[str | None], getallen: list[int | None], met_lijst: bool) -> pa.Table:
    """A table of every sort that is written: texts, numbers, choices, truths, and lists as they came."""
    kolommen: dict[str, Any] = {
        "huishouden": pa.array(teksten, pa.string()),
        "bedrag": pa.array(getallen[: len(teksten)], pa.int64()),
        "status": pa.array(teksten, pa.string()).dictionary_encode(),
        "waar": pa.array([None if tekst is None else bool(tekst) for tekst in teksten], pa.bool_()),
    }
    if met_lijst:
        kolommen["ouders"] = pa.array([None if tekst is None else [tekst] for tekst in teksten], pa.list_(pa.string()))
    velden = [pa.field(naam, kolom.type, metadata={"noemer": "100"}) for naam, kolom in kolommen.items()]
    return pa.table(kolommen, schema=pa.schema(velden))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEKSTEN, TEKSTEN, GETALLEN, st.booleans())
def test_parquet_gives_back_what_was_written(
    tmp_path: Path, eerst: list[str | None], later: list[str | None], getallen: list[int | None], met_lijst: bool
) -> None:
    delen = [tabel(eerst, getallen, met_lijst), tabel(later, getallen, met_lijst)]
    with bestand_voor(tmp_path / "uit.parquet") as schrijf:
        for deel in delen:
            schrijf(deel)
    gelezen = pq.read_table(tmp_path / "uit.parquet")
    assert gelezen.to_pylist() == [rij for deel in delen for rij in deel.to_pylist()]
    assert gelezen.schema.equals(delen[0].schema)
    assert all(veld.metadata[b"noemer"] == b"100" for veld in gelezen.schema)


@pytest.mark.parametrize("aantal", [1, 2_000])
def test_only_what_repeats_is_held_by_number(aantal: int, tmp_path: Path) -> None:
    teksten: list[str | None] = [str(nummer) for nummer in range(aantal)]
    rijen = tabel(teksten, [nummer % 3 for nummer in range(aantal)], met_lijst=False)
    with bestand_voor(tmp_path / "uit.parquet") as schrijf:
        schrijf(rijen)
    groep = pq.read_metadata(tmp_path / "uit.parquet").row_group(0)
    kolommen = {groep.column(nummer).path_in_schema: groep.column(nummer) for nummer in range(groep.num_columns)}
    op_nummer = {naam for naam, kolom in kolommen.items() if kolom.has_dictionary_page}
    assert op_nummer == ({"status", "bedrag"} if aantal > 1 else {"status"})
    assert {naam for naam, kolom in kolommen.items() if kolom.is_stats_set} == {"huishouden"}
