"""The product as its users meet it: the command `meedoen demo` makes the register, `meedoen dienst start` serves it.

Nothing is faked and nothing is shared with the process of the tests: they only hold an address and the logins that the
demo printed. The register is made once per run (about fifteen seconds), for all workers together; MEEDOEN_TEST_DEMO
names a folder in which `meedoen demo` was run before, which is then copied instead. What a test changes, it changes
where no other test looks.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from scripts.demo_service import Dienst, demo_service, meld_aan
from tests.browser.windows import Teruggeven, Vensters


@pytest.fixture(scope="session")
def dienst(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dienst]:
    """The demonstration on its real server."""
    map_ = tmp_path_factory.mktemp("demo") / "var"
    with demo_service(map_, klaar=os.environ.get("MEEDOEN_TEST_DEMO")) as gestart:
        yield gestart


@pytest.fixture
def nieuw_venster(vensters: Vensters, dienst: Dienst) -> Iterator[Callable[..., BrowserContext]]:
    """`nieuw_venster(als=None, breedte=1280, heeft_script=True)`: an empty window, signed in as login `als`.

    At the end the test fails on anything that a page in it logged as an error: a script that breaks, a file that is
    missing, something the content security policy blocked.
    """
    geleend: list[Teruggeven] = []
    fouten: list[str] = []

    def maak(als: str | None = None, *, breedte: int = 1280, heeft_script: bool = True) -> BrowserContext:
        venster, geef_terug = vensters.leen(
            fouten,
            base_url=dienst.adres,
            viewport={"width": breedte, "height": 900},
            java_script_enabled=heeft_script,
        )
        geleend.append(geef_terug)
        venster.set_default_timeout(20_000)
        if als is not None:
            venster.add_cookies(_sessie(vensters.browser, dienst, als))
        return venster

    yield maak
    for geef_terug in geleend:
        geef_terug()
    assert not fouten, "the browser reported: " + "; ".join(fouten)


@pytest.fixture
def als(nieuw_venster: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """`als("consulent")`: a page in a window of its own, signed in as this login of the demo (None: nobody)."""

    def maak(wie: str | None = None, **opties: Any) -> Page:
        return nieuw_venster(wie, **opties).new_page()

    return maak


def _sessie(browser: Browser, dienst: Dienst, wie: str) -> Any:
    """The cookies of this login, signed in once per run through the form."""
    if wie not in dienst.sessies:
        with browser.new_context(base_url=dienst.adres) as venster:
            meld_aan(venster.new_page(), wie, dienst.wachtwoorden[wie])
            dienst.sessies[wie] = venster.cookies()
    return dienst.sessies[wie]
