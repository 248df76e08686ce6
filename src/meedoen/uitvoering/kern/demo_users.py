"""One login per role for a demonstration. Never for a register with real people: the passwords lie readable on disk."""

import contextlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from . import acts, clock
from .models import Gebruiker, Rol

BESTAND = "demo-logins.txt"
VOORNAAM = "Demogebruiker"
NAMEN = {
    "consulent": Rol.CONSULENT,
    "regisseur": Rol.REGISSEUR,
    "accountmanager": Rol.ACCOUNTMANAGER,
    "beleid": Rol.BELEID_EN_CONTROL,
    "raad": Rol.RAAD_EN_GRIFFIE,
    "beheer": Rol.BEHEER,
}
_LETTERGREPEN = [a + b for a in "bdfghjklmnprstvwz" for b in "aeiou"]


@dataclass(frozen=True)
class Demologin:
    """A name, its role and its password, to print."""

    naam: str
    rol: Rol
    wachtwoord: str


def maak_demo_gebruikers(gemeentecodes: Sequence[str]) -> list[Demologin]:
    """One login per role, tied to these municipalities (CBS codes); the same ones every time.

    Passwords are drawn once and kept in `demo-logins.txt` in the data folder, readable by its owner only. A login that
    exists with another password gets the kept one back, so what is printed always works.
    """
    logins = _bewaarde_logins(settings.MAP / BESTAND)
    with transaction.atomic():
        for login in logins:
            _zorg_voor(login, gemeentecodes)
    return logins


def _zorg_voor(login: Demologin, gemeentecodes: Sequence[str]) -> None:
    op = clock.vandaag()
    gebruiker = Gebruiker.objects.filter(username=login.naam).first()
    if gebruiker is None:
        acts.maak_gebruiker(
            naam=login.naam,
            rol=login.rol,
            wachtwoord=login.wachtwoord,
            door=None,
            op=op,
            gemeentecodes=gemeentecodes,
            voornaam=VOORNAAM,
        )
        return
    if not gebruiker.check_password(login.wachtwoord):
        acts.wijzig_wachtwoord(gebruiker=gebruiker, wachtwoord=login.wachtwoord, door=None, op=op)
    for code in gemeentecodes:
        acts.koppel_gemeente(gebruiker=gebruiker, gemeentecode=code, door=None, op=op)


def _bewaarde_logins(bestand: Path) -> list[Demologin]:
    """The logins of the file; drawn and written where the file lacks them."""
    bewaard = {}
    if bestand.exists():
        bewaard = dict(regel.split(maxsplit=1) for regel in bestand.read_text().splitlines() if regel.strip())
    logins = [Demologin(naam, rol, bewaard.get(naam) or _wachtwoord_voor(naam)) for naam, rol in NAMEN.items()]
    beschrijving = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(beschrijving, "w") as uit:
        uit.writelines(f"{login.naam:16}{login.wachtwoord}\n" for login in logins)
    bestand.chmod(0o600)
    return logins


def _wachtwoord_voor(naam: str) -> str:
    """One that this user may have: once in a few hundred draws the syllables look too much like his name."""
    gebruiker = Gebruiker(username=naam, first_name=VOORNAAM)
    while True:
        wachtwoord = _wachtwoord()
        with contextlib.suppress(ValidationError):
            validate_password(wachtwoord, gebruiker)
            return wachtwoord


def _wachtwoord() -> str:
    """Easy to type, hard to guess: nine drawn syllables (about 57 bits), as "fowowe-rimobi-figina"."""
    return "-".join("".join(secrets.choice(_LETTERGREPEN) for _ in range(3)) for _ in range(3))
