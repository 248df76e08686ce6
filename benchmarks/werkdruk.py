"""Measure the pages of the case worker with 25 people at work: `python benchmarks/werkdruk.py`

Makes a PostgreSQL database with a synthetic register of 100.000 households and open work for everybody, starts the
website as `meedoen dienst start` does, signs in 25 case workers and lets them work on 127.0.0.1 for a bounded time:
worklist, search (name, date of birth, BSN, address, with a slip of the pen) and dossiers. Prints per kind of page the
50th, 95th and 99th percentile, the errors, and the processor time per page of website and database together, which says
more than seconds do on a machine that does other work too. Asserts nothing. Then the same people hurry, in steps, to
find the throughput up to which the 95th percentile of worklist, search and dossier stays under 200 ms.

A case worker who reads what he opens looks at a page for 5 to 20 seconds before he asks for the next: that is our
assumption (`--denk`), drawn evenly for each page. The client shares the processors with website and database.

The database is removed in the end, unless `--houd`; with `--houd` the next run finds it and begins at once.
"""

import argparse
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.werkdruk_mens import Mens, Meting
from benchmarks.werkdruk_register import WACHTWOORD, Stof, maak_database, maak_stof, verwijder_database

GRENS = 0.2
SOORTEN = ("worklist", "search", "dossier")
HAAST = (4.0, 2.0, 1.0, 0.5, 0.25, 0.1)
"""Mean seconds between two pages in the steps of the second part."""


class Processortijd:
    """Seconds of processor time of the website and of the sessions of our database, sampled while it runs."""

    def __init__(self, server: int, database: str) -> None:
        self._server, self._database = server, database
        self._per_proces: dict[int, tuple[float, str]] = {}
        self._klaar = threading.Event()
        self._draad = threading.Thread(target=self._meet, daemon=True)
        self._draad.start()

    def stand(self) -> dict[str, float]:
        """Seconds so far, of "website" and "database"."""
        self._neem_op()
        som: dict[str, float] = defaultdict(float)
        for seconden, wat in list(self._per_proces.values()):
            som[wat] += seconden
        return som

    def stop(self) -> None:
        """No more samples."""
        self._klaar.set()
        self._draad.join()

    def _meet(self) -> None:
        while not self._klaar.wait(1):
            self._neem_op()

    def _neem_op(self) -> None:
        for map_ in Path("/proc").glob("[0-9]*"):
            try:
                velden = (map_ / "stat").read_text().rpartition(")")[2].split()
                opdracht = (map_ / "cmdline").read_text()
            except OSError:
                continue
            proces, ouder = int(map_.name), int(velden[1])
            is_website = self._server in (proces, ouder)
            if is_website or (opdracht.startswith("postgres:") and f" {self._database} " in opdracht):
                seconden = (int(velden[11]) + int(velden[12])) / os.sysconf("SC_CLK_TCK")
                self._per_proces[proces] = (seconden, "website" if is_website else "database")


