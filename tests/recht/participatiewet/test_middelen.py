"""Means: the amounts of the exemptions, and what must hold for every income, vermogen and part of a month."""

import csv
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.recht import bereken, laad_recht, lees_geval

DAGEN = st.dates(date(2015, 1, 1), date(2026, 12, 31))
BEDRAGEN = st.integers(0, 300_000).map(lambda cent: Fraction(cent, 100))
CENT = Fraction(1, 100)
JA = {"antwoord": True, "door": "M. Voorbeeld"}
SOORTEN = ("arbeid", "arbeid met loonkostensubsidie", "premie", "vrijwilligersvergoeding", "gift")
with (Path(__file__).parent / "vrijlatingen.csv").open(newline="") as bestand:
    VERZAMELD = [(rij["dag"], rij["naam"], rij["waarde"]) for rij in csv.DictReader(bestand)]


def bedrag(naam: str, dag: date) -> Fraction:
    waarde = laad_recht().bedragen[naam].op(dag).waarde
    assert isinstance(waarde, Fraction)
    return waarde


def tekst(waarde: Fraction) -> str:
    return f"{int(waarde * 100) // 100}.{int(waarde * 100) % 100:02d}"


def reken(dag: date, gevraagd: list[str], *personen: dict[str, Any], **termen: object) -> dict[str, Fraction]:
    opgave = {"peildatum": dag, "gevraagd": gevraagd, "persoon": list(personen), "verordening": {"waarden": termen}}
    waarden = bereken(lees_geval(opgave)).waarden["a"]
    return {naam: Fraction(waarden[naam]) for naam in gevraagd}  # type: ignore[arg-type]


@pytest.mark.parametrize(("dag", "naam", "waarde"), VERZAMELD)
def test_an_amount_equals_the_gathered_table_from_its_first_day(dag: str, naam: str, waarde: str) -> None:
    assert bedrag(naam, date.fromisoformat(dag)) == Fraction(waarde)


HALFJAREN = [date(jaar, maand, 1) for jaar in range(2015, 2027) for maand in (1, 7)]


@pytest.mark.parametrize("dag", HALFJAREN, ids=str)
def test_the_amounts_of_a_half_year_agree_with_each_other(dag: date) -> None:
    """Letters n, r, y, z and j rise by one percentage (art. 38 paragraph 3), so their proportions stay."""
    r, y = bedrag("maximum_vrijlating_alleenstaande_ouder", dag), bedrag("maximum_vrijlating_medisch_urenbeperkt", dag)
    n, j = bedrag("maximum_vrijlating_arbeid", dag), bedrag("maximum_premie_arbeidsinschakeling", dag)
    assert abs(y / r - Fraction("1.0142")) < Fraction("0.0003")
    assert abs(n / r - Fraction("1.601")) < Fraction("0.006")
    assert abs(j / r - Fraction("19.128")) < Fraction("0.01")
    if dag >= date(2023, 1, 1):
        assert bedrag("maximum_vrijlating_loonkostensubsidie", dag) == y
    een = bedrag("vrijlating_oudedagsvoorziening_alleenstaande", dag)
    assert bedrag("vrijlating_oudedagsvoorziening_gehuwden", dag) == 2 * een
    maand, jaar = (bedrag(f"maximum_vrijwilligersvergoeding_in_{wat}", dag) for wat in ("maand", "jaar"))
    assert jaar == 10 * maand or (maand == 95 and jaar == 764)


