"""Which mandatory terms a municipality's file lacks, and on which days."""

from datetime import date

from meedoen.recht.engine.law import laad_recht
from meedoen.recht.verordening.controle import controleer
from meedoen.recht.verordening.volledigheid import Gemis, gemis
from tests.recht.verordening.test_controle import GOED, STUDIE

RECHT = laad_recht()


def van(tekst: str) -> dict[str, list[tuple[date, date]]]:
    """Term -> the days on which the file lacks it."""
    verordening = controleer(tekst).verordening
    assert verordening is not None
    perioden: dict[str, list[tuple[date, date]]] = {}
    for een in gemis(verordening, RECHT):
        perioden.setdefault(een.term.naam, []).append((een.vanaf, een.tot))
    return perioden


def test_what_no_decision_fills_is_lacking_as_long_as_the_law_demands_it() -> None:
    ontbreekt = van(GOED)
    assert not [naam for naam in ontbreekt if naam.startswith("inkomenstoeslag")]
    assert ontbreekt["misdraging_duur"] == [(date(2015, 1, 1), RECHT.bekend_tot)]
    assert ontbreekt["omvang_beschut_werk"] == [(date(2015, 1, 1), date(2017, 1, 1))]
    assert set(ontbreekt) == {
        term.naam for term in RECHT.termen.values() if term.is_verplicht and term.verordening != "inkomenstoeslag"
    }


def test_days_before_the_first_decision_are_not_asked_and_those_after_the_last_are() -> None:
    later = GOED.replace("vanaf = 2015-01-01", "vanaf = 2020-01-01\ntot = 2021-01-01")
    ontbreekt = van(later)
    assert ontbreekt["inkomenstoeslag_gehuwden"] == [(date(2021, 1, 1), RECHT.bekend_tot)]
    assert ontbreekt["misdraging_duur"] == [(date(2020, 1, 1), RECHT.bekend_tot)]
    assert "omvang_beschut_werk" not in ontbreekt


def test_a_term_that_is_filled_later_is_lacking_until_then() -> None:
    term = "individuele_studietoeslag_volgens_verordening"
    tekst = GOED + STUDIE.format(besloten="2015-06-01", vanaf="2015-07-01", tot="")
    assert van(tekst)[term] == [(date(2015, 1, 1), date(2015, 7, 1))]


def test_one_is_told_with_its_article_and_its_days() -> None:
    term = RECHT.termen["misdraging_duur"]
    altijd = Gemis(term, date(2015, 1, 1), RECHT.bekend_tot)
    assert altijd.zin(RECHT) == f"misdraging_duur ({term.artikel}), vanaf 2015-01-01"
    tijdelijk = Gemis(term, date(2015, 1, 1), date(2016, 1, 1))
    assert tijdelijk.zin(RECHT) == f"misdraging_duur ({term.artikel}), van 2015-01-01 tot 2016-01-01"
