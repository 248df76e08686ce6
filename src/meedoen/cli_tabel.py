"""`meedoen bereken --tabel`: a whole table, on this machine or on Spark, with its progress and its faults.

Nothing appears under the name of the output until it is whole; what is interrupted leaves nothing behind.
"""

import argparse
import signal
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from meedoen.recht import Recht, RechtFout, TabelFout
    from meedoen.recht.engine.errors import Gebrek
    from meedoen.recht.engine.table import Tabeluitkomst
    from meedoen.recht.engine.terms import Verordening

STANDAARD = ("norm_per_maand", "uitbetaling_per_maand", "vakantietoeslag_per_maand", "loonkostensubsidie_per_maand")
"""What is computed when nothing is asked: what a person, and an employer, gets."""
OPTIES = ("uit", "gevraagd", "peildatum", "verordening", "alleen_juiste", "geweigerd", "fouten", "spark_master")
"""The options that only a table has."""
GETOOND = 20
STIL, PER_TEKEN = 2.0, 0.2
"""Seconds between two lines of progress in a file, and between two pictures of it on a terminal."""
BREEDTE = 28
FOUT, STUK = 2, 1


class Onbruikbaar(Exception):
    """What was asked on the command line cannot be done; the message is Dutch and says why."""


def voeg_opties_toe(parser: argparse.ArgumentParser) -> None:
    """Adds the options for tables to `meedoen bereken`."""
    tabel = parser.add_argument_group("een hele tabel", "Rijen zijn personen, per huishouden bij elkaar.")
    tabel.add_argument("--tabel", metavar="IN", help=".parquet, .csv of een map met .parquet-delen")
    tabel.add_argument("--uit", metavar="UIT", help="bestand voor de uitkomsten: .parquet of .csv")
    tabel.add_argument(
        "--gevraagd", metavar="A,B", help=f"uitkomsten, met komma's ertussen (standaard: {', '.join(STANDAARD)})"
    )
    tabel.add_argument(
        "--peildatum", metavar="DATUM", type=datum, help="voor alle rijen, als er geen kolom peildatum is"
    )
    tabel.add_argument(
        "--verordening",
        metavar="BESTAND",
        action="append",
        default=[],
        help="wat een gemeente besloot; mag vaker, voor een tabel met een kolom gemeente",
    )
    tabel.add_argument("--alleen-juiste", action="store_true", help="reken uit wat klopt en laat foute huishoudens weg")
    tabel.add_argument("--geweigerd", metavar="BESTAND", help="bestand voor de rijen van foute huishoudens")
    tabel.add_argument("--fouten", metavar="BESTAND", help="bestand voor alle fouten: .csv of .parquet")
    tabel.add_argument(
        "--op", choices=("machine", "spark"), default="machine", help="waar gerekend wordt (standaard: machine)"
    )
    tabel.add_argument("--spark-master", metavar="URL", help="bij --op spark (standaard: local[*])")


