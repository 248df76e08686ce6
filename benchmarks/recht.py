"""How fast the law runs, beside OpenFisca, numpy by hand and a kernel by hand: the same rules, the same households.

    make benchmark                                    makes the environment with openfisca-core and runs what follows
    python -m benchmarks.recht [--huishoudens 1000000 5000000] [--keren 5]

Every figure is the fastest of several runs; the candidates take turns, so that a busy machine slows all of them. All
compute every rule of the three results that can hold on the reference date, by the ordinance of one municipality. It
prints and asserts one thing only: that all give the same answers, as far as their numbers can hold cents.

The others have it easier: a column per kind of income and possession where Meedoen reads lists, 0 for what is not
stated, no names of who judged, one date, one municipality, and nothing about why a result is empty.
"""

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from benchmarks import losse_metingen
from benchmarks.peers import kernel, numpy_rules, openfisca_rules
from benchmarks.peers.amounts import aow_leeftijden, bedragen, verordening
from benchmarks.peers.households import PEILDATUM, VRAGEN, Bevolking, Rijen, bevolking, tabel
from meedoen.recht import laad_recht
from meedoen.recht.engine.table import DRADEN, bereken_kolommen

Uitkomsten = dict[str, Rijen]
Kandidaat = Callable[[Bevolking], tuple[float, Uitkomsten]]
"""Computes the three results from arrays, and tells how many seconds of that were set-up."""
NUL_IN_PLAATS_VAN_LEEG = 0
STATUS, CLEAR_REFS, WIS_PIEK = Path("/proc/self/status"), Path("/proc/self/clear_refs"), "5"
"""Where Linux tells the peak of the memory of a process, and what resets it."""


def kandidaten() -> dict[str, Kandidaat]:
    """What is compared; everything that is made once (law, country package, machine code) is made here."""
    recht = laad_recht()
    exact, aow = bedragen(recht), aow_leeftijden(recht)
    euro = {naam: float(waarde) for naam, waarde in exact.items()}
    stelsel = openfisca_rules.stelsel(euro, aow)
    met_de_hand, in_een_draad = (kernel.compileer(exact, aow, draden) for draden in (DRADEN, 1))

    def meedoen(mensen: Bevolking) -> tuple[float, Uitkomsten]:
        begin = time.perf_counter()
        invoer = tabel(mensen)
        opzet = time.perf_counter() - begin
        uit = bereken_kolommen(invoer, VRAGEN, peildatum=PEILDATUM, verordening=verordening())
        return opzet, {naam: uit[kolom] for naam, kolom in zip(VRAGEN, losse_metingen.KOLOMMEN, strict=True)}

    def openfisca(mensen: Bevolking) -> tuple[float, Uitkomsten]:
        begin = time.perf_counter()
        simulatie = openfisca_rules.simulatie(stelsel, mensen)
        return time.perf_counter() - begin, openfisca_rules.reken(simulatie)

    return {
        "meedoen": meedoen,
        "openfisca-core": openfisca,
        "numpy by hand": lambda mensen: (0.0, numpy_rules.reken(mensen, euro, aow)),
        f"kernel by hand (C), {DRADEN} threads": lambda mensen: (0.0, met_de_hand(mensen)),
        "kernel by hand (C), 1 thread": lambda mensen: (0.0, in_een_draad(mensen)),
    }


class Meting(NamedTuple):
    """Seconds, how many of these were set-up, and the most memory that the process had then, in GB."""

    seconden: float
    opzet: float
    piek: float


def meet(mensen: Bevolking, wie: dict[str, Kandidaat], keren: int) -> dict[str, Meting]:
    """The fastest run of each, in turns; nothing of one candidate is there when the next begins."""
    beste: dict[str, Meting] = {}
    for _ in range(keren):
        for naam, reken in wie.items():
            gc.collect()
            pa.default_memory_pool().release_unused()
            CLEAR_REFS.write_text(WIS_PIEK)
            begin = time.perf_counter()
            opzet, uit = reken(mensen)
            nu = Meting(time.perf_counter() - begin, opzet, _piek())
            beste[naam] = min(beste.get(naam, nu), nu)
            del uit
    return beste


