"""What is wrong with a file, in plain Dutch; never in the words of a library, which are English and may hold a row."""

import csv
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from meedoen.recht.engine.errors import TabelFout

OORZAKEN = {
    errno.ENOENT: "het bestaat niet",
    errno.ENOTDIR: "het bestaat niet",
    errno.EISDIR: "het is een map en geen bestand",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EROFS: "op deze schijf kan niet worden geschreven",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de koppelingen wijzen naar elkaar",
}
"""What the system says -> how it is told after "kan niet worden gelezen: "."""


def oorzaak(fout: OSError | ValueError) -> str:
    """Why a file cannot be opened, read or written."""
    if isinstance(fout, ValueError):
        return "dit kan geen naam van een bestand zijn"
    return OORZAKEN.get(fout.errno or 0, "de schijf of het bestand is stuk, of het wordt door een ander gebruikt")


@contextmanager
def leesbaar(bestand: Path) -> Iterator[None]:
    """TabelFout, that says what to do, for a file that turns out to be no table while it is read."""
    try:
        yield
    except (pa.ArrowException, OSError, UnicodeDecodeError) as fout:
        if isinstance(fout, OSError) and fout.errno:
            raise TabelFout(f"{bestand.name} kan niet worden gelezen: {oorzaak(fout)}.") from None
        if bestand.suffix == ".csv":
            wat = fout_in_csv(bestand) or f"{bestand.name} is geen CSV met één rij op iedere regel."
            raise TabelFout(wat) from None
        raise TabelFout(f"{bestand.name} is geen Parquet, of niet heel. Maak het opnieuw.") from None


@contextmanager
def schrijfbaar(doel: Path) -> Iterator[None]:
    """OSError with the name that was given for a file that cannot be written; a library names another, or none."""
    try:
        yield
    except OSError as fout:
        raise OSError(fout.errno or errno.EIO, fout.strerror or "", str(doel)) from None


def scheidingsteken(kop: str) -> str:
    """What stands between two values, by the first line."""
    return ";" if kop.count(";") > kop.count(",") else ","


def fout_in_csv(bestand: Path) -> str | None:
    """The first thing that is wrong with a CSV file, found by reading all of it; None when nothing is found."""
    with bestand.open("rb") as ruw:
        kop = ruw.readline(1 << 20)
        if b"\0" in kop:
            return f"{bestand.name} is {_geen_tekst(kop)}. Sla het op als UTF-8 (in Excel: CSV UTF-8)."
        if not kop.strip(b"\xef\xbb\xbf\r\n "):
            return f"{bestand.name} is leeg. Zet op de eerste regel de namen van de kolommen."
        ruw.seek(0)
        for nummer, regel in enumerate(ruw, 1):
            try:
                regel.decode()
            except UnicodeDecodeError:
                mend = "Sla het bestand op als UTF-8 (in Excel: CSV UTF-8)."
                return f"{bestand.name} is geen UTF-8: regel {nummer} kan niet worden gelezen. {mend}"
    return _foute_rij(bestand)


def _geen_tekst(kop: bytes) -> str:
    """What a file with a NUL in its first line is: every letter has one in UTF-16."""
    return "UTF-16" if kop.count(0) * 3 >= len(kop) else "geen CSV, maar een ander soort bestand"


def _foute_rij(bestand: Path) -> str | None:
    """Where a row has more or fewer values than there are columns, or a quote is not closed. No values are told."""
    with bestand.open(encoding="utf-8-sig", newline="") as tekst:
        teken = scheidingsteken(tekst.readline(1 << 20))
        tekst.seek(0)
        lezer = csv.reader(tekst, delimiter=teken, strict=True)
        velden, rij = 0, -1
        try:
            for waarden in lezer:
                rij += bool(waarden)
                velden = velden or len(waarden)
                if waarden and len(waarden) != velden:
                    waar = f"In {bestand.name} heeft rij {rij} (regel {lezer.line_num}) {_waarden(len(waarden))}"
                    return (
                        f"{waar}, en er zijn {velden} kolommen. Staat {teken} in een tekst? Zet er aanhalingstekens om."
                    )
        except csv.Error:
            waar = f"In {bestand.name} klopt in of na rij {max(rij + 1, 0)} een aanhalingsteken niet"
            return f'{waar}. Sluit iedere tekst die met " begint ook met ".'
    return None


def _waarden(aantal: int) -> str:
    return "1 waarde" if aantal == 1 else f"{aantal} waarden"
