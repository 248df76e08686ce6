"""A table in memory gives what a file gives; relations are refused and read as in a case, whatever they say."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import GevalFout, TabelFout, lees_geval, lees_recht
from meedoen.recht.engine import native
from meedoen.recht.engine.dwellings import lees_woningen
from meedoen.recht.engine.household import Geval
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.table import bereken_kolommen, bereken_tabel

WET = lees_recht(Path(__file__).parent / "wet")
VRAGEN = ("norm_per_maand", "aantal_kostendelers")
DAG = date(2023, 1, 1)


def tabel(groottes: list[int], *, met_tekst: bool) -> pa.Table:
    """Dwellings of these sizes; who comes second is the partner of who comes first, the fifth a child of both."""
    personen = [plaats for grootte in groottes for plaats in range(grootte)]
    ids = pa.string() if met_tekst else pa.int64()
    return pa.table(
        {
            "huishouden": pa.array(np.repeat(np.arange(len(groottes)), groottes)).cast(ids),
            "persoon": pa.array(personen).cast(ids),
            "geboortedatum": pa.array([date(2010 if plaats == 4 else 1980 - plaats, 5, 1) for plaats in personen]),
            "partner": pa.array([0 if plaats == 1 else None for plaats in personen], pa.int64()).cast(ids),
            "ouders": pa.array([[0, 1] if plaats == 4 else None for plaats in personen]).cast(pa.list_(ids)),
        }
    )


@pytest.mark.parametrize("met_tekst", [False, True])
def test_a_table_in_memory_gives_what_a_file_gives(
    met_tekst: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    groottes = [1, 2, 3, 5, 7, 1, 1, 9, 2] * 20
    pq.write_table(tabel(groottes, met_tekst=True), tmp_path / "in.parquet")
    bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", VRAGEN, peildatum=DAG, recht=WET)
    monkeypatch.setattr("meedoen.recht.engine.batches.RIJEN_PER_BLOK", 13)
    in_geheugen = tabel(groottes, met_tekst=met_tekst)
    uit = bereken_kolommen(pa.concat_tables([in_geheugen]), VRAGEN, peildatum=DAG, recht=WET)
    assert uit.column("huishouden").equals(in_geheugen["huishouden"])
    verwacht = pq.read_table(tmp_path / "uit.parquet")
    for naam in verwacht.column_names[2:]:
        assert uit[naam].to_pylist() == verwacht[naam].to_pylist(), naam
    assert uit["norm_per_maand_in_centen"].null_count < uit.num_rows


def test_row_groups_end_where_they_like(tmp_path: Path) -> None:
    gewoon = tabel([5, 7, 1, 5], met_tekst=True)
    gecodeerd = pa.array(gewoon["ouders"].to_pylist(), pa.list_(pa.dictionary(pa.int8(), pa.string())))
    pq.write_table(gewoon, tmp_path / "gewoon.parquet")
    pq.write_table(gewoon.set_column(4, "ouders", gecodeerd), tmp_path / "gecodeerd.parquet", row_group_size=4)
    for naam in ("gewoon", "gecodeerd"):
        bereken_tabel(tmp_path / f"{naam}.parquet", tmp_path / f"{naam}.uit.parquet", VRAGEN, peildatum=DAG, recht=WET)
    een, ander = (pq.read_table(tmp_path / f"{naam}.uit.parquet") for naam in ("gewoon", "gecodeerd"))
    assert een.equals(ander)


def test_a_table_in_memory_is_refused_with_row_and_reason() -> None:
    fout = tabel([2, 2], met_tekst=False).set_column(3, "partner", pa.array([None, 0, None, 7]))
    with pytest.raises(TabelFout, match="rij 4") as gevonden:
        bereken_kolommen(fout, VRAGEN, peildatum=DAG, recht=WET)
    assert [gebrek.veld for _, gebrek in gevonden.value.gebreken] == ["partner"]
    uiteen = tabel([1, 1, 1], met_tekst=False).set_column(0, "huishouden", pa.array([1, 2, 1]))
    with pytest.raises(TabelFout, match="huishouden 1 niet bij elkaar"):
        bereken_kolommen(uiteen, VRAGEN, peildatum=DAG, recht=WET)
    leeg = tabel([1], met_tekst=False).set_column(0, "huishouden", pa.array([None], pa.int64()))
    with pytest.raises(TabelFout, match="zonder huishouden"):
        bereken_kolommen(leeg, VRAGEN, peildatum=DAG, recht=WET)
    assert bereken_kolommen(tabel([], met_tekst=False), VRAGEN, peildatum=DAG, recht=WET).num_rows == 0


IDS = st.sampled_from(["a", "b", "c", "d", "e", "x"])
PERSONEN = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["a", "b", "c", "d", "e"])},
        optional={
            "geboortedatum": st.sampled_from(["1890-06-01", "1960-01-01", "1985-01-01", "2005-01-01", "2015-01-01"]),
            "partner": IDS,
            "commerciele_relatie_met": st.lists(IDS, max_size=3),
            "ouders": st.lists(IDS, max_size=3),
        },
    ),
    min_size=1,
    max_size=5,
)


@given(PERSONEN)
@settings(max_examples=400, deadline=None)
def test_relations_are_refused_and_read_as_in_a_case(personen: list[dict[str, Any]]) -> None:
    rijen = {"huishouden": ["h"] * len(personen), "persoon": [persoon["id"] for persoon in personen]}
    soorten = {"geboortedatum": pa.string(), "partner": pa.string()}
    for naam in ("geboortedatum", "partner", "commerciele_relatie_met", "ouders"):
        waarden = [persoon.get(naam) for persoon in personen]
        rijen[naam] = pa.array(waarden, soorten.get(naam, pa.list_(pa.string())))
    woningen = lees_woningen(pa.table(rijen), maak_kern(WET, VRAGEN), DAG)
    try:
        geval = lees_geval({"peildatum": DAG, "gevraagd": list(VRAGEN), "persoon": personen}, recht=WET)
    except GevalFout as fout:
        velden = {gebrek.veld.replace("id", "persoon") for gebrek in fout.gebreken}
        assert {veld for _, veld, _, _ in woningen.fouten} & velden
        return
    assert not woningen.fouten
    for plaats in range(len(personen)):
        eigen = [woningen.f[kolom][plaats] for kolom in range(native.EIGEN_RIJEN)]
        _zelfde_relaties(eigen, woningen.lijst, geval, plaats)


def _zelfde_relaties(f: Any, lijst: Any, geval: Geval, plaats: int) -> None:
    persoon = geval.personen[plaats]
    assert f[native.PARTNER] == (-1 if persoon.partner is None else persoon.partner)
    assert set(lijst[f[native.COMMERCIEEL] : f[native.COMMERCIEEL_EIND]].tolist()) == persoon.commercieel
    if persoon.ouders is None:
        assert f[native.OUDERS] == -1
    else:
        assert tuple(lijst[f[native.OUDERS] : f[native.OUDERS_EIND]].tolist()) == persoon.ouders
    leeftijd = geval.leeftijd(plaats)
    assert f[native.LEEFTIJD] == (999 if leeftijd is None else leeftijd)
