"""Each definition counts what it says: against a slow count by hand, at its borders, in its own unit."""

import datetime
from decimal import Decimal

import pytest

from meedoen.uitvoering.kern.units import EenhedenVerschillen, Eenheid
from meedoen.uitvoering.sturing.areas import Gebied, gebied
from meedoen.uitvoering.sturing.doelgroepen import GROEPEN
from meedoen.uitvoering.sturing.figures import Cijfer, Meting, SomKloptNiet, bereken, rijen, tel_op
from meedoen.uitvoering.sturing.registry import DEFINITIES
from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, NAMEN, PEILDATUMS, dag
from tests.uitvoering.sturing.oracle import ORAKEL, Telling

pytestmark = pytest.mark.django_db


def tel(sleutel: str, waar: str = ASSEN, op: str = "2018-12-31") -> Cijfer:
    return bereken(DEFINITIES[sleutel], gebied(waar, ()), dag(op))


def test_every_definition_has_an_oracle() -> None:
    assert set(DEFINITIES) == set(ORAKEL)


@pytest.mark.parametrize("zaad", range(8))
def test_every_definition_counts_what_a_count_by_hand_gives(zaad: int) -> None:
    random_register = register.toeval(zaad)
    register.bewaar(random_register)
    for sleutel in ("drentsche-aa", ASSEN):
        waar = gebied(sleutel, ())
        for op in PEILDATUMS:
            telling = Telling(random_register, waar.codes, op)
            gevonden = {s: bereken(d, waar, op).waarde for s, d in DEFINITIES.items()}
            verwacht = {s: ORAKEL[s](telling) for s in DEFINITIES}
            assert {s: _rond(w) for s, w in gevonden.items()} == {s: _rond(w) for s, w in verwacht.items()}


def _rond(waarde: Decimal | int | None) -> Decimal | None:
    return None if waarde is None else Decimal(waarde).quantize(Decimal("0.000001"))


@pytest.mark.parametrize("zaad", range(12, 15))
def test_parts_of_municipalities_add_up_to_the_partnership_and_to_their_own_figure(zaad: int) -> None:
    register.bewaar(register.toeval(zaad))
    samen = gebied("drentsche-aa", ())
    for definitie in DEFINITIES.values():
        totaal = bereken(definitie, samen, PEILDATUMS[-1])
        assert totaal.aantal_rijen == rijen(definitie, samen, PEILDATUMS[-1]).count()
        for deelgebied in samen.per_gemeente():
            deel = totaal.voor(deelgebied)
            assert deel.waarde == bereken(definitie, deelgebied, PEILDATUMS[-1]).waarde
        if definitie.meting is not Meting.GEMIDDELDE:
            assert sum((d.waarde or 0 for d in totaal.delen), Decimal(0)) == pytest.approx(totaal.waarde)


@pytest.mark.parametrize("zaad", range(18, 22))
def test_the_books_of_each_doelgroep_balance_over_twelve_months(zaad: int) -> None:
    register.bewaar(register.toeval(zaad))
    for op, toen in (("2018-12-31", "2017-12-31"), ("2017-02-28", "2016-02-28")):
        for groep in GROEPEN:
            begin, eind = tel(f"doelgroep-{groep}", op=toen), tel(f"doelgroep-{groep}", op=op)
            erbij = tel_op([tel(f"instroom-{groep}", op=op), tel(f"doorstroom-naar-{groep}", op=op)])
            eraf = tel_op([tel(f"uitstroom-{groep}", op=op), tel(f"doorstroom-uit-{groep}", op=op)])
            assert begin.hoeveelheid + erbij - eraf == eind.hoeveelheid


@pytest.mark.parametrize(
    ("op", "verwacht"), [("2016-12-31", 0), ("2017-01-01", 1), ("2017-12-31", 1), ("2018-01-01", 0)]
)
def test_a_period_counts_from_its_first_day_and_not_on_its_last(op: str, verwacht: int) -> None:
    register.gemeenten()
    register.indeling(register.persoon(), "50-80", "2017-01-01", "2018-01-01")
    assert tel("doelgroep-50-80", op=op).waarde == verwacht


def test_one_person_with_two_rows_counts_once() -> None:
    register.gemeenten()
    wie = register.persoon()
    register.indeling(wie, "50-80", "2015-01-01")
    register.indeling(wie, "50-80", "2016-01-01")
    register.indeling(wie, "jongeren", "2016-01-01")
    assert tel("doelgroep-50-80").waarde == 1
    assert tel("doelgroepen-alle").waarde == 1


