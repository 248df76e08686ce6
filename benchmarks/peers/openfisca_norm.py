"""The norm on 1 January 2026, by hand, as variables of OpenFisca: one per rule, as its manual advises."""

from typing import Any

import numpy as np

from benchmarks.peers.households import Rijen
from benchmarks.peers.numpy_state import maanden_sinds, rond
from benchmarks.peers.openfisca_entities import AOW, Gezin, van_partner, variabele


@variabele(int)
def leeftijd_in_maanden(persoon: Any, period: Any) -> Rijen:
    return maanden_sinds(persoon("geboortedatum", period))


@variabele(int)
def leeftijd(persoon: Any, period: Any) -> Rijen:
    return persoon("leeftijd_in_maanden", period) // 12


@variabele(bool)
def is_pensioengerechtigd(persoon: Any, period: Any) -> Rijen:
    dagen, maanden = AOW
    vereist = maanden[np.searchsorted(dagen, persoon("geboortedatum", period), side="right") - 1]
    return persoon("leeftijd_in_maanden", period) >= vereist


@variabele(bool)
def heeft_partner(persoon: Any, period: Any) -> Rijen:
    return persoon.has_role(Gezin.ECHTGENOOT) & (persoon.gezin.nb_persons(role=Gezin.ECHTGENOOT) == 2)


@variabele(bool)
def heeft_recht_op_algemene_bijstand(persoon: Any, period: Any) -> Rijen:
    jaren, binnen = persoon("leeftijd", period), persoon("inrichting", period)
    uitgesloten = persoon("heeft_geen_recht_op_bijstand", period)
    return (jaren >= 18) & ~uitgesloten & ((jaren >= 21) | ~binnen)


@variabele(bool)
def heeft_ten_laste_komende_kinderen(persoon: Any, period: Any) -> Rijen:
    return persoon.gezin.nb_persons(role=Gezin.KIND) > 0


@variabele(bool)
def partner_is_in_inrichting(persoon: Any, period: Any) -> Rijen:
    return van_partner(persoon, persoon("inrichting", period))


@variabele(bool)
def partner_is_jong(persoon: Any, period: Any) -> Rijen:
    return persoon("heeft_partner", period) & van_partner(persoon, persoon("leeftijd", period) < 21)


@variabele(bool)
def heeft_echtgenoot_in_zelfde_verblijf(persoon: Any, period: Any) -> Rijen:
    zelfde = persoon("inrichting", period) == persoon("partner_is_in_inrichting", period)
    return persoon("heeft_partner", period) & zelfde


@variabele(bool)
def partner_heeft_recht(persoon: Any, period: Any) -> Rijen:
    recht = persoon("heeft_recht_op_algemene_bijstand", period)
    return persoon("heeft_partner", period) & van_partner(persoon, recht)


@variabele(bool)
def heeft_rechthebbende_echtgenoot(persoon: Any, period: Any) -> Rijen:
    return persoon("heeft_echtgenoot_in_zelfde_verblijf", period) & persoon("partner_heeft_recht", period)


@variabele(bool)
def kan_kosten_delen(persoon: Any, period: Any) -> Rijen:
    jaren = persoon("leeftijd", period)
    return (jaren >= 27) & ~persoon("student", period) & ~persoon("inrichting", period)


@variabele(int)
def aantal_kostendelende_medebewoners(persoon: Any, period: Any) -> Rijen:
    deelt = persoon("kan_kosten_delen", period)
    mijn_partner = persoon("heeft_partner", period) & van_partner(persoon, deelt)
    return persoon.woning.sum(deelt) - deelt - mijn_partner


@variabele(bool)
def is_meetellende_echtgenoot(persoon: Any, period: Any) -> Rijen:
    telt = ~persoon("partner_is_jong", period) & ~persoon("partner_is_in_inrichting", period)
    return persoon("heeft_partner", period) & telt


