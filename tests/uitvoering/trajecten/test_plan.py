"""One plan for one household: goals, agreements, handing over, closing; stale versions are told what changed."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.trajecten import acts, instrument_acts
from meedoen.uitvoering.trajecten.models import Inzet, Plan
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag, persoon
from tests.uitvoering.trajecten.plans import OP, ingezet, inwoner, plan_voor


def test_a_plan_has_members_a_goal_and_a_regisseur(regisseur: Any) -> None:
    ik = woont(persoon(), "W-SAMEN")
    partner = woont(persoon(), "W-SAMEN")
    plan = plan_voor(ik, regisseur, personen=[ik, partner])
    assert plan.eigenaar == regisseur
    assert {lid.persoon for lid in plan.leden.all()} == {ik, partner}
    assert plan.doelen.get().tekst == "Een betaalde baan van 24 uur"
    assert Gebeurtenis.objects.get(handeling="plan_gemaakt").gegevens["leden"] == [ik.nummer, partner.nummer]


def test_nobody_has_two_running_plans(regisseur: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, regisseur)
    with pytest.raises(ValidationError, match=f"heeft al een lopend plan \\({plan.nummer}\\)"):
        plan_voor(wie, regisseur)


def test_a_plan_is_for_one_household(regisseur: Any) -> None:
    with pytest.raises(ValidationError, match="hoort op deze dag niet bij dit huishouden"):
        plan_voor(inwoner(), regisseur, personen=[inwoner(), inwoner()])


def test_a_plan_that_is_refused_leaves_nothing(regisseur: Any) -> None:
    with pytest.raises(ValidationError):
        plan_voor(inwoner(), regisseur, streefdatum=dag("2025-12-31"))
    assert not Plan.objects.exists()
    assert not Gebeurtenis.objects.exists()


def test_a_goal_is_reached_once_and_on_the_version_that_was_seen(regisseur: Any, gebruiker: Any) -> None:
    doel = plan_voor(inwoner(), regisseur).doelen.get()
    zelfde = type(doel).objects.get(pk=doel.pk)
    acts.rond_af(wat=doel, versie=1, door=regisseur, op=OP)
    assert doel.behaald_op == OP
    with pytest.raises(IntussenGewijzigd, match="doel behaald, behaald op"):
        acts.rond_af(wat=zelfde, versie=1, door=gebruiker("consulent", [ASSEN]), op=OP)
    with pytest.raises(ValidationError, match="al afgerond op 22 november 2026"):
        acts.rond_af(wat=doel, versie=2, door=regisseur, op=OP)


def test_an_agreement_is_kept(regisseur: Any) -> None:
    plan = plan_voor(inwoner(), regisseur)
    afspraak = acts.spreek_af(
        plan=plan, wie="de inwoner", wat="Schrijft zich in", uiterlijk=dag("2026-12-01"), door=regisseur, op=OP
    )
    acts.rond_af(wat=afspraak, versie=afspraak.versie, door=regisseur, op=OP)
    assert plan.afspraken.get().nagekomen_op == OP
    with pytest.raises(ValidationError, match="Het plan begint op 1 januari 2026"):
        acts.spreek_af(plan=plan, wie="wij", wat="iets", uiterlijk=dag("2025-12-31"), door=regisseur, op=OP)


def test_a_plan_goes_to_a_colleague_with_what_runs_in_it(regisseur: Any, gebruiker: Any) -> None:
    plan, collega = plan_voor(inwoner(), regisseur), gebruiker("consulent", [ASSEN])
    inzet = ingezet(plan)
    acts.draag_plan_over(plan=plan, naar=collega, versie=1, door=regisseur, op=OP)
    inzet.refresh_from_db()
    assert (plan.eigenaar, inzet.eigenaar) == (collega, collega)
    with pytest.raises(IntussenGewijzigd, match="plan overgedragen"):
        acts.draag_plan_over(plan=plan, naar=regisseur, versie=1, door=collega, op=OP)


@pytest.mark.parametrize(("rol", "gemeenten"), [("beleid_en_control", [ASSEN]), ("regisseur", [TYNAARLO])])
def test_a_plan_never_goes_to_who_may_not_work_on_it(
    regisseur: Any, gebruiker: Any, rol: str, gemeenten: list[str]
) -> None:
    plan = plan_voor(inwoner(), regisseur)
    with pytest.raises(PermissionDenied):
        acts.draag_plan_over(plan=plan, naar=gebruiker(rol, gemeenten), versie=1, door=regisseur, op=OP)
    plan.refresh_from_db()
    assert plan.eigenaar == regisseur


def test_a_whole_caseload_goes_over_in_one_act_or_not_at_all(regisseur: Any, gebruiker: Any) -> None:
    collega, elders = gebruiker("regisseur", [ASSEN]), gebruiker("regisseur", [TYNAARLO])
    for _ in range(2):
        ingezet(plan_voor(inwoner(), regisseur))
    with pytest.raises(PermissionDenied):
        acts.draag_alles_over(van=regisseur, naar=elders, reden="verlof", door=collega, op=OP)
    assert Plan.objects.filter(eigenaar=regisseur).count() == 2
    assert acts.draag_alles_over(van=regisseur, naar=collega, reden="verlof", door=collega, op=OP) == 2
    assert not Plan.objects.exclude(eigenaar=collega).exists()
    assert not Inzet.objects.exclude(eigenaar=collega).exists()
    assert Gebeurtenis.objects.get(handeling="werk_overgedragen").gegevens["reden"] == "verlof"
    with pytest.raises(ValidationError, match="andere collega"):
        acts.draag_alles_over(van=collega, naar=collega, reden="x", door=collega, op=OP)


def test_a_plan_closes_when_nothing_runs_and_then_takes_no_more(regisseur: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, regisseur)
    inzet = ingezet(plan)
    with pytest.raises(ValidationError, match="loopt nog een instrument"):
        acts.sluit_plan(plan=plan, versie=plan.versie, door=regisseur, op=OP)
    instrument_acts.beeindig(inzet=inzet, tot=OP, reden="Baan gevonden.", versie=1, door=regisseur, op=OP)
    acts.sluit_plan(plan=plan, versie=plan.versie, door=regisseur, op=OP)
    with pytest.raises(ValidationError, match="gesloten op 22 november 2026"):
        acts.spreek_af(plan=plan, wie="wij", wat="iets", uiterlijk=OP, door=regisseur, op=OP)
    assert plan_voor(wie, regisseur, vanaf=OP).nummer != plan.nummer
