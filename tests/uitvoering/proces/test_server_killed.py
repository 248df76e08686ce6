"""The running server (`meedoen dienst start`) is killed while it signs decisions and takes in meldingen.

Its worker, or the whole of it, dies at random moments; it runs again; and of every decision and melding there is all
or nothing, all where the answer had come. Moments differ from run to run, so only what must always hold is asked.
"""

import contextlib
import dataclasses
import http.client
import itertools
import json
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.uitvoering.besluiten.steps import INGANG, OP
from tests.uitvoering.proces.test_killed import ROOT, eigen_database

MEEDOEN = [sys.executable, "-m", "meedoen.cli", "dienst"]
WERELD = [sys.executable, "-m", "tests.uitvoering.proces.server_world"]
RONDES, HOOGSTENS, TEGELIJK = 4, 7, 4
"""So many kills, each with so many requests in progress; more only as long as every answer came before its kill."""
WACHT = 60.0
MELDING = {"kanaal": "balie", "gemeld_op": INGANG.isoformat(), "vraag": "Geen inkomen.", "vraagt_bijstand": "on"}


@dataclass(frozen=True)
class Verzoek:
    """A request that does something once: about what, where, the form, by whom, what there is when it is done."""

    over: str
    adres: str
    gegevens: dict[str, Any]
    wie: str
    alles: list[int]
    antwoord: int | None = None


class Dienst:
    """The server on its own database: started, asked, killed, started again."""

    def __init__(self, omgeving: dict[str, str], sessies: dict[str, str]) -> None:
        with socket.socket() as proef:
            proef.bind(("127.0.0.1", 0))
            self.poort = proef.getsockname()[1]
        self.omgeving, self.sessies = omgeving, sessies
        self.proces = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        opdracht = [*MEEDOEN, "start", "--werkers", "1", "--adres", f"127.0.0.1:{self.poort}"]
        return subprocess.Popen(opdracht, env=self.omgeving, cwd=ROOT, stderr=subprocess.DEVNULL)

    def werkers(self) -> list[int]:
        """The processes that the server started."""
        gevonden = []
        for map_ in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                velden = (map_ / "stat").read_text().rpartition(")")[2].split()
                if int(velden[1]) == self.proces.pid and velden[0] != "Z":
                    gevonden.append(int(map_.name))
        return gevonden

    def wacht(self) -> None:
        """Until it answers."""
        einde = time.monotonic() + WACHT
        while self.vraag("GET", "/aanmelden") != http.client.OK:
            assert self.proces.poll() is None and time.monotonic() < einde, "the server does not answer"
            time.sleep(0.05)

    def vraag(self, hoe: str, adres: str, gegevens: dict[str, Any] | None = None, wie: str = "") -> int | None:
        """Send a request; the status, or None where no answer came."""
        munt = secrets.token_hex(16)
        koppen = {"Content-Type": "application/x-www-form-urlencoded"}
        if wie:
            koppen["Cookie"] = f"{self.sessies[wie]}; csrftoken={munt}"
        inhoud = urllib.parse.urlencode({**(gegevens or {}), "csrfmiddlewaretoken": munt})
        lijn = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=WACHT)
        with contextlib.closing(lijn):
            try:
                lijn.request(hoe, adres, inhoud if gegevens is not None else None, koppen)
                return lijn.getresponse().status
            except (OSError, http.client.HTTPException):
                return None

    def sterf(self, *, is_geheel: bool) -> None:
        """The worker dies and the server starts another; or all of it dies and somebody starts it again."""
        werkers = self.werkers()
        if is_geheel:
            self.proces.kill()
            self.proces.wait()
        for werker in werkers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(werker, signal.SIGKILL)
        if is_geheel:
            self.proces = self._start()
        self.wacht()

    def stop(self) -> None:
        """End it as its host does."""
        self.proces.terminate()
        self.proces.wait(timeout=WACHT)


