"""What the college takes off the norm, income and vermogen, in numpy: articles 27, 28 and 31 to 34."""

from collections.abc import Callable, ItemsView

import numpy as np

from benchmarks.peers.households import PEILDATUM, Rijen
from benchmarks.peers.numpy_state import Bedragen, Stand, maanden_in, rond

MAANDEN_ARBEID, MAANDEN_SUBSIDIE, MAANDEN_OUDER, PREMIES = 6, 12, 30, 2


def verlaging(s: Stand, norm: Rijen, b: Bedragen) -> Rijen:
    """What is taken off for who has no dwelling or housing costs, or left school less than six months ago."""
    p_deler, p_jong = s.is_deler[s.mensen.partner], s.p_jong
    paar = s.samen & s.p_recht & ~p_deler & (s.jong | p_jong | (~s.pensioen & ~s.p_pensioen))
    mag = s.thuis & ~s.is_deler & np.where(s.met, paar, s.jong | ~s.pensioen)
    zonder_woning, zonder_kosten = (
        s.van_een_van_beiden(naam) for naam in ("houdt_geen_woning_aan", "heeft_geen_woonkosten")
    )
    woning = np.where(zonder_woning, b["verlaging_zonder_woning"], zonder_kosten * b["verlaging_zonder_woonkosten"])
    verlaten = _verliet_school(s)
    school = verlaten | (s.met & verlaten[s.mensen.partner])
    deel = np.maximum(np.where(mag, woning, 0.0), school * b["verlaging_schoolverlater"])
    return rond(np.minimum(norm, deel * b["norm_gehuwden"]))


def _verliet_school(s: Stand) -> Rijen:
    verlaten = s.mensen.vlaggen["is_schoolverlater"].copy()
    wie = np.flatnonzero(verlaten)
    begin = s.mensen.gegevens.datums["onderwijs_beeindigd_op"][wie].astype("datetime64[D]")
    maand = begin.astype("datetime64[M]")
    laatste = (maand + 7).astype("datetime64[D]") - 1
    tot = np.minimum((maand + 6).astype("datetime64[D]") + (begin - maand.astype("datetime64[D]")), laatste)
    peildatum = np.datetime64(PEILDATUM)
    verlaten[wie] = (begin <= peildatum) & (peildatum < tot)
    return verlaten


def eigen_inkomen(s: Stand, b: Bedragen) -> Rijen:
    """Everyone's income after the exemptions."""
    lijst = s.mensen.inkomsten
    totaal = lijst.anders.astype(np.float64)
    for bedrag in lijst.per_soort.values():
        totaal += bedrag
    al_in_de_norm = s.is_deler & s.mensen.vlaggen["huurders_tellen_mee_in_de_norm"]
    totaal -= np.where(al_in_de_norm, lijst.per_soort["verhuur of kostgangers"], 0)
    totaal /= 100
    totaal -= _vrijlating_arbeid(s, b)
    for naam, vrijgelaten in _vrijlatingen(s, b):
        wie = np.flatnonzero(lijst.per_soort[naam])
        totaal[wie] -= vrijgelaten(wie, lijst.per_soort[naam][wie] / 100)
    return totaal


def _vrijlating_arbeid(s: Stand, b: Bedragen) -> Rijen:
    """Of who works: letter n, else y, else z or aa, else r."""
    per_soort, g = s.mensen.inkomsten.per_soort, s.mensen.gegevens
    uit = np.zeros(len(s.recht))
    wie = np.flatnonzero(s.recht & ((per_soort["arbeid"] > 0) | (per_soort["arbeid met loonkostensubsidie"] > 0)))
    subsidie = per_soort["arbeid met loonkostensubsidie"][wie] / 100
    arbeid = per_soort["arbeid"][wie] / 100 + subsidie
    jong, pensioen = s.leeftijd[wie] < 27, s.pensioen[wie]
    verstreken = g.aantallen["gebruikte_maanden_vrijlating_arbeid"][wie] >= MAANDEN_ARBEID
    verstreken |= g.vlaggen["had_vrijlating_arbeid_voor_oktober_2015"][wie]
    is_n = ~jong & (pensioen | (~verstreken & g.oordelen["vrijlating_arbeid_draagt_bij"][wie]))
    is_y = g.vlaggen["is_medisch_urenbeperkt"][wie]
    maanden = maanden_in(g.datums["vrijlating_loonkostensubsidie_vanaf"][wie])
    binnen = maanden < MAANDEN_SUBSIDIE
    binnen |= g.oordelen["uitbreiding_arbeidsomvang_is_niet_mogelijk"][wie]
    binnen &= maanden >= 0
    is_z = (subsidie > 0) & (jong | verstreken) & binnen
    is_r = _heeft_jong_kind(s)[wie] & ~s.met[wie] & ~jong & ~pensioen & verstreken
    maanden = maanden_in(g.datums["vrijlating_alleenstaande_ouder_vanaf"][wie])
    is_r &= (maanden >= 0) & (maanden < MAANDEN_OUDER)
    is_r &= g.oordelen["vrijlating_alleenstaande_ouder_draagt_bij"][wie]
    uit[wie] = rond(
        np.select(
            [is_n, is_y, is_z, is_r],
            [
                np.minimum(0.25 * arbeid, b["maximum_vrijlating_arbeid"]),
                np.minimum(0.15 * arbeid, b["maximum_vrijlating_medisch_urenbeperkt"]),
                np.minimum(0.15 * subsidie, b["maximum_vrijlating_loonkostensubsidie"]),
                np.minimum(0.125 * arbeid, b["maximum_vrijlating_alleenstaande_ouder"]),
            ],
            0.0,
        )
    )
    return uit


