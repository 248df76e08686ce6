"""Acts on users: sign in and out, make, tie to a municipality, change a password, close."""

import datetime
from collections.abc import Sequence

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from . import clock
from .events import schrijf_gebeurtenis
from .models import Aanmeldpoging, Gebruiker, GebruikerGemeente, Rol

MEESTE_POGINGEN = 5
WACHTTIJD = datetime.timedelta(minutes=15)


class AanmeldenMislukt(Exception):
    """The name and password do not belong together, or the account is closed. It does not say which."""


class TeVeelPogingen(AanmeldenMislukt):
    """Too many wrong passwords for this name, existing or not. `minuten` is how long to wait."""

    def __init__(self, minuten: int) -> None:
        super().__init__(minuten)
        self.minuten = minuten


def meld_aan(*, naam: str, wachtwoord: str, door: None = None, op: datetime.date) -> Gebruiker:
    """Check name and password and write the event; the view opens the session. `door` is nobody: he is not known yet.

    The try is recorded before the password is looked at, so that many tries at once count as many. After five wrong
    ones within a quarter of an hour the name has to wait; while it waits not even the right password is looked at.
    Raises AanmeldenMislukt or TeVeelPogingen.
    """
    poging = _boek_poging(naam)
    if minuten := _wachttijd(poging):
        poging.delete()
        raise TeVeelPogingen(minuten)
    gebruiker = authenticate(username=naam, password=wachtwoord)
    if not isinstance(gebruiker, Gebruiker):
        _noteer_mislukt(naam, poging, op)
        raise AanmeldenMislukt
    with transaction.atomic():
        Aanmeldpoging.objects.filter(kenmerk=poging.kenmerk).delete()
        schrijf_gebeurtenis(handeling="aangemeld", onderwerp=gebruiker, door=gebruiker, op=op)
    return gebruiker


@transaction.atomic
def meld_af(*, door: Gebruiker, op: datetime.date) -> Gebruiker:
    """Write that this user signed out; the view ends the session."""
    schrijf_gebeurtenis(handeling="afgemeld", onderwerp=door, door=door, op=op)
    return door


@transaction.atomic
def maak_gebruiker(
    *,
    naam: str,
    rol: str,
    wachtwoord: str,
    door: Gebruiker | None,
    op: datetime.date,
    gemeentecodes: Sequence[str] = (),
    voornaam: str = "",
    achternaam: str = "",
) -> Gebruiker:
    """Make a user with one role, tied to these municipalities (CBS codes). Raises ValidationError, in Dutch."""
    gebruiker = Gebruiker(username=naam, rol=_bestaande_rol(rol), first_name=voornaam, last_name=achternaam)
    validate_password(wachtwoord, gebruiker)
    gebruiker.set_password(wachtwoord)
    gebruiker.full_clean()
    gebruiker.save()
    schrijf_gebeurtenis(handeling="gebruiker_gemaakt", onderwerp=gebruiker, door=door, op=op, gegevens={"rol": rol})
    for code in gemeentecodes:
        koppel_gemeente(gebruiker=gebruiker, gemeentecode=code, door=door, op=op)
    return gebruiker


@transaction.atomic
def koppel_gemeente(
    *, gebruiker: Gebruiker, gemeentecode: str, door: Gebruiker | None, op: datetime.date
) -> GebruikerGemeente:
    """Let this user work for a municipality (CBS code). Already so: nothing changes and nothing is written."""
    koppeling = GebruikerGemeente(gebruiker=gebruiker, gemeentecode=gemeentecode)
    if bestaande := GebruikerGemeente.objects.filter(gebruiker=gebruiker, gemeentecode=gemeentecode).first():
        return bestaande
    koppeling.full_clean()
    koppeling.save()
    schrijf_gebeurtenis(
        handeling="gemeente_gekoppeld", onderwerp=gebruiker, door=door, op=op, gemeentecode=gemeentecode
    )
    return koppeling


