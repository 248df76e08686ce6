"""Measure the generator of synthetic registers: seconds and peak memory. `python benchmarks/voorbeeld.py 1000000`

Without a number: the demonstration partnership. Writes Parquet into a temporary folder.
"""

import argparse
import datetime
import resource
import tempfile
import time
from pathlib import Path

from meedoen.voorbeeld.generate import maak_register


def main() -> None:
    """Make one register and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("personen", type=int, nargs="?")
    personen = parser.parse_args().personen
    with tempfile.TemporaryDirectory() as map_:
        begin = time.perf_counter()
        verslag = maak_register(Path(map_), zaad=2015, tot=datetime.date(2026, 11, 22), personen=personen)
        seconden = time.perf_counter() - begin
    rijen = sum(verslag.rijen.values())
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{verslag.rijen['personen']} persons, {rijen} rows, {seconden:.1f} s, peak {piek:.0f} MB")


if __name__ == "__main__":
    main()
