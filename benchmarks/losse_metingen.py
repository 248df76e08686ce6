"""What `benchmarks/recht.py` measures beside the comparison from arrays: kernels, one household, import, files."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks.peers import kernel
from benchmarks.peers.amounts import aow_leeftijden, bedragen, verordening
from benchmarks.peers.households import PEILDATUM, VRAGEN, Bevolking, bevolking, tabel
from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.engine.batches import RIJEN_PER_BLOK, in_stukken, schrijfwijze
from meedoen.recht.engine.dwellings import lees_woningen
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.results import reken_kern
from meedoen.recht.engine.table import DRADEN, bereken_tabel

KOLOMMEN = ("norm_per_maand_in_centen", "aantal_kostendelers", "uitbetaling_per_maand_in_centen")
MEBIBYTE = 1024


def beste(werk: dict[str, Callable[[], Any]], keren: int) -> dict[str, float]:
    """Seconds of the fastest run of each, in turns."""
    tijden = dict.fromkeys(werk, float("inf"))
    for _ in range(keren):
        for naam, doe in werk.items():
            begin = time.perf_counter()
            doe()
            tijden[naam] = min(tijden[naam], time.perf_counter() - begin)
    return tijden


def kernels(mensen: Bevolking, keren: int) -> None:
    """The rules alone, on input that has been read and checked: what is compiled against what is written by hand."""
    recht = laad_recht()
    begin = time.perf_counter()
    kern = maak_kern(recht, VRAGEN, verordening())
    print(f"\nKernel of {kern.aantal_regels} rules made or fetched: {time.perf_counter() - begin:.2f} s")
    woningen = [lees_woningen(stuk, kern, PEILDATUM) for stuk in in_stukken(tabel(mensen), "de proef")]
    met_de_hand, in_een_draad = (
        kernel.compileer(bedragen(recht), aow_leeftijden(recht), draden).voorbereid(mensen) for draden in (DRADEN, 1)
    )

    def gemaakt() -> None:
        with ThreadPoolExecutor(DRADEN) as draden:
            list(draden.map(lambda blok: reken_kern(blok, kern), woningen))

    wie = {
        f"from the rules, {DRADEN} threads": gemaakt,
        f"by hand (C), {DRADEN} threads": met_de_hand,
        "by hand (C), 1 thread": in_een_draad,
    }
    for naam, seconden in beste(wie, 4 * keren).items():
        print(f"  kernel {naam}: {seconden / mensen.aantal_woningen * 1e9:.0f} ns per household")


def een_huishouden() -> None:
    """One household with the whole way there, after the first."""
    recht = laad_recht()
    personen = [
        {"id": "a", "geboortedatum": "1985-03-01", "partner": "b", "inkomen_per_maand": 500, "vermogen": 0},
        {"id": "b", "geboortedatum": "1990-03-01", "inkomen_per_maand": 0, "vermogen": 0},
        {"id": "c", "geboortedatum": "1960-03-01", "gevraagd": []},
    ]
    opgave = {"peildatum": PEILDATUM.isoformat(), "gevraagd": list(VRAGEN), "persoon": personen}
    geval = lees_geval(opgave, recht=recht)
    stappen = len(bereken(geval, recht=recht).spoor)
    tijden = beste(
        {"exact": lambda: bereken(geval, recht=recht), "lezen": lambda: lees_geval(opgave, recht=recht)}, 200
    )
    print(f"\nOne household of three, exact with full trace ({stappen} steps): {tijden['exact'] * 1e3:.2f} ms")
    print(f"  reading and checking the case: {tijden['lezen'] * 1e3:.2f} ms")


def invoeren(keren: int) -> None:
    """`import meedoen.recht`, beside a Python that imports nothing."""

    def start(code: str) -> Callable[[], Any]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    tijden = beste({"leeg": start("pass"), "recht": start("import meedoen.recht")}, 3 * keren)
    print(f"\nimport meedoen.recht: {(tijden['recht'] - tijden['leeg']) * 1e3:.0f} ms")


def bestanden(aantal: int, keren: int) -> None:
    """Parquet to Parquet, beside reading and writing the same columns alone, three ways; memory in a process alone.

    Whole: pyarrow reads the table, and writes that of the results. In batches: one thread reads every column of the
    input in batches of as many rows as Meedoen does, while another writes the results that were computed before, so
    that nothing waits for anything; once as pyarrow does it by itself, once as Meedoen has it write.
    """
    with tempfile.TemporaryDirectory() as map_:
        invoer, uitvoer, kaal = (Path(map_) / f"{naam}.parquet" for naam in ("in", "uit", "kaal"))
        pq.write_table(tabel(bevolking(aantal), met_tekst=True), invoer)
        los = subprocess.run(
            [sys.executable, "-c", ALLEEN, invoer, uitvoer], check=True, capture_output=True, text=True
        )
        uitkomst = pq.read_table(uitvoer)
        groepen = list(in_groepen(uitkomst))
        werk: dict[str, Callable[[], Any]] = {
            "reken": lambda: bereken_tabel(invoer, uitvoer, VRAGEN, peildatum=PEILDATUM, verordening=verordening()),
            "whole": lambda: (pq.read_table(invoer), pq.write_table(uitkomst, kaal)),
            "in batches": lambda: _lees_en_schrijf(invoer, kaal, groepen),
            "in batches, written as Meedoen does": lambda: _lees_en_schrijf(
                invoer, kaal, groepen, **schrijfwijze(groepen[0])
            ),
        }
        tijden = beste(werk, keren)
        if not pq.read_table(uitvoer).equals(pq.read_table(kaal)):
            sys.exit("plain writing made another table: mend benchmarks/losse_metingen.py before comparing speed")
    eigen = tijden.pop("reken")
    print(
        f"\nParquet to Parquet, {aantal:,} households: {eigen:.2f} s; peak memory {int(los.stdout) / MEBIBYTE:.0f} MB"
    )
    for naam, seconden in tijden.items():
        print(f"  reading and writing alone, {naam}: {seconden:.2f} s, {eigen / seconden:.2f} x")


def in_groepen(uitkomst: Any) -> Iterator[Any]:
    """The results in pieces as large as Meedoen writes them."""
    for begin in range(0, uitkomst.num_rows, RIJEN_PER_BLOK):
        yield uitkomst.slice(begin, RIJEN_PER_BLOK).combine_chunks()


ALLEEN = f"""
import sys
from datetime import date
from pathlib import Path
from meedoen.recht.engine.table import bereken_tabel
from benchmarks.peers.amounts import verordening
dag = date.fromisoformat("{PEILDATUM}")
bereken_tabel(Path(sys.argv[1]), Path(sys.argv[2]), {VRAGEN!r}, peildatum=dag, verordening=verordening())
print(next(regel.split()[1] for regel in open("/proc/self/status") if regel.startswith("VmHWM")))
"""
"""A process that does nothing else, so that the peak of its memory is that of the computation.

VmHWM and not ru_maxrss: that one begins with the memory of the process that started it.
"""


def _lees_en_schrijf(invoer: Path, uitvoer: Path, groepen: list[Any], **wijze: Any) -> None:
    """Reads every batch in one thread, and writes these row groups in the other."""

    def lees() -> int:
        return sum(stuk.num_rows for stuk in pq.ParquetFile(invoer).iter_batches(RIJEN_PER_BLOK))

    with ThreadPoolExecutor(1) as lezer, pq.ParquetWriter(uitvoer, groepen[0].schema, **wijze) as schrijver:
        gelezen = lezer.submit(lees)
        for groep in groepen:
            schrijver.write_table(groep)
        assert gelezen.result() == sum(groep.num_rows for groep in groepen), "a row was not read, or not written"