def _piek() -> float:
    """The most memory of this process since it was last reset, in GB."""
    regel = next(regel for regel in STATUS.read_text().splitlines() if regel.startswith("VmHWM:"))
    return int(regel.split()[1]) / 2**20


def vergelijk(mensen: Bevolking, wie: dict[str, Kandidaat]) -> None:
    """Prints in how many persons each candidate differs from Meedoen; none may differ by more than two cents."""
    antwoorden = {naam: _in_centen(reken(mensen)[1]) for naam, reken in wie.items()}
    eigen = antwoorden.pop("meedoen")
    print(f"\nThe same answers? {len(mensen.woning):,} persons, three results; one without a result counts as 0.")
    for naam, andere in antwoorden.items():
        delen = [f"{vraag}: {(andere[vraag] != eigen[vraag]).sum():,}" for vraag in VRAGEN]
        verst = max(int(np.abs(andere[vraag] - eigen[vraag]).max()) for vraag in VRAGEN)
        print(f"  {naam} differs in {', '.join(delen)} persons, by at most {verst} cent")
        if verst > 2 or (naam.startswith("kernel") and verst):
            sys.exit(f"{naam} computes other rules: mend benchmarks/peers before comparing speed")


def _in_centen(uit: Uitkomsten) -> Uitkomsten:
    """Whole cents (counts as they are); numbers in euros are rounded to them."""
    centen = {}
    for naam, kolom in uit.items():
        if hasattr(kolom, "fill_null"):
            kolom = kolom.fill_null(NUL_IN_PLAATS_VAN_LEEG).to_numpy()
        is_euro = kolom.dtype.kind == "f" and naam != "aantal_kostendelers"
        centen[naam] = np.rint(kolom.astype(np.float64) * (100 if is_euro else 1)).astype(np.int64)
    return centen


def toon(aantal: int, personen: int, beste: dict[str, Meting]) -> None:
    """One table of Markdown."""
    eigen = beste["meedoen"].seconden
    print(f"\n### From arrays to results: {aantal:,} households, {personen:,} persons\n")
    print(f"Load {os.getloadavg()[0]:.1f} at the end; memory with the arrays themselves.\n")
    print("| | seconds | of which set-up | million households/s | time compared with Meedoen | peak memory |")
    print("|---|---|---|---|---|---|")
    for naam, (seconden, opzet, piek) in beste.items():
        tempo, keer = aantal / seconden / 1e6, seconden / eigen
        print(f"| {naam} | {seconden:.2f} | {opzet:.2f} | {tempo:.2f} | {keer:.2f} x | {piek:.1f} GB |")


def machine() -> str:
    """The machine by its size."""
    geheugen = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {geheugen:.0f} GB, load {os.getloadavg()[0]:.1f} at the start"


def main() -> None:
    """Measures and prints."""
    opties = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opties.add_argument("--huishoudens", type=int, nargs="+", default=[1_000_000, 5_000_000])
    opties.add_argument("--keren", type=int, default=5, help="runs of each candidate")
    gekozen = opties.parse_args()
    print(f"{machine()}; Meedoen uses {DRADEN} threads, openfisca-core and numpy the one they have")
    wie = kandidaten()
    proef = bevolking(min(*gekozen.huishoudens, 200_000))
    vergelijk(proef, wie)
    losse_metingen.kernels(proef, gekozen.keren)
    losse_metingen.een_huishouden()
    losse_metingen.invoeren(gekozen.keren)
    for aantal in gekozen.huishoudens:
        losse_metingen.bestanden(aantal, gekozen.keren)
        mensen = bevolking(aantal)
        toon(aantal, len(mensen.woning), meet(mensen, wie, gekozen.keren))
        del mensen


if __name__ == "__main__":
    main()
