"""The database notes what changed, whoever writes it; replaying that gives the register, and shows tampering."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import F

from meedoen.uitvoering.dossiers.acts import leg_feit_vast
from meedoen.uitvoering.dossiers.models import Bewoning, Feit, Inlezing, Persoon
from meedoen.uitvoering.kern import changes, clock
from meedoen.uitvoering.kern.events import schrijf_gebeurtenis
from meedoen.uitvoering.kern.models import Gebeurtenis, Wijziging
from meedoen.uitvoering.kern.replay import speel_na
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN

OP = datetime.date(2026, 11, 22)
REGISTER = "dossiers_bewoning"


@pytest.fixture
def consulent(db: None, gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


def van(tabel: str) -> list[Wijziging]:
    return list(Wijziging.objects.filter(tabel=tabel).order_by("pk"))


def test_every_table_of_the_register_is_watched_in_this_database(db: None) -> None:
    tabellen = set(changes.registertabellen())
    assert {"dossiers_feit", "besluiten_procedure", "toegang_melding", "trajecten_inzet"} <= tabellen
    assert not {"kern_gebruiker", "besluiten_brief", "beleid_gemeente"} & tabellen
    with connection.cursor() as cursor:
        bron = (
            "pg_trigger WHERE tgname"
            if connection.vendor == "postgresql"
            else "sqlite_master WHERE type = 'trigger' AND name"
        )
        naam = "tgname" if connection.vendor == "postgresql" else "name"
        cursor.execute(f"SELECT {naam} FROM {bron} LIKE 'noteer%%'")
        gevonden = {rij[0] for rij in cursor.fetchall()}
    assert gevonden == {f"noteer_{soort}_{t}" for soort in ("nieuw", "anders", "weg") for t in tabellen}


def test_a_new_row_a_change_and_a_removal_are_noted_with_what_was_and_came(consulent: Any) -> None:
    wie = woont(register.persoon())
    Bewoning.objects.filter(persoon=wie).update(woning="W2")
    Bewoning.objects.filter(persoon=wie).update(woning=F("woning"))
    Bewoning.objects.filter(persoon=wie).delete()
    nieuw, anders, weg = van(REGISTER)
    assert (nieuw.voor, nieuw.na["woning"], nieuw.na["vanaf"]) == (None, "W1", "2010-01-01")
    assert (anders.voor, anders.na) == ({"woning": "W1"}, {"woning": "W2"}), "only what changed; the same value is none"
    assert (weg.voor["woning"], weg.na) == ("W2", None)


def test_an_act_and_its_events_carry_one_mark_and_the_next_act_another(
    transactional_db: None, gebruiker: Callable[..., Any]
) -> None:
    register.gemeenten()
    consulent = gebruiker("consulent", [ASSEN])
    wie = woont(register.persoon())
    vast: dict[str, Any] = {"persoon": wie, "waarde": "0", "vanaf": OP, "door": consulent, "op": OP}
    with transaction.atomic():
        leg_feit_vast(naam="vermogen", **vast)
        leg_feit_vast(naam="inkomen_per_maand", **vast)
    leg_feit_vast(naam="vermogen", **(vast | {"waarde": "5"}))
    eerste, tweede, derde = van("dossiers_feit")
    assert eerste.verwerking == tweede.verwerking != derde.verwerking
    assert [g.verwerking for g in Gebeurtenis.objects.order_by("pk")] == [w.verwerking for w in (eerste, tweede, derde)]


def test_what_is_rolled_back_leaves_no_mark_behind(transactional_db: None, gebruiker: Callable[..., Any]) -> None:
    register.gemeenten()
    consulent = gebruiker("consulent", [ASSEN])
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        woont(register.persoon())
        raise ZeroDivisionError
    assert not Wijziging.objects.exists()
    with transaction.atomic():
        wie = register.persoon()
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            woont(wie)
            raise ZeroDivisionError
        woont(wie, "W2")
        schrijf_gebeurtenis(handeling="proef", onderwerp=wie, door=consulent, op=OP)
    assert {w.verwerking for w in Wijziging.objects.all()} == {Gebeurtenis.objects.get().verwerking}
    assert speel_na().verschillen == ()


def test_what_an_import_brings_is_not_copied_until_an_act_changes_it(consulent: Any) -> None:
    inlezing = Inlezing.objects.create(
        bestand="b",
        sha256="",
        blad="b",
        begonnen_op=clock.nu(),
        rijen=1,
        nieuw=1,
        gewijzigd=0,
        ongewijzigd=0,
        geweigerd=0,
    )
    wie = register.persoon(inlezing=inlezing)
    assert van("dossiers_persoon") == []
    Persoon.objects.filter(pk=wie.pk).update(achternaam="Anders")
    with transaction.atomic():
        schrijf_gebeurtenis(handeling="proef", onderwerp=wie, door=consulent, op=OP)
    naspel = speel_na()
    assert (naspel.verschillen, naspel.rijen, naspel.wijzigingen) == ((), 2, 2)


def test_a_replay_says_which_rows_were_changed_behind_the_back_of_the_log(consulent: Any) -> None:
    wie = woont(register.persoon())
    vast: dict[str, Any] = {"persoon": wie, "vanaf": OP, "door": consulent, "op": OP}
    feit = leg_feit_vast(naam="vermogen", waarde="0", **vast)
    ander = leg_feit_vast(naam="inkomen_per_maand", waarde="0", **vast)
    assert speel_na().verschillen == ()
    changes.verwijder()
    Feit.objects.filter(pk=feit.pk).update(waarde="9999")
    Feit.objects.filter(pk=ander.pk).delete()
    woont(wie, "W9", vanaf="2025-01-01")
    changes.installeer()
    zinnen = " ".join(speel_na().verschillen)
    assert f"dossiers_feit {feit.pk} is nu anders dan het logboek zegt: waarde." in zinnen
    assert f"dossiers_feit {ander.pk} staat in het logboek, maar niet meer in het register." in zinnen
    assert "staat niet in het logboek." in zinnen
    Feit.objects.filter(pk=feit.pk).update(waarde="1")
    assert "het logboek mist een wijziging van waarde" in " ".join(speel_na().verschillen)


def test_a_change_without_an_event_is_named(transactional_db: None) -> None:
    register.gemeenten()
    wie = register.persoon()
    assert speel_na().verschillen == (f"dossiers_persoon {wie.pk} is veranderd zonder gebeurtenis.",)
