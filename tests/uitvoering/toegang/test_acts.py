"""From melding to the right desk and to others: what is done, what is refused, and what the rules then know."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meedoen.uitvoering.dossiers.queries import feiten_op
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker
from meedoen.uitvoering.toegang import acts
from meedoen.uitvoering.toegang.models import Bureaustap, Leefgebied, Melding, Overdracht
from meedoen.uitvoering.toegang.queries import weg_van
from meedoen.uitvoering.toegang.worklist import geef_over
from meedoen.uitvoering.trajecten.models import Leefgebied as Gebied
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import relatie, woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db
VANDAAG = dag("2026-11-22")


@pytest.fixture
def wie(gebruiker: Callable[..., Any]) -> Gebruiker:
    """A consulent of Assen."""
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])  # type: ignore[no-any-return]


def neem_aan(wie: Gebruiker, **anders: Any) -> Melding:
    """A melding of today by telephone, of a resident of his own unless one is given."""
    gegevens = {
        "persoon": anders.pop("persoon", None) or woont(register.persoon(ASSEN), register.nummer("W")),
        "kanaal": "telefoon",
        "gemeld_op": VANDAAG,
        "vraag": "Geen inkomen meer",
        "vraagt_bijstand": True,
    }
    return acts.neem_melding_aan(**(gegevens | anders), door=wie, op=VANDAAG)


def na_intake(wie: Gebruiker, gebieden: tuple[str, ...] = ("inkomen",), **anders: Any) -> Melding:
    """A melding of which the intake was done."""
    melding = neem_aan(wie, **anders)
    acts.leg_intake_vast(melding=melding, gebieden=dict.fromkeys(gebieden, ""), versie=1, door=wie, op=VANDAAG)
    return melding


def gemeld(melding: Melding, op: datetime.date = VANDAAG) -> str | None:
    """The melding as the rules know it on a day."""
    feit = feiten_op([melding.persoon_id], op)[melding.persoon_id].get("gemeld_op")
    return feit.waarde if feit else None


def test_a_melding_is_owned_counts_a_desk_and_is_a_fact_for_the_rules(wie: Gebruiker) -> None:
    melding = neem_aan(wie, gemeld_op=dag("2026-11-02"))
    assert (melding.eigenaar, melding.stand, melding.versie) == (wie, "nieuw", 1)
    assert [stap.bureau for stap in weg_van(melding).stappen] == ["toegang"]
    assert gemeld(melding) == "2026-11-02" and gemeld(melding, dag("2026-11-01")) is None
    gebeurtenis = Gebeurtenis.objects.get(handeling="neem_melding_aan")
    assert (gebeurtenis.door, gebeurtenis.gemeentecode) == (wie, ASSEN)
    assert melding.persoon.achternaam not in str(gebeurtenis.gegevens)


def test_who_asks_no_bijstand_has_not_reported_for_it(wie: Gebruiker) -> None:
    assert gemeld(neem_aan(wie, vraagt_bijstand=False)) is None


def test_a_melding_for_both_is_a_fact_of_both(wie: Gebruiker) -> None:
    ik, partner = (woont(register.persoon(ASSEN), "W-samen") for _ in range(2))
    relatie(ik, partner, "partner")
    neem_aan(wie, persoon=ik, met_partner=True)
    assert feiten_op([partner.pk], VANDAAG)[partner.pk]["gemeld_op"].waarde == "2026-11-22"


@pytest.mark.parametrize(
    ("dag_van_melding", "zin"),
    [("2026-11-23", "ligt na vandaag"), ("2014-12-31", "vanaf 1 januari 2015"), ("1979-12-31", "vanaf 1 januari 2015")],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(wie: Gebruiker, dag_van_melding: str, zin: str) -> None:
    with pytest.raises(ValidationError) as fout:
        neem_aan(wie, gemeld_op=dag(dag_van_melding))
    assert zin in fout.value.message_dict["gemeld_op"][0]


def test_who_has_died_is_refused(wie: Gebruiker) -> None:
    overleden = register.persoon(ASSEN, overleden_op=dag("2026-11-01"))
    with pytest.raises(ValidationError, match="1 november 2026 overleden"):
        neem_aan(wie, persoon=overleden)


def test_a_second_open_melding_is_refused_with_the_number_of_the_first(wie: Gebruiker) -> None:
    eerste = neem_aan(wie)
    with pytest.raises(ValidationError, match=eerste.nummer):
        neem_aan(wie, persoon=eerste.persoon)
    assert Melding.objects.count() == 1


def test_a_melding_entered_afterwards_ends_where_the_next_one_began(wie: Gebruiker) -> None:
    later = na_intake(wie, gemeld_op=dag("2026-11-10"))
    acts.leid_toe(melding=later, versie=2, door=wie, op=VANDAAG)
    eerder = neem_aan(wie, persoon=later.persoon, gemeld_op=dag("2026-03-01"))
    assert gemeld(eerder, dag("2026-11-09")) == "2026-03-01" and gemeld(eerder) == "2026-11-10"


@pytest.mark.parametrize(
    ("gebieden", "route", "bureau"),
    [
        (("werk",), "uitvoeringsorganisatie", "uitvoeringsorganisatie"),
        (("werk", "schulden"), "keukentafelgesprek", "sociaal_team"),
    ],
)
def test_the_count_of_questions_gives_the_route_and_two_steps_lead_there(
    wie: Gebruiker, gebieden: tuple[str, ...], route: str, bureau: str
) -> None:
    melding = na_intake(wie, gebieden)
    assert (melding.stand, melding.route) == ("intake", route)
    assert Leefgebied.objects.count() == len(Gebied) and Leefgebied.objects.filter(heeft_vraag=True).count() == len(
        gebieden
    )
    acts.leid_toe(melding=melding, versie=2, door=wie, op=VANDAAG)
    weg = weg_van(melding)
    assert [stap.bureau for stap in weg.stappen] == ["toegang", bureau]
    assert weg.is_bereikt and weg.is_binnen_kader and melding.toegeleid_op == VANDAAG


def test_another_route_than_the_count_needs_a_reason(wie: Gebruiker) -> None:
    melding = neem_aan(wie)
    keuze: dict[str, Any] = {"melding": melding, "gebieden": {"werk": ""}, "route": "keukentafelgesprek"}
    with pytest.raises(ValidationError) as fout:
        acts.leg_intake_vast(**keuze, versie=1, door=wie, op=VANDAAG)
    assert "reden" in fout.value.message_dict
    intake = acts.leg_intake_vast(**keuze, reden="Er speelt meer", versie=1, door=wie, op=VANDAAG)
    assert (intake.voorgesteld, intake.route) == ("uitvoeringsorganisatie", "keukentafelgesprek")


@pytest.mark.parametrize("gebieden", [{}, {"tuin": ""}])
def test_an_intake_without_a_known_life_area_is_refused(wie: Gebruiker, gebieden: dict[str, str]) -> None:
    melding = neem_aan(wie)
    with pytest.raises(ValidationError):
        acts.leg_intake_vast(melding=melding, gebieden=gebieden, versie=1, door=wie, op=VANDAAG)
    assert Melding.objects.get().stand == "nieuw"


def test_a_later_intake_leaves_the_first_as_it_was(wie: Gebruiker) -> None:
    melding = na_intake(wie, ("werk",))
    acts.leg_intake_vast(melding=melding, gebieden={"werk": "", "taal": "B1"}, versie=2, door=wie, op=VANDAAG)
    eerste, tweede = melding.intakes.order_by("pk")
    assert (eerste.route, tweede.route, melding.route) == (
        "uitvoeringsorganisatie",
        "keukentafelgesprek",
        "keukentafelgesprek",
    )


def test_each_desk_on_the_way_counts_and_too_many_is_said(wie: Gebruiker) -> None:
    melding = na_intake(wie)
    acts.stuur_door(melding=melding, bureau="wmo", versie=2, door=wie, op=VANDAAG)
    with pytest.raises(ValidationError):
        acts.stuur_door(melding=melding, bureau="wmo", versie=3, door=wie, op=VANDAAG)
    acts.leid_toe(melding=melding, versie=3, door=wie, op=VANDAAG)
    assert weg_van(melding).aantal == 3 and not weg_van(melding).is_binnen_kader


def test_the_right_desk_where_the_resident_is_already_is_no_step_more(wie: Gebruiker) -> None:
    melding = na_intake(wie, ("werk", "zorg"), kanaal="sociaal_team")
    acts.leid_toe(melding=melding, versie=2, door=wie, op=VANDAAG)
    assert [stap.bureau for stap in Bureaustap.objects.all()] == ["sociaal_team"]


def test_without_intake_nobody_is_led_on(wie: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="intake"):
        acts.leid_toe(melding=neem_aan(wie), versie=1, door=wie, op=VANDAAG)


def test_who_does_not_work_for_the_municipality_owns_nothing_of_it(
    wie: Gebruiker, gebruiker: Callable[..., Any]
) -> None:
    melding = na_intake(wie)
    for vreemd in (gebruiker("consulent", [TYNAARLO]), gebruiker("raad_en_griffie", [ASSEN])):
        with pytest.raises(ValidationError, match="collega"):
            acts.leid_toe(melding=melding, eigenaar=vreemd, versie=2, door=wie, op=VANDAAG)
        with pytest.raises(ValidationError, match="collega"):
            acts.wijs_toe(onderwerp=melding, eigenaar=vreemd, versie=2, door=wie, op=VANDAAG)
    assert melding.versie == 2


def test_who_acts_on_what_has_changed_is_told_what_who_and_when(wie: Gebruiker, gebruiker: Callable[..., Any]) -> None:
    melding = neem_aan(wie)
    mijn_beeld = Melding.objects.get(pk=melding.pk)
    ander = gebruiker("regisseur", [ASSEN])
    acts.leg_intake_vast(melding=melding, gebieden={"werk": ""}, versie=1, door=ander, op=VANDAAG)
    with pytest.raises(IntussenGewijzigd) as fout:
        acts.leg_intake_vast(melding=mijn_beeld, gebieden={"taal": ""}, versie=1, door=wie, op=VANDAAG)
    zin = fout.value.messages[0]
    assert ander.username in zin and "leg intake vast" in zin and "stand, route" in zin
    assert fout.value.versie == 2 and melding.intakes.count() == 1


def test_a_withdrawn_melding_is_known_to_the_rules_until_today(wie: Gebruiker) -> None:
    melding = neem_aan(wie, gemeld_op=dag("2026-11-02"))
    acts.trek_melding_in(melding=melding, reden="Heeft werk gevonden", versie=1, door=wie, op=VANDAAG)
    assert gemeld(melding, dag("2026-11-21")) == "2026-11-02" and gemeld(melding) is None
    with pytest.raises(ValidationError, match="al ingetrokken"):
        acts.trek_melding_in(melding=melding, reden="Nog eens", versie=2, door=wie, op=VANDAAG)
    with pytest.raises(ValidationError, match="ingetrokken"):
        acts.leg_intake_vast(melding=melding, gebieden={"werk": ""}, versie=2, door=wie, op=VANDAAG)
    assert neem_aan(wie, persoon=melding.persoon).is_open


def test_a_handover_is_open_until_somebody_took_over(wie: Gebruiker) -> None:
    melding = neem_aan(wie)
    keuze: dict[str, Any] = {"persoon": melding.persoon, "naar": "uwv_advies", "reden": "Advies beschut werk"}
    overdracht = acts.draag_over(**keuze, melding=melding, door=wie, op=VANDAAG)
    with pytest.raises(ValidationError, match="nog niet is overgenomen"):
        acts.draag_over(**keuze, door=wie, op=VANDAAG)
    with pytest.raises(ValidationError, match="22 november"):
        acts.meld_overgenomen(
            overdracht=overdracht,
            overgenomen_op=dag("2026-11-21"),
            overgenomen_door="UWV",
            versie=1,
            door=wie,
            op=VANDAAG,
        )
    later = dag("2026-11-25")
    gegevens: dict[str, Any] = {"overdracht": overdracht, "overgenomen_op": later, "overgenomen_door": "Arts van UWV"}
    acts.meld_overgenomen(**gegevens, versie=1, door=wie, op=later)
    with pytest.raises(ValidationError, match="Arts van UWV"):
        acts.meld_overgenomen(**gegevens, versie=2, door=wie, op=later)
    assert acts.draag_over(**keuze, door=wie, op=later).overgenomen_op is None


def test_nobody_comes_back_who_was_never_taken_over(wie: Gebruiker) -> None:
    persoon = register.persoon(ASSEN)
    terug: dict[str, Any] = {"persoon": persoon, "naar": "terug", "reden": "Weer in beeld", "door": wie, "op": VANDAAG}
    with pytest.raises(ValidationError, match="terugkomen"):
        acts.draag_over(**terug)
    heen = acts.draag_over(persoon=persoon, naar="wmo", reden="Zorg", door=wie, op=VANDAAG)
    acts.meld_overgenomen(
        overdracht=heen, overgenomen_op=VANDAAG, overgenomen_door="Wmo-loket", versie=1, door=wie, op=VANDAAG
    )
    assert acts.draag_over(**terug).naar == "terug"


def test_the_worklist_holds_what_is_open_and_a_caseload_moves_at_once(
    wie: Gebruiker, gebruiker: Callable[..., Any]
) -> None:
    na_intake(wie)
    klaar = na_intake(wie)
    acts.leid_toe(melding=klaar, versie=2, door=wie, op=VANDAAG)
    acts.draag_over(persoon=klaar.persoon, naar="wmo", reden="Zorg", door=wie, op=VANDAAG)
    assert [str(post.stand) for post in werk_van([wie.pk], [ASSEN], VANDAAG)] == ["te doen", "wacht op Wmo"]
    ander = gebruiker("regisseur", [ASSEN])
    assert geef_over(wie, ander, wie, VANDAAG) == 2
    assert werk_van([wie.pk], [ASSEN], VANDAAG) == [] and len(werk_van([ander.pk], [ASSEN], VANDAAG)) == 2


def test_the_database_itself_refuses_what_cannot_be(wie: Gebruiker) -> None:
    melding = neem_aan(wie)
    overdracht = acts.draag_over(persoon=melding.persoon, naar="wmo", reden="Zorg", door=wie, op=VANDAAG)
    for rijen, velden in (
        (Melding.objects.filter(pk=melding.pk), {"stand": "toegeleid"}),
        (Melding.objects.filter(pk=melding.pk), {"stand": "ingetrokken"}),
        (Overdracht.objects.filter(pk=overdracht.pk), {"overgenomen_op": VANDAAG}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rijen.update(**velden)
