"""Rows of a workbook, after the guard has walked through it."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from ..kern.text_cells import als_tekst
from .faults import Bestandsfout
from .workbook_guard import controleer_werkmap


def tabbladen(pad: Path) -> list[str]:
    """Names of the sheets, in order. Guards the workbook first; raises Bestandsfout."""
    import python_calamine

    controleer_werkmap(pad)
    try:
        return list(python_calamine.CalamineWorkbook.from_path(pad).sheet_names)
    except python_calamine.CalamineError as fout:
        raise _onleesbaar() from fout


def lees(pad: Path, tabblad: str) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of one sheet that `tabbladen` named, header first; empty rows are counted and left out."""
    import python_calamine

    try:
        blad = python_calamine.CalamineWorkbook.from_path(pad).get_sheet_by_name(tabblad)
        for rij, cellen in enumerate(blad.iter_rows(), start=1):
            tekst = [als_tekst(cel) for cel in cellen]
            if any(tekst):
                yield rij, tekst
    except python_calamine.CalamineError as fout:
        raise _onleesbaar() from fout


def _onleesbaar() -> Bestandsfout:
    return Bestandsfout(
        _("een leesbare Excel-werkmap"), _("Open het bestand in Excel of LibreOffice en bewaar het opnieuw als .xlsx.")
    )
