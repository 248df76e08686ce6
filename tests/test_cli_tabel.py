"""`meedoen bereken --tabel`: what people see, what appears on disk, and what never does."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from meedoen import cli, cli_tabel
from meedoen.recht import RechtFout
from meedoen.recht.engine.errors import PastNietInTabel, Taalgebrek
from meedoen.recht.engine.table import bereken_tabel

pytestmark = pytest.mark.slow
DAG = "2026-01-01"
ASSEN = Path(__file__).parents[1] / "voorbeelden/drentsche-aa/verordeningen/assen.toml"
NORM = "norm_per_maand"
KORT = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""For a Java that lives a minute: compile quickly."""


def personen(aantal: int, fout: int = 0) -> pa.Table:
    """Persons who live alone; of every `fout`th the date of birth lies in the future."""
    geboren = [date(2099, 1, 1) if fout and nummer % fout == 0 else date(1980, 5, 5) for nummer in range(aantal)]
    return pa.table(
        {
            "huishouden": [f"h{nummer:06d}" for nummer in range(aantal)],
            "persoon": ["a"] * aantal,
            "geboortedatum": geboren,
            "inkomen_per_maand": pa.array([100.5] * aantal),
        }
    )


@pytest.fixture
def tabel(tmp_path: Path) -> Callable[..., str]:
    def schrijf(aantal: int = 50, fout: int = 0, naam: str = "in.parquet") -> str:
        pad = tmp_path / naam
        (pq.write_table if pad.suffix == ".parquet" else pacsv.write_csv)(personen(aantal, fout), pad)
        return str(pad)

    return schrijf


def is_voortgang_en_wat_niet_is_geverifieerd(tekst: str) -> bool:
    """Nothing else stands on the error stream: no noise of Spark, no warnings of libraries."""
    voortgang, _, rest = tekst.partition("Niet geverifieerd is, van wat deze uitkomsten kan bepalen")
    staat_waar = rest.rstrip().endswith("onder /recht/niet-geverifieerd/.")
    return staat_waar and all("rijen per seconde" in regel for regel in voortgang.splitlines())


