"""How fast the law runs, side by side: one household exactly, and a table of households by the native kernel.

    python benchmarks/engine.py [--huishoudens 250000]

Prints times and ratios (minimum of several runs) and asserts nothing: a shared machine is no clock.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.engine.dwellings import lees_woningen
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.table import bereken_tabel, reken_woningen

VRAGEN = ["norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand"]
PEILDATUM = date(2026, 1, 1)


def beste(werk: Callable[[], Any], keren: int) -> float:
    """Seconds of the fastest of so many runs."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


def huishoudens(aantal: int) -> pa.Table:
    """Dwellings of one to five persons, some couples and students; the same every time."""
    toeval = random.Random(1)
    kolommen: dict[str, list[Any]] = {
        naam: [] for naam in ("huishouden", "persoon", "geboortedatum", "partner", "student")
    }
    for nummer in range(aantal):
        grootte = toeval.choice((1, 1, 2, 2, 3, 4, 5))
        for persoon in range(grootte):
            jong = 2010 if persoon > 1 else 1985
            kolommen["huishouden"].append(f"h{nummer:08d}")
            kolommen["persoon"].append(f"p{persoon}")
            kolommen["geboortedatum"].append(
                date(toeval.randint(1950, jong), toeval.randint(1, 12), toeval.randint(1, 28))
            )
            kolommen["partner"].append("p1" if persoon == 0 and grootte > 1 and nummer % 2 else None)
            kolommen["student"].append(persoon > 1 and nummer % 5 == 0)
    rijen = len(kolommen["persoon"])
    kolommen["inkomen_per_maand"] = [toeval.choice((0, 0, 0, 500)) for _ in range(rijen)]
    kolommen["vermogen"] = [0] * rijen
    return pa.table(kolommen)


def main() -> None:
    """Measures and prints."""
    opties = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opties.add_argument("--huishoudens", type=int, default=250_000)
    aantal = opties.parse_args().huishoudens
    begin = time.perf_counter()
    recht = laad_recht()
    print(f"law read ({len(recht.regels)} rules, {len(recht.bedragen)} amounts): {time.perf_counter() - begin:.2f} s")
    personen = [
        {"id": "a", "geboortedatum": "1985-03-01", "partner": "b", "inkomen_per_maand": 500, "vermogen": 0},
        {"id": "b", "geboortedatum": "1990-03-01", "inkomen_per_maand": 0, "vermogen": 0},
        {"id": "c", "geboortedatum": "1960-03-01", "gevraagd": []},
    ]
    opgave = {"peildatum": PEILDATUM.isoformat(), "gevraagd": VRAGEN, "persoon": personen}
    geval = lees_geval(opgave, recht=recht)
    bereken(geval, recht=recht)
    los = beste(lambda: bereken(geval, recht=recht), 50)
    stappen = len(bereken(geval, recht=recht).spoor)
    print(f"one household of three, exact with trace ({stappen} steps): {los * 1e3:.2f} ms")
    print(f"  reading and checking the case: {beste(lambda: lees_geval(opgave, recht=recht), 50) * 1e3:.2f} ms")
    begin = time.perf_counter()
    kern = maak_kern(recht, tuple(VRAGEN))
    print(f"kernel of {kern.aantal_regels} rules made or fetched: {time.perf_counter() - begin:.2f} s")
    tabel = huishoudens(aantal)
    blok = lees_woningen(tabel.slice(0, 65_000), kern, PEILDATUM)
    per_miljoen = 1e6 / (len(blok.grenzen) - 1)
    kern_tijd = beste(lambda: reken_woningen(blok, kern), 5) * per_miljoen
    with tempfile.TemporaryDirectory() as map_:
        invoer, uitvoer = Path(map_) / "in.parquet", Path(map_) / "uit.parquet"
        pq.write_table(tabel, invoer)
        alles = beste(lambda: bereken_tabel(invoer, uitvoer, VRAGEN, peildatum=PEILDATUM), 2) * 1e6 / aantal
        lezen = beste(lambda: pq.write_table(pq.read_table(invoer), uitvoer), 2) * 1e6 / aantal
    print(f"per million households ({tabel.num_rows / aantal:.1f} persons each):")
    keren = los * 1e6 / kern_tijd
    print(f"  kernel with output columns, one thread: {kern_tijd:.2f} s ({keren:,.0f} x the exact evaluator)")
    print(f"  Parquet to Parquet with all checks:     {alles:.2f} s ({alles / lezen:.1f} x reading and writing alone)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
