"""Who lives with whom, and which facts hold, on a date and as known at a moment."""

import datetime

import pytest

from meedoen.uitvoering.dossiers.queries import feiten_op, huishouden_op
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import dag

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _gemeenten() -> None:
    register.gemeenten()


def test_a_household_is_who_shares_the_dwelling_on_the_date_the_person_himself_first_then_the_partner() -> None:
    ik, oma, partner, vertrokken = (
        woont(register.persoon(geboortedatum=dag(d)), tot=t)
        for d, t in (("1980-01-01", None), ("1940-01-01", None), ("1985-01-01", None), ("1990-01-01", "2020-05-01"))
    )
    relatie(partner, ik, "partner")
    assert huishouden_op(ik, dag("2020-05-01")).personen == (ik, partner, oma)
    assert vertrokken in huishouden_op(ik, dag("2020-04-30")).personen


def test_a_partner_in_an_institution_stays_in_the_household() -> None:
    ik, partner = woont(register.persoon()), woont(register.persoon(), "W2")
    relatie(ik, partner, "partner")
    feit(partner, "inrichting", "ja")
    huishouden = huishouden_op(ik, dag("2026-01-01"))
    assert huishouden.partner_van(ik) == partner
    assert huishouden.partner_elders is None


def test_a_partner_at_another_address_is_named_and_not_counted() -> None:
    ik, partner = woont(register.persoon()), woont(register.persoon(), "W2")
    relatie(ik, partner, "partner")
    huishouden = huishouden_op(ik, dag("2026-01-01"))
    assert huishouden.personen == (ik,)
    assert huishouden.partner_elders == partner


def test_the_dead_and_the_unborn_do_not_count() -> None:
    ik = woont(register.persoon())
    woont(register.persoon(overleden_op=dag("2020-01-01")))
    woont(register.persoon(geboortedatum=dag("2021-01-01")), vanaf="2021-01-01")
    assert huishouden_op(ik, dag("2020-06-01")).personen == (ik,)


@pytest.mark.parametrize(
    ("op", "waarde"), [("2019-12-31", None), ("2020-01-01", "100"), ("2020-06-30", "100"), ("2020-07-01", None)]
)
def test_a_fact_holds_from_its_first_day_until_the_day_before_its_end(op: str, waarde: str | None) -> None:
    ik = register.persoon()
    feit(ik, "inkomen_per_maand", "100", "2020-01-01", "2020-07-01")
    gevonden = feiten_op([ik.pk], dag(op))[ik.pk].get("inkomen_per_maand")
    assert (gevonden.waarde if gevonden else None) == waarde


def test_a_correction_holds_and_what_was_known_before_can_still_be_asked() -> None:
    ik = register.persoon()
    toen, nu = (datetime.datetime(2020, m, 1, tzinfo=datetime.UTC) for m in (1, 6))
    feit(ik, "inkomen_per_maand", "100", vastgelegd_op=toen)
    feit(ik, "inkomen_per_maand", "250", vastgelegd_op=nu)
    op = dag("2020-01-01")
    assert feiten_op([ik.pk], op)[ik.pk]["inkomen_per_maand"].waarde == "250"
    assert feiten_op([ik.pk], op, bekend_op=toen)[ik.pk]["inkomen_per_maand"].waarde == "100"
    assert feiten_op([ik.pk], op, bekend_op=toen - datetime.timedelta(days=1)) == {ik.pk: {}}


def test_a_correction_that_ends_a_period_does_not_let_the_old_row_come_back() -> None:
    ik = register.persoon()
    toen, nu = (datetime.datetime(2020, m, 1, tzinfo=datetime.UTC) for m in (1, 6))
    feit(ik, "inkomen_per_maand", "100", "2019-01-01", None, vastgelegd_op=toen)
    feit(ik, "inkomen_per_maand", "100", "2019-01-01", "2019-07-01", vastgelegd_op=nu)
    assert feiten_op([ik.pk], dag("2019-12-01")) == {ik.pk: {}}
    assert feiten_op([ik.pk], dag("2019-12-01"), bekend_op=toen)[ik.pk]["inkomen_per_maand"].waarde == "100"
