"""Income on 1 January 2026, by hand, as variables of OpenFisca: articles 31 to 33."""

from typing import Any

import numpy as np

from benchmarks.peers.households import Rijen
from benchmarks.peers.kernel import INKOMSTEN
from benchmarks.peers.numpy_state import maanden_in, rond
from benchmarks.peers.openfisca_entities import (
    Gezin,
    naam_van,
    samen,
    van_een_van_beiden,
    van_partner,
    variabele,
)

MAANDEN_ARBEID, MAANDEN_SUBSIDIE, MAANDEN_OUDER, PREMIES = 6, 12, 30, 2


@variabele(float)
def inkomsten_uit_arbeid_per_maand(persoon: Any, period: Any) -> Rijen:
    return persoon("arbeid", period) + persoon("arbeid_met_loonkostensubsidie", period)


@variabele(float)
def inkomsten_voor_vrijlating_per_maand(persoon: Any, period: Any) -> Rijen:
    alles = sum(persoon(naam_van(soort), period) for soort in INKOMSTEN)
    al_in_de_norm = persoon("is_kostendelersnorm_van_toepassing", period)
    al_in_de_norm = al_in_de_norm & persoon("huurders_tellen_mee_in_de_norm", period)
    return alles - np.where(al_in_de_norm, persoon("verhuur_of_kostgangers", period), 0)


@variabele(bool)
def is_te_jong_voor_vrijlating(persoon: Any, period: Any) -> Rijen:
    return persoon("leeftijd", period) < 27


@variabele(bool)
def is_termijn_vrijlating_arbeid_verstreken(persoon: Any, period: Any) -> Rijen:
    verstreken = persoon("gebruikte_maanden_vrijlating_arbeid", period) >= MAANDEN_ARBEID
    return verstreken | persoon("had_vrijlating_arbeid_voor_oktober_2015", period)


@variabele(bool)
def heeft_vrij_te_laten_arbeid(persoon: Any, period: Any) -> Rijen:
    recht = persoon("heeft_recht_op_algemene_bijstand", period)
    return recht & (persoon("inkomsten_uit_arbeid_per_maand", period) > 0)


@variabele(bool)
def is_vrijlating_arbeid_van_toepassing(persoon: Any, period: Any) -> Rijen:
    binnen = ~persoon("is_termijn_vrijlating_arbeid_verstreken", period)
    mag = persoon("is_pensioengerechtigd", period) | (binnen & persoon("vrijlating_arbeid_draagt_bij", period))
    return mag & persoon("heeft_vrij_te_laten_arbeid", period) & ~persoon("is_te_jong_voor_vrijlating", period)


@variabele(bool)
def is_vrijlating_medisch_urenbeperkt_mogelijk(persoon: Any, period: Any) -> Rijen:
    mag = persoon("heeft_vrij_te_laten_arbeid", period) & persoon("is_medisch_urenbeperkt", period)
    return mag & ~persoon("is_vrijlating_arbeid_van_toepassing", period)


@variabele(bool)
def is_binnen_termijn_vrijlating_loonkostensubsidie(persoon: Any, period: Any) -> Rijen:
    maanden = maanden_in(persoon("vrijlating_loonkostensubsidie_vanaf", period))
    binnen = (maanden < MAANDEN_SUBSIDIE) | persoon("uitbreiding_arbeidsomvang_is_niet_mogelijk", period)
    return binnen & (maanden >= 0)


@variabele(bool)
def is_vrijlating_loonkostensubsidie_van_toepassing(persoon: Any, period: Any) -> Rijen:
    mag = persoon("heeft_recht_op_algemene_bijstand", period) & (persoon("arbeid_met_loonkostensubsidie", period) > 0)
    eerder = persoon("is_vrijlating_arbeid_van_toepassing", period)
    eerder = eerder | persoon("is_vrijlating_medisch_urenbeperkt_mogelijk", period)
    begonnen = persoon("is_te_jong_voor_vrijlating", period)
    begonnen = begonnen | persoon("is_termijn_vrijlating_arbeid_verstreken", period)
    return mag & ~eerder & begonnen & persoon("is_binnen_termijn_vrijlating_loonkostensubsidie", period)


