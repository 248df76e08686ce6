"""Who supports whom towards work, college or UWV, and what a person can claim. Participatiewet art. 7 to 10da."""

from typing import Literal

from meedoen.recht.engine import Jaren, Keuze, Partner, regel


@regel("Participatiewet 7 lid 1 onderdeel b en 47a lid 1")
def verleent_algemene_bijstand(
    is_pensioengerechtigd: bool, heeft_partner: bool, partner: Partner
) -> Literal["college", "Sociale verzekeringsbank"]:
    """Who grants algemene bijstand: the Sociale verzekeringsbank when the single person or one of the spouses has
    reached the pensioengerechtigde leeftijd, and the college to everybody else.
    """
    if is_pensioengerechtigd or (heeft_partner and partner.is_pensioengerechtigd):
        return "Sociale verzekeringsbank"
    return "college"


@regel("Participatiewet 7 lid 3 onderdeel c", tot="2017-01-01")
def valt_onder_college_ondanks_uitkering_van_uwv__2015(
    behoort_tot_doelgroep_loonkostensubsidie: bool, is_arbeidsongeschikt_met_verlies_van_wia_recht: bool
) -> bool:
    """Although the UWV pays him: someone in the doelgroep loonkostensubsidie, or one of article 7 lid 1 a under 2."""
    return behoort_tot_doelgroep_loonkostensubsidie or is_arbeidsongeschikt_met_verlies_van_wia_recht


@regel(
    "Participatiewet 7 lid 3 onderdeel c",
    vanaf="2017-01-01",
    geverifieerd=False,
    waarom="de teksten van 2015 en 2023 zijn gelezen; de dag waarop de tekst van 2023 inging is niet geverifieerd",
)
def valt_onder_college_ondanks_uitkering_van_uwv__2017(
    heeft_loonkostensubsidie: bool, verdiende_twee_jaar_minimumloon_zonder_subsidie: bool
) -> bool:
    """Although the UWV pays him a benefit: someone for whom loonkostensubsidie was granted, until he has earned the
    minimum wage for two years without it.
    """
    return heeft_loonkostensubsidie and not verdiende_twee_jaar_minimumloon_zonder_subsidie


@regel("Participatiewet 7 lid 1 onderdeel a en lid 3; Wet Wajong", tot="2026-01-01")
def verantwoordelijk_voor_ondersteuning__2015(
    heeft_uitkering_van_uwv: bool,
    valt_onder_college_ondanks_uitkering_van_uwv: bool,
    leeftijd: Jaren,
    leeftijdsgrens_ondersteuning: Jaren,
    kan_bekostigd_onderwijs_volgen: bool,
) -> Literal["college", "uwv", "onderwijs"]:
    """Who supports towards work: the UWV whom it pays a benefit (Wajong, WIA, WW), school who is under 27 and can go
    there, and the college everybody else.
    """
    if heeft_uitkering_van_uwv and not valt_onder_college_ondanks_uitkering_van_uwv:
        return "uwv"
    if leeftijd < leeftijdsgrens_ondersteuning and kan_bekostigd_onderwijs_volgen:
        return "onderwijs"
    return "college"


@regel("Participatiewet 7 lid 1 onderdeel a en lid 3, 7a lid 1 onderdeel a", vanaf="2026-01-01")
def verantwoordelijk_voor_ondersteuning__2026(
    heeft_uitkering_van_uwv: bool,
    valt_onder_college_ondanks_uitkering_van_uwv: bool,
    leeftijd: Jaren,
    leeftijdsgrens_ondersteuning: Jaren,
    onderwijs_niet_mogelijk_of_passend: bool,
) -> Literal["college", "uwv", "onderwijs"]:
    """Since 2026 the college supports someone under 27 when it finds that school is not possible or not fitting."""
    if heeft_uitkering_van_uwv and not valt_onder_college_ondanks_uitkering_van_uwv:
        return "uwv"
    if leeftijd < leeftijdsgrens_ondersteuning and not onderwijs_niet_mogelijk_of_passend:
        return "onderwijs"
    return "college"


@regel("Participatiewet 10 lid 1")
def heeft_aanspraak_op_persoonlijke_ondersteuning(
    heeft_aanspraak_op_ondersteuning: bool, kan_taken_niet_zonder_persoonlijke_ondersteuning: bool
) -> bool:
    """Personal support at work (jobcoach) for someone who could not do his tasks without it."""
    return heeft_aanspraak_op_ondersteuning and kan_taken_niet_zonder_persoonlijke_ondersteuning


@regel("Participatiewet 10 lid 1 en 2")
def heeft_aanspraak_op_ondersteuning(
    ontvangt_algemene_bijstand: bool,
    is_niet_uitkeringsgerechtigde: bool,
    heeft_nabestaandenuitkering: bool,
    is_arbeidsongeschikt_met_verlies_van_wia_recht: bool,
    heeft_voorziening_gericht_op_arbeidsinschakeling: bool,
) -> bool:
    """Is this person in one of the groups of article 10, or out of them only because of a provision?"""
    if ontvangt_algemene_bijstand or is_niet_uitkeringsgerechtigde or heeft_nabestaandenuitkering:
        return True
    return is_arbeidsongeschikt_met_verlies_van_wia_recht or heeft_voorziening_gericht_op_arbeidsinschakeling


@regel("Participatiewet 10 lid 5", vanaf="2023-07-01")
def mag_ondersteuning_aanvragen(heeft_aanspraak_op_ondersteuning: bool, aanvrager_van_ondersteuning: Keuze) -> bool:
    """Since July 2023 the person, or his employer for him, can apply; the college examines and decides."""
    return heeft_aanspraak_op_ondersteuning and aanvrager_van_ondersteuning != "iemand anders"


@regel("Participatiewet 10 lid 3", vanaf="2023-07-01")
def mag_persoonlijke_ondersteuning_geven(
    heeft_aanspraak_op_persoonlijke_ondersteuning: bool, gever_van_persoonlijke_ondersteuning: Keuze
) -> bool:
    """Personal support is given by a recognised expert who supports by a method, or by an employee of the employer who
    guides the person at work every day.
    """
    if not heeft_aanspraak_op_persoonlijke_ondersteuning:
        return False
    return gever_van_persoonlijke_ondersteuning != "iemand anders"


@regel("Participatiewet 10da")
def heeft_aanspraak_op_begeleiding_op_de_werkplek(behoort_tot_doelgroep_loonkostensubsidie: bool) -> bool:
    """Everybody in the doelgroep loonkostensubsidie can claim guidance at work."""
    return behoort_tot_doelgroep_loonkostensubsidie
