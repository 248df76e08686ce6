"""What must hold of inkomenstoeslag, studietoeslag, bijzondere bijstand and energietoeslag, whatever a case states."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import bereken, lees_geval

EURO = st.integers(0, 500_000).map(lambda cent: f"{cent // 100}.{cent % 100:02d}")
PROCENT = st.integers(0, 150)
NA_APRIL_2022 = st.dates(date(2022, 4, 1), date(2026, 12, 31))
ELKE_DAG = st.dates(date(2015, 1, 1), date(2026, 12, 31))


def oordeel(antwoord: bool) -> dict[str, Any]:
    return {"antwoord": antwoord, "door": "M. Voorbeeld"}


def waarde(dag: date, naam: str, persoon: dict[str, Any], waarden: dict[str, Any]) -> Fraction | None:
    opgave = {
        "peildatum": dag,
        "gevraagd": [naam],
        "persoon": [{"id": "a", **persoon}],
        "verordening": {"waarden": waarden},
    }
    gekregen = bereken(lees_geval(opgave)).waarden["a"][naam]
    return None if gekregen is None else Fraction(gekregen)  # type: ignore[arg-type]


def student(leeftijd: int, dag: date, stage: str) -> dict[str, Any]:
    return {
        "geboortedatum": date(dag.year - leeftijd - 1, 6, 1),
        "studiefinanciering": "studiefinanciering",
        "recht_op_studietoeslag_staat_vast_zonder_advies": oordeel(True),
        "kan_structureel_niet_bijverdienen_naast_studie": oordeel(True),
        "heeft_inkomsten_uit_stage": True,
        "stagevergoeding_per_maand": stage,
    }


@given(NA_APRIL_2022, st.integers(15, 30), EURO, EURO)
@settings(max_examples=60, deadline=None)
def test_the_studietoeslag_falls_as_stage_pay_rises_and_never_below_zero(
    dag: date, leeftijd: int, stage: str, meer: str
) -> None:
    laag, hoog = sorted((stage, meer), key=Fraction)
    minder = waarde(dag, "studietoeslag_per_maand", student(leeftijd, dag, hoog), {})
    eerst = waarde(dag, "studietoeslag_per_maand", student(leeftijd, dag, laag), {})
    assert eerst is not None and minder is not None and 0 <= minder <= eerst
    assert eerst - minder <= Fraction(hoog) - Fraction(laag)


@given(NA_APRIL_2022, st.integers(15, 20), st.integers(0, 2000))
@settings(max_examples=40, deadline=None)
def test_the_studietoeslag_does_not_fall_with_age_and_a_municipality_can_only_add(
    dag: date, leeftijd: int, ten_minste: int
) -> None:
    jonger, ouder = (waarde(dag, "studietoeslag_per_maand", student(j, dag, "0"), {}) for j in (leeftijd, leeftijd + 1))
    met = waarde(dag, "studietoeslag_per_maand", student(leeftijd, dag, "0"), {"studietoeslag_ten_minste": ten_minste})
    assert jonger is not None and ouder is not None and met is not None
    assert jonger <= ouder and met == max(jonger, ten_minste)


@given(ELKE_DAG, EURO, EURO, EURO, EURO, PROCENT, st.integers(0, 100), st.integers(1, 36))
@settings(max_examples=80, deadline=None)
def test_bijzondere_bijstand_lies_between_zero_and_the_costs_and_falls_as_income_rises(
    dag: date, kosten: str, inkomen: str, meer: str, vermogen: str, grens: int, deel: int, maanden: int
) -> None:
    waarden = {
        "bijzondere_bijstand_weigert_onder_drempel": False,
        "draagkracht_inkomensgrens": grens,
        "draagkracht_deel_van_inkomen": deel,
        "draagkracht_vermogensvrijlating": 100,
        "draagkracht_telt_vrijgelaten_middelen": False,
        "draagkracht_periode": maanden,
    }
    persoon = {
        "geboortedatum": date(1985, 1, 1),
        "bijzondere_kosten": kosten,
        "vermogen": vermogen,
        "kosten_zijn_noodzakelijk_door_bijzondere_omstandigheden": oordeel(True),
    }
    laag, hoog = sorted((inkomen, meer), key=Fraction)
    eerst = waarde(dag, "bijzondere_bijstand", persoon | {"inkomen_per_maand": laag}, waarden)
    dan = waarde(dag, "bijzondere_bijstand", persoon | {"inkomen_per_maand": hoog}, waarden)
    assert eerst is not None and dan is not None and 0 <= dan <= eerst <= Fraction(kosten)


@given(ELKE_DAG, st.lists(EURO, min_size=3, max_size=3), PROCENT, st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_who_passes_every_month_passes_the_average_and_the_toeslag_is_all_or_nothing(
    dag: date, inkomens: list[str], grens: int, uitzicht: bool, is_gemiddelde: bool
) -> None:
    eerste = dag.year * 12 + dag.month - 4
    maanden = [
        {"maand": date((eerste + i) // 12, (eerste + i) % 12 + 1, 1), "inkomen": inkomen, "norm": "1200"}
        for i, inkomen in enumerate(inkomens)
    ]
    persoon = {
        "geboortedatum": date(1985, 1, 1),
        "vermogen": 0,
        "uitzicht_op_inkomensverbetering": oordeel(uitzicht),
        "inkomensmaanden": maanden,
    }
    waarden: dict[str, Any] = {
        "inkomenstoeslag_referteperiode": 3,
        "inkomenstoeslag_inkomensgrens": max(1, grens),
        "inkomenstoeslag_inkomenstoets": "gemiddelde over de periode" if is_gemiddelde else "elke maand",
        "inkomenstoeslag_alleenstaande": 400,
        "inkomenstoeslag_alleenstaande_ouder": 500,
        "inkomenstoeslag_gehuwden": 600,
    }
    toeslag = waarde(dag, "individuele_inkomenstoeslag", persoon, waarden)
    elke = waarde(dag, "heeft_elke_maand_laag_inkomen", persoon, waarden)
    gemiddeld = waarde(dag, "heeft_gemiddeld_laag_inkomen", persoon, waarden)
    assert not elke or gemiddeld
    assert toeslag == (400 if not uitzicht and (gemiddeld if is_gemiddelde else elke) else 0)


@given(st.dates(date(2022, 3, 15), date(2024, 8, 31)), EURO, EURO)
@settings(max_examples=40, deadline=None)
def test_the_energietoeslag_is_not_for_who_has_more_when_it_is_not_for_who_has_less(
    dag: date, inkomen: str, meer: str
) -> None:
    waarden = {
        f"energietoeslag_{jaar}_{wat}": waarde
        for jaar in (2022, 2023)
        for wat, waarde in (("inkomensgrens", 120), ("bedrag", 800))
    }
    laag, hoog = sorted((inkomen, meer), key=Fraction)
    persoon = {"geboortedatum": date(1985, 1, 1)}
    eerst = waarde(dag, "energietoeslag", persoon | {"inkomen_per_maand": laag}, waarden)
    dan = waarde(dag, "energietoeslag", persoon | {"inkomen_per_maand": hoog}, waarden)
    if date(2023, 7, 1) <= dag < date(2023, 10, 7):
        assert eerst is None and dan is None
    else:
        assert eerst is not None and dan is not None and dan <= eerst <= 800