@variabele(int)
def aantal_kostendelers(persoon: Any, period: Any) -> Rijen:
    anderen = persoon("aantal_kostendelende_medebewoners", period)
    telt = persoon("is_meetellende_echtgenoot", period)
    geldt = (persoon("leeftijd", period) >= 21) & ~persoon("inrichting", period)
    return np.where(geldt, anderen + np.where(telt, 2, 1), 0)


@variabele(bool)
def is_kostendelersnorm_van_toepassing(persoon: Any, period: Any) -> Rijen:
    geldt = (persoon("leeftijd", period) >= 21) & ~persoon("inrichting", period)
    elders = persoon("verblijft_tijdelijk_elders_voor_mantelzorg", period)
    return geldt & ~elders & (persoon("aantal_kostendelende_medebewoners", period) > 0)


@variabele(bool)
def partner_deelt_kosten(persoon: Any, period: Any) -> Rijen:
    return van_partner(persoon, persoon("is_kostendelersnorm_van_toepassing", period))


@variabele(bool)
def partner_is_pensioengerechtigd(persoon: Any, period: Any) -> Rijen:
    pensioen = persoon("is_pensioengerechtigd", period)
    return persoon("heeft_partner", period) & van_partner(persoon, pensioen)


@variabele(float)
def rekennorm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    partner_thuis = ~persoon("partner_is_in_inrichting", period)
    een = persoon("partner_is_pensioengerechtigd", period) & partner_thuis
    return np.select(
        [persoon("is_pensioengerechtigd", period), een],
        [p.norm_gehuwden_beiden_pensioengerechtigd, p.norm_gehuwden_een_pensioengerechtigd],
        p.norm_gehuwden,
    )


@variabele(float)
def kostendelersnorm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    aantal = np.maximum(persoon("aantal_kostendelers", period), 1)
    deel = (p.kostendelersnorm_vast_deel + aantal * p.kostendelersnorm_deel_per_persoon) / aantal
    return rond(deel * persoon("rekennorm_per_maand", period))


@variabele(float)
def eigen_verhoging_jongerennorm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    geldt = (persoon("leeftijd", period) < 21) & persoon("kan_geen_beroep_doen_op_ouders", period)
    return np.where(geldt, parameters(period).verhoging_jongerennorm, 0)


@variabele(float)
def jongerennorm_als_alleenstaande_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    norm = np.where(kinderen, p.norm_alleenstaande_ouder_18_20, p.norm_alleenstaande_18_20)
    return np.minimum(norm + persoon("eigen_verhoging_jongerennorm_per_maand", period), p.norm_alleenstaande)


@variabele(float)
def norm_als_alleenstaande_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    pensioen = persoon("is_pensioengerechtigd", period)
    return np.select(
        [
            persoon("inrichting", period),
            persoon("leeftijd", period) < 21,
            persoon("is_kostendelersnorm_van_toepassing", period),
        ],
        [
            p.norm_inrichting_alleenstaande + p.verhoging_inrichting_alleenstaande,
            persoon("jongerennorm_als_alleenstaande_per_maand", period),
            persoon("kostendelersnorm_per_maand", period),
        ],
        np.where(pensioen, p.norm_alleenstaande_pensioengerechtigd, p.norm_alleenstaande),
    )


@variabele(float)
def norm_gehuwden_vanaf_21_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    ik, hij = persoon("is_pensioengerechtigd", period), persoon("partner_is_pensioengerechtigd", period)
    een = np.where(ik | hij, p.norm_gehuwden_een_pensioengerechtigd, p.norm_gehuwden)
    return np.where(ik & hij, p.norm_gehuwden_beiden_pensioengerechtigd, een)


@variabele(float)
def jongerennorm_gehuwden_beiden_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    return np.where(kinderen, p.norm_gehuwden_beiden_18_20_met_kinderen, p.norm_gehuwden_beiden_18_20)


