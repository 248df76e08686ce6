"""Bijzondere bijstand and what municipalities give beside it: collective health insurance and the city pass.
Participatiewet art. 35 lid 1 to 3.

How much someone can pay himself (draagkracht) is policy of the college; the law only says what it may leave out.
"""

from meedoen.recht.engine import (
    AantalMaanden,
    Geld,
    GeldPerJaar,
    GeldPerMaand,
    Jaren,
    Kinderen,
    Lijst,
    Partner,
    Procent,
    geen,
    regel,
    rond_op_centen,
)


@regel("Participatiewet 31 lid 2 en 35 lid 1")
def vrijgelaten_middelen_die_meetellen_per_maand(
    draagkracht_telt_vrijgelaten_middelen: bool,
    vrijgelaten_middelen_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
) -> GeldPerMaand:
    """What article 31 lid 2 leaves out for algemene bijstand counts here, of both spouses, unless the policy leaves it
    out too.
    """
    if not draagkracht_telt_vrijgelaten_middelen:
        return 0
    if heeft_partner:
        return vrijgelaten_middelen_per_maand + partner.vrijgelaten_middelen_per_maand
    return vrijgelaten_middelen_per_maand


@regel("Participatiewet 35 lid 1")
def draagkracht_uit_inkomen(
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    vrijgelaten_middelen_die_meetellen_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    draagkracht_inkomensgrens: Procent,
    draagkracht_deel_van_inkomen: Procent,
    draagkracht_periode: AantalMaanden,
) -> Geld:
    """Of the income above the percentage of the norm, the part that the policy counts, over the months that it
    counts. The law does not round: to the cent, half up.
    """
    inkomen = in_aanmerking_te_nemen_inkomen_per_maand + vrijgelaten_middelen_die_meetellen_per_maand
    boven = max(0, inkomen - draagkracht_inkomensgrens * bijstandsnorm_per_maand)
    return rond_op_centen(draagkracht_deel_van_inkomen * boven * draagkracht_periode)


@regel("Participatiewet 34 lid 1 onderdeel a, 35 lid 1")
def eigen_vermogen_zonder_uitzonderingen(bezittingen: Lijst, vermogen: Geld) -> Geld:
    """The vermogen of this person without his home, with what article 34 paragraph 2 leaves out elsewhere: usual goods,
    savings, damages. Or else the one amount that he stated.
    """
    if not any(bezit.waarde >= 0 for bezit in bezittingen):
        return vermogen
    totaal = sum(
        bezit.waarde
        for bezit in bezittingen
        if bezit.soort_bezit not in ("schuld", "eigen woning", "hypotheek op de eigen woning")
    )
    return totaal - sum(bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "schuld")


@regel("Participatiewet 34 lid 1 onderdeel a, 35 lid 1 en 50 lid 1")
def meetellend_vermogen_in_woning_zonder_vrijlating(
    gezamenlijk_vermogen_in_woning: Geld, tegeldemaking_woning_kan_worden_verlangd: bool
) -> Geld:
    """All of the vermogen in the home, when it can reasonably be asked to sell or mortgage it."""
    if gezamenlijk_vermogen_in_woning <= 0:
        return 0
    return gezamenlijk_vermogen_in_woning if tegeldemaking_woning_kan_worden_verlangd else 0


@regel("Participatiewet 34 lid 1 onderdeel a, 35 lid 1")
def gezamenlijk_vermogen_zonder_uitzonderingen(
    eigen_vermogen_zonder_uitzonderingen: Geld,
    heeft_partner: bool,
    partner: Partner,
    vermogen_van_kinderen: Geld,
    meetellend_vermogen_in_woning_zonder_vrijlating: Geld,
) -> Geld:
    """The vermogen of the single person or the couple, with their children: article 34 paragraph 2 does not hold for
    bijzondere bijstand.
    """
    eigen = eigen_vermogen_zonder_uitzonderingen
    samen = eigen + partner.eigen_vermogen_zonder_uitzonderingen if heeft_partner else eigen
    return samen + vermogen_van_kinderen + meetellend_vermogen_in_woning_zonder_vrijlating


@regel("Participatiewet 34 lid 3 en 35 lid 1")
def draagkracht_uit_vermogen(
    gezamenlijk_vermogen_zonder_uitzonderingen: Geld, vermogensgrens: Geld, draagkracht_vermogensvrijlating: Procent
) -> Geld:
    """All vermogen above the part of the limit that the policy leaves out. The law itself leaves nothing out here."""
    boven = gezamenlijk_vermogen_zonder_uitzonderingen - draagkracht_vermogensvrijlating * vermogensgrens
    return rond_op_centen(max(0, boven))