def _json(opdracht: list[str], omgeving: dict[str, str]) -> Any:
    gedaan = subprocess.run(opdracht, env=omgeving, cwd=ROOT, capture_output=True, text=True, check=False)
    assert gedaan.returncode == 0, gedaan.stderr
    return json.loads(gedaan.stdout.splitlines()[-1])


def _werk(wereld: dict[str, Any]) -> Iterator[Verzoek]:
    """What is sent, turn by turn."""
    for (nummer, versie), persoon in zip(wereld["procedures"].items(), wereld["personen"], strict=True):
        yield Verzoek(nummer, f"/besluiten/{nummer}/ondertekening", {"versie": versie}, "regisseur", [1, 1, 1, 1, 1, 1])
        yield Verzoek(persoon, f"/dossiers/{persoon}/melding", MELDING, "consulent", [1, 1, 1, 1])


def _stuur(dienst: Dienst, gestuurd: dict[str, Verzoek], verzoeken: Sequence[Verzoek]) -> list[threading.Thread]:
    """Send them all at once; each answer is noted when it comes."""

    def stuur(verzoek: Verzoek) -> None:
        antwoord = dienst.vraag("POST", verzoek.adres, verzoek.gegevens, verzoek.wie)
        gestuurd[verzoek.over] = dataclasses.replace(verzoek, antwoord=antwoord)

    draden = [threading.Thread(target=stuur, args=[verzoek]) for verzoek in verzoeken]
    for draad in draden:
        draad.start()
    return draden


def _gang(dienst: Dienst, werk: Iterator[Verzoek]) -> dict[str, Verzoek]:
    """Some undisturbed, for the time that takes; then kill on kill. Everything that was sent, by what it is about."""
    gestuurd: dict[str, Verzoek] = {}
    begin = time.monotonic()
    for draad in _stuur(dienst, gestuurd, list(itertools.islice(werk, TEGELIJK))):
        draad.join()
    duur = time.monotonic() - begin
    for ronde in range(HOOGSTENS):
        if ronde >= RONDES and any(verzoek.antwoord is None for verzoek in gestuurd.values()):
            break
        draden = _stuur(dienst, gestuurd, list(itertools.islice(werk, TEGELIJK)))
        time.sleep(random.uniform(0, duur * 1.2))
        dienst.sterf(is_geheel=ronde % 2 == 1)
        for draad in draden:
            draad.join()
    return gestuurd


@pytest.mark.slow
@pytest.mark.django_db
def test_a_server_that_is_killed_leaves_all_or_nothing_and_works_again(tmp_path: Path) -> None:
    with eigen_database(tmp_path) as omgeving:
        omgeving = {**omgeving, "MEEDOEN_VANDAAG": OP.isoformat()}
        wereld = _json([*WERELD, "maak"], omgeving)
        dienst = Dienst(omgeving, wereld["sessies"])
        try:
            dienst.wacht()
            gestuurd = _gang(dienst, _werk(wereld))
            na_de_doden = _json([*WERELD, "stand"], omgeving)
            for wat in gestuurd.values():
                if not any(na_de_doden.get(wat.over, [])):
                    assert dienst.vraag("POST", wat.adres, wat.gegevens, wat.wie) == http.client.FOUND
        finally:
            dienst.stop()
        op_het_eind = _json([*WERELD, "stand"], omgeving)
        logboek = subprocess.run(
            [*MEEDOEN, "logboek"], env=omgeving, cwd=ROOT, capture_output=True, text=True, check=False
        )
    assert None in [wat.antwoord for wat in gestuurd.values()], "every answer came before its kill"
    for wat in gestuurd.values():
        er_is = na_de_doden.get(wat.over, [])
        assert not any(er_is) or er_is == wat.alles, f"{wat.adres}: {er_is} of {wat.alles}"
        assert wat.antwoord in {None, http.client.FOUND}, f"{wat.adres}: {wat.antwoord}"
        assert wat.antwoord is None or any(er_is), f"{wat.adres}: answered, and not there"
        assert op_het_eind[wat.over] == wat.alles, f"{wat.adres}: could not be done again"
    assert logboek.returncode == 0, logboek.stdout
