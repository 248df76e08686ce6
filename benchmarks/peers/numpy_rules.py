"""The rules of the three results on 1 January 2026, by hand, as numpy on whole columns of euros (float64)."""

from collections.abc import Mapping

import numpy as np

from benchmarks.peers.households import KIND, PEILDATUM, TWEEDE, Bevolking, Rijen

Bedragen = Mapping[str, float]
AowLeeftijden = tuple[Rijen, Rijen]
"""First dates of birth, and from each the months of age at which one is pensioengerechtigd."""


def maanden_oud(geboren: Rijen) -> Rijen:
    """Whole months of age on the reference date."""
    maand = geboren.astype("datetime64[M]")
    dag = geboren - maand.astype("datetime64[D]")
    peilmaand = np.datetime64(PEILDATUM, "M")
    peildag = np.datetime64(PEILDATUM) - peilmaand.astype("datetime64[D]")
    return (peilmaand - maand).astype(np.int64) - (peildag < dag)


def rond(bedrag: Rijen) -> Rijen:
    """To the cent, half up."""
    return np.floor(bedrag * 100 + 0.5) / 100


def reken(mensen: Bevolking, b: Bedragen, aow: AowLeeftijden) -> dict[str, Rijen]:
    """norm_per_maand, aantal_kostendelers and uitbetaling_per_maand; 0 for who has none."""
    maanden = maanden_oud(mensen.geboren)
    leeftijd = maanden // 12
    pensioen = maanden >= aow[1][np.searchsorted(aow[0], mensen.geboren, side="right") - 1]
    thuis = ~mensen.vlaggen["inrichting"]
    met = mensen.partner >= 0
    recht = (leeftijd >= 18) & ~mensen.vlaggen["heeft_geen_recht_op_bijstand"] & ((leeftijd >= 21) | thuis)
    kinderen = np.bincount(mensen.gezin, weights=(mensen.rol == KIND))[mensen.gezin] > 0
    deelt = (leeftijd >= 27) & ~mensen.vlaggen["student"] & thuis
    anderen = np.bincount(mensen.woning, weights=deelt)[mensen.woning] - deelt - (met & deelt[mensen.partner])
    telt = met & (leeftijd[mensen.partner] >= 21) & thuis[mensen.partner]
    kostendelers = np.where((leeftijd >= 21) & thuis, anderen + np.where(telt, 2, 1), 0)
    is_deler = (kostendelers > 0) & (anderen > 0)
    is_deler &= ~mensen.vlaggen["verblijft_tijdelijk_elders_voor_mantelzorg"]
    verhoging = np.where(
        (leeftijd < 21) & mensen.vlaggen["kan_geen_beroep_doen_op_ouders"], b["verhoging_jongerennorm"], 0.0
    )
    stand = Stand(mensen, leeftijd, pensioen, thuis, met, recht, kinderen, is_deler, verhoging)
    norm = _norm(stand, _kostendelersnorm(stand, kostendelers, b), b)
    return {
        "norm_per_maand": norm,
        "aantal_kostendelers": kostendelers,
        "uitbetaling_per_maand": _uitbetaling(stand, norm, b),
    }


class Stand:
    """What is known of each person, and the same of the partner; `partner` is only meaningful where `met`."""

    def __init__(self, mensen: Bevolking, *kolommen: Rijen) -> None:
        self.mensen = mensen
        self.leeftijd, self.pensioen, self.thuis, self.met, self.recht = kolommen[:5]
        self.kinderen, self.is_deler, self.verhoging = kolommen[5:]
        self.jong = self.leeftijd < 21
        self.p_jong = self.jong[mensen.partner]
        self.p_pensioen = self.met & self.pensioen[mensen.partner]
        self.samen = self.met & (self.thuis == self.thuis[mensen.partner])
        self.p_recht = self.met & self.recht[mensen.partner]
        self.eerste = mensen.rol != TWEEDE
        self.gehuwden = np.zeros(0)


def _kostendelersnorm(s: Stand, kostendelers: Rijen, b: Bedragen) -> Rijen:
    rekennorm = np.where(
        s.pensioen,
        b["norm_gehuwden_beiden_pensioengerechtigd"],
        np.where(
            s.p_pensioen & s.thuis[s.mensen.partner], b["norm_gehuwden_een_pensioengerechtigd"], b["norm_gehuwden"]
        ),
    )
    aantal = np.maximum(kostendelers, 1)
    vast, deel = b["kostendelersnorm_vast_deel"], b["kostendelersnorm_deel_per_persoon"]
    return rond((vast + aantal * deel) / aantal * rekennorm)


