"""Lists in a table: what a case refuses a table refuses, with the row of the list; what it reads a table reads."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from meedoen.recht import GevalFout, Recht, TabelFout, lees_geval
from meedoen.recht.engine.table import bereken_tabel
from tests.recht.engine.households import exact_antwoord

VRAGEN = ("totaal", "inkomen_in_maanden")
GOED = [{"toegepast_op": "2022-01-01", "bedrag": "10.50"}, {"toegepast_op": "2022-02-01", "bedrag": "1"}]


def reken(kolommen: dict[str, Any], map_: Path, wet: Recht, vragen: Sequence[str] = VRAGEN) -> list[dict[str, Any]]:
    """The answers of as many persons as the columns hold, each in a dwelling of his own."""
    namen = [f"p{nummer}" for nummer in range(len(next(iter(kolommen.values()))))]
    pq.write_table(pa.table({"huishouden": namen, "persoon": namen, **kolommen}), map_ / "in.parquet")
    bereken_tabel(map_ / "in.parquet", map_ / "uit.parquet", vragen, peildatum=date(2023, 1, 1), recht=wet)
    rijen: list[dict[str, Any]] = pq.read_table(map_ / "uit.parquet").to_pylist()
    return rijen


def gebreken(kolommen: dict[str, Any], map_: Path, wet: Recht) -> list[tuple[int, str, str]]:
    """Row, field and value of every fault."""
    with pytest.raises(TabelFout) as fout:
        reken(kolommen, map_, wet)
    return [(rij, gebrek.veld, gebrek.waarde) for rij, gebrek in fout.value.gebreken]


LIJST = pa.list_(pa.struct([("toegepast_op", pa.date32()), ("bedrag", pa.decimal128(9, 2))]))
BEDRAGEN = [{"toegepast_op": date(2022, 1, 1), "bedrag": Decimal("10.50")}, {"toegepast_op": None, "bedrag": None}]


@pytest.mark.parametrize("soort", [LIJST, pa.large_list(LIJST.value_type)], ids=["lijst", "lange lijst"])
def test_dates_and_decimals_in_structs_are_read_and_the_missing_field_is_named(
    soort: Any, tmp_path: Path, wet: Recht
) -> None:
    kolom = pa.array([BEDRAGEN[:1], BEDRAGEN, [], None, BEDRAGEN[:1] * 1_000], soort)
    uit = reken({"eerdere_maatregelen": kolom}, tmp_path, wet)
    assert [rij["totaal_in_centen"] for rij in uit] == [350, None, 0, 0, 350_000]
    assert [rij["totaal_reden"] for rij in uit] == [None, "eerdere_maatregelen[2].toegepast_op", None, None, None]
    assert uit[1]["totaal_persoon"] == "p1"
    assert {rij["inkomen_in_maanden_reden"] for rij in uit} == {"maanden"}


def test_a_list_that_is_stated_and_empty_is_another_thing_than_none(tmp_path: Path, wet: Recht) -> None:
    uit = reken({"maanden": pa.array([[], None], pa.list_(pa.null()))}, tmp_path, wet)
    assert [rij["inkomen_in_maanden_status"] for rij in uit] == ["", "ontbreekt"]


def test_a_csv_holds_lists_as_json(tmp_path: Path, wet: Recht) -> None:
    teksten = [json.dumps(GOED), "[]", ""]
    kolommen = {"huishouden": ["a", "b", "c"], "persoon": ["a", "b", "c"], "eerdere_maatregelen": teksten}
    pacsv.write_csv(pa.table(kolommen), tmp_path / "in.csv")
    bereken_tabel(tmp_path / "in.csv", tmp_path / "uit.parquet", ["totaal"], peildatum=date(2023, 1, 1), recht=wet)
    assert pq.read_table(tmp_path / "uit.parquet")["totaal_in_centen"].to_pylist() == [383, 0, 0]


VERKEERD: list[tuple[str, Any, str, str]] = [
    ("geen json", "[{", "eerdere_maatregelen", "'[{'"),
    ("tabel", '{"bedrag": 1}', "eerdere_maatregelen", ""),
    ("lijst van getallen", "[1, 2]", "eerdere_maatregelen", ""),
    ("getal", "5", "eerdere_maatregelen", ""),
    ("te lang", json.dumps(GOED * 501), "eerdere_maatregelen", ""),
    ("diep", "[" * 100_000, "eerdere_maatregelen", ""),
    ("onbekend veld", '[{}, {"bedarg": 1}]', "eerdere_maatregelen[2].bedarg", "1"),
    ("te hoog", '[{"bedrag": 1000.01}]', "eerdere_maatregelen[1].bedrag", "1000.01"),
    ("drie decimalen", '[{}, {}, {"bedrag": 1.005}]', "eerdere_maatregelen[3].bedrag", "1.005"),
    ("niets", '[{"bedrag": null}]', "eerdere_maatregelen[1].bedrag", "niet opgegeven"),
    ("oneindig", '[{"bedrag": Infinity}]', "eerdere_maatregelen[1].bedrag", "Infinity"),
    ("datum die niet bestaat", '[{"toegepast_op": "2023-02-29"}]', "eerdere_maatregelen[1].toegepast_op", "2023-02-29"),
    ("keuze verschreven", '[{"plicht": "tal"}]', "eerdere_maatregelen[1].plicht", "tal"),
    ("ja als tekst", '[{"is_ingetrokken": "ja"}]', "eerdere_maatregelen[1].is_ingetrokken", "ja"),
]


@pytest.mark.parametrize(("tekst", "veld", "waarde"), [v[1:] for v in VERKEERD], ids=[v[0] for v in VERKEERD])
def test_json_that_a_case_refuses_is_refused_with_its_place(
    tekst: str, veld: str, waarde: str, tmp_path: Path, wet: Recht
) -> None:
    gevonden = gebreken({"eerdere_maatregelen": ["[]", tekst]}, tmp_path, wet)
    assert [(rij, naam) for rij, naam, _ in gevonden] == [(2, veld)]
    if "[" in veld:
        assert gevonden[0][2] == waarde
        persoon = {"id": "a", "eerdere_maatregelen": json.loads(tekst, parse_float=Decimal)}
        with pytest.raises(GevalFout) as fout:
            lees_geval({"peildatum": "2023-01-01", "gevraagd": ["totaal"], "persoon": [persoon]}, recht=wet)
        assert [gebrek.veld for gebrek in fout.value.gebreken] == [veld]


STRUCTS: list[tuple[str, Any, str]] = [
    ("te hoog", pa.array([[], [{"bedrag": 1.0}, {"bedrag": 1000.01}]]), "eerdere_maatregelen[2].bedrag"),
    ("geen tabel", pa.array([[], [None]], LIJST), "eerdere_maatregelen"),
    ("lijst van getallen", pa.array([[], [1]]), "eerdere_maatregelen"),
    ("te lang", pa.array([[], BEDRAGEN * 501], LIJST), "eerdere_maatregelen"),
    ("geen lijst", pa.array([None, 7]), "eerdere_maatregelen"),
    ("lijst in een lijst", pa.array([[], [{"bedrag": [1]}]]), "eerdere_maatregelen[1].bedrag"),
]


@pytest.mark.parametrize(("kolom", "veld"), [deel[1:] for deel in STRUCTS], ids=[deel[0] for deel in STRUCTS])
def test_structs_that_cannot_be_right_are_refused_with_their_place(
    kolom: Any, veld: str, tmp_path: Path, wet: Recht
) -> None:
    assert [(rij, naam) for rij, naam, _ in gebreken({"eerdere_maatregelen": kolom}, tmp_path, wet)] == [(2, veld)]


def test_a_struct_with_an_unknown_field_is_no_such_table(tmp_path: Path, wet: Recht) -> None:
    with pytest.raises(TabelFout, match=r"heeft geen veld bedarg; bedoelt u bedrag\?"):
        reken({"eerdere_maatregelen": pa.array([[{"bedarg": 1}]])}, tmp_path, wet)


def test_the_group_of_a_loop_is_asked_for_before_its_default(tmp_path: Path, wet: Recht) -> None:
    uit = reken({"student": pa.array([None], pa.bool_())}, tmp_path, wet, ["beste_maand"])
    geval = {"peildatum": "2023-01-01", "persoon": [{"id": "p0"}]}
    exact = exact_antwoord({**geval, "gevraagd": ["beste_maand"]}, "p0", "beste_maand", wet)
    assert (uit[0]["beste_maand_persoon"], uit[0]["beste_maand_reden"]) == ("p0", "maanden") == exact[1]
