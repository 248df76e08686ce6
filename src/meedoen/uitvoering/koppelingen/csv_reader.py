"""Rows of a CSV file, streamed: finds out encoding (UTF-8, UTF-16, Windows-1252) and separator (; , tab) by itself."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from .faults import Bestandsfout

LANGSTE_REGEL = 100_000
"""Characters. A row of the register has a few hundred; rubbish without line ends must not fill the memory."""

_SCHEIDINGSTEKENS = ";,\t"


def lees(pad: Path, *, verwacht: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows, header first. `verwacht`: the column names, which decide between separators.

    Empty lines count in the numbering, as in a spreadsheet, and are left out. Raises Bestandsfout for what is no text,
    for a line without end and for quotes that are never closed.
    """
    with pad.open(encoding=_codering(pad), newline="") as bestand:
        scheidingsteken = _scheidingsteken(_regel(bestand), verwacht)
        bestand.seek(0)
        rij = 0
        try:
            for rij, cellen in enumerate(csv.reader(_regels(bestand), delimiter=scheidingsteken, strict=True), start=1):
                if any(map(str.strip, cellen)):
                    yield rij, cellen
        except csv.Error as fout:
            raise Bestandsfout(
                _("tekst tussen een even aantal aanhalingstekens"),
                _('Zet een aanhalingsteken in een tekst dubbel (""), of haal het weg. Daarna is niets meer gelezen.'),
                rij=rij + 1,
            ) from fout


def _codering(pad: Path) -> str:
    with pad.open("rb") as bestand:
        begin = bestand.read(4)
        if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        bestand.seek(0)
        lezer = codecs.getincrementaldecoder("utf-8")()
        is_utf8, is_1252 = True, True
        while stuk := bestand.read(1 << 20):
            if b"\0" in stuk:
                raise _geen_tekst()
            is_utf8 = is_utf8 and _leesbaar(lezer, stuk)
            is_1252 = is_1252 and not stuk.translate(None, _GELDIG_1252)
        is_utf8 = is_utf8 and _leesbaar(lezer, b"", is_einde=True)
    if not is_utf8 and not is_1252:
        raise _geen_tekst()
    return "utf-8-sig" if is_utf8 else "windows-1252"


_GELDIG_1252 = bytes(b for b in range(256) if b >= 32 and b not in (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)) + b"\t\r\n"


def _leesbaar(lezer: codecs.IncrementalDecoder, stuk: bytes, *, is_einde: bool = False) -> bool:
    try:
        lezer.decode(stuk, is_einde)
    except UnicodeDecodeError:
        return False
    return True


def _geen_tekst() -> Bestandsfout:
    return Bestandsfout(
        _("leesbare tekst (UTF-8 of Windows-1252)"),
        _("Dit bestand bevat geen tekst. Bewaar het register opnieuw als CSV."),
    )


def _scheidingsteken(kop: str, verwacht: Sequence[str]) -> str:
    def bekend(teken: str) -> tuple[int, int]:
        namen = {naam.strip().strip('"').casefold() for naam in kop.split(teken)}
        return len(namen & set(verwacht)), kop.count(teken)

    return max(_SCHEIDINGSTEKENS, key=bekend)


def _regel(bestand: TextIO) -> str:
    try:
        regel = bestand.readline(LANGSTE_REGEL + 1)
    except UnicodeDecodeError as fout:
        raise _geen_tekst() from fout
    if len(regel) > LANGSTE_REGEL:
        raise Bestandsfout(
            _("regels van hoogstens 100.000 tekens"), _("Dit is geen register. Kijk na of dit het juiste bestand is.")
        )
    return regel


def _regels(bestand: TextIO) -> Iterator[str]:
    while regel := _regel(bestand):
        yield regel
