"""The ledger of targets: which value holds, what was known when, and municipalities that merged."""

import datetime
from decimal import Decimal

import pytest

from meedoen.uitvoering.beleid.models import Beleidscijfer, Lading, Samenwerking
from meedoen.uitvoering.beleid.queries import Doel, GemeenteOnbekend, RijOnbekend, doel, peildata_van

TAAK = "beschut-werk-taakstelling"
EIND_2017, EIND_2018 = datetime.date(2017, 12, 31), datetime.date(2018, 12, 31)
ANTWOORD_ZWOLLE = datetime.date(2017, 1, 31)
VANDAAG = datetime.date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("referentie")


def _codes(uitkomst: Doel) -> dict[str, int | None]:
    return {
        d.code: int(d.geldend.waarde) if d.geldend and d.geldend.waarde is not None else None for d in uitkomst.delen
    }


WAT_WIJ_WISTEN = [
    ("GM0193", EIND_2017, 26, False),
    ("GM0193", EIND_2018, 46, True),
    ("GM0106", EIND_2017, 15, False),
    ("GM0106", EIND_2018, None, False),
    ("GM0014", EIND_2017, 44, False),
    ("GM0014", EIND_2018, None, False),
]


@pytest.mark.parametrize(("code", "peildatum", "waarde", "is_voorlopig"), WAT_WIJ_WISTEN)
def test_what_did_we_know_on_the_day_of_the_answer_of_zwolle(
    code: str, peildatum: datetime.date, waarde: int | None, is_voorlopig: bool
) -> None:
    uitkomst = doel(TAAK, code, peildatum, bekend_op=ANTWOORD_ZWOLLE)
    assert (uitkomst.waarde, uitkomst.is_voorlopig) == (waarde, is_voorlopig)
    assert uitkomst.peildatum == peildatum


def test_what_became_known_later_is_shown_as_later() -> None:
    (assen,) = doel(TAAK, "GM0106", EIND_2018, bekend_op=ANTWOORD_ZWOLLE).delen
    assert assen.geldend is None
    assert [(v.waarde, v.bekend_vanaf) for v in assen.later] == [(27, datetime.date(2017, 11, 22))]
    assert doel(TAAK, "GM0106", EIND_2018).waarde == 27


def test_nothing_was_known_before_the_regulation() -> None:
    assert doel(TAAK, ["GM0106", "GM0014"], EIND_2017, bekend_op=datetime.date(2017, 1, 22)).deelsom is None


def test_a_revised_target_holds_over_the_original_one_and_the_original_stays_in_sight() -> None:
    (land,) = doel(TAAK, None, EIND_2018).delen
    assert land.geldend is not None
    assert (land.geldend.waarde, land.geldend.rij) == (4600, "herzien")
    assert [(v.waarde, v.rij) for v in land.eerder] == [(6500, "oorspronkelijk")]
    assert doel(TAAK, None, EIND_2018, rij="oorspronkelijk").waarde == 6500


def test_a_final_target_holds_over_a_provisional_one_from_the_day_it_is_known() -> None:
    voorlopig = Beleidscijfer.objects.get(soort=TAAK, gemeente="GM0193", peildatum=EIND_2018)
    Beleidscijfer.objects.create(
        aard="doel",
        soort=TAAK,
        gemeente_id="GM0193",
        periode=voorlopig.periode,
        peildatum=EIND_2018,
        waarde=45,
        eenheid="plekken",
        bekend_vanaf=datetime.date(2017, 11, 22),
        bron="voorbeeld in deze test",
    )
    assert doel(TAAK, "GM0193", EIND_2018).waarde == 45
    assert doel(TAAK, "GM0193", EIND_2018, bekend_op=datetime.date(2017, 11, 21)).waarde == 46


def test_a_document_without_a_date_cannot_say_what_was_known() -> None:
    uitkomst = doel(TAAK, None, datetime.date(2016, 12, 31), bekend_op=datetime.date(2018, 1, 1))
    assert uitkomst.waarde is None
    assert [v.waarde for v in uitkomst.delen[0].zonder_datum] == [3200]
    assert doel(TAAK, None, datetime.date(2016, 12, 31)).waarde == 3200


