"""Charts: one description, drawn as SVG without a browser, the same on the page and in the PDF, always with its numbers in words.

A chart obeys the content security policy (presentation attributes only), reads without colour (patterns, dashes, shapes, labels)
and is drawn twice for the page: wide, and narrow for a phone. Drawing takes some 50 ms, so the result is kept on disk under its content.
"""

import datetime
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import formats

FONTS = Path(__file__).parent / "fonts"
LETTER = "Source Sans 3"
INKT, GRIJS, LIJN = "#16222e", "#4a5a68", "#d5dbe1"
# Far apart in lightness as well as in hue; contrast with white at least 3:1, except where a pattern and outline carry it.
KLEUREN = ("#125f56", "#c4601a", "#3f5fa8", "#8a3b6b", "#6b6b23", "#555f6b")
STREPEN = ([1, 0], [6, 3], [2, 3], [8, 3, 2, 3], [1, 4], [12, 4])
BREED, SMAL, HOOGTE = 600, 300, 260
VERSIE = "1"  # raise when the drawing itself changes, so that kept drawings are not used again


@dataclass(frozen=True)
class Punt:
    """One value in a chart: its category (text, or a date for a time axis), its series, its value (None: unknown, left open)."""

    rubriek: str | datetime.date
    reeks: str
    waarde: Decimal | int | None


@dataclass(frozen=True)
class Grafiek:
    """A chart with what a reader who doesn't see it needs: title, description, the table of its numbers and their source."""

    titel: str
    beschrijving: str
    spec: Mapping[str, Any]
    koppen: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    eenheid: str = ""
    bron: str = ""
    url: str = ""

    def svg(self, is_smal: bool = False) -> SafeString:
        """The drawing as an <svg> element with title and description; `is_smal` for a phone. From disk when drawn before."""
        spec = {**self.spec, "width": SMAL} if is_smal else dict(self.spec)
        taal = get_language() or "nl"
        inhoud = json.dumps([VERSIE, self.titel, self.beschrijving, taal, spec], sort_keys=True)
        sleutel = hashlib.sha256(inhoud.encode()).hexdigest()[:32]
        bewaard = _bewaarplaats().get(sleutel)
        if bewaard is None:
            bewaard = _maak_toegankelijk(_teken(spec, taal), self, sleutel[:8])
            _bewaarplaats().set(sleutel, bewaard)
        return mark_safe(bewaard)


def staafgrafiek(
    *,
    titel: str,
    beschrijving: str,
    punten: Sequence[Punt],
    eenheid: str,
    rubriek: str = "",
    merkreeks: str = "",
    bron: str = "",
    url: str = "",
) -> Grafiek:
    """Bars beside each other per category. The series `merkreeks` (a target, the Kadernota) is drawn as a line across the bars."""
    import altair as alt

    reeksen = [reeks for reeks in _reeksen(punten) if reeks != merkreeks]
    x = alt.X(
        "rubriek:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, domainColor=GRIJS, ticks=False, labelPadding=8)
    )
    y = alt.Y("waarde:Q", title=None, axis=alt.Axis(format=",~f", tickCount=5, domain=False, ticks=False))
    staven = alt.Chart().transform_filter(alt.FieldOneOfPredicate(field="reeks", oneOf=reeksen))
    kleur = alt.Color(
        "reeks:N",
        scale=alt.Scale(domain=reeksen, range=list(KLEUREN[: len(reeksen)])),
        legend=_legenda("square", len(reeksen)),
    )
    naast = alt.XOffset("reeks:N", sort=None, scale=alt.Scale(domain=reeksen, paddingInner=0.08))
    lagen = [staven.mark_bar(stroke=INKT, strokeWidth=0.6).encode(x=x, y=y, xOffset=naast, color=kleur)]
    if len(punten) <= 24:
        tekst = alt.Text("waarde:Q", format=",~f")
        lagen.append(staven.mark_text(dy=-7, color=INKT, fontSize=13).encode(x=x, y=y, xOffset=naast, text=tekst))
    if merkreeks:
        merk = alt.Chart().transform_filter(alt.FieldEqualPredicate(field="reeks", equal=merkreeks))
        merkkleur = alt.Color(
            "reeks:N", scale=alt.Scale(domain=[merkreeks], range=[INKT]), legend=_legenda("stroke", 2)
        )
        lagen.append(merk.mark_tick(thickness=3, bandSize=0, size=1).encode(x=x, y=y, color=merkkleur))
    beeld = alt.layer(*lagen, data=_gegevens(punten)).resolve_scale(color="independent")
    return _grafiek(beeld, titel, beschrijving, punten, eenheid, rubriek, bron, url)