def test_garantiebanen_are_hours_over_25_5_and_not_persons() -> None:
    register.gemeenten()
    gemeente = register.werkgever(ASSEN, is_gemeente=True)
    register.plaatsing(register.persoon(), gemeente, "garantiebaan", "2016-01-01", uren_per_week=Decimal("12.75"))
    register.plaatsing(register.persoon(AA_EN_HUNZE), gemeente, "garantiebaan", "2016-01-01", verband="detachering")
    register.plaatsing(register.persoon(), gemeente, "garantiebaan", "2012-12-31")
    assert tel("gemeente-garantiebanen").waarde == Decimal("1.5")
    assert tel("gemeente-garantiebanen-eigen").waarde == Decimal("0.5")
    assert tel("garantiebanen-personen").waarde == 2
    assert tel("garantiebanen-banen").waarde == Decimal("1.5")


def test_the_wait_starts_again_when_a_place_ends() -> None:
    register.gemeenten()
    wie, bij = register.persoon(), register.werkgever()
    register.advies(wie, "2016-01-01", "positief", "2016-02-01")
    register.plaatsing(wie, bij, "beschut_werk", "2016-03-01", "2018-12-01")
    assert tel("beschut-werk-wachttijd", op="2016-02-11").waarde == 10
    assert tel("beschut-werk-wachttijd", op="2016-03-01").waarde is None
    assert tel("beschut-werk-wachttijd", op="2018-12-31").waarde == 30


def test_persons_and_places_are_not_added() -> None:
    register.gemeenten()
    with pytest.raises(EenhedenVerschillen, match="personen en plekken"):
        tel_op([tel("garantiebanen-personen"), tel("garantiebanen-plekken")])


def test_places_are_not_added_to_places_of_31_hours() -> None:
    register.gemeenten()
    with pytest.raises(EenhedenVerschillen, match="plekken van 31 uur"):
        tel_op([tel("beschut-werk-plekken"), tel("beschut-werk-plekken-31-uur")])


def test_figures_of_other_dates_or_areas_are_not_added() -> None:
    register.gemeenten()
    with pytest.raises(SomKloptNiet):
        tel_op([tel("bijstand"), tel("bijstand", op="2017-01-01")])
    with pytest.raises(SomKloptNiet):
        tel_op([tel("bijstand"), tel("bijstand", AA_EN_HUNZE)])


def test_a_mean_over_nobody_has_no_value_and_is_not_zero() -> None:
    register.gemeenten()
    leeg = tel("beschut-werk-wachttijd")
    assert leeg.waarde is None
    with pytest.raises(ValueError, match="geen waarde"):
        _ = leeg.hoeveelheid


def test_a_figure_of_three_municipalities_is_one_query(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    register.gemeenten()
    waar = gebied("drentsche-aa", ())
    for definitie in DEFINITIES.values():
        with django_assert_max_num_queries(1):
            assert len(bereken(definitie, waar, dag("2018-12-31")).delen) == 3


def test_the_area_of_a_user_is_all_his_municipalities() -> None:
    register.gemeenten()
    assert gebied("eigen", [ASSEN, AA_EN_HUNZE]) == Gebied(
        "eigen", "uw gemeenten", ((AA_EN_HUNZE, "Aa en Hunze"), (ASSEN, "Assen"))
    )


@pytest.mark.parametrize("sleutel", ["GM9999", "bestaat-niet", "eigen"])
def test_an_unknown_area_is_named_in_the_error(sleutel: str) -> None:
    with pytest.raises(LookupError, match=r"gemeente"):
        gebied(sleutel, ())


def test_every_definition_says_what_it_counts() -> None:
    for definitie in DEFINITIES.values():
        assert len(str(definitie.omschrijving)) > 40
        assert definitie.bron and definitie.artikel and definitie.bladen and definitie.kolommen
        assert isinstance(definitie.eenheid, Eenheid)
        assert isinstance(definitie.tel(gebied_leeg(), datetime.date(2018, 1, 1)).count(), int)


def gebied_leeg() -> Gebied:
    return Gebied(ASSEN, NAMEN[ASSEN], ((ASSEN, NAMEN[ASSEN]),))
