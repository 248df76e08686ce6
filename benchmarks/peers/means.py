"""Income and possessions of the households of the comparison: by kind, or else as one amount."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rijen = NDArray[Any]
SOORTEN_INKOMEN = {
    "arbeid": (0.36, 60, 1900),
    "arbeid met loonkostensubsidie": (0.07, 300, 1500),
    "uitkering": (0.18, 50, 1300),
    "alimentatie": (0.08, 25, 450),
    "studiefinanciering": (0.04, 150, 950),
    "particuliere oudedagsvoorziening": (0.07, 5, 120),
    "premie": (0.03, 100, 2500),
    "vrijwilligersvergoeding": (0.05, 20, 330),
    "gift": (0.04, 25, 600),
    "jonggehandicaptenkorting": (0.02, 60, 80),
    "ander inkomen": (0.02, 10, 400),
    "verhuur of kostgangers": (0.02, 40, 250),
    "toeslag": (0.04, 50, 500),
}
"""Kind of income -> share of the rows that are stated, lowest and highest amount a month."""
SOORTEN_BEZIT = {
    "geld of ander bezit": (0.55, 0, 14_000),
    "gebruikelijk of noodzakelijk bezit": (0.08, 500, 9_000),
    "spaargeld uit de bijstand": (0.06, 50, 4_000),
    "vergoeding voor immateriële schade": (0.01, 1_000, 40_000),
    "eigen woning": (0.09, 60_000, 240_000),
    "hypotheek op de eigen woning": (0.07, 20_000, 140_000),
    "schuld": (0.14, 100, 12_000),
}
"""Kind of possession or debt -> share of the rows that are stated, lowest and highest value."""
TELT_NIET = {
    "toeslag",
    "gebruikelijk of noodzakelijk bezit",
    "spaargeld uit de bijstand",
    "vergoeding voor immateriële schade",
}
"""Kinds that the law leaves out altogether: the other candidates have no column for them."""
AANTAL_INKOMSTEN = (0.50, 0.33, 0.13, 0.04)
AANTAL_BEZITTINGEN = (0.60, 0.28, 0.09, 0.03)
"""How many adults state no rows (but one amount), one, two or three."""


@dataclass(frozen=True)
class Lijst:
    """Rows of all persons in order: where those of each person begin, kind (a place among the kinds) and whole cents.

    `per_soort` says the same as a column per kind that counts; `anders` is the one amount of who states no rows.
    """

    vanaf: Rijen
    soort: Rijen
    bedrag: Rijen
    is_genoemd: Rijen
    per_soort: dict[str, Rijen]
    anders: Rijen


def inkomsten(toeval: Any, leeftijd: Rijen) -> Lijst:
    """Income by kind; half of the adults state one amount, and most of these nothing."""
    anders = toeval.integers(1, 250_000, len(leeftijd), np.int32)
    anders[toeval.random(len(leeftijd), np.float32) < 0.7] = 0
    return _lijst(toeval, leeftijd, AANTAL_INKOMSTEN, SOORTEN_INKOMEN, anders)


def bezittingen(toeval: Any, leeftijd: Rijen) -> Lijst:
    """Possessions and debts by kind; the others state one amount, which may be below zero."""
    anders = toeval.integers(-500_000, 1_500_000, len(leeftijd), np.int32)
    anders[toeval.random(len(leeftijd), np.float32) < 0.6] = 0
    return _lijst(toeval, leeftijd, AANTAL_BEZITTINGEN, SOORTEN_BEZIT, anders)


def _lijst(
    toeval: Any,
    leeftijd: Rijen,
    aantallen: tuple[float, ...],
    soorten: Mapping[str, tuple[float, int, int]],
    anders: Rijen,
) -> Lijst:
    aandelen, laagste, hoogste = (np.array(deel) for deel in zip(*soorten.values(), strict=True))
    lengte = toeval.choice(len(aantallen), len(leeftijd), p=aantallen).astype(np.int32)
    lengte[leeftijd < 18] = 0
    van = np.repeat(np.arange(len(leeftijd), dtype=np.int32), lengte)
    soort = toeval.choice(len(soorten), len(van), p=aandelen / aandelen.sum()).astype(np.int8)
    if "particuliere oudedagsvoorziening" in soorten:
        pensioen = list(soorten).index("particuliere oudedagsvoorziening")
        soort[(soort == pensioen) & (leeftijd[van] < 55)] = list(soorten).index("uitkering")
    bedrag = laagste[soort] + toeval.random(len(van), np.float32) * (hoogste - laagste)[soort]
    centen = np.where(laagste[soort] >= 1_000, np.rint(bedrag) * 100, np.rint(bedrag * 100)).astype(np.int32)
    per_soort = {
        naam: np.bincount(van[soort == nummer], weights=centen[soort == nummer], minlength=len(leeftijd)).astype(
            np.int32
        )
        for nummer, naam in enumerate(soorten)
        if naam not in TELT_NIET
    }
    is_genoemd = lengte > 0
    anders[is_genoemd | (leeftijd < 18)] = 0
    return Lijst(np.append(0, np.cumsum(lengte)).astype(np.int32), soort, centen, is_genoemd, per_soort, anders)
