"""A whole register in files."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .block import maak_blok
from .bsn import HOOGSTENS, TESTNUMMERS
from .files import VORMEN, schrijver
from .register import Begin, bladen, volgend_begin

PER_BLOK = 40_000  # people per block: the memory that is needed does not grow with the register


@dataclass(frozen=True)
class Verslag:
    """What was written: rows per blad, and whether every BSN begins with 999."""

    rijen: dict[str, int]
    heeft_alleen_testnummers: bool


def maak_register(
    map_: Path,
    *,
    zaad: int,
    tot: datetime.date,
    personen: int | None = None,
    vorm: str = "parquet",
    voortgang: Callable[[int, int], None] | None = None,
) -> Verslag:
    """Write a synthetic register as known at the end of the day `tot`.

    `personen` None makes the demonstration partnership, whose stock on 2015-01-01 is that of the Kadernota; a number
    makes exactly so many people by the same process. The same seed, size and day give the same files. `voortgang` is
    told blocks done and blocks in all. Raises ValueError for an unknown form, a day before 2015, or more people than
    there are numbers.
    """
    _controleer(personen, tot, vorm)
    groottes = _verdeel(personen)
    rijen: dict[str, int] = {}
    begin = Begin()
    with schrijver(map_, vorm) as bestanden:
        for nummer, grootte in enumerate(groottes):
            blok = maak_blok(nummer, zaad, tot, grootte)
            tabellen = bladen(blok, begin)
            bestanden.schrijf(tabellen)
            begin = volgend_begin(blok, begin)
            for blad, tabel in tabellen.items():
                rijen[blad] = rijen.get(blad, 0) + len(tabel)
            if voortgang is not None:
                voortgang(nummer + 1, len(groottes))
    return Verslag(rijen, begin.personen <= TESTNUMMERS)


def _controleer(personen: int | None, tot: datetime.date, vorm: str) -> None:
    if vorm not in VORMEN:
        raise ValueError(f"Onbekende vorm '{vorm}'. Kies uit: {', '.join(VORMEN)}.")
    if tot < datetime.date(2015, 1, 1):
        raise ValueError(f"Het register begint op 1 januari 2015; {tot:%d-%m-%Y} ligt daarvoor.")
    if personen is not None and personen < 1:
        raise ValueError("Een register heeft minstens 1 persoon.")
    if personen is not None and personen > HOOGSTENS:
        raise ValueError(
            f"Meer dan {HOOGSTENS} personen kan niet: er zijn niet genoeg testnummers (BSN) die met een 9 beginnen."
        )


def _verdeel(personen: int | None) -> list[int | None]:
    if personen is None:
        return [None]
    blokken = -(-personen // PER_BLOK)
    return [personen // blokken + (1 if i < personen % blokken else 0) for i in range(blokken)]
