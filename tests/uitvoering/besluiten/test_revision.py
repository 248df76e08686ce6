"""A decision looked at again: what was known then beside what is known now, and what follows from it."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from meedoen.uitvoering.besluiten import revision
from meedoen.uitvoering.besluiten.acts import herzie, leg_ter_toets_voor, onderteken, stel_voor, trek_in
from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.models import Besluit, Brief, Procedure
from meedoen.uitvoering.besluiten.revision import maanden, te_veel, te_weinig
from meedoen.uitvoering.dossiers.models import Uitkering
from meedoen.uitvoering.kern.events import schrijf_gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import BIJSTANDSFEITEN, aanvraag, getekend, met_feiten
from tests.uitvoering.dossiers.household import feit, woont

pytestmark = pytest.mark.django_db
LATER = register.dag("2026-05-20")
APRIL = register.dag("2026-04-01")
TOEN = datetime.datetime(2026, 3, 10, tzinfo=datetime.UTC)


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


@pytest.mark.django_db(transaction=True)
def test_then_is_the_household_as_it_was_known_when_the_decision_was_made(maker: Any, tekenaar: Any) -> None:
    ik = met_feiten()
    besluit = getekend(aanvraag(ik, maker), maker, tekenaar)
    with transaction.atomic():
        woont(register.persoon(geboortedatum=register.dag("1990-01-01")))
        schrijf_gebeurtenis(handeling="wijzig", onderwerp=ik, door=maker, op=LATER)
    rijen = maanden(herziening(besluit, maker), LATER)
    assert {m.toen for m in rijen} == {besluit.bedrag_per_maand}
    assert all(m.nu is not None and m.nu < m.toen for m in rijen), "who shares costs gets less"


def test_of_a_decision_from_before_the_resident_was_here_only_what_it_granted_is_known(
    maker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ik = woont(register.persoon())
    for naam, waarde in (BIJSTANDSFEITEN | {"bijstand_aangevraagd_op": "2026-03-01"}).items():
        feit(ik, naam, waarde, vastgelegd_op=TOEN)
    ingelezen = Besluit.objects.create(
        nummer="B1",
        persoon=ik,
        soort="toekenning_bijstand",
        genomen_op=register.dag("2026-03-10"),
        vanaf=register.dag("2026-03-01"),
        bedrag_per_maand=Decimal(900),
    )
    procedure = herziening(ingelezen, maker)
    monkeypatch.setattr(revision, "bekend_sinds", lambda persoon: TOEN)
    assert Decimal(900) not in {m.toen for m in maanden(procedure, LATER)}, "computed from what was known that day"
    monkeypatch.setattr(revision, "bekend_sinds", lambda persoon: TOEN + datetime.timedelta(days=1))
    assert {m.toen for m in maanden(procedure, LATER)} == {Decimal(900)}


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
