"""Coming in: new households, people who return, new partners, young people from school, refused applications."""

import numpy as np

from .assumptions import DG_0_30, DG_30_50, DG_50_80, DOELGROEPEN, JONGEREN, WSW_OUD
from .calendar import JAAR, OPEN, Array, Maand, plus_jaren
from .intake import geboortedagen, geboortedagen_partners, nieuwe_huishoudens, nieuwe_klanten, vorm_paren
from .moves import ontheffing
from .world import (
    ALLEEN,
    B_AFWIJZING,
    EENOUDER,
    GEEN,
    GEEN_WERK,
    NIEUWE_PARTNER,
    REGULIER,
    Wereld,
    begin_indeling,
    begin_uitkering,
    eindig_plaatsing,
    heeft_partner_elders,
    kies,
    met_partners,
    raak,
    vrij,
)

_WEG_MAANDEN = 3  # who left comes back no sooner


def instroom(w: Wereld, maand: Maand, voorraad: float) -> None:
    """As many benefits begin as the yearly rate says, those after a lost job of this month included."""
    a = w.aannamen
    per_maand = a.in_jaar("instroom", "fractie_van_voorraad", maand.jaar) * voorraad / 12
    jongeren = w.hele(
        "jongeren met", a.getal("jongeren", "per_jaar") * a.getal("jongeren", "aandeel_met_bijstand") * w.schaal / 12
    )
    nodig = w.hele("instroom", per_maand - w.tellers["begonnen"] - jongeren)
    terug = _terugkeer(w, maand, round(nodig * a.getal("stromen_verdeling", "aandeel_terugkeer")))
    partners = _nieuwe_partners(
        w, maand, w.hele("partners", nodig * a.getal("stromen_verdeling", "aandeel_nieuwe_partner"))
    )
    nieuw = max(nodig - terug - partners, 0)
    _nieuwe_aanvragers(w, maand, nieuw)
    w.gespaard["instroom"] += nodig - terug - partners - nieuw
    _jongeren(w, maand, jongeren, True)


def instroom_zonder_bijstand(w: Wereld, maand: Maand) -> None:
    """The new groups of the law: no benefit, but a limitation and a claim to support."""
    a = w.aannamen
    zonder = a.getal("jongeren", "per_jaar") * (1 - a.getal("jongeren", "aandeel_met_bijstand"))
    _jongeren(w, maand, w.hele("jongeren zonder", zonder * w.schaal / 12), False)
    aantal = w.hele("nieuw zonder", a.getal("stromen_verdeling", "nieuw_zonder_bijstand_per_jaar") * w.schaal / 12)
    doelgroep = np.where(maand.kans.random(aantal) < 1 / 3, DG_30_50, DG_50_80)
    op = maand.dagen(aantal)
    wie = _alleenstaanden(w, maand, doelgroep, op, False)
    begin_indeling(w, wie, doelgroep, op)
    raak(w, wie, maand)


def afwijzingen(w: Wereld, maand: Maand) -> None:
    """Applications for a benefit that are refused; the applicant is no client."""
    aantal = w.hele("afwijzingen", w.aannamen.getal("stromen_verdeling", "afwijzingen_per_jaar") * w.schaal / 12)
    wijs_af(w, maand.kans, maand.dagen(aantal))


def wijs_af(w: Wereld, kans: np.random.Generator, op: Array, alleen: bool = False) -> None:
    """Add refused applicants; `alleen` gives each a household of one."""
    doelgroep = np.full(len(op), DG_50_80)
    wie, _ = nieuwe_huishoudens(
        w,
        kans,
        intake=op,
        geboren=geboortedagen(w, kans, doelgroep, op),
        heeft_bijstand=True,
    )
    if alleen:
        w.huishoudens["soort"][w.klanten["huishouden"][wie]] = ALLEEN
    besloten = op + 14 + (kans.random(len(op)) * 40).astype(np.int64)
    w.besluiten.voeg_toe(len(wie), klant=wie, soort=B_AFWIJZING, genomen=besloten, vanaf=op)


def _alleenstaanden(w: Wereld, maand: Maand, doelgroep: Array, op: Array, met_bijstand: bool) -> Array:
    wie, _ = nieuwe_huishoudens(
        w,
        maand.kans,
        intake=op,
        geboren=geboortedagen(w, maand.kans, doelgroep, op),
        heeft_bijstand=met_bijstand,
    )
    return wie


def _jongeren(w: Wereld, maand: Maand, aantal: int, met_bijstand: bool) -> None:
    doelgroep, op = np.full(aantal, JONGEREN), maand.dagen(aantal)
    wie = _alleenstaanden(w, maand, doelgroep, op, met_bijstand)
    if met_bijstand:
        begin_uitkering(w, wie, op)
    begin_indeling(w, wie, doelgroep, op)
    raak(w, wie, maand)


