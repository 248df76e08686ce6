"""Who may do what: one table. A view names its right with `@mag(Recht.X)`; a test walks every route with every role."""

import enum
from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from .models import Gebruiker, Rol

View = Callable[..., HttpResponseBase]


class Recht(enum.Enum):
    """One thing that a user may or may not do."""

    IEDEREEN = "zonder aanmelden bereikbaar"
    AANGEMELD = "eigen startpagina en instellingen"
    REKENEN = "een zelf opgegeven geval laten uitrekenen, zonder dossier"
    CIJFERS_ZIEN = "cijfers van de eigen gemeenten, zonder personen"
    GEVALLEN_ZIEN = "de gevallen achter een cijfer, met naam"
    DOSSIERS_ZIEN = "dossiers van inwoners openen"
    WERK_DOEN = "meldingen, plannen en voorstellen van inwoners maken en bijhouden"
    BESLUIT_ONDERTEKENEN = "een besluit ondertekenen"
    BESLUITEN_NAREKENEN = "een besluit narekenen en de berekening bewaren"
    WERKGEVERS_ZIEN = "werkgevers en plaatsingen zien"
    IMPORTEREN = "een register inlezen"
    STANDPUNT_VASTLEGGEN = "een antwoord van het college vastleggen"
    GEBRUIKERS_BEHEREN = "gebruikers en rollen beheren"


_ALLE = frozenset(Rol)
RECHTEN: dict[Recht, frozenset[Rol]] = {
    Recht.AANGEMELD: _ALLE,
    Recht.REKENEN: _ALLE,
    Recht.CIJFERS_ZIEN: _ALLE,
    Recht.GEVALLEN_ZIEN: frozenset({Rol.CONSULENT, Rol.REGISSEUR, Rol.BELEID_EN_CONTROL}),
    Recht.DOSSIERS_ZIEN: frozenset({Rol.CONSULENT, Rol.REGISSEUR}),
    Recht.WERK_DOEN: frozenset({Rol.CONSULENT, Rol.REGISSEUR}),
    Recht.BESLUIT_ONDERTEKENEN: frozenset({Rol.REGISSEUR}),
    Recht.BESLUITEN_NAREKENEN: frozenset({Rol.CONSULENT, Rol.REGISSEUR}),
    Recht.WERKGEVERS_ZIEN: frozenset({Rol.CONSULENT, Rol.REGISSEUR, Rol.ACCOUNTMANAGER, Rol.BELEID_EN_CONTROL}),
    Recht.IMPORTEREN: frozenset({Rol.BEHEER, Rol.BELEID_EN_CONTROL}),
    Recht.STANDPUNT_VASTLEGGEN: frozenset({Rol.BELEID_EN_CONTROL}),
    Recht.GEBRUIKERS_BEHEREN: frozenset({Rol.BEHEER}),
}


def heeft_recht(gebruiker: Gebruiker, recht: Recht) -> bool:
    """Whether the role of this user carries the right. Django's superuser flag gives nothing: only the table does."""
    return recht is Recht.IEDEREEN or Rol(gebruiker.rol) in RECHTEN[recht]


def eis_recht(gebruiker: Gebruiker, recht: Recht) -> None:
    """Refuse (PermissionDenied, 403) who lacks the right, saying what it is and whom to ask."""
    if not heeft_recht(gebruiker, recht):
        wat = {"recht": recht.value}
        raise PermissionDenied(_("Uw rol geeft geen recht op: %(recht)s. Vraag een collega die dat wel heeft.") % wat)


def aangemelde(request: HttpRequest) -> Gebruiker:
    """The signed-in user of this request. Raises PermissionDenied where nobody is signed in (a view without `@mag`)."""
    if not isinstance(request.user, Gebruiker):
        raise PermissionDenied(_("Meld u eerst aan."))
    return request.user


def eigen_gemeenten(gebruiker: Gebruiker) -> list[str]:
    """CBS codes of the municipalities that this user works for, in order. Empty: he sees nobody and no figure."""
    return gebruiker.gemeentecodes()


def eis_gemeente(gebruiker: Gebruiker, *codes: str) -> None:
    """Refuse (PermissionDenied, 403) unless the user works for every one of these municipalities.

    An area of several municipalities takes them all at once. Naming none is a mistake in the caller (ValueError): an
    empty area would otherwise be open to everybody. A code that does not exist is refused like one of somebody else.
    """
    if not codes:
        raise ValueError("eis_gemeente was called without a municipality; an empty area belongs to nobody.")
    if vreemd := sorted(set(codes) - set(eigen_gemeenten(gebruiker))):
        raise PermissionDenied(
            _("U werkt niet voor gemeente %(codes)s. Hoort dat wel zo te zijn? Vraag beheer om u eraan te koppelen.")
            % {"codes": ", ".join(vreemd)}
        )


def eis_mag_werken(gebruiker: Gebruiker, gemeente: str) -> None:
    """Refuse (PermissionDenied) unless this user does the work with residents, and for this municipality.

    Acts ask this themselves: whoever calls them, what they make has an owner who can see it.
    """
    eis_recht(gebruiker, Recht.WERK_DOEN)
    eis_gemeente(gebruiker, gemeente)


def mag(recht: Recht) -> Callable[[View], View]:
    """Guard a view: sign in first, then hold the right, else 403 with a sentence. The first line of every view."""

    def bewaak(view: View) -> View:
        @wraps(view)
        def bewaakt(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if recht is not Recht.IEDEREEN:
                eis_recht(aangemelde(request), recht)
            return view(request, *args, **kwargs)

        result = bewaakt if recht is Recht.IEDEREEN else login_required(bewaakt)
        result.recht = recht  # type: ignore[attr-defined]
        return result

    return bewaak
