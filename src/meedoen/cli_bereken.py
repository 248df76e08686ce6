"""`meedoen bereken`: one case in, one answer out, as JSON. Faults are plain Dutch on the error stream.

Exit code 0: answered. 2: the case cannot be read, is wrong, or is about a date outside the known law. 3: facts are
missing. Nothing is written to standard output unless the answer is whole.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from meedoen.recht import (
    DatumOnbekend,
    GegevenOntbreekt,
    GevalFout,
    Recht,
    RekenFout,
    Uitkomst,
    bereken,
    laad_recht,
    lees_geval,
)
from meedoen.recht.engine.units import als_tekst
from meedoen.recht.explanations import uitleg_van

MEESTE_BYTES = 10_000_000
"""A case of 200 persons is some hundred kilobytes; more than this is not a case."""

FOUT, ONTBREEKT = 2, 3


class LeesFout(Exception):
    """The input is not a TOML or JSON text of a reasonable size; the message is Dutch and says why."""


def voeg_toe(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command `bereken` to the command line."""
    parser = subparsers.add_parser(
        "bereken",
        help="reken één huishouden uit en leg uit hoe",
        description="Rekent één huishouden uit naar het recht van de peildatum en schrijft het antwoord als JSON.",
        epilog="Foutcode 2: het geval klopt niet. Foutcode 3: er ontbreken gegevens. De vorm staat in docs/bereken.md.",
    )
    parser.add_argument("geval", metavar="GEVAL", help="bestand in TOML of JSON, of - voor standaardinvoer")
    parser.add_argument(
        "--uitleg", action="store_true", help="geef ook iedere rekenstap, met artikel, gegevens en bron"
    )
    parser.set_defaults(doe=bereken_geval)


def bereken_geval(args: argparse.Namespace) -> int:
    """Answers the case that `args.geval` names; gives the exit code."""
    recht = laad_recht()
    try:
        uitkomst = bereken(lees_geval(lees_opgave(args.geval), recht=recht), recht=recht)
        antwoord = json.dumps(als_json(uitkomst, recht, met_uitleg=args.uitleg), ensure_ascii=False, indent=2)
        antwoord.encode()
    except (LeesFout, DatumOnbekend, RekenFout) as fout:
        return _meld(str(fout), FOUT)
    except GevalFout as fout:
        return _meld(f"Het geval klopt niet ({len(fout.gebreken)} keer):\n{fout}", FOUT)
    except UnicodeEncodeError:
        return _meld("Het geval bevat tekens die geen tekst zijn (losse surrogaten).", FOUT)
    except GegevenOntbreekt as fout:
        tip = "Geldt een vraag niet voor iemand, zet dan bij die persoon zelf wat gevraagd wordt, zoals gevraagd = []."
        return _meld(f"Er ontbreken gegevens ({len(fout.ontbreekt)}):\n{fout}\n{tip}", ONTBREEKT)
    sys.stdout.write(antwoord + "\n")
    return 0


def als_json(uitkomst: Uitkomst, recht: Recht, *, met_uitleg: bool = False) -> dict[str, Any]:
    """The answer as JSON values, in the shape of docs/bereken.md: amounts as text, counts as whole numbers."""
    soorten = {naam: versies[0].kop.soort for naam, versies in recht.regels.items()}
    antwoord: dict[str, Any] = {
        "peildatum": uitkomst.ontvangst["peildatum"],
        "personen": {
            persoon: {naam: None if w is None else als_tekst(w, soorten[naam]) for naam, w in waarden.items()}
            for persoon, waarden in uitkomst.waarden.items()
        },
    }
    if uitkomst.redenen:
        antwoord["redenen"] = {
            persoon: {naam: {"reden": reden.reden, "artikel": reden.artikel} for naam, reden in redenen.items()}
            for persoon, redenen in uitkomst.redenen.items()
        }
    antwoord["meldingen"] = uitkomst.meldingen
    antwoord["ontvangst"] = uitkomst.ontvangst
    if met_uitleg:
        antwoord["uitleg"] = [
            {**stap.als_json(), "tekst": uitleg_van(stap.regel, stap.vanaf)} for stap in uitkomst.spoor
        ]
    return antwoord


def lees_opgave(naam: str) -> Mapping[str, Any]:
    """The mapping in a TOML or JSON file, or on standard input (`-`); LeesFout says what is wrong with it."""
    tekst, bron = _tekst(naam), _bron(naam)
    is_json = naam.lower().endswith(".json") or (not naam.lower().endswith(".toml") and tekst.lstrip()[:1] == "{")
    lees: Callable[[str], Any] = _lees_json if is_json else _lees_toml
    try:
        opgave = lees(tekst)
    except RecursionError:
        raise LeesFout(f"{bron} is te diep genest; een geval heeft hooguit lijsten in een tabel.") from None
    if not isinstance(opgave, dict):
        raise LeesFout(f"{bron} is geen geval: verwacht wordt een tabel met peildatum, gevraagd en persoon.")
    return opgave


def _bron(naam: str) -> str:
    return "De standaardinvoer" if naam == "-" else f"Het bestand {naam}"


def _tekst(naam: str) -> str:
    try:
        if naam == "-":
            ruw = sys.stdin.buffer.read(MEESTE_BYTES + 1)
        else:
            with Path(naam).open("rb") as bestand:
                ruw = bestand.read(MEESTE_BYTES + 1)
    except FileNotFoundError:
        raise LeesFout(f"Het bestand {naam} bestaat niet.") from None
    except (OSError, ValueError) as fout:
        raise LeesFout(f"Het bestand {naam} is niet te lezen: {getattr(fout, 'strerror', None) or fout}.") from None
    if len(ruw) > MEESTE_BYTES:
        raise LeesFout(
            f"{_bron(naam)} is groter dan {MEESTE_BYTES // 1_000_000} MB; dat is geen geval van één huishouden."
        )
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise LeesFout(f"{_bron(naam)} is geen tekst in UTF-8: byte {fout.start + 1} hoort er niet in.") from None


def _lees_json(tekst: str) -> Any:
    try:
        return json.loads(tekst, parse_float=Decimal, parse_constant=_geen_getal, object_pairs_hook=_zonder_dubbele)
    except json.JSONDecodeError as fout:
        raise LeesFout(f"Dit is geen JSON: regel {fout.lineno}, teken {fout.colno} klopt niet.") from None
    except ValueError as fout:
        raise LeesFout(f"Dit is geen bruikbare JSON: {fout}") from None


def _lees_toml(tekst: str) -> Any:
    try:
        return tomllib.loads(tekst, parse_float=Decimal)
    except ValueError as fout:
        plaats = re.search(r"line (\d+), column (\d+)", str(fout))
        waar = (
            f"regel {plaats[1]}, teken {plaats[2]} klopt niet"
            if plaats
            else "het einde klopt niet of een getal is te lang"
        )
        raise LeesFout(f"Dit is geen TOML: {waar}.") from None


def _geen_getal(tekst: str) -> Any:
    raise ValueError(f"{tekst} is geen getal.")


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    tabel = dict(paren)
    if len(tabel) < len(paren):
        namen = [naam for naam, _ in paren]
        dubbel = next(naam for naam in namen if namen.count(naam) > 1)
        raise ValueError(f"{dubbel!r} staat twee keer in dezelfde tabel.")
    return tabel


def _meld(tekst: str, code: int) -> int:
    leesbaar = "".join(teken if teken.isprintable() or teken == "\n" else f"\\x{ord(teken):02x}" for teken in tekst)
    sys.stderr.write(leesbaar + "\n")
    return code
