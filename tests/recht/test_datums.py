"""Each date on which the law changes: computed through it, the day before and the day itself, for standard households
and for cases of `gevallen/` that come to what changes there (`carried_cases.py`).

The dates come from the law itself, and so does what changes: whatever begins on a day must be read by somebody on it,
whatever ends on it by somebody the day before; `ONBEREIKBAAR` says what cannot be. On both days every rule must be of
the version that holds, every amount the one of that day; and what came out differently must have had another version,
amount or term, or have read what did: a change of law changes nothing else.
"""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from meedoen.recht import Recht, Stap, Uitkomst, bereken, laad_recht, lees_geval
from meedoen.recht.engine.amounts import Bedrag
from meedoen.recht.engine.graph import gelezen
from tests.recht.carried_cases import Naam, die_lezen, gelezen_op, op_dag, veranderingen
from tests.recht.random_households import wisseldagen

RECHT = laad_recht()
HUISHOUDENS: dict[str, list[dict[str, Any]]] = {
    "alleen": [{"id": "a", "geboortedatum": "1985-06-15", "inkomen_per_maand": 200, "vermogen": 500}],
    "paar met kind": [
        {"id": "a", "geboortedatum": "1985-06-15", "partner": "b", "inkomen_per_maand": 300, "vermogen": 0},
        {"id": "b", "geboortedatum": "1987-06-15", "inkomen_per_maand": 0, "vermogen": 0},
        {"id": "k", "geboortedatum": "2012-06-15", "ouders": ["a", "b"], "gevraagd": []},
    ],
    "kostendelers": [
        {"id": "a", "geboortedatum": "1980-06-15", "inkomen_per_maand": 0, "vermogen": 0},
        {"id": "b", "geboortedatum": "1955-06-15", "inkomen_per_maand": 900, "vermogen": 0},
        {"id": "c", "geboortedatum": "1993-06-15", "student": True, "inkomen_per_maand": 0, "vermogen": 0},
    ],
    "inrichting": [
        {"id": "a", "geboortedatum": "1975-06-15", "inrichting": True, "inkomen_per_maand": 0, "vermogen": 0}
    ],
}
ONBEREIKBAAR: dict[tuple[date, Naam], str] = {
    (date(2016, 1, 1), ("bedrag", "taalverlaging_volgende_zes_maanden")): (
        "de taaleis begint die dag: zes maanden na een mededeling is op zijn vroegst juli 2016"
    ),
    (date(2016, 1, 1), ("bedrag", "taalverlaging_daarna")): (
        "de taaleis begint die dag: twaalf maanden na een mededeling is op zijn vroegst januari 2017"
    ),
}
"""What begins or ends with a date and that nobody can come to on that day (or, when it ends, the day before)."""
BESTAAT_ALTIJD = ("norm_per_maand", "bijstandsnorm_per_maand", "vermogensgrens", "leeftijd")


@cache
def alles(huishouden: str, dag: date, recht: Recht) -> Uitkomst:
    """Every result about a person that exists on that day, with what is missing as a question."""
    vragen = [naam for naam in recht.vragen_over("persoon") if _bestaat(naam, dag, recht)]
    opgave = {"peildatum": dag, "gevraagd": vragen, "persoon": HUISHOUDENS[huishouden]}
    return bereken(lees_geval(opgave, recht=recht), recht=recht, vragen=True)


@cache
def _bestaat(naam: str, dag: date, recht: Recht) -> bool:
    """Whether the rule, and everything that it reads, has a version on that day."""
    if not any(regel.kop.vanaf <= dag < regel.kop.tot for regel in recht.regels[naam]):
        return False
    return all(_bestaat(deel, dag, recht) for deel in gelezen([recht.op(naam, dag)]) if deel in recht.regels)


def stappen(uitkomst: Uitkomst) -> dict[tuple[str, str, str], Stap]:
    """Every step, by rule and persons."""
    return {(stap.regel, stap.persoon, stap.ander): stap for stap in uitkomst.spoor}


def waarde_op(bedrag: Bedrag, dag: date) -> Any:
    """The value of an amount on a day, looked up line by line."""
    geldig = [waarde for waarde in bedrag.waarden if waarde.vanaf <= dag < waarde.tot]
    return geldig[0].waarde if len(geldig) == 1 else None


def eis_versies_van(stap: Stap, dag: date, recht: Recht) -> None:
    """The step is by the version and the amounts of that day."""
    assert stap.vanaf <= dag < stap.tot, (stap.regel, dag)
    (regel,) = [versie for versie in recht.regels[stap.regel] if versie.kop.vanaf == stap.vanaf]
    for invoer in stap.invoer:
        if invoer.soort == "bedrag" and invoer.naam not in regel.kop.op:
            assert invoer.waarde == waarde_op(recht.bedragen[invoer.naam], dag), (stap.regel, invoer.naam, dag)


