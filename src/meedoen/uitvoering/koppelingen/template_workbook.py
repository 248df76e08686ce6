"""The template: an empty workbook with a sheet per blad, pick lists, and a sheet that explains every column."""

import io
from typing import Any

from django.utils.translation import gettext as _

from .bladen import BLADEN
from .facts import bekende_feiten, omschrijving
from .kolommen import Blad, Kolom, Type

LAATSTE_RIJ = 50_000
"""Down to this row the pick lists and cell formats reach."""


def maak_sjabloon() -> bytes:
    """The workbook as bytes. Examples stand on the sheet "uitleg": on the other sheets they would be read in."""
    import xlsxwriter

    uit = io.BytesIO()
    werkmap = xlsxwriter.Workbook(uit, {"in_memory": True})
    opmaak = {
        "kop": werkmap.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"}),
        "verplicht": werkmap.add_format({"bold": True, "bottom": 1, "bg_color": "#C9DCEC"}),
        "tekst": werkmap.add_format({"num_format": "@"}),
        "datum": werkmap.add_format({"num_format": "yyyy-mm-dd"}),
        "uitleg": werkmap.add_format({"text_wrap": True, "valign": "top"}),
    }
    _schrijf_uitleg(werkmap.add_worksheet("uitleg"), opmaak)
    bladen = [(werkmap.add_worksheet(blad.naam), blad) for blad in BLADEN.values()]
    feiten = bekende_feiten()
    keuzes = werkmap.add_worksheet("keuzes")
    keuzes.write_row(0, 0, [_("feit"), _("waarde"), _("vraag"), _("artikel")], opmaak["kop"])
    keuzes.set_column(0, 1, 40)
    keuzes.set_column(2, 3, 70, opmaak["uitleg"])
    for plaats, (naam, feit) in enumerate(feiten.items(), start=1):
        keuzes.write_row(plaats, 0, [naam, omschrijving(feit), feit.vraag, feit.artikel])
    for vel, blad in bladen:
        _schrijf_blad(vel, blad, opmaak, len(feiten))
    werkmap.close()
    return uit.getvalue()


def _schrijf_blad(vel: Any, blad: Blad, opmaak: dict[str, Any], aantal_feiten: int) -> None:
    vel.freeze_panes(1, 0)
    for plaats, kolom in enumerate(blad.kolommen):
        vel.set_column(plaats, plaats, max(12, len(kolom.naam) + 2), opmaak[_celvorm(kolom)])
        vel.write_string(0, plaats, kolom.naam, opmaak["verplicht" if kolom.is_verplicht else "kop"])
        vel.write_comment(0, plaats, f"{_(kolom.omschrijving)}\n{_(kolom.type.value)}")
        if regel := _keuzelijst(kolom, aantal_feiten):
            vel.data_validation(1, plaats, LAATSTE_RIJ, plaats, regel)


def _celvorm(kolom: Kolom) -> str:
    return "datum" if kolom.type is Type.DATUM else "tekst"


def _keuzelijst(kolom: Kolom, aantal_feiten: int) -> dict[str, object] | None:
    keuzes: object = list(kolom.keuzes)
    if kolom.type is Type.JANEE:
        keuzes = ["ja", "nee"]
    elif kolom.type is Type.FEIT:
        keuzes = f"=keuzes!$A$2:$A${aantal_feiten + 1}"
    if not keuzes:
        return None
    return {
        "validate": "list",
        "source": keuzes,
        "error_title": _("Kies uit de lijst"),
        "error_message": _("Deze waarde staat niet in de lijst."),
    }


def _schrijf_uitleg(vel: Any, opmaak: dict[str, Any]) -> None:
    vel.set_column(0, 1, 22, opmaak["uitleg"])
    vel.set_column(2, 2, 10, opmaak["uitleg"])
    vel.set_column(3, 5, 44, opmaak["uitleg"])
    for plaats, regel in enumerate(_inleiding()):
        vel.write_string(plaats, 0, regel)
    rij = len(_inleiding()) + 1
    kop = [_("blad"), _("kolom"), _("verplicht"), _("wat het is"), _("vorm of keuzes"), _("voorbeeld")]
    vel.write_row(rij, 0, kop, opmaak["kop"])
    for blad in BLADEN.values():
        rij += 1
        vel.write_row(rij, 0, [blad.naam, "", "", _(blad.omschrijving)])
        for kolom in blad.kolommen:
            rij += 1
            verplicht = _("ja") if kolom.is_verplicht else _("nee")
            vorm = ", ".join(kolom.keuzes) or _(kolom.type.value)
            cellen = [blad.naam, kolom.naam, verplicht, _(kolom.omschrijving), vorm, kolom.voorbeeld]
            for plaats, cel in enumerate(cellen):
                vel.write_string(rij, plaats, cel)


def _inleiding() -> list[str]:
    return [
        _("Register inlezen in Meedoen"),
        _("Vul per blad de rijen in onder de kolomnamen. Laat de kolomnamen staan; ongebruikte bladen blijven leeg."),
        _("Donkere kolommen zijn verplicht. Een lege cel betekent: niet bekend, of loopt nog."),
        _("Periodes lopen van 'vanaf' (die dag telt mee) tot 'tot' (die dag telt niet mee)."),
        _("Lever een register van meer dan 100.000 rijen per blad aan als CSV of Parquet, met dezelfde kolommen."),
    ]
