"""The demonstration on its real server, for the browser tests and for pictures: made, started, stopped.

Everything goes through the command `meedoen`, as people do it; this process only holds the address and the logins.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
MEEDOEN = [sys.executable, "-m", "meedoen.cli"]
ZONDER_GEMEENTE = "nieuweling"
"""A consulent to whom no municipality is tied; the demo itself has no such login."""
WACHT = 60.0
VERGEET = 600
"""Seconds after which a command will not end any more: subprocess.TimeoutExpired."""


@dataclass
class Dienst:
    """The running service: where it answers, its folder, the password of each login, the sessions opened so far."""

    adres: str
    map: Path
    wachtwoorden: dict[str, str]
    sessies: dict[str, Any] = field(default_factory=dict)


class DienstStartNiet(Exception):
    """A command failed or the server does not answer. The text says which and what it printed."""


@contextlib.contextmanager
def demo_service(map_: Path, *, klaar: str | None = None, vandaag: str | None = None) -> Iterator[Dienst]:
    """Serve the demonstration from the new folder `map_` until the block ends. Raises DienstStartNiet.

    `klaar` is a folder in which `meedoen demo` was run before, copied to save its fifteen seconds. `vandaag` fixes the
    day (ISO date).
    """
    omgeving = _omgeving(map_, vandaag)
    if klaar:
        shutil.copytree(klaar, map_)
    _voer_uit(["demo"], omgeving)
    wachtwoorden = dict(regel.split() for regel in (map_ / "demo-logins.txt").read_text().splitlines())
    wachtwoorden[ZONDER_GEMEENTE] = "vier losse woorden samen"
    _voer_uit(["dienst", "gebruiker", ZONDER_GEMEENTE, "--rol", "consulent"], omgeving, wachtwoorden[ZONDER_GEMEENTE])
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        waar = f"127.0.0.1:{proef.getsockname()[1]}"
    with subprocess.Popen(
        [*MEEDOEN, "dienst", "start", "--werkers", "1", "--adres", waar], env=omgeving, cwd=ROOT
    ) as proces:
        try:
            _wacht_op(f"http://{waar}/aanmelden", proces)
            yield Dienst(f"http://{waar}", map_, wachtwoorden)
        finally:
            proces.terminate()
            proces.wait(timeout=WACHT)


def maak_demo(map_: Path) -> None:
    """Run `meedoen demo` in the new folder `map_`. Raises DienstStartNiet."""
    _voer_uit(["demo"], _omgeving(map_, None))


def _omgeving(map_: Path, vandaag: str | None) -> dict[str, str]:
    omgeving = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    omgeving |= {"MEEDOEN_MAP": str(map_), "MEEDOEN_LOG_NIVEAU": "WARNING"}
    return omgeving | ({"MEEDOEN_VANDAAG": vandaag} if vandaag else {})


def _voer_uit(opdracht: list[str], omgeving: dict[str, str], invoer: str = "") -> None:
    gedaan = subprocess.run(
        [*MEEDOEN, *opdracht],
        env=omgeving,
        cwd=ROOT,
        input=f"{invoer}\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=VERGEET,
    )
    if gedaan.returncode:
        raise DienstStartNiet(f"meedoen {' '.join(opdracht)}: {gedaan.stderr}")


def _wacht_op(adres: str, proces: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + WACHT
    while proces.poll() is None and time.monotonic() < einde:
        try:
            with urllib.request.urlopen(adres, timeout=WACHT):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise DienstStartNiet(f"the service does not answer at {adres}")


def meld_aan(pagina: Page, wie: str, wachtwoord: str) -> None:
    """Sign in through the form, as a person does."""
    pagina.goto("/aanmelden")
    pagina.get_by_label("Gebruikersnaam").fill(wie)
    pagina.get_by_label("Wachtwoord").fill(wachtwoord)
    pagina.get_by_role("button", name="Aanmelden").click()
    pagina.wait_for_url("/")
