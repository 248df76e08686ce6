"""From application to signature: the way it goes, and every step that is refused."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from meedoen.recht import laad_recht
from meedoen.uitvoering.besluiten.acts import leg_ter_toets_voor, onderteken, stel_voor, stuur_terug, trek_in, vraag_aan
from meedoen.uitvoering.besluiten.models import Berekening, Besluit, Brief, Procedure
from meedoen.uitvoering.besluiten.queries import controleer
from meedoen.uitvoering.dossiers.models import Uitkering
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import INGANG, OP, aanvraag, met_feiten, ter_toets
from tests.uitvoering.dossiers.household import feit, relatie, woont

pytestmark = pytest.mark.django_db
STAND = Procedure.Stand


def test_bijstand_from_application_to_benefit_letter_and_receipt(maker: Any, tekenaar: Any) -> None:
    ik = met_feiten()
    procedure = ter_toets(aanvraag(ik, maker), maker)
    besluit = onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    assert (besluit.soort, besluit.uitkomst, besluit.vanaf) == ("toekenning_bijstand", "toekennen", INGANG)
    berekening = Berekening.objects.get(besluit=besluit)
    assert berekening.rechtshash == laad_recht().hash
    assert besluit.bedrag_per_maand == Decimal(berekening.antwoord["personen"][ik.nummer]["uitbetaling_per_maand"])
    assert controleer(berekening, {}).nu == "", "the kept case gives the same answer again"
    assert Uitkering.objects.get(persoon=ik).vanaf == INGANG
    assert bytes(Brief.objects.get(besluit=besluit).pdf).startswith(b"%PDF-")
    procedure.refresh_from_db()
    assert (procedure.stand, procedure.getoetst_door, procedure.ondertekend_door) == ("ondertekend", tekenaar, tekenaar)
    stappen = Gebeurtenis.objects.filter(onderwerp_soort="besluiten.procedure").order_by("pk")
    assert [g.handeling for g in stappen] == ["vraag_aan", "stel_voor", "leg_ter_toets_voor", "onderteken"]
    assert [g.gegevens["versie"] for g in stappen] == [1, 2, 3, 4]


def test_a_couple_gets_one_decision_and_two_benefits(maker: Any, tekenaar: Any) -> None:
    ik, partner = met_feiten(), met_feiten()
    relatie(ik, partner, "partner")
    procedure = ter_toets(aanvraag(ik, maker), maker)
    onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    assert {u.persoon for u in Uitkering.objects.all()} == {ik, partner}
    with pytest.raises(ValidationError, match="heeft al algemene bijstand"):
        aanvraag(partner, maker)


def test_who_has_income_above_the_norm_gets_a_refusal_and_no_benefit(maker: Any, tekenaar: Any) -> None:
    ik = met_feiten(inkomen_per_maand="2500")
    procedure = ter_toets(aanvraag(ik, maker), maker)
    besluit = onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    assert (besluit.soort, besluit.uitkomst, besluit.bedrag_per_maand) == ("afwijzing_bijstand", "afwijzen", None)
    assert not Uitkering.objects.exists() and Brief.objects.filter(besluit=besluit).exists()


def test_no_proposal_while_questions_are_open_and_they_are_named(maker: Any) -> None:
    procedure = aanvraag(woont(register.persoon()), maker)
    with pytest.raises(ValidationError) as fout:
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    assert laad_recht().feiten["vermogen"].vraag in fout.value.messages
    assert laad_recht().feiten["gemeld_op"].vraag in fout.value.messages
    procedure.refresh_from_db()
    assert (procedure.stand, procedure.versie) == ("in_behandeling", 1)


def test_bijstand_does_not_begin_before_the_law_lets_it(maker: Any) -> None:
    procedure = aanvraag(met_feiten(recht_ontstaan_op="2026-03-05"), maker)
    with pytest.raises(ValidationError, match=r"niet eerder ingaan dan 5 maart 2026"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)


def test_who_is_under_27_applies_after_the_search_period(maker: Any) -> None:
    ik = woont(register.persoon(geboortedatum=register.dag("2003-05-01")))
    met_feiten(ik)
    feit(ik, "omstandigheden_vragen_eerdere_behandeling", "nee")
    procedure = aanvraag(ik, maker)
    with pytest.raises(ValidationError, match=r"op zijn vroegst op 20 maart 2026"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)


def test_the_maker_never_signs_where_a_second_person_is_wanted(tekenaar: Any, gebruiker: Any) -> None:
    procedure = ter_toets(aanvraag(met_feiten(), tekenaar), tekenaar)
    with pytest.raises(ValidationError, match="Een tweede persoon"):
        onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    register.verordening("beleid_besluiten", vier_ogen_besluit=True)
    with pytest.raises(ValidationError, match="Een tweede persoon"):
        onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    assert not Besluit.objects.exists()


def test_where_the_college_wants_no_second_person_the_maker_signs_the_proposal(tekenaar: Any) -> None:
    register.verordening("beleid_besluiten", vier_ogen_besluit=False)
    procedure = aanvraag(met_feiten(), tekenaar)
    stel_voor(procedure=procedure, versie=1, door=tekenaar, op=OP)
    besluit = onderteken(procedure=procedure, versie=2, door=tekenaar, op=OP)
    assert besluit.procedure.getoetst_door is None


def test_a_role_without_the_right_does_not_sign_nor_send_back(maker: Any) -> None:
    procedure = ter_toets(aanvraag(met_feiten(), maker), maker)
    with pytest.raises(PermissionDenied):
        onderteken(procedure=procedure, versie=procedure.versie, door=maker, op=OP)
    with pytest.raises(PermissionDenied):
        stuur_terug(procedure=procedure, versie=procedure.versie, opmerking="x", door=maker, op=OP)


def test_a_fact_that_changed_after_the_proposal_stops_the_signature(maker: Any, tekenaar: Any) -> None:
    ik = met_feiten()
    procedure = ter_toets(aanvraag(ik, maker), maker)
    feit(ik, "inkomen_per_maand", "900", vanaf="2026-02-01")
    with pytest.raises(ValidationError, match="zijn de feiten of het recht veranderd"):
        onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    stuur_terug(procedure=procedure, versie=3, opmerking="Nieuw inkomen.", door=tekenaar, op=OP)
    ter_toets(procedure, maker)
    besluit = onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    assert procedure.opmerking == "" and besluit.bedrag_per_maand is not None


def test_an_old_version_is_refused_with_what_changed(maker: Any, tekenaar: Any) -> None:
    procedure = aanvraag(met_feiten(), maker)
    oud = Procedure.objects.get(pk=procedure.pk)
    stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    with pytest.raises(IntussenGewijzigd, match="stel voor"):
        trek_in(procedure=oud, versie=1, motivering="De aanvrager wil niet meer.", door=tekenaar, op=OP)
    oud.refresh_from_db()
    assert oud.stand == STAND.VOORSTEL


def test_steps_only_go_in_their_order(maker: Any, tekenaar: Any) -> None:
    procedure = aanvraag(met_feiten(), maker)
    with pytest.raises(ValidationError, match="in behandeling"):
        leg_ter_toets_voor(procedure=procedure, versie=1, door=maker, op=OP)
    with pytest.raises(ValidationError, match="in behandeling"):
        onderteken(procedure=procedure, versie=1, door=tekenaar, op=OP)
    trek_in(procedure=procedure, versie=1, motivering="De aanvrager wil niet meer.", door=maker, op=OP)
    with pytest.raises(ValidationError, match="ingetrokken"):
        stel_voor(procedure=procedure, versie=2, door=maker, op=OP)


def test_impossible_days_and_a_second_application_are_refused(maker: Any) -> None:
    ik = met_feiten()
    with pytest.raises(ValidationError, match="na vandaag"):
        vraag_aan(
            persoon=ik,
            soort="bijstand",
            aangevraagd_op=register.dag("2026-03-11"),
            ingangsdatum=INGANG,
            door=maker,
            op=OP,
        )
    with pytest.raises(ValidationError, match="kent het recht"):
        aanvraag(ik, maker, ingang=register.dag("2014-12-31"))
    aanvraag(ik, maker)
    with pytest.raises(ValidationError, match="loopt al een aanvraag"):
        aanvraag(ik, maker)


def test_a_letter_is_never_changed(maker: Any, tekenaar: Any) -> None:
    procedure = ter_toets(aanvraag(met_feiten(), maker), maker)
    onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
    with pytest.raises(IntegrityError), transaction.atomic():
        Brief.objects.update(sha256="0" * 64)
