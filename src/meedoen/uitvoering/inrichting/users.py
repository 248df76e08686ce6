"""Managing users from the command line: the checks that `kern` cannot make, because it knows no municipalities."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from ..beleid.models import Gemeente
from ..kern import acts, clock
from ..kern.models import Gebruiker


class WatNietKan(ValueError):
    """What was asked cannot be done; the text says why, in Dutch."""


@transaction.atomic
def regel_gebruiker(
    *,
    naam: str,
    rol: str | None,
    gemeentecodes: Sequence[str],
    wachtwoord: Callable[[], str],
    is_nieuw_wachtwoord: bool = False,
    is_sluiten: bool = False,
) -> list[str]:
    """Make the user where he does not exist, tie municipalities, change his password, close him; a report in Dutch.

    All or nothing. `wachtwoord` is called once, and only when a password is needed. Raises WatNietKan, ValidationError.
    """
    op, verslag = clock.vandaag(), []
    if onbekend := sorted(set(gemeentecodes) - set(Gemeente.objects.values_list("code", flat=True))):
        raise WatNietKan(_("Deze gemeentecodes bestaan niet: %(codes)s.") % {"codes": ", ".join(onbekend)})
    gebruiker = Gebruiker.objects.filter(username=naam).first()
    if gebruiker is None:
        if rol is None or is_sluiten:
            raise WatNietKan(_("Gebruiker %(naam)s bestaat niet. Maak hem met --rol.") % {"naam": naam})
        gebruiker = acts.maak_gebruiker(naam=naam, rol=rol, wachtwoord=wachtwoord(), door=None, op=op)
        verslag.append(_("Gebruiker %(naam)s is gemaakt.") % {"naam": naam})
    elif is_nieuw_wachtwoord:
        acts.wijzig_wachtwoord(gebruiker=gebruiker, wachtwoord=wachtwoord(), door=None, op=op)
        verslag.append(_("Het wachtwoord is gewijzigd."))
    if rol is not None and rol != gebruiker.rol:
        acts.wijzig_rol(gebruiker=gebruiker, rol=rol, door=None, op=op)
        verslag.append(_("De rol is gewijzigd."))
    for code in gemeentecodes:
        acts.koppel_gemeente(gebruiker=gebruiker, gemeentecode=code, door=None, op=op)
    if is_sluiten:
        acts.sluit_gebruiker(gebruiker=gebruiker, door=None, op=op)
        verslag.append(_("Het account is gesloten."))
    return [*verslag, _overzicht(gebruiker)]


def _overzicht(gebruiker: Gebruiker) -> str:
    return _("%(naam)s: rol %(rol)s, gemeenten: %(codes)s") % {
        "naam": gebruiker.username,
        "rol": gebruiker.rol,
        "codes": ", ".join(gebruiker.gemeentecodes()) or _("geen"),
    }
