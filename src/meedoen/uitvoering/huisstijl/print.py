"""Reports and letters as PDF: Typst, tagged and PDF/UA-1, in our own typeface, the same on every machine.

A template lies in the `typst/` folder of its app and begins with `#import "/huisstijl/typst/huisstijl.typ": *`. It
reads `gegevens` (what the caller gave) and `huis` (language, words, version). No system font is used.
"""

import datetime
import functools
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from ..kern import clock
from . import formats
from .charts import Grafiek

UITVOERING = Path(__file__).resolve().parents[1]
FONTS = Path(__file__).parent / "fonts"


class DrukFout(RuntimeError):
    """A document could not be made: which template, what is wrong, where."""


def maak_pdf(sjabloon: str, gegevens: Mapping[str, Any], *, taal: str | None = None) -> bytes:
    """The PDF of a template, named from `uitvoering/`: "verantwoording/typst/antwoord.typ".

    `taal` is "nl" or "en"; by default that of the screen. In `gegevens` a date becomes "1 januari 2015", a number
    "2.756" (write an amount yourself, with `formats.bedrag`), None stays none, a Grafiek becomes its drawing with
    description and table. Raises DrukFout, also for what Typst only warns about, such as a missing font: a document
    that looks wrong must not go out.
    """
    bron = UITVOERING / sjabloon
    if not bron.is_file():
        raise DrukFout(f"Het sjabloon '{sjabloon}' bestaat niet; verwacht een bestand onder {UITVOERING.name}/.")
    with override(taal or get_language() or "nl"):
        invoer = {"gegevens": _json(gegevens), "huis": _json(_huis())}
    try:
        pdf, waarschuwingen = typst.Compiler(
            input=bron, root=UITVOERING, font_paths=_letters(), sys_inputs=invoer
        ).compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=clock.nu().replace(microsecond=0))
    except typst.TypstError as fout:
        raise DrukFout(_melding(sjabloon, fout)) from fout
    if waarschuwingen:
        raise DrukFout(_melding(sjabloon, waarschuwingen[0]))
    if not isinstance(pdf, bytes):
        raise DrukFout(f"'{sjabloon}' gaf geen PDF.")
    return pdf


@functools.cache
def _letters() -> typst.Fonts:
    """Only the typeface we ship (and those inside Typst): the result must not depend on the machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


def _huis() -> dict[str, Any]:
    """What every document needs besides its own content, in the language of the document."""
    return {
        "taal": get_language() or "nl",
        "versie": version("meedoen"),
        "gemaakt_op": formats.datum(clock.vandaag()),
        "woorden": {
            "bladzijde": _("Bladzijde"),
            "van": _("van"),
            "bron": _("Bron:"),
            "gemaakt": _("Gemaakt op"),
            "tabel": _("De getallen"),
            "onbekend": formats.onbekend(),
        },
    }


def _json(waarde: Mapping[str, Any]) -> str:
    return json.dumps(waarde, default=_schrijf, ensure_ascii=False)


def _schrijf(waarde: object) -> object:
    """How a value that JSON doesn't know stands in a document for people."""
    if isinstance(waarde, Promise):
        return str(waarde)
    if isinstance(waarde, datetime.date):
        return formats.datum(waarde)
    if isinstance(waarde, Decimal | Fraction):
        return formats.getal(waarde)
    if isinstance(waarde, Grafiek):
        return {
            "svg": waarde.svg(),
            "titel": waarde.titel,
            "beschrijving": waarde.beschrijving,
            "koppen": waarde.koppen,
            "rijen": waarde.rijen,
            "eenheid": waarde.eenheid,
            "bron": waarde.bron,
        }
    raise DrukFout(f"Een {type(waarde).__name__} kan niet in een document; maak er eerst tekst van.")


def _melding(sjabloon: str, fout: typst.TypstError | typst.TypstWarning) -> str:
    plaats = f" ({fout.trace[0]})" if fout.trace else ""
    hint = f" Tip: {' '.join(fout.hints)}" if fout.hints else ""
    return f"'{sjabloon}' kan niet worden gedrukt: {fout.message}{plaats}.{hint}"
