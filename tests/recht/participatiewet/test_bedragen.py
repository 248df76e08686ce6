"""The amounts of the Participatiewet: equal to the gathered tables, in mutual agreement, without the misprints."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from meedoen.recht import DatumOnbekend, bereken, laad_recht, lees_geval

HIER = Path(__file__).parent
CENT = Fraction(1, 100)
AFGELEID = {
    ("2016-01-01", "deel_echtgenoot_18_20_met_kinderen"): "518.01",
    ("2016-01-01", "deel_echtgenoot_18_20"): "240.10",
}
"""Where the law text was out of date, and what follows from its other amounts (docs/calculations/bronfouten.md)."""


def tabel(naam: str) -> list[dict[str, str]]:
    with (HIER / naam).open(newline="") as bestand:
        return list(csv.DictReader(bestand))


NORMEN = tabel("bijstandsnormen.csv")
HALFJAREN = [rij["vanaf"] for rij in NORMEN]


def bedrag(naam: str, dag: str | date) -> Fraction:
    waarde = laad_recht().bedragen[naam].op(date.fromisoformat(str(dag))).waarde
    assert isinstance(waarde, Fraction)
    return waarde


def cellen(*namen: str) -> Iterator[tuple[str, str, str]]:
    for naam in namen:
        for rij in tabel(naam):
            yield from ((rij["vanaf"], kolom, rij[kolom]) for kolom in rij if kolom != "vanaf" and rij[kolom])


@pytest.mark.parametrize(("vanaf", "naam", "waarde"), list(cellen("bijstandsnormen.csv", "vermogensgrens.csv")))
def test_an_amount_equals_the_gathered_table_from_its_first_day(vanaf: str, naam: str, waarde: str) -> None:
    regel = laad_recht().bedragen[naam].op(date.fromisoformat(vanaf))
    assert regel.vanaf == date.fromisoformat(vanaf)
    assert regel.waarde == Fraction(AFGELEID.get((vanaf, naam), waarde))
    assert regel.is_geverifieerd is ((vanaf, naam) not in AFGELEID)


def test_there_are_24_half_years_without_a_gap() -> None:
    alle = [f"{jaar}-{maand}-01" for jaar in range(2015, 2027) for maand in ("01", "07")]
    assert alle == HALFJAREN
    for naam in NORMEN[0]:
        if naam not in ("vanaf", "verhoging_jongerennorm"):
            assert [f"{waarde.vanaf}" for waarde in laad_recht().bedragen[naam].waarden] == HALFJAREN


@pytest.mark.parametrize("dag", HALFJAREN)
def test_the_amounts_of_one_half_year_agree_with_each_other(dag: str) -> None:
    jong, gehuwd = bedrag("norm_alleenstaande_18_20", dag), bedrag("norm_gehuwden", dag)
    met_kinderen = bedrag("deel_echtgenoot_18_20_met_kinderen", dag)
    assert abs(bedrag("norm_alleenstaande", dag) - Fraction(7, 10) * gehuwd) <= CENT
    assert bedrag("norm_alleenstaande_ouder_18_20", dag) == jong
    assert bedrag("norm_gehuwden_beiden_18_20", dag) == 2 * jong
    assert abs(bedrag("norm_gehuwden_een_18_20", dag) - jong - gehuwd / 2) <= CENT
    assert bedrag("deel_echtgenoot_18_20", dag) == jong
    assert bedrag("norm_gehuwden_beiden_18_20_met_kinderen", dag) - jong == met_kinderen
    assert abs(bedrag("norm_gehuwden_een_18_20_met_kinderen", dag) - met_kinderen - gehuwd / 2) <= CENT
    een, beiden = (bedrag(f"norm_gehuwden_{wie}_pensioengerechtigd", dag) for wie in ("een", "beiden"))
    assert een == beiden


@pytest.mark.parametrize(
    ("naam", "dag", "goed", "fout"),
    [
        ("deel_echtgenoot_18_20_met_kinderen", "2016-01-01", "518.01", "512.65"),
        ("deel_echtgenoot_18_20", "2016-01-01", "240.10", "237.61"),
        ("norm_gehuwden_een_pensioengerechtigd", "2018-07-01", "1533.18", "0"),
        ("norm_gehuwden_beiden_pensioengerechtigd", "2023-01-01", "1807.20", "1.80720"),
        ("norm_alleenstaande", "2025-07-01", "1369.06", "1089.00"),
        ("verhoging_inrichting_gehuwden", "2021-07-01", "76.00", "81.00"),
        ("verhoging_inrichting_alleenstaande", "2023-07-01", "3.00", "34.00"),
        ("verhoging_inrichting_gehuwden", "2023-07-01", "50.00", "79.00"),
        ("vermogensgrens_alleenstaande", "2020-07-01", "6225", "6625"),
        ("wettelijk_minimumloon", "2025-07-01", "2245.80", "1653.60"),
        ("wettelijk_minimumuurloon", "2025-07-01", "14.40", "10.60"),
        ("wettelijk_minimumloon", "2018-01-01", "1578.00", "1575.00"),
        ("wettelijk_minimumloon", "2021-01-01", "1684.80", "1684.85"),
    ],
)
def test_an_error_in_a_source_is_not_repeated(naam: str, dag: str, goed: str, fout: str) -> None:
    assert bedrag(naam, dag) == Fraction(goed) != Fraction(fout)


def test_the_minimum_wage_with_holiday_allowance_of_2025_is_not_the_2155_of_a_test_elsewhere() -> None:
    assert bedrag("wettelijk_minimumloon", "2025-01-01") * Fraction(108, 100) == Fraction("2367.144")


@pytest.mark.parametrize("dag", ["2014-12-31", "2027-01-01", "1999-01-01"])
def test_outside_the_known_law_the_answer_says_which_dates_are_known(dag: str) -> None:
    geval = lees_geval(
        {"peildatum": dag, "gevraagd": ["norm_per_maand"], "persoon": [{"id": "a", "geboortedatum": "1980-01-01"}]}
    )
    with pytest.raises(DatumOnbekend, match="van 2015-01-01 tot 2027-01-01"):
        bereken(geval)


# Standard households: who lives here -> the column whose amount the couple or the single person must have.
JONG, OUD, AOW = 19, 40, 80
HUISHOUDENS: dict[str, tuple[list[int | str], str]] = {
    "alleenstaande": ([OUD], "norm_alleenstaande"),
    "alleenstaande van 19": ([JONG], "norm_alleenstaande_18_20"),
    "alleenstaande van 80": ([AOW], "norm_alleenstaande_pensioengerechtigd"),
    "echtpaar": ([OUD, OUD], "norm_gehuwden"),
    "echtpaar van 19": ([JONG, JONG], "norm_gehuwden_beiden_18_20"),
    "echtpaar van 19 en 40": ([JONG, OUD], "norm_gehuwden_een_18_20"),
    "echtpaar van 19 en 80": ([JONG, AOW], "norm_gehuwden_een_18_20"),
    "echtpaar van 80": ([AOW, AOW], "norm_gehuwden_beiden_pensioengerechtigd"),
    "echtpaar van 40 en 80": ([OUD, AOW], "norm_gehuwden_beiden_pensioengerechtigd"),
    "alleenstaande ouder van 19": ([JONG, "kind"], "norm_alleenstaande_ouder_18_20"),
    "echtpaar van 19 met kind": ([JONG, JONG, "kind"], "norm_gehuwden_beiden_18_20_met_kinderen"),
    "echtpaar van 19 en 40 met kind": ([JONG, OUD, "kind"], "norm_gehuwden_een_18_20_met_kinderen"),
    "echtpaar van 40 met kind": ([OUD, OUD, "kind"], "norm_gehuwden"),
}


def huishouden(wie: list[int | str], dag: date) -> dict[str, object]:
    volwassenen = [leeftijd for leeftijd in wie if isinstance(leeftijd, int)]
    personen: list[dict[str, object]] = [
        {"id": f"p{nummer}", "geboortedatum": date(dag.year - leeftijd - 1, 12, 31)}
        for nummer, leeftijd in enumerate(volwassenen)
    ]
    if len(volwassenen) == 2:
        personen[1]["partner"] = "p0"
    if "kind" in wie:
        personen.append({"id": "kind", "geboortedatum": date(dag.year - 5, 1, 1), "gevraagd": []})
    return {"peildatum": dag, "gevraagd": ["norm_per_maand"], "persoon": personen}


@pytest.mark.parametrize("naam", HUISHOUDENS)
def test_a_standard_household_has_the_norm_of_the_law_on_the_first_and_last_day_of_every_half_year(naam: str) -> None:
    wie, kolom = HUISHOUDENS[naam]
    for rij, volgende in zip(NORMEN, [*HALFJAREN[1:], "2027-01-01"], strict=True):
        for dag in (date.fromisoformat(rij["vanaf"]), date.fromisoformat(volgende) - timedelta(days=1)):
            waarden = bereken(lees_geval(huishouden(wie, dag))).waarden
            normen = [Fraction(str(van["norm_per_maand"])) for van in waarden.values() if van]
            assert sum(normen) == Fraction(rij[kolom]), f"{naam} op {dag}"
            assert max(normen) - min(normen) <= CENT
            assert normen == sorted(normen, reverse=True), "the one named first has the odd cent"


@pytest.mark.parametrize("is_gehuwd", [False, True])
def test_in_an_institution_norm_and_increase_add_up_in_every_half_year(is_gehuwd: bool) -> None:
    wie = "gehuwden" if is_gehuwd else "alleenstaande"
    for rij in NORMEN:
        opgave = huishouden([OUD, OUD] if is_gehuwd else [OUD], date.fromisoformat(rij["vanaf"]))
        for persoon in opgave["persoon"]:  # type: ignore[attr-defined]
            persoon["inrichting"] = True
        waarden = bereken(lees_geval(opgave)).waarden
        norm = sum(Fraction(str(van["norm_per_maand"])) for van in waarden.values())
        assert norm == Fraction(rij[f"norm_inrichting_{wie}"]) + Fraction(rij[f"verhoging_inrichting_{wie}"])


def test_every_value_names_its_source_and_no_value_is_a_float() -> None:
    for naam, reeks in laad_recht().bedragen.items():
        for waarde in reeks.waarden:
            assert waarde.waarde is None or waarde.bron, naam
            assert not isinstance(waarde.waarde, float | Decimal)
            assert waarde.is_geverifieerd or waarde.waarom
