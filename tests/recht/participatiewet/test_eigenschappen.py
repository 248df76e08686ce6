"""What must hold for every household, however it is made up."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import Uitkomst, bereken, laad_recht, lees_geval

DAGEN = st.dates(date(2015, 1, 1), date(2026, 12, 31))
BEDRAGEN = st.integers(0, 300_000).map(lambda cent: f"{cent // 100}.{cent % 100:02d}")
CENT = Fraction(1, 100)


def geval(dag: date, gevraagd: list[str], *personen: dict[str, Any]) -> Uitkomst:
    return bereken(lees_geval({"peildatum": dag, "gevraagd": gevraagd, "persoon": list(personen)}))


def geboren(dag: date, leeftijd: int) -> date:
    return date(dag.year - leeftijd, 1, 1)


def waarde(uitkomst: Uitkomst, persoon: str, naam: str) -> Fraction:
    gekregen = uitkomst.waarden[persoon][naam]
    assert gekregen is not None
    return Fraction(gekregen)  # type: ignore[arg-type]


@st.composite
def huishoudens(draw: st.DrawFn) -> tuple[date, list[dict[str, Any]]]:
    """One to six persons of any age: perhaps a couple, students, a tenant, a child, someone in an institution."""
    dag = draw(DAGEN)
    personen: list[dict[str, Any]] = [
        {
            "id": f"p{nummer}",
            "geboortedatum": draw(st.dates(date(1930, 1, 1), date(dag.year - 1, 12, 31))),
            "student": draw(st.booleans()),
            "inrichting": draw(st.sampled_from([False] * 4 + [True])),
            "heeft_geen_recht_op_bijstand": draw(st.sampled_from([False] * 4 + [True])),
            "kan_geen_beroep_doen_op_ouders": draw(st.booleans()),
            "inkomen_per_maand": draw(BEDRAGEN),
            "vermogen": draw(BEDRAGEN),
            "ouders": [],
        }
        for nummer in range(draw(st.integers(1, 6)))
    ]
    kan_paar_zijn = all(persoon["geboortedatum"] < date(dag.year - 17, 1, 1) for persoon in personen[:2])
    if len(personen) > 1 and kan_paar_zijn and draw(st.booleans()):
        personen[0]["partner"] = "p1"
    if len(personen) > 2 and draw(st.booleans()):
        personen[2]["commerciele_relatie_met"] = ["p0"]
    if personen[0]["geboortedatum"] < personen[-1]["geboortedatum"] and len(personen) > 2:
        personen[-1]["ouders"] = ["p0"]
    return dag, personen


UITKOMSTEN = ["norm_per_maand", "uitbetaling_per_maand", "vakantietoeslag_per_maand", "algemene_bijstand_per_maand"]


@settings(max_examples=200)
@given(huishoudens())
def test_no_amount_is_below_zero_and_payout_and_holiday_allowance_add_up_to_the_bijstand(
    huishouden: tuple[date, list[dict[str, Any]]],
) -> None:
    dag, personen = huishouden
    uitkomst = geval(dag, UITKOMSTEN, *personen)
    for persoon in personen:
        gekregen = uitkomst.waarden[persoon["id"]]
        leeg = [naam for naam in UITKOMSTEN if gekregen[naam] is None]
        assert leeg in ([], UITKOMSTEN), "without a norm there is no payout, and the other way round"
        assert not leeg or {reden.reden for reden in uitkomst.redenen[persoon["id"]].values()}
        if not leeg:
            assert min(waarde(uitkomst, persoon["id"], naam) for naam in UITKOMSTEN) >= 0
    rechthebbend = [p["id"] for p in personen if uitkomst.waarden[p["id"]]["norm_per_maand"] is not None]
    paar = [naam for naam in ("p0", "p1") if naam in rechthebbend] if "partner" in personen[0] else rechthebbend[:1]
    if paar:
        betaald = sum(waarde(uitkomst, naam, soort) for naam in paar for soort in UITKOMSTEN[1:3])
        assert betaald == waarde(uitkomst, paar[0], "algemene_bijstand_per_maand")


@given(DAGEN, st.integers(1, 15))
def test_the_norm_of_each_falls_as_more_persons_share_the_costs(dag: date, aantal: int) -> None:
    def norm(anderen: int) -> Fraction:
        personen = [{"id": f"p{n}", "geboortedatum": geboren(dag, 40), "gevraagd": []} for n in range(anderen + 1)]
        personen[0]["gevraagd"] = ["norm_per_maand"]
        return waarde(geval(dag, ["norm_per_maand"], *personen), "p0", "norm_per_maand")

    assert norm(aantal) < norm(aantal - 1)


@given(DAGEN, BEDRAGEN, BEDRAGEN)
def test_the_payout_never_rises_with_income_and_falls_by_95_percent_of_it(dag: date, minder: str, meer: str) -> None:
    laag, hoog = sorted((Fraction(minder), Fraction(meer)))

    def uitbetaling(inkomen: Fraction) -> Fraction:
        persoon = {
            "id": "a",
            "geboortedatum": geboren(dag, 40),
            "inkomen_per_maand": f"{float(inkomen):.2f}",
            "vermogen": 0,
        }
        return waarde(geval(dag, ["uitbetaling_per_maand"], persoon), "a", "uitbetaling_per_maand")

    verschil = uitbetaling(laag) - uitbetaling(hoog)
    assert 0 <= verschil <= (hoog - laag) * Fraction(95, 100) + CENT


@given(DAGEN, st.integers(18, 90), st.integers(18, 90), st.booleans(), st.booleans())
def test_the_shares_of_a_couple_add_up_and_do_not_depend_on_who_names_whom(
    dag: date, een: int, ander: int, met_medebewoner: bool, met_kind: bool
) -> None:
    personen: list[dict[str, Any]] = [
        {"id": "a", "geboortedatum": geboren(dag, een), "partner": "b"},
        {"id": "b", "geboortedatum": geboren(dag, ander)},
    ]
    if met_medebewoner:
        personen.append({"id": "c", "geboortedatum": geboren(dag, 45), "gevraagd": []})
    if met_kind:
        personen.append({"id": "d", "geboortedatum": geboren(dag, 4), "ouders": ["a", "b"], "gevraagd": []})
    gevraagd = ["norm_per_maand", "bijstandsnorm_per_maand"]
    uitkomst = geval(dag, gevraagd, *personen)
    a, b = (waarde(uitkomst, naam, "norm_per_maand") for naam in "ab")
    samen = {waarde(uitkomst, naam, "bijstandsnorm_per_maand") for naam in "ab"}
    assert samen == {a + b}
    del personen[0]["partner"]
    personen[1]["partner"] = "a"
    assert geval(dag, gevraagd, *personen).waarden == uitkomst.waarden


@given(st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.integers(21, 26))
def test_from_2023_who_is_under_27_shares_the_costs_of_his_parents_but_they_do_not_share_his(
    dag: date, jaren: int
) -> None:
    uitkomst = geval(
        dag,
        ["norm_per_maand", "aantal_kostendelers"],
        {"id": "kind", "geboortedatum": geboren(dag, jaren)},
        {"id": "ouder", "geboortedatum": geboren(dag, jaren + 30)},
    )
    bedragen = laad_recht().bedragen
    assert uitkomst.waarden["kind"]["aantal_kostendelers"] == 2
    assert uitkomst.waarden["ouder"]["aantal_kostendelers"] == 1
    assert uitkomst.waarden["ouder"]["norm_per_maand"] == bedragen["norm_alleenstaande"].op(dag).waarde


@given(
    DAGEN,
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(1, 4000).map(lambda n: Fraction(n, 100)),
    st.integers(100, 4000).map(lambda n: Fraction(n, 100)),
)
def test_the_subsidy_falls_as_the_loonwaarde_rises_and_stays_within_the_law(
    dag: date, een: int, ander: int, uren: Fraction, voltijd: Fraction
) -> None:
    laag, hoog = sorted((een, ander))

    def subsidie(loonwaarde: int) -> Fraction:
        persoon = {
            "id": "a",
            "geboortedatum": geboren(dag, 40),
            "loonwaarde_percentage": loonwaarde,
            "rechtens_geldend_loon_per_maand": "2000.00",
            "uren_per_week": f"{float(uren):.2f}",
            "voltijd_uren_per_week": f"{float(voltijd):.2f}",
        }
        uitkomst = geval(dag, ["loonkostensubsidie_per_maand"], persoon)
        return waarde(uitkomst, "a", "loonkostensubsidie_per_maand")

    minimumloon = laad_recht().bedragen["wettelijk_minimumloon"].op(dag).waarde
    assert isinstance(minimumloon, Fraction)
    hele_week = voltijd if dag < date(2024, 1, 1) else 36
    hoogste = (
        Fraction(70, 100) * Fraction(108, 100) * minimumloon * Fraction(1235, 1000) * min(uren, voltijd) / hele_week
    )
    assert 0 <= subsidie(hoog) <= subsidie(laag) <= hoogste + 2 * CENT
