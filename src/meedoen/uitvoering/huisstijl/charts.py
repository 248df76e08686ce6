"""Charts as data: what is drawn, and everything a reader who doesn't see it needs. `drawing.py` makes the SVG.

A chart reads without colour: bars differ in pattern and carry their value, lines differ in dash and point shape, a
target is a line across the bars. Altair is loaded when the first chart is described, not when the application starts.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import drawing, formats

STREPEN = ([1, 0], [6, 3], [2, 3], [8, 3, 2, 3], [1, 4], [12, 4])
VORMEN = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
BREED, SMAL, HOOGTE = 600, 280, 250
PUNTEN_PER_LETTER, PUNTEN_PER_SYMBOOL = 7, 36  # width of an average letter, and of a legend symbol with its space
WOORD_PER_REGEL = "length(datum.label) > 9 ? split(datum.label, ' ') : datum.label"  # long names fit under their bar
HOOGSTENS_MET_LABEL = 24  # more values than this in one chart would write over each other


@dataclass(frozen=True)
class Punt:
    """One value: its category (text, or a date for a time axis), its series, its value (None: unknown, left open)."""

    rubriek: str | datetime.date
    reeks: str
    waarde: Decimal | int | None


@dataclass(frozen=True)
class Grafiek:
    """A chart: title, description for who doesn't see it, Vega-Lite description, and the table of the same numbers."""

    titel: str
    beschrijving: str
    spec: Mapping[str, Any]
    koppen: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    eenheid: str = ""
    bron: str = ""
    url: str = ""

    def svg(self, is_smal: bool = False) -> SafeString:
        """The <svg> element with title and description, for the page and for print; `is_smal` for a phone."""
        spec = {**self.spec, "width": SMAL if is_smal else BREED, "config": self._config(is_smal)}
        taal = get_language() or "nl"
        return mark_safe(drawing.svg(spec, titel=self.titel, beschrijving=self.beschrijving, taal=taal))

    def _config(self, is_smal: bool) -> dict[str, Any]:
        """The house style, with as many legend entries side by side as fit."""
        langste = max((len(kop) for kop in self.koppen[1:]), default=0)
        kolommen = max(1, (SMAL if is_smal else BREED) // (langste * PUNTEN_PER_LETTER + PUNTEN_PER_SYMBOOL))
        legenda = {"columns": kolommen} | ({"layout": {"top": {"direction": "vertical"}}} if is_smal else {})
        return {**drawing.CONFIG, "legend": {**drawing.CONFIG["legend"], **legenda}}

    def svg_smal(self) -> SafeString:
        """The drawing for a phone (templates cannot pass an argument)."""
        return self.svg(is_smal=True)


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
    """Bars side by side per category. The series `merkreeks` (a target, the Kadernota) is a line across the bars."""
    import altair as alt

    reeksen = [reeks for reeks in _reeksen(punten) if reeks != merkreeks]
    x, y = alt.X("rubriek:N", sort=None, title=None, axis=_as_x(ticks=False, labelExpr=WOORD_PER_REGEL)), _as_y()
    naast = alt.XOffset("reeks:N", sort=None, scale=alt.Scale(domain=reeksen, paddingInner=0.08))
    staven = alt.Chart().transform_filter(alt.FieldOneOfPredicate(field="reeks", oneOf=reeksen))
    staaf = staven.mark_bar(stroke=drawing.INKT, strokeWidth=0.6)
    kleur = _kleur(reeksen, drawing.KLEUREN, _legenda(reeksen, "square", 0.6, is_nodig=bool(merkreeks)))
    lagen: list[Any] = [staaf.encode(x=x, y=y, xOffset=naast, color=kleur)]
    if merkreeks:
        lagen.append(_merk(merkreeks, y))
    if len(punten) <= HOOGSTENS_MET_LABEL:
        label = alt.Text("waarde:Q", format=",~f")
        rand: dict[str, Any] = {"stroke": "#ffffff", "strokeWidth": 4, "strokeJoin": "round"}
        geen: dict[str, Any] = {}
        for opmaak in (rand, geen):
            letter = staven.mark_text(dy=-9, color=drawing.INKT, fontSize=13, **opmaak)
            lagen.append(letter.encode(x=x, y=y, xOffset=naast, text=label))
    beeld = alt.layer(*lagen, data=_gegevens(punten)).resolve_scale(color="independent")
    koppen, rijen = _tabel(punten, rubriek)
    return Grafiek(titel, beschrijving, _spec(beeld), koppen, rijen, eenheid, bron, url)


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
    is_trap: bool = False,
) -> Grafiek:
    """Lines over time (dates) or ordered categories (text). An unknown value leaves a gap, never a zero.

    `is_trap`: each value holds until the next (an amount of law), so the line goes in steps and has no points.
    """
    import altair as alt

    reeksen = _reeksen(punten)
    if punten and isinstance(punten[0].rubriek, datetime.date):
        x = alt.X("rubriek:T", title=None, scale=alt.Scale(type="utc"), axis=_as_x(ticks=True))
    else:
        x = alt.X("rubriek:O", sort=None, title=None, axis=_as_x(ticks=True))
    y = _as_y(is_vanaf_nul)
    legenda = _legenda(reeksen, "stroke", 3) if is_trap else _legenda(reeksen, lijndikte=0)
    kleur = _kleur(reeksen, drawing.KLEUREN, legenda)
    streep = alt.StrokeDash(
        "reeks:N",
        scale=alt.Scale(domain=reeksen, range=list(STREPEN[: len(reeksen)])),
        legend=legenda if is_trap else None,
    )
    vormen = alt.Scale(domain=reeksen, range=list(VORMEN[: len(reeksen)]))
    vorm = alt.Shape("reeks:N", scale=vormen, legend=legenda)
    trap: dict[str, Any] = {"interpolate": "step-after"} if is_trap else {}
    lijn = alt.Chart().mark_line(strokeWidth=2.5, invalid="break-paths-show-domains", **trap)
    lagen: list[Any] = [lijn.encode(x=x, y=y, color=kleur, strokeDash=streep)]
    if not is_trap:
        punt = alt.Chart().mark_point(size=55, filled=True, opacity=1)
        lagen.append(punt.encode(x=x, y=y, color=kleur, shape=vorm))
    beeld = alt.layer(*lagen, data=_gegevens(punten))
    koppen, rijen = _tabel(punten, rubriek)
    return Grafiek(titel, beschrijving, _spec(beeld), koppen, rijen, eenheid, bron, url)


