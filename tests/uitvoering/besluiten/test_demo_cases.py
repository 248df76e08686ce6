"""The cases of the demonstration: of every kind that can be asked for a signed decision, and every state; once."""

from typing import Any

import pytest

from meedoen.uitvoering.besluiten import demo_cases
from meedoen.uitvoering.besluiten.kinds import AAN_TE_VRAGEN
from meedoen.uitvoering.besluiten.models import Aard, Besluit, Bezwaar, Procedure
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, dag, kadernota, nummer, persoon

pytestmark = pytest.mark.django_db
OP = dag("2026-11-28")


def zet_klaar(maker: Any, tekenaar: Any) -> int:
    return demo_cases.zet_klaar(gemeente=ASSEN, op=OP, consulent=maker, regisseur=tekenaar)


def test_every_case_is_made_and_a_second_run_adds_nothing(maker: Any, tekenaar: Any) -> None:
    kadernota()
    for _ in demo_cases.GEVALLEN:
        woont(persoon(), nummer("W"))
    assert zet_klaar(maker, tekenaar) >= len(demo_cases.GEVALLEN)
    assert Procedure.objects.values("persoon").distinct().count() == len(demo_cases.GEVALLEN)
    assert {*Procedure.objects.values_list("stand", flat=True)} == {*Procedure.Stand.values}
    assert {*Besluit.objects.values_list("aard", flat=True)} == {*Aard.values}
    assert {*Besluit.objects.values_list("procedure__soort", flat=True)} == {soort for soort, _naam in AAN_TE_VRAGEN}
    toegekend = Besluit.objects.filter(uitkomst="toekennen", aard=Aard.NIEUW)
    assert {*toegekend.values_list("procedure__soort", flat=True)} == {soort for soort, _naam in AAN_TE_VRAGEN}
    aantal = Procedure.objects.count()
    zet_klaar(maker, tekenaar)
    assert Procedure.objects.count() == aantal and not Bezwaar.objects.exists()


def test_without_residents_there_are_no_cases(maker: Any, tekenaar: Any) -> None:
    assert zet_klaar(maker, tekenaar) == 0
