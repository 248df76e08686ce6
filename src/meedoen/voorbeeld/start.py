"""The stock on 1 January 2015: the Kadernota, person by person."""

import datetime

import numpy as np

from .assumptions import DOELGROEPEN
from .calendar import BEGINDAG, JAAR, OPEN, Array, Maand, dag, plus_jaren
from .employers import kies_werkgever, sw_bedrijf
from .intake import geboortedagen, geboortedagen_partners, nieuwe_huishoudens
from .world import (
    BEGELEID,
    DETACHERING,
    GARANTIEBAAN,
    GEEN,
    IN_DIENST,
    REGULIER,
    TIJDELIJK,
    VAST,
    WSW,
    Wereld,
    begin_indeling,
    begin_plaatsing,
    begin_uitkering,
)

INDELING_VANAF = dag(datetime.date(2014, 10, 1))  # the Kadernota's groups were made in the last quarter of 2014


def verdeel(aantallen: dict[str, int], schaal: float) -> dict[str, int]:
    """Scale counts so that they add up to the scaled total (largest remainders). Scale 1 changes nothing."""
    precies = {naam: aantal * schaal for naam, aantal in aantallen.items()}
    heel = {naam: int(waarde) for naam, waarde in precies.items()}
    tekort = round(sum(precies.values())) - sum(heel.values())
    for naam in sorted(precies, key=lambda naam: heel[naam] - precies[naam])[:tekort]:
        heel[naam] += 1
    return heel


def zet_voorraad_neer(w: Wereld, kans: np.random.Generator, maand: Maand) -> None:
    """Everyone whom the Kadernota counts on 1 January 2015; `maand` is January 2015."""
    voorraad = w.aannamen.tabel("voorraad")
    groepen = {("met", naam): n for naam, n in voorraad["met_bijstand"].items()}
    groepen |= {("zonder", naam): n for naam, n in voorraad["zonder_bijstand"].items()}
    groepen |= {("wsw", "wsw-oud"): voorraad["wsw"]}
    sleutels = {f"{soort} {naam}": (soort, naam) for soort, naam in groepen}
    aantallen = verdeel({sleutel: groepen[paar] for sleutel, paar in sleutels.items()}, w.schaal)
    codes: dict[str, list[int]] = {"met": [], "zonder": [], "wsw": []}
    for sleutel, (soort, naam) in sleutels.items():
        codes[soort] += [DOELGROEPEN.index(naam)] * aantallen[sleutel]
    _met_bijstand(w, kans, kans.permutation(np.array(codes["met"], dtype=np.int64)))
    zonder = _zonder_bijstand(w, kans, np.array(codes["zonder"], dtype=np.int64))
    _eerste_garantiebanen(w, kans, zonder)
    _wsw(w, kans, _zonder_bijstand(w, kans, np.array(codes["wsw"], dtype=np.int64)))


def _met_bijstand(w: Wereld, kans: np.random.Generator, doelgroep: Array) -> None:
    paren = int(w.aannamen.getal("stromen_verdeling", "aandeel_paren") * len(doelgroep) / 2)
    eerste, tweede = (
        doelgroep[paren:],
        doelgroep[:paren],
    )  # couples: the first `paren` of `eerste` with those of `tweede`
    op = np.full(len(eerste), BEGINDAG)
    geboren = geboortedagen(w, kans, eerste, op - int(JAAR))
    partner = np.full(len(eerste), OPEN)
    partner[:paren] = geboortedagen_partners(w, kans, geboren[:paren], op[:paren] - int(JAAR))
    jaren = w.aannamen.per_doelgroep("stromen_verdeling", "jaren_in_bijstand")[eerste]
    begin = BEGINDAG - 1 - np.minimum(kans.exponential(size=len(eerste)) * jaren, 18.0) * JAAR
    jongste = np.where(partner == OPEN, geboren, np.maximum(geboren, partner))
    intake = np.minimum(np.maximum(begin.astype(np.int64), plus_jaren(jongste, 18)), BEGINDAG - 1)
    eersten, partners = nieuwe_huishoudens(
        w, kans, intake=intake, geboren=geboren, geboren_partner=partner, heeft_bijstand=True
    )
    met = partners != GEEN
    wie = np.concatenate([eersten, partners[met]])
    begin_uitkering(w, wie, np.concatenate([intake, intake[met]]))
    _deel_in(w, kans, wie, np.concatenate([eerste, tweede]))