@st.composite
def personen(draw: st.DrawFn) -> tuple[date, list[dict[str, Any]]]:
    """Somebody of any age with some kinds of income, perhaps with a young child, and the terms at any stage."""
    dag = draw(DAGEN)
    maanden_terug = st.integers(0, 40).map(lambda n: dag - timedelta(days=30 * n))
    persoon: dict[str, Any] = {
        "id": "a",
        "geboortedatum": date(dag.year - draw(st.integers(19, 80)), 1, 1),
        "is_medisch_urenbeperkt": draw(st.booleans()),
        "behoort_tot_doelgroep_loonkostensubsidie": draw(st.booleans()),
        "gebruikte_maanden_vrijlating_arbeid": draw(st.integers(0, 8)),
        "aantal_premies_eerder_dit_jaar": draw(st.integers(0, 2)),
        "uitbreiding_arbeidsomvang_is_niet_mogelijk": {**JA, "antwoord": draw(st.booleans())},
        "verantwoorde_giften_per_maand": {**JA, "antwoord": 50},
    }
    for wat in ("vrijlating_arbeid", "vrijlating_alleenstaande_ouder", "vrijlating_loonkostensubsidie"):
        persoon[f"{wat}_vanaf"] = draw(maanden_terug)
    for wat in ("vrijlating_arbeid_draagt_bij", "vrijlating_alleenstaande_ouder_draagt_bij"):
        persoon[wat] = {**JA, "antwoord": draw(st.booleans())}
    persoon["premie_draagt_bij_aan_arbeidsinschakeling"] = JA
    for wat in ("premies", "vrijwilligersvergoeding", "giften"):
        persoon[f"{wat}_eerder_dit_jaar"] = draw(st.integers(0, 4000))
    kind = {"id": "kind", "geboortedatum": dag - timedelta(days=3000), "gevraagd": []}
    return dag, [persoon, kind] if draw(st.booleans()) else [persoon]


@given(personen(), st.sampled_from(SOORTEN), BEDRAGEN, BEDRAGEN)
def test_own_income_never_falls_below_zero_and_never_falls_as_more_comes_in(
    wie: tuple[date, list[dict[str, Any]]], soort: str, minder: Fraction, meer: Fraction
) -> None:
    dag, (persoon, *anderen) = wie
    laag, hoog = sorted((minder, meer))

    def inkomen(bedrag_per_maand: Fraction) -> dict[str, Fraction]:
        inkomst = {"soort_inkomen": soort, "bedrag_per_maand": tekst(bedrag_per_maand)}
        gevraagd = ["eigen_inkomen_per_maand", "vrijlatingen_per_maand"]
        return reken(dag, gevraagd, {**persoon, "inkomsten": [inkomst]}, *anderen)

    laagst, hoogst = inkomen(laag), inkomen(hoog)
    assert 0 <= laagst["eigen_inkomen_per_maand"] <= hoogst["eigen_inkomen_per_maand"] <= hoog
    assert 0 <= laagst["vrijlatingen_per_maand"] <= hoogst["vrijlatingen_per_maand"]
    assert hoogst["eigen_inkomen_per_maand"] + hoogst["vrijlatingen_per_maand"] == hoog


@given(personen(), BEDRAGEN)
def test_of_the_same_earnings_at_most_one_exemption_is_taken(
    wie: tuple[date, list[dict[str, Any]]], loon: Fraction
) -> None:
    dag, (persoon, *anderen) = wie
    inkomst = {"soort_inkomen": "arbeid", "bedrag_per_maand": tekst(loon)}
    vrij = reken(dag, ["vrijlatingen_per_maand"], {**persoon, "inkomsten": [inkomst]}, *anderen)
    mogelijk = {
        round_half_up(min(deel * loon, bedrag(f"maximum_vrijlating_{wat}", dag)))
        for wat, deel in (
            ("arbeid", Fraction(25, 100)),
            ("alleenstaande_ouder", Fraction(125, 1000)),
            ("medisch_urenbeperkt", Fraction(15, 100)),
        )
    }
    assert vrij["vrijlatingen_per_maand"] in mogelijk | {Fraction(0)}


def round_half_up(waarde: Fraction) -> Fraction:
    return Fraction(int(waarde * 100 + Fraction(1, 2)), 100)


@given(st.dates(date(2015, 1, 1), date(2025, 12, 31)), BEDRAGEN, BEDRAGEN, BEDRAGEN)
def test_until_2026_what_counts_and_what_is_exempted_of_new_vermogen_add_up(
    dag: date, gekregen: Fraction, aanvang: Fraction, sindsdien: Fraction
) -> None:
    persoon = {
        "id": "a",
        "geboortedatum": date(1960, 1, 1),
        "bijstand_loopt_al": True,
        "verkregen_vermogen": tekst(gekregen),
        "bij_aanvang_vrijgelaten_vermogen": tekst(aanvang),
        "tijdens_bijstand_vrijgelaten_vermogen": tekst(sindsdien),
    }
    gevraagd = ["in_aanmerking_te_nemen_vermogen", "resterende_vermogensvrijlating", "vermogensgrens"]
    uit = reken(dag, gevraagd, persoon)
    assert uit["resterende_vermogensvrijlating"] == max(Fraction(0), uit["vermogensgrens"] - aanvang - sindsdien)
    assert 0 <= uit["in_aanmerking_te_nemen_vermogen"] <= gekregen
    assert gekregen - uit["in_aanmerking_te_nemen_vermogen"] <= uit["resterende_vermogensvrijlating"]


