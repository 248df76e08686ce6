"""Guard of a workbook: walks once through its parts, in pieces, before the workbook is opened and held in memory."""

import re
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from .archives import controleer_archief, uitgepakte_stukken
from .faults import Bestandsfout

MEESTE_RIJEN = 100_000
MEESTE_CELLEN = 2_000_000
_MEESTE_TAGS = 5 * MEESTE_CELLEN
_LANGSTE_TAG = 64 * 1024

_CEL = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])[^>]*>""")
_PLAATS = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
_RIJ = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([0-9]{1,10})["']""")
_FOUTWAARDE = re.compile(rb"""\st\s*=\s*["']e["']""")


def controleer_werkmap(pad: Path) -> None:
    """Refuse a workbook that is no workbook, or that would do harm when opened. Raises Bestandsfout.

    Refused are document types and entities (XXE, billion laughs), parts that unpack to more than they promise, and
    sheets whose cells lie so far apart that the grid between them would fill the memory. Formulas that gave an error
    are refused too: read as empty they would silently change the register.
    """
    delen = controleer_archief(pad, "xlsx")
    namen = {deel.filename for deel in delen}
    if "xl/workbook.xml" not in namen or "[Content_Types].xml" not in namen:
        raise Bestandsfout(
            _("een Excel-werkmap (.xlsx)"), _("Open het bestand in Excel of LibreOffice en bewaar het als .xlsx.")
        )
    with pad.open("rb") as bestand:
        for deel in delen:
            stukken = uitgepakte_stukken(bestand, deel)
            if deel.filename.lower().endswith((".xml", ".rels")):
                _controleer_xml(stukken)
            else:
                for _stuk in stukken:
                    pass


def _controleer_xml(stukken: Iterable[bytes]) -> None:
    staart = b""
    tags = 0
    rijen = kolommen = 1
    for stuk in stukken:
        venster = staart + stuk
        tags += stuk.count(b"<")
        _weiger_vreemde_xml(venster, tags)
        for cel in _CEL.findall(venster):
            kolom, rij = _plaats(cel)
            kolommen, rijen = max(kolommen, kolom), max(rijen, rij)
        rijen = max([rijen, *map(int, _RIJ.findall(venster))])
        _weiger_groot_blad(rijen, kolommen)
        begin = venster.rfind(b"<")
        staart = venster[begin:] if begin >= 0 and b">" not in venster[begin:] else b""


def _weiger_vreemde_xml(venster: bytes, tags: int) -> None:
    if b"<!DOCTYPE" in venster or b"<!ENTITY" in venster or b"\0" in venster or len(venster) > 8 * _LANGSTE_TAG:
        raise Bestandsfout(
            _("een werkmap zoals Excel en LibreOffice die bewaren"),
            _("Dit bestand is op een ongewone manier gemaakt. Vertrouw het niet zomaar; bewaar het opnieuw als .xlsx."),
        )
    if tags > _MEESTE_TAGS:
        _weiger_groot_blad(MEESTE_RIJEN + 1, 1)


def _plaats(cel: bytes) -> tuple[int, int]:
    gevonden = _PLAATS.search(cel)
    if not gevonden:
        raise Bestandsfout(
            _("cellen met een adres"), _("Open het bestand in Excel of LibreOffice en bewaar het opnieuw als .xlsx.")
        )
    letters, rij = gevonden.group(1), int(gevonden.group(2))
    if _FOUTWAARDE.search(cel):
        raise Bestandsfout(
            _("cellen zonder foutwaarde zoals #N/B of #DEEL/0!"),
            _("Vervang de formule in cel %(cel)s door de juiste waarde, of maak de cel leeg.")
            % {"cel": f"{letters.decode()}{rij}"},
            rij=rij,
        )
    kolom = 0
    for letter in letters:
        kolom = kolom * 26 + letter - 64
    return kolom, rij


def _weiger_groot_blad(rijen: int, kolommen: int) -> None:
    if rijen <= MEESTE_RIJEN and rijen * kolommen <= MEESTE_CELLEN:
        return
    raise Bestandsfout(
        _("hoogstens %(rijen)s rijen op een Excel-blad") % {"rijen": f"{MEESTE_RIJEN:,}".replace(",", ".")},
        _("Het blad loopt tot rij %(rij)s, kolom %(kolom)s. Haal lege rijen en kolommen weg of lever CSV of Parquet.")
        % {"rij": rijen, "kolom": kolommen},
    )
