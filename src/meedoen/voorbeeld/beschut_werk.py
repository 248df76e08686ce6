"""Beschut werk: requests to UWV by the municipality and, since 2017, by the person; advice; waiting; a place."""

import numpy as np

from .assumptions import DG_30_50
from .calendar import Maand
from .jobs import begin_beschut_werk
from .world import (
    ADVIES_LOOPT,
    ADVIES_NEGATIEF,
    ADVIES_NIET,
    ADVIES_POSITIEF,
    B_BESCHUT,
    BESCHUT,
    DAGBESTEDING,
    GEEN,
    GEEN_WERK,
    WERKLEER,
    Wereld,
    begin_indeling,
    eindig_indeling,
    eindig_plaatsing,
    kies,
    raak,
    vrij,
)

_BESLUIT_NA = 7, 28  # days between the advice and the decision of the college


def aanvragen(w: Wereld, maand: Maand) -> None:
    """Requests of this month. UWV answers within eight weeks, now and then later."""
    for door in ("gemeente", "persoon"):
        aantal = w.hele(
            f"aanvraag {door}", w.aannamen.in_jaar("beschut_werk", f"aanvragen_{door}", maand.jaar) * w.schaal / 12
        )
        k = w.klanten
        kandidaat = vrij(w, maand) & (k["advies"] == ADVIES_NIET) & (k["partner"] == GEEN)
        kandidaat &= np.isin(k["werk"], (GEEN_WERK, WERKLEER, DAGBESTEDING))
        gewicht = w.aannamen.per_doelgroep("banen", "gewicht_aanvraag_beschut_werk")[k["doelgroep"]]
        wie = kies(maand.kans, np.where(kandidaat, gewicht, 0.0), aantal)
        op = maand.dagen(len(wie))
        laat = maand.kans.random(len(wie)) < w.aannamen.getal("banen", "aandeel_advies_na_acht_weken")
        uitgebracht = (
            op + np.where(laat, 57, 21) + (maand.kans.random(len(wie)) * np.where(laat, 21, 35)).astype(np.int64)
        )
        positief = maand.kans.random(len(wie)) < float(w.aannamen.tabel("beschut_werk")["kans_positief"][door])
        w.adviezen.voeg_toe(
            len(wie),
            klant=wie,
            aangevraagd=op,
            door_persoon=door == "persoon",
            is_positief=positief,
            uitgebracht=uitgebracht,
        )
        k["advies"][wie] = ADVIES_LOOPT
        in_maand = uitgebracht.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        k["advies_in"][wie] = maand.volgnummer + in_maand - np.datetime64(maand.eerste, "M").astype(np.int64)
        raak(w, wie, maand)


def adviezen(w: Wereld, maand: Maand) -> None:
    """Advice that UWV gives this month; after a positive one the person belongs to 30-50 and waits for a place."""
    k, a = w.klanten, w.adviezen
    rij = np.flatnonzero(k["advies_in"][a["klant"]] == maand.volgnummer)
    rij = rij[(k["advies"][a["klant"][rij]] == ADVIES_LOOPT) & ~k["is_weg"][a["klant"][rij]]]
    wie, op, positief = a["klant"][rij], a["uitgebracht"][rij], a["is_positief"][rij]
    k["advies"][wie] = np.where(positief, ADVIES_POSITIEF, ADVIES_NEGATIEF)
    weer_client = k["indeling"][wie] != GEEN
    wie, op = wie[positief & weer_client], op[positief & weer_client]
    k["wacht_sinds"][wie] = maand.volgnummer
    na = _BESLUIT_NA[0] + (maand.kans.random(len(wie)) * (_BESLUIT_NA[1] - _BESLUIT_NA[0])).astype(np.int64)
    w.besluiten.voeg_toe(len(wie), klant=wie, soort=B_BESCHUT, genomen=op + na, vanaf=op + na)
    anders = k["doelgroep"][wie] != DG_30_50
    eindig_indeling(w, wie[anders], op[anders], maand)
    begin_indeling(w, wie[anders], DG_30_50, op[anders])
    raak(w, wie, maand)


def plaatsingen(w: Wereld, maand: Maand) -> None:
    """Places for people who wait, the longest first as a rule, so that the assumed share of them has one."""
    k = w.klanten
    wacht, werkt = k["wacht_sinds"] != GEEN, k["werk"] == BESCHUT
    aandeel = w.aannamen.tussen_jaren("beschut_werk", "aandeel_met_plek", maand.jaar, maand.deel_van_jaar)
    nodig = round(aandeel * int((wacht | werkt).sum())) - int(werkt.sum())
    kandidaat = wacht & vrij(w, maand) & (k["wacht_sinds"] < maand.volgnummer - 1) & (k["partner"] == GEEN)
    wie = kies(maand.kans, np.where(kandidaat, (maand.volgnummer - k["wacht_sinds"]) ** 2.0, 0.0), nodig)
    op = maand.dagen(len(wie))
    eindig_plaatsing(w, wie, op)
    begin_beschut_werk(w, maand, wie, op)
    k["wacht_sinds"][wie] = GEEN
    raak(w, wie, maand)