def _nieuwe_aanvragers(w: Wereld, maand: Maand, aantal: int) -> None:
    """`aantal` persons in new households, some of them couples."""
    kans, a = maand.kans, w.aannamen
    paren = min(w.hele("paren", a.getal("stromen_verdeling", "aandeel_paren") * aantal / 2), aantal // 2)
    verdeling = a.per_doelgroep("stromen_verdeling", "doelgroep_bij_instroom")
    grenzen = np.cumsum(verdeling / verdeling.sum())
    doelgroep = np.minimum((kans.random(aantal)[:, None] >= grenzen).sum(axis=1), len(DOELGROEPEN) - 3)
    eerste, tweede, op = doelgroep[: aantal - paren], doelgroep[aantal - paren :], maand.dagen(aantal - paren)
    geboren = geboortedagen(w, kans, eerste, op)
    partner = np.full(len(op), OPEN)
    partner[:paren] = geboortedagen_partners(w, kans, geboren[:paren], op[:paren])
    eersten, partners = nieuwe_huishoudens(
        w, kans, intake=op, geboren=geboren, geboren_partner=partner, heeft_bijstand=True
    )
    wie, op_allen = np.concatenate([eersten, partners[:paren]]), np.concatenate([op, op[:paren]])
    groep = np.concatenate([eerste, tweede])
    begin_uitkering(w, wie, op_allen)
    begin_indeling(w, wie, groep, op_allen)
    ontheffing(w, kans, wie[groep == DG_0_30], op_allen[groep == DG_0_30])
    raak(w, wie, maand)


def _terugkeer(w: Wereld, maand: Maand, aantal: int) -> int:
    """People who left come back to the benefit, couples together. Returns how many."""
    k = w.klanten
    kan = (
        vrij(w, maand)
        & (k["indeling"] == GEEN)
        & (k["laatste_doelgroep"] != GEEN)
        & (k["laatste_doelgroep"] != WSW_OUD)
    )
    kan &= (k["uit_sinds"] <= maand.volgnummer - _WEG_MAANDEN) & np.isin(k["werk"], (GEEN_WERK, REGULIER))
    kan &= (k["aow"] > maand.eerste_dag + JAAR / 2) & ~heeft_partner_elders(w)
    kan &= (k["partner"] == GEEN) | (kan[k["partner"]] & (k["partner"] > np.arange(len(k))))
    wie = kies(maand.kans, kan.astype(np.float64), aantal)
    personen = np.cumsum(1 + (k["partner"][wie] != GEEN))
    wie = wie[personen <= aantal]
    wie, op = met_partners(w, wie, maand.dagen(len(wie)))
    groep = k["laatste_doelgroep"][wie].astype(np.int64)
    groep = np.where((groep == JONGEREN) & (plus_jaren(k["geboren"][wie], 27) <= op), DG_50_80, groep)
    eindig_plaatsing(w, wie, op)
    begin_uitkering(w, wie, op)
    begin_indeling(w, wie, groep, op)
    ontheffing(w, maand.kans, wie[groep == DG_0_30], op[groep == DG_0_30])
    raak(w, wie, maand)
    return len(wie)


def _nieuwe_partners(w: Wereld, maand: Maand, aantal: int) -> int:
    """Single people with a benefit who start to live with somebody without income: he joins the benefit.

    Returns how many.
    """
    k = w.klanten
    soort = w.huishoudens["soort"][k["huishouden"]]
    kan = vrij(w, maand) & (k["uitkering"] != GEEN) & (k["partner"] == GEEN) & np.isin(soort, (ALLEEN, EENOUDER))
    kan &= (k["werk"] == GEEN_WERK) & (k["advies"] == 0) & (k["verhuisd"] == 0)
    wie = kies(maand.kans, kan.astype(np.float64), aantal)
    op = maand.dagen(len(wie))
    geboren = geboortedagen_partners(w, maand.kans, k["geboren"][wie], op)
    huishouden = w.huishoudens.voeg_toe(
        len(wie),
        soort=NIEUWE_PARTNER,
        vanaf=op,
        intake=op,
        tot=OPEN,
        gemeente=w.huishoudens["gemeente"][k["huishouden"][wie]],
        eerste=GEEN,
    )
    woning = k["woning"][wie]
    erbij = nieuwe_klanten(w, huishouden, 0, geboren, woning, op)
    w.huishoudens["eerste"][huishouden] = erbij
    vorm_paren(w, wie, erbij, op)
    begin_uitkering(w, erbij, op)
    begin_indeling(w, erbij, w.klanten["doelgroep"][wie].astype(np.int64), op)
    raak(w, np.concatenate([wie, erbij]), maand)
    return len(wie)
