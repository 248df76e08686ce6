"""One household, exactly: half cents, what is asked for, what is empty, and how the answer came about."""

# ruff: noqa: E501 cases are data: one line each

import json
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.recht import (
    DatumOnbekend,
    GegevenOntbreekt,
    Recht,
    RekenFout,
    Uitkomst,
    bereken,
    lees_geval,
    lees_recht,
)
from meedoen.recht.engine.functions import rond_op_centen
from meedoen.recht.engine.units import als_tekst

A = {"id": "a", "geboortedatum": "1980-01-01"}
B = {"id": "b", "geboortedatum": "1985-01-01"}


def antwoord(wet: Recht, *personen: dict[str, Any], vraag: str = "norm_per_maand", op: str = "2022-12-31") -> Uitkomst:
    geval = lees_geval({"peildatum": op, "gevraagd": [vraag], "persoon": list(personen)}, recht=wet)
    return bereken(geval, recht=wet)


def test_half_a_cent_goes_up(wet: Recht) -> None:
    # four persons: 40 % of 2002.13 is 800.852; three: 13/30 of 2002.13 is 867.58966; two: half of 2002.13 is 1001.065
    for aantal, norm in ((2, "1001.07"), (3, "867.59"), (4, "800.85"), (7, "715.05")):
        personen = [{**A, "id": f"p{nummer}"} for nummer in range(aantal)]
        assert antwoord(wet, *personen, op="2026-01-01").waarden["p0"]["norm_per_maand"] == Fraction(norm)


@given(teller=st.integers(0, 10**9), noemer=st.integers(1, 10**6))
def test_rounding_never_moves_an_amount_by_more_than_half_a_cent(teller: int, noemer: int) -> None:
    bedrag = Fraction(teller, noemer)
    verschil = rond_op_centen(bedrag) - bedrag
    assert -Fraction(1, 200) < verschil <= Fraction(1, 200)
    assert (rond_op_centen(bedrag) * 100).denominator == 1


def test_a_pair_looks_different_from_either_side(wet: Recht) -> None:
    jong, oud = {**A, "id": "jong", "geboortedatum": "1999-06-01"}, {**A, "id": "oud", "geboortedatum": "1970-01-01"}
    waarden = antwoord(wet, jong, oud, vraag="aantal_kostendelers", op="2023-01-01").waarden
    assert (waarden["jong"]["aantal_kostendelers"], waarden["oud"]["aantal_kostendelers"]) == (2, 1)


def test_a_birthday_changes_the_norm_of_the_others(wet: Recht) -> None:
    medebewoner = {**B, "geboortedatum": "1998-03-15"}
    aantallen = [
        antwoord(wet, A, medebewoner, vraag="aantal_kostendelers", op=dag).waarden["a"]["aantal_kostendelers"]
        for dag in ("2025-03-14", "2025-03-15")
    ]
    assert aantallen == [1, 2]


def test_only_what_the_answer_depends_on_is_asked_for(wet: Recht) -> None:
    assert antwoord(wet, {"id": "a", **A}).ontbreekt == []
    with pytest.raises(GegevenOntbreekt) as fout:
        antwoord(wet, {**A, "partner": "b"}, B, vraag="uitbetaling_per_maand")
    assert [(o.persoon, o.feit) for o in fout.value.ontbreekt] == [
        ("a", "inkomen_per_maand"),
        ("b", "inkomen_per_maand"),
    ]
    assert "persoon b: Wat is het inkomen per maand? (vul in: inkomen_per_maand; proefwet 3)" in str(fout.value)


def test_what_does_not_matter_is_not_asked_for(wet: Recht) -> None:
    kind = {"id": "k", "geboortedatum": "2015-01-01"}
    uitkomst = antwoord(wet, kind, vraag="uitbetaling_per_maand")
    assert uitkomst.waarden["k"]["uitbetaling_per_maand"] is None
    assert uitkomst.redenen["k"]["uitbetaling_per_maand"].artikel == "proefwet 2 lid 2"


