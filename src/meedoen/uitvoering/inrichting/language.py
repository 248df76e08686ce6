"""Dutch, unless this browser was switched to English on our own pages. The browser's own preference decides nothing."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

TALEN = frozenset(code for code, _naam in settings.LANGUAGES)


def taal_van(request: HttpRequest) -> str:
    """The language that this browser chose; "nl" where it chose none, or one that does not exist."""
    keuze = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return keuze if keuze in TALEN else settings.LANGUAGE_CODE


def spreek_taal(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: answer in the language of this browser, and say which one it is."""

    def antwoord(request: HttpRequest) -> HttpResponseBase:
        taal = taal_van(request)
        with translation.override(taal):
            request.LANGUAGE_CODE = taal
            response = get_response(request)
            response.headers.setdefault("Content-Language", taal)
        return response

    return antwoord
