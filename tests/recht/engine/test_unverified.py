"""A table says what behind its results is not verified, as a case does."""

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from meedoen import cli
from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.engine.table import bereken_tabel
from meedoen.recht.engine.unverified import MEESTE_GENOEMD, genoemd, niet_geverifieerd

RECHT, LKS = laad_recht(), ("loonkostensubsidie_per_maand",)
PERSOON = {"loonwaarde_percentage": 50, "uren_per_week": 36, "voltijd_uren_per_week": 36}


def tabel(pad: Path) -> Path:
    rij = {"huishouden": ["h"], "persoon": ["a"], "geboortedatum": [date(1980, 1, 1)]}
    pq.write_table(pa.table(rij | {naam: [waarde] for naam, waarde in PERSOON.items()}), pad)
    return pad


def test_a_table_says_at_least_what_a_case_says(tmp_path: Path) -> None:
    dag = date(2026, 3, 1)
    opgave = {
        "peildatum": dag,
        "gevraagd": list(LKS),
        "persoon": [{"id": "a", "geboortedatum": "1980-01-01", **PERSOON}],
    }
    meldingen = bereken(lees_geval(opgave)).meldingen
    assert meldingen and set(meldingen) <= set(niet_geverifieerd(RECHT, LKS, dag)) <= set(
        niet_geverifieerd(RECHT, LKS, None)
    )
    bereken_tabel(tabel(tmp_path / "in.parquet"), tmp_path / "uit.parquet", LKS, peildatum=dag)
    ontvangst = json.loads(pq.read_schema(tmp_path / "uit.parquet").metadata[b"ontvangst"])
    assert (ontvangst["versie"], ontvangst["hash"]) == (RECHT.versie, RECHT.hash)
    assert ontvangst["peildatum"] == "2026-03-01" and set(meldingen) <= set(ontvangst["niet_geverifieerd"])


def test_beside_csv_stands_the_receipt_that_parquet_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["bereken", "--tabel", str(tabel(tmp_path / "in.parquet")), "--peildatum", "2026-03-01"]
    uit = [tmp_path / "uit.parquet", tmp_path / "uit.csv"]
    plekken = [f"het schema van {uit[0]}, onder ontvangst", f"{uit[1]}.ontvangst.json"]
    for pad, plek in zip(uit, plekken, strict=True):
        assert cli.main([*opdracht, "--uit", str(pad), "--gevraagd", LKS[0]]) == 0
        assert capsys.readouterr().out.endswith(f"Met welk recht staat in {plek}.\n")
    ernaast = json.loads(Path(plekken[1]).read_text("utf-8"))
    assert ernaast == json.loads(pq.read_schema(uit[0]).metadata[b"ontvangst"]) and ernaast["hash"] == RECHT.hash
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [
        "in.parquet",
        "uit.csv",
        "uit.csv.ontvangst.json",
        "uit.parquet",
    ]


def test_a_table_that_is_refused_leaves_no_receipt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rij = {"huishouden": ["h"], "persoon": ["a"], "geboortedatum": ["2099-01-01"]}
    pq.write_table(pa.table(rij), tmp_path / "in.parquet")
    opdracht = ["bereken", "--tabel", str(tmp_path / "in.parquet"), "--peildatum", "2026-03-01"]
    assert cli.main([*opdracht, "--uit", str(tmp_path / "uit.csv"), "--gevraagd", "leeftijd"]) == 2
    assert [pad.name for pad in tmp_path.iterdir()] == ["in.parquet"]
    assert cli.main([*opdracht, "--uit", str(tmp_path / "nergens" / "uit.csv")]) == 2
    assert "De map van " in capsys.readouterr().err


def test_it_is_said_on_screen_with_names_and_not_for_what_is_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opdracht = ["bereken", "--peildatum", "2026-03-01", "--tabel", str(tabel(tmp_path / "in.parquet"))]
    assert cli.main([*opdracht, "--uit", str(tmp_path / "uit.csv"), "--gevraagd", LKS[0]]) == 0
    assert "Bedrag vergoeding_werkgeverslasten per 2024-01-01" in " ".join(capsys.readouterr().err.split())
    assert cli.main([*opdracht, "--uit", str(tmp_path / "uit.csv"), "--gevraagd", "leeftijd"]) == 0
    assert "geverifieerd" not in capsys.readouterr().err


def test_a_long_list_is_cut_with_how_many_more() -> None:
    regels = [f"Bedrag x{nummer}: niet geverifieerd: y" for nummer in range(MEESTE_GENOEMD + 3)]
    assert genoemd(regels).endswith(", en nog 3") and "x14" not in genoemd(regels)
