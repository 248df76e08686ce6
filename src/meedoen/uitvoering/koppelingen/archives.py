"""Guards around zip files (a workbook is one too): refused before anything is unpacked in memory or on disk."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _

from .faults import Bestandsfout

STUK = 1 << 18
MEESTE_DELEN = 1000
GROOTSTE_UITGEPAKT = {"xlsx": 200 * 1024**2, "zip": 8 * 1024**3}
"""Bytes that a whole archive may unpack to. A workbook is held in memory, a zip of CSV is streamed."""
GROOTSTE_VERHOUDING = 200
VRIJ_VAN_VERHOUDING = 20 * 1024**2
"""Small archives may be packed as tightly as they like: unpacked below this, they do no harm."""

_LOKALE_KOP = 30


def controleer_archief(pad: Path, soort: str) -> list[zipfile.ZipInfo]:
    """The entries of the zip file, after checking what its directory promises. `soort`: "xlsx" or "zip".

    Raises Bestandsfout for no zip at all, a password, an unknown way of packing, too many parts, and for a zip bomb:
    parts that overlap, that unpack to too much, or that are packed tighter than honest data can be.
    """
    try:
        with zipfile.ZipFile(pad) as archief:
            delen = archief.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fout:
        raise Bestandsfout(
            _("een heel en leesbaar bestand"),
            _("Het bestand is beschadigd of van een andere soort. Bewaar het opnieuw."),
        ) from fout
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise Bestandsfout(_("een bestand zonder wachtwoord"), _("Bewaar het bestand zonder wachtwoord."))
    if any(deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for deel in delen):
        raise Bestandsfout(_("een gewoon ingepakt bestand"), _("Pak het bestand opnieuw in als gewone zip."))
    uitgepakt = sum(deel.file_size for deel in delen)
    ingepakt = sum(deel.compress_size for deel in delen)
    te_strak = uitgepakt > VRIJ_VAN_VERHOUDING and uitgepakt > GROOTSTE_VERHOUDING * max(ingepakt, 1)
    overlapt = ingepakt > pad.stat().st_size
    if len(delen) > MEESTE_DELEN or uitgepakt > GROOTSTE_UITGEPAKT[soort] or te_strak or overlapt:
        raise _te_groot(uitgepakt, soort)
    return delen


def _te_groot(uitgepakt: int, soort: str) -> Bestandsfout:
    return Bestandsfout(
        _("een bestand dat uitgepakt hoogstens %(grens)s MB is") % {"grens": GROOTSTE_UITGEPAKT[soort] // 1024**2},
        _("Uitgepakt zou dit %(mb)s MB of meer zijn. Lever een groot register aan als CSV of Parquet, niet ingepakt.")
        % {"mb": uitgepakt // 1024**2},
    )


def uitgepakte_stukken(bestand: BinaryIO, deel: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one entry in pieces, never trusting what the directory promises of its size and checksum.

    Raises Bestandsfout as soon as more comes out than was promised, and at the end when it is damaged.
    """
    geteld = som = 0
    for stuk in _pak_deel_uit(bestand, deel):
        geteld += len(stuk)
        som = zlib.crc32(stuk, som)
        if geteld > deel.file_size:
            raise Bestandsfout(
                _("een bestand dat zo groot is als het zelf zegt"),
                _("Het pakt uit tot meer dan het belooft. Vertrouw het niet; vraag de afzender om een nieuw bestand."),
            )
        yield stuk
    if geteld != deel.file_size or som != deel.CRC:
        raise _beschadigd()


def _pak_deel_uit(bestand: BinaryIO, deel: zipfile.ZipInfo) -> Iterator[bytes]:
    if deel.header_offset < 0:
        raise _beschadigd()
    bestand.seek(deel.header_offset)
    kop = bestand.read(_LOKALE_KOP)
    bestand.seek(int.from_bytes(kop[26:28], "little") + int.from_bytes(kop[28:30], "little"), 1)
    uitpakker = zlib.decompressobj(-15) if deel.compress_type == zipfile.ZIP_DEFLATED else None
    over = deel.compress_size
    while over > 0 and (rest := bestand.read(min(STUK, over))):
        over -= len(rest)
        if uitpakker is None:
            yield rest
            continue
        while rest:
            try:
                yield uitpakker.decompress(rest, STUK)
            except zlib.error as fout:
                raise _beschadigd() from fout
            rest = uitpakker.unconsumed_tail
    if uitpakker is not None:
        yield uitpakker.flush()


def _beschadigd() -> Bestandsfout:
    return Bestandsfout(_("een heel bestand"), _("Het bestand is beschadigd. Bewaar het opnieuw of vraag een nieuw."))


def pak_uit(pad: Path, map_: Path) -> list[Path]:
    """Unpack a zip of files into `map_`, guarded and in pieces. Folders inside the zip are dropped, names are kept."""
    uit: list[Path] = []
    for deel in controleer_archief(pad, "zip"):
        naam = PurePosixPath(deel.filename.replace("\\", "/")).name
        if deel.is_dir() or not naam or naam.startswith(".") or deel.filename.startswith("__MACOSX"):
            continue
        doel = map_ / naam
        if doel in uit:
            raise Bestandsfout(_("elk bestand één keer in de zip"), _("Haal het dubbele bestand weg."), waarde=naam)
        with pad.open("rb") as bestand, doel.open("wb") as schrijver:
            for stuk in uitgepakte_stukken(bestand, deel):
                schrijver.write(stuk)
        uit.append(doel)
    return uit


def pak_in(paden: Sequence[Path], doel: Path) -> Path:
    """These files, without their folders, as one zip."""
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for pad in paden:
            archief.write(pad, pad.name)
    return doel