@given(DAGEN, st.integers(1, 30), BEDRAGEN)
def test_two_parts_of_a_month_add_up_to_the_month(dag: date, knip: int, inkomen: Fraction) -> None:
    begin = dag.replace(day=1)
    einde = (begin + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    midden = min(begin + timedelta(days=knip), einde)
    basis = {"id": "a", "geboortedatum": date(1975, 1, 1), "inkomen_per_maand": tekst(inkomen), "vermogen": 0}

    def bijstand(**deel: object) -> Fraction:
        keuze = {"deler_deel_van_maand": "kalenderdagen"}
        return reken(dag, ["vastgestelde_bijstand_per_maand"], {**basis, **deel}, **keuze)[
            "vastgestelde_bijstand_per_maand"
        ]

    deel = {"is_deel_van_een_maand": True}
    eerste = bijstand(**deel, eerste_dag_met_recht=begin, laatste_dag_met_recht=midden - timedelta(days=1))
    tweede = bijstand(**deel, eerste_dag_met_recht=midden, laatste_dag_met_recht=einde)
    assert abs(eerste + tweede - bijstand()) <= CENT


@given(DAGEN, BEDRAGEN, st.integers(0, 100), st.integers(0, 100), st.booleans(), st.booleans(), st.booleans())
def test_a_lowered_norm_and_a_part_of_a_month_leave_bijstand_of_zero_or_more_that_adds_up(
    dag: date, inkomen: Fraction, woning: int, school: int, opgeteld: bool, eigen: bool, gehuwd: bool
) -> None:
    deel = {"is_deel_van_een_maand": True, "eerste_dag_met_recht": dag, "laatste_dag_met_recht": dag}
    ik = {"id": "a", "geboortedatum": date(1975, 1, 1), "inkomen_per_maand": tekst(inkomen), "vermogen": 0}
    ik |= {"heeft_geen_woonkosten": True, "is_schoolverlater": True, "onderwijs_beeindigd_op": dag, **deel}
    ander = {"id": "b", "geboortedatum": date(1976, 1, 1), "inkomen_per_maand": 0, "vermogen": 0, **deel}
    paar = [{**ik, "partner": "b"}, ander] if gehuwd else [ik]
    wie = ["a", "b"] if gehuwd else ["a"]
    gevraagd = ["norm_van_gezin_per_maand", "bijstandsnorm_per_maand", "algemene_bijstand_per_maand"]
    delen = ["vastgestelde_bijstand_per_maand", "uitbetaling_van_gezin_per_maand", "vakantietoeslag_per_maand"]
    opgave = {
        "peildatum": dag,
        "gevraagd": [*gevraagd, *delen],
        "persoon": paar,
        "verordening": {
            "waarden": {
                "deler_deel_van_maand": "30" if eigen else "kalenderdagen",
                "grondslag_verlaging": "de eigen norm" if eigen else "de norm voor gehuwden",
                "verlaging_zonder_woonkosten": woning,
                "verlaging_schoolverlater": school,
                "verlagingen_samen": "bij elkaar opgeteld" if opgeteld else "alleen de hoogste",
            }
        },
    }
    uit = bereken(lees_geval(opgave)).waarden
    van = {naam: Fraction(uit["a"][naam]) for naam in (*gevraagd, *delen)}  # type: ignore[arg-type]
    assert 0 <= van["bijstandsnorm_per_maand"] <= van["norm_van_gezin_per_maand"]
    assert van["algemene_bijstand_per_maand"] == max(Fraction(0), van["bijstandsnorm_per_maand"] - inkomen)
    vakantie = sum(Fraction(uit[naam]["vakantietoeslag_per_maand"]) for naam in wie)  # type: ignore[arg-type, misc]
    assert van["uitbetaling_van_gezin_per_maand"] + vakantie == van["vastgestelde_bijstand_per_maand"]
    assert 0 <= vakantie <= van["vastgestelde_bijstand_per_maand"] <= van["algemene_bijstand_per_maand"]
