"""The quotum shortage of an employer, and the levy over the calendar year of the reference date. Wfsv 34 and 38e-38h.

Only the sector overheid was activated (2018), and over no calendar year up to now the levy is carried out (122na).
"""

from meedoen.recht.engine import GeldPerJaar, Keuze, UrenPerJaar, Verhouding, regel, rond_omlaag_op_helen


@regel("Wfsv 122n lid 1", tot="2018-01-01")
def is_quotumheffing_geactiveerd__2015() -> bool:
    """Until 2018 the levy was activated for neither sector."""
    return False


@regel(
    "Wfsv 122n lid 1",
    vanaf="2018-01-01",
    geverifieerd=False,
    waarom="een besluit om de heffing voor de markt te activeren is niet gevonden; hier is zij het niet",
)
def is_quotumheffing_geactiveerd_voor_markt() -> bool:
    """Of the market no decision to activate the levy was found."""
    return False


@regel("Wfsv 122n lid 1", vanaf="2018-01-01")
def is_quotumheffing_geactiveerd__2018(sector: Keuze, is_quotumheffing_geactiveerd_voor_markt: bool) -> bool:
    """Since 2018 it is for the sector overheid, which fell short in 2016."""
    return True if sector == "overheid" else is_quotumheffing_geactiveerd_voor_markt


@regel("Wfsv 122n lid 1", tot="2018-01-01")
def is_quotumheffing_opgeschort__2015() -> bool:
    """Until 2018 there was nothing to suspend."""
    return False


@regel("Wfsv 122na lid 1", vanaf="2018-01-01", tot="2026-01-01")
def is_quotumheffing_opgeschort__2018() -> bool:
    """No levy over calendar years before 2022 (Stb. 2019, 440), later: before 2026."""
    return True


@regel(
    "Wfsv 122na lid 1",
    vanaf="2026-01-01",
    geverifieerd=False,
    waarom="geen heffing over jaren voordat artikel 2 van de Wet banenafspraak in werking treedt; dat het nog niet in "
    "werking is, is afgeleid uit de Wfsv-tekst van 1 juli 2026",
)
def is_quotumheffing_opgeschort__2026() -> bool:
    """No levy over calendar years before article 2 of the Wet banenafspraak takes effect."""
    return True


@regel("Wfsv 34 lid 4 en 6; Besluit Wfsv 2.20 en 2.21")
def is_quotumplichtige_werkgever(
    verloonde_uren_vorig_jaar: UrenPerJaar,
    verloonde_uren_dit_jaar: UrenPerJaar,
    verloonde_uren_per_werknemer: UrenPerJaar,
) -> bool:
    """Large enough: in the year before and in the year itself at least 25 times the average paid hours."""
    drempel = 25 * verloonde_uren_per_werknemer
    return not (verloonde_uren_vorig_jaar < drempel or verloonde_uren_dit_jaar < drempel)


@regel("Wfsv 38f lid 1", tot="2018-01-01")
def percentage_quotum__2015(vastgesteld_quotumpercentage: Verhouding) -> Verhouding:
    """The percentage that the minister set for the sector and the calendar year."""
    return vastgesteld_quotumpercentage


@regel("Wfsv 38f lid 1", vanaf="2018-01-01", tot="2019-01-01")
def percentage_quotum__2018(
    sector: Keuze, quotumpercentage_overheid: Verhouding, vastgesteld_quotumpercentage: Verhouding
) -> Verhouding:
    """For 2018 the percentage of the sector overheid is known."""
    return quotumpercentage_overheid if sector == "overheid" else vastgesteld_quotumpercentage


@regel("Wfsv 38f lid 1 en 122na lid 2", vanaf="2019-01-01")
def percentage_quotum__2019(vastgesteld_quotumpercentage: Verhouding) -> Verhouding:
    """The percentage that the minister set for the sector and the calendar year; it is set without a levy too."""
    return vastgesteld_quotumpercentage


@regel("Wfsv 38g lid 3")
def aantal_banen_volgens_quotum(
    verloonde_uren_dit_jaar: UrenPerJaar, percentage_quotum: Verhouding, verloonde_uren_per_arbeidsbeperkte: UrenPerJaar
) -> Verhouding:
    """How many jobs of arbeidsbeperkten the quotum asks of this employer."""
    return verloonde_uren_dit_jaar * percentage_quotum / verloonde_uren_per_arbeidsbeperkte


@regel("Wfsv 38g lid 3; Besluit Wfsv 2.23 lid 3")
def quotumtekort(
    aantal_banen_volgens_quotum: Verhouding,
    meetellende_verloonde_uren_per_jaar: UrenPerJaar,
    verloonde_uren_per_arbeidsbeperkte: UrenPerJaar,
) -> Verhouding:
    """(A x B - C) / D, rounded down to one decimal; never below zero."""
    banen = meetellende_verloonde_uren_per_jaar / verloonde_uren_per_arbeidsbeperkte
    return rond_omlaag_op_helen(10 * max(0, aantal_banen_volgens_quotum - banen)) / 10


@regel("Wfsv 38h lid 4")
def berekende_quotumheffing_per_jaar(quotumtekort: Verhouding, quotumheffing_per_baan: GeldPerJaar) -> GeldPerJaar:
    """The shortage times 5.000 euro: what the levy would be if it were carried out."""
    return quotumtekort * quotumheffing_per_baan


@regel("Wfsv 34 lid 3 en 4, 38e lid 1, 122n en 122na")
def is_quotumheffing_verschuldigd(
    is_quotumheffing_geactiveerd: bool, is_quotumheffing_opgeschort: bool, is_quotumplichtige_werkgever: bool
) -> bool:
    """Is the levy owed: activated for the sector, not suspended, and the employer large enough?"""
    if not is_quotumheffing_geactiveerd or is_quotumheffing_opgeschort:
        return False
    return is_quotumplichtige_werkgever


@regel("Wfsv 38h")
def quotumheffing_per_jaar(
    is_quotumheffing_verschuldigd: bool, berekende_quotumheffing_per_jaar: GeldPerJaar
) -> GeldPerJaar:
    """What the employer owes over the calendar year: nothing as long as the levy is not carried out."""
    return berekende_quotumheffing_per_jaar if is_quotumheffing_verschuldigd else 0