def _norm(s: Stand, kostendelersnorm: Rijen, b: Bedragen) -> Rijen:
    jong_alleen = np.where(s.kinderen, b["norm_alleenstaande_ouder_18_20"], b["norm_alleenstaande_18_20"])
    alleen = np.where(s.pensioen, b["norm_alleenstaande_pensioengerechtigd"], b["norm_alleenstaande"])
    alleen = np.where(s.is_deler, kostendelersnorm, alleen)
    alleen = np.where(s.jong, np.minimum(jong_alleen + s.verhoging, b["norm_alleenstaande"]), alleen)
    in_inrichting = b["norm_inrichting_alleenstaande"] + b["verhoging_inrichting_alleenstaande"]
    alleen = np.where(s.thuis, alleen, in_inrichting)
    beiden_jong = np.where(s.kinderen, b["norm_gehuwden_beiden_18_20_met_kinderen"], b["norm_gehuwden_beiden_18_20"])
    norm = np.where(s.samen, _naast_zonder_recht(s, alleen, beiden_jong, b), alleen)
    norm = np.where(s.samen & s.p_recht, _aandeel(s, kostendelersnorm, beiden_jong, b), norm)
    return np.where(s.recht, norm, 0.0)


def _naast_zonder_recht(s: Stand, alleen: Rijen, beiden_jong: Rijen, b: Bedragen) -> Rijen:
    helft = b["deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot"]
    van_leeftijd = np.where(
        s.jong,
        beiden_jong,
        np.where(s.pensioen, b["norm_gehuwden_beiden_pensioengerechtigd"], b["norm_gehuwden"]),
    )
    ruimte = (b["norm_gehuwden"] - beiden_jong) * helft
    naast = rond(helft * van_leeftijd) + np.where(s.verhoging > 0, rond(np.minimum(s.verhoging, ruimte)), 0.0)
    return np.where(~s.thuis | (~s.jong & s.is_deler), alleen, naast)


def _aandeel(s: Stand, kostendelersnorm: Rijen, beiden_jong: Rijen, b: Bedragen) -> Rijen:
    partner = s.mensen.partner
    s.gehuwden = np.where(
        s.pensioen & s.p_pensioen,
        b["norm_gehuwden_beiden_pensioengerechtigd"],
        np.where(s.pensioen | s.p_pensioen, b["norm_gehuwden_een_pensioengerechtigd"], b["norm_gehuwden"]),
    )
    een_jong = np.where(s.kinderen, b["norm_gehuwden_een_18_20_met_kinderen"], b["norm_gehuwden_een_18_20"])
    jong = np.where(s.jong & s.p_jong, beiden_jong, een_jong) + s.verhoging + s.verhoging[partner]
    samen = np.where(s.jong | s.p_jong, np.minimum(jong, b["norm_gehuwden"]), s.gehuwden)
    samen = np.where(s.thuis, samen, b["norm_inrichting_gehuwden"] + b["verhoging_inrichting_gehuwden"])
    helft = rond(samen / 2)
    deel = np.where(s.kinderen, b["deel_echtgenoot_18_20_met_kinderen"], b["deel_echtgenoot_18_20"])
    extra = np.maximum(0, np.minimum(s.verhoging, b["norm_gehuwden"] - deel - kostendelersnorm[partner]))
    aandeel = np.where(s.eerste, helft, samen - helft)
    aandeel = np.where(s.jong & s.is_deler[partner], deel + extra, aandeel)
    return np.where(s.is_deler, kostendelersnorm, aandeel)


def _uitbetaling(s: Stand, norm: Rijen, b: Bedragen) -> Rijen:
    partner = s.mensen.partner
    inkomen, vermogen = s.mensen.inkomen_in_centen / 100, s.mensen.vermogen_in_centen / 100
    p_inkomen = np.where(s.met, inkomen[partner], 0.0)
    over = inkomen + p_inkomen + np.maximum(0, norm - inkomen) - s.gehuwden
    meegeteld = np.where(s.p_recht, p_inkomen, np.maximum(0, np.minimum(p_inkomen, over)))
    bijstandsnorm = norm + np.where(s.p_recht, norm[partner], 0.0)
    ouder = np.where(s.kinderen, b["vermogensgrens_alleenstaande_ouder"], b["vermogensgrens_alleenstaande"])
    grens = np.where(s.met, b["vermogensgrens_gehuwden"], ouder)
    te_rijk = vermogen + np.where(s.met, vermogen[partner], 0.0) > grens
    bijstand = np.where(te_rijk, 0.0, np.maximum(0, bijstandsnorm - inkomen - meegeteld))
    eigen = np.where(s.samen & s.p_recht, b["verhoging_inrichting_gehuwden"], b["verhoging_inrichting_alleenstaande"])
    eigen = np.where(s.thuis, 0.0, eigen)
    verhoging = eigen + np.where(s.p_recht & ~s.samen, eigen[partner], 0.0)
    zonder = s.mensen.vlaggen["verhoging_inrichting_zonder_vakantietoeslag"]
    zonder = zonder | (s.met & zonder[partner])
    buiten = np.where(zonder, np.minimum(verhoging, bijstand), 0.0)
    gezin = rond((1 - b["vakantietoeslag_in_bijstand"]) * (bijstand - buiten) + buiten)
    helft = rond(gezin / 2)
    uitbetaling = np.where(s.p_recht, np.where(s.eerste, helft, gezin - helft), gezin)
    return np.where(s.recht, uitbetaling, 0.0)
