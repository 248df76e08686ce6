"""The minimum wage: amounts equal to the gathered table, hour and month as the law relates them."""

import csv
from datetime import date
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest

from meedoen.recht import bereken, laad_recht, lees_geval

with (Path(__file__).parent / "minimumloon.csv").open(newline="") as bestand:
    RIJEN = list(csv.DictReader(bestand))


@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: rij["vanaf"])
def test_month_and_hour_equal_the_gathered_table(rij: dict[str, str]) -> None:
    bedragen, dag = laad_recht().bedragen, date.fromisoformat(rij["vanaf"])
    for naam in ("wettelijk_minimumloon", "wettelijk_minimumuurloon"):
        if rij[naam]:
            assert (bedragen[naam].op(dag).vanaf, bedragen[naam].op(dag).waarde) == (dag, Fraction(rij[naam]))


@pytest.mark.parametrize("rij", [rij for rij in RIJEN if rij["wettelijk_minimumuurloon"]], ids=lambda rij: rij["vanaf"])
def test_the_hour_is_at_least_the_month_by_156_and_never_more_than_a_cent_above_it(rij: dict[str, str]) -> None:
    """Both are rounded, each its own way: 2.191,80 / 156 = 14,05 and the law says 14,06."""
    uur, maand = Fraction(rij["wettelijk_minimumuurloon"]), Fraction(rij["wettelijk_minimumloon"])
    assert Fraction(ceil(maand / 156 * 100), 100) <= uur <= maand / 156 + Fraction(1, 100)


@pytest.mark.parametrize(
    ("dag", "leeftijd"),
    [("2017-06-30", 23), ("2017-07-01", 22), ("2019-06-30", 22), ("2019-07-01", 21), ("2026-11-22", 21)],
)
def test_from_the_adult_age_the_wage_is_whole_and_a_year_younger_it_is_not(dag: str, leeftijd: int) -> None:
    jaar = int(dag[:4])
    personen = [{"id": f"{oud}", "geboortedatum": f"{jaar - oud}-01-01"} for oud in (leeftijd, leeftijd - 1)]
    waarden = bereken(
        lees_geval({"peildatum": dag, "gevraagd": ["wettelijk_minimumloon_per_maand"], "persoon": personen})
    ).waarden
    heel = laad_recht().bedragen["wettelijk_minimumloon"].op(date.fromisoformat(dag)).waarde
    assert waarden[f"{leeftijd}"]["wettelijk_minimumloon_per_maand"] == heel
    assert waarden[f"{leeftijd - 1}"]["wettelijk_minimumloon_per_maand"] < heel  # type: ignore[operator]
