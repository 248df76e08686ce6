"""A real Chromium against the real application: fixtures for pages on a desk, on a phone, and without script.

Chromium is the one that `scripts/find_chromium.py` finds: MEEDOEN_CHROMIUM, else one on the path. Where there is none
the tests skip with the reason; with CI=true they fail. A page that logs an error or breaks the content security policy
fails its test, whatever the test looked at.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.demo_service import maak_demo
from scripts.find_chromium import find
from tests.browser.windows import Teruggeven, Vensters

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "true"  # Playwright keeps an event loop in this thread; the ORM is used beside it
)

ROOT = Path(__file__).parents[2]
GEEN_CHROMIUM = (
    "no Chromium: set MEEDOEN_CHROMIUM or run scripts/find_chromium.py --install; the browser tests did not run"
)
ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BUREAU = {"width": 1280, "height": 900}
TELEFOON = {"width": 360, "height": 740}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """Make the demonstration once, before the workers start; each copies it (tests/browser/demo/conftest.py)."""
    if find() and "MEEDOEN_TEST_DEMO" not in os.environ:
        map_ = Path(tempfile.mkdtemp(prefix="meedoen-demo-"))
        config.add_cleanup(lambda: shutil.rmtree(map_, ignore_errors=True))
        maak_demo(map_ / "var")
        os.environ["MEEDOEN_TEST_DEMO"] = f"{map_ / 'var'}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder carries the mark `browser`."""
    for item in items:
        if Path(item.path).is_relative_to(ROOT / "tests/browser"):
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what a test counted (`record_property("telling", ...)`), also where a worker ran it."""
    for verslag in terminalreporter.getreports("passed"):
        for naam, telling in verslag.user_properties:
            if naam == "telling":
                terminalreporter.write_line(str(telling))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    pad = find()
    if pad is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI=true, and {GEEN_CHROMIUM}")
        pytest.skip(GEEN_CHROMIUM)
    args = [*ARGS, "--no-sandbox"] if os.geteuid() == 0 else ARGS
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=pad, args=args)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def vensters(browser: Browser) -> Vensters:
    """The windows that the tests borrow."""
    return Vensters(browser)


@pytest.fixture
def open_pagina(vensters: Vensters, live_server: Any) -> Iterator[Callable[..., Page]]:
    """`open_pagina(als=None, is_telefoon=False, heeft_script=True)`: a page, signed in as user `als`.

    Addresses are relative to the live server: `pagina.goto("/dossiers")`. At the end the test fails on anything that
    the page logged as an error.
    """
    geleend: list[Teruggeven] = []
    fouten: list[str] = []

    def maak(als: Any = None, *, is_telefoon: bool = False, heeft_script: bool = True) -> Page:
        venster, geef_terug = vensters.leen(
            fouten,
            base_url=live_server.url,
            viewport=TELEFOON if is_telefoon else BUREAU,
            java_script_enabled=heeft_script,
        )
        geleend.append(geef_terug)
        if als is not None:
            venster.add_cookies([{**_sessie(als), "url": live_server.url}])  # type: ignore[list-item]
        return venster.new_page()

    yield maak
    for geef_terug in geleend:
        geef_terug()
    assert not fouten, "the browser reported: " + "; ".join(fouten)


def _sessie(gebruiker: Any) -> dict[str, str]:
    """The session cookie of a fresh sign-in of this user."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(gebruiker)
    naam = settings.SESSION_COOKIE_NAME
    return {"name": naam, "value": client.cookies[naam].value}
