"""Policy figures stand beside counted ones with their own unit, date and source, and no difference is invented."""

from decimal import Decimal

import pytest

from meedoen.uitvoering.kern.units import EenhedenVerschillen
from meedoen.uitvoering.sturing.areas import gebied
from meedoen.uitvoering.sturing.figures import Cijfer, Vergelijking, bereken
from meedoen.uitvoering.sturing.queries import (
    doelgroepregels,
    dubbel_ingedeeld,
    prognoses,
    regel,
    stand_door_de_tijd,
    stromen,
    taakstellingen,
)
from meedoen.uitvoering.sturing.registry import DEFINITIES
from meedoen.uitvoering.sturing.targets import beleid_van, vergelijk, vergelijking
from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, dag

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kadernota() -> None:
    register.gemeenten()
    register.kadernota()


def naast(sleutel: str, waar: str = "drentsche-aa", op: str = "2018-12-31") -> tuple[Vergelijking, ...]:
    plaats = gebied(waar, ())
    return vergelijk(bereken(DEFINITIES[sleutel], plaats, dag(op)), beleid_van(plaats)).vergelijk


@pytest.mark.parametrize(
    ("op", "periode", "waarde"),
    [("2017-06-01", "2017-12-31", 15), ("2017-12-31", "2017-12-31", 15), ("2018-12-30", "2017-12-31", 15),
     ("2018-12-31", "2018-12-31", 27), ("2026-11-22", "2018-12-31", 27)],
)  # fmt: skip
def test_the_target_is_the_last_one_due_or_the_first_to_come(op: str, periode: str, waarde: int) -> None:
    (doel,) = naast("beschut-werk-plekken", ASSEN, op)
    assert (doel.periode, doel.waarde) == (periode, waarde)
    assert doel.verschil == -waarde


def test_a_provisional_target_says_so() -> None:
    (doel,) = naast("beschut-werk-plekken", "GM0193")  # Zwolle, seed 004: 46 places, provisional
    assert doel.waarde == 46 and doel.is_voorlopig and doel.bron


def test_a_partnership_has_no_sum_where_the_source_lacks_a_municipality() -> None:
    taak, raming = naast("beschut-werk-plekken")
    assert taak.waarde is None and taak.verschil is None
    assert "Aa en Hunze en Tynaarlo" in taak.opmerking
    assert (taak.deelsom, taak.ontbreekt) == (27, ("Aa en Hunze", "Tynaarlo"))
    assert raming.waarde == 56 and raming.deelsom is None


def test_a_municipality_without_a_published_target_has_no_comparison() -> None:
    assert naast("beschut-werk-plekken", AA_EN_HUNZE) == ()


def test_places_expected_are_not_subtracted_from_jobs() -> None:
    cijfer = bereken(DEFINITIES["garantiebanen-banen"], gebied("drentsche-aa", ()), dag("2018-12-31"))
    register.beleidscijfer(
        "garantiebanen-opgave",
        "",
        "2018-12-31",
        "12",
        gemeente_id=ASSEN,
        eenheid="plekken",
        peildatum=dag("2018-12-31"),
    )
    (opgave,) = naast("gemeente-garantiebanen", ASSEN)
    assert opgave.verschil is None
    assert "verschillende eenheden" in opgave.opmerking
    assert cijfer.definitie.doelen == ()


def test_pm_of_the_kadernota_is_no_zero() -> None:
    (jongeren,) = naast("doelgroep-jongeren", op="2015-01-01")
    assert jongeren.waarde is None and jongeren.verschil is None


def test_two_rows_of_the_prognosis_make_one_value() -> None:
    stand, prognose = naast("doelgroepen-kadernota", op="2015-01-01")
    assert stand.waarde == prognose.waarde == 2756


def test_policy_figures_of_unlike_units_are_not_added() -> None:
    een = register.beleidscijfer("proef", "a", "2015", "1")
    ander = register.beleidscijfer("proef", "b", "2015", "1", eenheid="plekken")
    with pytest.raises(EenhedenVerschillen):
        vergelijking("proef", [een, ander])


def test_the_latest_version_of_a_target_holds() -> None:
    for bekend, waarde in (("2018-01-01", "30"), ("2017-06-01", "28")):
        register.beleidscijfer(
            "garantiebanen-opgave", "", "2018-12-31", waarde, gemeente_id=ASSEN, eenheid="banen van 25,5 uur",
            bekend_vanaf=dag(bekend), peildatum=dag("2018-12-31"),
        )  # fmt: skip
    (opgave,) = naast("gemeente-garantiebanen", ASSEN)
    assert opgave.waarde == 30


@pytest.mark.parametrize("zaad", range(30, 34))
def test_the_series_of_a_chart_counts_the_same_as_the_figure(zaad: int) -> None:
    register.bewaar(register.toeval(zaad))
    plaats, dagen = gebied("drentsche-aa", ()), [dag("2016-02-29"), dag("2017-02-28"), dag("2018-12-31")]
    for code, standen in stand_door_de_tijd(plaats, dagen).items():
        for op, stand in zip(dagen, standen, strict=True):
            assert stand == bereken(DEFINITIES[f"doelgroep-{code}"], plaats, op).waarde


