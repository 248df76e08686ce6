"""Leaving: death, the AOW age, work, moving, separation."""

import numpy as np

from .assumptions import WSW_OUD
from .calendar import OPEN, Array, Maand, leeftijd
from .employers import kies_werkgever
from .world import (
    ADVIES_LOOPT,
    BEGELEID,
    BESCHUT,
    BIJ_OUDERS,
    DELERS,
    EENOUDER,
    GARANTIEBAAN,
    GEEN,
    GEEN_WERK,
    IN_DIENST,
    PROEF,
    R_AOW,
    R_OVERLEDEN,
    R_SAMEN,
    R_VERHUIZING,
    R_WERK,
    REGULIER,
    TIJDELIJK,
    VAST,
    WSW,
    Wereld,
    begin_plaatsing,
    eindig_alles,
    eindig_plaatsing,
    kies,
    met_partners,
    raak,
    scheid,
    verhuis,
    vrij,
)

REDENEN_ZONDER_WERK = tuple(range(R_SAMEN, R_AOW))


def overlijden(w: Wereld, maand: Maand) -> None:
    """People die; their benefits, jobs, couples and dwelling end on that day."""
    k, a = w.klanten, w.aannamen
    jaren = leeftijd(k["geboren"], maand.eerste_dag)
    per_jaar = a.getal("sterfte", "op_30") * a.getal("sterfte", "groei") ** np.clip(jaren - 30, -12, 70)
    kandidaat = vrij(w, maand) & (k["advies"] != ADVIES_LOOPT)
    wie = np.flatnonzero(kandidaat & (maand.kans.random(len(k)) < per_jaar / 12))
    op = maand.dagen(len(wie))
    laatste = k["partner"][wie] == GEEN
    huis = k["huishouden"][wie[laatste]]
    wees = (w.huishoudens["soort"][huis] == EENOUDER) & (w.huishoudens["tot"][huis] == OPEN)
    w.huishoudens["tot"][huis[wees]] = op[laatste][wees]
    scheid(w, wie, op)
    eindig_alles(w, wie, op, R_OVERLEDEN, maand)
    w.verblijven["tot"][k["verblijf"][wie]] = op
    k["overleden"][wie] = op
    k["is_weg"][wie] = True


def pensioen(w: Wereld, maand: Maand) -> None:
    """On reaching the AOW age everything that the municipality does ends, for both partners (the SVB takes over.

    Participatiewet 47a).
    """
    k = w.klanten
    bereikt = (k["aow"] >= maand.eerste_dag) & (k["aow"] < maand.eerste_dag + maand.lengte) & (k["indeling"] != GEEN)
    wie = np.flatnonzero(bereikt & vrij(w, maand))
    partner = k["partner"][wie]
    samen = np.isin(partner, wie) & (partner < wie)  # both in the same month: once is enough
    wie = wie[~samen]
    wie, op = met_partners(w, wie, k["aow"][wie])
    met = k["indeling"][wie] != GEEN
    eindig_alles(w, wie[met], op[met], R_AOW, maand)


def uit_elkaar(w: Wereld, maand: Maand) -> None:
    """Some couples separate: the second partner moves out, both keep their benefits."""
    k = w.klanten
    kandidaat = vrij(w, maand) & (k["partner"] > np.arange(len(k)))
    kandidaat[kandidaat] = vrij(w, maand)[k["partner"][kandidaat]]
    per_maand = w.aannamen.getal("stromen_verdeling", "scheiding_per_jaar") / 12
    wie = np.flatnonzero(kandidaat & (maand.kans.random(len(k)) < per_maand))
    op, partner = maand.dagen(len(wie)), k["partner"][wie]
    scheid(w, wie, op)
    verhuis(w, partner, op)
    raak(w, np.concatenate([wie, partner]), maand)


def uit_huis(w: Wereld, maand: Maand) -> None:
    """Clients who lived with their parents and find a dwelling of their own."""
    k = w.klanten
    thuis = w.huishoudens["soort"][k["huishouden"]] == BIJ_OUDERS
    kandidaat = vrij(w, maand) & thuis & (k["verhuisd"] == 0) & (k["werk_tot"] != maand.volgnummer)
    per_maand = w.aannamen.getal("stromen_verdeling", "uit_huis_per_jaar") / 12
    wie = np.flatnonzero(kandidaat & (maand.kans.random(len(k)) < per_maand))
    verhuis(w, wie, maand.dagen(len(wie)))
    raak(w, wie, maand)


def uitstroom(w: Wereld, maand: Maand, voorraad: float) -> None:
    """As many people leave as the yearly rate says (deaths, AOW and subsidised jobs of this month included)."""
    k = w.klanten
    per_maand = w.aannamen.in_jaar("uitstroom", "fractie_van_voorraad", maand.jaar) * voorraad / 12
    nodig = w.hele("uitstroom", per_maand - w.tellers["geeindigd"])
    kandidaat = vrij(w, maand) & (k["uitkering"] != GEEN) & _vertrekt_zomaar(w)
    heeft_partner = k["partner"] != GEEN
    kandidaat &= ~heeft_partner | (
        (k["partner"] > np.arange(len(k))) & vrij(w, maand)[k["partner"]] & _vertrekt_zomaar(w)[k["partner"]]
    )
    gewicht = np.where(
        kandidaat, w.aannamen.per_doelgroep("stromen_verdeling", "gewicht_uitstroom")[k["doelgroep"]], 0.0
    )
    wie = kies(maand.kans, gewicht, nodig)
    personen = np.cumsum(1 + heeft_partner[wie])
    wie = wie[personen <= nodig]
    w.gespaard["uitstroom"] += nodig - (int(personen[len(wie) - 1]) if len(wie) else 0)
    _laat_gaan(w, maand, wie)


