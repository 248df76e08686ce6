"""From norm to payout on 1 January 2026, by hand, as variables of OpenFisca: articles 19, 27, 28, 34 and 45."""

import calendar
from typing import Any

import numpy as np

from benchmarks.peers.households import PEILDATUM, Rijen
from benchmarks.peers.numpy_state import rond
from benchmarks.peers.openfisca_entities import Gezin, samen, van_een_van_beiden, van_partner, variabele

DAGEN_VAN_MAAND = calendar.monthrange(PEILDATUM.year, PEILDATUM.month)[1]
HALVE_CENT = 0.005
"""Money is float32: what exceeds a limit exceeds it by a cent."""


@variabele(float)
def norm_van_gezin_per_maand(persoon: Any, period: Any) -> Rijen:
    return samen(persoon, period, "norm_per_maand")


@variabele(bool)
def is_norm_van_artikel_20_of_21(persoon: Any, period: Any) -> Rijen:
    jong, pensioen = persoon("leeftijd", period) < 21, persoon("is_pensioengerechtigd", period)
    deelt = persoon("is_kostendelersnorm_van_toepassing", period)
    met_recht = persoon("heeft_rechthebbende_echtgenoot", period) & ~persoon("partner_deelt_kosten", period)
    een_jong = jong | persoon("partner_is_jong", period)
    gehuwd = met_recht & (een_jong | (~pensioen & ~persoon("partner_is_pensioengerechtigd", period)))
    geldt = np.where(persoon("heeft_partner", period), gehuwd, jong | ~pensioen)
    return geldt & ~deelt & ~persoon("inrichting", period)


