"""The worklist: what is due within thirty days or was, of whom, and nothing of another municipality."""

from typing import Any

from meedoen.uitvoering.dossiers.worklist import TE_DOEN, TE_LAAT
from meedoen.uitvoering.kern.models import Gebruiker
from meedoen.uitvoering.trajecten import acts, instrument_acts
from tests.uitvoering.dossiers.household import feit
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.trajecten.plans import OP, behoud, ingezet, inwoner, plan_voor
from tests.uitvoering.work import werk_van


def lijst(eigenaar: Gebruiker, op: str, gemeente: str = ASSEN) -> list[tuple[str, str, str]]:
    """What stands on the list: what, last day, stand."""
    posten = werk_van([eigenaar.pk], [gemeente], dag(op))
    return [(post.wat, str(post.uiterlijk), str(post.stand)) for post in posten]


def test_a_term_of_the_law_appears_thirty_days_before_its_last_day(regisseur: Any) -> None:
    behoud(plan_voor(inwoner(), regisseur))
    assert lijst(regisseur, "2026-12-31") == []
    assert lijst(regisseur, "2027-01-01") == [
        ("Werken met behoud van uitkering loopt af", "2027-01-31", str(TE_DOEN)),
    ]


def test_work_that_ran_out_stays_on_the_list_until_somebody_says_how_it_ended(regisseur: Any) -> None:
    inzet = behoud(plan_voor(inwoner(), regisseur))
    assert lijst(regisseur, "2027-02-01") == [
        ("Werken met behoud van uitkering loopt af", "2027-01-31", str(TE_LAAT)),
    ]
    instrument_acts.beeindig(
        inzet=inzet, tot=dag("2027-02-01"), reden="Baan.", versie=1, door=regisseur, op=dag("2027-02-01")
    )
    assert lijst(regisseur, "2027-02-01") == []


def test_an_agreed_end_a_goal_and_an_agreement_are_on_the_list_by_date(regisseur: Any) -> None:
    plan = plan_voor(inwoner(), regisseur, streefdatum=dag("2026-12-10"))
    ingezet(plan, tot=dag("2026-12-02"))
    acts.spreek_af(plan=plan, wie="de inwoner", wat="Belt de school", uiterlijk=OP, door=regisseur, op=OP)
    assert lijst(regisseur, "2026-11-23") == [
        ("de inwoner: Belt de school", "2026-11-22", str(TE_LAAT)),
        ("Loonkostensubsidie loopt af: verlengen of beëindigen", "2026-12-01", str(TE_DOEN)),
        ("Een betaalde baan van 24 uur", "2026-12-10", str(TE_DOEN)),
    ]


def test_a_goal_that_is_reached_is_off_the_list(regisseur: Any) -> None:
    plan = plan_voor(inwoner(), regisseur, streefdatum=dag("2026-12-10"))
    acts.rond_af(wat=plan.doelen.get(), versie=1, door=regisseur, op=OP)
    assert lijst(regisseur, "2026-11-23") == []


def test_a_term_of_a_person_stands_with_the_regisseur_of_his_plan(regisseur: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, regisseur)
    feit(wie, "gemeld_op", "2025-03-01")
    feit(wie, "ontheffing_arbeid_aan_de_orde", "ja")
    feit(wie, "dringende_redenen_tegen_arbeid", "ja")
    feit(wie, "ontheffing_arbeid_tot", "2026-12-05")
    assert lijst(regisseur, "2026-11-22") == []
    assert instrument_acts.bepaal_termijnen(plan=plan, door=regisseur, op=OP) == 1
    assert lijst(regisseur, "2026-11-22") == [
        ("De ontheffing van de arbeidsverplichting loopt af", "2026-12-04", str(TE_DOEN)),
    ]


def test_nobody_sees_work_about_residents_of_another_municipality(regisseur: Any) -> None:
    behoud(plan_voor(inwoner(), regisseur))
    assert lijst(regisseur, "2027-01-15", TYNAARLO) == []


def test_after_a_transfer_the_colleague_has_the_work(regisseur: Any, gebruiker: Any) -> None:
    behoud(plan_voor(inwoner(), regisseur))
    collega = gebruiker("consulent", [ASSEN])
    was = lijst(regisseur, "2027-01-15")
    acts.draag_alles_over(van=regisseur, naar=collega, reden="ziek", door=collega, op=OP)
    assert (lijst(regisseur, "2027-01-15"), lijst(collega, "2027-01-15")) == ([], was)


def test_the_list_takes_as_many_queries_for_many_as_for_one(regisseur: Any, django_assert_max_num_queries: Any) -> None:
    for _ in range(5):
        behoud(plan_voor(inwoner(), regisseur, streefdatum=dag("2026-12-01")))
    with django_assert_max_num_queries(18):
        assert len(lijst(regisseur, "2027-01-15")) == 10
