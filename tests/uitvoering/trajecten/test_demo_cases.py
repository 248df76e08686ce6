"""The plans of the demonstration: something in every state, once, and only what the law of the day allows."""

from typing import Any

from meedoen.uitvoering.dossiers.worklist import TE_DOEN, TE_LAAT
from meedoen.uitvoering.trajecten import demo_cases
from meedoen.uitvoering.trajecten.models import Diagnose, Inzet, Plan, Vorm
from tests.uitvoering import register
from tests.uitvoering.register import ASSEN, dag
from tests.uitvoering.trajecten.plans import OP, inwoner
from tests.uitvoering.work import werk_van


def bewoners(aantal: int, sinds: str) -> None:
    for _ in range(aantal):
        wie = inwoner("")
        register.indeling(wie, "50-80", sinds)
        register.uitkering(wie, sinds)


def test_there_is_something_in_every_state_and_a_second_run_adds_nothing(regisseur: Any, gebruiker: Any) -> None:
    bewoners(9, "2025-01-01")
    wie = {"regisseur": regisseur, "consulent": gebruiker("consulent", [ASSEN])}
    assert demo_cases.zet_klaar(gemeente=ASSEN, op=OP, **wie) == 8
    assert set(Inzet.objects.values_list("vorm", flat=True)) == {"", *Vorm.values}
    assert Plan.objects.exclude(tot=None).count() == 1
    assert Diagnose.objects.get().heeft_voorrang
    standen = {str(post.stand) for post in werk_van([regisseur.pk], [ASSEN], OP)}
    assert standen == {str(TE_DOEN), str(TE_LAAT)}
    assert demo_cases.zet_klaar(gemeente=ASSEN, op=OP, **wie) == 0
    assert Plan.objects.count() == 8


def test_before_the_law_knew_the_proefplaats_there_is_none(regisseur: Any, gebruiker: Any) -> None:
    bewoners(9, "2018-01-01")
    wie = {"regisseur": regisseur, "consulent": gebruiker("consulent", [ASSEN])}
    assert demo_cases.zet_klaar(gemeente=ASSEN, op=dag("2020-06-01"), **wie) == 7
    assert Vorm.PROEFPLAATS not in Inzet.objects.values_list("vorm", flat=True)


def test_without_residents_there_are_no_plans(regisseur: Any, gebruiker: Any) -> None:
    wie = {"regisseur": regisseur, "consulent": gebruiker("consulent", [ASSEN])}
    assert demo_cases.zet_klaar(gemeente=ASSEN, op=OP, **wie) == 0
