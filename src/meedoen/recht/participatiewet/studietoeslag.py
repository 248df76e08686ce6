"""The toeslag for students who cannot earn beside their studies. Participatiewet art. 8 lid 3 (old), 36b.

Until April 2022 the college could grant it by the ordinance of the council; since then it is a right, with a national
minimum for each age.
"""

from meedoen.recht.engine import (
    AantalMaanden,
    Geld,
    GeldPerMaand,
    Jaren,
    Keuze,
    geen,
    regel,
)


@regel("Participatiewet 36b lid 1 onderdeel b (oud)", tot="2022-04-01")
def heeft_studiefinanciering_voor_studietoeslag__2015(studiefinanciering: Keuze) -> bool:
    """Until April 2022: is there a right to studiefinanciering (WSF 2000) or to a tegemoetkoming (WTOS, chapter 4)?
    The levenlanglerenkrediet was not taken out yet.
    """
    return studiefinanciering != "geen"


@regel("Participatiewet 36b lid 3 onderdeel a", vanaf="2022-04-01")
def heeft_studiefinanciering_voor_studietoeslag__2022(studiefinanciering: Keuze) -> bool:
    """Since April 2022: does this person receive studiefinanciering, other than the levenlanglerenkrediet, or a
    tegemoetkoming?
    """
    return studiefinanciering in ("studiefinanciering", "tegemoetkoming")


@regel("Participatiewet 36b lid 1 onderdeel d (oud)", tot="2020-01-01")
def is_beperkt_voor_studietoeslag__2015(vastgesteld_geen_minimumloon_wel_mogelijkheden: bool) -> bool:
    """Until 2020: has it been established that this person cannot earn the minimum wage, but can take part in work?"""
    return vastgesteld_geen_minimumloon_wel_mogelijkheden


@regel("Participatiewet 36b lid 1 onderdeel d (oud)", vanaf="2020-01-01", tot="2022-04-01")
def is_beperkt_voor_studietoeslag__2020(kan_structureel_niet_bijverdienen_naast_studie: bool) -> bool:
    """From 2020: can this person earn nothing during his studies because of a structural medical limitation?"""
    return kan_structureel_niet_bijverdienen_naast_studie


@regel("Participatiewet 36b lid 1", vanaf="2022-04-01")
def is_beperkt_voor_studietoeslag__2022(kan_structureel_niet_bijverdienen_naast_studie: bool) -> bool:
    """Is this person, as the direct result of an illness or defect, structurally unable to earn beside his studies?"""
    return kan_structureel_niet_bijverdienen_naast_studie


@regel("Participatiewet 36b lid 2", tot="2022-04-01")
def moet_geneeskundig_advies_studietoeslag_worden_gevraagd__2015() -> bool:
    """Until April 2022 the law asked no medical advice."""
    return False


@regel("Participatiewet 36b lid 2", vanaf="2022-04-01")
def moet_geneeskundig_advies_studietoeslag_worden_gevraagd__2022(
    heeft_studiefinanciering_voor_studietoeslag: bool,
    heeft_recht_op_wajong: bool,
    geneeskundig_advies_studietoeslag_uitgebracht: bool,
    recht_op_studietoeslag_staat_vast_zonder_advies: bool,
) -> bool:
    """Must the college still ask medical advice? Not when the application fails on something else, when the advice is
    there, or when the right can be established without it.
    """
    if not heeft_studiefinanciering_voor_studietoeslag or heeft_recht_op_wajong:
        return False
    if geneeskundig_advies_studietoeslag_uitgebracht:
        return False
    return not recht_op_studietoeslag_staat_vast_zonder_advies


@regel("Participatiewet 36b lid 1 (oud)", tot="2022-04-01")
def heeft_grond_voor_studietoeslag__2015(
    leeftijd: Jaren,
    heeft_studiefinanciering_voor_studietoeslag: bool,
    heeft_in_aanmerking_te_nemen_vermogen: bool,
    is_beperkt_voor_studietoeslag: bool,
) -> bool:
    """Could the college grant it: 18 or older, studiefinanciering, no vermogen that counts, and the limitation?"""
    if leeftijd < 18 or not heeft_studiefinanciering_voor_studietoeslag:
        return False
    return not heeft_in_aanmerking_te_nemen_vermogen and is_beperkt_voor_studietoeslag


@regel("Participatiewet 36b lid 1, 2 en 3", vanaf="2022-04-01")
def heeft_grond_voor_studietoeslag__2022(
    heeft_studiefinanciering_voor_studietoeslag: bool,
    heeft_recht_op_wajong: bool,
    moet_geneeskundig_advies_studietoeslag_worden_gevraagd: bool,
    is_beperkt_voor_studietoeslag: bool,
) -> bool:
    """Is there a right? Vermogen no longer counts. Without the medical advice that the law asks there is no answer."""
    if not heeft_studiefinanciering_voor_studietoeslag or heeft_recht_op_wajong:
        return False
    if moet_geneeskundig_advies_studietoeslag_worden_gevraagd:
        return geen(
            "Het college moet eerst een geneeskundig advies vragen: het recht staat zonder advies niet vast.",
            "Participatiewet 36b lid 2",
        )
    return is_beperkt_voor_studietoeslag


