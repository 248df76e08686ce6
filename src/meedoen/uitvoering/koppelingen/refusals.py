"""What goes back to who offered the register: the file of faults, and the refused rows as they were, ready to mend."""

import csv
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..kern.text_cells import maak_onschadelijk
from . import scratch
from .sources import Bron, lees_rijen

KOP = ("bestand", "blad", "rij", "kolom", "waarde", "verwacht", "herstel")


def schrijf_fouten(db: sqlite3.Connection, pad: Path) -> Path:
    """All faults as CSV that a Dutch spreadsheet opens well."""
    schrijf_csv(
        pad,
        KOP,
        (
            (f.bestand, f.blad, str(f.rij or ""), f.kolom, f.waarde, f.verwacht, f.herstel)
            for f in scratch.lees_fouten(db)
        ),
    )
    return pad


def schrijf_geweigerd(db: sqlite3.Connection, bronnen: Sequence[Bron], map_: Path) -> list[Path]:
    """The refused rows, with their own header and in the form in which they came (Parquet comes back as CSV).

    CSV: a folder `geweigerd` with one `<blad>.csv` each; workbook: `geweigerd.xlsx`. Both can be offered again.
    """
    met_weigering = [
        bron
        for bron in bronnen
        if scratch.tel(db, f"SELECT EXISTS (SELECT 1 FROM bestand_{bron.blad.naam} WHERE geweigerd)")
    ]
    if not met_weigering:
        return []
    if met_weigering[0].vorm == "xlsx":
        bladen = ((bron.blad.naam, *_kop_en_rijen(db, bron)) for bron in met_weigering)
        return [schrijf_werkmap(map_ / "geweigerd.xlsx", bladen)]
    (map_ / "geweigerd").mkdir(exist_ok=True)
    return [
        schrijf_csv(map_ / "geweigerd" / f"{bron.blad.naam}.csv", *_kop_en_rijen(db, bron)) for bron in met_weigering
    ]


def _kop_en_rijen(db: sqlite3.Connection, bron: Bron) -> tuple[list[str], Iterator[list[str]]]:
    rijen = lees_rijen(bron)
    _eerste, kop = next(rijen)
    return kop, _geweigerde(db, bron, rijen)


def _geweigerde(db: sqlite3.Connection, bron: Bron, rijen: Iterator[tuple[int, list[str]]]) -> Iterator[list[str]]:
    for stapel in scratch.in_stapels(db, f"SELECT rij FROM bestand_{bron.blad.naam} WHERE geweigerd ORDER BY rij"):
        for (gezocht,) in stapel:
            yield next(cellen for rij, cellen in rijen if rij == gezocht)


def schrijf_csv(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[str | None]]) -> Path:
    """CSV with semicolons, UTF-8 with a mark that spreadsheets recognise, and no cell that runs as a formula."""
    with pad.open("w", encoding="utf-8-sig", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";")
        schrijver.writerow(kop)
        for rij in rijen:
            schrijver.writerow([maak_onschadelijk(cel or "") for cel in rij])
    return pad


def schrijf_werkmap(pad: Path, bladen: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str | None]]]]) -> Path:
    """A workbook with a sheet per blad (name, header, rows), every cell text, written row by row."""
    import xlsxwriter

    werkmap = xlsxwriter.Workbook(str(pad), {"constant_memory": True, "strings_to_urls": False})
    vet = werkmap.add_format({"bold": True})
    als_tekst = werkmap.add_format({"num_format": "@"})
    for naam, kop, rijen in bladen:
        vel = werkmap.add_worksheet(naam)
        vel.freeze_panes(1, 0)
        vel.set_column(0, len(kop) - 1, 18, als_tekst)
        _schrijf_rij(vel, 0, kop, vet)
        for plaats, rij in enumerate(rijen, start=1):
            _schrijf_rij(vel, plaats, [maak_onschadelijk(cel or "") for cel in rij], als_tekst)
    werkmap.close()
    return pad


def _schrijf_rij(vel: Any, plaats: int, cellen: Sequence[str], opmaak: Any) -> None:
    for kolom, cel in enumerate(cellen):
        if cel:
            vel.write_string(plaats, kolom, cel, opmaak)
