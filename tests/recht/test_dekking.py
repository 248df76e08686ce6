"""Inventory: every version of every rule runs in a case, every amount and fact is used, every rule has its article."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.explanations import regels_met_uitleg, uitleg_van

PADEN = sorted((Path(__file__).parents[2] / "gevallen").rglob("*.toml"))
RELATIES = {"partner", "commerciele_relatie_met", "ouders"}


@pytest.fixture(scope="module")
def gebruikt() -> dict[str, set[str]]:
    """What the cases touch: rule versions as `name vanaf`, and the names of amounts and facts."""
    soorten: dict[str, set[str]] = {"regel": set(), "bedrag": set(), "feit": set()}
    for pad in PADEN:
        opgave = tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)
        for stap in bereken(lees_geval(opgave), vragen=True).spoor:
            soorten["regel"].add(f"{stap.regel} {stap.vanaf}")
            for invoer in stap.invoer:
                if invoer.soort in ("bedrag", "feit"):
                    soorten[invoer.soort].add(invoer.naam)
    return soorten


def test_every_version_of_every_rule_runs_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    versies = {f"{naam} {regel.kop.vanaf}" for naam, regels in laad_recht().regels.items() for regel in regels}
    assert versies - gebruikt["regel"] == set()


def test_every_amount_is_read_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    assert set(laad_recht().bedragen) - gebruikt["bedrag"] == set()


def test_every_fact_is_read_in_a_case(gebruikt: dict[str, set[str]]) -> None:
    assert set(laad_recht().feiten) - gebruikt["feit"] - RELATIES == set()


def test_every_rule_has_an_article_a_paraphrase_and_at_most_thirty_lines() -> None:
    for naam, versies in laad_recht().regels.items():
        for regel in versies:
            knoop = regel.kop.knoop
            assert regel.kop.artikel and len(regel.kop.tekst) > 20, naam
            begin = knoop.body[0].lineno
            assert (knoop.end_lineno or begin) - begin < 30, naam


def test_the_name_of_every_result_ends_in_its_unit_or_says_that_it_is_a_truth() -> None:
    zonder = {"leeftijd", "leeftijd_na_verjaardag", "vermogensgrens", "gezamenlijk_vermogen"}
    for naam, versies in laad_recht().regels.items():
        soort = f"{versies[0].kop.soort}"
        if soort == "ja/nee":
            assert naam.startswith(("is_", "heeft_")), naam
        elif soort.startswith("euro per"):
            assert naam.endswith(("_per_maand", "_per_uur")), naam
        else:
            assert (
                naam.startswith(("aantal_", "leeftijd", "percentage_", "peildatum_", "herzieningsdatum_"))
                or naam.endswith(("_per_week", "_per_week_voor_hele_subsidie", "hele_subsidie"))
                or naam in zonder
            ), naam


def test_every_version_of_every_rule_is_explained_in_dutch_and_nothing_else_is() -> None:
    nodig = set()
    for naam, versies in laad_recht().regels.items():
        nodig |= {naam} if len(versies) == 1 else {f"{naam} {regel.kop.vanaf}" for regel in versies}
        for regel in versies:
            zin = uitleg_van(naam, regel.kop.vanaf)
            assert zin.endswith((".", "?")) and 20 < len(zin) < 260, naam
    assert regels_met_uitleg() == nodig
