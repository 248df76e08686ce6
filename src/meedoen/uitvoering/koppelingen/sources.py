"""Which files hold which blad: a folder, a zip, a workbook or one file, and the fault when that isn't clear."""

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from . import csv_reader, parquet_reader, xlsx_reader
from .archives import pak_uit
from .bladen import BLADEN
from .faults import Bestandsfout, Fout
from .kolommen import Blad

VORMEN = {".csv": "csv", ".parquet": "parquet", ".xlsx": "xlsx"}
ONGELEZEN_TABBLADEN = frozenset({"uitleg", "keuzes"})
"""Sheets of the template that hold no rows."""


@dataclass(frozen=True)
class Bron:
    """Where the rows of one blad stand. `naam` is how the person who offered the file knows it."""

    pad: Path
    naam: str
    vorm: str
    blad: Blad
    tabblad: str = ""


def vind_bronnen(pad: Path, *, naam: str, blad: str, werkmap: Path) -> tuple[list[Bron], list[Fout]]:
    """The sources of every blad in this file or folder, in the order of loading, and every fault on the way.

    `naam`: the name to show; `blad`: name of the blad for a single file, "" to take it from the name of the file or
    sheet; `werkmap`: where a zip may be unpacked.
    """
    try:
        gevonden, fouten = _zoek(pad, naam, blad, werkmap)
    except Bestandsfout as fout:
        return [], [fout.als_fout(naam, blad)]
    bronnen: dict[str, Bron] = {}
    for bron in gevonden:
        if bron.blad.naam in bronnen:
            fouten.append(
                Fout(
                    bron.naam,
                    bron.blad.naam,
                    None,
                    "",
                    "",
                    _("elk blad in één bestand"),
                    _("'%(een)s' en '%(twee)s' bevatten hetzelfde blad. Voeg ze samen of haal er een weg.")
                    % {"een": bronnen[bron.blad.naam].naam, "twee": bron.naam},
                )
            )
        bronnen.setdefault(bron.blad.naam, bron)
    return [bronnen[naam] for naam in BLADEN if naam in bronnen], fouten


def lees_rijen(bron: Bron) -> Iterator[tuple[int, list[str]]]:
    """The rows of a source as text, numbered as a spreadsheet does; the header comes first. Raises Bestandsfout."""
    if bron.vorm == "csv":
        return csv_reader.lees(bron.pad, verwacht=bron.blad.kolomnamen)
    if bron.vorm == "parquet":
        return parquet_reader.lees(bron.pad)
    return xlsx_reader.lees(bron.pad, bron.tabblad)


def _zoek(pad: Path, naam: str, blad: str, werkmap: Path) -> tuple[list[Bron], list[Fout]]:
    if pad.is_dir():
        return _uit_map(sorted(pad.iterdir()))
    if not pad.is_file():
        raise Bestandsfout(_("een bestand of map"), _("Er staat niets op deze plek. Kijk de naam na."))
    einde = Path(naam).suffix.lower()
    if einde == ".zip":
        uitpakplek = werkmap / "uitgepakt"
        uitpakplek.mkdir()
        return _uit_map(sorted(pak_uit(pad, uitpakplek)))
    if einde not in VORMEN:
        raise Bestandsfout(
            _("een bestand dat eindigt op .csv, .xlsx, .parquet of .zip"),
            _("Bewaar het register in een van deze vormen. Een sjabloon staat op het scherm Importeren."),
            waarde=einde,
        )
    _weiger_verkeerde_inhoud(pad, VORMEN[einde])
    if VORMEN[einde] == "xlsx":
        return _uit_werkmap(pad, naam, blad)
    keuze = blad or Path(naam).stem.lower()
    if keuze not in BLADEN:
        raise _onbekend_blad(keuze, _("Geef het bestand de naam van het blad, of noem het blad met --blad."))
    return [Bron(pad, naam, VORMEN[einde], BLADEN[keuze])], []


