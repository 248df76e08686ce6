"""A login per role for a demonstration: the same every time, and always one that works."""

from pathlib import Path
from typing import Any

import pytest

from meedoen.uitvoering.kern import acts, clock, demo_users
from meedoen.uitvoering.kern.demo_users import BESTAND, maak_demo_gebruikers
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker, Rol

CODES = ["GM0106", "GM1680"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """A data folder of this test alone."""
    settings.MAP = tmp_path
    return tmp_path


def test_there_is_one_login_per_role_and_each_signs_in() -> None:
    logins = maak_demo_gebruikers(CODES)
    assert {login.rol for login in logins} == set(Rol) and len(logins) == len(Rol)
    for login in logins:
        user = acts.meld_aan(naam=login.naam, wachtwoord=login.wachtwoord, op=clock.vandaag())
        assert (user.rol, user.gemeentecodes()) == (login.rol, CODES)


def test_a_second_run_prints_the_same_and_does_nothing() -> None:
    first, events = maak_demo_gebruikers(CODES), Gebeurtenis.objects.count()
    assert maak_demo_gebruikers(CODES) == first
    assert Gebeurtenis.objects.count() == events


def test_a_new_database_gets_the_passwords_that_were_printed_before() -> None:
    first = maak_demo_gebruikers(CODES)
    for user in Gebruiker.objects.all():
        user.username = f"oud-{user.pk}"
        user.save()
    assert maak_demo_gebruikers(CODES) == first
    assert Gebruiker.objects.count() == 2 * len(first)


def test_a_password_that_somebody_changed_becomes_the_printed_one_again() -> None:
    first = maak_demo_gebruikers(CODES)
    raad = Gebruiker.objects.get(username="raad")
    acts.wijzig_wachtwoord(gebruiker=raad, wachtwoord="vier losse woorden", door=raad, op=clock.vandaag())
    maak_demo_gebruikers(CODES)
    raad.refresh_from_db()
    assert raad.check_password({login.naam: login.wachtwoord for login in first}["raad"])


def test_a_password_that_looks_like_the_name_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    getrokken = iter(["demoge-bruike-rdemog", *(f"fowowe-rimobi-figi{n}a" for n in range(len(Rol)))])
    monkeypatch.setattr(demo_users, "_wachtwoord", lambda: next(getrokken))
    assert "demoge-bruike-rdemog" not in {login.wachtwoord for login in maak_demo_gebruikers(CODES)}


def test_the_file_is_for_its_owner_only_and_every_password_is_another(folder: Path) -> None:
    (folder / BESTAND).write_text("")
    (folder / BESTAND).chmod(0o644)
    logins = maak_demo_gebruikers(CODES)
    assert (folder / BESTAND).stat().st_mode & 0o777 == 0o600
    assert len({login.wachtwoord for login in logins}) == len(logins)
    assert all(len(login.wachtwoord) >= 20 for login in logins)
