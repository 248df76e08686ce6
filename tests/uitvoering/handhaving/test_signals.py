"""A signal: what is refused in words, the invitation and the zienswijze, stale forms, and how it ends."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from meedoen.uitvoering.besluiten.acts import trek_in, vraag_aan
from meedoen.uitvoering.besluiten.models import Procedure
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.dossiers.worklist import TE_DOEN, TE_LAAT, draag_werk_over, wacht_op
from meedoen.uitvoering.handhaving import acts
from meedoen.uitvoering.handhaving.letters import uitnodigingstekst
from meedoen.uitvoering.handhaving.models import Signaal, Uitnodiging, Zienswijze
from meedoen.uitvoering.inwoners.held import gegevens_van
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.handhaving.steps import GEDRAG, INGANG, OP, WERK, gehoord, in_besluit, inwoner, signaal
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db


def moment(*delen: int) -> datetime.datetime:
    """A moment in the Netherlands."""
    return datetime.datetime(*delen, tzinfo=timezone.get_current_timezone())  # type: ignore[arg-type,misc]


def uitgenodigd(rij: Signaal, door: Any, **anders: Any) -> Uitnodiging:
    """Invited on OP, to react within two weeks."""
    velden = {"tekst": "U kwam niet op uw eerste werkdag.", "uiterlijk": OP + datetime.timedelta(days=14)} | anders
    return acts.nodig_uit(signaal=rij, versie=rij.versie, door=door, op=OP, **velden)


@pytest.mark.parametrize(
    ("gedrag", "woorden"),
    [
        ("2026-03-11", "Gedrag dat nog moet komen"),
        ("2024-12-01", "golden toen niet"),
        ("2014-12-31", "kent het recht vanaf"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(maker: Any, gedrag: str, woorden: str) -> None:
    with pytest.raises(ValidationError, match=woorden):
        signaal(inwoner(), maker, gedrag=dag(gedrag), op=OP)
    assert not Signaal.objects.exists()


def test_the_obligations_hold_from_the_melding_and_what_made_bijstand_needed_lies_before(maker: Any) -> None:
    assert signaal(inwoner(), maker, gedrag=dag("2024-12-25")).stand == "nieuw"
    besef = "tekortschietend besef van verantwoordelijkheid"
    assert signaal(inwoner(), maker, besef, gedrag=dag("2024-06-01")).stand == "nieuw"


def test_the_same_behaviour_is_measured_once_but_what_was_dropped_may_come_back(maker: Any) -> None:
    ik = inwoner()
    rij = signaal(ik, maker)
    with pytest.raises(ValidationError, match=f"al een signaal: {rij.nummer}"):
        signaal(ik, maker)
    acts.laat_zonder_gevolg(signaal=rij, versie=1, reden="Hij was ziek gemeld.", door=maker, op=OP)
    assert signaal(ik, maker).nummer != rij.nummer


def test_after_a_measure_the_same_behaviour_is_still_refused(maker: Any) -> None:
    ik = inwoner()
    in_besluit(gehoord(signaal(ik, maker), maker), maker)
    with pytest.raises(ValidationError, match="Eén gedraging telt één keer"):
        signaal(ik, maker)


def test_an_unknown_behaviour_or_nothing_known_is_refused(maker: Any) -> None:
    vast = {"persoon": inwoner(), "bron": "uwv", "overtreding_op": GEDRAG, "ontvangen_op": OP, "door": maker, "op": OP}
    with pytest.raises(ValidationError, match="die de wet noemt"):
        acts.meld_signaal(gedraging="laat opstaan", toelichting="x", **vast)
    with pytest.raises(ValidationError, match="wat er bekend is"):
        acts.meld_signaal(gedraging=WERK, toelichting="  ", **vast)


def test_without_the_right_or_the_municipality_nothing_is_done(maker: Any, gebruiker: Any) -> None:
    ik = inwoner()
    for wie in (gebruiker("raad_en_griffie", [ASSEN]), gebruiker("consulent", [TYNAARLO])):
        with pytest.raises(PermissionDenied):
            signaal(ik, wie)
    rij = signaal(ik, maker)
    with pytest.raises(PermissionDenied):
        uitgenodigd(rij, gebruiker("consulent", [TYNAARLO]))


def test_the_invitation_is_a_letter_that_does_not_name_who_told(maker: Any) -> None:
    rij = signaal(inwoner(), maker)
    rij.melder = "Buurman Voorbeeld"
    uitnodiging = uitgenodigd(rij, maker, gesprek_op=moment(2026, 3, 18, 10, 30), plaats="Stadhuis, kamer 2")
    assert bytes(uitnodiging.pdf).startswith(b"%PDF") and rij.stand == "uitgenodigd"
    brief = str(uitnodigingstekst(rij, uitnodiging, maker))
    assert "woensdag 18 maart 2026, 10:30 uur, Stadhuis, kamer 2" in brief and "24 maart 2026" in brief
    assert "artikel 4:9" in brief and "Buurman" not in brief
    with pytest.raises(IntegrityError), transaction.atomic():
        Uitnodiging.objects.update(tekst="Anders")


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"uiterlijk": OP}, "tijd"),
        ({"tekst": " "}, "wat er is gebeurd"),
        ({"gesprek_op": moment(2026, 4, 1, 9)}, "uiterlijk op de dag"),
        ({"gesprek_op": moment(2026, 3, 12, 9)}, "waar het gesprek"),
    ],
)
def test_an_invitation_gives_time_words_and_a_place(maker: Any, anders: dict[str, Any], woorden: str) -> None:
    with pytest.raises(ValidationError, match=woorden):
        uitgenodigd(signaal(inwoner(), maker), maker, **anders)


def test_who_did_not_come_had_his_time_first(maker: Any) -> None:
    rij = signaal(inwoner(), maker)
    niet = {"signaal": rij, "vorm": "niet_gegeven", "door": maker}
    with pytest.raises(ValidationError, match="nog niet uitgenodigd"):
        acts.leg_zienswijze_vast(versie=1, gegeven_op=OP, op=OP, **niet)
    uitgenodigd(rij, maker)
    with pytest.raises(ValidationError, match="nog reageren tot en met 24 maart 2026"):
        acts.leg_zienswijze_vast(versie=2, gegeven_op=dag("2026-03-24"), op=dag("2026-03-24"), **niet)
    acts.leg_zienswijze_vast(versie=2, gegeven_op=dag("2026-03-25"), op=dag("2026-03-25"), **niet)
    assert rij.stand == "gehoord"
    assert "U kon reageren tot en met 24 maart 2026." in in_besluit(rij, maker, dag("2026-03-25")).aanleiding


def test_a_decision_without_hearing_is_refused_unless_the_law_allows_it_with_a_reason(maker: Any) -> None:
    rij = signaal(inwoner(), maker)
    with pytest.raises(ValidationError, match="te beoordelen"):
        in_besluit(rij, maker)
    vast = {"signaal": rij, "versie": 1, "vorm": "niet_gevraagd", "gegeven_op": OP, "door": maker, "op": OP}
    with pytest.raises(ValidationError, match="waarom er niets is gevraagd"):
        acts.leg_zienswijze_vast(**vast)
    acts.leg_zienswijze_vast(tekst="Hij gaf zijn zienswijze al op 1 maart.", **vast)
    assert "Hij gaf zijn zienswijze al" in in_besluit(rij, maker).aanleiding
    with pytest.raises(IntegrityError), transaction.atomic():
        Zienswijze.objects.all().delete()


def test_a_measure_of_somebody_without_bijstand_is_refused(maker: Any) -> None:
    rij = gehoord(signaal(inwoner(tot="2026-04-01"), maker), maker)
    with pytest.raises(ValidationError, match="heeft op 1 april 2026 geen algemene bijstand"):
        in_besluit(rij, maker)
    assert Signaal.objects.get().stand == "gehoord" and not Procedure.objects.exists()


@pytest.mark.parametrize("ingang", ["2026-04-02", "2026-02-01"])
def test_a_measure_begins_on_the_first_of_a_month_to_come(maker: Any, ingang: str) -> None:
    rij = gehoord(signaal(inwoner(), maker), maker)
    with pytest.raises(ValidationError, match="eerste dag van een maand"):
        in_besluit(rij, maker, ingang=dag(ingang))


def test_a_measure_cannot_be_asked_for_as_an_application(maker: Any) -> None:
    vast = {"aangevraagd_op": OP, "ingangsdatum": INGANG, "door": maker, "op": OP}
    with pytest.raises(ValidationError, match="begint met een signaal"):
        vraag_aan(persoon=inwoner(), soort="maatregel", **vast)


def test_two_people_at_one_signal(maker: Any, tekenaar: Any) -> None:
    rij = signaal(inwoner(), maker)
    ander = Signaal.objects.get(pk=rij.pk)
    uitgenodigd(rij, maker)
    with pytest.raises(IntussenGewijzigd, match="nodig uit"):
        acts.laat_zonder_gevolg(signaal=ander, versie=1, reden="Klopt niet.", door=tekenaar, op=OP)
    assert Signaal.objects.get().stand == "uitgenodigd"


def test_the_events_tell_every_step(maker: Any) -> None:
    rij = signaal(inwoner(), maker)
    uitgenodigd(rij, maker)
    in_besluit(gehoord(rij, maker), maker)
    gezet = Gebeurtenis.objects.filter(onderwerp_soort="handhaving.signaal").order_by("pk")
    assert [(g.handeling, g.gegevens["stand"]) for g in gezet] == [
        ("meld_signaal", "nieuw"),
        ("nodig_uit", "uitgenodigd"),
        ("leg_zienswijze_vast", "gehoord"),
        ("bereid_besluit_voor", "besluit"),
    ]


def test_a_decision_broken_off_brings_the_signal_back(maker: Any) -> None:
    rij = gehoord(signaal(inwoner(), maker), maker)
    procedure = in_besluit(rij, maker)
    trek_in(procedure=procedure, versie=1, motivering="Verkeerde dag.", door=maker, op=OP)
    rij.refresh_from_db()
    assert [str(post.wat) for post in werk_van([maker.pk], [ASSEN], OP)] == ["Besluit over het signaal voorbereiden"]
    assert in_besluit(rij, maker).nummer != procedure.nummer


def test_the_worklist_says_who_moves_first_and_what_is_late(maker: Any, tekenaar: Any) -> None:
    rij = signaal(inwoner(), maker)
    stand = lambda op: [(str(p.wat), str(p.stand)) for p in werk_van([maker.pk], [ASSEN], op)]  # noqa: E731
    assert stand(OP) == [("Signaal beoordelen", str(TE_DOEN))]
    uitgenodigd(rij, maker)
    assert stand(dag("2026-03-24")) == [("Zienswijze vastleggen", wacht_op("de inwoner"))]
    assert stand(dag("2026-03-25")) == [("Zienswijze vastleggen", str(TE_LAAT))]
    gehoord(rij, maker)
    assert stand(OP) == [("Besluit over het signaal voorbereiden", str(TE_DOEN))]
    draag_werk_over(van=maker, naar=tekenaar, door=tekenaar, op=OP)
    assert stand(OP) == [] and Signaal.objects.get().eigenaar == tekenaar
    with pytest.raises(IntussenGewijzigd, match="eigenaar"):
        acts.laat_zonder_gevolg(signaal=rij, versie=3, reden="Klopt niet.", door=maker, op=OP)


def test_the_database_itself_refuses_the_same_behaviour_twice(maker: Any) -> None:
    rij = signaal(inwoner(), maker)
    rij.pk, rij.nummer = None, register.nummer("S")
    with pytest.raises(IntegrityError), transaction.atomic():
        rij.save(force_insert=True)


def test_the_copy_of_the_resident_holds_the_signal_and_not_who_told(maker: Any) -> None:
    ik = inwoner()
    rij = signaal(ik, maker)
    Signaal.objects.filter(pk=rij.pk).update(melder="Buurman Voorbeeld")
    in_besluit(gehoord(rij, maker), maker)
    afschrift = str(gegevens_van(ik))
    assert rij.nummer in afschrift and "Ik had me verslapen." in afschrift
    assert "Buurman" not in afschrift and "was ontheven bij overtreding" in afschrift