@regel("Participatiewet 36b lid 1 (sinds april 2022)", tot="2022-04-01")
def minimum_studietoeslag_per_maand__2015() -> GeldPerMaand:
    """Until April 2022 there was no national minimum: the ordinance alone set the amount."""
    return geen("Tot april 2022 was er geen landelijk minimum.", "Participatiewet 36b lid 1 (sinds april 2022)")


@regel("Besluit loonkostensubsidie en minimumbedragen studietoeslag Participatiewet 2021 7a", vanaf="2022-04-01")
def minimum_studietoeslag_per_maand__2022(
    leeftijd: Jaren,
    studietoeslag_vanaf_21_jaar: GeldPerMaand,
    studietoeslag_20_jaar: GeldPerMaand,
    studietoeslag_19_jaar: GeldPerMaand,
    studietoeslag_18_jaar: GeldPerMaand,
    minimum_studietoeslag_minderjarige_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The national minimum for the age of this person."""
    if leeftijd >= 21:
        return studietoeslag_vanaf_21_jaar
    if leeftijd == 20:
        return studietoeslag_20_jaar
    if leeftijd == 19:
        return studietoeslag_19_jaar
    if leeftijd == 18:
        return studietoeslag_18_jaar
    return minimum_studietoeslag_minderjarige_per_maand


@regel(
    "Besluit loonkostensubsidie en minimumbedragen studietoeslag Participatiewet 2021 7a onderdeel e, f en g",
    vanaf="2022-04-01",
)
def minimum_studietoeslag_minderjarige_per_maand(
    leeftijd: Jaren,
    studietoeslag_17_jaar: GeldPerMaand,
    studietoeslag_16_jaar: GeldPerMaand,
    studietoeslag_15_jaar: GeldPerMaand,
) -> GeldPerMaand:
    """The national minimum at 15, 16 and 17. Below 15 there is no amount, and no studiefinanciering either."""
    if leeftijd == 17:
        return studietoeslag_17_jaar
    if leeftijd == 16:
        return studietoeslag_16_jaar
    if leeftijd == 15:
        return studietoeslag_15_jaar
    return geen(
        "Voor wie jonger is dan 15 kent het besluit geen bedrag.",
        "Besluit loonkostensubsidie en minimumbedragen studietoeslag Participatiewet 2021 7a",
    )


@regel("Participatiewet 36b lid 5", vanaf="2022-04-01")
def vermindering_wegens_stage_per_maand(
    heeft_inkomsten_uit_stage: bool,
    stagevergoeding_per_maand: GeldPerMaand,
    vrijlating_stagevergoeding: GeldPerMaand,
) -> GeldPerMaand:
    """Of pay for an internship, what exceeds the exemption is taken off."""
    if not heeft_inkomsten_uit_stage:
        return 0
    return max(0, stagevergoeding_per_maand - vrijlating_stagevergoeding)


@regel("Participatiewet 8 lid 3 (oud) en 36b lid 1 (oud)", tot="2022-04-01")
def studietoeslag_per_maand__2015(
    heeft_grond_voor_studietoeslag: bool, individuele_studietoeslag_volgens_verordening: GeldPerMaand
) -> GeldPerMaand:
    """The amount of the ordinance, when the college could grant it."""
    return individuele_studietoeslag_volgens_verordening if heeft_grond_voor_studietoeslag else 0


@regel("Participatiewet 36b lid 1 en 5", vanaf="2022-04-01")
def studietoeslag_per_maand__2022(
    heeft_grond_voor_studietoeslag: bool,
    minimum_studietoeslag_per_maand: GeldPerMaand,
    studietoeslag_ten_minste: GeldPerMaand,
    vermindering_wegens_stage_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The national minimum, or more where the municipality gives more, less what the internship pays too much."""
    if not heeft_grond_voor_studietoeslag:
        return 0
    bedrag = max(minimum_studietoeslag_per_maand, studietoeslag_ten_minste)
    return max(0, bedrag - vermindering_wegens_stage_per_maand)


@regel("Participatiewet 8 lid 3 (oud)", tot="2022-04-01")
def studietoeslag_per_betaling__2015(
    studietoeslag_per_maand: GeldPerMaand, individuele_studietoeslag_maanden_per_betaling: AantalMaanden
) -> Geld:
    """What is paid at once: the ordinance said how many months together."""
    return studietoeslag_per_maand * individuele_studietoeslag_maanden_per_betaling