def lijngrafiek(
    *,
    titel: str,
    beschrijving: str,
    punten: Sequence[Punt],
    eenheid: str,
    rubriek: str = "",
    bron: str = "",
    url: str = "",
    is_vanaf_nul: bool = True,
) -> Grafiek:
    """Lines over time or ordered categories. An unknown value leaves a gap; series differ in colour, dash and point shape."""
    import altair as alt

    reeksen = _reeksen(punten)
    is_tijd = isinstance(punten[0].rubriek, datetime.date) if punten else False
    as_x = alt.Axis(labelAngle=0, domainColor=GRIJS, tickColor=GRIJS, grid=False, labelPadding=6, labelOverlap=True)
    if is_tijd:
        x = alt.X("rubriek:T", title=None, scale=alt.Scale(type="utc"), axis=as_x)
    else:
        x = alt.X("rubriek:O", sort=None, title=None, axis=as_x)
    y = alt.Y(
        "waarde:Q",
        title=None,
        scale=alt.Scale(zero=is_vanaf_nul),
        axis=alt.Axis(format=",~f", tickCount=5, domain=False, ticks=False),
    )
    legenda = _legenda("stroke", len(reeksen))
    kleur = alt.Color("reeks:N", scale=alt.Scale(domain=reeksen, range=list(KLEUREN[: len(reeksen)])), legend=legenda)
    streep = alt.StrokeDash(
        "reeks:N", scale=alt.Scale(domain=reeksen, range=list(STREPEN[: len(reeksen)])), legend=legenda
    )
    vorm = alt.Shape("reeks:N", scale=alt.Scale(domain=reeksen), legend=None)
    lijn = (
        alt.Chart()
        .mark_line(strokeWidth=2.5, invalid="break-paths-show-domains")
        .encode(x=x, y=y, color=kleur, strokeDash=streep)
    )
    lagen = [lijn]
    if len(punten) <= 80:
        lagen.append(alt.Chart().mark_point(size=50, filled=True, opacity=1).encode(x=x, y=y, color=kleur, shape=vorm))
    return _grafiek(alt.layer(*lagen, data=_gegevens(punten)), titel, beschrijving, punten, eenheid, rubriek, bron, url)


def _reeksen(punten: Sequence[Punt]) -> list[str]:
    """The series in the order in which they first occur; more than six cannot be told apart, so that is refused."""
    reeksen = list(dict.fromkeys(punt.reeks for punt in punten))
    if len(reeksen) > len(KLEUREN):
        raise ValueError(
            f"{len(reeksen)} reeksen in één grafiek zijn niet te onderscheiden; neem er hoogstens {len(KLEUREN)}."
        )
    return reeksen


def _rubriektekst(rubriek: str | datetime.date) -> str:
    return rubriek.isoformat() if isinstance(rubriek, datetime.date) else rubriek


def _gegevens(punten: Sequence[Punt]) -> Any:
    import altair as alt

    waarden = [
        {"rubriek": _rubriektekst(p.rubriek), "reeks": p.reeks, "waarde": None if p.waarde is None else float(p.waarde)}
        for p in punten
    ]
    return alt.Data(values=waarden)


def _legenda(symbool: str, aantal: int) -> Any:
    """The legend above the chart; none for a single series, because the title says it."""
    import altair as alt

    if aantal < 2:
        return None
    return alt.Legend(title=None, orient="top", symbolType=symbool, symbolSize=180, labelLimit=280, columns=2)