def test_questions_can_be_given_back_with_what_is_known(wet: Recht) -> None:
    personen = [{**A, "inkomen_per_maand": 0}, B]
    geval = lees_geval(
        {"peildatum": "2020-01-01", "gevraagd": ["uitbetaling_per_maand"], "persoon": personen}, recht=wet
    )
    uitkomst = bereken(geval, recht=wet, vragen=True)
    assert [(o.persoon, o.feit) for o in uitkomst.ontbreekt] == [("b", "inkomen_per_maand")]
    assert uitkomst.waarden["a"]["uitbetaling_per_maand"] == Fraction("651.99")
    assert uitkomst.waarden["b"]["uitbetaling_per_maand"] is None
    assert "b" not in uitkomst.redenen


def test_results_can_be_asked_of_one_person(wet: Recht) -> None:
    uitkomst = antwoord(wet, {**A, "inkomen_per_maand": 0}, {**B, "gevraagd": []}, vraag="uitbetaling_per_maand")
    assert uitkomst.waarden["b"] == {}


def test_parents_are_asked_for_only_by_who_reads_children(wet: Recht) -> None:
    kind = {"id": "k", "geboortedatum": "2015-01-01"}
    assert antwoord(wet, A, B, kind).ontbreekt == []
    with pytest.raises(GegevenOntbreekt) as fout:
        antwoord(wet, A, B, kind, vraag="toeslag_per_maand")
    assert [(o.persoon, o.feit) for o in fout.value.ontbreekt] == [("k", "ouders")]


def test_a_flag_that_is_not_stated_reads_as_no_and_the_trace_says_so(wet: Recht) -> None:
    stap = next(s for s in antwoord(wet, A, {**B, "student": False}).spoor if (s.regel, s.persoon) == ("telt_mee", "b"))
    student = next(invoer for invoer in stap.invoer if invoer.naam == "student")
    assert (student.waarde, student.opgegeven, student.persoon) == (False, False, "a")
    andere = next(
        s for s in antwoord(wet, A, {**B, "student": False}).spoor if (s.regel, s.persoon) == ("telt_mee", "a")
    )
    assert next(invoer for invoer in andere.invoer if invoer.naam == "student").opgegeven


def test_the_trace_names_rule_article_inputs_amounts_and_sources(wet: Recht) -> None:
    uitkomst = antwoord(wet, A, B)
    stap = uitkomst.spoor[-1]
    assert (stap.regel, stap.artikel, stap.persoon) == ("norm_per_maand", "proefwet 2 lid 1", "b")
    assert stap.bestand == "bijstand/norm.py"
    invoer = {deel.naam: deel for deel in stap.invoer}
    assert (invoer["gehuwdennorm"].soort, invoer["gehuwdennorm"].bron) == ("bedrag", "proef")
    assert (invoer["aantal_kostendelers"].soort, invoer["aantal_kostendelers"].waarde) == ("regel", 2)
    assert "jongerennorm" not in invoer
    namen = [(s.regel, s.persoon) for s in uitkomst.spoor]
    assert namen.index(("leeftijd", "a")) < namen.index(("norm_per_maand", "a"))
    als_json = json.loads(json.dumps([s.als_json() for s in uitkomst.spoor]))
    assert als_json[-1]["uitkomst"] == "686.31"
    assert {"naam": "gehuwdennorm", "waarde": "1372.62"}.items() <= als_json[-1]["invoer"][-1].items()


def test_the_trace_tells_that_a_child_was_taken_for_yours(wet: Recht) -> None:
    uitkomst = antwoord(wet, A, {"id": "k", "geboortedatum": "2015-01-01"}, vraag="toeslag_per_maand")
    groep = next(deel for s in uitkomst.spoor for deel in s.invoer if deel.naam == "kinderen")
    assert (groep.waarde, groep.opgegeven) == (("k",), False)
    assert groep.bron.startswith("afgeleid")


