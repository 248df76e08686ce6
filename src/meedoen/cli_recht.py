"""`meedoen recht bladzijden`: the pages of the law as files, to read, print or publish without a server."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STIL = 2.0
"""Seconds after which progress is shown, and between two lines of it."""


def voeg_toe(subparsers: Any) -> None:
    """Add `recht` with its acts."""
    parser = subparsers.add_parser(
        "recht",
        help="schrijf de bladzijden over de wet",
        description="Alles over de wet waarmee Meedoen rekent.",
    )
    handelingen = parser.add_subparsers(title="onderdelen", metavar="<onderdeel>", required=True)
    bladzijden = handelingen.add_parser(
        "bladzijden",
        help="schrijf een bladzijde per regel, bedrag, feit, term en geval als HTML",
        description="Schrijft dezelfde bladzijden als op /recht/ als bestanden die zonder website te lezen zijn. "
        "Begin bij index.html.",
    )
    bladzijden.add_argument(
        "uitmap", type=Path, metavar="UITMAP", help="nieuwe of lege map, of die van een vorige keer"
    )
    bladzijden.add_argument("--taal", choices=("nl", "en"), default="nl", help="taal van de uitleg (standaard nl)")
    bladzijden.set_defaults(doe=schrijf_bladzijden)


def schrijf_bladzijden(args: argparse.Namespace) -> int:
    """Write the pages and say how many. Exit code 1 when the law does not load, 2 for a folder that cannot be used."""
    from meedoen.recht import RechtFout, laad_recht
    from meedoen.uitvoering.inrichting.start import start_django

    try:
        recht = laad_recht()
    except RechtFout as fout:
        print(f"meedoen: het recht klopt niet ({len(fout.gebreken)} fouten):\n{fout}", file=sys.stderr)
        return 1
    start_django()
    from django.utils import translation

    from meedoen.uitvoering.naslag.export import MapNietLeeg, schrijf

    try:
        with translation.override(args.taal):
            aantal = schrijf(args.uitmap, voortgang=toon_voortgang())
    except (MapNietLeeg, OSError) as fout:
        print(f"meedoen: {fout}", file=sys.stderr)
        return 2
    print(f"{aantal} bladzijden over rechtspakket {recht.versie} ({recht.hash[:12]}) in {args.uitmap}")
    return 0


def toon_voortgang() -> Callable[[int, int], None]:
    """A function that says on standard error how far it is, once that takes more than two seconds."""
    vorige = time.monotonic()

    def toon(gedaan: int, van: int) -> None:
        nonlocal vorige
        if time.monotonic() - vorige >= STIL and gedaan < van:
            vorige = time.monotonic()
            print(f"  {gedaan} van {van} bladzijden …", file=sys.stderr, flush=True)

    return toon