@variabele(bool)
def is_alleenstaande_ouder_van_kind_tot_12(persoon: Any, period: Any) -> Rijen:
    jong = persoon("leeftijd", period) < 12
    return ~persoon("heeft_partner", period) & (persoon.gezin.sum(jong, role=Gezin.KIND) > 0)


@variabele(bool)
def is_binnen_termijn_vrijlating_alleenstaande_ouder(persoon: Any, period: Any) -> Rijen:
    maanden = maanden_in(persoon("vrijlating_alleenstaande_ouder_vanaf", period))
    return (maanden >= 0) & (maanden < MAANDEN_OUDER)


@variabele(bool)
def is_vrijlating_alleenstaande_ouder_van_toepassing(persoon: Any, period: Any) -> Rijen:
    mag = persoon("heeft_vrij_te_laten_arbeid", period) & persoon("is_alleenstaande_ouder_van_kind_tot_12", period)
    mag = mag & ~persoon("is_te_jong_voor_vrijlating", period) & ~persoon("is_pensioengerechtigd", period)
    mag = mag & persoon("is_termijn_vrijlating_arbeid_verstreken", period)
    mag = mag & ~persoon("is_vrijlating_medisch_urenbeperkt_mogelijk", period)
    mag = mag & ~persoon("is_vrijlating_loonkostensubsidie_van_toepassing", period)
    mag = mag & persoon("is_binnen_termijn_vrijlating_alleenstaande_ouder", period)
    return mag & persoon("vrijlating_alleenstaande_ouder_draagt_bij", period)


@variabele(float)
def vrijlating_inkomsten_uit_arbeid_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    arbeid = persoon("inkomsten_uit_arbeid_per_maand", period)
    met_subsidie = persoon("arbeid_met_loonkostensubsidie", period)
    vrij = np.select(
        [
            persoon("is_vrijlating_arbeid_van_toepassing", period),
            persoon("is_vrijlating_medisch_urenbeperkt_mogelijk", period),
            persoon("is_vrijlating_loonkostensubsidie_van_toepassing", period),
            persoon("is_vrijlating_alleenstaande_ouder_van_toepassing", period),
        ],
        [
            np.minimum(0.25 * arbeid, p.maximum_vrijlating_arbeid),
            np.minimum(0.15 * arbeid, p.maximum_vrijlating_medisch_urenbeperkt),
            np.minimum(0.15 * met_subsidie, p.maximum_vrijlating_loonkostensubsidie),
            np.minimum(0.125 * arbeid, p.maximum_vrijlating_alleenstaande_ouder),
        ],
        0,
    )
    return rond(vrij)


@variabele(float)
def vrijlating_jonggehandicaptenkorting_per_maand(persoon: Any, period: Any) -> Rijen:
    return np.where(persoon("leeftijd", period) < 27, 0, persoon("jonggehandicaptenkorting", period))


@variabele(bool)
def is_premie_uitgesloten_door_leeftijd(persoon: Any, period: Any) -> Rijen:
    return (persoon("leeftijd", period) < 27) & ~persoon("behoort_tot_doelgroep_loonkostensubsidie", period)


@variabele(float)
def vrijlating_premie_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    over = parameters(period).maximum_premie_arbeidsinschakeling - persoon("premies_eerder_dit_jaar", period)
    mag = persoon("premie_draagt_bij_aan_arbeidsinschakeling", period)
    mag = mag & ~persoon("is_premie_uitgesloten_door_leeftijd", period)
    mag = mag & (persoon("aantal_premies_eerder_dit_jaar", period) < PREMIES)
    return np.where(mag, np.minimum(persoon("premie", period), np.maximum(0, over)), 0)


