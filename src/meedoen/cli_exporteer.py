"""`meedoen exporteer`: write the register out as the files that `meedoen importeer` reads."""

import argparse
import sys
from pathlib import Path
from typing import Any


def voeg_toe(subparsers: Any) -> None:
    """Add `exporteer`."""
    parser = subparsers.add_parser(
        "exporteer",
        help="schrijf het register uit als CSV, Excel of Parquet",
        description="Schrijft het register uit in dezelfde bladen als waarin het wordt ingelezen.",
    )
    parser.add_argument("map", type=Path, metavar="MAP", help="map waarin de bestanden komen")
    parser.add_argument("--vorm", choices=("csv", "parquet", "xlsx"), default="csv", help="standaard csv")
    parser.add_argument(
        "--gemeente", action="append", metavar="CODE", help="alleen deze gemeente, bijvoorbeeld GM0106; mag vaker"
    )
    parser.set_defaults(doe=exporteer)


def exporteer(args: argparse.Namespace) -> int:
    """Write the files and name them. Exit code 2 when the register does not fit in the form that was asked."""
    from meedoen.cli_importeer import is_database_klaar
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    if not is_database_klaar():
        return 1
    from meedoen.uitvoering.kern import clock
    from meedoen.uitvoering.koppelingen.acts import schrijf_uit
    from meedoen.uitvoering.koppelingen.export import TeGrootVoorWerkmap

    try:
        bestanden = schrijf_uit(args.map, door=None, op=clock.vandaag(), vorm=args.vorm, gemeentecodes=args.gemeente)
    except TeGrootVoorWerkmap as fout:
        print(fout, file=sys.stderr)
        return 2
    for bestand in bestanden:
        print(bestand)
    return 0