@contextmanager
def website(map_: Path, werkers: int) -> Iterator[tuple[int, int]]:
    """The website as the product starts it, on a free port of 127.0.0.1: port and process number."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    opdracht = [str(Path(sys.executable).with_name("meedoen")), "dienst", "start", "--adres", f"127.0.0.1:{poort}"]
    with (map_ / "website.log").open("w") as log:
        proces = subprocess.Popen([*opdracht, "--werkers", str(werkers)], stdout=log, stderr=log)
        try:
            for _keer in range(300):
                with socket.socket() as verbinding:
                    if verbinding.connect_ex(("127.0.0.1", poort)) == 0:
                        break
                if proces.poll() is not None:
                    raise SystemExit((map_ / "website.log").read_text())
                time.sleep(0.1)
            yield poort, proces.pid
        finally:
            proces.terminate()
            proces.wait(30)


def laat_werken(mensen: list[Mens], seconden: float, denk: tuple[float, float]) -> list[Meting]:
    """Everybody works for so long; what each page took."""
    einde = time.monotonic() + seconden
    draden = [threading.Thread(target=mens.werk, args=(einde, denk)) for mens in mensen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return [meting for mens in mensen for meting in mens.neem_metingen()]


def percentiel(tijden: list[float], deel: float) -> float:
    """The time within which this part of the pages came (nearest rank)."""
    return sorted(tijden)[max(0, -int(-len(tijden) * deel // 1) - 1)] if tijden else float("nan")


def per_soort(metingen: list[Meting]) -> dict[str, list[float]]:
    """The times of all pages of a kind, then of each sort of search by itself."""
    tijden: dict[str, list[float]] = {soort: [] for soort in SOORTEN}
    for meting in metingen:
        tijden.setdefault(meting.soort, []).append(meting.seconden)
        if meting.onderdeel:
            tijden.setdefault(f"  {meting.onderdeel}", []).append(meting.seconden)
    return tijden


def toon(metingen: list[Meting], seconden: float, processor: dict[str, float]) -> None:
    """A line per kind of page, then errors and processor time per page."""
    print(f"{'page':<28}{'n':>6}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'max ms':>9}")
    for soort, tijden in per_soort(metingen).items():
        cijfers = [percentiel(tijden, deel) * 1000 for deel in (0.5, 0.95, 0.99, 1)]
        print(f"{soort:<28}{len(tijden):>6}" + "".join(f"{cijfer:>9.0f}" for cijfer in cijfers))
    fouten = [meting.fout for meting in metingen if meting.fout]
    aantal = max(len(metingen), 1)
    print(
        f"{len(metingen)} pages in {seconden:.0f} s, {len(metingen) / seconden:.1f} per second; errors: {len(fouten)}"
    )
    for fout in sorted(set(fouten))[:5]:
        print(f"  {fout}")
    delen = ", ".join(f"{wat} {tijd / aantal * 1000:.0f} ms" for wat, tijd in sorted(processor.items()))
    print(f"processor time per page: {delen}; load average now {os.getloadavg()[0]:.1f}")


def verschil(na: dict[str, float], voor: dict[str, float]) -> dict[str, float]:
    """What was used between two samples."""
    return {wat: tijd - voor.get(wat, 0) for wat, tijd in na.items()}


def zoek_grens(mensen: list[Mens], seconden: float) -> None:
    """Let them hurry more and more, until worklist, search or dossier takes too long."""
    print(f"\nEver less time between two pages, {seconden:.0f} s each:")
    hoogste = 0.0
    for gemiddeld in HAAST:
        begin = time.monotonic()
        metingen = laat_werken(mensen, seconden, (gemiddeld / 2, gemiddeld * 1.5))
        per_seconde = len(metingen) / (time.monotonic() - begin)
        tijden = per_soort(metingen)
        p95 = {soort: percentiel(tijden[soort], 0.95) for soort in SOORTEN}
        rij = ", ".join(f"{soort} {waarde * 1000:.0f}" for soort, waarde in p95.items())
        fouten = sum(bool(meting.fout) for meting in metingen)
        print(f"  {gemiddeld:>5} s: {per_seconde:>6.1f} pages per second; p95 in ms: {rij}; errors {fouten}")
        if max(p95.values()) > GRENS or fouten:
            break
        hoogste = per_seconde
    print(f"highest step with p95 under {GRENS * 1000:.0f} ms: {hoogste:.1f} pages per second")


def meet(stof: Stof, map_: Path, opties: argparse.Namespace) -> None:
    """Start, sign in, warm up, work, hurry."""
    laag, hoog = (float(deel) for deel in opties.denk.split("-"))
    with website(map_, opties.werkers) as (poort, server):
        toeval = random.Random(2015)
        mensen = [Mens(poort, naam, WACHTWOORD, stof, toeval.random()) for naam in stof.gebruikers[: opties.mensen]]
        for mens in mensen:
            mens.meld_aan()
        laat_werken(mensen, 10, (0.2, 1.0))
        processor = Processortijd(server, opties.database)
        for keer in range(opties.keren):
            if keer:
                time.sleep(opties.pauze)
            belasting = os.getloadavg()[0]
            print(
                f"\n{time.strftime('%H:%M')}: {len(mensen)} people, {laag:g}-{hoog:g} s between two pages,",
                end=" ",
            )
            print(f"{opties.werkers} processes of the website, load average before {belasting:.1f}", flush=True)
            voor, begin = processor.stand(), time.monotonic()
            metingen = laat_werken(mensen, opties.seconden, (laag, hoog))
            toon(metingen, time.monotonic() - begin, verschil(processor.stand(), voor))
        if opties.trap:
            zoek_grens(mensen, opties.trap)
        processor.stop()


def main() -> None:
    """Make what is missing, measure, clean up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--huishoudens", type=int, default=100_000)
    parser.add_argument("--mensen", type=int, default=25, help="case workers (at most 25)")
    parser.add_argument("--seconden", type=float, default=180, help="how long they work")
    parser.add_argument("--denk", default="5-20", help="seconds between two pages, from-to")
    parser.add_argument("--keren", type=int, default=1, help="how many times they work so long")
    parser.add_argument("--pauze", type=float, default=60, help="seconds between two times")
    parser.add_argument("--trap", type=float, default=20, help="seconds per step of the second part; 0 leaves it out")
    parser.add_argument("--werkers", type=int, default=2, help="processes of the website")
    parser.add_argument("--database", default="meedoen_werkdruk", help="name of the database that is made")
    parser.add_argument("--houd", action="store_true", help="keep the database for the next run")
    opties = parser.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        os.environ.update(MEEDOEN_MAP=map_, DATABASE_URL=maak_database(opties.database))
        try:
            meet(maak_stof(opties.huishoudens), Path(map_), opties)
        finally:
            if not opties.houd:
                verwijder_database(opties.database)


if __name__ == "__main__":
    main()
