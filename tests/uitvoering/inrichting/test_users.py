"""Managing users from the command line: municipalities must exist, and it is all or nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.beleid.models import Gemeente
from meedoen.uitvoering.inrichting.users import WatNietKan, regel_gebruiker
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker

pytestmark = pytest.mark.django_db
GOED = "vier losse woorden"


@pytest.fixture(autouse=True)
def assen() -> Gemeente:
    return Gemeente.objects.create(code="GM0106", naam="Assen", bron="test")


def arrange(naam: str = "anna", **asked: Any) -> list[str]:
    standard = {"rol": None, "gemeentecodes": [], "wachtwoord": lambda: GOED}
    return regel_gebruiker(naam=naam, **standard | asked)


def test_a_user_is_made_tied_changed_and_closed() -> None:
    assert arrange(rol="consulent", gemeentecodes=["GM0106"])[-1] == "anna: rol consulent, gemeenten: GM0106"
    assert arrange(rol="regisseur", is_nieuw_wachtwoord=True)[:2] == [
        "Het wachtwoord is gewijzigd.",
        "De rol is gewijzigd.",
    ]
    assert arrange(is_sluiten=True)[0] == "Het account is gesloten."
    anna = Gebruiker.objects.get()
    assert (anna.rol, anna.is_active, anna.check_password(GOED)) == ("regisseur", False, True)
    assert list(Gebeurtenis.objects.order_by("pk").values_list("handeling", flat=True)) == [
        *("gebruiker_gemaakt", "gemeente_gekoppeld", "wachtwoord_gewijzigd", "rol_gewijzigd", "gebruiker_gesloten"),
    ]


def test_asking_nothing_only_tells_and_asks_no_password(gebruiker: Callable[..., Any]) -> None:
    anna = gebruiker("consulent")
    assert arrange(anna.username, wachtwoord=None) == [f"{anna.username}: rol consulent, gemeenten: geen"]
    assert not Gebeurtenis.objects.exists()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "Gebruiker anna bestaat niet. Maak hem met --rol."),
        ({"rol": "consulent", "is_sluiten": True}, "bestaat niet"),
        ({"rol": "consulent", "gemeentecodes": ["GM0106", "GM9999"]}, "bestaan niet: GM9999."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_done(asked: dict[str, Any], sentence: str) -> None:
    with pytest.raises(WatNietKan, match=sentence):
        arrange(**asked)
    assert not Gebruiker.objects.exists()
