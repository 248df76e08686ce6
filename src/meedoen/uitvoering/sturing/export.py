"""The cases behind a figure as a file. No BSN, and no cell that a spreadsheet would run as a formula."""

import csv
import io
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import gettext as _

from ..huisstijl import formats
from ..kern.text_cells import maak_onschadelijk
from .cases import Geval
from .figures import Cijfer


def _kop(cijfer: Cijfer) -> list[str]:
    kolommen = [str(kolom.kop) for kolom in cijfer.definitie.kolommen]
    return [_("Dossiernummer"), _("Naam"), _("Gemeente"), *kolommen, _("Telt mee voor")]


def _rijen(gevallen: Iterable[Geval]) -> Iterable[list[str]]:
    for geval in gevallen:
        bijdrage = formats.getal(1 if geval.bijdrage is None else geval.bijdrage, None if geval.bijdrage is None else 4)
        yield [maak_onschadelijk(c) for c in (geval.nummer, geval.naam, geval.gemeente, *geval.cellen, bijdrage)]


def _herkomst(cijfer: Cijfer) -> list[list[str]]:
    """What the file is, so that it can still be understood when it has left the page."""
    definitie = cijfer.definitie
    return [
        [_("Cijfer"), str(definitie.naam)],
        [_("Definitie"), str(definitie.omschrijving)],
        [_("Eenheid"), definitie.eenheid.value],
        [_("Gebied"), cijfer.gebied.naam],
        [_("Peildatum"), cijfer.peildatum.isoformat()],
        [_("Bron"), str(definitie.bron)],
    ]


def als_csv(cijfer: Cijfer, gevallen: Iterable[Geval]) -> bytes:
    """Semicolons and UTF-8 with a mark, as Dutch spreadsheets expect. One header row, one row per case."""
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(_kop(cijfer))
    schrijver.writerows(_rijen(gevallen))
    return buffer.getvalue().encode("utf-8-sig")


def als_xlsx(cijfer: Cijfer, gevallen: Iterable[Geval]) -> bytes:
    """A workbook: the cases on one sheet, definition and reference date on another."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as boek:
        vet = boek.add_format({"bold": True})
        blad = boek.add_worksheet(_("gevallen"))
        blad.write_row(0, 0, _kop(cijfer), vet)
        blad.freeze_panes(1, 0)
        for nummer, rij in enumerate(_rijen(gevallen), start=1):
            for kolom, tekst in enumerate(rij):
                blad.write_string(nummer, kolom, tekst)
        uitleg = boek.add_worksheet(_("herkomst"))
        for nummer, rij in enumerate(_herkomst(cijfer)):
            uitleg.write_string(nummer, 0, rij[0], vet)
            uitleg.write_string(nummer, 1, rij[1])
    return buffer.getvalue()
