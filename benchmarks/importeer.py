"""Measure the import: seconds and peak memory for a register of N persons. `python benchmarks/importeer.py 1000000`

Generates the blad `personen` (one row per person, synthetic, BSN from 9 upward that pass the eleven-test), makes an
empty SQLite database (or uses the empty one that DATABASE_URL names), and reads it in twice with
`koppelingen.acts.lees_in`.
"""

import argparse
import csv
import datetime
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KOP = ("nummer", "bsn", "voornaam", "achternaam", "geboortedatum", "overleden_op", "gemeentecode")
GEMEENTEN = ("GM0106", "GM1680", "GM1730")


def bsn_reeks() -> Iterator[str]:
    """Numbers from 900000000 that pass the eleven-test."""
    for stam in range(90_000_000, 100_000_000):
        cijfers = f"{stam:08d}"
        rest = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(range(9, 1, -1), cijfers, strict=True)) % 11
        if rest < 10:
            yield f"{cijfers}{rest}"


def personen(aantal: int) -> Iterator[tuple[str, ...]]:
    """The rows of the blad personen."""
    eerste = datetime.date(1940, 1, 1)
    for nummer, bsn in zip(range(aantal), bsn_reeks(), strict=False):
        geboren = eerste + datetime.timedelta(days=nummer * 7919 % 29_000)
        yield (
            f"P{nummer:07d}",
            bsn,
            f"Voornaam{nummer % 997}",
            f"van Voorbeeld{nummer % 9973}",
            geboren.isoformat(),
            "",
            GEMEENTEN[nummer % 3],
        )


def schrijf(pad: Path, aantal: int, vorm: str) -> Path:
    """The register as one file."""
    if vorm == "csv":
        doel = pad / "personen.csv"
        with doel.open("w", newline="") as bestand:
            schrijver = csv.writer(bestand)
            schrijver.writerow(KOP)
            schrijver.writerows(personen(aantal))
        return doel
    import pyarrow as pa
    import pyarrow.parquet as pq

    doel = pad / "personen.parquet"
    schema = pa.schema([(naam, pa.string()) for naam in KOP])
    with pq.ParquetWriter(doel, schema) as schrijver_:
        stapel: list[tuple[str, ...]] = []
        for rij in personen(aantal):
            stapel.append(rij)
            if len(stapel) == 50_000:
                schrijver_.write_table(_tabel(stapel, schema))
                stapel = []
        schrijver_.write_table(_tabel(stapel, schema))
    return doel


def _tabel(rijen: list[tuple[str, ...]], schema: Any) -> Any:
    import pyarrow as pa

    return pa.table({naam: [rij[plaats] for rij in rijen] for plaats, naam in enumerate(KOP)}, schema=schema)


def bereid_voor() -> None:
    """An empty database with the three municipalities."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from meedoen.uitvoering.beleid.models import Gemeente

    for code in GEMEENTEN:
        Gemeente.objects.get_or_create(code=code, defaults={"naam": code, "bron": "benchmark"})


def meet(naam: str, pad: Path) -> None:
    """Read in once; print seconds, rows per second and the peak memory of this process so far."""
    from meedoen.uitvoering.koppelingen.acts import lees_in

    begin = time.perf_counter()
    verslag = lees_in(pad, door=None, op=datetime.date(2026, 11, 22))
    seconden = time.perf_counter() - begin
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    blad = verslag.bladen[0]
    sys.stdout.write(
        f"{naam:<8} {blad.rijen:>10,} rows  {seconden:>7.1f} s  {blad.rijen / seconden:>9,.0f} rows/s  "
        f"peak {piek:>5.0f} MB  new {blad.nieuw:,} changed {blad.gewijzigd:,} same {blad.ongewijzigd:,}\n"
    )


def main() -> None:
    """Generate in a process of its own (its memory is not ours), then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aantal", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--vorm", choices=("csv", "parquet"), default="csv")
    opties = parser.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        if (kind := os.fork()) == 0:
            schrijf(Path(map_), opties.aantal, opties.vorm)
            os._exit(0)
        os.waitpid(kind, 0)
        os.environ["MEEDOEN_MAP"] = map_
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.uitvoering.inrichting.settings")
        bereid_voor()
        pad = Path(map_) / f"personen.{opties.vorm}"
        meet("first", pad)
        meet("again", pad)


if __name__ == "__main__":
    main()
