"""Who may call the API: the session of the website, with the rights of kern/permissions.py and nothing beside it."""

from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja.utils import check_csrf

from ...kern.models import Gebruiker
from ...kern.permissions import Recht, View, heeft_recht
from .problems import VERSIE, als_probleem, probleem


def bewaak(view: View, recht: Recht) -> View:
    """Guard a path of the API. Signed in, then the right, then the token; whoever is refused is told in JSON.

    Django's own answers (the page to sign in, the page about a token) are for people, so they are not used here.
    """

    @wraps(view)
    def bewaakt(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            antwoord = _weiger(request, recht) or view(request, *args, **kwargs)
        except Exception as fout:
            antwoord = als_probleem(request, fout)
        if antwoord.status_code == 405:
            mag_wel = antwoord["Allow"]
            antwoord = probleem("methode-kan-niet", _("Hier kan: %(methoden)s.") % {"methoden": mag_wel})
            antwoord["Allow"] = mag_wel
        antwoord["API-Version"] = VERSIE
        return antwoord

    bewaakt.recht = recht  # type: ignore[attr-defined]
    return csrf_exempt(bewaakt)


def _weiger(request: HttpRequest, recht: Recht) -> HttpResponseBase | None:
    """The refusal, or None where the call may go on. CSRF is asked last: it says nothing to who is a stranger."""
    if recht is Recht.IEDEREEN:
        return None
    if not isinstance(request.user, Gebruiker):
        antwoord = probleem("niet-aangemeld", _("Meld u eerst aan."))
        naam, adres = settings.SESSION_COOKIE_NAME, reverse("aanmelden")
        antwoord["WWW-Authenticate"] = f'Cookie realm="Meedoen", form-action="{adres}", cookie-name="{naam}"'
        return antwoord
    if not heeft_recht(request.user, recht):
        return probleem("geen-recht", _("Uw rol geeft geen recht op: %(recht)s.") % {"recht": recht.value})
    if check_csrf(request) is not None:
        return probleem("token-ontbreekt", _("Stuur de waarde van het koekje csrftoken mee als kop X-CSRFToken."))
    return None
