"""`meedoen verordening`: check the file with a municipality's decisions, and print the council's list of a day.

Exit code 0: done. 1: the law on this machine cannot be read. 2: the file has faults or cannot be read, or the date is
outside the known law. Faults and warnings are plain Dutch on the error stream.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from meedoen import cli_tabel
from meedoen.recht import DatumOnbekend, RechtFout, laad_recht
from meedoen.recht.engine.terms import Verordening
from meedoen.recht.verordening.controle import Controle, controleer
from meedoen.recht.verordening.lijst import Raadslijst, Regel, Taak, als_json, raadslijst
from meedoen.recht.verordening.volledigheid import gemis

MEESTE_BYTES = 2_000_000
FOUT = 2
STAND = {"gedaan": "staat in het bestand", "open": "staat niet in het bestand", "onbekend": ""}
PLICHT = {"moet": "verplicht", "mag": "mag"}


class LeesFout(Exception):
    """The file cannot be read as text; the message is Dutch and says why."""


def voeg_toe(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command `verordening` to the command line."""
    parser = subparsers.add_parser(
        "verordening",
        help="controleer wat een gemeente besloot; toon wat de raad moet maken, wijzigen of intrekken",
        description="Controleert het bestand met de besluiten van een gemeente, of toont de lijst van de raad op een "
        "dag. De vorm van het bestand staat in docs/verordeningen.md.",
    )
    onderdelen = parser.add_subparsers(title="onderdelen", metavar="<onderdeel>", required=True)
    controle = onderdelen.add_parser(
        "controleer",
        help="zoek alle fouten in een bestand, met regel en reden",
        description="Zoekt alle fouten in het bestand van een gemeente: onbekende termen, waarden buiten de grenzen "
        "van de wet, waarden die niet samengaan, tijdvakken die overlappen of ontbreken. Foutcode 2: er zijn fouten.",
    )
    controle.add_argument("bestand", metavar="BESTAND", help="bestand in TOML, of - voor standaardinvoer")
    controle.set_defaults(doe=controleer_bestand)
    lijst = onderdelen.add_parser(
        "lijst",
        help="toon wat de raad op een dag moet hebben, maken, wijzigen of intrekken",
        description="Toont de verordeningen die de wet op een dag vraagt of toelaat en wat de raad rond die dag maakt, "
        "wijzigt of intrekt. Met een bestand erbij ook wat de gemeente nog niet heeft vastgesteld.",
    )
    lijst.add_argument("bestand", metavar="BESTAND", nargs="?", help="het bestand van een gemeente (mag ontbreken)")
    lijst.add_argument("--op", metavar="DATUM", required=True, help="de dag, zoals 2015-01-01")
    lijst.add_argument("--json", action="store_true", help="schrijf de lijst als JSON")
    lijst.set_defaults(doe=toon_lijst)


def controleer_bestand(args: argparse.Namespace) -> int:
    """Tells every fault of the file; the exit code."""
    try:
        controle = controleer(lees(args.bestand))
    except LeesFout as fout:
        return _meld(str(fout))
    except RechtFout as fout:
        return cli_tabel.meld_rechtfout(fout)
    _meld_bevindingen(args.bestand, controle)
    if controle.verordening is None:
        return FOUT
    besluiten = controle.verordening.besluiten
    waarden = sum(len(besluit.waarden) for besluit in besluiten)
    print(f"{args.bestand} klopt: {controle.verordening.gemeente}, besluiten: {len(besluiten)}, waarden: {waarden}.")
    _meld_gemis(args.bestand, controle.verordening)
    return 0


def _meld_gemis(naam: str, verordening: Verordening) -> None:
    recht = laad_recht()
    if zinnen := [een.zin(recht) for een in gemis(verordening, recht)]:
        _meld(f"Verplicht, en niet in {naam} ({len(zinnen)}); zonder waarde is het een vraag aan de gemeente:")
        for zin in zinnen:
            _meld(f"  {zin}")


