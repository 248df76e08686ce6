"""Moves between doelgroepen, and the decisions that go with being a client: ontheffing and maatregel."""

import numpy as np

from .assumptions import DG_0_30, DG_50_80, DOELGROEPEN, JONGEREN
from .calendar import JAAR, Array, Maand, plus_jaren
from .world import (
    ADVIES_LOOPT,
    B_MAATREGEL,
    B_ONTHEFFING,
    GEEN,
    GEEN_WERK,
    WERKLEER,
    Wereld,
    begin_indeling,
    eindig_indeling,
    eindig_plaatsing,
    raak,
    vrij,
)


def doorstroom(w: Wereld, maand: Maand) -> None:
    """People whose diagnosis changes; young people leave their own group at 27 at the latest."""
    k = w.klanten
    kandidaat = vrij(w, maand) & (k["indeling"] != GEEN) & (k["wacht_sinds"] == GEEN) & (k["advies"] != ADVIES_LOOPT)
    kandidaat &= np.isin(k["werk"], (GEEN_WERK, WERKLEER))
    u = maand.kans.random(len(k))
    naar = np.full(len(k), GEEN)
    for van, grenzen in _kansen(w).items():
        for doel, (laag, hoog) in grenzen.items():
            naar[kandidaat & (k["doelgroep"] == van) & (u >= laag) & (u < hoog)] = doel
    wie = np.flatnonzero(naar != GEEN)
    _deel_opnieuw_in(w, maand, wie, naar[wie], maand.dagen(len(wie)))
    jong = np.flatnonzero(vrij(w, maand) & (k["doelgroep"] == JONGEREN))
    verjaart = plus_jaren(k["geboren"][jong], 27)
    nu = (verjaart < maand.eerste_dag + maand.lengte) & (k["advies"][jong] != ADVIES_LOOPT)
    op = np.maximum(verjaart[nu], maand.eerste_dag)
    _deel_opnieuw_in(w, maand, jong[nu], np.full(int(nu.sum()), DG_50_80), op)


def _kansen(w: Wereld) -> dict[int, dict[int, tuple[float, float]]]:
    """Per doelgroep the piece of [0, 1) that stands for a move this month, by destination."""
    kansen: dict[int, dict[int, tuple[float, float]]] = {}
    for stap in w.aannamen.tabel("doorstroom")["per_jaar"]:
        van, naar = DOELGROEPEN.index(stap["van"]), DOELGROEPEN.index(stap["naar"])
        laag = max((hoog for _, hoog in kansen.get(van, {}).values()), default=0.0)
        kansen.setdefault(van, {})[naar] = (laag, laag + stap["kans"] / 12)
    return kansen


def _deel_opnieuw_in(w: Wereld, maand: Maand, wie: Array, naar: Array, op: Array) -> None:
    k = w.klanten
    stopt = wie[(k["werk"][wie] == WERKLEER) & ~np.isin(naar, (DG_50_80, JONGEREN))]
    eindig_plaatsing(w, stopt, op[np.isin(wie, stopt)])
    eindig_indeling(w, wie, op, maand)
    begin_indeling(w, wie, naar, op)
    ontheffing(w, maand.kans, wie[naar == DG_0_30], op[naar == DG_0_30])
    raak(w, wie, maand)


def ontheffing(w: Wereld, kans: np.random.Generator, wie: Array, op: Array) -> None:
    """A share of the people in 0-30 with a benefit is exempt from the arbeidsverplichting."""
    krijgt = kans.random(len(wie)) < w.aannamen.getal("inkomen", "aandeel_ontheffing_in_0_30")
    krijgt &= w.klanten["uitkering"][wie] != GEEN
    w.besluiten.voeg_toe(int(krijgt.sum()), klant=wie[krijgt], soort=B_ONTHEFFING, genomen=op[krijgt], vanaf=op[krijgt])


def maatregelen(w: Wereld, maand: Maand) -> None:
    """A measure against some people with a benefit that has run for some months; it starts on the first of the next
    month.
    """
    k = w.klanten
    per_maand = w.aannamen.getal("stromen_verdeling", "maatregelen_per_jaar") / 12
    kandidaat = vrij(w, maand) & (k["uitkering"] != GEEN) & (k["doelgroep"] != DG_0_30)
    wie = np.flatnonzero(kandidaat & (maand.kans.random(len(k)) < per_maand))
    lang = w.uitkeringen["vanaf"][k["uitkering"][wie]] < maand.eerste_dag - JAAR / 4
    wie = wie[lang]
    w.besluiten.voeg_toe(
        len(wie), klant=wie, soort=B_MAATREGEL, genomen=maand.dagen(len(wie)), vanaf=maand.eerste_dag + maand.lengte
    )
    raak(w, wie, maand)