def _heeft_jong_kind(s: Stand) -> Rijen:
    """Who has a child under 12."""
    ouders = s.mensen.ouders[s.leeftijd < 12].ravel()
    heeft = np.zeros(len(s.leeftijd), np.bool_)
    heeft[ouders[ouders >= 0]] = True
    return heeft


def _vrijlatingen(s: Stand, b: Bedragen) -> ItemsView[str, Callable[[Rijen, Rijen], Rijen]]:
    """Kind of income -> what of it is left out, for some persons and their amounts."""
    g, per_soort, partner = s.mensen.gegevens, s.mensen.inkomsten.per_soort, s.mensen.partner

    def over(hoogste: str, eerder: str, wie: Rijen) -> Rijen:
        return np.maximum(0, b[hoogste] - g.bedragen[eerder][wie] / 100)

    def premie(wie: Rijen, bedrag: Rijen) -> Rijen:
        mag = (s.leeftijd[wie] >= 27) | g.vlaggen["behoort_tot_doelgroep_loonkostensubsidie"][wie]
        mag &= g.aantallen["aantal_premies_eerder_dit_jaar"][wie] < PREMIES
        mag &= g.oordelen["premie_draagt_bij_aan_arbeidsinschakeling"][wie]
        ruimte = over("maximum_premie_arbeidsinschakeling", "premies_eerder_dit_jaar", wie)
        return np.where(mag, np.minimum(bedrag, ruimte), 0.0)

    def vergoeding(wie: Rijen, bedrag: Rijen) -> Rijen:
        ruimte = over("maximum_vrijwilligersvergoeding_in_jaar", "vrijwilligersvergoeding_eerder_dit_jaar", wie)
        hoogste = np.minimum(b["maximum_vrijwilligersvergoeding_in_maand"], ruimte)
        return np.where(s.leeftijd[wie] >= 27, np.minimum(bedrag, hoogste), 0.0)

    def gift(wie: Rijen, bedrag: Rijen) -> Rijen:
        return np.minimum(bedrag, over("maximum_giften", "giften_eerder_dit_jaar", wie))

    def korting(wie: Rijen, bedrag: Rijen) -> Rijen:
        return np.where(s.leeftijd[wie] >= 27, bedrag, 0.0)

    def oudedag(wie: Rijen, bedrag: Rijen) -> Rijen:
        van_partner = per_soort["particuliere oudedagsvoorziening"][partner[wie]] / 100
        gehuwd = b["vrijlating_oudedagsvoorziening_gehuwden"]
        gehuwd = np.where(s.eerste[wie], gehuwd, np.maximum(0, gehuwd - van_partner))
        hoogste = np.where(s.met[wie], gehuwd, b["vrijlating_oudedagsvoorziening_alleenstaande"])
        return np.where(s.pensioen[wie] | s.p_pensioen[wie], np.minimum(bedrag, hoogste), 0.0)

    return {
        "premie": premie,
        "vrijwilligersvergoeding": vergoeding,
        "gift": gift,
        "jonggehandicaptenkorting": korting,
        "particuliere oudedagsvoorziening": oudedag,
    }.items()


def gezamenlijk_inkomen(s: Stand, inkomen: Rijen, norm: Rijen) -> Rijen:
    """The income of the single person or of the spouses; of one without a right as far as it counts."""
    totaal = s.samen_met_partner(inkomen)
    wie = np.flatnonzero(s.met & ~s.p_recht)
    eigen, van_partner = inkomen[wie], inkomen[s.mensen.partner[wie]]
    boven = eigen + van_partner + np.maximum(0, norm[wie] - eigen) - s.gehuwden[wie]
    telt = np.maximum(0, np.minimum(van_partner, boven))
    gescheiden = s.van_een_van_beiden("leeft_niet_duurzaam_gescheiden")[wie]
    totaal[wie] = eigen + np.where(gescheiden, np.maximum(0, van_partner - norm[wie]), telt)
    return totaal


def is_te_rijk(s: Stand, b: Bedragen) -> Rijen:
    """Whose vermogen, with what of the home counts, exceeds the limit."""
    lijst = s.mensen.bezittingen
    per_soort = lijst.per_soort
    vermogen = s.samen_met_partner((lijst.anders + per_soort["geld of ander bezit"] - per_soort["schuld"]) / 100)
    woning = s.samen_met_partner((per_soort["eigen woning"] - per_soort["hypotheek op de eigen woning"]) / 100)
    boven = np.maximum(0, woning - b["vrijlating_eigen_woning"])
    vermogen += np.where(s.mensen.gegevens.oordelen["tegeldemaking_woning_kan_worden_verlangd"], boven, 0.0)
    ouder = np.where(s.kinderen, b["vermogensgrens_alleenstaande_ouder"], b["vermogensgrens_alleenstaande"])
    return vermogen > np.where(s.met, b["vermogensgrens_gehuwden"], ouder)