def toon_lijst(args: argparse.Namespace) -> int:
    """Prints the list of `args.op`; the exit code. A file with faults is not used."""
    verordening = None
    try:
        op = date.fromisoformat(args.op) if len(args.op) == 10 else None
    except ValueError:
        op = None
    if op is None:
        return _meld(f"{args.op!r} is geen bestaande datum. Schrijf jaar-maand-dag, zoals 2015-01-01.")
    try:
        if args.bestand is not None:
            controle = controleer(lees(args.bestand))
            if controle.verordening is None:
                _meld_bevindingen(args.bestand, controle)
                return FOUT
            verordening = controle.verordening
        lijst = raadslijst(op, verordening=verordening)
    except (LeesFout, DatumOnbekend) as fout:
        return _meld(str(fout))
    except RechtFout as fout:
        return cli_tabel.meld_rechtfout(fout)
    print(json.dumps(als_json(lijst), ensure_ascii=False, indent=2) if args.json else _tekst(lijst))
    return 0


def lees(naam: str) -> str:
    """The text of a file, or of standard input (`-`)."""
    bron = "De standaardinvoer" if naam == "-" else f"Het bestand {naam}"
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
        raise LeesFout(
            f"{bron} is groter dan {MEESTE_BYTES // 1_000_000} MB; dat zijn geen besluiten van één gemeente."
        )
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise LeesFout(f"{bron} is geen tekst in UTF-8: byte {fout.start + 1} hoort er niet in.") from None


def _meld_bevindingen(naam: str, controle: Controle) -> None:
    if controle.fouten:
        _meld(f"{naam} klopt niet ({len(controle.fouten)} keer):")
    for bevinding in controle.bevindingen:
        _meld(f"  {bevinding}")


def _meld(tekst: str) -> int:
    leesbaar = "".join(teken if teken.isprintable() or teken == "\n" else f"\\x{ord(teken):02x}" for teken in tekst)
    sys.stderr.write(leesbaar + "\n")
    return FOUT


def _tekst(lijst: Raadslijst) -> str:
    van = f" van {lijst.gemeente}" if lijst.gemeente else ""
    delen = [f"Verordeningen van de Participatiewet op {lijst.op}: de lijst van de raad{van}"]
    delen += _taken("Te doen (sinds een jaar, of langer nog niet te zien)", lijst.te_doen)
    delen += _taken("Komt eraan (binnen een jaar)", lijst.komt_eraan)
    delen += ["", "Wat de wet die dag vraagt of toelaat"]
    for regel in lijst.regels:
        delen += _regels_van(regel)
    if lijst.beleid:
        delen += ["", "Beleid van het college dat niet in het bestand staat"]
        delen += [f"  {term.naam}: {term.vraag} ({term.artikel})" for term in lijst.beleid]
    return "\n".join(delen)


def _taken(kop: str, taken: tuple[Taak, ...]) -> list[str]:
    regels = ["", kop] if taken else ["", f"{kop}: niets"]
    for taak in taken:
        stap = taak.stap
        uiterlijk = f", uiterlijk {stap.uiterlijk}" if stap.uiterlijk else ""
        stand = f" [{STAND[taak.stand]}]" if STAND[taak.stand] else ""
        regels.append(f"  {stap.op}{uiterlijk}: {stap.doe.upper()} {taak.voorschrift.naam}{stand}")
        regels.append(f"    {stap.wat}")
        niet = f" (niet geverifieerd: {stap.waarom_niet_geverifieerd})" if stap.waarom_niet_geverifieerd else ""
        regels.append(f"    bron: {stap.bron}{niet}")
    return regels


def _regels_van(regel: Regel) -> list[str]:
    stand = f"; {STAND[regel.stand]}" if STAND[regel.stand] else ""
    regels = [f"  {regel.voorschrift.naam} ({PLICHT[regel.voorschrift.plicht]}{stand}; {regel.voorschrift.artikel})"]
    regels += [f"    - {deel.wat} ({deel.artikel})" for deel in regel.inhoud]
    for term in regel.ontbrekend:
        soort = "! nog niet vastgesteld" if term.is_verplicht else "? mag worden vastgesteld"
        regels.append(f"    {soort}: {term.naam}. {term.vraag}")
    return regels