def _zonder_bijstand(w: Wereld, kans: np.random.Generator, doelgroep: Array) -> Array:
    intake = BEGINDAG - 1 - (kans.random(len(doelgroep)) * JAAR).astype(np.int64)
    geboren = geboortedagen(w, kans, doelgroep, intake)
    wie, _ = nieuwe_huishoudens(w, kans, intake=intake, geboren=geboren, heeft_bijstand=False)
    _deel_in(w, kans, wie, doelgroep)
    return wie


def _deel_in(w: Wereld, kans: np.random.Generator, wie: Array, doelgroep: Array) -> None:
    begin = w.uitkeringen["vanaf"][w.klanten["uitkering"][wie]] if len(w.uitkeringen) else np.zeros(len(wie), np.int64)
    begin = np.where(w.klanten["uitkering"][wie] == GEEN, 0, begin)
    vanaf = INDELING_VANAF + (kans.random(len(wie)) * (BEGINDAG - INDELING_VANAF)).astype(np.int64)
    begin_indeling(w, wie, doelgroep, np.maximum(vanaf, begin))


def _eerste_garantiebanen(w: Wereld, kans: np.random.Generator, wie: Array) -> None:
    """Jobs made between 1 January 2013 and the end of 2014, before the subsidy of the Participatiewet existed."""
    aantal = round(w.aannamen.in_jaar("garantiebanen", "stand_eind_jaar", 2014) * w.schaal)
    wie = wie[w.klanten["doelgroep"][wie] == DOELGROEPEN.index("50-80")][:aantal]
    sinds = dag(datetime.date(2013, 1, 1))
    vanaf = np.maximum(
        sinds + (kans.random(len(wie)) * (BEGINDAG - sinds)).astype(np.int64), plus_jaren(w.klanten["geboren"][wie], 18)
    )
    begin_plaatsing(
        w,
        wie,
        GARANTIEBAAN,
        np.minimum(vanaf, BEGINDAG - 1),
        werkgever=kies_werkgever(w, kans, wie, GARANTIEBAAN),
        verband=np.where(
            kans.random(len(wie)) < w.aannamen.getal("banen", "gemeente_neemt_in_dienst"), IN_DIENST, DETACHERING
        ),
        contract=VAST,
        uren=2550,
    )
    w.klanten["werk_tot"][wie] = 12 + (kans.random(len(wie)) * 24).astype(np.int64)


def _wsw(w: Wereld, kans: np.random.Generator, wie: Array) -> None:
    """Wsw jobs as they stood at the end of 2014."""
    a = w.aannamen
    u, v, aantal = kans.random(len(wie)), kans.random(len(wie)), len(wie)
    begeleid = u < a.getal("wsw", "aandeel_begeleid_werken")
    gedetacheerd = ~begeleid & (
        v < a.getal("wsw", "aandeel_detachering") / (1 - a.getal("wsw", "aandeel_begeleid_werken"))
    )
    jaren = kans.random(aantal) ** 1.5 * 24
    tijdelijk = (jaren < 3) & (kans.random(aantal) < 3 * a.getal("wsw", "aandeel_tijdelijk"))
    vanaf = np.maximum(BEGINDAG - 1 - (jaren * JAAR).astype(np.int64), plus_jaren(w.klanten["geboren"][wie], 18))
    begin_plaatsing(
        w,
        wie,
        np.where(begeleid, BEGELEID, WSW),
        np.minimum(vanaf, BEGINDAG - 1),
        werkgever=np.where(begeleid, kies_werkgever(w, kans, wie, REGULIER), sw_bedrijf(w)),
        verband=np.where(gedetacheerd, DETACHERING, IN_DIENST),
        contract=np.where(tijdelijk, TIJDELIJK, VAST),
        uren=(np.array([2000, 2400, 2800, 3200, 3600])[(kans.random(aantal) * 5).astype(np.int64)]),
    )
    w.klanten["werk_tot"][wie] = np.where(tijdelijk, 3 + (kans.random(aantal) * 24).astype(np.int64), GEEN)
