"""The pensioengerechtigde leeftijd by date of birth says the same as the law, which names it per calendar year."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.engine import volle_maanden

IN_MAANDEN = {2012: 780, 2013: 781, 2014: 782, 2015: 783, 2016: 786, 2017: 789, 2018: 792} | {
    **dict.fromkeys((2019, 2020, 2021), 796),
    2022: 799,
    2023: 802,
    **dict.fromkeys((2024, 2025, 2026), 804),
}
"""Algemene Ouderdomswet art. 7a lid 1: the age in each calendar year. 2012 stands for all years before 2013."""


def volgens_de_wet(geboren: date, dag: date) -> bool:
    """Reached in some year the age of that year: then later rises no longer matter."""
    jaren = range(2012, dag.year + 1)
    return any(volle_maanden(geboren, min(dag, date(jaar, 12, 31))) >= IN_MAANDEN[jaar] for jaar in jaren)


def is_pensioengerechtigd(geboren: date, dag: date) -> bool:
    opgave = {
        "peildatum": dag,
        "gevraagd": ["is_pensioengerechtigd"],
        "persoon": [{"id": "a", "geboortedatum": geboren}],
    }
    return bool(bereken(lees_geval(opgave)).waarden["a"]["is_pensioengerechtigd"])


@given(st.dates(date(1935, 1, 1), date(1965, 12, 31)), st.dates(date(2015, 1, 1), date(2026, 12, 31)))
@example(date(1950, 8, 31), date(2015, 12, 1))
@example(date(1955, 8, 31), date(2021, 12, 31))
@example(date(1956, 2, 29), date(2022, 9, 29))
def test_on_any_day_for_any_birth_date_it_is_what_the_law_says(geboren: date, dag: date) -> None:
    assert is_pensioengerechtigd(geboren, dag) is volgens_de_wet(geboren, dag)


@pytest.mark.parametrize(
    "grens", [waarde.vanaf for waarde in laad_recht().bedragen["pensioengerechtigde_leeftijd"].waarden[3:-2]]
)
def test_both_sides_of_every_border_between_dates_of_birth(grens: date) -> None:
    for geboren in (grens - timedelta(days=1), grens):
        dagen = [date(2015, 1, 1) + timedelta(days=dag) for dag in range(0, 12 * 365, 5)]
        bereikt = [dag for dag in dagen if volgens_de_wet(geboren, dag)]
        for dag in {max(date(2015, 1, 1), bereikt[0] - timedelta(days=n)) for n in range(7)} if bereikt else set():
            assert is_pensioengerechtigd(geboren, dag) is volgens_de_wet(geboren, dag)


def test_who_is_not_yet_65_is_answered_without_knowing_his_pension_age() -> None:
    assert is_pensioengerechtigd(date(2000, 1, 1), date(2026, 1, 1)) is False