def test_a_table_is_computed_and_the_outcome_told(
    tabel: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "uit.parquet"
    assert cli.main(["bereken", "--tabel", tabel(), "--uit", str(uit), "--peildatum", DAG]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{uit}: 50 personen berekend in ")
    assert is_voortgang_en_wat_niet_is_geverifieerd(shown.err)
    zelf = tmp_path / "zelf.parquet"
    bereken_tabel(Path(tabel()), zelf, cli_tabel.STANDAARD, peildatum=date.fromisoformat(DAG))
    assert pq.read_table(uit).equals(pq.read_table(zelf))


def test_csv_in_gives_csv_out(tabel: Callable[..., str], tmp_path: Path) -> None:
    uit = tmp_path / "uit.csv"
    vraag = ["--gevraagd", f"{NORM}, aantal_kostendelers", "--peildatum", DAG]
    assert cli.main(["bereken", "--tabel", tabel(naam="in.csv"), "--uit", str(uit), *vraag]) == 0
    assert cli.main(["bereken", "--tabel", tabel(), "--uit", str(uit.with_suffix(".parquet")), *vraag]) == 0
    van_csv, van_parquet = pacsv.read_csv(uit), pq.read_table(uit.with_suffix(".parquet"))
    assert van_csv.column_names == van_parquet.column_names
    assert van_csv[f"{NORM}_in_centen"].to_pylist() == van_parquet[f"{NORM}_in_centen"].to_pylist()


def test_a_misspelt_result_brings_the_list_of_what_can_be_asked(
    tabel: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "uit.parquet"
    assert cli.main(["bereken", "--tabel", tabel(), "--uit", str(uit), "--gevraagd", "norm_per_mand"]) == 2
    shown = capsys.readouterr().err
    assert "Onbekende uitkomst: norm_per_mand. Bedoelt u norm_per_maand?" in shown
    assert "Mogelijk zijn:" in shown and "uitbetaling_per_maand" in shown and not uit.exists()


def test_all_faults_at_once_twenty_on_screen_the_rest_in_a_file(
    tabel: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit, fouten = tmp_path / "uit.parquet", tmp_path / "fouten.csv"
    opdracht = ["bereken", "--tabel", tabel(3_000, 2), "--uit", str(uit), "--peildatum", DAG]
    assert cli.main(opdracht) == 2
    regels = [regel for regel in capsys.readouterr().err.splitlines() if "per seconde" not in regel]
    assert regels[0] == "De tabel in.parquet is niet berekend: er zijn rijen die niet kunnen kloppen."
    assert regels[1].startswith("rij 1: persoon a, geboortedatum = 2099-01-01: verwacht wordt een datum op of voor")
    assert len(regels) == 22 and regels[-1].startswith("… en nog 1.480 fouten. Met --fouten BESTAND")
    assert cli.main([*opdracht, "--fouten", str(fouten)]) == 2
    assert capsys.readouterr().err.endswith(f"Alle fouten staan in {fouten}.\n")
    assert len(fouten.read_text("utf-8").splitlines()) == 1_501
    assert not uit.exists()


def test_what_is_right_is_computed_on_request(
    tabel: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit, geweigerd = tmp_path / "uit.parquet", tmp_path / "geweigerd.csv"
    kies = ["--alleen-juiste", "--geweigerd", str(geweigerd), "--peildatum", DAG]
    assert cli.main(["bereken", "--tabel", tabel(90, 3), "--uit", str(uit), *kies]) == 0
    shown = capsys.readouterr()
    assert f"Geweigerd: 30 rijen van huishoudens met een fout; ze staan in {geweigerd}." in shown.out
    assert f"{uit}: 60 personen berekend" in shown.out and "… en nog 10 fouten." in shown.err
    assert pq.read_metadata(uit).num_rows == 60 and len(geweigerd.read_text("utf-8").splitlines()) == 31


VERKEERD = [
    ([], "Geef een GEVAL, of --tabel IN --uit UIT."),
    (["geval.toml", "--tabel", "in.parquet"], "en niet allebei"),
    (["geval.toml", "--uit", "uit.parquet"], "--uit hoort bij --tabel."),
    (["geval.toml", "--alleen-juiste"], "--alleen-juiste hoort bij --tabel."),
    (["map"], "Het bestand map is niet te lezen: het is een map en geen bestand."),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--uitleg"], "--uitleg hoort bij een GEVAL"),
    (["--tabel", "in.parquet", "--uit", "map"], "map is een map; geef de naam van een bestand."),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--fouten", "map"], "map is een map; geef de naam van een bestand."),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--verordening", "map"], "niet te lezen: het is een map"),
    (["--tabel", "in.parquet"], "Bij --tabel hoort --uit"),
    (["--tabel", "in.parquet", "--uit", "./in.parquet"], "twee keer genoemd"),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--geweigerd", "g.csv"], "--geweigerd hoort bij --alleen-juiste"),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--spark-master", "local"], "--spark-master hoort bij --op spark"),
    (["--tabel", "in.parquet", "--uit", "weg/u.csv"], "De map van weg/u.csv bestaat niet."),
    (["--tabel", "niets.parquet", "--uit", "u.csv", "--peildatum", DAG], "gelezen: het bestaat niet."),
    (["--tabel", "in.parquet", "--uit", "u.xlsx", "--peildatum", DAG], "u.xlsx is geen .parquet en geen .csv"),
    (["--tabel", "in.parquet", "--uit", "u.csv"], "geef de peildatum als kolom of voor de hele tabel"),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--peildatum", "2014-12-31"], "Het recht op 2014-12-31 is hier niet"),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--verordening", "v.toml"], "Het bestand v.toml bestaat niet."),
    (["--tabel", "in.parquet", "--uit", "u.csv", "--verordening", "fout.toml"], "fout.toml klopt niet:"),
]


