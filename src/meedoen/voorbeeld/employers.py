"""Employers of one block: the municipalities, a sheltered workshop, and invented firms."""

import numpy as np

from . import names
from .calendar import Array
from .rows import Rijen
from .world import BESCHUT, DAGBESTEDING, GARANTIEBAAN, WERKLEER, Wereld

S_GEMEENTE, S_SW, S_DAGBESTEDING, S_OVERHEID, S_MARKT = range(5)
_AANTALLEN = {S_SW: 1, S_DAGBESTEDING: 4, S_OVERHEID: 5, S_MARKT: 110}


def maak_werkgevers(schaal: float, aantal_gemeenten: int, kans: np.random.Generator) -> Rijen:
    """First the municipalities, the same in every block; the others grow with `schaal`."""
    werkgevers = Rijen(soort=np.int8, gemeente=np.int8)
    werkgevers.voeg_toe(aantal_gemeenten, soort=S_GEMEENTE, gemeente=np.arange(aantal_gemeenten))
    for soort, aantal in _AANTALLEN.items():
        hoeveel = max(round(aantal * schaal), 1)
        werkgevers.voeg_toe(hoeveel, soort=soort, gemeente=kans.integers(0, aantal_gemeenten, hoeveel))
    return werkgevers


def kies_werkgever(w: Wereld, kans: np.random.Generator, wie: Array, werk: int) -> Array:
    """An employer for each of `wie` that suits the kind of work; garantiebanen also with the own municipality."""
    u, v = kans.random(len(wie)), kans.random(len(wie))
    markt = _uit(w, S_MARKT, v)
    if werk == DAGBESTEDING:
        return _uit(w, S_DAGBESTEDING, v)
    if werk == BESCHUT:
        return np.where(u < w.aannamen.getal("banen", "beschut_werk_bij_werkbedrijf"), _uit(w, S_SW, v), markt)
    if werk == WERKLEER:
        return np.where(u < w.aannamen.getal("banen", "werkleerplek_bij_werkbedrijf"), _uit(w, S_SW, v), markt)
    if werk != GARANTIEBAAN:
        return markt
    gemeente = w.huishoudens["gemeente"][w.klanten["huishouden"][wie]].astype(np.int64)
    bij_gemeente = w.aannamen.getal("garantiebanen", "aandeel_gemeente")
    bij_overheid = bij_gemeente + w.aannamen.getal("garantiebanen", "aandeel_andere_overheid")
    return np.where(u < bij_gemeente, gemeente, np.where(u < bij_overheid, _uit(w, S_OVERHEID, v), markt))


def sw_bedrijf(w: Wereld) -> int:
    """The sheltered workshop of this block."""
    return int(np.flatnonzero(w.werkgevers["soort"] == S_SW)[0])


def _uit(w: Wereld, soort: int, u: Array) -> Array:
    keuze = np.flatnonzero(w.werkgevers["soort"] == soort)
    return np.asarray(keuze[(u * len(keuze)).astype(np.int64)])


OVERHEID = (S_GEMEENTE, S_SW, S_OVERHEID)
_GEMEENTEN = ("Gemeente Assen", "Gemeente Tynaarlo", "Gemeente Aa en Hunze")  # in the order of aannamen.toml


def naam(soort: int, gemeente: int, nummer: int) -> str:
    """The municipalities have their own name, all others an invented one."""
    achter = names.ACHTERNAMEN[nummer * 13 % len(names.ACHTERNAMEN)]
    if soort == S_GEMEENTE:
        return _GEMEENTEN[gemeente]
    if soort == S_MARKT:
        return names.bedrijfsnaam(nummer)
    return {S_SW: "Sociaal werkbedrijf", S_DAGBESTEDING: "Dagbesteding", S_OVERHEID: "Waterschap en onderwijs"}[
        soort
    ] + f" {achter}"