def test_targets_of_municipalities_that_merged_since_are_summed_with_their_old_codes() -> None:
    uitkomst = doel(TAAK, "GM0014", EIND_2018, indeling_op=VANDAAG)
    assert _codes(uitkomst) == {"GM0014": 70, "GM0009": 1, "GM0017": 2}
    assert uitkomst.waarde == 73
    assert doel(TAAK, "GM0014", EIND_2018).waarde == 70


def test_a_municipality_that_did_not_exist_yet_has_the_targets_of_those_it_came_from() -> None:
    uitkomst = doel(TAAK, "GM1979", EIND_2017, indeling_op=VANDAAG)
    assert _codes(uitkomst) == {"GM0003": 2, "GM0010": 6, "GM0024": 3}
    assert uitkomst.waarde == 11


def test_a_missing_target_is_not_zero() -> None:
    uitkomst = doel(TAAK, "GM1952", EIND_2018)
    assert _codes(uitkomst) == {"GM0018": 11, "GM0040": 3, "GM1987": None}
    assert (uitkomst.waarde, uitkomst.deelsom) == (None, 14)
    assert [deel.naam for deel in uitkomst.ontbreekt] == ["Menterwolde"]


def test_a_split_municipality_is_named_and_not_counted() -> None:
    uitkomst = doel(TAAK, "GM0080", EIND_2018)
    assert _codes(uitkomst) == {"GM0080": 34, "GM0081": 1, "GM0140": 1}
    assert (uitkomst.waarde, uitkomst.deelsom) == (None, 35)
    assert [deel.naam for deel in uitkomst.gesplitst] == ["Littenseradiel"]


def test_a_split_municipality_counts_when_all_its_parts_lie_in_the_area() -> None:
    uitkomst = doel(TAAK, ["GM0080", "GM1949", "GM1900"], EIND_2018)
    assert not uitkomst.gesplitst
    assert "GM0140" in {deel.code for deel in uitkomst.geteld}


def test_the_target_within_a_year_is_that_of_its_end() -> None:
    assert doel("banenafspraak-doel", None, datetime.date(2025, 3, 1), rij="totaal").waarde == 125_000
    na_2018 = doel(TAAK, "GM0106", VANDAAG)
    assert (na_2018.waarde, na_2018.peildatum, na_2018.delen) == (None, None, ())
    assert peildata_van(TAAK, "herzien") == [EIND_2017, EIND_2018]


def test_a_kind_with_rows_asks_which_row() -> None:
    with pytest.raises(RijOnbekend, match="markt, overheid, totaal"):
        doel("banenafspraak-doel", None, datetime.date(2025, 12, 31))


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(GemeenteOnbekend, match="GM9999"):
        doel(TAAK, ["GM0106", "GM9999"], EIND_2017)


def test_every_counted_value_has_its_source() -> None:
    for code in ("GM0014", "GM0106", "GM0193", "GM0080"):
        uitkomst = doel(TAAK, code, EIND_2018, indeling_op=VANDAAG)
        assert uitkomst.bronnen
        assert uitkomst.eenheid == "plekken"


def test_a_partnership_answers_with_its_own_figure_else_with_those_of_its_municipalities(kadernota: Lading) -> None:
    drentsche_aa = Samenwerking.objects.get(pk="drentsche-aa")
    eigen = doel("prognose-plekken", drentsche_aa, datetime.date(2016, 7, 1), rij="beschut-werk")
    assert eigen.waarde == Decimal(24)
    gemeenten = doel(TAAK, drentsche_aa, EIND_2018)
    assert (gemeenten.waarde, gemeenten.deelsom) == (None, 27)
    assert {deel.naam for deel in gemeenten.ontbreekt} == {"Aa en Hunze", "Tynaarlo"}
