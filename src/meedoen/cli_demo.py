"""`meedoen demo`: make the demonstration partnership ready to look at."""

import argparse
import sys
from pathlib import Path
from typing import Any


def voeg_toe(subparsers: Any) -> None:
    """Add `demo`."""
    parser = subparsers.add_parser(
        "demo",
        help="maak de voorbeeldsamenwerking klaar om te bekijken",
        description="Maakt de database, laadt referentiegegevens en beleid, maakt het verzonnen register van de "
        "samenwerking Drentsche Aa, leest het in en maakt één gebruiker per rol. Nog eens uitvoeren verandert niets. "
        "Afgebroken? Voer het opnieuw uit.",
        epilog="Daarna: meedoen dienst start",
    )
    parser.add_argument("--bijwerken", action="store_true", help="laat het verzonnen register doorlopen tot vandaag")
    parser.add_argument(
        "--beleid", type=Path, metavar="MAP", help="map met beleid (standaard: voorbeelden/drentsche-aa)"
    )
    parser.add_argument(
        "--adres",
        default="127.0.0.1:8000",
        metavar="HOST:POORT",
        help="waar de website straks draait (standaard 127.0.0.1:8000)",
    )
    parser.set_defaults(doe=maak_demo)


def maak_demo(args: argparse.Namespace) -> int:
    """Prepare everything and print a login per role. Exit code 2 where the database holds another register."""
    from meedoen.cli_importeer import toon_voortgang
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    from meedoen.uitvoering.inrichting import demo

    try:
        verslag = demo.maak_gereed(
            meld=_zeg, voortgang=toon_voortgang(), beleid=args.beleid, is_bijwerken=args.bijwerken
        )
    except demo.DemoKanNiet as fout:
        print(f"meedoen: {fout}", file=sys.stderr)
        return 2
    print(f"\n{verslag.personen:,} verzonnen personen.".replace(",", "."), end=" ")
    print(f"De laatste uitkering begon op {verslag.laatste_instroom:%d-%m-%Y}." if verslag.laatste_instroom else "")
    print(f"Aanmelden op http://{args.adres} kan als:\n")
    for login in verslag.logins:
        print(f"  {login.naam:<16}{login.wachtwoord:<26}{login.rol.label}")
    print(flush=True)
    return 0


def _zeg(zin: str) -> None:
    print(zin, file=sys.stderr, flush=True)