def uitstroom_zonder_bijstand(w: Wereld, maand: Maand) -> None:
    """People without a benefit and without a job here stop being a client."""
    k = w.klanten
    kandidaat = vrij(w, maand) & (k["indeling"] != GEEN) & (k["uitkering"] == GEEN) & (k["werk"] == GEEN_WERK)
    kandidaat &= (k["doelgroep"] != WSW_OUD) & _vertrekt_zomaar(w)
    per_maand = w.aannamen.getal("stromen_verdeling", "uitstroom_zonder_bijstand_per_jaar") / 12
    _laat_gaan(w, maand, np.flatnonzero(kandidaat & (maand.kans.random(len(k)) < per_maand)))


def wsw_vertrek(w: Wereld, maand: Maand) -> None:
    """Wsw workers who leave before the AOW age."""
    k = w.klanten
    kandidaat = vrij(w, maand) & np.isin(k["werk"], (WSW, BEGELEID))
    wie = np.flatnonzero(kandidaat & (maand.kans.random(len(k)) < w.aannamen.getal("wsw", "vertrek_per_jaar") / 12))
    eindig_alles(w, wie, maand.dagen(len(wie)), 0, maand)


def _vertrekt_zomaar(w: Wereld) -> Array:
    """Mask: no job with subsidy, no trial place, no advice running, not waiting for a sheltered place."""
    k = w.klanten
    bezet = np.isin(k["werk"], (GARANTIEBAAN, BESCHUT, PROEF, WSW, BEGELEID))
    return np.asarray(~bezet & (k["advies"] != ADVIES_LOOPT) & (k["wacht_sinds"] == GEEN))


def _laat_gaan(w: Wereld, maand: Maand, wie: Array) -> None:
    """End everything for clients and their partners, with a reason; who finds work may get a placement."""
    k, a = w.klanten, w.aannamen
    naar_werk = maand.kans.random(len(wie)) < a.per_doelgroep("redenen", "aandeel_werk")[k["doelgroep"][wie]]
    grenzen = np.cumsum(list(a.tabel("redenen")["overige"].values()))
    anders = np.minimum((maand.kans.random(len(wie))[:, None] >= grenzen).sum(axis=1), len(grenzen) - 1)
    reden = np.where(naar_werk, R_WERK, np.array(REDENEN_ZONDER_WERK)[anders])
    reden = np.where((reden == R_SAMEN) & (k["partner"][wie] != GEEN), R_VERHUIZING, reden)
    op = maand.dagen(len(wie))
    bekend = naar_werk & (maand.kans.random(len(wie)) < a.getal("redenen", "aandeel_werk_met_bekende_werkgever"))
    allen, op_allen, reden_allen = met_partners(w, wie, op, reden)
    eindig_alles(w, allen, op_allen, reden_allen, maand)
    naar_regulier_werk(w, maand, wie[bekend], op[bekend])
    weg = reden_allen == R_VERHUIZING
    _verhuis_weg(w, allen[weg], op_allen[weg])


def naar_regulier_werk(w: Wereld, maand: Maand, wie: Array, op: Array) -> None:
    """An ordinary job with an employer whom the municipality knows."""
    aantal = len(wie)
    tijdelijk = maand.kans.random(aantal) < w.aannamen.getal("banen", "regulier_tijdelijk")
    duur = 180 + (maand.kans.random(aantal) * 185).astype(np.int64)
    begin_plaatsing(
        w,
        wie,
        REGULIER,
        op,
        werkgever=kies_werkgever(w, maand.kans, wie, REGULIER),
        verband=IN_DIENST,
        contract=np.where(tijdelijk, TIJDELIJK, VAST),
        uren=(np.array([2400, 2800, 3200, 3600, 4000])[(maand.kans.random(aantal) * 5).astype(np.int64)]),
        is_social_return=maand.kans.random(aantal) < w.aannamen.getal("banen", "regulier_social_return"),
    )
    w.plaatsingen["tot"][w.klanten["plaatsing"][wie]] = np.where(tijdelijk, op + duur, OPEN)


def _verhuis_weg(w: Wereld, wie: Array, op: Array) -> None:
    """Out of the partnership: the client's stay ends, and that of the household when it is his own."""
    k = w.klanten
    eindig_plaatsing(w, wie, op)
    w.verblijven["tot"][k["verblijf"][wie]] = op
    k["is_weg"][wie] = True
    huis = k["huishouden"][wie]
    hele = (
        (w.huishoudens["eerste"][huis] == wie) & (k["woning"][wie] == huis * 64) & (w.huishoudens["tot"][huis] == OPEN)
    )
    hele &= ~np.isin(w.huishoudens["soort"][huis], (BIJ_OUDERS, DELERS))
    w.huishoudens["tot"][huis[hele]] = op[hele]
