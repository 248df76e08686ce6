"""`meedoen importeer`: read a register in from a file or folder."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from meedoen.uitvoering.koppelingen.report import Inleesverslag

STIL = 2.0
"""Seconds after which progress is shown, and between two lines of it."""


def voeg_toe(subparsers: Any) -> None:
    """Add `importeer`."""
    parser = subparsers.add_parser(
        "importeer",
        help="lees een register in: CSV, Excel of Parquet",
        description="Controleert het hele register en laadt het in één keer, of helemaal niet. Nog eens inlezen van "
        "hetzelfde bestand verandert niets.",
        epilog="Einde 0: gedaan wat gevraagd was. Einde 2: er klopt iets niet en er is niets geladen.",
    )
    parser.add_argument(
        "pad",
        type=Path,
        metavar="PAD",
        help="map of zip met CSV of Parquet, één .xlsx, of één bestand zoals personen.csv",
    )
    parser.add_argument("--blad", metavar="BLAD", help="welk blad het is, als de naam van het bestand dat niet zegt")
    wijze = parser.add_mutually_exclusive_group()
    wijze.add_argument("--alleen-juiste", action="store_true", help="laad de juiste rijen, ook als andere fout zijn")
    wijze.add_argument("--controleer", action="store_true", help="controleer alleen, laad niets")
    parser.add_argument(
        "--fouten",
        type=Path,
        metavar="MAP",
        help="map voor alle fouten en de geweigerde rijen (standaard: <naam>-fouten in de huidige map)",
    )
    parser.set_defaults(doe=importeer)


def importeer(args: argparse.Namespace) -> int:
    """Read in; say what happened. Exit code 0 when all that was asked is done, 2 when something is wrong."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    if not is_database_klaar():
        return 1
    from meedoen.uitvoering.kern import clock
    from meedoen.uitvoering.koppelingen.acts import lees_in

    verslag = lees_in(
        args.pad,
        door=None,
        op=clock.vandaag(),
        blad=args.blad,
        alleen_juiste=args.alleen_juiste,
        alleen_controleren=args.controleer,
        uitvoer=args.fouten or Path(f"{args.pad.resolve().stem}-fouten"),
        voortgang=toon_voortgang(),
    )
    _meld(verslag, controleer=args.controleer)
    return 0 if verslag.is_foutloos or verslag.is_geladen else 2


def is_database_klaar() -> bool:
    """Whether the tables of the register are there; says on standard error what to do when they are not."""
    from django.db import connection

    from meedoen.cli_dienst import NIET_BIJ
    from meedoen.uitvoering.dossiers.models import Inlezing

    if Inlezing._meta.db_table in connection.introspection.table_names():
        return True
    print(NIET_BIJ, file=sys.stderr)
    return False


def toon_voortgang() -> Callable[[str, int], None]:
    """A function that says on standard error what is being done, once that takes more than two seconds."""
    vorige = time.monotonic()

    def toon(stap: str, gedaan: int) -> None:
        nonlocal vorige
        if time.monotonic() - vorige >= STIL:
            vorige = time.monotonic()
            aantal = f": {gedaan:,} rijen".replace(",", ".") if gedaan else ""
            print(f"  {stap}{aantal} …", file=sys.stderr, flush=True)

    return toon


def _meld(verslag: "Inleesverslag", *, controleer: bool) -> None:
    for fout in verslag.fouten:
        print(fout.zin, file=sys.stderr)
    if verslag.aantal_fouten > len(verslag.fouten):
        print(f"… en nog {verslag.aantal_fouten - len(verslag.fouten)} fouten, zie het bestand.", file=sys.stderr)
    for pad in (verslag.foutenbestand, *verslag.geweigerd):
        if pad is not None:
            print(f"Geschreven: {pad}", file=sys.stderr)
    if verslag.bladen:
        print(f"{'blad':<14}{'rijen':>10}{'nieuw':>10}{'gewijzigd':>11}{'gelijk':>10}{'geweigerd':>11}")
    for blad in verslag.bladen:
        print(
            f"{blad.blad:<14}{blad.rijen:>10}{blad.nieuw:>10}{blad.gewijzigd:>11}{blad.ongewijzigd:>10}{blad.geweigerd:>11}"
        )
    if verslag.is_geladen:
        print("Geladen." if verslag.aantal_te_laden else "Het register was al gelijk; er is niets veranderd.")
    elif controleer and verslag.is_foutloos:
        print("Alles klopt. Er is niets geladen, want u vroeg alleen om controle.")
    else:
        print("Er is niets geladen.")