def _grafiek(
    beeld: Any, titel: str, beschrijving: str, punten: Sequence[Punt], eenheid: str, rubriek: str, bron: str, url: str
) -> Grafiek:
    config = {
        "font": LETTER,
        "aria": False,
        "background": None,
        "view": {"stroke": None},
        "axis": {"labelFontSize": 14, "labelColor": INKT, "gridColor": LIJN, "labelLimit": 200},
        "legend": {"labelFontSize": 14, "labelColor": INKT},
        "scale": {"bandPaddingInner": 0.25},
    }
    spec = beeld.properties(width=BREED, height=HOOGTE).to_dict() | {"config": config, "autosize": {"type": "pad"}}
    reeksen = _reeksen(punten)
    waarde = {(p.rubriek, p.reeks): p.waarde for p in punten}
    rijen = tuple(
        (_rubrieknaam(r), *(formats.getal(waarde[r, reeks]) if (r, reeks) in waarde else "-" for reeks in reeksen))
        for r in dict.fromkeys(p.rubriek for p in punten)
    )
    return Grafiek(titel, beschrijving, spec, (rubriek or _("Rubriek"), *reeksen), rijen, eenheid, bron, url)


def _rubrieknaam(rubriek: str | datetime.date) -> str:
    return formats.datum(rubriek) if isinstance(rubriek, datetime.date) else rubriek


@cache
def _bewaarplaats() -> FileBasedCache:
    """Drawn charts, at most 1.000, in the data folder; the oldest part is dropped when it is full."""
    return FileBasedCache(
        str(settings.MAP / "cache" / "grafieken"), {"TIMEOUT": None, "OPTIONS": {"MAX_ENTRIES": 1000}}
    )


@cache
def _laad_letters() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def _teken(spec: Mapping[str, Any], taal: str) -> str:
    """The bare SVG of a Vega-Lite description, numbers and months in the language of the screen."""
    import vl_convert

    _laad_letters()
    plaats = "en-GB" if taal.startswith("en") else "nl-NL"
    return str(vl_convert.vegalite_to_svg(dict(spec), format_locale=plaats, time_format_locale=plaats))


def _maak_toegankelijk(svg: str, grafiek: Grafiek, nummer: str) -> str:
    """Add title, description and patterns; refuse anything that the content security policy would block."""
    if "style=" in svg or "<style" in svg or "<script" in svg:
        raise ValueError(f"Grafiek '{grafiek.titel}' bevat opmaak die de browser weigert (style of script).")
    titel, beschrijving = html.escape(grafiek.titel), html.escape(grafiek.beschrijving)
    patronen = "".join(_patroon(nummer, i, kleur) for i, kleur in enumerate(KLEUREN) if i)
    for i, kleur in enumerate(KLEUREN):
        if i:
            svg = svg.replace(f'fill="{kleur}" stroke="{INKT}"', f'fill="url(#p{nummer}-{i})" stroke="{INKT}"')
            svg = re.sub(
                rf'(class="mark-symbol role-legend-symbol".*?)fill="{kleur}"', rf'\1fill="url(#p{nummer}-{i})"', svg
            )
    kop = re.search(r"<svg[^>]*>", svg)
    if kop is None:
        raise ValueError(f"Grafiek '{grafiek.titel}' kon niet worden getekend.")
    nieuw = kop[0].replace("<svg", f'<svg role="img" aria-labelledby="t{nummer} d{nummer}" focusable="false"', 1)
    nieuw += f'<title id="t{nummer}">{titel}</title><desc id="d{nummer}">{beschrijving}</desc><defs>{patronen}</defs>'
    return svg[: kop.start()] + nieuw + svg[kop.end() :]


def _patroon(nummer: str, plaats: int, kleur: str) -> str:
    """A hatch in the colour of series `plaats`, so that series differ without colour too."""
    strepen = {
        1: '<path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke="#fff" stroke-width="1.6"/>',
        2: '<circle cx="4" cy="4" r="1.7" fill="#fff"/>',
        3: '<path d="M0,4 h8" stroke="#fff" stroke-width="1.6"/>',
        4: '<path d="M4,0 v8" stroke="#fff" stroke-width="1.6"/>',
        5: '<path d="M0,4 h8 M4,0 v8" stroke="#fff" stroke-width="1.2"/>',
    }[plaats]
    return (
        f'<pattern id="p{nummer}-{plaats}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{kleur}"/>{strepen}</pattern>'
    )
