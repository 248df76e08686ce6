"""A measure that ends early: on request because he complies (lid 11), or by the review of lid 3."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.besluiten.proposal import beoordeel
from meedoen.uitvoering.dossiers.worklist import TE_LAAT
from meedoen.uitvoering.handhaving.measure_acts import heroverweeg, vraag_inkeer
from meedoen.uitvoering.handhaving.models import Herzieningsverzoek
from meedoen.uitvoering.handhaving.queries import betaling
from tests.uitvoering.handhaving.steps import getekend, gewogen, inwoner, opgelegd
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db
LATER = dag("2026-04-20")
MEI, JUNI = dag("2026-05-01"), dag("2026-06-01")
ZEGT = "Hij werkt sinds 2 april en komt elke afspraak na."


def verzoek(besluit: Besluit, door: Any, **anders: Any) -> Procedure:
    """Asked on 20 April to stop from May on."""
    velden = {"gevraagd_op": LATER, "ingangsdatum": MEI, "wat": ZEGT, "op": LATER} | anders
    return vraag_inkeer(besluit=besluit, door=door, **velden)


def nagekomen(procedure: Procedure, door: Any, antwoord: bool) -> Procedure:
    """Judged whether he clearly complies now."""
    vragen = {vraag.feit for vraag in beoordeel(procedure, LATER).berekening.vragen}
    assert vragen == {"komt_verplichtingen_ondubbelzinnig_na"}
    return gewogen(procedure, door, LATER, komt_verplichtingen_ondubbelzinnig_na=antwoord)


def test_who_clearly_complies_loses_no_more_and_what_was_taken_stays(maker: Any, tekenaar: Any) -> None:
    besluit = opgelegd(inwoner(), maker, tekenaar)
    procedure = nagekomen(verzoek(besluit, maker), maker, True)
    uitkomst = getekend(procedure, maker, tekenaar, LATER)
    assert (uitkomst.soort, uitkomst.uitkomst) == ("inkeer", "toekennen")
    verloop = betaling(besluit)
    assert [m.is_gestopt for m in verloop.maanden] == [False, True, True]
    assert verloop.einde == "gestopt per 1 mei 2026: inkeer"
    brief = str(brieftekst(uitkomst, tekenaar))
    assert "Wij stoppen met het verlagen van uw bijstand." in brief and ZEGT in brief
    assert Herzieningsverzoek.objects.get().procedure == procedure


def test_who_does_not_keeps_the_measure_and_a_later_breach_still_counts_it(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    besluit = opgelegd(ik, maker, tekenaar)
    uitkomst = getekend(nagekomen(verzoek(besluit, maker), maker, False), maker, tekenaar, LATER)
    assert (uitkomst.soort, uitkomst.uitkomst) == ("inkeer", "afwijzen")
    assert [m.is_gestopt for m in betaling(besluit).maanden] == [False, False, False]
    tweede = opgelegd(ik, maker, tekenaar, op=dag("2026-05-20"), gedrag=dag("2026-05-20"))
    assert tweede.artikellid == 6


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"ingangsdatum": dag("2026-05-02")}, "eerste dag van een maand die nog wordt verlaagd"),
        ({"ingangsdatum": dag("2026-07-01")}, "eerste dag van een maand die nog wordt verlaagd"),
        ({"gevraagd_op": dag("2026-03-01")}, "vanaf het besluit"),
        ({"wat": " "}, "wat de inwoner aanvoert"),
    ],
)
def test_a_request_that_cannot_be_is_refused(maker: Any, tekenaar: Any, anders: dict[str, Any], woorden: str) -> None:
    with pytest.raises(ValidationError, match=woorden):
        verzoek(opgelegd(inwoner(), maker, tekenaar), maker, **anders)


def test_a_request_twice_or_of_somebody_elses_municipality_is_refused(
    maker: Any, tekenaar: Any, gebruiker: Any
) -> None:
    besluit = opgelegd(inwoner(), maker, tekenaar)
    with pytest.raises(PermissionDenied):
        verzoek(besluit, gebruiker("consulent", [TYNAARLO]))
    verzoek(besluit, maker)
    with pytest.raises(ValidationError, match="Er loopt al"):
        verzoek(besluit, maker)


def test_other_behaviour_is_reviewed_by_the_college_not_on_request(maker: Any, tekenaar: Any) -> None:
    besluit = opgelegd(inwoner(), maker, tekenaar, gedraging="zeer ernstige misdraging")
    with pytest.raises(ValidationError, match="geldt geen inkeer"):
        verzoek(besluit, maker)
    dagen = [(p.wat, p.uiterlijk, p.stand) for p in werk_van([maker.pk], [ASSEN], dag("2026-06-11"))]
    assert dagen == [("Maatregel heroverwegen", dag("2026-06-10"), TE_LAAT)]
    eindigt = {"uitkomst": "eindigt", "motivering": "Hij bood zijn excuses aan.", "door": maker, "op": LATER}
    with pytest.raises(ValidationError, match="per wanneer"):
        heroverweeg(besluit=besluit, **eindigt)
    heroverweeg(besluit=besluit, eindigt_per=JUNI, **eindigt)
    verloop = betaling(besluit)
    assert [m.is_gestopt for m in verloop.maanden] == [False, False, True] and verloop.heroverweeg_voor is None
    assert werk_van([maker.pk], [ASSEN], dag("2026-06-11")) == []


def test_a_uniform_measure_is_not_reviewed_by_lid_3(maker: Any, tekenaar: Any) -> None:
    besluit = opgelegd(inwoner(), maker, tekenaar)
    assert betaling(besluit).heroverweeg_voor is None
    with pytest.raises(ValidationError, match="inkeer"):
        heroverweeg(besluit=besluit, uitkomst="blijft", motivering="Nee.", door=maker, op=LATER)


def test_what_stays_after_the_review_is_off_the_list(maker: Any, tekenaar: Any) -> None:
    besluit = opgelegd(inwoner(), maker, tekenaar, gedraging="zeer ernstige misdraging")
    heroverweeg(besluit=besluit, uitkomst="blijft", motivering="Niets veranderd.", door=maker, op=LATER)
    assert betaling(besluit).heroverweeg_voor is None and betaling(besluit).einde == ""
