"""`meedoen vergelijk`: what it prints, as text and as JSON, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from meedoen import cli
from meedoen.cli_vergelijk import SPREIDING, euro
from meedoen.recht.comparison import GRENZEN
from tests.recht.test_comparison import tabel

VERORDENING = """gemeente = "Assen"
[[besluit]]
verordening = "beleid_uitbetaling"
naam = "Beleidsregel"
besloten_op = 2014-12-01
bron = "verzonnen"
vanaf = 2015-01-01
[besluit.waarden]
grondslag_verlaging = "de eigen norm"
verlagingen_samen = "alleen de hoogste"
verlaging_zonder_woning = 0
verlaging_zonder_woonkosten = {deel}
"""


@pytest.fixture
def opdracht(tmp_path: Path) -> list[str]:
    delen = []
    for naam, deel in (("A", 10), ("B", 20)):
        (tmp_path / f"{naam}.toml").write_text(VERORDENING.format(deel=deel), "utf-8")
        delen += ["--verordening", str(tmp_path / f"{naam}.toml")]
    return ["vergelijk", "--tabel", str(tabel(tmp_path, 40)), "--peildatum", "2026-01-01", *delen]


def doe(capsys: pytest.CaptureFixture[str], *argumenten: str) -> str:
    assert cli.main([*argumenten]) == 0
    return capsys.readouterr().out


def test_text_and_json_say_the_same(opdracht: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    tekst = doe(capsys, *opdracht)
    antwoord = json.loads(doe(capsys, *opdracht, "--json"))
    per_jaar = antwoord["kosten_per_jaar"]
    assert per_jaar.startswith("-") and antwoord["termen"] == ["verlaging_zonder_woonkosten"]
    centen = -int(per_jaar.replace(".", ""))
    assert f"De gemeente is onder B {euro(centen)} per jaar minder kwijt" in tekst
    for soort, groep in antwoord["gezinnen"].items():
        regel = next(regel for regel in tekst.splitlines() if regel.startswith(f"{soort:<24}"))
        assert regel.split()[len(soort.split()) :][:3] == [str(groep[k]) for k in ("gezinnen", "vooruit", "achteruit")]
        assert groep["gelijk"] == groep["gezinnen"] - groep["vooruit"] - groep["achteruit"]
    assert sum(groep["gezinnen"] for groep in antwoord["gezinnen"].values()) == 40
    assert sum(antwoord["spreiding"].values()) == 40
    assert "\nuitbetaling_per_maand " in tekst and "\nboete " not in tekst, "nobody's facts tell of a boete"
    assert "  boete onder A en B: " in tekst, "what could not be computed is named, each result on a line of its own"
    assert {f"  {deel['uitkomst']} " in tekst for deel in antwoord["niet_uitgerekend"]} == {True}
    assert antwoord["deels_vergeleken_gezinnen"] == 40
    assert "Let op: van 40 gezinnen is een deel niet uitgerekend; dat deel telt niet mee" in tekst
    assert "meest achteruit" in tekst and "meest vooruit" not in tekst
    assert antwoord["uitschieters"][0]["verschil_per_jaar"].startswith("-")


def test_what_is_compared_whole_says_so_by_saying_nothing(
    opdracht: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*opdracht, "--gevraagd", "uitbetaling_per_maand"]) == 0
    shown = capsys.readouterr()
    assert "Let op" not in shown.out and "niet uitgerekend" not in shown.out
    assert "Niet geverifieerd is, van wat deze uitkomsten kan bepalen" in shown.err
    gelijk = [deel.replace("B.toml", "A.toml") for deel in opdracht]
    assert "De gemeente is onder A en B evenveel kwijt." in doe(capsys, *gelijk, "--gevraagd", "uitbetaling_per_maand")


def test_a_row_per_person_on_request(opdracht: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doe(capsys, *opdracht, "--uit", str(tmp_path / "uit.parquet"))
    assert pq.read_metadata(tmp_path / "uit.parquet").num_rows == pq.read_metadata(tmp_path / "in.parquet").num_rows


def test_one_household_step_by_step_with_what_differs_marked(
    opdracht: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    tekst = doe(capsys, *opdracht, "--huishouden", "h0002")
    regel = next(regel for regel in tekst.splitlines() if "term verlaging_zonder_woonkosten" in regel)
    assert regel.startswith("≠") and regel.split()[-2:] == ["0.1", "0.2"]
    regel = next(regel for regel in tekst.splitlines() if "uitbetaling_per_maand (a)" in regel)
    een, twee = map(float, regel.split()[-2:])
    assert regel.startswith("≠") and een > twee
    assert next(regel for regel in tekst.splitlines() if "leeftijd (a)" in regel).startswith("  ")
    json_ = json.loads(doe(capsys, *opdracht, "--huishouden", "h0002", "--json"))
    assert json_["A"]["personen"]["a"]["uitbetaling_per_maand"] == f"{een:.2f}"
    assert json_["B"]["uitleg"]


VERKEERD: list[tuple[list[str], str]] = [
    (["--huishouden", "h9999"], "staat geen huishouden h9999"),
    (["--gevraagd", "uitbetaling_per_mand"], "Bedoelt u uitbetaling_per_maand?"),
    (["--gevraagd", "leeftijd"], "leeftijd is geen bedrag"),
    (["--verordening", "c.toml"], "Geef --verordening twee keer"),
    (["--uit", "in.parquet"], "twee keer genoemd"),
]


@pytest.mark.parametrize(("erbij", "zin"), VERKEERD)
def test_what_cannot_be_compared_is_told(
    erbij: list[str],
    zin: str,
    opdracht: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main([*opdracht, *erbij]) == 2
    shown = capsys.readouterr()
    assert zin in shown.err and not shown.out


def test_amounts_are_written_as_people_write_them() -> None:
    assert [euro(centen) for centen in (0, 5, -123_456_78, 100_000)] == [
        "€ 0,00",
        "€ 0,05",
        "−€ 123.456,78",
        "€ 1.000,00",
    ]
    assert len(SPREIDING) == len(GRENZEN) + 1


def test_the_groups_of_the_distribution_are_as_they_are_called() -> None:
    import numpy as np

    bedragen: dict[int, Any] = {
        -100_001: 0, -100_000: 1, -50_001: 1, -50_000: 2, -10_001: 2, -10_000: 3, -1: 3, 0: 4,
        1: 5, 10_000: 5, 10_001: 6, 50_000: 6, 50_001: 7, 100_000: 7, 100_001: 8,
    }  # fmt: skip
    assert np.searchsorted(GRENZEN, list(bedragen), side="right").tolist() == list(bedragen.values())