def is_verklaard(voor: Stap, na: Stap, andere: set[tuple[str, str, str]]) -> bool:
    """Whether another version, or something that it read and that changed, made a step come out differently.

    `andere` are the steps that came out differently; time itself is read as `peildatum`.
    """
    if voor.vanaf != na.vanaf:
        return True
    oud = {(deel.naam, deel.persoon, deel.ander): deel.waarde for deel in voor.invoer}
    for deel in na.invoer:
        sleutel = (deel.naam, deel.persoon, deel.ander)
        if deel.soort == "regel":
            if sleutel in andere:
                return True
        elif oud.get(sleutel) != deel.waarde:
            return True
    return False


def eis_verklaard(voor: Uitkomst, na: Uitkomst, dag: date, recht: Recht) -> None:
    """Both sides are by the law of their day, and what came out differently is so by what changed."""
    oud, nieuw = stappen(voor), stappen(na)
    for op, gezet in ((dag - timedelta(1), oud), (dag, nieuw)):
        for stap in gezet.values():
            eis_versies_van(stap, op, recht)
    beide = oud.keys() & nieuw.keys()
    andere = {s for s in beide if (oud[s].uitkomst, oud[s].reden) != (nieuw[s].uitkomst, nieuw[s].reden)}
    assert not [sleutel for sleutel in andere if not is_verklaard(oud[sleutel], nieuw[sleutel], andere)], dag


def lezers_van(nodig: set[Naam], op: date, recht: Recht) -> tuple[set[Naam], list[tuple[str, date | None]]]:
    """What of this the households read on that day and, of what they do not, the cases that do."""
    gelezen_door = set[Naam]().union(*(gelezen_op(alles(een, op, recht).spoor, op, recht) for een in HUISHOUDENS))
    zaken = list(die_lezen(nodig - gelezen_door, op, recht))
    return gelezen_door.union(*(leest for _, _, leest in zaken)) & nodig, [(zaak, als_op) for zaak, als_op, _ in zaken]


@pytest.mark.parametrize("dag", wisseldagen(RECHT), ids=str)
def test_only_what_the_law_changes_on_a_day_changes_on_that_day(dag: date) -> None:
    for huishouden in HUISHOUDENS:
        eis_verklaard(alles(huishouden, dag - timedelta(1), RECHT), alles(huishouden, dag, RECHT), dag, RECHT)


@pytest.mark.parametrize("dag", wisseldagen(RECHT), ids=str)
def test_whatever_changes_on_a_day_is_read_by_somebody_and_nothing_else_changes_for_him(dag: date) -> None:
    eindigt, begint = veranderingen(dag, RECHT)
    assert eindigt | begint
    ongelezen = set[Naam]()
    for op, nodig in ((dag - timedelta(1), eindigt), (dag, begint)):
        gelezen_door, zaken = lezers_van(nodig, op, RECHT)
        ongelezen |= nodig - gelezen_door
        for zaak, als_op in zaken:
            voor, na = (op_dag(zaak, kant, RECHT, als_op=als_op) for kant in (dag - timedelta(1), dag))
            if voor and na:
                eis_verklaard(voor, na, dag, RECHT)
    assert ongelezen == {naam for een, naam in ONBEREIKBAAR if een == dag}


def test_a_change_that_no_case_comes_to_is_seen() -> None:
    dag, naam = date(2017, 4, 1), ("regel", "hoogste_vrijwilligersvergoeding_per_maand")
    eindigt, begint = veranderingen(dag, RECHT)
    assert naam in eindigt & begint
    gelezen_door, zaken = lezers_van({naam, ("bedrag", "bestaat_niet")}, dag, RECHT)
    assert gelezen_door == {naam}
    assert len(zaken) == 1


@pytest.mark.parametrize("dag", wisseldagen(RECHT), ids=str)
def test_the_main_results_exist_through_every_change(dag: date) -> None:
    for huishouden in HUISHOUDENS:
        for op in (dag - timedelta(1), dag):
            uitkomst = alles(huishouden, op, RECHT)
            for naam in BESTAAT_ALTIJD:
                assert uitkomst.waarden["a"][naam] is not None, (huishouden, op, naam)


def test_a_change_that_nothing_explains_is_seen() -> None:
    dag = date(2025, 7, 1)
    voor, na = (stappen(alles("alleen", op, RECHT)) for op in (dag - timedelta(1), dag))
    norm = ("norm_per_maand", "a", "")
    assert voor[norm].uitkomst != na[norm].uitkomst
    assert not is_verklaard(voor[norm], na[norm], {norm})
    with pytest.raises(AssertionError):
        eis_versies_van(voor[("norm_als_alleenstaande_per_maand", "a", "")], dag, RECHT)