@variabele(float)
def hoogste_vrijwilligersvergoeding_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    over = p.maximum_vrijwilligersvergoeding_in_jaar - persoon("vrijwilligersvergoeding_eerder_dit_jaar", period)
    return np.minimum(p.maximum_vrijwilligersvergoeding_in_maand, np.maximum(0, over))


@variabele(float)
def vrijlating_vrijwilligersvergoeding_per_maand(persoon: Any, period: Any) -> Rijen:
    hoogste = persoon("hoogste_vrijwilligersvergoeding_per_maand", period)
    vrij = np.minimum(persoon("vrijwilligersvergoeding", period), hoogste)
    return np.where(persoon("is_te_jong_voor_vrijlating", period), 0, vrij)


@variabele(float)
def vrijlating_giften_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    over = parameters(period).maximum_giften - persoon("giften_eerder_dit_jaar", period)
    return np.minimum(persoon("gift", period), np.maximum(0, over))


@variabele(float)
def vrijlating_oudedagsvoorziening_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    pensioen = persoon("particuliere_oudedagsvoorziening", period)
    over = np.maximum(0, p.vrijlating_oudedagsvoorziening_gehuwden - van_partner(persoon, pensioen))
    is_tweede = persoon.has_role(Gezin.TWEEDE)
    gehuwd = np.where(is_tweede, over, p.vrijlating_oudedagsvoorziening_gehuwden)
    alleen = p.vrijlating_oudedagsvoorziening_alleenstaande
    hoogste = np.where(persoon("heeft_partner", period), gehuwd, alleen)
    geldt = persoon("is_pensioengerechtigd", period) | persoon("partner_is_pensioengerechtigd", period)
    return np.where(geldt, np.minimum(pensioen, hoogste), 0)


@variabele(float)
def vrijlatingen_per_maand(persoon: Any, period: Any) -> Rijen:
    return (
        persoon("vrijlating_inkomsten_uit_arbeid_per_maand", period)
        + persoon("vrijlating_jonggehandicaptenkorting_per_maand", period)
        + persoon("vrijlating_premie_per_maand", period)
        + persoon("vrijlating_vrijwilligersvergoeding_per_maand", period)
        + persoon("vrijlating_giften_per_maand", period)
        + persoon("vrijlating_oudedagsvoorziening_per_maand", period)
    )


@variabele(float)
def eigen_inkomen_per_maand(persoon: Any, period: Any) -> Rijen:
    gesteld = persoon("inkomen_per_maand", period) + persoon("inkomsten_voor_vrijlating_per_maand", period)
    return gesteld - persoon("vrijlatingen_per_maand", period)


@variabele(float)
def inkomen_van_niet_rechthebbende_echtgenoot_per_maand(persoon: Any, period: Any) -> Rijen:
    inkomen, norm = persoon("eigen_inkomen_per_maand", period), persoon("bijstandsnorm_per_maand", period)
    van_hem = van_partner(persoon, inkomen)
    boven = inkomen + van_hem + np.maximum(0, norm - inkomen) - persoon("norm_gehuwden_vanaf_21_per_maand", period)
    gescheiden = van_een_van_beiden(persoon, period, "leeft_niet_duurzaam_gescheiden")
    return np.maximum(0, np.where(gescheiden, van_hem - norm, np.minimum(van_hem, boven)))


@variabele(float)
def in_aanmerking_te_nemen_inkomen_per_maand(persoon: Any, period: Any) -> Rijen:
    inkomen = persoon("eigen_inkomen_per_maand", period)
    zonder_recht = persoon("heeft_partner", period) & ~persoon("partner_heeft_recht", period)
    deel = persoon("inkomen_van_niet_rechthebbende_echtgenoot_per_maand", period)
    return np.where(zonder_recht, inkomen + deel, samen(persoon, period, "eigen_inkomen_per_maand"))
