"""Every link that a role meets from its start page onwards works, and every place that it points to exists."""

import html
import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import BrowserContext

from scripts.demo_service import Dienst
from tests.browser.demo.pages import VAN_ROL

LINK = re.compile(r"""<(?:a|link|img|script)\b[^>]*?\b(?:href|src)=["']([^"']*)["']""")
PER_ROUTE = {"consulent": 2, "beleid": 2}
"""Addresses followed of each route, by the logins that see most; the others follow one."""


def _route(pad: str) -> str:
    """The pattern of this address; static files count as one kind per ending."""
    return f"static {pad.rsplit('.')[-1]}" if pad.startswith("/static/") else resolve(pad).route


def _kruip(haal: Callable[[str], tuple[int, str]], begin: str, per_route: int) -> tuple[dict[str, int], list[str]]:
    """The status of every address followed, and the links that point to a place that their page does not have."""
    gezien: dict[str, int] = {}
    gevolgd: Counter[str] = Counter()
    wacht, ids = [begin], dict[str, set[str]]()
    plekken: list[tuple[str, str, str]] = []
    while wacht:
        adres = wacht.pop(0)
        route = _route(urlsplit(adres).path)
        if adres in gezien or gevolgd[route] >= per_route:
            continue
        gevolgd[route] += 1
        gezien[adres], tekst = haal(adres)
        ids[adres] = set(re.findall(r'\bid="([^"]+)"', tekst))
        for link in map(html.unescape, LINK.findall(tekst)):
            doel = urlsplit(urljoin(adres, link))
            if doel.scheme not in {"", "http", "https"} or (doel.netloc and doel.netloc != urlsplit(begin).netloc):
                continue
            volledig = doel._replace(fragment="").geturl()
            wacht.append(volledig)
            if doel.fragment:
                plekken.append((adres, volledig, doel.fragment))
    mist = [f"{van}: {naar}#{plek}" for van, naar, plek in plekken if naar in ids and plek not in ids[naar]]
    return gezien, mist


@pytest.mark.parametrize("rol", VAN_ROL)
def test_every_link_of_a_role_leads_somewhere(
    nieuw_venster: Callable[..., BrowserContext], dienst: Dienst, rol: str
) -> None:
    verzoek = nieuw_venster(rol).request

    def haal(adres: str) -> tuple[int, str]:
        antwoord = verzoek.get(adres)
        return antwoord.status, antwoord.text() if "text/html" in antwoord.headers.get("content-type", "") else ""

    gezien, mist = _kruip(haal, f"{dienst.adres}/", PER_ROUTE.get(rol, 1))
    kapot = {adres: status for adres, status in gezien.items() if status >= 400}
    assert len(gezien) > 10, "a start page leads further than this"
    assert not kapot
    assert not mist
