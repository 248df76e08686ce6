"""Following municipalities through mergers, and their regions by date."""

import datetime

import pytest

from meedoen.uitvoering.beleid.models import Arbeidsmarktregio, Gemeente
from meedoen.uitvoering.beleid.queries import (
    GemeenteNietEenduidig,
    GemeenteOnbekend,
    RegioOnbekend,
    gemeente_op,
    leden_van,
    opvolgers,
    regio_van,
    voorgangers,
)

VANDAAG = datetime.date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("referentie")


def test_a_municipality_is_itself_up_to_its_last_day() -> None:
    assert gemeente_op("GM0017", datetime.date(2018, 12, 31)).naam == "Haren"
    assert gemeente_op("GM0017", datetime.date(2019, 1, 1)).naam == "Groningen"


def test_mergers_are_followed_step_by_step() -> None:
    assert gemeente_op("GM0265", VANDAAG).naam == "Berg en Dal"
    assert [o.nieuwe.naam for o in opvolgers("GM0265")] == ["Groesbeek", "Berg en Dal"]
    assert {o.oude.naam for o in voorgangers("GM1945")} == {"Groesbeek", "Millingen aan de Rijn", "Ubbergen"}
    assert opvolgers("GM0106") == ()


def test_a_split_municipality_needs_a_choice() -> None:
    with pytest.raises(GemeenteNietEenduidig, match="gesplitst over Leeuwarden") as gevangen:
        gemeente_op("GM0140", VANDAAG)
    assert {o.nieuwe.code for o in gevangen.value.overgangen} == {"GM0080", "GM1900", "GM1949"}
    assert all(o.is_gesplitst for o in gevangen.value.overgangen)


def test_a_municipality_that_did_not_exist_yet_names_its_predecessors() -> None:
    with pytest.raises(GemeenteNietEenduidig, match="bestaat sinds 2019-01-01; daarvoor: Grootegast"):
        gemeente_op("GM1969", datetime.date(2018, 12, 31))


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(GemeenteOnbekend, match="GM9999"):
        gemeente_op("GM9999", VANDAAG)


def test_every_code_leads_to_a_municipality_of_today_or_to_a_choice() -> None:
    keuzes = set()
    for code in Gemeente.objects.values_list("code", flat=True):
        try:
            assert gemeente_op(code, VANDAAG).tot is None
        except GemeenteNietEenduidig:
            keuzes.add(code)
    assert keuzes == {"GM1671", "GM0140", "GM0053", "GM0788"}


@pytest.mark.parametrize("code", ["GM1680", "GM0106", "GM1730"])
@pytest.mark.parametrize("dag", [datetime.date(2015, 1, 1), datetime.date(2020, 6, 1), VANDAAG])
def test_the_demo_municipalities_lie_in_groningen(code: str, dag: datetime.date) -> None:
    lidmaatschap = regio_van(code, dag)
    assert lidmaatschap.regio.naam == "Groningen"
    assert lidmaatschap.is_geverifieerd
    assert lidmaatschap.bron


def test_a_move_between_regions_has_an_unknown_day_and_says_so() -> None:
    assert regio_van("GM0450", datetime.date(2015, 6, 1)).regio.naam == "Zuid-Kennemerland en IJmond"
    assert regio_van("GM0450", VANDAAG).regio.naam == "Noord-Holland Noord"
    with pytest.raises(RegioOnbekend, match="IJmond vanaf 2015-01-01 tot 2016-01-01; Noord-Holland Noord vanaf 2026"):
        regio_van("GM0450", datetime.date(2020, 6, 1))


def test_the_region_of_a_dissolved_municipality_is_that_of_its_successor() -> None:
    assert regio_van("GM0017", VANDAAG).gemeente.naam == "Groningen"
    assert regio_van("GM0491", datetime.date(2015, 6, 1)).gemeente.naam == "Krimpenerwaard"


def test_before_2015_no_region_is_known() -> None:
    with pytest.raises(RegioOnbekend, match="Groningen vanaf 2015-01-01"):
        regio_van("GM0106", datetime.date(2014, 12, 31))


@pytest.mark.parametrize(("dag", "aantal"), [(datetime.date(2015, 6, 1), 393), (VANDAAG, 342)])
def test_every_municipality_lies_in_exactly_one_region(dag: datetime.date, aantal: int) -> None:
    leden = [g.code for regio in Arbeidsmarktregio.objects.all() for g in leden_van(regio.code, dag)]
    assert len(leden) == len(set(leden)) == aantal


def test_the_largest_regions_have_the_members_that_cbs_counts() -> None:
    assert leden_van("AM01", VANDAAG).count() == 14
    assert leden_van("AM36", VANDAAG).count() == 16
    assert leden_van("AM35", VANDAAG).count() == 3