def test_what_is_not_verified_is_told(wet: Recht) -> None:
    assert antwoord(wet, A).meldingen == []
    assert antwoord(wet, A, op="2026-01-01").meldingen == [
        "Bedrag gehuwdennorm per 2026-01-01 (proefwet 2): niet geverifieerd: niet nagekeken"
    ]
    werk = {**A, "loonwaarde_percentage": 50, "uren_per_week": 20, "voltijd_uren_per_week": 40}
    meldingen = antwoord(wet, werk, vraag="subsidie_per_maand", op="2024-01-01").meldingen
    assert meldingen == ["Regel subsidie_per_maand (proefwet 4): niet geverifieerd: het percentage is niet nagekeken"]


def test_the_receipt_names_the_law_and_everything_used(wet: Recht) -> None:
    ontvangst = json.loads(json.dumps(antwoord(wet, A).ontvangst))
    assert (ontvangst["recht"], ontvangst["versie"], ontvangst["hash"]) == ("proefwet", "1", wet.hash)
    assert [feit["naam"] for feit in ontvangst["feiten"]] == ["geboortedatum", "partner"]
    assert {bedrag["naam"] for bedrag in ontvangst["bedragen"]} == {"gehuwdennorm", "vast_deel", "deel_per_persoon"}


def relaties(uitkomst: Uitkomst) -> dict[tuple[str, str], tuple[list[str], bool, str]]:
    """What a receipt says of who belongs to whom."""
    feiten = json.loads(json.dumps(uitkomst.ontvangst))["feiten"]
    return {
        (feit["persoon"], feit["naam"]): (feit["waarde"], feit["opgegeven"], feit["bron"])
        for feit in feiten
        if feit["soort"] == "relatie"
    }


def test_the_receipt_names_the_relations_that_were_read_and_no_others(wet: Recht) -> None:
    paar = [{**A, "partner": "b"}, B]
    assert relaties(antwoord(wet, *paar)) == {("a", "partner"): (["b"], True, ""), ("b", "partner"): (["a"], True, "")}
    zakelijk = {"commerciele_relatie_met": ["a"]}
    assert relaties(antwoord(wet, A, {**B, **zakelijk})) == {
        ("a", "partner"): ([], False, ""),
        ("a", "commerciele_relatie_met"): (["b"], True, ""),
        ("b", "partner"): ([], False, ""),
        ("b", "commerciele_relatie_met"): (["a"], True, ""),
    }
    assert relaties(antwoord(wet, *paar, vraag="leeftijd")) == {}


def test_the_receipt_names_children_and_how_they_were_found(wet: Recht) -> None:
    kind = {"id": "k", "geboortedatum": "2015-01-01"}
    afgeleid = relaties(antwoord(wet, A, kind, vraag="toeslag_per_maand"))
    assert afgeleid["a", "kinderen"] == (["k"], False, "afgeleid: geen andere volwassene in de woning")
    assert ("k", "ouders") not in afgeleid
    gesteld = relaties(antwoord(wet, A, B, {**kind, "ouders": ["a"]}, vraag="toeslag_per_maand"))
    assert gesteld["a", "kinderen"] == (["k"], True, "opgegeven ouders")
    assert gesteld["b", "kinderen"] == ([], True, "opgegeven ouders")
    assert gesteld["k", "ouders"] == (["a"], True, "")


def test_an_amount_is_looked_up_at_the_date_that_the_rule_names(wet: Recht) -> None:
    werk = {**A, "loonwaarde_percentage": 50, "uren_per_week": 40, "voltijd_uren_per_week": 40}
    subsidies = [
        antwoord(wet, {**werk, **extra}, vraag="subsidie_per_maand", op="2016-08-01").waarden["a"]["subsidie_per_maand"]
        for extra in ({}, {"ingangsdatum": "2015-03-01"}, {"ingangsdatum": "2016-07-01"})
    ]
    assert subsidies == [Fraction("1025.16"), Fraction("990.75"), Fraction("1025.16")]


