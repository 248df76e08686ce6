"""Who a person is for the norm: age, right to bijstand, children, spouse. Participatiewet art. 3, 4, 13 and 20 to
23.
"""

from meedoen.recht.engine import Datum, Jaren, Keuze, Kinderen, Partner, regel, volle_jaren


@regel("Participatiewet 20, 21 en 22")
def leeftijd(geboortedatum: Datum, peildatum: Datum) -> Jaren:
    """Age in whole years on the reference date; the new age counts from the birthday itself."""
    return volle_jaren(geboortedatum, peildatum)


@regel("Participatiewet 13 lid 1 onderdeel f en lid 2 onderdeel a")
def heeft_recht_op_algemene_bijstand(leeftijd: Jaren, inrichting: bool, heeft_geen_recht_op_bijstand: bool) -> bool:
    """Nobody under 18 has a right of his own, nor who is 18, 19 or 20 and stays in an institution, nor who is
    excluded.
    """
    if leeftijd < 18 or heeft_geen_recht_op_bijstand:
        return False
    return leeftijd >= 21 or not inrichting


@regel("Participatiewet 4 lid 1 onderdeel e")
def heeft_ten_laste_komende_kinderen(kinderen: Kinderen) -> bool:
    """Is there a child under 18 in the dwelling, of this person or his spouse, for whom kinderbijslag is or would
    be paid?
    """
    return any(kind.leeftijd < 18 for kind in kinderen)


@regel("Participatiewet 4 lid 1 onderdeel b")
def is_alleenstaande_ouder(
    heeft_partner: bool, heeft_ten_laste_komende_kinderen: bool, heeft_niet_de_volledige_zorg: bool
) -> bool:
    """Somebody without a spouse who has the full care of one or more children that depend on him."""
    return not heeft_partner and heeft_ten_laste_komende_kinderen and not heeft_niet_de_volledige_zorg


@regel("Participatiewet 23 lid 1 en 3")
def heeft_echtgenoot_in_zelfde_verblijf(heeft_partner: bool, partner: Partner, inrichting: bool) -> bool:
    """Are the spouses together: both at home, or both in an institution? Otherwise each has the norm of a single
    person.
    """
    if not heeft_partner:
        return False
    if inrichting:
        return partner.inrichting
    return not partner.inrichting


@regel("Participatiewet 21 en 22")
def heeft_rechthebbende_echtgenoot(
    heeft_partner: bool, partner: Partner, heeft_echtgenoot_in_zelfde_verblijf: bool
) -> bool:
    """Is there a spouse, together with this person, who has a right to bijstand too? Then the norm for a couple
    holds.
    """
    return heeft_partner and heeft_echtgenoot_in_zelfde_verblijf and partner.heeft_recht_op_algemene_bijstand


@regel("Participatiewet 3 lid 1, lid 2 onderdeel b en lid 3")
def is_gehuwd_met_partner_op_ander_adres(samenleven_met_partner_op_ander_adres: Keuze) -> bool:
    """Does a partner at another address count as spouse? Who is married or a registered partner does, unless they live
    apart for good; without that, two addresses make no joint household.
    """
    leven_gescheiden = samenleven_met_partner_op_ander_adres == "zij leven gescheiden, maar niet duurzaam"
    return leven_gescheiden or samenleven_met_partner_op_ander_adres == "zij leven niet gescheiden"
