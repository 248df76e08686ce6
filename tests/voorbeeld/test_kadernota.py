"""The demonstration against what is published: the Kadernota's stock to the person, national rates by and large."""

import datetime
import itertools
from collections import Counter
from typing import Any

import pytest

from tests.voorbeeld.conftest import VANDAAG
from tests.voorbeeld.tables import Register, eersten_van_de_maand, geldig

BEGIN = datetime.date(2015, 1, 1)
KADERNOTA = {"0-30": 832, "30-50": 908, "50-80": 616, "80-100": 400, "wsw-oud": 854}


def test_on_1_january_2015_every_doelgroep_counts_what_the_kadernota_counts(demo: Register) -> None:
    assert Counter(rij["doelgroep"] for rij in geldig(demo["indelingen"], BEGIN)) == KADERNOTA


def test_of_these_2700_have_bijstand_and_56_do_not(demo: Register) -> None:
    bijstand = {rij["persoon"] for rij in geldig(demo["uitkeringen"], BEGIN)}
    ingedeeld = {rij["persoon"] for rij in geldig(demo["indelingen"], BEGIN) if rij["doelgroep"] != "wsw-oud"}
    assert (len(bijstand), len(ingedeeld - bijstand), bijstand - ingedeeld) == (2700, 56, set())


def test_854_people_have_a_wsw_contract(demo: Register) -> None:
    wsw = [rij for rij in geldig(demo["plaatsingen"], BEGIN) if rij["soort"] in ("wsw", "begeleid_werken")]
    assert len(wsw) == len({rij["persoon"] for rij in wsw}) == 854
    assert {rij["persoon"] for rij in wsw} == {
        rij["persoon"] for rij in geldig(demo["indelingen"], BEGIN) if rij["doelgroep"] == "wsw-oud"
    }


@pytest.mark.parametrize("blad", ["indelingen", "uitkeringen", "plaatsingen"])
def test_each_month_ends_with_what_it_began_with_plus_in_minus_out(demo: Register, blad: str) -> None:
    soort = {"indelingen": "doelgroep", "uitkeringen": "", "plaatsingen": "soort"}[blad]
    dagen = list(eersten_van_de_maand(BEGIN, VANDAAG))
    for eerste, volgende in itertools.pairwise(dagen):
        stand = _tel(geldig(demo[blad], eerste), soort)
        begonnen = _tel([rij for rij in demo[blad] if eerste < rij["vanaf"] <= volgende], soort)
        geeindigd = _tel([rij for rij in demo[blad] if rij["tot"] and eerste < rij["tot"] <= volgende], soort)
        stand.update(begonnen)
        stand.subtract(geeindigd)
        assert +stand == _tel(geldig(demo[blad], volgende), soort), f"{blad} in the month from {eerste}"


def _tel(rijen: list[dict[str, Any]], soort: str) -> Counter[str]:
    return Counter(rij[soort] if soort else "" for rij in rijen)


@pytest.mark.parametrize(
    ("jaar", "in_procent", "uit_procent"),
    [(2017, 29, 30), (2018, 25, 30), (2022, 19.3, 26), (2023, 22.9, 23.4)],
)
def test_flows_follow_the_national_benchmark(demo: Register, jaar: int, in_procent: float, uit_procent: float) -> None:
    voorraad = len(geldig(demo["uitkeringen"], datetime.date(jaar, 1, 1)))
    begonnen = sum(rij["vanaf"].year == jaar for rij in demo["uitkeringen"])
    geeindigd = sum(rij["tot"] is not None and rij["tot"].year == jaar for rij in demo["uitkeringen"])
    assert 100 * begonnen / voorraad == pytest.approx(in_procent, abs=1)
    assert 100 * geeindigd / voorraad == pytest.approx(uit_procent, abs=1)


@pytest.mark.parametrize("jaar", range(2016, 2027))
def test_wsw_shrinks_by_some_five_percent_a_year(demo: Register, jaar: int) -> None:
    voor, na = (
        sum(rij["doelgroep"] == "wsw-oud" for rij in geldig(demo["indelingen"], datetime.date(j, 1, 1)))
        for j in (jaar - 1, jaar)
    )
    assert 0.91 < na / voor < 0.98