@pytest.mark.parametrize("dag", ["2014-12-31", "2027-01-01", "1999-01-01"])
def test_outside_the_known_law_the_error_says_which_dates_are_known(wet: Recht, dag: str) -> None:
    with pytest.raises(DatumOnbekend, match="bekend is het van 2015-01-01 tot 2027-01-01"):
        antwoord(wet, {"id": "a"}, op=dag)


def test_a_rule_that_did_not_exist_yet_says_since_when_it_does(wet: Recht) -> None:
    with pytest.raises(
        DatumOnbekend, match=r"toeslag_per_maand .* bestaat niet op 2017-12-31; hij geldt van 2018-01-01"
    ):
        antwoord(wet, A, vraag="toeslag_per_maand", op="2017-12-31")


ONMOGELIJK = [
    ("deling door nul", "return inkomen_per_maand / (inkomen_per_maand - inkomen_per_maand)", "er wordt door nul gedeeld"),
    ("onder nul afronden", "return rond_op_centen(0 - inkomen_per_maand) / inkomen_per_maand", "van nul en hoger"),
    ("datum die niet bestaat", "return 1 if datum(2023, 2, 29) < peildatum else 2", "2023-2-29 bestaat niet"),
    ("tijd die terugloopt", "return 1 if volle_jaren(peildatum, datum(1990, 1, 1)) > 1 else 2", "later dan de tweede"),
]  # fmt: skip


@pytest.mark.parametrize(("formule", "wat"), [deel[1:] for deel in ONMOGELIJK], ids=[deel[0] for deel in ONMOGELIJK])
def test_an_impossible_sum_names_rule_and_person(pakket: Callable[..., Path], formule: str, wat: str) -> None:
    regels = f'''from meedoen.recht.engine import *


@regel("proef 9")
def x(inkomen_per_maand: GeldPerMaand, peildatum: Datum) -> Verhouding:
    """D."""
    {formule}
'''
    with pytest.raises(RekenFout, match=wat) as fout:
        antwoord(lees_recht(pakket(regels=regels)), {"id": "a", "inkomen_per_maand": 10}, vraag="x")
    assert str(fout.value).startswith("x (proef 9), persoon a: ")


def test_the_rule_that_runs_is_the_text_in_the_file(wet: Recht) -> None:
    """Debuggers and coverage see the law file itself."""
    gezien: set[tuple[str, int]] = set()

    def volg(kader: Any, gebeurtenis: str, _: Any) -> Any:
        gezien.add((Path(kader.f_code.co_filename).name, kader.f_lineno))
        return volg

    eerder = sys.gettrace()
    sys.settrace(volg)
    try:
        antwoord(wet, A, op="2021-05-05")
    finally:
        sys.settrace(eerder)
    nummer = next(regel.kop.knoop.body[-1].lineno for regel in wet.regels["norm_per_maand"])
    assert ("norm.py", nummer) in gezien


def test_a_decorated_rule_stays_an_ordinary_function() -> None:
    from tests.recht.engine.wet.bijstand import norm

    assert norm.subsidie_per_maand__2015.__doc__ is not None
    assert norm.norm_per_maand(19, 1, Fraction(2, 5), Fraction(3, 10), Fraction(1000), Fraction(237)) == 237


@pytest.mark.parametrize(
    ("waarde", "soort", "tekst"),
    [
        (Fraction("1401.5"), "GeldPerMaand", "1401.50"),
        (Fraction(0), "GeldPerMaand", "0.00"),
        (Fraction("-3.25"), "Geld", "-3.25"),
        (Fraction("0.005"), "Geld", "0.005"),
        (Fraction(13, 30), "Verhouding", "13/30"),
        (Fraction("0.235"), "Procent", "0.235"),
        (3, "Aantal", 3),
        (True, "bool", True),
    ],
)
def test_values_are_written_exactly(wet: Recht, waarde: Any, soort: str, tekst: Any) -> None:
    from meedoen.recht.engine.units import SOORTEN

    assert als_tekst(waarde, SOORTEN[soort]) == tekst
