"""The command `meedoen`. Each sub-command is a module `cli_<naam>` that loads only when it is called.

Such a module has `voeg_toe(subparsers)`: it adds its own parser (`subparsers.add_parser("naam", help=...)`) and says by
`parser.set_defaults(doe=functie)` what to do; `functie(args)` returns the exit code: 0 done, 1 failed, 2 wrong input.
Help for everybody stands here, so that `meedoen --help` imports nothing else.
"""

import argparse
import difflib
import importlib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

ONDERDELEN = {
    "bereken": (
        "meedoen.cli_bereken",
        "reken één huishouden, of een hele tabel, uit volgens de wet",
    ),
    "verordening": (
        "meedoen.cli_verordening",
        "controleer wat een gemeente besloot; toon wat de raad moet maken, wijzigen of intrekken",
    ),
    "vergelijk": ("meedoen.cli_vergelijk", "reken een tabel onder twee verordeningen: wie gaat vooruit of achteruit"),
    "voorbeeld": ("meedoen.cli_voorbeeld", "maak een verzonnen register van elke omvang"),
    "recht": ("meedoen.cli_recht", "schrijf de bladzijden over de wet: elke regel met bedragen, bronnen en gevallen"),
    "importeer": ("meedoen.cli_importeer", "lees een register in: CSV, Excel of Parquet"),
    "demo": ("meedoen.cli_demo", "maak de voorbeeldsamenwerking klaar om te bekijken"),
    "dienst": ("meedoen.cli_dienst", "start de website; bereid de database voor; maak gebruikers"),
}
VERDER = {"exporteer": ("meedoen.cli_exporteer", "schrijf het register uit als CSV, Excel of Parquet")}
_VERTALING = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toon deze hulp en stop",
    "the following arguments are required: %s": "deze argumenten ontbreken: %s",
    "unrecognized arguments: %s": "onbekende argumenten: %s",
    "argument %(argument_name)s: %(message)s": "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan hier niet; kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r is geen geldige waarde (verwacht: %(type)s)",
    "expected one argument": "verwacht één waarde",
    "expected at most one argument": "verwacht hoogstens één waarde",
    "expected at least one argument": "verwacht minstens één waarde",
    "expected %s argument": "verwacht %s waarde(n)",
    "can't open '%(filename)s': %(error)s": "kan '%(filename)s' niet openen: %(error)s",
    "not allowed with argument %s": "kan niet samen met %s",
    "one of the arguments %s is required": "geef één van deze argumenten: %s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s is niet eenduidig: %(matches)s",
    "ignored explicit argument %r": "bij deze optie hoort geen waarde: %r",
}


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one sub-command; the exit code. `argumenten` defaults to the command line."""
    gegeven = list(sys.argv[1:] if argumenten is None else argumenten)
    _spreek_nederlands()
    naam = gegeven[0] if gegeven else None
    alle = ONDERDELEN | VERDER
    if naam is not None and not naam.startswith("-") and naam not in alle:
        return _onbekend(naam)
    parser, onderdelen = _maak_parser()
    for onderdeel, (_module, hulp) in ONDERDELEN.items():
        if onderdeel != naam:
            onderdelen.add_parser(onderdeel, help=hulp, add_help=False)
    if naam in alle:
        importlib.import_module(alle[naam][0]).voeg_toe(onderdelen)
    if not gegeven:
        parser.print_help()
        return 0
    args = parser.parse_args(gegeven)
    return _doe(args)


def _maak_parser() -> tuple[argparse.ArgumentParser, Any]:
    from importlib.metadata import version

    verder = "; ".join(f"{naam} ({hulp})" for naam, (_module, hulp) in VERDER.items())
    parser = argparse.ArgumentParser(
        prog="meedoen",
        description="Meedoen: de Participatiewet als regels, het werk van alledag en het antwoord aan de raad.",
        epilog=f"Verder: {verder}. Hulp bij een onderdeel: meedoen <onderdeel> --help",
    )
    parser.add_argument("--versie", action="version", version=f"meedoen {version('meedoen')}", help="toon de versie")
    return parser, parser.add_subparsers(title="onderdelen", metavar="<onderdeel>", required=True)


def _doe(args: argparse.Namespace) -> int:
    """Run what was asked; an interruption by the user or a closed pipe is no crash."""
    try:
        return int(args.doe(args))
    except KeyboardInterrupt:
        print("\nAfgebroken.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141


def _onbekend(naam: str) -> int:
    """Say that there is no such sub-command, and which name comes nearest."""
    nabij = difflib.get_close_matches(naam, ONDERDELEN | VERDER, n=1, cutoff=0.5)
    raad = f"Bedoelt u '{nabij[0]}'?" if nabij else f"Kies uit: {', '.join(ONDERDELEN)}."
    print(f"meedoen: '{naam}' bestaat niet. {raad} Alles op een rij: meedoen --help", file=sys.stderr)
    return 2


def _spreek_nederlands() -> None:
    """Give argparse its messages in Dutch. It looks them up through the gettext functions of its own module."""
    argparse._ = lambda tekst: _VERTALING.get(tekst, tekst)  # type: ignore[attr-defined]
    argparse.ngettext = lambda een, meer, aantal: _VERTALING.get(een, een if aantal == 1 else meer)  # type: ignore[attr-defined]


def _start() -> NoReturn:
    """Entry point of `python -m meedoen.cli`."""
    raise SystemExit(main())


if __name__ == "__main__":
    _start()
