"""`meedoen verordening`: exit codes, what goes to which stream, and rubbish as input."""

import io
import json
import sys
from pathlib import Path

import pytest

from meedoen import cli

ASSEN = Path(__file__).parents[1] / "voorbeelden/drentsche-aa/verordeningen/assen.toml"


def doe(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str, str]:
    try:
        code = cli.main(["verordening", *argumenten])
    except SystemExit as eind:
        code = int(eind.code or 0)
    gezien = capsys.readouterr()
    return code, gezien.out, gezien.err


def test_a_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, fout = doe(capsys, "controleer", str(ASSEN))
    assert (code, fout) == (0, "") and "klopt: Assen, besluiten: " in uit


def test_every_fault_on_the_error_stream_with_its_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pad = tmp_path / "fout.toml"
    pad.write_text(ASSEN.read_text("utf-8").replace("= 36", "= 360").replace("stadspas = true", "stadspass = true"))
    code, uit, fout = doe(capsys, "controleer", str(pad))
    assert code == 2 and uit == ""
    assert "klopt niet (" in fout and "360 kan niet" in fout and "Bedoelt u stadspas?" in fout
    regels = [int(deel.split()[1].rstrip(":")) for deel in fout.splitlines()[1:]]
    assert regels == sorted(regels)


def test_mandatory_terms_that_the_file_lacks_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pad = tmp_path / "kort.toml"
    regels = [regel for regel in ASSEN.read_text("utf-8").splitlines() if not regel.startswith("misdraging_duur")]
    pad.write_text("\n".join(regels) + "\n", "utf-8")
    code, uit, fout = doe(capsys, "controleer", str(pad))
    assert code == 0 and "klopt: Assen" in uit
    kop, *gemist = fout.splitlines()
    assert kop == f"Verplicht, en niet in {pad} (1); zonder waarde is het een vraag aan de gemeente:"
    assert len(gemist) == 1 and gemist[0].startswith("  misdraging_duur (Participatiewet ")


def test_warnings_do_not_refuse_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pad = tmp_path / "laat.toml"
    pad.write_text(ASSEN.read_text("utf-8").replace("besloten_op = 2023-06-08", "besloten_op = 2023-08-08"))
    code, uit, fout = doe(capsys, "controleer", str(pad))
    assert code == 0 and "klopt" in uit and "let op: " in fout and "het werkt terug" in fout


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASSEN.read_bytes())))
    assert doe(capsys, "controleer", "-")[0] == 0


@pytest.mark.parametrize("ruw", [b"", b"\xff\xfe", b"\x00\x01", b"a = [", b"[[besluit]]", b"x" * 2_000_001])
def test_rubbish_is_refused_with_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path, ruw: bytes) -> None:
    pad = tmp_path / "rommel.toml"
    pad.write_bytes(ruw)
    for argumenten in (["controleer", str(pad)], ["lijst", "--op", "2020-01-01", str(pad)]):
        code, uit, fout = doe(capsys, *argumenten)
        assert code == 2 and uit == "" and len(fout) > 20 and "Traceback" not in fout


NIET_TE_LEZEN = [
    ("bestaat-niet.toml", "bestaat niet."),
    (".", "niet te lezen: het is een map en geen bestand."),
    ("a\0b", "niet te lezen: dit kan geen naam van een bestand zijn."),
]


@pytest.mark.parametrize(("naam", "zin"), NIET_TE_LEZEN)
def test_a_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str], naam: str, zin: str) -> None:
    code, uit, fout = doe(capsys, "controleer", naam)
    assert code == 2 and uit == "" and fout.endswith(f"{zin}\n")


def test_the_list_of_2015(capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, fout = doe(capsys, "lijst", "--op", "2015-01-01")
    assert (code, fout) == (0, "")
    assert "INTREKKEN Toeslagenverordening WWB" in uit and "MAKEN Tegenprestatie" in uit
    assert "uiterlijk 2015-07-01" in uit and "bron: Participatiewet 78z" in uit
    assert "niet vastgesteld" not in uit


def test_the_list_of_a_municipality(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pad = tmp_path / "assen.toml"
    tekst = ASSEN.read_text("utf-8")
    pad.write_text(tekst.replace("inkomenstoeslag_gehuwden = 535\n", "").replace("draagkracht_periode = 12\n", ""))
    code, uit, _ = doe(capsys, "lijst", "--op", "2016-01-01", str(pad))
    assert code == 0 and "de lijst van de raad van Assen" in uit
    assert "! nog niet vastgesteld: inkomenstoeslag_gehuwden." in uit
    assert "draagkracht_periode: Over hoeveel maanden" in uit
    assert "MAKEN Individuele inkomenstoeslag" not in uit


def test_an_unverified_step_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "niet geverifieerd: " in doe(capsys, "lijst", "--op", "2021-07-01")[1]


def test_the_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, _ = doe(capsys, "lijst", "--op", "2022-04-01", "--json", str(ASSEN))
    gelezen = json.loads(uit)
    assert code == 0 and gelezen["gemeente"] == "Assen"
    assert set(gelezen) == {"op", "gemeente", "te_doen", "komt_eraan", "verordeningen", "beleid_ontbreekt"}


@pytest.mark.parametrize("dag", ["morgen", "2015-02-30", "2015-1-1", "20150101", "1900-01-01", "2030-01-01", ""])
def test_a_date_that_is_none_or_outside_the_law(capsys: pytest.CaptureFixture[str], dag: str) -> None:
    code, uit, fout = doe(capsys, "lijst", "--op", dag)
    assert code == 2 and uit == "" and ("geen bestaande datum" in fout or "niet bekend" in fout)


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for argumenten in (["--help"], ["controleer", "--help"], ["lijst", "--help"]):
        code, uit, _ = doe(capsys, *argumenten)
        assert (
            code == 0 and uit.startswith("gebruik: meedoen verordening") and "usage" not in uit and "options" not in uit
        )


def test_the_date_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, fout = doe(capsys, "lijst")
    assert code == 2 and "deze argumenten ontbreken: --op" in fout
