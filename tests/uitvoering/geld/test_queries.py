"""The budget table adds up to what it says, missing is not zero, and unlike units are refused."""

from decimal import Decimal

import pytest

from meedoen.uitvoering.beleid.models import Beleidscijfer
from meedoen.uitvoering.geld.queries import Budgettabel, EenheidOnbekend, aandelen, budgettabel
from meedoen.uitvoering.kern.units import Eenheid
from meedoen.uitvoering.sturing.areas import gebied
from meedoen.uitvoering.sturing.targets import beleid_van
from tests.uitvoering import register

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kadernota() -> None:
    register.gemeenten()
    register.kadernota()


def tabel() -> Budgettabel:
    gevonden = budgettabel(beleid_van(gebied("drentsche-aa", ())))
    assert gevonden
    return gevonden


def test_the_lines_of_the_kadernota_add_up_and_the_published_balance_differs_where_it_was_rounded() -> None:
    gevonden = tabel()
    assert gevonden.jaren == ("2015", "2016", "2017", "2018")
    assert gevonden.berekend == tuple(map(Decimal, ("3691", "4628", "4802", "5243")))
    assert gevonden.gepubliceerd == tuple(map(Decimal, ("3691", "4627", "4802", "5242")))
    assert [(jaar, g, b) for jaar, g, b in gevonden.verschillen] == [("2016", 4627, 4628), ("2018", 5242, 5243)]
    assert gevonden.eenheid is Eenheid.DUIZEND_EURO


def test_a_missing_line_leaves_the_balance_of_that_year_open() -> None:
    Beleidscijfer.objects.get(soort="budget", rij="nadeel-korting-wsw", periode="2017").delete()
    gevonden = tabel()
    assert gevonden.berekend[2] is None
    assert [jaar for jaar, _g, _b in gevonden.verschillen] == ["2016", "2018"]


def test_a_line_in_euros_among_thousands_is_refused() -> None:
    Beleidscijfer.objects.filter(soort="budget", rij="ontschot-budget", periode="2015").update(eenheid="euro")
    with pytest.raises(EenheidOnbekend, match=r"verwacht: x 1\.000 euro"):
        tabel()


def test_the_shares_of_the_kadernota_hand_out_more_than_there_is() -> None:
    gevonden = aandelen(beleid_van(gebied("drentsche-aa", ())))
    assert gevonden and gevonden.totaal == 110 and gevonden.is_meer_dan_alles
    Beleidscijfer.objects.get(soort="inzet-doelgroep", rij="diagnose").delete()
    zonder = aandelen(beleid_van(gebied("drentsche-aa", ())))
    assert zonder and zonder.totaal == 100 and not zonder.is_meer_dan_alles


def test_without_a_policy_document_there_is_no_table() -> None:
    beleid = beleid_van(gebied(register.ASSEN, ()))
    assert budgettabel(beleid) is None
    assert aandelen(beleid) is None
