"""Drawing a chart: Vega-Lite to SVG without a browser, in our typeface, kept on disk under the hash of its content.

The result obeys the content security policy: presentation attributes only, no style and no script.
"""

import hashlib
import html
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

FONTS = Path(__file__).parent / "fonts"
LETTER = "Source Sans 3"
INKT, GRIJS, LIJN = "#16222e", "#4a5a68", "#d5dbe1"
KLEUREN = ("#125f56", "#c4601a", "#3f5fa8", "#8a3b6b", "#6b6b23", "#555f6b")  # each at least 3:1 on white
PATRONEN = (
    "",
    '<path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke="#ffffff" stroke-width="1.6"/>',
    '<circle cx="4" cy="4" r="1.7" fill="#ffffff"/>',
    '<path d="M0,4 h8" stroke="#ffffff" stroke-width="1.6"/>',
    '<path d="M4,0 v8" stroke="#ffffff" stroke-width="1.6"/>',
    '<path d="M0,4 h8 M4,0 v8" stroke="#ffffff" stroke-width="1.2"/>',
)
CONFIG: Mapping[str, Any] = {
    "font": LETTER,
    "aria": False,
    "background": None,
    "view": {"stroke": None},
    "axis": {"labelFontSize": 14, "labelColor": INKT, "gridColor": LIJN, "tickColor": GRIJS, "labelLimit": 200},
    "legend": {
        "labelFontSize": 14,
        "labelColor": INKT,
        "labelLimit": 0,
        "columnPadding": 18,
        "rowPadding": 5,
        "offset": 20,
    },
    "scale": {"bandPaddingInner": 0.25},
}
VERSIE = "4"  # raise when the drawing itself changes, so that kept drawings are not used again
HOOGSTENS_BEWAARD = 1000


def svg(spec: Mapping[str, Any], *, titel: str, beschrijving: str, taal: str) -> str:
    """The <svg> element with title and description; numbers and months in `taal` ("nl" or "en")."""
    inhoud = json.dumps([VERSIE, titel, beschrijving, taal, spec], sort_keys=True)
    sleutel = hashlib.sha256(inhoud.encode()).hexdigest()[:32]
    bewaard = _bewaarplaats().get(sleutel)
    if isinstance(bewaard, str):
        return bewaard
    beeld = gekeurd(_teken(spec, taal), titel)
    beeld = _met_naam(_met_patronen(beeld, sleutel[:8]), titel, beschrijving, sleutel[:8])
    _bewaarplaats().set(sleutel, beeld)
    return beeld


def prepare() -> None:
    """Load what the first drawing of a process needs (about two seconds), so that no visitor waits for it."""
    import altair  # noqa: F401 - charts are described with it

    _teken({"mark": "bar", "data": {"values": []}}, "nl")


def gekeurd(beeld: str, titel: str) -> str:
    """The same drawing; raises ValueError when it holds what the content security policy of our pages blocks."""
    if re.search(r"<[^>]*\sstyle=|<style|<script", beeld):
        raise ValueError(f"Grafiek '{titel}' bevat opmaak die de browser weigert (style of script).")
    return beeld


@cache
def _bewaarplaats() -> FileBasedCache:
    """Drawn charts in the data folder; part of them is dropped when it is full."""
    map_ = settings.MAP / "cache" / "grafieken"
    return FileBasedCache(str(map_), {"TIMEOUT": None, "OPTIONS": {"MAX_ENTRIES": HOOGSTENS_BEWAARD}})


@cache
def _laad_letters() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def _teken(spec: Mapping[str, Any], taal: str) -> str:
    """The bare SVG of a Vega-Lite description."""
    import vl_convert

    _laad_letters()
    plaats: Literal["en-GB", "nl-NL"] = "en-GB" if taal.startswith("en") else "nl-NL"
    return str(vl_convert.vegalite_to_svg(dict(spec), format_locale=plaats, time_format_locale=plaats))


def _met_naam(beeld: str, titel: str, beschrijving: str, nummer: str) -> str:
    """Make the drawing one image with a name and a description; the parts inside lose their own roles and classes."""
    beeld = re.sub(r'\s(?:role|class|aria-[a-z]+)="[^"]*"', "", beeld)
    kop = f'<svg role="img" aria-labelledby="t{nummer} d{nummer}" focusable="false"'
    namen = f'<title id="t{nummer}">{html.escape(titel)}</title><desc id="d{nummer}">{html.escape(beschrijving)}</desc>'
    return re.sub(r"<svg([^>]*)>", lambda oud: f"{kop}{oud[1]}>{namen}", beeld, count=1)


def _met_patronen(beeld: str, nummer: str) -> str:
    """Hatch the bars (and legend squares) of every series but the first, so that they differ without colour.

    Bars are recognised by our outline: the fill of a series with a stroke in ink. Points and lines stay plain.
    """
    gebruikt = []
    for plaats, kleur in enumerate(KLEUREN[1:], start=1):
        vulling = re.compile(rf'fill="{kleur}" stroke="{INKT}"')
        beeld, aantal = vulling.subn(f'fill="url(#p{nummer}-{plaats})" stroke="{INKT}"', beeld)
        if aantal:
            gebruikt.append(_patroon(nummer, plaats))
    return re.sub(r"(<svg[^>]*>)", rf"\1<defs>{''.join(gebruikt)}</defs>", beeld, count=1) if gebruikt else beeld


def _patroon(nummer: str, plaats: int) -> str:
    return (
        f'<pattern id="p{nummer}-{plaats}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{KLEUREN[plaats]}"/>{PATRONEN[plaats]}</pattern>'
    )
