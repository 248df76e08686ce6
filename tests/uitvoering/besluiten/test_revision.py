"""A decision looked at again: what was known then beside what is known now, and what follows from it."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.uitvoering.besluiten.acts import herzie, leg_ter_toets_voor, onderteken, stel_voor, trek_in
from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.models import Besluit, Brief, Procedure
from meedoen.uitvoering.besluiten.revision import maanden, te_veel, te_weinig
from meedoen.uitvoering.dossiers.models import Uitkering
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import aanvraag, getekend, met_feiten
from tests.uitvoering.dossiers.household import feit

pytestmark = pytest.mark.django_db
LATER = register.dag("2026-05-20")
APRIL = register.dag("2026-04-01")


@pytest.fixture
def toegekend(maker: Any, tekenaar: Any) -> Besluit:
    """Bijstand from 1 March 2026, with an income of 200 euro."""
    return getekend(aanvraag(met_feiten(), maker), maker, tekenaar)


def herziening(besluit: Besluit, door: Any, vanaf: datetime.date = APRIL, afzien: str = "") -> Procedure:
    """A revision because the resident did not tell."""
    return herzie(besluit=besluit, ingangsdatum=vanaf, grond="inlichtingen", ziet_af_wegens=afzien, door=door, op=LATER)


def teken(procedure: Procedure, maker: Any, tekenaar: Any) -> Besluit:
    """The way of a revision to a signature."""
    stel_voor(procedure=procedure, versie=1, door=maker, op=LATER)
    leg_ter_toets_voor(procedure=procedure, versie=2, door=maker, op=LATER)
    return onderteken(procedure=procedure, versie=3, door=tekenaar, op=LATER)


def test_then_and_now_stand_side_by_side(toegekend: Besluit, maker: Any) -> None:
    feit(toegekend.persoon, "inkomen_per_maand", "700", vanaf="2026-04-01")
    rijen = maanden(herziening(toegekend, maker, vanaf=register.dag("2026-03-01")), LATER)
    assert [m.eerste_dag.month for m in rijen] == [3, 4, 5]
    assert {m.toen for m in rijen} == {toegekend.bedrag_per_maand}
    assert rijen[0].verschil == 0 and rijen[1].verschil == rijen[2].verschil
    assert Decimal(400) < te_veel(rijen) / 2 < Decimal(500), (
        "500 euro of income, of which the holiday allowance is kept"
    )
    assert te_weinig(rijen) == 0


def test_a_revision_gives_a_new_decision_that_reclaims(toegekend: Besluit, maker: Any, tekenaar: Any) -> None:
    feit(toegekend.persoon, "inkomen_per_maand", "700", vanaf="2026-04-01")
    procedure = herziening(toegekend, maker)
    nieuw = teken(procedure, maker, tekenaar)
    assert (nieuw.aard, nieuw.herziet, nieuw.uitkomst) == ("herzien", toegekend, "toekennen")
    assert nieuw.terug_te_vorderen == te_veel(maanden(procedure, LATER)) > 0
    assert Uitkering.objects.get().tot is None
    brief = brieftekst(nieuw, tekenaar)
    (deel,) = [deel for deel in brief["delen"] if deel["tabel"] and deel["tabel"]["koppen"][0] == "Maand"]
    assert "Participatiewet 58 lid 1" in deel["alineas"][1] and len(deel["tabel"]["rijen"]) == 2
    assert Brief.objects.filter(besluit=nieuw).exists()
    toegekend.refresh_from_db()
    assert toegekend.aard == "nieuw", "the first decision stays as it was"


def test_without_any_right_left_the_decision_is_withdrawn_and_the_benefit_ends(
    toegekend: Besluit, maker: Any, tekenaar: Any
) -> None:
    feit(toegekend.persoon, "inkomen_per_maand", "3000", vanaf="2026-04-01")
    nieuw = teken(herziening(toegekend, maker), maker, tekenaar)
    assert (nieuw.aard, nieuw.soort) == ("ingetrokken", "beeindiging_bijstand")
    assert nieuw.terug_te_vorderen == 2 * (toegekend.bedrag_per_maand or 0)
    assert (Uitkering.objects.get().tot, Uitkering.objects.get().reden_einde) == (LATER, "ingetrokken")


def test_the_amount_of_a_revision_is_that_of_now_and_a_right_that_ended_later_ends_the_benefit(
    toegekend: Besluit, maker: Any, tekenaar: Any
) -> None:
    feit(toegekend.persoon, "inkomen_per_maand", "700", vanaf="2026-04-01")
    feit(toegekend.persoon, "inkomen_per_maand", "3000", vanaf="2026-05-01")
    nieuw = teken(herziening(toegekend, maker), maker, tekenaar)
    assert (nieuw.aard, nieuw.soort, nieuw.bedrag_per_maand) == ("herzien", "beeindiging_bijstand", None)
    assert Uitkering.objects.get().tot == LATER
    assert brieftekst(nieuw, tekenaar)["delen"][0]["alineas"][1] == "Zo is het nu: U krijgt geen algemene bijstand."


def test_for_urgent_reasons_nothing_is_reclaimed(toegekend: Besluit, maker: Any, tekenaar: Any) -> None:
    feit(toegekend.persoon, "inkomen_per_maand", "700", vanaf="2026-04-01")
    nieuw = teken(herziening(toegekend, maker, afzien="Ziekenhuisopname."), maker, tekenaar)
    assert nieuw.terug_te_vorderen is None
    assert any(
        "Ziekenhuisopname." in alinea for deel in brieftekst(nieuw, tekenaar)["delen"] for alinea in deel["alineas"]
    )


def test_too_little_is_paid_out(toegekend: Besluit, maker: Any, tekenaar: Any) -> None:
    feit(toegekend.persoon, "inkomen_per_maand", "0", vanaf="2026-05-01")
    te_vroeg = herziening(toegekend, maker)
    with pytest.raises(ValidationError, match="verandert er nog niets"):
        stel_voor(procedure=te_vroeg, versie=1, door=maker, op=LATER)
    trek_in(procedure=te_vroeg, versie=1, motivering="Begint in mei.", door=maker, op=LATER)
    procedure = herziening(toegekend, maker, vanaf=register.dag("2026-05-01"))
    nieuw = teken(procedure, maker, tekenaar)
    assert nieuw.terug_te_vorderen is None and te_weinig(maanden(procedure, LATER)) > 0


def test_what_cannot_be_revised_is_refused(toegekend: Besluit, maker: Any, tekenaar: Any) -> None:
    with pytest.raises(ValidationError, match="Kies een dag van 1 maart 2026"):
        herziening(toegekend, maker, vanaf=register.dag("2026-02-28"))
    herziening(toegekend, maker)
    with pytest.raises(ValidationError, match="loopt al"):
        herziening(toegekend, maker)
    afgewezen = getekend(aanvraag(met_feiten(inkomen_per_maand="3000"), maker), maker, tekenaar)
    with pytest.raises(ValidationError, match="alleen bij een toegekend bedrag"):
        herziening(afgewezen, maker)