def _uit_map(paden: list[Path]) -> tuple[list[Bron], list[Fout]]:
    bronnen: list[Bron] = []
    fouten: list[Fout] = []
    for pad in paden:
        einde = pad.suffix.lower()
        if not pad.is_file() or pad.name.startswith(".") or einde not in VORMEN:
            continue
        try:
            if einde == ".xlsx":
                raise Bestandsfout(_("CSV- of Parquet-bestanden"), _("Lees een Excel-werkmap apart in."))
            if pad.stem.lower() not in BLADEN:
                raise _onbekend_blad(pad.stem, _("Geef het bestand de naam van het blad, of haal het uit de map."))
            _weiger_verkeerde_inhoud(pad, VORMEN[einde])
            bronnen.append(Bron(pad, pad.name, VORMEN[einde], BLADEN[pad.stem.lower()]))
        except Bestandsfout as fout:
            fouten.append(fout.als_fout(pad.name, ""))
    if not bronnen and not fouten:
        raise Bestandsfout(
            _("bestanden zoals personen.csv of personen.parquet"), _("Er staat geen blad van het register in.")
        )
    return bronnen, fouten


def _uit_werkmap(pad: Path, naam: str, blad: str) -> tuple[list[Bron], list[Fout]]:
    tabbladen = xlsx_reader.tabbladen(pad)
    if blad:
        if blad not in BLADEN:
            raise _onbekend_blad(blad, _("Noem een blad van het register."))
        tabblad = tabbladen[0] if len(tabbladen) == 1 else blad
        if tabblad not in tabbladen:
            raise Bestandsfout(_("een tabblad met de naam %(blad)s") % {"blad": blad}, _("Geef het tabblad die naam."))
        return [Bron(pad, naam, "xlsx", BLADEN[blad], tabblad)], []
    bronnen: list[Bron] = []
    fouten: list[Fout] = []
    for tabblad in tabbladen:
        sleutel = tabblad.strip().lower()
        if sleutel in BLADEN:
            bronnen.append(Bron(pad, f"{naam} [{tabblad}]", "xlsx", BLADEN[sleutel], tabblad))
        elif sleutel not in ONGELEZEN_TABBLADEN:
            fout = _onbekend_blad(tabblad, _("Geef het tabblad de naam van een blad, of haal het weg."))
            fouten.append(fout.als_fout(naam, ""))
    if not bronnen and not fouten:
        raise Bestandsfout(_("een tabblad zoals 'personen'"), _("Gebruik het sjabloon; daar staan alle tabbladen in."))
    return bronnen, fouten


def _onbekend_blad(gevonden: str, herstel: str) -> Bestandsfout:
    lijkt_op = lijkt_het_meest_op(gevonden, BLADEN)
    return Bestandsfout(
        _("een van de bladen: %(bladen)s") % {"bladen": ", ".join(BLADEN)},
        (_("Bedoelt u '%(naam)s'?") % {"naam": lijkt_op} + " " if lijkt_op else "") + herstel,
        waarde=gevonden,
    )


def lijkt_het_meest_op(gevonden: str, bekend: Collection[str]) -> str:
    """The known name nearest to what was found, or "" when nothing comes near."""
    return next(iter(difflib.get_close_matches(gevonden.casefold(), bekend, n=1, cutoff=0.6)), "")


def _weiger_verkeerde_inhoud(pad: Path, vorm: str) -> None:
    with pad.open("rb") as bestand:
        begin = bestand.read(8)
    herstel = ""
    if not begin:
        raise Bestandsfout(_("een bestand met een rij kolomnamen en rijen"), _("Het bestand is leeg."))
    if vorm == "csv" and begin.startswith((b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0")):
        herstel = _("De inhoud is geen CSV maar een werkmap, zip of Parquet. Geef het bestand het juiste einde.")
    elif vorm == "parquet" and not begin.startswith(b"PAR1"):
        herstel = _("De inhoud is geen Parquet. Geef het bestand het juiste einde of maak het opnieuw.")
    elif vorm == "xlsx" and begin.startswith(b"\xd0\xcf\x11\xe0"):
        herstel = _("Dit is een oude Excel-vorm (.xls) of een werkmap met wachtwoord. Bewaar hem opnieuw als .xlsx.")
    elif vorm == "xlsx" and not begin.startswith(b"PK"):
        herstel = _("De inhoud is geen Excel-werkmap. Geef het bestand het juiste einde of maak het opnieuw.")
    if herstel:
        raise Bestandsfout(_("een bestand waarvan naam en inhoud kloppen"), herstel)
