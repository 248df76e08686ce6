"""Inventory: every version of every rule runs in a case, every amount, fact and open term is used, and every rule has
its article and its Dutch sentence.
"""

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.explanations import regels_met_uitleg, uitleg_van

PADEN = sorted((Path(__file__).parents[2] / "gevallen").rglob("*.toml"))
RELATIES = {"partner", "commerciele_relatie_met", "ouders"}
RIJNUMMER = re.compile(r"\[\d+\]")


@pytest.fixture(scope="module")
def gebruikt() -> dict[str, set[str]]:
    """What the cases touch: rule versions as `name vanaf`, and the names of amounts, facts, judgments and terms."""
    soorten: dict[str, set[str]] = {"regel": set(), "bedrag": set(), "feit": set(), "oordeel": set(), "term": set()}
    for pad in PADEN:
        opgave = tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)
        for stap in bereken(lees_geval(opgave), vragen=True).spoor:
            soorten["regel"].add(f"{stap.regel} {stap.vanaf}")
            for invoer in stap.invoer:
                if invoer.soort in soorten:
                    soorten[invoer.soort].add(RIJNUMMER.sub("", invoer.naam))
    return soorten


def test_every_version_of_every_rule_runs_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    versies = {f"{naam} {regel.kop.vanaf}" for naam, regels in laad_recht().regels.items() for regel in regels}
    assert versies - gebruikt["regel"] == set()


def test_every_amount_is_read_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    assert set(laad_recht().bedragen) - gebruikt["bedrag"] == set()


def test_every_fact_is_read_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    feiten = laad_recht().feiten
    velden = {f"{naam}.{veld}" for naam, feit in feiten.items() for veld in feit.velden}
    assert {*feiten, *velden} - gebruikt["feit"] - gebruikt["oordeel"] - RELATIES == set()


def test_every_judgment_is_answered_in_a_case_by_a_named_person(gebruikt: dict[str, set[str]]) -> None:
    oordelen = {naam for naam, feit in laad_recht().feiten.items() if feit.is_oordeel}
    assert oordelen - gebruikt["oordeel"] == set()


def test_every_open_term_is_read_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    assert set(laad_recht().termen) - gebruikt["term"] == set()


def test_every_rule_has_an_article_a_paraphrase_and_at_most_thirty_lines() -> None:
    for naam, versies in laad_recht().regels.items():
        for regel in versies:
            knoop = regel.kop.knoop
            assert regel.kop.artikel and len(regel.kop.tekst) > 20, naam
            begin = knoop.body[0].lineno
            assert (knoop.end_lineno or begin) - begin < 30, naam


NAMEN = {
    "ja/nee": r"(is|heeft|mag|moet|telt|valt)_.*",
    "datum": r".*(datum|dag|begin|einde|vanaf|tot|termijn).*",
    "euro per maand": r".*_per_maand",
    "euro per jaar": r".*_per_jaar",
    "euro per uur": r".*_per_uur",
    "uur per week": r".*(_per_week|hele_subsidie).*",
    "uur per jaar": r".*_per_jaar",
    "maand": r".*(maanden|maand|duur|periode).*",
    "jaar": r".*(leeftijd|jaren).*",
}
"""Sort of result -> what its name looks like. Other sorts (a share, a count, a choice) say it in words."""


def test_the_name_of_every_result_tells_its_unit_or_that_it_is_a_truth() -> None:
    for naam, versies in laad_recht().regels.items():
        vorm = NAMEN.get(f"{versies[0].kop.soort}")
        assert vorm is None or re.fullmatch(vorm, naam), (naam, vorm)


def test_every_version_of_every_rule_is_explained_in_dutch_and_nothing_else_is() -> None:
    nodig = set()
    for naam, versies in laad_recht().regels.items():
        nodig |= {naam} if len(versies) == 1 else {f"{naam} {regel.kop.vanaf}" for regel in versies}
        for regel in versies:
            zin = uitleg_van(naam, regel.kop.vanaf)
            assert zin.endswith((".", "?")) and 20 < len(zin) < 260, naam
    assert regels_met_uitleg() == nodig