@transaction.atomic
def ontkoppel_gemeente(
    *, gebruiker: Gebruiker, gemeentecode: str, door: Gebruiker | None, op: datetime.date
) -> Gebruiker:
    """End that this user works for a municipality. Raises GebruikerGemeente.DoesNotExist where he did not."""
    GebruikerGemeente.objects.get(gebruiker=gebruiker, gemeentecode=gemeentecode).delete()
    schrijf_gebeurtenis(
        handeling="gemeente_ontkoppeld", onderwerp=gebruiker, door=door, op=op, gemeentecode=gemeentecode
    )
    return gebruiker


@transaction.atomic
def wijzig_wachtwoord(*, gebruiker: Gebruiker, wachtwoord: str, door: Gebruiker | None, op: datetime.date) -> Gebruiker:
    """Give this user another password; his other sessions end. Raises ValidationError where it breaks a rule."""
    validate_password(wachtwoord, gebruiker)
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["password"])
    schrijf_gebeurtenis(handeling="wachtwoord_gewijzigd", onderwerp=gebruiker, door=door, op=op)
    return gebruiker


@transaction.atomic
def wijzig_rol(*, gebruiker: Gebruiker, rol: str, door: Gebruiker | None, op: datetime.date) -> Gebruiker:
    """Give this user another role; what he may do follows from his next page on. Raises ValidationError."""
    was, gebruiker.rol = gebruiker.rol, _bestaande_rol(rol)
    gebruiker.save(update_fields=["rol"])
    gegevens = {"was": was, "rol": rol}
    schrijf_gebeurtenis(handeling="rol_gewijzigd", onderwerp=gebruiker, door=door, op=op, gegevens=gegevens)
    return gebruiker


@transaction.atomic
def sluit_gebruiker(*, gebruiker: Gebruiker, door: Gebruiker | None, op: datetime.date) -> Gebruiker:
    """Close an account: its sessions end at the next page, signing in is refused. The user stays, for the logs."""
    gebruiker.is_active = False
    gebruiker.save(update_fields=["is_active"])
    schrijf_gebeurtenis(handeling="gebruiker_gesloten", onderwerp=gebruiker, door=door, op=op)
    return gebruiker


def _bestaande_rol(rol: str) -> Rol:
    if rol not in Rol.values:
        namen = {"rol": rol, "rollen": ", ".join(Rol.values)}
        raise ValidationError(_("De rol %(rol)s bestaat niet; kies uit: %(rollen)s.") % namen)
    return Rol(rol)


def _boek_poging(naam: str) -> Aanmeldpoging:
    """Record this try, and let go of those that no longer count."""
    Aanmeldpoging.objects.filter(moment__lte=clock.nu() - WACHTTIJD).delete()
    kenmerk = salted_hmac("meedoen.aanmelden", naam.casefold(), algorithm="sha256").hexdigest()
    return Aanmeldpoging.objects.create(kenmerk=kenmerk, moment=clock.nu())


def _wachttijd(poging: Aanmeldpoging) -> int:
    """Minutes that this name has to wait (rounded up); 0 when this try may go on."""
    andere = Aanmeldpoging.objects.filter(kenmerk=poging.kenmerk).exclude(pk=poging.pk).order_by("-moment", "-pk")
    momenten = list(andere.values_list("moment", flat=True)[:MEESTE_POGINGEN])
    if len(momenten) < MEESTE_POGINGEN:
        return 0
    rest = momenten[-1] + WACHTTIJD - poging.moment
    return max(1, -(-rest // datetime.timedelta(minutes=1)))


@transaction.atomic
def _noteer_mislukt(naam: str, poging: Aanmeldpoging, op: datetime.date) -> None:
    """The event of a failed try: about the user where the name is his, else about the try itself (no name is kept)."""
    gebruiker = Gebruiker.objects.filter(username=naam).first()
    schrijf_gebeurtenis(handeling="aanmelden_mislukt", onderwerp=gebruiker or poging, door=None, op=op)
