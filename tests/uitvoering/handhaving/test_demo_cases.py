"""The cases of the demonstration: something in every state, once, and only what the law of the day allows."""

from typing import Any

import pytest

from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.handhaving import demo_cases
from meedoen.uitvoering.handhaving.models import Herzieningsverzoek, Signaal
from meedoen.uitvoering.handhaving.queries import maatregelverloop
from tests.uitvoering.handhaving.steps import inwoner
from tests.uitvoering.register import ASSEN, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db
OP = dag("2026-06-20")


def zet_klaar(maker: Any, tekenaar: Any, op: Any = OP) -> int:
    return demo_cases.zet_klaar(gemeente=ASSEN, op=op, consulent=maker, regisseur=tekenaar)


def test_there_is_a_case_in_every_state_and_a_second_run_adds_nothing(maker: Any, tekenaar: Any) -> None:
    for _ in demo_cases.GEVALLEN:
        inwoner()
    assert zet_klaar(maker, tekenaar) == len(demo_cases.GEVALLEN) + 1  # one resident is measured twice
    assert set(Signaal.objects.values_list("stand", flat=True)) == set(Signaal.Stand.values)
    standen = set(Procedure.objects.values_list("stand", flat=True))
    assert standen >= {"in_behandeling", "ter_toets", "ondertekend"}
    soorten = set(Besluit.objects.values_list("soort", "artikellid"))
    assert soorten >= {("maatregel", 5), ("maatregel", 6), ("maatregel", 2), ("geen_maatregel", None), ("inkeer", None)}
    assert Herzieningsverzoek.objects.count() == 2
    assert any(maatregelverloop(v.maatregel).einde for v in Herzieningsverzoek.objects.all())
    posten = {post.wat for post in werk_van([maker.pk], [ASSEN], OP)}
    assert {"Signaal beoordelen", "Zienswijze vastleggen", "Maatregel heroverwegen"} <= posten
    assert zet_klaar(maker, tekenaar) == 0


def test_without_residents_there_are_no_cases(maker: Any, tekenaar: Any) -> None:
    assert zet_klaar(maker, tekenaar) == 0


def test_where_the_law_of_the_next_month_is_not_known_the_rest_is_there(maker: Any, tekenaar: Any) -> None:
    for _ in demo_cases.GEVALLEN:
        inwoner()
    assert 0 < zet_klaar(maker, tekenaar, dag("2026-12-20")) < len(demo_cases.GEVALLEN) + 1
