"""`meedoen voorbeeld`: write a synthetic register of any size to files."""

import argparse
import calendar
import datetime
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ZAAD = 2015
STIL = 2.0
"""Seconds after which progress is shown, and between two lines of it."""
BUITEN_TESTREEKS = (
    "LET OP: er zijn 90.909 testnummers (BSN) die met 999 beginnen, minder dan dit register personen heeft. De andere "
    "beginnen met 998, 997 enzovoort en doorstaan de elfproef. Het is niet geverifieerd dat zulke nummers nooit zijn "
    "uitgegeven: gebruik dit register alleen om te meten, niet naast echte gegevens."
)


def voeg_toe(subparsers: Any) -> None:
    """Add `voorbeeld`."""
    parser = subparsers.add_parser(
        "voorbeeld",
        help="maak een verzonnen register van elke omvang",
        description="Maakt een register met verzonnen personen, vanaf de stand van 1 januari 2015 in de Kadernota van "
        "de Drentsche Aa. Zonder --personen op de schaal van de Kadernota zelf, anders met precies zoveel personen. "
        "Hetzelfde zaad, dezelfde omvang en dezelfde dag geven dezelfde bestanden.",
        epilog="Inlezen: meedoen importeer MAP",
    )
    parser.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor de bestanden, één per blad")
    parser.add_argument("--personen", type=_aantal, metavar="N", help="aantal personen (standaard: de Kadernota)")
    parser.add_argument("--zaad", type=int, default=ZAAD, metavar="Z", help=f"begin van het toeval (standaard {ZAAD})")
    parser.add_argument("--vorm", choices=("parquet", "csv"), default="parquet", help="vorm van de bestanden")
    parser.add_argument(
        "--tot", type=_dag, metavar="JJJJ-MM", help="laatste maand, of JJJJ-MM-DD laatste dag (standaard: vandaag)"
    )
    parser.set_defaults(doe=maak_voorbeeld)


def maak_voorbeeld(args: argparse.Namespace) -> int:
    """Write the register and say what was written. Exit code 2 for an order that cannot be."""
    from meedoen.voorbeeld.generate import maak_register

    tot = args.tot or _vandaag()
    try:
        verslag = maak_register(
            args.uit, zaad=args.zaad, tot=tot, personen=args.personen, vorm=args.vorm, voortgang=toon_blokken()
        )
    except (ValueError, OSError) as fout:
        print(f"meedoen: {fout}", file=sys.stderr)
        return 2
    for blad, rijen in verslag.rijen.items():
        print(f"{blad:<14}{rijen:>12,}".replace(",", "."))
    print(f"Geschreven in {args.uit}. Precies zo nog eens: --zaad {args.zaad} --tot {tot}", file=sys.stderr)
    if not verslag.heeft_alleen_testnummers:
        print(BUITEN_TESTREEKS, file=sys.stderr)
    return 0


def toon_blokken() -> Callable[[int, int], None]:
    """A function that says on standard error how far it is, once that takes more than two seconds."""
    vorige = time.monotonic()

    def toon(gedaan: int, van: int) -> None:
        nonlocal vorige
        if time.monotonic() - vorige >= STIL and gedaan < van:
            vorige = time.monotonic()
            print(f"  deel {gedaan} van {van} …", file=sys.stderr, flush=True)

    return toon


def _vandaag() -> datetime.date:
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    from meedoen.uitvoering.kern import clock

    return clock.vandaag()


def _aantal(tekst: str) -> int:
    kaal = tekst.replace(".", "").replace("_", "")
    if not kaal.isdecimal():
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal; schrijf bijvoorbeeld 100000")
    return int(kaal)


def _dag(tekst: str) -> datetime.date:
    """The last day of a month (2026-11) or a day (2026-11-22)."""
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", tekst):
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen maand of dag; schrijf bijvoorbeeld 2026-11")
    jaar, maand, *dag = (int(deel) for deel in tekst.split("-"))
    try:
        return datetime.date(jaar, maand, dag[0] if dag else calendar.monthrange(jaar, maand)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise argparse.ArgumentTypeError(f"'{tekst}' bestaat niet") from None
