"""Useful unpaid work for society in return for bijstand: whether it may be ordered, how much and until when.
Participatiewet art. 7 lid 1 c, 8a lid 1 b and 9 lid 1 c.
"""

from typing import Literal

from meedoen.recht.engine import (
    Aantal,
    AantalMaanden,
    Datum,
    Keuze,
    Lijst,
    UrenPerWeek,
    geen,
    maanden_later,
    regel,
)


@regel("Participatiewet 8a lid 1 onderdeel b; verordening")
def telt_mantelzorg_als_tegenprestatie(
    verricht_mantelzorg: bool,
    tegenprestatie_mantelzorg_telt: bool,
    mantelzorg_uren_per_week: UrenPerWeek,
    tegenprestatie_mantelzorg_vanaf_uren: UrenPerWeek,
) -> bool:
    """Does the ordinance spare who gives so many hours of informal care?"""
    if not verricht_mantelzorg or not tegenprestatie_mantelzorg_telt:
        return False
    return mantelzorg_uren_per_week >= tegenprestatie_mantelzorg_vanaf_uren


@regel("Participatiewet 8a lid 1 onderdeel b; verordening")
def telt_vrijwilligerswerk_als_tegenprestatie(
    verricht_vrijwilligerswerk: bool,
    tegenprestatie_vrijwilligerswerk_telt: bool,
    vrijwilligerswerk_uren_per_week: UrenPerWeek,
    tegenprestatie_vrijwilligerswerk_vanaf_uren: UrenPerWeek,
) -> bool:
    """Does the ordinance spare who does so many hours of voluntary work?"""
    if not verricht_vrijwilligerswerk or not tegenprestatie_vrijwilligerswerk_telt:
        return False
    return vrijwilligerswerk_uren_per_week >= tegenprestatie_vrijwilligerswerk_vanaf_uren


@regel("Participatiewet 8a lid 1 onderdeel b; verordening")
def aantal_tegenprestaties_in_twaalf_maanden(eerdere_tegenprestaties: Lijst, tegenprestatie_vanaf: Datum) -> Aantal:
    """How many tegenprestaties began in the twelve months before this one would begin."""
    na = maanden_later(tegenprestatie_vanaf, -12)
    return sum(1 for eerder in eerdere_tegenprestaties if na < eerder.vanaf and eerder.vanaf < tegenprestatie_vanaf)


@regel("Participatiewet 8a lid 1 onderdeel b en 9 lid 1 onderdeel c, lid 2, 5 en 7")
def beletsel_uit_wet_of_verordening(
    heeft_tegenprestatieplicht: bool,
    tegenprestatie_beleid: Keuze,
    telt_mantelzorg_als_tegenprestatie: bool,
    telt_vrijwilligerswerk_als_tegenprestatie: bool,
    aantal_tegenprestaties_in_twaalf_maanden: Aantal,
    tegenprestatie_keren_per_twaalf_maanden: Aantal,
) -> Literal["geen", "geen verplichting", "alleen vrijwillig", "mantelzorg", "vrijwilligerswerk", "al opgedragen"]:
    """What stands in law or ordinance in the way of ordering a tegenprestatie."""
    if not heeft_tegenprestatieplicht:
        return "geen verplichting"
    if tegenprestatie_beleid == "alleen vrijwillig":
        return "alleen vrijwillig"
    if telt_mantelzorg_als_tegenprestatie:
        return "mantelzorg"
    if telt_vrijwilligerswerk_als_tegenprestatie:
        return "vrijwilligerswerk"
    if aantal_tegenprestaties_in_twaalf_maanden >= tegenprestatie_keren_per_twaalf_maanden:
        return "al opgedragen"
    return "geen"


@regel("Participatiewet 8a lid 1 onderdeel b en 9 lid 1 onderdeel c")
def beletsel_naar_oordeel(
    tegenprestatie_doelgroep: Keuze,
    heeft_grote_afstand_tot_arbeidsmarkt: bool,
    tegenprestatie_verdringt_arbeid: bool,
    tegenprestatie_staat_arbeid_in_de_weg: bool,
    tegenprestatie_gaat_vermogen_te_boven: bool,
) -> Literal["geen", "buiten de doelgroep", "verdringing", "staat arbeid in de weg", "boven vermogen"]:
    """What somebody must weigh before a tegenprestatie is ordered."""
    if tegenprestatie_doelgroep != "iedereen" and not heeft_grote_afstand_tot_arbeidsmarkt:
        return "buiten de doelgroep"
    if tegenprestatie_verdringt_arbeid:
        return "verdringing"
    if tegenprestatie_staat_arbeid_in_de_weg:
        return "staat arbeid in de weg"
    if tegenprestatie_gaat_vermogen_te_boven:
        return "boven vermogen"
    return "geen"


@regel("Participatiewet 9 lid 1 onderdeel c")
def mag_tegenprestatie_worden_opgedragen(beletsel_uit_wet_of_verordening: Keuze, beletsel_naar_oordeel: Keuze) -> bool:
    """May the college order this person a tegenprestatie? Law and ordinance come first, then what is to be weighed."""
    return beletsel_uit_wet_of_verordening == "geen" and beletsel_naar_oordeel == "geen"


@regel("Participatiewet 8a lid 1 onderdeel b; verordening")
def tegenprestatie_uren_per_week(
    mag_tegenprestatie_worden_opgedragen: bool, tegenprestatie_hoogste_uren_per_week: UrenPerWeek
) -> UrenPerWeek:
    """At most so many hours a week."""
    if not mag_tegenprestatie_worden_opgedragen:
        return 0
    return tegenprestatie_hoogste_uren_per_week


@regel("Participatiewet 8a lid 1 onderdeel b; verordening")
def tegenprestatie_tot(
    mag_tegenprestatie_worden_opgedragen: bool, tegenprestatie_vanaf: Datum, tegenprestatie_langste_duur: AantalMaanden
) -> Datum:
    """The first day on which the tegenprestatie has lasted as long as the ordinance allows."""
    if not mag_tegenprestatie_worden_opgedragen:
        return geen("Er mag geen tegenprestatie worden opgedragen.", "Participatiewet 9 lid 1 onderdeel c")
    return maanden_later(tegenprestatie_vanaf, tegenprestatie_langste_duur)