@variabele(float)
def jongerennorm_gehuwden_een_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    return np.where(kinderen, p.norm_gehuwden_een_18_20_met_kinderen, p.norm_gehuwden_een_18_20)


@variabele(float)
def gezamenlijke_norm_gehuwden_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    jong = persoon("leeftijd", period) < 21
    partner_jong = persoon("partner_is_jong", period)
    verhoging = persoon("eigen_verhoging_jongerennorm_per_maand", period)
    norm = np.where(
        jong & partner_jong,
        persoon("jongerennorm_gehuwden_beiden_per_maand", period),
        persoon("jongerennorm_gehuwden_een_per_maand", period),
    )
    norm = np.minimum(norm + verhoging + van_partner(persoon, verhoging), p.norm_gehuwden)
    return np.select(
        [persoon("inrichting", period), ~jong & ~partner_jong],
        [
            p.norm_inrichting_gehuwden + p.verhoging_inrichting_gehuwden,
            persoon("norm_gehuwden_vanaf_21_per_maand", period),
        ],
        norm,
    )


@variabele(float)
def deel_van_jonge_echtgenoot_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    deel = np.where(kinderen, p.deel_echtgenoot_18_20_met_kinderen, p.deel_echtgenoot_18_20)
    ruimte = p.norm_gehuwden - deel - van_partner(persoon, persoon("kostendelersnorm_per_maand", period))
    return deel + np.maximum(0, np.minimum(persoon("eigen_verhoging_jongerennorm_per_maand", period), ruimte))


@variabele(float)
def aandeel_in_norm_gehuwden_per_maand(persoon: Any, period: Any) -> Rijen:
    deelt = persoon("is_kostendelersnorm_van_toepassing", period)
    samen = persoon("gezamenlijke_norm_gehuwden_per_maand", period)
    helft = rond(samen / 2)
    return np.select(
        [deelt, (persoon("leeftijd", period) < 21) & persoon("partner_deelt_kosten", period)],
        [persoon("kostendelersnorm_per_maand", period), persoon("deel_van_jonge_echtgenoot_per_maand", period)],
        np.where(persoon.has_role(Gezin.TWEEDE), samen - helft, helft),
    )


@variabele(float)
def norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    pensioen = persoon("is_pensioengerechtigd", period)
    return np.where(
        persoon("leeftijd", period) < 21,
        persoon("jongerennorm_gehuwden_beiden_per_maand", period),
        np.where(pensioen, p.norm_gehuwden_beiden_pensioengerechtigd, p.norm_gehuwden),
    )


@variabele(float)
def norm_naast_niet_rechthebbende_echtgenoot_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    deel = p.deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot
    verhoging = persoon("eigen_verhoging_jongerennorm_per_maand", period)
    ruimte = (p.norm_gehuwden - persoon("jongerennorm_gehuwden_beiden_per_maand", period)) * deel
    helft = rond(deel * persoon("norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand", period))
    deelt = (persoon("leeftijd", period) >= 21) & persoon("is_kostendelersnorm_van_toepassing", period)
    return np.where(
        persoon("inrichting", period) | deelt,
        persoon("norm_als_alleenstaande_per_maand", period),
        helft + np.where(verhoging > 0, rond(np.minimum(verhoging, ruimte)), 0),
    )


@variabele(float)
def norm_per_maand(persoon: Any, period: Any) -> Rijen:
    return np.select(
        [
            ~persoon("heeft_recht_op_algemene_bijstand", period),
            persoon("heeft_rechthebbende_echtgenoot", period),
            persoon("heeft_echtgenoot_in_zelfde_verblijf", period),
        ],
        [
            0,
            persoon("aandeel_in_norm_gehuwden_per_maand", period),
            persoon("norm_naast_niet_rechthebbende_echtgenoot_per_maand", period),
        ],
        persoon("norm_als_alleenstaande_per_maand", period),
    )