def _reeksen(punten: Sequence[Punt]) -> list[str]:
    """The series in order of first occurrence; more than six cannot be told apart, so that is refused."""
    reeksen = list(dict.fromkeys(punt.reeks for punt in punten))
    if len(reeksen) > len(drawing.KLEUREN):
        hoogstens = len(drawing.KLEUREN)
        raise ValueError(f"{len(reeksen)} reeksen in één grafiek: te veel om te onderscheiden; hoogstens {hoogstens}.")
    return reeksen


def _gegevens(punten: Sequence[Punt]) -> Any:
    import altair as alt

    def rij(punt: Punt) -> dict[str, str | float | None]:
        plaats = punt.rubriek.isoformat() if isinstance(punt.rubriek, datetime.date) else punt.rubriek
        return {"rubriek": plaats, "reeks": punt.reeks, "waarde": None if punt.waarde is None else float(punt.waarde)}

    return alt.InlineData(values=[rij(punt) for punt in punten])


def _as_x(*, ticks: bool, **meer: Any) -> Any:
    import altair as alt

    stijl: dict[str, Any] = {"labelAngle": 0, "domainColor": drawing.GRIJS, "grid": False, "labelPadding": 7}
    return alt.Axis(ticks=ticks, labelOverlap=ticks, **stijl, **meer)


def _as_y(is_vanaf_nul: bool = True) -> Any:
    import altair as alt

    as_ = alt.Axis(format=",~f", tickCount=5, domain=False, ticks=False, labelPadding=8)
    return alt.Y("waarde:Q", title=None, scale=alt.Scale(zero=is_vanaf_nul), axis=as_)


def _kleur(reeksen: list[str], kleuren: Sequence[str], legenda: Any) -> Any:
    import altair as alt

    return alt.Color("reeks:N", scale=alt.Scale(domain=reeksen, range=list(kleuren[: len(reeksen)])), legend=legenda)


def _legenda(
    reeksen: list[str], symbool: str | None = None, lijndikte: float | None = None, is_nodig: bool = False
) -> Any:
    """The legend above the chart; none for a single series that stands alone, because the title says it."""
    import altair as alt

    if len(reeksen) < 2 and not is_nodig:
        return None
    stijl = {"symbolType": symbool, "symbolStrokeWidth": lijndikte}
    gekozen: dict[str, Any] = {naam: waarde for naam, waarde in stijl.items() if waarde is not None}
    return alt.Legend(title=None, orient="top", symbolSize=160, **gekozen)


def _merk(reeks: str, y: Any) -> Any:
    """A line over the whole width of each category: the target beside which the bars stand."""
    import altair as alt

    merk = alt.Chart().transform_filter(alt.FieldEqualPredicate(field="reeks", equal=reeks)).mark_rule(strokeWidth=3)
    van, tot = alt.X("rubriek:N", sort=None, bandPosition=0), alt.X2("rubriek:N", bandPosition=1)
    kleur = _kleur([reeks], [drawing.INKT], _legenda([reeks], "stroke", 3, is_nodig=True))
    return merk.encode(x=van, x2=tot, y=y, color=kleur)


def _spec(beeld: Any) -> dict[str, Any]:
    spec: dict[str, Any] = beeld.properties(width=BREED, height=HOOGTE).to_dict()
    return spec


def _tabel(punten: Sequence[Punt], rubriek: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Heads and rows of the table under the chart; "-" where a series has no value for the category at all."""
    reeksen = _reeksen(punten)
    waarde = {(punt.rubriek, punt.reeks): punt.waarde for punt in punten}
    decimalen = {  # the same in a whole column, so that numbers stand under each other
        reeks: max(
            (formats.decimalen_van(p.waarde) for p in punten if p.reeks == reeks and p.waarde is not None), default=0
        )
        for reeks in reeksen
    }

    def cel(plaats: str | datetime.date, reeks: str) -> str:
        return formats.getal(waarde[plaats, reeks], decimalen[reeks]) if (plaats, reeks) in waarde else "-"

    def naam(plaats: str | datetime.date) -> str:
        return formats.datum(plaats) if isinstance(plaats, datetime.date) else plaats

    plaatsen = list(dict.fromkeys(punt.rubriek for punt in punten))
    rijen = tuple((naam(plaats), *(cel(plaats, reeks) for reeks in reeksen)) for plaats in plaatsen)
    return (rubriek or _("Onderdeel"), *reeksen), rijen
