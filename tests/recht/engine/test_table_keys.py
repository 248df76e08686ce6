"""Whose the rows are: rows that name no dwelling, dwellings that are too large to be one, values written otherwise."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from meedoen.recht import TabelFout
from meedoen.recht.engine import batches
from meedoen.recht.engine.table import bereken_tabel
from tests.recht.engine.test_table import WET

DAG = date(2023, 1, 1)
HUISHOUDEN = (
    "huishouden = niet opgegeven: verwacht wordt het huishouden waar deze persoon bij hoort. "
    "Zolang het ontbreekt, telt deze persoon bij geen huishouden mee."
)


def maak(map_: Path, soort: str, huishouden: Sequence[str | None], persoon: Sequence[str | None]) -> Path:
    """A table of adults, with these keys."""
    tabel = pa.table(
        {
            "huishouden": pa.array(huishouden, pa.string()),
            "persoon": pa.array(persoon, pa.string()),
            "geboortedatum": ["1980-01-01"] * len(huishouden),
            "inkomen_per_maand": ["0"] * len(huishouden),
        }
    )
    invoer = map_ / f"in.{soort}"
    pacsv.write_csv(tabel, invoer) if soort == "csv" else pq.write_table(tabel, invoer)
    return invoer


def reken(invoer: Path, **meer: Any) -> Any:
    uit = invoer.with_name("uit.parquet")
    return bereken_tabel(invoer, uit, ["aantal_kostendelers"], peildatum=DAG, recht=WET, alleen_juiste=True, **meer)


@pytest.mark.parametrize("soort", ["parquet", "csv"])
@pytest.mark.parametrize("per_blok", [2, 3, 100])
def test_rows_without_a_dwelling_are_faults_and_the_rest_is_computed(
    soort: str, per_blok: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "RIJEN_PER_BLOK", per_blok)
    huishouden = [None, "1", None, "1", None, None, "2", "3", "3", "3", None]
    invoer = maak(tmp_path, soort, huishouden, list("abcdefghijk"))
    uitkomst = reken(invoer, geweigerd=tmp_path / f"weg.{soort}", fouten=tmp_path / "fouten.csv")
    assert (uitkomst.rijen, uitkomst.geweigerd, uitkomst.aantal_gebreken) == (11, 5, 5)
    assert [rij for rij, _ in uitkomst.gebreken] == [1, 3, 5, 6, 11]
    assert str(uitkomst.gebreken[1][1]) == f"persoon c, {HUISHOUDEN}"
    gekregen = pq.read_table(tmp_path / "uit.parquet")
    assert gekregen["persoon"].to_pylist() == ["b", "d", "g", "h", "i", "j"]
    assert gekregen["aantal_kostendelers"].to_pylist() == [2, 2, 1, 3, 3, 3]
    weg = pq.read_table(tmp_path / "weg.parquet") if soort == "parquet" else pacsv.read_csv(tmp_path / "weg.csv")
    assert sorted(weg["persoon"].to_pylist()) == ["a", "c", "e", "f", "k"]
    assert weg.column_names == ["huishouden", "persoon", "geboortedatum", "inkomen_per_maand"]
    with (tmp_path / "fouten.csv").open(encoding="utf-8") as bestand:
        fouten = list(csv.DictReader(bestand))
    assert sorted((int(fout["rij"]), fout["persoon"], fout["kolom"]) for fout in fouten) == [
        (1, "a", "huishouden"),
        (3, "c", "huishouden"),
        (5, "e", "huishouden"),
        (6, "f", "huishouden"),
        (11, "k", "huishouden"),
    ]


@pytest.mark.parametrize("soort", ["parquet", "csv"])
def test_other_faults_keep_the_number_of_their_row(soort: str, tmp_path: Path) -> None:
    invoer = maak(tmp_path, soort, [None, "1", None, "2", "2"], ["a", "b", None, "d", None])
    uitkomst = reken(invoer)
    assert [(rij, gebrek.veld) for rij, gebrek in uitkomst.gebreken] == [
        (1, "huishouden"),
        (3, "huishouden"),
        (3, "persoon"),
        (5, "persoon"),
    ]
    assert pq.read_table(tmp_path / "uit.parquet")["persoon"].to_pylist() == ["b"]


@pytest.mark.parametrize("soort", ["parquet", "csv"])
def test_a_table_without_any_dwelling_gives_no_results_and_every_fault(soort: str, tmp_path: Path) -> None:
    uitkomst = reken(maak(tmp_path, soort, [None] * 300, ["a"] * 300))
    assert (uitkomst.rijen, uitkomst.geweigerd, uitkomst.aantal_gebreken) == (300, 300, 300)
    assert pq.read_table(tmp_path / "uit.parquet").num_rows == 0


@pytest.mark.parametrize("soort", ["parquet", "csv"])
def test_a_dwelling_that_comes_back_is_noticed_between_rows_without_one(soort: str, tmp_path: Path) -> None:
    invoer = maak(tmp_path, soort, ["1", None, "2", None, "1"], list("abcde"))
    with pytest.raises(TabelFout, match="huishouden 1 niet bij elkaar: rij 5 hoort er weer bij"):
        reken(invoer)


@pytest.mark.parametrize("soort", ["parquet", "csv"])
def test_without_the_option_such_a_table_is_still_refused_whole(soort: str, tmp_path: Path) -> None:
    invoer = maak(tmp_path, soort, ["1", None], ["a", "b"])
    with pytest.raises(TabelFout, match="staan rijen zonder huishouden: rij 2"):
        bereken_tabel(invoer, tmp_path / "uit.parquet", ["aantal_kostendelers"], peildatum=DAG, recht=WET)
    assert [pad.name for pad in tmp_path.iterdir()] == [invoer.name]


@pytest.mark.parametrize("per_blok", [150, 300, 65_536])
@pytest.mark.parametrize("aantal", [201, 250, 402, 403, 1_000])
def test_a_dwelling_that_is_too_large_is_refused_whole_with_one_sentence(
    aantal: int, per_blok: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "RIJEN_PER_BLOK", per_blok)
    huishouden = ["0", *["1"] * aantal, "2", "2"]
    uitkomst = reken(maak(tmp_path, "parquet", huishouden, [f"p{nummer}" for nummer in range(aantal + 3)]))
    assert uitkomst.geweigerd == aantal
    assert pq.read_table(tmp_path / "uit.parquet")["persoon"].to_pylist() == ["p0", f"p{aantal + 1}", f"p{aantal + 2}"]
    assert {gebrek.verwacht for _, gebrek in uitkomst.gebreken} == {"ten hoogste 200 personen in een huishouden"}
    assert uitkomst.gebreken[0][0] == 2 and uitkomst.aantal_gebreken <= max(1, aantal // 201)


def test_a_number_or_date_as_it_is_written_in_dutch_is_refused_with_how_to_write_it(tmp_path: Path) -> None:
    kop = "huishouden;persoon;geboortedatum;inkomen_per_maand;loonwaarde_percentage"
    rijen = ["1;a;1-2-1980;1.012,50;55,5", "2;a;1980-01-01;-12,50;abc", "3;a;31-02-1980;12,505;1,000"]
    (tmp_path / "in.csv").write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    gevonden = {(rij, gebrek.veld): gebrek.herstel for rij, gebrek in reken(tmp_path / "in.csv").gebreken}
    assert gevonden == {
        (1, "geboortedatum"): "Schrijf 1980-02-01: jaar, maand, dag.",
        (1, "inkomen_per_maand"): "Schrijf 1012.50: een punt voor de decimalen, en geen teken tussen duizendtallen.",
        (1, "loonwaarde_percentage"): "",
        (2, "inkomen_per_maand"): "",
        (2, "loonwaarde_percentage"): "",
        (3, "geboortedatum"): "",
        (3, "inkomen_per_maand"): "",
        (3, "loonwaarde_percentage"): "",
    }
