"""The product as its users meet it: the command `meedoen demo` makes the register, `meedoen dienst start` serves it.

Nothing is faked and nothing is shared with the process of the tests: they only hold an address and the logins that the
demo printed. The register is made once per run (about fifteen seconds); MEEDOEN_TEST_DEMO names a folder in which
`meedoen demo` was run before, which is then copied instead. What a test changes, it changes where no other test looks.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

ROLLEN = ("consulent", "regisseur", "accountmanager", "beleid", "raad", "beheer")
ZONDER_GEMEENTE = "nieuweling"
MEEDOEN = [sys.executable, "-m", "meedoen.cli"]
WACHT = 60.0
ROOT = Path(__file__).parents[3]


@dataclass
class Dienst:
    """The running service: where it answers, its folder, the password of each login, the sessions opened so far."""

    adres: str
    map: Path
    wachtwoorden: dict[str, str]
    sessies: dict[str, Any] = field(default_factory=dict)


@pytest.fixture(scope="session")
def dienst(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dienst]:
    """The demonstration on its real server, with one more login: a consulent to whom no municipality is tied."""
    map_ = tmp_path_factory.mktemp("demo") / "var"
    omgeving = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    omgeving |= {"MEEDOEN_MAP": str(map_), "MEEDOEN_LOG_NIVEAU": "WARNING"}
    if klaar := os.environ.get("MEEDOEN_TEST_DEMO"):
        shutil.copytree(klaar, map_)
    _voer_uit(["demo"], omgeving)
    wachtwoorden = dict(regel.split() for regel in (map_ / "demo-logins.txt").read_text().splitlines())
    wachtwoorden[ZONDER_GEMEENTE] = "vier losse woorden samen"
    _voer_uit(["dienst", "gebruiker", ZONDER_GEMEENTE, "--rol", "consulent"], omgeving, wachtwoorden[ZONDER_GEMEENTE])
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        waar = f"127.0.0.1:{proef.getsockname()[1]}"
    with subprocess.Popen([*MEEDOEN, "dienst", "start", "--adres", waar], env=omgeving, cwd=ROOT) as proces:
        try:
            _wacht_op(f"http://{waar}/aanmelden", proces)
            yield Dienst(f"http://{waar}", map_, wachtwoorden)
        finally:
            proces.terminate()
            proces.wait(timeout=WACHT)


def _voer_uit(opdracht: list[str], omgeving: dict[str, str], invoer: str = "") -> None:
    gedaan = subprocess.run(
        [*MEEDOEN, *opdracht], env=omgeving, cwd=ROOT, input=f"{invoer}\n", capture_output=True, text=True, check=False
    )
    assert gedaan.returncode == 0, f"meedoen {' '.join(opdracht)}: {gedaan.stderr}"


def _wacht_op(adres: str, proces: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + WACHT
    while proces.poll() is None and time.monotonic() < einde:
        try:
            with urllib.request.urlopen(adres, timeout=WACHT):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the service did not answer at {adres} within {WACHT:.0f} seconds")


@pytest.fixture
def nieuw_venster(browser: Browser, dienst: Dienst) -> Iterator[Callable[..., BrowserContext]]:
    """`nieuw_venster(als=None, breedte=1280, heeft_script=True)`: a browser of its own, signed in as login `als`.

    At the end the test fails on anything that a page in it logged as an error: a script that breaks, a file that is
    missing, something the content security policy blocked.
    """
    vensters: list[BrowserContext] = []
    fouten: list[str] = []

    def noteer(bericht: ConsoleMessage) -> None:
        if bericht.type == "error" and "status of 4" not in bericht.text:
            fouten.append(f"{bericht.location.get('url', '')}: {bericht.text}")

    def maak(als: str | None = None, *, breedte: int = 1280, heeft_script: bool = True) -> BrowserContext:
        venster = browser.new_context(
            base_url=dienst.adres,
            viewport={"width": breedte, "height": 900},
            java_script_enabled=heeft_script,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        vensters.append(venster)
        venster.set_default_timeout(20_000)
        venster.on("console", noteer)
        venster.on("weberror", lambda fout: fouten.append(str(fout.error)))
        if als is not None:
            venster.add_cookies(_sessie(browser, dienst, als))
        return venster

    yield maak
    for venster in vensters:
        venster.close()
    assert not fouten, "the browser reported: " + "; ".join(fouten)


@pytest.fixture
def als(nieuw_venster: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """`als("consulent")`: a page in a browser of its own, signed in as this login of the demo (None: nobody)."""

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


def meld_aan(pagina: Page, wie: str, wachtwoord: str) -> None:
    """Sign in as a person does."""
    pagina.goto("/aanmelden")
    pagina.get_by_label("Gebruikersnaam").fill(wie)
    pagina.get_by_label("Wachtwoord").fill(wachtwoord)
    pagina.get_by_role("button", name="Aanmelden").click()
    pagina.wait_for_url("/")
