"""`meedoen voorbeeld` as a person types it."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from meedoen.cli import main


def test_it_writes_the_files_says_how_many_rows_and_how_to_make_them_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["voorbeeld", "--personen", "1.200", "--zaad", "4", "--uit", str(tmp_path), "--tot", "2015-06"]) == 0
    uit = capsys.readouterr()
    assert uit.out.splitlines()[0].split() == ["personen", "1.200"]
    assert "--zaad 4 --tot 2015-06-30" in uit.err
    assert "LET OP" not in uit.err
    assert pq.read_metadata(tmp_path / "personen.parquet").num_rows == 1200


def test_without_a_day_it_runs_to_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voorbeeld", "--personen", "5", "--uit", str(tmp_path), "--vorm", "csv"]) == 0
    assert "--tot 2026-11-22" in capsys.readouterr().err
    assert len((tmp_path / "personen.csv").read_text(encoding="utf-8").splitlines()) == 6


def test_more_people_than_test_numbers_is_told_loudly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voorbeeld", "--personen", "95000", "--uit", str(tmp_path), "--tot", "2015-01-31"]) == 0
    assert "niet geverifieerd" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["--personen", "veel"], "is geen aantal"),
        (["--personen", "0"], "minstens 1 persoon"),
        (["--personen", "20000000"], "niet genoeg testnummers"),
        (["--tot", "november"], "is geen maand of dag"),
        (["--tot", "2026-13"], "bestaat niet"),
        (["--tot", "2026-02-30"], "bestaat niet"),
        (["--tot", "2014-12"], "1 januari 2015"),
        (["--vorm", "xlsx"], "kies uit"),
    ],
)
def test_an_impossible_order_is_refused_in_plain_dutch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argumenten: list[str], zin: str
) -> None:
    try:
        code = main(["voorbeeld", "--uit", str(tmp_path / "uit"), *argumenten])
    except SystemExit as einde:
        code = int(str(einde.code))
    assert (code, zin in capsys.readouterr().err) == (2, True)
    assert not (tmp_path / "uit").exists()


def test_a_folder_that_cannot_be_made_is_an_error_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestand").write_text("")
    assert main(["voorbeeld", "--personen", "3", "--uit", str(tmp_path / "bestand"), "--tot", "2015-01"]) == 2
    assert capsys.readouterr().err.startswith("meedoen: ")