def test_loonwaarde_with_subsidy_is_near_the_national_average_of_2018(demo: Register) -> None:
    rijen = geldig(demo["plaatsingen"], datetime.date(2018, 12, 31))
    waarden = [rij["loonwaarde_percentage"] for rij in rijen if rij["loonwaarde_percentage"] is not None]
    assert float(sum(waarden)) / len(waarden) == pytest.approx(48, abs=3)


def test_eight_percent_work_beside_the_benefit(demo: Register) -> None:
    op = datetime.date(2018, 12, 31)
    bijstand = {rij["persoon"] for rij in geldig(demo["uitkeringen"], op)}
    werkt = [
        rij for rij in geldig(demo["feiten"], op) if rij["feit"] == "inkomen_per_maand" and float(rij["waarde"]) > 0
    ]
    assert 100 * len(werkt) / len(bijstand) == pytest.approx(8, abs=2)
    assert sum(float(rij["waarde"]) for rij in werkt) / len(werkt) == pytest.approx(535, abs=60)


def test_own_requests_for_beschut_werk_outnumber_those_of_municipalities_by_the_end_of_2018(demo: Register) -> None:
    door = Counter(rij["aangevraagd_door"] for rij in demo["adviezen"] if rij["aangevraagd_op"].year <= 2018)
    assert door["persoon"] > door["gemeente"] > 20


def test_by_the_end_of_2018_almost_half_of_the_positive_advices_has_no_place(demo: Register) -> None:
    op = datetime.date(2018, 12, 31)
    positief = {
        rij["persoon"] for rij in demo["adviezen"] if rij["uitslag"] == "positief" and rij["uitgebracht_op"] <= op
    }
    geplaatst = {rij["persoon"] for rij in geldig(demo["plaatsingen"], op) if rij["soort"] == "beschut_werk"}
    assert geplaatst <= positief
    assert 1 - len(geplaatst) / len(positief) == pytest.approx(0.46, abs=0.08)


def test_today_there_is_live_work_of_every_kind(demo: Register) -> None:
    soorten = Counter(rij["soort"] for rij in geldig(demo["plaatsingen"], VANDAAG))
    for soort in ("regulier", "garantiebaan", "beschut_werk", "wsw", "begeleid_werken", "werkleerplek", "dagbesteding"):
        assert soorten[soort] > 0, soort
    assert any(rij["uitslag"] is None for rij in demo["adviezen"]), "a request on which UWV has yet to answer"
    assert all(
        any(rij["soort"] == soort and rij["genomen_op"].year == 2026 for rij in demo["besluiten"])
        for soort in ("toekenning_bijstand", "afwijzing_bijstand", "beeindiging_bijstand", "loonkostensubsidie")
    )


def test_municipalities_employ_people_themselves_and_hire_them_in(demo: Register) -> None:
    gemeenten = {rij["nummer"] for rij in demo["werkgevers"] if rij["is_gemeente"] == "ja"}
    eigen = [rij for rij in demo["plaatsingen"] if rij["soort"] == "garantiebaan" and rij["werkgever"] in gemeenten]
    assert {rij["verband"] for rij in eigen} == {"in_dienst", "detachering", "uitzendbureau"}
    assert any(rij["vanaf"] < BEGIN for rij in demo["plaatsingen"] if rij["soort"] == "garantiebaan")
    assert any(rij["is_social_return"] == "ja" for rij in demo["plaatsingen"])


def test_dwellings_hold_one_to_eight_people_and_the_law_s_hard_cases(demo: Register) -> None:
    samen = Counter(Counter(rij["woning"] for rij in geldig(demo["bewoningen"], VANDAAG)).values())
    assert set(range(1, 8)) <= set(samen)
    feiten = Counter(rij["feit"] for rij in geldig(demo["feiten"], VANDAAG))
    relaties = Counter(rij["soort"] for rij in geldig(demo["relaties"], VANDAAG))
    assert min(feiten["student"], feiten["inrichting"], relaties["commercieel"], relaties["partner"]) > 20