def datum(tekst: str) -> date:
    """A date of the command line."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen datum zoals 2026-01-31") from None


def bereken_tabel(args: argparse.Namespace) -> int:
    """Computes the table; gives the exit code."""
    from meedoen.recht import DatumOnbekend, RechtFout, TabelFout, laad_recht
    from meedoen.recht.engine.spark_session import SparkFout

    try:
        _keur(args)
        gevraagd = lees_gevraagd(args.gevraagd, laad_recht())
        begin = time.monotonic()
        with netjes_afgebroken():
            uitkomst = (_op_spark if args.op == "spark" else _op_machine)(args, gevraagd)
    except TabelFout as fout:
        return meld_tabelfout(fout, args.fouten)
    except (DatumOnbekend, Onbruikbaar) as fout:
        return meld(str(fout), FOUT)
    except RechtFout as fout:
        return meld_rechtfout(fout)
    except SparkFout as fout:
        return meld("\n".join([str(fout), *getattr(fout, "__notes__", [])]), STUK)
    except OSError as fout:
        return meld_schrijffout(fout, args.uit)
    _meld_uitkomst(args, uitkomst, time.monotonic() - begin)
    meld_niet_geverifieerd(gevraagd, args.peildatum)
    return 0


def _op_machine(args: argparse.Namespace, gevraagd: Sequence[str]) -> "Tabeluitkomst":
    from meedoen.recht.engine.batches import aantal_rijen
    from meedoen.recht.engine.table import bereken_tabel

    invoer = Path(args.tabel)
    with voortgang(aantal_rijen(invoer)) as toon:
        return bereken_tabel(
            invoer,
            Path(args.uit),
            gevraagd,
            peildatum=args.peildatum,
            verordening=lees_verordeningen(args.verordening),
            alleen_juiste=args.alleen_juiste,
            geweigerd=Path(args.geweigerd) if args.geweigerd else None,
            fouten=Path(args.fouten) if args.fouten else None,
            voortgang=toon,
        )


def _op_spark(args: argparse.Namespace, gevraagd: Sequence[str]) -> "Tabeluitkomst":
    from meedoen.recht.engine.batches import aantal_rijen
    from meedoen.recht.engine.spark import bereken_op_spark
    from meedoen.recht.engine.spark_session import sessie

    verordening = lees_verordeningen(args.verordening)
    with sessie(args.spark_master or "local[*]") as spark, voortgang(aantal_rijen(Path(args.tabel))) as toon:
        return bereken_op_spark(
            spark,
            args.tabel,
            args.uit,
            gevraagd,
            peildatum=args.peildatum,
            verordening=verordening,
            alleen_juiste=args.alleen_juiste,
            geweigerd=args.geweigerd,
            fouten=Path(args.fouten) if args.fouten else None,
            voortgang=toon,
        )


def _keur(args: argparse.Namespace) -> None:
    """Onbruikbaar for options that do not go together, before anything is computed."""
    if not args.uit:
        raise Onbruikbaar("Bij --tabel hoort --uit: het bestand voor de uitkomsten.")
    if args.geweigerd and not args.alleen_juiste:
        raise Onbruikbaar("--geweigerd hoort bij --alleen-juiste; zonder dat wordt niets berekend als er een fout is.")
    if args.spark_master and args.op != "spark":
        raise Onbruikbaar("--spark-master hoort bij --op spark.")
    paden = [pad for pad in (args.tabel, args.uit, args.geweigerd, args.fouten, *args.verordening) if pad]
    echte = [pad if "://" in pad else str(Path(pad).resolve()) for pad in paden]
    for pad, echt in zip(paden, echte, strict=True):
        if echte.count(echt) > 1:
            raise Onbruikbaar(f"{pad} is twee keer genoemd; geef ieder bestand een eigen naam.")
    for pad in (args.uit, args.geweigerd, args.fouten):
        if pad and "://" not in pad and not Path(pad).resolve().parent.is_dir():
            raise Onbruikbaar(f"De map van {pad} bestaat niet.")
        if pad and args.op == "machine" and Path(pad).is_dir():
            raise Onbruikbaar(f"{pad} is een map; geef de naam van een bestand.")


def lees_gevraagd(tekst: str | None, recht: "Recht") -> tuple[str, ...]:
    """The asked results. Onbruikbaar, with what can be asked, when one of them does not exist."""
    from meedoen.recht.engine.errors import bedoelt_u

    mogelijk = recht.vragen()
    gevraagd = tuple(naam.strip() for naam in tekst.split(",") if naam.strip()) if tekst is not None else STANDAARD
    vreemd = [naam for naam in gevraagd if naam not in mogelijk]
    if gevraagd and not vreemd:
        return gevraagd
    zinnen = [f"Onbekende uitkomst: {naam}." for naam in vreemd] or ["Er is geen uitkomst gevraagd."]
    nabij = [naam for naam in (bedoelt_u(naam, mogelijk) for naam in vreemd) if naam]
    if nabij:
        zinnen.append(f"Bedoelt u {', '.join(nabij)}?")
    keuze = textwrap.fill(", ".join(sorted(mogelijk)), 100, initial_indent="  ", subsequent_indent="  ")
    raise Onbruikbaar(" ".join(zinnen) + f"\nMogelijk zijn:\n{keuze}")


def lees_verordeningen(paden: Sequence[str]) -> Any:
    """What was decided: nothing, one Verordening, or one per municipality. Onbruikbaar for a file with faults."""
    gelezen = [lees_verordening(pad) for pad in paden]
    if len(gelezen) < 2:
        return gelezen[0] if gelezen else None
    per_gemeente = {verordening.gemeente: verordening for verordening in gelezen}
    if len(per_gemeente) < len(gelezen) or "" in per_gemeente:
        raise Onbruikbaar("Bij meer dan één --verordening noemt ieder bestand een eigen gemeente.")
    return per_gemeente


def lees_verordening(pad: str) -> "Verordening":
    """What one municipality decided. Onbruikbaar, with every fault, for a file that `meedoen verordening` refuses."""
    from meedoen.cli_verordening import LeesFout, lees
    from meedoen.recht.verordening.controle import controleer

    try:
        controle = controleer(lees(pad))
    except LeesFout as fout:
        raise Onbruikbaar(str(fout)) from None
    if controle.verordening is None:
        raise Onbruikbaar("\n".join([f"{pad} klopt niet:", *map(str, controle.fouten)]))
    return controle.verordening


@contextmanager
def voortgang(totaal: int | None) -> Iterator[Callable[[int], None]]:
    """A function that is told how many rows are done: a bar on a terminal, else a line every two seconds."""
    begin = vorige = time.monotonic()
    op_scherm = sys.stderr.isatty()
    getoond = 0

    def toon(gedaan: int) -> None:
        nonlocal vorige, getoond
        nu = time.monotonic()
        if nu - vorige < (PER_TEKEN if op_scherm else STIL) or gedaan == getoond:
            return
        vorige, getoond = nu, gedaan
        regel = voortgangsregel(gedaan, totaal, nu - begin)
        print(f"\r\x1b[2K{regel}" if op_scherm else regel, end="" if op_scherm else "\n", file=sys.stderr, flush=True)

    try:
        yield toon
    finally:
        if op_scherm and getoond:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)


def voortgangsregel(gedaan: int, totaal: int | None, seconden: float) -> str:
    """How far it is, in one line."""
    snelheid = f"{getal(int(gedaan / max(seconden, 0.001)))} rijen per seconde"
    if not totaal:
        return f"  {getal(gedaan)} rijen, {snelheid}"
    deel = min(gedaan / totaal, 1.0)
    balk = "█" * int(deel * BREEDTE) + "░" * (BREEDTE - int(deel * BREEDTE))
    return f"  {balk} {int(deel * 100):>3}%  {getal(gedaan)} van {getal(totaal)} rijen, {snelheid}"


def getal(aantal: int) -> str:
    """A whole number as it is written in Dutch."""
    return f"{aantal:,}".replace(",", ".")


def meld_tabelfout(fout: "TabelFout", fouten: str | None) -> int:
    """The first faults, how many more there are, and where they can be read; the exit code."""
    return meld("\n".join([fout.wat, *_eerste(fout.gebreken, fout.aantal, fouten)]), FOUT)


def meld_schrijffout(fout: OSError, uit: str) -> int:
    """A file that cannot be written, by the name that was given for it; the exit code."""
    from meedoen.recht.engine.file_faults import oorzaak

    waarom = "in deze map kan dat niet" if isinstance(fout, FileNotFoundError) else oorzaak(fout)
    return meld(f"{fout.filename or uit} kan niet worden geschreven: {waarom}.", STUK)


def meld_rechtfout(fout: "RechtFout") -> int:
    """Law that cannot be read is a fault of this installation, not of whoever asks; the exit code."""
    from meedoen.recht.engine.errors import PastNietInTabel

    if isinstance(fout, PastNietInTabel):
        return meld(f"Deze uitkomst kan nog niet in een tabel: {fout}", STUK)
    wat = f"Het recht op deze computer klopt niet ({len(fout.gebreken)} keer), dus er is niets gedaan"
    return meld(f"{wat}. Installeer Meedoen opnieuw, of meld dit aan wie de regels schrijft:\n{fout}", STUK)


def _eerste(gebreken: Sequence[tuple[int, "Gebrek"]], aantal: int, fouten: str | None) -> Iterable[str]:
    yield from (f"rij {rij}: {gebrek}" for rij, gebrek in gebreken[:GETOOND])
    waar = f"Alle fouten staan in {fouten}." if fouten else "Met --fouten BESTAND komen ze alle in een bestand."
    if aantal > GETOOND:
        yield f"… en nog {getal(aantal - GETOOND)} fouten. {waar}"
    elif aantal and fouten:
        yield waar


def _meld_uitkomst(args: argparse.Namespace, uitkomst: "Tabeluitkomst", seconden: float) -> None:
    if uitkomst.gebreken:
        meld("\n".join(_eerste(uitkomst.gebreken, uitkomst.aantal_gebreken, args.fouten)), 0)
    if uitkomst.geweigerd:
        waar = f"; ze staan in {args.geweigerd}" if args.geweigerd else ""
        print(f"Geweigerd: {getal(uitkomst.geweigerd)} rijen van huishoudens met een fout{waar}.")
    goed = getal(uitkomst.rijen - uitkomst.geweigerd)
    tijd = f"{seconden:.1f}".replace(".", ",")
    print(f"{args.uit}: {goed} personen berekend in {tijd} seconden.")
    print(f"Met welk recht staat in {_plaats_van_ontvangst(args)}.")


def _plaats_van_ontvangst(args: argparse.Namespace) -> str:
    from meedoen.recht.engine.receipts import IN_MAP, naast

    if args.op == "spark":
        return f"{args.uit.rstrip('/')}/{IN_MAP}"
    doel = naast(Path(args.uit))
    return str(doel) if doel else f"het schema van {args.uit}, onder ontvangst"


def meld_niet_geverifieerd(gevraagd: Sequence[str], peildatum: date | None) -> None:
    """What these results can rest on that is not verified in a source, by name; the reasons stand in the output."""
    from meedoen.recht import laad_recht
    from meedoen.recht.engine.unverified import genoemd, niet_geverifieerd

    if gevonden := niet_geverifieerd(laad_recht(), tuple(gevraagd), peildatum):
        namen = textwrap.fill(
            genoemd(gevonden), 116, initial_indent="  ", subsequent_indent="  ", break_long_words=False
        )
        kop = f"Niet geverifieerd is, van wat deze uitkomsten kan bepalen ({len(gevonden)}):"
        meld(f"{kop}\n{namen}\n  Waarom staat per regel en bedrag onder /recht/niet-geverifieerd/.", 0)


def meld(tekst: str, code: int) -> int:
    """Writes to the error stream, without what a terminal would take for a command; gives the exit code."""
    leesbaar = "".join(teken if teken.isprintable() or teken == "\n" else f"\\x{ord(teken):02x}" for teken in tekst)
    print(leesbaar, file=sys.stderr)
    return code


@contextmanager
def netjes_afgebroken() -> Iterator[None]:
    """Whoever ends this program from outside gets the tidiness of Ctrl-C."""

    def breek_af(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    vorige = signal.signal(signal.SIGTERM, breek_af)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, vorige)