@variabele(float)
def percentage_verlaging_woonsituatie(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    zonder_woning = van_een_van_beiden(persoon, period, "houdt_geen_woning_aan")
    zonder_kosten = van_een_van_beiden(persoon, period, "heeft_geen_woonkosten")
    deel = np.select([zonder_woning, zonder_kosten], [p.verlaging_zonder_woning, p.verlaging_zonder_woonkosten], 0)
    return np.where(persoon("is_norm_van_artikel_20_of_21", period), deel, 0)


@variabele(bool)
def is_schoolverlater_binnen_zes_maanden(persoon: Any, period: Any) -> Rijen:
    begin = persoon("onderwijs_beeindigd_op", period)
    maand = begin.astype("datetime64[M]")
    laatste = (maand + 7).astype("datetime64[D]") - 1
    tot = np.minimum((maand + 6).astype("datetime64[D]") + (begin - maand.astype("datetime64[D]")), laatste)
    peildatum = np.datetime64(PEILDATUM)
    return persoon("is_schoolverlater", period) & (begin <= peildatum) & (peildatum < tot)


@variabele(float)
def percentage_verlaging_schoolverlater(persoon: Any, period: Any, parameters: Any) -> Rijen:
    geldt = van_een_van_beiden(persoon, period, "is_schoolverlater_binnen_zes_maanden")
    return np.where(geldt, parameters(period).verlaging_schoolverlater, 0)


@variabele(float)
def verlaging_van_de_norm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    woning = persoon("percentage_verlaging_woonsituatie", period)
    deel = np.maximum(woning, persoon("percentage_verlaging_schoolverlater", period))
    grondslag = parameters(period).norm_gehuwden
    return rond(np.minimum(persoon("norm_van_gezin_per_maand", period), deel * grondslag))


@variabele(float)
def bijstandsnorm_per_maand(persoon: Any, period: Any) -> Rijen:
    return persoon("norm_van_gezin_per_maand", period) - persoon("verlaging_van_de_norm_per_maand", period)


@variabele(float)
def vermogensgrens(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    alleen = np.where(kinderen, p.vermogensgrens_alleenstaande_ouder, p.vermogensgrens_alleenstaande)
    return np.where(persoon("heeft_partner", period), p.vermogensgrens_gehuwden, alleen)


@variabele(float)
def eigen_vermogen(persoon: Any, period: Any) -> Rijen:
    return persoon("vermogen", period) + persoon("geld_of_ander_bezit", period) - persoon("schuld", period)


@variabele(float)
def eigen_vermogen_in_woning(persoon: Any, period: Any) -> Rijen:
    return persoon("eigen_woning", period) - persoon("hypotheek_op_de_eigen_woning", period)


@variabele(float)
def vermogen_in_woning_boven_vrijlating(persoon: Any, period: Any, parameters: Any) -> Rijen:
    woning = samen(persoon, period, "eigen_vermogen_in_woning")
    return np.maximum(0, woning - parameters(period).vrijlating_eigen_woning)


@variabele(float)
def meetellend_vermogen_in_woning(persoon: Any, period: Any) -> Rijen:
    boven = persoon("vermogen_in_woning_boven_vrijlating", period)
    return np.where(persoon("tegeldemaking_woning_kan_worden_verlangd", period), boven, 0)


@variabele(float)
def gezamenlijk_vermogen(persoon: Any, period: Any) -> Rijen:
    vermogen = samen(persoon, period, "eigen_vermogen")
    return vermogen + persoon("meetellend_vermogen_in_woning", period)


@variabele(bool)
def heeft_in_aanmerking_te_nemen_vermogen(persoon: Any, period: Any) -> Rijen:
    return persoon("gezamenlijk_vermogen", period) - persoon("vermogensgrens", period) > HALVE_CENT


@variabele(float)
def algemene_bijstand_per_maand(persoon: Any, period: Any) -> Rijen:
    te_rijk = persoon("heeft_in_aanmerking_te_nemen_vermogen", period)
    inkomen = persoon("in_aanmerking_te_nemen_inkomen_per_maand", period)
    return np.where(te_rijk, 0, np.maximum(0, persoon("bijstandsnorm_per_maand", period) - inkomen))


@variabele(float)
def verhoging_inrichting_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    gehuwd = persoon("heeft_rechthebbende_echtgenoot", period)
    verhoging = np.where(gehuwd, p.verhoging_inrichting_gehuwden, p.verhoging_inrichting_alleenstaande)
    return np.where(persoon("inrichting", period), verhoging, 0)


@variabele(float)
def verhoging_inrichting_van_gezin_per_maand(persoon: Any, period: Any) -> Rijen:
    eigen = persoon("verhoging_inrichting_per_maand", period)
    apart = persoon("partner_heeft_recht", period) & ~persoon("heeft_echtgenoot_in_zelfde_verblijf", period)
    return eigen + np.where(apart, van_partner(persoon, eigen), 0)


@variabele(float)
def verhoging_buiten_vakantietoeslag_per_maand(persoon: Any, period: Any) -> Rijen:
    gekozen = van_een_van_beiden(persoon, period, "verhoging_inrichting_zonder_vakantietoeslag")
    verhoging = persoon("verhoging_inrichting_van_gezin_per_maand", period)
    return np.where(gekozen, np.minimum(verhoging, persoon("algemene_bijstand_per_maand", period)), 0)


@variabele(float)
def uitbetaling_over_hele_maand_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    buiten = persoon("verhoging_buiten_vakantietoeslag_per_maand", period)
    deel = 1 - parameters(period).vakantietoeslag_in_bijstand
    return deel * (persoon("algemene_bijstand_per_maand", period) - buiten) + buiten


@variabele(int)
def aantal_dagen_met_recht(persoon: Any, period: Any) -> Rijen:
    dagen = persoon("laatste_dag_met_recht", period) - persoon("eerste_dag_met_recht", period)
    return np.minimum(dagen.astype(np.int64) + 1, DAGEN_VAN_MAAND)


@variabele(float)
def uitbetaling_van_gezin_per_maand(persoon: Any, period: Any) -> Rijen:
    heel = persoon("uitbetaling_over_hele_maand_per_maand", period)
    deel = heel * persoon("aantal_dagen_met_recht", period) / DAGEN_VAN_MAAND
    return rond(np.where(van_een_van_beiden(persoon, period, "is_deel_van_een_maand"), deel, heel))


@variabele(float)
def uitbetaling_per_maand(persoon: Any, period: Any) -> Rijen:
    gezin = persoon("uitbetaling_van_gezin_per_maand", period)
    helft = rond(gezin / 2)
    voor_beiden = persoon("ontvangt_uitbetaling_voor_beiden", period)
    gedeeld = np.select(
        [voor_beiden, van_partner(persoon, voor_beiden), persoon.has_role(Gezin.TWEEDE)],
        [gezin, 0, gezin - helft],
        helft,
    )
    uitbetaling = np.where(persoon("partner_heeft_recht", period), gedeeld, gezin)
    return np.where(persoon("heeft_recht_op_algemene_bijstand", period), uitbetaling, 0)
