"""`meedoen bereken`: the shape of its answer, and plain Dutch for everything that can be wrong with a case."""

import argparse
import io
import json
import random
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from meedoen.cli_bereken import MEESTE_BYTES, voeg_toe

GEVAL = """
peildatum = 2026-01-01
gevraagd = ["norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand"]
[[persoon]]
id = "a"
geboortedatum = 1980-01-01
inkomen_per_maand = 100.10
vermogen = 0
[[persoon]]
id = "b"
geboortedatum = 1950-01-01
gevraagd = []
"""
TWEE = 'peildatum = 2026-01-01\ngevraagd = ["norm_per_maand"]\n'


def draai(capsys: pytest.CaptureFixture[str], *woorden: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser("meedoen")
    voeg_toe(parser.add_subparsers())
    args = parser.parse_args(["bereken", *woorden])
    code = args.doe(args)
    gedrukt = capsys.readouterr()
    return code, gedrukt.out, gedrukt.err


def draai_bytes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ruw: bytes
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ruw)))
    return draai(capsys, "-")


def test_a_case_in_a_file_is_answered_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "geval.toml").write_text(GEVAL)
    code, uit, fout = draai(capsys, str(tmp_path / "geval.toml"))
    antwoord = json.loads(uit)
    assert (code, fout) == (0, "")
    assert list(antwoord) == ["peildatum", "personen", "meldingen", "ontvangst"]
    assert antwoord["peildatum"] == "2026-01-01"
    assert antwoord["personen"] == {
        "a": {"norm_per_maand": "1001.07", "aantal_kostendelers": 2, "uitbetaling_per_maand": "855.92"},
        "b": {},
    }
    assert antwoord["meldingen"] == []
    assert {bedrag["naam"] for bedrag in antwoord["ontvangst"]["bedragen"]} >= {
        "norm_gehuwden",
        "vermogensgrens_alleenstaande",
    }
    assert re.fullmatch(r"[0-9a-f]{64}", antwoord["ontvangst"]["hash"])


def test_toml_and_json_on_standard_input_give_the_same_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    als_json = {
        "peildatum": "2026-01-01",
        "gevraagd": ["norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand"],
        "persoon": [
            {"id": "a", "geboortedatum": "1980-01-01", "inkomen_per_maand": 100.10, "vermogen": 0},
            {"id": "b", "geboortedatum": "1950-01-01", "gevraagd": []},
        ],
    }
    uit_toml = draai_bytes(capsys, monkeypatch, GEVAL.encode())
    uit_json = draai_bytes(capsys, monkeypatch, json.dumps(als_json).encode())
    met_bom = draai_bytes(capsys, monkeypatch, b"\xef\xbb\xbf" + GEVAL.encode())
    assert uit_toml == uit_json == met_bom
    assert uit_toml[0] == 0


@pytest.mark.parametrize("bedrag", ["0.1", "0.10", '"0.10"', "100000", "0.29", "1001.06"])
def test_money_is_read_exactly_as_it_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bedrag: str
) -> None:
    geval = GEVAL.replace("100.10", bedrag).replace(
        '"uitbetaling_per_maand"', '"in_aanmerking_te_nemen_inkomen_per_maand"'
    )
    code, uit, _ = draai_bytes(capsys, monkeypatch, geval.encode())
    gelezen = json.loads(uit)["personen"]["a"]["in_aanmerking_te_nemen_inkomen_per_maand"]
    assert (code, gelezen) == (0, f"{float(bedrag.strip(chr(34))):.2f}")


