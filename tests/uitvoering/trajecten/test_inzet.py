"""Instruments: of the group only, unpaid work within the term and on the conditions of the law, extended and ended."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.uitvoering.dossiers.models import Feit
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.trajecten import instrument_acts
from meedoen.uitvoering.trajecten.models import Inzet, Termijn, Vorm
from tests.uitvoering import register
from tests.uitvoering.register import TYNAARLO, dag
from tests.uitvoering.trajecten.plans import OP, behoud, ingezet, inwoner, plan_voor


def foutzin(fout: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(fout.value.messages)


def test_an_instrument_has_an_owner_a_budget_and_an_event(regisseur: Any) -> None:
    inzet = ingezet(plan_voor(inwoner(), regisseur))
    assert (inzet.eigenaar, inzet.tot, inzet.budgetbron) == (regisseur, None, "participatiebudget")
    assert Gebeurtenis.objects.get(handeling="instrument_ingezet").gegevens["instrument"] == "loonkostensubsidie"


@pytest.mark.parametrize(
    ("groep", "anders", "zin"),
    [
        ("0-30", {}, "hoort niet bij doelgroep 0-30. Kies uit: arbeidsmatige dagbesteding"),
        ("", {}, "Stel eerst een diagnose"),
        ("50-80", {"vanaf": dag("2025-12-31")}, "Het plan begint op 1 januari 2026"),
        ("50-80", {"budgetbron": "spaarpot"}, "spaarpot"),
    ],
)
def test_what_cannot_be_used_is_refused(regisseur: Any, groep: str, anders: dict[str, Any], zin: str) -> None:
    plan = plan_voor(inwoner(groep), regisseur)
    with pytest.raises(ValidationError) as fout:
        ingezet(plan, **anders)
    assert zin in foutzin(fout)
    assert not Inzet.objects.exists()


def test_the_same_instrument_never_runs_twice_at_once(regisseur: Any) -> None:
    plan = plan_voor(inwoner(), regisseur)
    ingezet(plan, tot=dag("2026-12-01"))
    with pytest.raises(ValidationError) as fout:
        ingezet(plan, vanaf=dag("2026-11-30"))
    assert "loopt al van 1 november 2026 tot 1 december 2026" in foutzin(fout)
    assert ingezet(plan, vanaf=dag("2026-12-01")).pk


def test_work_with_benefit_ends_after_the_first_period_of_the_municipality(regisseur: Any) -> None:
    inzet = behoud(plan_voor(inwoner(), regisseur))
    assert inzet.tot == dag("2027-02-01")
    termijn = Termijn.objects.get(inzet=inzet)
    assert (termijn.regel, termijn.laatste_dag) == ("einddatum_werken_met_behoud_van_uitkering", dag("2027-01-31"))
    oordeel = Feit.objects.get(naam="concreet_perspectief_op_betaalde_baan")
    assert (oordeel.waarde, oordeel.door) == ("ja", regisseur)
    assert oordeel.motivering.startswith("Contract voor 24 uur")


@pytest.mark.parametrize("leeg", ["perspectief", "geen_verdringing"])
def test_work_with_benefit_needs_its_grounds(regisseur: Any, leeg: str) -> None:
    plan = plan_voor(inwoner(), regisseur)
    with pytest.raises(ValidationError) as fout:
        behoud(plan, **{leeg: " "})
    assert "concreet perspectief op een betaalde baan" in foutzin(fout)
    assert "Participatiewet 7 lid 1" in foutzin(fout)
    assert not Inzet.objects.exists()
    assert not Feit.objects.exists()


def test_work_with_benefit_beyond_the_term_is_refused_with_the_last_day(regisseur: Any) -> None:
    plan = plan_voor(inwoner(), regisseur)
    with pytest.raises(ValidationError) as fout:
        behoud(plan, tot=dag("2027-02-02"))
    assert "31 januari 2027" in foutzin(fout)


def test_where_the_municipality_set_no_term_the_question_goes_to_it(regisseur: Any, gebruiker: Any) -> None:
    plan = plan_voor(inwoner(gemeente=TYNAARLO), gebruiker("regisseur", [TYNAARLO]))
    with pytest.raises(ValidationError) as fout:
        behoud(plan)
    assert "Hoeveel maanden duurt werken met behoud van uitkering ten hoogste" in foutzin(fout)


def test_it_is_extended_once_and_not_beyond_three_months_more(regisseur: Any) -> None:
    inzet = behoud(plan_voor(inwoner(), regisseur))
    verder = {"perspectief": "Begint 1 mei.", "geen_verdringing": "Nieuwe plek.", "door": regisseur, "op": OP}
    with pytest.raises(ValidationError) as fout:
        instrument_acts.verleng(inzet=inzet, tot=dag("2027-05-02"), versie=1, **verder)
    assert "30 april 2027" in foutzin(fout)
    instrument_acts.verleng(inzet=inzet, tot=dag("2027-05-01"), versie=1, **verder)
    inzet.refresh_from_db()
    assert (inzet.tot, inzet.verlengd_maanden, inzet.versie) == (dag("2027-05-01"), 1, 2)
    assert inzet.termijnen.get().laatste_dag == dag("2027-04-30")
    with pytest.raises(IntussenGewijzigd, match="instrument verlengd"):
        instrument_acts.beeindig(inzet=inzet, tot=OP, reden="klaar", versie=1, door=regisseur, op=OP)


def test_an_extension_needs_its_grounds_again(regisseur: Any) -> None:
    inzet = behoud(plan_voor(inwoner(), regisseur))
    with pytest.raises(ValidationError) as fout:
        instrument_acts.verleng(inzet=inzet, tot=dag("2027-05-01"), versie=1, door=regisseur, op=OP)
    assert "concreet perspectief" in foutzin(fout)
    inzet.refresh_from_db()
    assert (inzet.tot, inzet.versie) == (dag("2027-02-01"), 1)


def test_a_proefplaats_needs_bijstand_and_runs_two_months_and_up_to_four_more(regisseur: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, regisseur)
    proef = {"vorm": Vorm.PROEFPLAATS, "perspectief": "De werkgever neemt in dienst als de proef slaagt."}
    with pytest.raises(ValidationError) as fout:
        behoud(plan, **proef)
    assert "bij algemene bijstand" in foutzin(fout)
    register.uitkering(wie, "2025-01-01")
    inzet = behoud(plan, **proef)
    assert inzet.tot == dag("2027-01-01")
    verder = {"perspectief": "Nog niet zeker.", "door": regisseur, "op": OP}
    with pytest.raises(ValidationError) as fout:
        instrument_acts.verleng(inzet=inzet, tot=dag("2027-05-02"), versie=1, **verder)
    assert "30 april 2027" in foutzin(fout)
    instrument_acts.verleng(inzet=inzet, tot=dag("2027-02-15"), versie=1, **verder)
    assert (inzet.verlengd_maanden, inzet.tot) == (2, dag("2027-02-15"))


def test_a_participatieplaats_needs_bijstand_and_is_judged_after_nine_months(regisseur: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, regisseur)
    with pytest.raises(ValidationError) as fout:
        behoud(plan, vorm=Vorm.PARTICIPATIEPLAATS, maanden_eerder=0)
    assert "alleen bij algemene bijstand" in foutzin(fout)
    register.uitkering(wie, "2025-01-01")
    inzet = behoud(plan, vorm=Vorm.PARTICIPATIEPLAATS, maanden_eerder=0)
    datums = dict(inzet.termijnen.values_list("regel", "laatste_dag"))
    assert datums["beoordelingsdatum_participatieplaats"] == dag("2027-08-01")
    assert datums["einddatum_participatieplaats"] == dag("2028-10-31")


def test_a_participatieplaats_asks_first_what_it_must_know(regisseur: Any) -> None:
    wie = inwoner()
    register.uitkering(wie, "2025-01-01")
    plan = plan_voor(wie, regisseur)
    with pytest.raises(ValidationError) as fout:
        behoud(plan, vorm=Vorm.PARTICIPATIEPLAATS)
    assert "Hoeveel maanden werkte deze persoon al onbeloond" in foutzin(fout)


def test_an_instrument_ends_with_a_reason_and_its_dates_go(regisseur: Any) -> None:
    inzet = behoud(plan_voor(inwoner(), regisseur))
    with pytest.raises(ValidationError, match="waarom dit eindigt"):
        instrument_acts.beeindig(inzet=inzet, tot=OP, reden=" ", versie=1, door=regisseur, op=OP)
    with pytest.raises(ValidationError, match="niet langer dan tot 1 februari 2027"):
        instrument_acts.beeindig(inzet=inzet, tot=dag("2027-03-01"), reden="x", versie=1, door=regisseur, op=OP)
    instrument_acts.beeindig(inzet=inzet, tot=OP, reden="Baan gevonden.", versie=1, door=regisseur, op=OP)
    assert not Termijn.objects.exists()
    with pytest.raises(ValidationError, match="al beëindigd"):
        instrument_acts.beeindig(inzet=inzet, tot=OP, reden="x", versie=2, door=regisseur, op=OP)
