"""Jobs of arbeidsbeperkten counted from hours, and the targets of the banenafspraak per sector. Wfsv 122n.

A job is 25,5 paid hours a week: 1.331 a year. Work in beschut werk does not count; employment under the Wsw counts only
with the employer to whom the person is hired out.
"""

from meedoen.recht.engine import (
    Aantal,
    Keuze,
    Lijst,
    UrenPerJaar,
    UrenPerMaand,
    UrenPerWeek,
    Verhouding,
    regel,
)


@regel("Wfsv 38b lid 1, 38g lid 2 en 4, en 122n lid 4")
def meetellende_contracturen_per_week(arbeidsbeperkten: Lijst) -> UrenPerWeek:
    """The agreed hours of arbeidsbeperkten who count with this employer."""
    return sum(
        baan.uren_per_week
        for baan in arbeidsbeperkten
        if not baan.in_beschut_werk
        and not baan.is_uitgeleend
        and (baan.is_ingeleend or not baan.in_wsw_dienstbetrekking)
    )


@regel("Wfsv 38b lid 1, 38g lid 2 en 4; Besluit Wfsv 2.28")
def meetellende_verloonde_uren_per_jaar(arbeidsbeperkten: Lijst) -> UrenPerJaar:
    """The paid hours of arbeidsbeperkten who count with this employer in the calendar year (variable C)."""
    return sum(
        baan.verloonde_uren
        for baan in arbeidsbeperkten
        if not baan.in_beschut_werk
        and not baan.is_uitgeleend
        and (baan.is_ingeleend or not baan.in_wsw_dienstbetrekking)
    )


@regel("Wfsv 38f en 122n")
def aantal_banen_uit_contracten(
    meetellende_contracturen_per_week: UrenPerWeek, uren_per_baan_per_week: UrenPerWeek
) -> Verhouding:
    """Jobs counted from contracts: one is 25,5 hours a week; less or more counts in proportion."""
    return meetellende_contracturen_per_week / uren_per_baan_per_week


@regel("Wfsv 38g lid 3 variabele D")
def aantal_banen_uit_verloonde_uren(
    meetellende_verloonde_uren_per_jaar: UrenPerJaar, verloonde_uren_per_arbeidsbeperkte: UrenPerJaar
) -> Verhouding:
    """Jobs counted from the paid hours of a calendar year."""
    return meetellende_verloonde_uren_per_jaar / verloonde_uren_per_arbeidsbeperkte


@regel("Wfsv 122n lid 3 onderdeel a")
def aantal_extra_banen_doelstelling(
    sector: Keuze, doelstelling_extra_banen_markt: Aantal, doelstelling_extra_banen_overheid: Aantal
) -> Aantal:
    """The target of the sector at the end of the calendar year: extra jobs since 1 January 2013, in all."""
    return doelstelling_extra_banen_overheid if sector == "overheid" else doelstelling_extra_banen_markt


@regel("Wfsv 122n lid 3 onderdeel b")
def aantal_extra_banen_in_de_sector(
    sector: Keuze,
    verloonde_uren_december_in_de_sector: UrenPerMaand,
    nulmeting_verloonde_uren_markt: UrenPerMaand,
    nulmeting_verloonde_uren_overheid: UrenPerMaand,
    uren_per_baan_in_december: UrenPerMaand,
) -> Verhouding:
    """The growth of the sector in jobs: paid hours of arbeidsbeperkten in December above those of December 2012.
    No growth is none; a decrease is not counted below it.
    """
    nulmeting = nulmeting_verloonde_uren_overheid if sector == "overheid" else nulmeting_verloonde_uren_markt
    return max(0, verloonde_uren_december_in_de_sector - nulmeting) / uren_per_baan_in_december


@regel("Wfsv 122n lid 3 onderdeel c")
def aantal_ontbrekende_extra_banen(
    gerealiseerde_extra_banen_in_de_sector: Aantal, aantal_extra_banen_doelstelling: Aantal
) -> Aantal:
    """How many jobs the sector falls short of its target; never less than none."""
    return max(0, aantal_extra_banen_doelstelling - gerealiseerde_extra_banen_in_de_sector)


@regel("Wfsv 122n lid 3 onderdeel c")
def is_doelstelling_banenafspraak_gehaald(aantal_ontbrekende_extra_banen: Aantal) -> bool:
    """Did the sector realise the extra jobs that it agreed on?"""
    return not aantal_ontbrekende_extra_banen > 0
