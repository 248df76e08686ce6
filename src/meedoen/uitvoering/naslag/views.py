"""Pages of the law. Nothing in them is about a person, so everybody may read them, signed in or not."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from ..kern.permissions import Recht, mag
from . import cases, contents
from .index import PAKKET, adres, recht
from .search import MEESTE, lijkt_op, zoek

SJABLONEN = Path(__file__).resolve().parents[1]
LANGSTE_TERM = 100


@cache
def kenmerk() -> str:
    """What every page is made from: law, explanations, cases, templates and the version of Meedoen, as one hash."""
    bronnen = [
        *sorted((PAKKET / "uitleg").glob("*.toml")),
        *sorted((SJABLONEN / "naslag" / "templates").rglob("*.html")),
        *sorted((SJABLONEN / "huisstijl" / "templates").rglob("*.html")),
    ]
    som = hashlib.sha256(f"{recht().hash} {cases.kenmerk()} {version('meedoen')}".encode())
    for bron in bronnen:
        som.update(bron.read_bytes())
    return som.hexdigest()


def _etag(request: HttpRequest, *args: object, **kwargs: object) -> str | None:
    """The page of this reader: the head of the page shows who he is. None while a message waits to be shown once."""
    if len(get_messages(request)):
        return None
    wie = f"{request.user.pk} {request.COOKIES.get(settings.CSRF_COOKIE_NAME, '')}"
    return f'"{hashlib.sha256(f"{kenmerk()} {get_language()} {wie}".encode()).hexdigest()[:32]}"'


def _bewaarbaar(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that a browser may keep, and asks for again each time: unchanged costs nothing."""

    @wraps(view)
    @require_safe
    @condition(etag_func=_etag)
    def antwoord(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200 and not len(get_messages(request)):
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ["Cookie"])
        return response

    return antwoord


def _toon(request: HttpRequest, bladzijde: contents.Bladzijde) -> HttpResponse:
    return render(request, bladzijde.sjabloon, bladzijde.context())


def _toon_of_raad(request: HttpRequest, naam: str, maak: Callable[[], contents.Bladzijde]) -> HttpResponse:
    """The page; where the law has no such name a 404 with the names that come near."""
    try:
        return _toon(request, maak())
    except contents.BestaatNiet:
        if elders := adres(naam):
            return redirect(elders)
        gegevens = {"naam": naam, "nabij": lijkt_op(naam), "titel": _("Niet gevonden")}
        return render(request, "naslag/onbekend.html", gegevens, status=404)


@mag(Recht.IEDEREEN)
@_bewaarbaar
def overzicht(request: HttpRequest) -> HttpResponse:
    """The law of this distribution, or what was searched for in it."""
    term = request.GET.get("zoek", "")[:LANGSTE_TERM].strip()
    if not term:
        return _toon(request, contents.overzicht())
    treffers = zoek(term)
    nabij = [] if treffers else lijkt_op(term)
    gegevens = {"term": term, "treffers": treffers[:MEESTE], "aantal": len(treffers), "nabij": nabij}
    return render(request, "naslag/gevonden.html", {**contents.gevonden().context(), **gegevens})


@mag(Recht.IEDEREEN)
@_bewaarbaar
def bedragen(request: HttpRequest) -> HttpResponse:
    """All amounts."""
    return _toon(request, contents.bedragen())


@mag(Recht.IEDEREEN)
@_bewaarbaar
def feiten(request: HttpRequest) -> HttpResponse:
    """All facts."""
    return _toon(request, contents.feiten())


@mag(Recht.IEDEREEN)
@_bewaarbaar
def termen(request: HttpRequest) -> HttpResponse:
    """All open terms."""
    return _toon(request, contents.termen())


@mag(Recht.IEDEREEN)
@_bewaarbaar
def onzeker(request: HttpRequest) -> HttpResponse:
    """Everything that is not verified."""
    return _toon(request, contents.onzeker())


@mag(Recht.IEDEREEN)
@_bewaarbaar
def gevallen(request: HttpRequest) -> HttpResponse:
    """The subjects of the cases."""
    return _toon(request, contents.gevallen())


@mag(Recht.IEDEREEN)
@_bewaarbaar
def onderwerp(request: HttpRequest, wet: str, onderwerp: str) -> HttpResponse:
    """The cases of one subject."""
    return _toon_of_raad(request, onderwerp, lambda: contents.onderwerp(wet, onderwerp))


@mag(Recht.IEDEREEN)
@_bewaarbaar
def geval(request: HttpRequest, wet: str, onderwerp: str, geval: str) -> HttpResponse:
    """One case."""
    return _toon_of_raad(request, geval, lambda: contents.geval(wet, onderwerp, geval))


@mag(Recht.IEDEREEN)
@_bewaarbaar
def regel(request: HttpRequest, naam: str) -> HttpResponse:
    """One rule."""
    return _toon_of_raad(request, naam, lambda: contents.regel(naam))


@mag(Recht.IEDEREEN)
@_bewaarbaar
def bedrag(request: HttpRequest, naam: str) -> HttpResponse:
    """One amount."""
    return _toon_of_raad(request, naam, lambda: contents.bedrag(naam))


@mag(Recht.IEDEREEN)
@_bewaarbaar
def feit(request: HttpRequest, naam: str) -> HttpResponse:
    """One fact."""
    return _toon_of_raad(request, naam, lambda: contents.feit(naam))


@mag(Recht.IEDEREEN)
@_bewaarbaar
def term(request: HttpRequest, naam: str) -> HttpResponse:
    """One open term."""
    return _toon_of_raad(request, naam, lambda: contents.term(naam))