@regel("Participatiewet 35 lid 1")
def draagkracht(draagkracht_uit_inkomen: Geld, draagkracht_uit_vermogen: Geld) -> Geld:
    """What the single person or the family can pay from income and vermogen in the period."""
    return draagkracht_uit_inkomen + draagkracht_uit_vermogen


@regel("Participatiewet 35 lid 2")
def mag_bijzondere_bijstand_weigeren_onder_drempel(bijzondere_kosten: Geld, drempel_bijzondere_bijstand: Geld) -> bool:
    """May the college refuse because the costs within twelve months do not exceed the threshold?"""
    return bijzondere_kosten <= drempel_bijzondere_bijstand


@regel("Participatiewet 35 lid 1 en 2")
def bijzondere_bijstand(
    bijzondere_kosten: Geld,
    mag_bijzondere_bijstand_weigeren_onder_drempel: bool,
    bijzondere_bijstand_weigert_onder_drempel: bool,
    draagkracht: Geld,
    kosten_zijn_noodzakelijk_door_bijzondere_omstandigheden: bool,
) -> Geld:
    """The costs less what one can pay oneself. Whether they are necessary and come of special circumstances is judged
    last, by a person.
    """
    if mag_bijzondere_bijstand_weigeren_onder_drempel and bijzondere_bijstand_weigert_onder_drempel:
        return 0
    if draagkracht >= bijzondere_kosten or not kosten_zijn_noodzakelijk_door_bijzondere_omstandigheden:
        return 0
    return bijzondere_kosten - draagkracht


@regel("Participatiewet 35 lid 3")
def mag_deelnemen_aan_collectieve_zorgverzekering(
    leeftijd: Jaren,
    collectieve_zorgverzekering: bool,
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    collectieve_zorgverzekering_inkomensgrens: Procent,
) -> bool:
    """May this adult take part, on income alone? Nobody looks whether the insurance or its premium is necessary."""
    if leeftijd < 18:
        return geen("Wie jonger is dan 18 is verzekerd via de ouders.", "Participatiewet 35 lid 3")
    if not collectieve_zorgverzekering:
        return False
    grens = collectieve_zorgverzekering_inkomensgrens * bijstandsnorm_per_maand
    return in_aanmerking_te_nemen_inkomen_per_maand <= grens


@regel("Participatiewet 35 lid 3")
def bijdrage_collectieve_zorgverzekering_per_maand(
    mag_deelnemen_aan_collectieve_zorgverzekering: bool, collectieve_zorgverzekering_bijdrage: GeldPerMaand
) -> GeldPerMaand:
    """What the municipality pays of the premium of this person."""
    return collectieve_zorgverzekering_bijdrage if mag_deelnemen_aan_collectieve_zorgverzekering else 0


@regel(
    "Gemeentewet 108",
    geverifieerd=False,
    waarom="de stadspas staat niet in de Participatiewet; de grondslag buiten die wet is hier niet nagelezen",
)
def heeft_recht_op_stadspas(
    stadspas: bool,
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    stadspas_inkomensgrens: Procent,
) -> bool:
    """Does the income of this person or his family stay within the limit of the local scheme?"""
    if not stadspas:
        return False
    return in_aanmerking_te_nemen_inkomen_per_maand <= stadspas_inkomensgrens * bijstandsnorm_per_maand


@regel(
    "Gemeentewet 108",
    geverifieerd=False,
    waarom="de stadspas staat niet in de Participatiewet; de grondslag buiten die wet is hier niet nagelezen",
)
def stadspastegoed_van_volwassene_per_jaar(
    leeftijd: Jaren,
    stadspas_kind_tot_leeftijd: Jaren,
    heeft_recht_op_stadspas: bool,
    stadspas_bedrag_volwassene: GeldPerJaar,
) -> GeldPerJaar:
    """What is put on the pass of this person himself, once he is too old for the pass of a child."""
    if leeftijd < stadspas_kind_tot_leeftijd or not heeft_recht_op_stadspas:
        return 0
    return stadspas_bedrag_volwassene


@regel(
    "Gemeentewet 108",
    geverifieerd=False,
    waarom="de stadspas staat niet in de Participatiewet; de grondslag buiten die wet is hier niet nagelezen",
)
def stadspastegoed_van_kinderen_per_jaar(
    heeft_recht_op_stadspas: bool,
    kinderen: Kinderen,
    stadspas_kind_tot_leeftijd: Jaren,
    stadspas_bedrag_kind: GeldPerJaar,
) -> GeldPerJaar:
    """What is put on the passes of the children of this household together."""
    if not heeft_recht_op_stadspas:
        return 0
    return stadspas_bedrag_kind * sum(1 for kind in kinderen if kind.leeftijd < stadspas_kind_tot_leeftijd)