@pytest.mark.parametrize("zaad", range(40, 44))
def test_flows_close_and_people_in_two_groups_are_told(zaad: int) -> None:
    register.bewaar(register.toeval(zaad))
    plaats = gebied("drentsche-aa", ())
    beleid = beleid_van(plaats)
    for stroom in stromen(plaats, dag("2018-12-31")):
        assert stroom.klopt
        for cijfer in vars(stroom).values():
            if isinstance(cijfer, Cijfer):
                assert cijfer.waarde == bereken(cijfer.definitie, plaats, cijfer.peildatum).waarde
    groepen = doelgroepregels(plaats, dag("2018-12-31"), beleid)
    alle = regel("doelgroepen-alle", plaats, dag("2018-12-31"), beleid).cijfer
    som = sum((g.regel.cijfer.waarde or 0 for g in groepen), Decimal(0))
    assert dubbel_ingedeeld(groepen, alle).waarde == som - (alle.waarde or 0) >= 0


def test_years_after_the_reference_date_are_not_counted() -> None:
    plaats = gebied("drentsche-aa", ())
    kadernota = prognoses(dag("2016-06-01"), beleid_van(plaats))[0]
    geteld = {cel.periode: cel.cijfer is not None for cel in kadernota.cellen}
    assert geteld == {"2015": True, "2016": True, "2017": False, "2018": False, "structureel": False, "peildatum": True}


def test_the_target_table_leaves_open_what_is_not_published() -> None:
    per_gemeente = {r.naam: r for r in taakstellingen(dag("2018-06-01"), beleid_van(gebied("drentsche-aa", ())))}
    assert [c.raming.waarde if c.raming else None for c in per_gemeente["Assen"].cellen] == [15, 27]
    assert [c.raming for c in per_gemeente["Tynaarlo"].cellen] == [None, None]
    assert per_gemeente["Assen"].cellen[1].cijfer is None


def test_the_target_table_ends_with_the_area_and_its_known_part() -> None:
    register.plaatsing(register.persoon(ASSEN), register.werkgever(), "beschut_werk", "2017-01-01")
    *gemeenten, samen = taakstellingen(dag("2018-06-01"), beleid_van(gebied("drentsche-aa", ())))
    assert samen.is_som and not any(r.is_som for r in gemeenten)
    assert [(c.raming.waarde, c.raming.deelsom) for c in samen.cellen if c.raming] == [(None, 15), (None, 27)]
    assert samen.cellen[0].cijfer and samen.cellen[0].cijfer.waarde == 1
    assert samen.cellen[0].raming and samen.cellen[0].raming.verschil is None


def test_a_complete_target_of_the_area_is_summed_and_subtracted() -> None:
    for code, waarde in ((AA_EN_HUNZE, "3"), ("GM1730", "4")):
        register.beleidscijfer(
            "beschut-werk-taakstelling", "", "2017-12-31", waarde, gemeente_id=code, eenheid="plekken",
            peildatum=dag("2017-12-31"), is_voorlopig=code == AA_EN_HUNZE,
        )  # fmt: skip
    samen = taakstellingen(dag("2018-06-01"), beleid_van(gebied("drentsche-aa", ())))[-1].cellen[0].raming
    assert samen is not None
    assert (samen.waarde, samen.verschil, samen.deelsom, samen.is_voorlopig) == (22, -22, None, True)
    assert "Assen 15" in samen.opmerking


def test_a_divided_municipality_is_named_and_not_counted() -> None:
    (doel,) = naast("beschut-werk-plekken", "GM0080")  # Leeuwarden, with a part of Littenseradiel
    assert (doel.waarde, doel.deelsom, doel.gesplitst) == (None, 35, ("Littenseradiel",))
    assert "Littenseradiel" in doel.opmerking and doel.verschil is None


@pytest.mark.parametrize(("op", "is_later"), [("2016-06-01", True), ("2017-12-31", False)])
def test_a_target_that_became_known_after_the_reference_date_says_so(op: str, is_later: bool) -> None:
    (doel,) = naast("beschut-werk-plekken", ASSEN, op)
    assert doel.bekend_vanaf is not None
    assert (doel.bekend_vanaf > dag(op)) == is_later == ("nog niet bekend" in doel.opmerking)


def test_a_merged_municipality_has_the_targets_of_what_went_into_it() -> None:
    (doel,) = naast("beschut-werk-plekken", "GM0014")  # Groningen with Haren and Ten Boer, since 2019
    assert doel.waarde == 70 + 2 + 1
    assert all(naam in doel.opmerking for naam in ("Groningen 70", "Haren 2", "Ten Boer 1"))
