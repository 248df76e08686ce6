"""One case worker of `benchmarks/werkdruk.py`: signs in with a browser's requests, works, and notes what pages take."""

import html
import http.client
import random
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks.werkdruk_register import Stof

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_DOSSIER = re.compile(r'href="(/dossiers/[^"/?#]+)"')
OPEN = 1.0
"""Seconds after which the connection is made anew."""
FORMULIER = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Meting:
    """One page: its kind, how it was asked for, how long it took, and what was wrong with the answer."""

    soort: str
    onderdeel: str
    seconden: float
    fout: str = ""


class Mens:
    """A signed-in user with one connection, as a browser keeps it open."""

    def __init__(self, poort: int, naam: str, wachtwoord: str, stof: Stof, zaad: float) -> None:
        self._poort, self._naam, self._wachtwoord, self._stof = poort, naam, wachtwoord, stof
        self._toeval = random.Random(zaad)
        self._koekjes: dict[str, str] = {}
        self._verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
        self._token, self._laatst = "", 0.0
        self._metingen: list[Meting] = []

    def meld_aan(self) -> None:
        """Sign in; stops everything where that fails."""
        self._vraag("GET", "/aanmelden")
        velden = {"naam": self._naam, "wachtwoord": self._wachtwoord, "volgende": ""}
        status, tekst = self._vraag("POST", "/aanmelden", velden)
        if status != 302:
            raise SystemExit(f"{self._naam} cannot sign in: {status}\n{tekst[:2000]}")

    def werk(self, einde: float, denk: tuple[float, float]) -> None:
        """Look at the worklist, search somebody, open the dossier; again, until `einde`."""
        time.sleep(self._toeval.uniform(0, min(denk[1], max(einde - time.monotonic(), 0))))
        gevonden = ""
        while time.monotonic() < einde:
            keuze = self._toeval.random()
            if gevonden and keuze < 0.8:
                gevonden = self._open(gevonden)
            elif keuze < 0.25:
                self._werklijst()
            elif keuze < 0.4:
                self._open(f"/dossiers/{self._toeval.choice(self._stof.nummers)}")
            else:
                gevonden = self._zoek()
            wacht = self._toeval.uniform(*denk)
            time.sleep(max(0, min(wacht, einde - time.monotonic())))

    def neem_metingen(self) -> list[Meting]:
        """What was noted since the last time."""
        metingen, self._metingen = self._metingen, []
        return metingen

    def _werklijst(self) -> None:
        is_team = self._toeval.random() < 0.3
        wat = "of the team" if is_team else "one's own"
        self._meet("worklist", wat, "GET", "/werk?van=team" if is_team else "/werk", moet="<table")

    def _open(self, pad: str) -> str:
        self._meet("dossier", "", "GET", pad, moet='id="huishouden"')
        return ""

    def _zoek(self) -> str:
        """Search in one of the ways; the address of the first resident found."""
        wat, term = self._toeval.choice(self._stof.zoekvragen)
        tekst = self._meet("search", wat, "POST", "/dossiers", {"term": term}, moet="/dossiers/P")
        gevonden = _DOSSIER.search(tekst)
        return html.unescape(gevonden[1]) if gevonden else ""

    def _meet(
        self, soort: str, onderdeel: str, wijze: str, pad: str, velden: dict[str, str] | None = None, *, moet: str
    ) -> str:
        begin = time.perf_counter()
        try:
            status, tekst = self._vraag(wijze, pad, velden)
            fout = "" if status == 200 and moet in tekst else f"{wijze} {pad} {velden or ''}: {status} without {moet}"
        except (OSError, http.client.HTTPException) as breuk:
            self._verbinding.close()
            tekst, fout = "", f"{wijze} {pad}: {breuk!r}"
        self._metingen.append(Meting(soort, onderdeel, time.perf_counter() - begin, fout))
        return tekst

    def _vraag(self, wijze: str, pad: str, velden: dict[str, str] | None = None) -> tuple[int, str]:
        kop = {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self._koekjes.items())}
        lichaam = None
        if wijze == "POST":
            lichaam = urlencode({**(velden or {}), "csrfmiddlewaretoken": self._token})
            kop |= FORMULIER
        if time.monotonic() - self._laatst > OPEN:
            self._verbinding.close()  # the website does so after two seconds; a browser then makes another one too
        self._verbinding.request(wijze, pad, lichaam, kop)
        antwoord = self._verbinding.getresponse()
        tekst = antwoord.read().decode()
        self._laatst = time.monotonic()
        for koekje in antwoord.headers.get_all("Set-Cookie") or ():
            naam, _gelijk, waarde = koekje.partition(";")[0].partition("=")
            self._koekjes[naam] = waarde
        if gevonden := _TOKEN.search(tekst):
            self._token = gevonden[1]
        return antwoord.status, tekst
