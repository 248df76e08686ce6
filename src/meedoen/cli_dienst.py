"""`meedoen dienst`: serve the website, prepare the database, make users, hand a command to Django."""

import argparse
import getpass
import os
import sys
from typing import Any

NIET_BIJ = "De database is nog niet klaar. Voer eerst uit: meedoen dienst migreer"
ROLLEN = ("consulent", "regisseur", "accountmanager", "beleid_en_control", "raad_en_griffie", "beheer")


def voeg_toe(subparsers: Any) -> None:
    """Add `dienst` with its own sub-commands."""
    parser = subparsers.add_parser("dienst", help="start de website; bereid de database voor; maak gebruikers")
    onderdelen = parser.add_subparsers(title="onderdelen", metavar="<onderdeel>", required=True)
    start = onderdelen.add_parser("start", help="start de website (gunicorn)")
    start.add_argument("--adres", default="127.0.0.1:8000", metavar="HOST:POORT", help="standaard 127.0.0.1:8000")
    start.add_argument("--werkers", type=int, default=2, metavar="N", help="aantal processen (standaard 2)")
    start.add_argument("--log", choices=("json", "tekst"), default="json", help="vorm van de logregels")
    start.add_argument("--migreer", action="store_true", help="maak eerst de database of breng haar bij")
    start.set_defaults(doe=serveer)
    onderdelen.add_parser("migreer", help="maak de database of breng haar bij").set_defaults(doe=migreer)
    controleer_ = onderdelen.add_parser("controleer", help="controleer de instellingen voor gebruik met echte gegevens")
    controleer_.set_defaults(doe=controleer)
    _voeg_gebruiker_toe(onderdelen)
    logboek = onderdelen.add_parser("logboek", help="bouw het register na uit het logboek en vergelijk")
    logboek.set_defaults(doe=speel_logboek_na)
    django = onderdelen.add_parser("django", help="geef een opdracht door aan Django (voor ontwikkelaars)")
    django.add_argument("opdracht", nargs=argparse.REMAINDER, help="bijvoorbeeld: makemigrations")
    django.set_defaults(doe=geef_door)


def _voeg_gebruiker_toe(onderdelen: Any) -> None:
    parser = onderdelen.add_parser("gebruiker", help="maak een gebruiker, koppel gemeenten, sluit een account")
    parser.add_argument("naam", help="gebruikersnaam")
    parser.add_argument("--rol", choices=ROLLEN, help="verplicht voor een nieuwe gebruiker")
    parser.add_argument("--gemeente", action="append", default=[], metavar="CODE", help="CBS-code, bijvoorbeeld GM0106")
    parser.add_argument("--wachtwoord", action="store_true", help="kies een nieuw wachtwoord")
    parser.add_argument("--sluit", action="store_true", help="sluit het account")
    parser.set_defaults(doe=beheer_gebruiker)


def serveer(args: argparse.Namespace) -> int:
    """Serve with gunicorn until interrupted. Replaces this process, so signals reach the server itself."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django(args.log)
    if args.migreer:
        migreer(args)
    if not _is_bij():
        print(NIET_BIJ, file=sys.stderr)
        return 1
    print(f"Meedoen draait op http://{args.adres} (stoppen: Ctrl+C)", file=sys.stderr, flush=True)
    opdracht = [sys.executable, "-m", "gunicorn", "--bind", args.adres, "--workers", str(args.werkers)]
    opdracht += ["--threads", "4", "--timeout", "120", "--log-level", "warning", "--worker-tmp-dir", _kladmap()]
    os.execv(sys.executable, [*opdracht, "meedoen.uitvoering.inrichting.wsgi:application"])


def migreer(args: argparse.Namespace) -> int:
    """Make or update the tables, and remove sessions that ended."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("clearsessions", verbosity=0)
    print("De database is bij.", file=sys.stderr)
    return 0


def controleer(args: argparse.Namespace) -> int:
    """Django's checks for a deployment, as they stand. Exit code 1 where one fails."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    from django.core.management import CommandError, call_command

    try:
        call_command("check", deploy=True, fail_level="WARNING")
    except CommandError as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


def speel_logboek_na(args: argparse.Namespace) -> int:
    """Build the register again from the log and compare. Exit code 1 where they differ, with each difference."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    if not _is_bij():
        print(NIET_BIJ, file=sys.stderr)
        return 1
    from meedoen.uitvoering.kern.replay import speel_na

    naspel = speel_na()
    for zin in naspel.verschillen:
        print(zin)
    print(
        f"{naspel.rijen} rijen in het register, waarvan {naspel.uit_bestand} zoals een ingelezen bestand ze bracht; "
        f"{naspel.wijzigingen} wijzigingen nagespeeld; "
        + (
            f"{len(naspel.verschillen)} verschillen (hoogstens honderd genoemd)."
            if naspel.verschillen
            else "alles klopt."
        )
    )
    return 1 if naspel.verschillen else 0


def beheer_gebruiker(args: argparse.Namespace) -> int:
    """Make or change one user. The password is asked for, or read from standard input; it never stands in a command."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    if not _is_bij():
        print(NIET_BIJ, file=sys.stderr)
        return 1
    from django.core.exceptions import ValidationError

    from meedoen.uitvoering.inrichting.users import WatNietKan, regel_gebruiker

    try:
        verslag = regel_gebruiker(
            naam=args.naam,
            rol=args.rol,
            gemeentecodes=args.gemeente,
            wachtwoord=_vraag_wachtwoord,
            is_nieuw_wachtwoord=args.wachtwoord,
            is_sluiten=args.sluit,
        )
    except (WatNietKan, ValidationError) as fout:
        for zin in getattr(fout, "messages", [str(fout)]):
            print(f"meedoen: {zin}", file=sys.stderr)
        return 2
    print("\n".join(verslag))
    return 0


def geef_door(args: argparse.Namespace) -> int:
    """Run one of Django's own commands."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["meedoen dienst django", *args.opdracht])
    return 0


def _vraag_wachtwoord() -> str:
    """From the keyboard, unseen; or one line of standard input where there is no keyboard."""
    return getpass.getpass("Wachtwoord: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _is_bij() -> bool:
    """Whether every migration has been applied."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    is_bij = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    connection.close()
    return is_bij


def _kladmap() -> str:
    """Where workers show that they live: in memory if the machine can, so a slow disk never looks like a hang."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"
