"""Holes in time: a rule that holds on days on which what it reads is nothing is refused when the law is loaded."""

from collections.abc import Callable
from pathlib import Path

import pytest

from meedoen.recht import lees_recht
from meedoen.recht.engine.gaps import MENDEN

BEDRAG = """[grens]
artikel = "a"
eenheid = "euro per maand"
waarden = [{waarden}]
"""
VANAF_2016 = BEDRAG.format(waarden='{ vanaf = 2016-01-01, waarde = "1", bron = "b" }')
GEEN_TOT_2016 = BEDRAG.format(
    waarden='{ vanaf = 2015-01-01, geen = true }, { vanaf = 2016-01-01, waarde = "1", bron = "b" }'
)
GEEN_IN_2017 = BEDRAG.format(
    waarden='{ vanaf = 2015-01-01, waarde = "1", bron = "b" }, { vanaf = 2017-01-01, geen = true }, '
    '{ vanaf = 2018-01-01, waarde = "2", bron = "b" }'
)
TOT_2020 = BEDRAG.format(waarden='{ vanaf = 2015-01-01, tot = 2020-01-01, waarde = "1", bron = "b" }')
ALTIJD = BEDRAG.format(waarden='{ vanaf = 2015-01-01, waarde = "1", bron = "b" }')
TERM = """[hoogte]
soort = "geld"
bereik = [0, 100]
artikel = "a"
vraag = "Hoe hoog?"
vaststeller = "raad"
vanaf = 2016-01-01
tot = 2024-01-01
"""
LEZER = '''

@regel("a"{periode})
def x({parameters}) -> GeldPerMaand:
    """D."""
    return {formule}
'''


def _regels(
    *, periode: str = "", parameters: str = "grens: GeldPerMaand", formule: str = "grens", bij: str = ""
) -> str:
    lezer = LEZER.format(periode=periode and f", {periode}", parameters=parameters, formule=formule)
    return "from meedoen.recht.engine import *\n" + lezer + bij


@pytest.mark.parametrize(
    ("bedragen", "periode", "gat"),
    [
        (VANAF_2016, "", "2015-01-01 to 2016-01-01"),
        (GEEN_TOT_2016, "", "2015-01-01 to 2016-01-01"),
        (GEEN_TOT_2016, 'vanaf="2015-06-01", tot="2017-01-01"', "2015-06-01 to 2016-01-01"),
        (GEEN_TOT_2016, 'tot="2015-06-01"', "2015-01-01 to 2015-06-01"),
        (GEEN_TOT_2016, 'op={"grens": "peildatum"}', "2015-01-01 to 2016-01-01"),
        (GEEN_IN_2017, 'vanaf="2016-01-01"', "2017-01-01 to 2018-01-01"),
        (TOT_2020, "", "2020-01-01 to 2027-01-01"),
    ],
)
def test_an_amount_that_is_nothing_while_its_reader_holds_is_refused(
    weigert: Callable[..., str], bedragen: str, periode: str, gat: str
) -> None:
    fout = weigert(regels=_regels(periode=periode), bedragen=bedragen)
    assert fout == f"proef/proef.py:5: x: reads grens, which is nothing from {gat} Mend: {MENDEN['bedrag']}"


@pytest.mark.parametrize(
    ("bedragen", "periode"),
    [
        (VANAF_2016, 'vanaf="2016-01-01"'),
        (GEEN_IN_2017, 'tot="2017-01-01"'),
        (GEEN_IN_2017, 'vanaf="2018-01-01"'),
        (ALTIJD, 'vanaf="2010-01-01"'),
        (VANAF_2016, 'op={"grens": "geboortedatum"}'),
    ],
)
def test_a_reader_that_holds_no_longer_than_its_amount_is_right(
    pakket: Callable[..., Path], bedragen: str, periode: str
) -> None:
    assert lees_recht(pakket(regels=_regels(periode=periode), bedragen=bedragen)).vragen() == ("x",)


def test_a_term_that_is_not_open_while_its_reader_holds_is_refused(weigert: Callable[..., str]) -> None:
    fout = weigert(regels=_regels(parameters="hoogte: GeldPerMaand", formule="hoogte"), termen=TERM)
    voor, na = fout.splitlines()
    assert voor.startswith("proef/proef.py:5: x: reads hoogte, which is nothing from 2015-01-01 to 2016-01-01 Mend: ")
    assert na.endswith(f"from 2024-01-01 to 2027-01-01 Mend: {MENDEN['term']}")


def test_a_rule_without_a_version_while_its_reader_holds_is_refused_also_of_another_person(
    weigert: Callable[..., str],
) -> None:
    later = LEZER.format(periode=', vanaf="2018-01-01"', parameters="", formule="3").replace("x(", "later(")
    regels = _regels(parameters="kinderen: Kinderen", formule="sum(k.later for k in kinderen)", bij=later)
    fout = weigert(regels=regels)
    assert fout.startswith("proef/proef.py:7: x: reads later, which is nothing from 2015-01-01 to 2018-01-01 Mend: ")
    assert fout.endswith(MENDEN["regel"])


MAG = '''

@regel("a", tot="2016-01-01")
def mag__2015() -> bool:
    """D."""
    return {voor}


@regel("a", vanaf="2016-01-01")
def mag__2016(student: bool) -> bool:
    """D."""
    return student
'''
PARAMETERS = "mag: bool, grens: GeldPerMaand"
WEIGERT = MAG.format(voor='geen("Het bestond nog niet.", "a")')


@pytest.mark.parametrize(
    "formule",
    [
        "grens if mag else 0",
        "0 if not mag else grens",
        "grens if mag and grens > 3 else 0",
    ],
)
def test_what_is_read_after_a_refusal_may_be_nothing(pakket: Callable[..., Path], formule: str) -> None:
    regels = _regels(parameters=PARAMETERS, formule=formule, bij=WEIGERT)
    assert lees_recht(pakket(regels=regels, bedragen=GEEN_TOT_2016)).vragen() == ("x", "mag")


@pytest.mark.parametrize(
    ("formule", "bij"),
    [
        ("grens if grens > 3 and mag else 0", WEIGERT),
        ("max(grens, 1) if mag else 0", MAG.format(voor="False")),
        ("grens if mag else 0", WEIGERT.replace("2016-01-01", "2015-06-01")),
    ],
)
def test_a_refusal_that_comes_later_or_not_for_all_these_days_does_not_help(
    weigert: Callable[..., str], formule: str, bij: str
) -> None:
    fout = weigert(regels=_regels(parameters=PARAMETERS, formule=formule, bij=bij), bedragen=GEEN_TOT_2016)
    assert "proef/proef.py:5: x: reads grens, which is nothing from 2015-01-01 to 2016-01-01" in fout
