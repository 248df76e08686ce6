"""Terms of administrative law, by dates counted by hand and by the published days of Easter and Koningsdag."""

from datetime import date

import pytest

from meedoen.recht.termijnen import (
    is_tijdig_bezwaar,
    is_werkdag,
    koningsdag,
    laatste_dag,
    laatste_dag_bezwaar,
    pasen,
    uiterste_beslisdatum,
    uiterste_beslisdatum_bezwaar,
    uiterste_datum_verzoek,
)

D = date.fromisoformat


@pytest.mark.parametrize("dag", ["2015-04-05", "2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05"])
def test_easter(dag: str) -> None:
    assert pasen(D(dag).year) == D(dag)


@pytest.mark.parametrize(("jaar", "dag"), [(2024, "2024-04-27"), (2025, "2025-04-26"), (2026, "2026-04-27")])
def test_koningsdag_is_never_on_a_sunday(jaar: int, dag: str) -> None:
    assert koningsdag(jaar) == D(dag)


@pytest.mark.parametrize(
    "vrij",
    ["2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25"],
)
def test_public_holidays_are_no_working_days(vrij: str) -> None:
    assert not is_werkdag(D(vrij))


@pytest.mark.parametrize(("dag", "einde"), [("2026-04-03", "2026-04-07"), ("2026-05-05", "2026-05-06")])
def test_a_term_ends_on_the_first_working_day(dag: str, einde: str) -> None:
    assert laatste_dag(D(dag)) == D(einde)


def test_eight_weeks_to_decide() -> None:
    assert uiterste_beslisdatum(D("2026-03-02")) == D("2026-04-28"), "27 April is Koningsdag"
    assert uiterste_beslisdatum(D("2026-03-03")) == D("2026-04-28")


def test_the_term_stands_still_while_the_application_is_completed() -> None:
    """Invited on 10 March, so still from the 11th; completed on the 20th: nine days, two of them in both periods."""
    stil = [(D("2026-03-11"), D("2026-03-18")), (D("2026-03-16"), D("2026-03-20"))]
    assert uiterste_beslisdatum(D("2026-03-04"), stil) == D("2026-05-08")
    assert uiterste_beslisdatum(D("2026-03-04"), [(D("2026-03-11"), D("2026-03-11"))]) == D("2026-04-29")


def test_six_weeks_to_object_and_a_week_for_the_post() -> None:
    assert laatste_dag_bezwaar(D("2026-03-02")) == D("2026-04-13")
    assert is_tijdig_bezwaar(D("2026-03-02"), D("2026-04-13"))
    assert not is_tijdig_bezwaar(D("2026-03-02"), D("2026-04-14"))
    assert is_tijdig_bezwaar(D("2026-03-02"), D("2026-04-20"), verzonden_op=D("2026-04-13"))
    assert not is_tijdig_bezwaar(D("2026-03-02"), D("2026-04-21"), verzonden_op=D("2026-04-13"))
    assert not is_tijdig_bezwaar(D("2026-03-02"), D("2026-04-15"), verzonden_op=D("2026-04-14"))


def test_six_or_twelve_weeks_to_decide_on_an_objection_and_at_most_six_more() -> None:
    assert uiterste_beslisdatum_bezwaar(D("2026-03-02"), met_commissie=False) == D("2026-05-26"), "25 May is Pinksteren"
    assert uiterste_beslisdatum_bezwaar(D("2026-03-02"), met_commissie=True) == D("2026-07-06")
    verdaagd = uiterste_beslisdatum_bezwaar(D("2026-03-02"), met_commissie=False, weken_verdaagd=6)
    assert verdaagd == D("2026-07-06")
    with pytest.raises(ValueError, match="7:10 lid 3"):
        uiterste_beslisdatum_bezwaar(D("2026-03-02"), met_commissie=False, weken_verdaagd=7)


@pytest.mark.parametrize(
    ("ontvangen", "verlengd", "uiterlijk"),
    [
        ("2026-11-20", False, "2026-12-20"),
        ("2026-11-20", True, "2027-02-20"),
        ("2026-12-31", False, "2027-01-31"),
        ("2026-01-31", False, "2026-02-28"),
        ("2024-01-30", False, "2024-02-29"),
        ("2026-11-30", True, "2027-02-28"),
        ("2026-09-15", True, "2026-12-15"),
    ],
)
def test_a_request_about_data_is_answered_in_a_month_or_three(ontvangen: str, verlengd: bool, uiterlijk: str) -> None:
    assert uiterste_datum_verzoek(D(ontvangen), is_verlengd=verlengd) == D(uiterlijk)
