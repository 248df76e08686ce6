"""`meedoen bereken`: one case in, one answer out, as JSON; or a whole table (`cli_tabel.py`). Faults are plain Dutch.

Exit code 0: answered. 1: Spark, the disk or the law on this machine failed. 2: the case or table cannot be read, is
wrong, or is about a date outside the known law. 3: facts of the case are missing. Nothing is written to standard output
unless the answer is whole.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meedoen import cli_tabel
from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RechtFout, RekenFout
from meedoen.recht.answer import LeesFout, beantwoord, lees_opgave

MEESTE_BYTES = 10_000_000
"""A case of 200 persons is some hundred kilobytes; more than this is not a case."""

FOUT, ONTBREEKT = 2, 3


def voeg_toe(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command `bereken` to the command line."""
    parser = subparsers.add_parser(
        "bereken",
        help="reken één huishouden uit en leg uit hoe; of reken een hele tabel",
        description="Rekent één huishouden uit naar het recht van de peildatum en schrijft het antwoord als JSON. "
        "Of rekent een tabel met huishoudens uit naar een nieuwe tabel.",
        epilog="Foutcode 1: Spark of de schijf werkte niet. Foutcode 2: het geval of de tabel klopt niet. Foutcode 3: "
        "er ontbreken gegevens in het geval; in een tabel staat dat per rij. De vorm staat in docs/bereken.md.",
    )
    parser.add_argument("geval", metavar="GEVAL", nargs="?", help="bestand in TOML of JSON, of - voor standaardinvoer")
    parser.add_argument(
        "--uitleg", action="store_true", help="geef bij een GEVAL ook iedere rekenstap, met artikel, gegevens en bron"
    )
    cli_tabel.voeg_opties_toe(parser)
    parser.set_defaults(doe=bereken)


def bereken(args: argparse.Namespace) -> int:
    """Answers one case, or computes a table; gives the exit code."""
    if args.tabel and args.geval:
        return cli_tabel.meld(f"Geef een GEVAL of --tabel, en niet allebei ({args.geval} en {args.tabel}).", FOUT)
    if args.tabel and args.uitleg:
        wat = "--uitleg hoort bij een GEVAL, en niet bij --tabel. Laat het weg, of reken één huishouden uit als GEVAL."
        return cli_tabel.meld(wat, FOUT)
    if args.tabel:
        return cli_tabel.bereken_tabel(args)
    los = [naam for naam in cli_tabel.OPTIES if getattr(args, naam)]
    if los:
        return cli_tabel.meld(f"--{los[0].replace('_', '-')} hoort bij --tabel.", FOUT)
    if not args.geval:
        return cli_tabel.meld("Geef een GEVAL, of --tabel IN --uit UIT. Hulp: meedoen bereken --help", FOUT)
    return bereken_geval(args)


def bereken_geval(args: argparse.Namespace) -> int:
    """Answers the case that `args.geval` names; gives the exit code."""
    try:
        antwoord = beantwoord(lees(args.geval), met_uitleg=args.uitleg)
    except (LeesFout, DatumOnbekend, RekenFout) as fout:
        return cli_tabel.meld(str(fout), FOUT)
    except GevalFout as fout:
        return cli_tabel.meld(f"Het geval klopt niet ({len(fout.gebreken)} keer):\n{fout}", FOUT)
    except RechtFout as fout:
        return cli_tabel.meld_rechtfout(fout)
    except GegevenOntbreekt as fout:
        tip = "Geldt een vraag niet voor iemand, zet dan bij die persoon zelf wat gevraagd wordt, zoals gevraagd = []."
        return cli_tabel.meld(f"Er ontbreken gegevens ({len(fout.ontbreekt)}):\n{fout}\n{tip}", ONTBREEKT)
    sys.stdout.write(antwoord + "\n")
    return 0


def lees(naam: str) -> Mapping[str, Any]:
    """The mapping in a TOML or JSON file, or on standard input (`-`); LeesFout says what is wrong with it."""
    bron = "De standaardinvoer" if naam == "-" else f"Het bestand {naam}"
    is_json = {".json": True, ".toml": False}.get(naam[-5:].lower())
    return lees_opgave(_bytes(naam, bron), bron=bron, is_json=is_json)


def _bytes(naam: str, bron: str) -> bytes:
    try:
        if naam == "-":
            ruw = sys.stdin.buffer.read(MEESTE_BYTES + 1)
        else:
            with Path(naam).open("rb") as bestand:
                ruw = bestand.read(MEESTE_BYTES + 1)
    except FileNotFoundError:
        raise LeesFout(f"Het bestand {naam} bestaat niet.") from None
    except (OSError, ValueError) as fout:
        from meedoen.recht.engine.file_faults import oorzaak

        raise LeesFout(f"Het bestand {naam} is niet te lezen: {oorzaak(fout)}.") from None
    if len(ruw) > MEESTE_BYTES:
        raise LeesFout(f"{bron} is groter dan {MEESTE_BYTES // 1_000_000} MB; dat is geen geval van één huishouden.")
    return ruw