@pytest.mark.parametrize(("argumenten", "zin"), VERKEERD)
def test_what_does_not_go_together_is_told_before_anything_is_computed(
    argumenten: list[str],
    zin: str,
    tabel: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tabel()
    (tmp_path / "fout.toml").write_text('gemeente = "Zomaar"\n[[besluit]]\nverordening = "niets"\n', "utf-8")
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(["bereken", *argumenten]) == 2
    shown = capsys.readouterr()
    assert zin in shown.err and not shown.out
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["fout.toml", "in.parquet", "map"]


@pytest.mark.parametrize("naam", ["uit.csv", "uit.parquet"])
def test_what_cannot_be_written_is_told_in_dutch(
    naam: str, tabel: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"{naam}.deel").mkdir()
    uit = tmp_path / naam
    assert cli.main(["bereken", "--tabel", tabel(), "--uit", str(uit), "--peildatum", DAG]) == 1
    regel = capsys.readouterr().err.splitlines()[-1]
    assert regel.startswith(f"{uit} kan niet worden geschreven: ") and "irectory" not in regel
    fouten = ["--fouten", str(tmp_path / "fouten.csv")]
    (tmp_path / "fouten.csv.deel").mkdir()
    assert cli.main(["bereken", "--tabel", tabel(4, 2), "--uit", "u.csv", "--peildatum", DAG, *fouten]) == 1
    assert f"{fouten[1]} kan niet worden geschreven: " in capsys.readouterr().err
    weg = FileNotFoundError(2, "No such file or directory", "u.csv")
    assert cli_tabel.meld_schrijffout(weg, "") == 1
    assert capsys.readouterr().err == "u.csv kan niet worden geschreven: in deze map kan dat niet.\n"
    vol = OSError(28, "No space left on device")
    assert cli_tabel.meld_schrijffout(vol, "u.csv") == 1
    assert capsys.readouterr().err == "u.csv kan niet worden geschreven: de schijf is vol.\n"


def test_a_date_that_does_not_exist_is_refused_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        cli.main(["bereken", "--tabel", "in.parquet", "--uit", "u.csv", "--peildatum", "2026-02-30"])
    assert einde.value.code == 2 and "'2026-02-30' is geen datum zoals 2026-01-31" in capsys.readouterr().err


def test_a_result_that_fits_in_no_column_is_a_sentence(
    tabel: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def past_niet(*_: Any) -> None:
        raise PastNietInTabel([Taalgebrek("a.py", 1, "norm", "a value can reach 7.2e+19, beyond 64 bits")])

    monkeypatch.setattr("meedoen.recht.engine.table.kern_voor", past_niet)
    assert cli.main(["bereken", "--tabel", tabel(), "--uit", str(tmp_path / "uit.csv"), "--peildatum", DAG]) == 1
    assert "Deze uitkomst kan nog niet in een tabel: a.py:1: norm" in capsys.readouterr().err


def test_law_that_cannot_be_read_is_told_as_that(
    tabel: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def kapot(*_: Any) -> None:
        raise RechtFout([Taalgebrek("recht.toml", 3, "TOML", "this is not TOML")])

    geval = tmp_path / "geval.json"
    geval.write_text('{"peildatum": "2026-01-01", "gevraagd": ["norm_per_maand"], "persoon": [{"id": "a"}]}', "utf-8")
    for waar in ("meedoen.recht", "meedoen.recht.answer", "meedoen.recht.verordening.controle"):
        monkeypatch.setattr(f"{waar}.laad_recht", kapot)
    monkeypatch.setattr("meedoen.recht.verordening.lijst.laad_recht", kapot)
    for opdracht in (
        ["bereken", str(geval)],
        ["bereken", "--tabel", tabel(), "--uit", str(tmp_path / "uit.csv"), "--peildatum", DAG],
        ["verordening", "controleer", str(ASSEN)],
        ["verordening", "lijst", "--op", DAG],
    ):
        assert cli.main(opdracht) == 1, opdracht
        shown = capsys.readouterr()
        assert shown.err.startswith("Het recht op deze computer klopt niet (1 keer)") and not shown.out
        assert shown.err.endswith("recht.toml:3: TOML: this is not TOML\n") and "tabel" not in shown.err


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM])
def test_whatever_interrupts_it_no_half_file_stays(
    signaal: signal.Signals, tabel: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def val_om(totaal: int | None) -> Iterator[Callable[[int], None]]:
        yield lambda gedaan: os.kill(os.getpid(), signaal)

    monkeypatch.setattr(cli_tabel, "voortgang", val_om)
    vooraf = signal.getsignal(signal.SIGTERM)
    (tmp_path / "uit.csv").write_text("van gisteren", "utf-8")
    assert cli.main(["bereken", "--tabel", tabel(), "--uit", str(tmp_path / "uit.csv"), "--peildatum", DAG]) == 130
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["in.parquet", "uit.csv"]
    assert (tmp_path / "uit.csv").read_text("utf-8") == "van gisteren"
    assert signal.getsignal(signal.SIGTERM) is vooraf


def test_progress_tells_rows_speed_and_total() -> None:
    assert cli_tabel.voortgangsregel(1_500_000, None, 2.0) == "  1.500.000 rijen, 750.000 rijen per seconde"
    regel = cli_tabel.voortgangsregel(25_000, 100_000, 0.5)
    assert regel == f"  {'█' * 7}{'░' * 21}  25%  25.000 van 100.000 rijen, 50.000 rijen per seconde"
    assert cli_tabel.voortgangsregel(0, 10, 0.0).startswith("  ░")


@pytest.mark.parametrize(("op_scherm", "begin"), [(True, "\r\x1b[2K  █"), (False, "  █")])
def test_a_bar_on_a_terminal_and_lines_elsewhere(
    op_scherm: bool, begin: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli_tabel, "STIL", 0.0)
    monkeypatch.setattr(cli_tabel, "PER_TEKEN", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: op_scherm)
    with cli_tabel.voortgang(100) as toon:
        toon(50)
        toon(100)
    getoond = capsys.readouterr().err
    assert getoond.startswith(begin) and "100%" in getoond
    assert getoond.endswith("\r\x1b[2K" if op_scherm else "seconde\n")


def run(*argumenten: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "meedoen.cli", "bereken", *argumenten]
    return subprocess.run(opdracht, capture_output=True, text=True, check=False, env={**os.environ, **omgeving})


def test_the_same_command_on_spark_is_quiet_and_gives_the_same(tabel: Callable[..., str], tmp_path: Path) -> None:
    opdracht = ["--tabel", tabel(2_000), "--peildatum", DAG, "--gevraagd", NORM]
    uit, op_spark = tmp_path / "uit.parquet", tmp_path / "spark.parquet"
    gedaan = run(*opdracht, "--uit", str(op_spark), "--op", "spark", "--spark-master", "local[2]", **KORT)
    assert gedaan.returncode == 0, gedaan.stderr
    assert gedaan.stdout.startswith(f"{op_spark}: 2.000 personen berekend")
    assert is_voortgang_en_wat_niet_is_geverifieerd(gedaan.stderr)
    assert cli.main(["bereken", *opdracht, "--uit", str(uit)]) == 0
    assert rijen(op_spark) == rijen(uit)


def rijen(pad: Path) -> list[dict[str, Any]]:
    gelezen: list[dict[str, Any]] = pq.read_table(pad).to_pylist()
    return gelezen


def test_without_java_it_says_so(tabel: Callable[..., str], tmp_path: Path) -> None:
    uit = str(tmp_path / "uit.parquet")
    gedaan = run("--tabel", tabel(), "--uit", uit, "--op", "spark", "--peildatum", DAG, JAVA_HOME=str(tmp_path))
    assert gedaan.returncode == 1 and "is Java 17 of nieuwer nodig" in gedaan.stderr
    assert "Traceback" not in gedaan.stderr and not Path(uit).exists()
