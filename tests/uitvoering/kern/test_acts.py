"""Signing in, waiting after wrong passwords, and managing users: each act leaves its event."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.uitvoering.kern import acts, clock
from meedoen.uitvoering.kern.models import Aanmeldpoging, Gebeurtenis, Gebruiker, GebruikerGemeente, Rol

OP = datetime.date(2026, 11, 22)
GOED = "wachtwoord van de test"
pytestmark = pytest.mark.django_db


def events() -> list[str]:
    return list(Gebeurtenis.objects.order_by("pk").values_list("handeling", flat=True))


def try_wrong(naam: str, times: int) -> None:
    for _try in range(times):
        with pytest.raises(acts.AanmeldenMislukt) as error:
            acts.meld_aan(naam=naam, wachtwoord="verkeerd", op=OP)
        assert not isinstance(error.value, acts.TeVeelPogingen)


def test_the_right_password_signs_in_and_is_an_event(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    assert acts.meld_aan(naam=wie.username, wachtwoord=GOED, op=OP) == wie
    event = Gebeurtenis.objects.get()
    assert (event.handeling, event.door, event.op, event.gegevens) == ("aangemeld", wie, OP, {})


@pytest.mark.parametrize("is_known", [True, False])
def test_after_five_wrong_tries_a_name_waits_whether_it_exists_or_not(
    gebruiker: Callable[..., Any], is_known: bool
) -> None:
    naam = gebruiker("consulent").username if is_known else "niemand"
    try_wrong(naam, 5)
    for wachtwoord in ("verkeerd", GOED):
        with pytest.raises(acts.TeVeelPogingen) as error:
            acts.meld_aan(naam=naam, wachtwoord=wachtwoord, op=OP)
        assert error.value.minuten == 15
    assert events() == ["aanmelden_mislukt"] * 5


def test_capitals_do_not_give_more_tries() -> None:
    try_wrong("niemand", 3)
    try_wrong("NIEMAND", 2)
    with pytest.raises(acts.TeVeelPogingen):
        acts.meld_aan(naam="Niemand", wachtwoord="verkeerd", op=OP)


def test_another_name_does_not_wait(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    try_wrong("niemand", 5)
    assert acts.meld_aan(naam=wie.username, wachtwoord=GOED, op=OP) == wie


def test_the_wait_ends_by_itself_and_being_refused_does_not_make_it_longer(
    gebruiker: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    wie, begin = gebruiker("consulent"), clock.nu()
    monkeypatch.setattr(clock, "nu", lambda: begin)
    try_wrong(wie.username, 5)
    monkeypatch.setattr(clock, "nu", lambda: begin + datetime.timedelta(minutes=10))
    with pytest.raises(acts.TeVeelPogingen) as error:
        acts.meld_aan(naam=wie.username, wachtwoord=GOED, op=OP)
    assert error.value.minuten == 5
    monkeypatch.setattr(clock, "nu", lambda: begin + acts.WACHTTIJD)
    assert acts.meld_aan(naam=wie.username, wachtwoord=GOED, op=OP) == wie
    assert not Aanmeldpoging.objects.exists()


def test_a_right_password_wipes_the_slate(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    for _round in range(2):
        try_wrong(wie.username, 4)
        acts.meld_aan(naam=wie.username, wachtwoord=GOED, op=OP)
    assert events() == (["aanmelden_mislukt"] * 4 + ["aangemeld"]) * 2


def test_what_was_typed_is_kept_nowhere() -> None:
    try_wrong("Geheim123 in het verkeerde veld", 1)
    kept = [*Aanmeldpoging.objects.values_list("kenmerk", flat=True)]
    kept += [str(row) for row in Gebeurtenis.objects.values_list("onderwerp_soort", "onderwerp_id", "gegevens")]
    assert kept and "Geheim123" not in "".join(kept)


def test_a_closed_account_cannot_sign_in_and_the_answer_is_the_same(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    acts.sluit_gebruiker(gebruiker=wie, door=None, op=OP)
    with pytest.raises(acts.AanmeldenMislukt):
        acts.meld_aan(naam=wie.username, wachtwoord=GOED, op=OP)
    assert events() == ["gebruiker_gesloten", "aanmelden_mislukt"]


def test_a_new_user_has_a_role_municipalities_and_an_event_for_each(gebruiker: Callable[..., Any]) -> None:
    beheer = gebruiker("beheer")
    wie = acts.maak_gebruiker(
        naam="nieuw", rol="raad_en_griffie", wachtwoord=GOED, door=beheer, op=OP, gemeentecodes=["GM1730", "GM0106"]
    )
    assert (wie.rol, wie.gemeentecodes(), wie.check_password(GOED)) == (
        Rol.RAAD_EN_GRIFFIE,
        ["GM0106", "GM1730"],
        True,
    )
    assert not wie.is_staff and not wie.is_superuser
    assert events() == ["gebruiker_gemaakt", "gemeente_gekoppeld", "gemeente_gekoppeld"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"rol": "baas"}, "De rol baas bestaat niet; kies uit: consulent"),
        ({"wachtwoord": "kort"}, "te kort. Het moet minstens 12 tekens"),
        ({"wachtwoord": "123456789012345"}, "alleen cijfers"),
        ({"wachtwoord": "password1234"}, "te algemeen"),
        ({"naam": "anna-de-vries", "wachtwoord": "anna-de-vries1"}, "lijkt te veel op"),
        ({"naam": "met spatie"}, "geldige gebruikersnaam"),
        ({"naam": "bestaat"}, "bestaat al"),
        ({"gemeentecodes": ["0106"]}, "gemeente"),
    ],
)
def test_a_user_who_breaks_a_rule_is_not_made_and_the_rule_is_told_in_dutch(
    change: dict[str, Any], sentence: str
) -> None:
    asked = {"naam": "nieuw", "rol": "consulent", "wachtwoord": GOED, "door": None, "op": OP}
    acts.maak_gebruiker(**asked | {"naam": "bestaat"})  # type: ignore[arg-type]
    with pytest.raises(ValidationError) as error:
        acts.maak_gebruiker(**asked | change)
    assert sentence in " ".join(error.value.messages)
    assert Gebruiker.objects.count() == 1 and events() == ["gebruiker_gemaakt"]


def test_tying_twice_is_once_and_untying_what_is_not_tied_is_an_error(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    for _round in range(2):
        acts.koppel_gemeente(gebruiker=wie, gemeentecode="GM0106", door=None, op=OP)
    acts.ontkoppel_gemeente(gebruiker=wie, gemeentecode="GM0106", door=None, op=OP)
    assert wie.gemeentecodes() == []
    assert events() == ["gemeente_gekoppeld", "gemeente_ontkoppeld"]
    with pytest.raises(GebruikerGemeente.DoesNotExist):
        acts.ontkoppel_gemeente(gebruiker=wie, gemeentecode="GM0106", door=None, op=OP)


def test_a_role_and_a_password_change_by_an_act(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    acts.wijzig_rol(gebruiker=wie, rol="regisseur", door=None, op=OP)
    acts.wijzig_wachtwoord(gebruiker=wie, wachtwoord="een ander lang wachtwoord", door=wie, op=OP)
    wie.refresh_from_db()
    assert (wie.rol, wie.check_password("een ander lang wachtwoord")) == ("regisseur", True)
    assert Gebeurtenis.objects.order_by("pk")[0].gegevens == {"was": "consulent", "rol": "regisseur"}
    with pytest.raises(ValidationError, match="bestaat niet"):
        acts.wijzig_rol(gebruiker=wie, rol="baas", door=None, op=OP)