def test_an_empty_result_comes_with_its_reason_and_article(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = TWEE + '[[persoon]]\nid = "k"\ngeboortedatum = 2015-01-01\n'
    _, uit, _ = draai_bytes(capsys, monkeypatch, kind.encode())
    antwoord = json.loads(uit)
    assert antwoord["personen"] == {"k": {"norm_per_maand": None}}
    assert antwoord["redenen"]["k"]["norm_per_maand"]["artikel"] == "Participatiewet 13 lid 1 onderdeel f"


def test_with_uitleg_every_step_names_rule_article_inputs_and_sources(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "geval.toml").write_text(GEVAL)
    _, uit, _ = draai(capsys, str(tmp_path / "geval.toml"), "--uitleg")
    stappen = {(stap["regel"], stap["persoon"]): stap for stap in json.loads(uit)["uitleg"]}
    stap = stappen["kostendelersnorm_per_maand", "a"]
    assert (stap["artikel"], stap["uitkomst"]) == ("Participatiewet 22a lid 1", "1001.07")
    invoer = {deel["naam"]: deel for deel in stap["invoer"]}
    assert invoer["aantal_kostendelers"]["waarde"] == 2
    assert invoer["kostendelersnorm_vast_deel"]["bron"]
    assert {"regel", "artikel", "tekst", "vanaf", "tot", "plaats"} <= set(stap)
    assert invoer["rekennorm_per_maand"]["artikel"]


def persoon(**velden: Any) -> str:
    return "[[persoon]]\n" + "".join(f"{naam} = {waarde}\n" for naam, waarde in velden.items())


A = persoon(id='"a"', geboortedatum="1980-01-01")
FOUTEN: dict[str, tuple[str, list[str]]] = {
    "leeg": ("", ["peildatum", "gevraagd", "persoon"]),
    "geen personen": (TWEE, ["persoon"]),
    "peildatum bestaat niet": (TWEE.replace("2026-01-01", '"2026-02-30"') + A, ["peildatum", "2026-02-30"]),
    "peildatum van voor de wet": (TWEE.replace("2026", "2014") + A, ["van 2015-01-01 tot 2027-01-01"]),
    "peildatum van na de wet": (TWEE.replace("2026", "2027") + A, ["van 2015-01-01 tot 2027-01-01"]),
    "peildatum met tijd": (TWEE.replace("2026-01-01", "2026-01-01T00:00:00") + A, ["peildatum"]),
    "uitkomst onbekend": (TWEE.replace("norm_per", "nrm_per") + A, ["nrm_per_maand", "norm_per_maand"]),
    "veld onbekend": (TWEE + A + "inkomn_per_maand = 3\n", ["persoon a", "inkomn_per_maand", "inkomen_per_maand"]),
    "geboren na de peildatum": (TWEE + persoon(id='"a"', geboortedatum="2026-01-02"), ["geboortedatum", "2026-01-02"]),
    "geboren in 1800": (TWEE + persoon(id='"a"', geboortedatum="1800-01-01"), ["geboortedatum"]),
    "ouder dan 125": (TWEE + persoon(id='"a"', geboortedatum="1899-12-31"), ["125"]),
    "geboortedatum is een getal": (TWEE + persoon(id='"a"', geboortedatum="19800101"), ["geboortedatum", "19800101"]),
    "student is een woord": (TWEE + A + 'student = "ja"\n', ["student", "true of false"]),
    "inkomen onder nul": (TWEE + A + "inkomen_per_maand = -1\n", ["inkomen_per_maand", "-1"]),
    "inkomen is oneindig": (TWEE + A + "inkomen_per_maand = inf\n", ["inkomen_per_maand"]),
    "inkomen in duizendsten": (TWEE + A + "inkomen_per_maand = 1.001\n", ["inkomen_per_maand", "2 decimalen"]),
    "inkomen is absurd": (TWEE + A + "inkomen_per_maand = 100000.01\n", ["inkomen_per_maand"]),
    "inkomen is een lijst": (TWEE + A + "inkomen_per_maand = [1]\n", ["inkomen_per_maand"]),
    "loonwaarde boven 100": (TWEE + A + "loonwaarde_percentage = 101\n", ["loonwaarde_percentage", "100"]),
    "uren onder nul": (TWEE + A + "uren_per_week = -8\n", ["uren_per_week"]),
    "voltijd nul": (TWEE + A + "voltijd_uren_per_week = 0\n", ["voltijd_uren_per_week"]),
    "twee dezelfde ids": (TWEE + A + A, ["een id dat maar één keer voorkomt"]),
    "id ontbreekt": (TWEE + persoon(geboortedatum="1980-01-01"), ["id", "niet opgegeven"]),
    "partner bestaat niet": (TWEE + A + 'partner = "z"\n', ["partner", "'z'"]),
    "partner van zichzelf": (TWEE + A + 'partner = "a"\n', ["partner"]),
    "partner is een lijst": (TWEE + A + 'partner = ["b", "c"]\n', ["partner"]),
    "twee partners": (
        TWEE + A + 'partner = "b"\n' + A.replace('"a"', '"b"') + A.replace('"a"', '"c"') + 'partner = "b"\n',
        ["één partner", "persoon c"],
    ),
    "kring van partners": (
        TWEE + "".join(A.replace('"a"', f'"{ik}"') + f'partner = "{hij}"\n' for ik, hij in ("ab", "bc", "ca")),
        ["één partner"],
    ),
    "partner van 12": (
        TWEE + A + 'partner = "b"\n' + persoon(id='"b"', geboortedatum="2013-06-01"),
        ["partner", "16 jaar"],
    ),
    "kind ouder dan ouder": (
        TWEE + A + persoon(id='"k"', geboortedatum="1970-01-01", ouders='["a"]'),
        ["ouders", "eerder geboren"],
    ),
    "201 personen": (TWEE + "".join(A.replace('"a"', f'"p{n}"') for n in range(201)), ["201 personen", "200"]),
    "geen TOML": ("dit is geen geval", ["geen TOML", "regel 1"]),
    "TOML met dubbele sleutel": (TWEE + TWEE + A, ["geen TOML"]),
    "JSON die te vroeg stopt": ('{"peildatum": ', ["geen JSON", "regel 1"]),
    "JSON met dubbele sleutel": (
        '{"peildatum": "2026-01-01", "peildatum": "2025-01-01"}',
        ["'peildatum'", "twee keer"],
    ),
    "JSON met NaN": ('{"peildatum": NaN}', ["NaN is geen getal"]),
    "JSON met een getal van tienduizend cijfers": ('{"peildatum": ' + "9" * 10_000 + "}", ["JSON"]),
    "diep geneste JSON": ('{"persoon": ' + "[" * 100_000, ["te diep genest"]),
    "diep geneste TOML": ("persoon = " + "[" * 100_000, ["te diep genest"]),
    "JSON-lijst van niets": ("[]", ["geen TOML"]),
    "losse surrogaat": (
        '{"peildatum": "2026-01-01", "gevraagd": ["norm_per_maand"], "persoon":'
        ' [{"id": "\\ud800", "geboortedatum": "1980-01-01"}]}',
        ["tekens die geen tekst zijn"],
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_a_case_that_cannot_be_right_is_refused_in_plain_dutch(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    tekst, delen = FOUTEN[naam]
    code, uit, fout = draai_bytes(capsys, monkeypatch, tekst.encode())
    assert (code, uit) == (2, "")
    assert all(deel in fout for deel in delen), fout
    assert "Traceback" not in fout


ROMMEL = random.Random(2015)


@pytest.mark.parametrize(
    ("ruw", "deel"),
    [
        (ROMMEL.randbytes(MEESTE_BYTES), "geen tekst in UTF-8"),
        (ROMMEL.randbytes(MEESTE_BYTES + 1), "groter dan 10 MB"),
        (b"x" * MEESTE_BYTES, "geen TOML"),
        (b"{" + b" " * (MEESTE_BYTES - 1), "geen JSON"),
        (b"\x00" * 1000, "geen TOML"),
        (b"\xff\xfep\x00e\x00", "geen tekst in UTF-8: byte 1"),
    ],
    ids=["10 MB bytes", "meer dan 10 MB", "10 MB letters", "10 MB spaties", "nulbytes", "UTF-16"],
)
def test_rubbish_is_refused_in_plain_dutch(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ruw: bytes, deel: str
) -> None:
    code, uit, fout = draai_bytes(capsys, monkeypatch, ruw)
    assert (code, uit) == (2, "")
    assert deel in fout
    assert len(fout) < 500


def test_all_faults_are_named_at_once(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    tekst = TWEE + A + 'student = "ja"\nuren_per_week = -1\npartner = "z"\n' + persoon(id='"b"', geboortedatum='"?"')
    code, _, fout = draai_bytes(capsys, monkeypatch, tekst.encode())
    assert code == 2
    assert [regel.split(",")[0] for regel in fout.splitlines()[1:]].count("persoon a") == 3
    assert "persoon b, geboortedatum" in fout


def test_missing_facts_are_asked_for_by_person_name_and_question(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = TWEE.replace("norm_per_maand", "loonkostensubsidie_per_maand") + A
    code, uit, fout = draai_bytes(capsys, monkeypatch, tekst.encode())
    assert (code, uit) == (3, "")
    for feit, vraag in (
        ("loonwaarde_percentage", "Welk percentage is als loonwaarde vastgesteld?"),
        ("uren_per_week", "Hoeveel uren per week zijn overeengekomen?"),
        ("voltijd_uren_per_week", "Hoeveel uren per week telt een volledige werkweek"),
    ):
        assert f"vul in: {feit}" in fout
        assert f"persoon a: {vraag}" in fout


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for pad, deel in (
        (tmp_path / "weg.toml", "bestaat niet"),
        (tmp_path, "niet te lezen"),
        (Path("a\0b"), "niet te lezen"),
    ):
        code, uit, fout = draai(capsys, str(pad))
        assert (code, uit) == (2, "")
        assert deel in fout


def test_an_id_cannot_write_control_codes_to_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = TWEE + persoon(id='"\\u001b[2J"', geboortedatum='"?"')
    assert "\x1b" not in draai_bytes(capsys, monkeypatch, tekst.encode())[2]
