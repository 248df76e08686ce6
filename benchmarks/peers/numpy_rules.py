"""The rules of the three results on 1 January 2026, by hand, as numpy on whole columns of euros (float64).

The norm is here, income and vermogen in `numpy_means.py`. What few persons have is computed for these only.
"""

import calendar

import numpy as np

from benchmarks.peers.households import KIND, PEILDATUM, Bevolking, Rijen
from benchmarks.peers.numpy_means import eigen_inkomen, gezamenlijk_inkomen, is_te_rijk, verlaging
from benchmarks.peers.numpy_state import AowLeeftijden, Bedragen, Stand, maanden_sinds, rond

DAGEN_VAN_MAAND = calendar.monthrange(PEILDATUM.year, PEILDATUM.month)[1]


def reken(mensen: Bevolking, b: Bedragen, aow: AowLeeftijden) -> dict[str, Rijen]:
    """norm_per_maand, aantal_kostendelers and uitbetaling_per_maand; 0 for who has none."""
    maanden = maanden_sinds(mensen.geboren)
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
    stand.gehuwden = _gehuwd_vanaf_21(stand, b)
    norm = _norm(stand, _kostendelersnorm(stand, kostendelers, b), b)
    return {
        "norm_per_maand": norm,
        "aantal_kostendelers": kostendelers,
        "uitbetaling_per_maand": _uitbetaling(stand, norm, b),
    }


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


def _gehuwd_vanaf_21(s: Stand, b: Bedragen) -> Rijen:
    een = np.where(s.pensioen | s.p_pensioen, b["norm_gehuwden_een_pensioengerechtigd"], b["norm_gehuwden"])
    return np.where(s.pensioen & s.p_pensioen, b["norm_gehuwden_beiden_pensioengerechtigd"], een)


def _uitbetaling(s: Stand, norm: Rijen, b: Bedragen) -> Rijen:
    partner = s.mensen.partner
    bijstandsnorm = norm + np.where(s.p_recht, norm[partner], 0.0)
    bijstandsnorm = bijstandsnorm - verlaging(s, bijstandsnorm, b)
    inkomen = gezamenlijk_inkomen(s, eigen_inkomen(s, b), bijstandsnorm)
    bijstand = np.where(is_te_rijk(s, b), 0.0, np.maximum(0, bijstandsnorm - inkomen))
    eigen = np.where(s.samen & s.p_recht, b["verhoging_inrichting_gehuwden"], b["verhoging_inrichting_alleenstaande"])
    eigen = np.where(s.thuis, 0.0, eigen)
    verhoging = eigen + np.where(s.p_recht & ~s.samen, eigen[partner], 0.0)
    zonder = s.van_een_van_beiden("verhoging_inrichting_zonder_vakantietoeslag")
    buiten = np.where(zonder, np.minimum(verhoging, bijstand), 0.0)
    gezin = (1 - b["vakantietoeslag_in_bijstand"]) * (bijstand - buiten) + buiten
    deel = np.flatnonzero(s.van_een_van_beiden("is_deel_van_een_maand"))
    datums = s.mensen.gegevens.datums
    dagen = datums["laatste_dag_met_recht"][deel] - datums["eerste_dag_met_recht"][deel] + 1
    gezin[deel] = gezin[deel] * np.minimum(dagen, DAGEN_VAN_MAAND) / DAGEN_VAN_MAAND
    gezin = rond(gezin)
    helft = rond(gezin / 2)
    samen = np.where(s.eerste, helft, gezin - helft)
    voor_beiden = s.mensen.vlaggen["ontvangt_uitbetaling_voor_beiden"]
    samen = np.where(voor_beiden, gezin, np.where(voor_beiden[partner], 0.0, samen))
    return np.where(s.recht, np.where(s.p_recht, samen, gezin), 0.0)
