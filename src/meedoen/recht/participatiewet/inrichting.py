"""The norm of who stays in an institution. Participatiewet art. 23."""

from meedoen.recht.engine import GeldPerMaand, Partner, regel


@regel("Participatiewet 23 lid 2")
def verhoging_inrichting_per_maand(
    inrichting: bool,
    heeft_rechthebbende_echtgenoot: bool,
    verhoging_inrichting_alleenstaande: GeldPerMaand,
    verhoging_inrichting_gehuwden: GeldPerMaand,
) -> GeldPerMaand:
    """The increase of the norm in an institution, for a single person or for the couple together; nothing at home."""
    if not inrichting:
        return 0
    return verhoging_inrichting_gehuwden if heeft_rechthebbende_echtgenoot else verhoging_inrichting_alleenstaande


@regel("Participatiewet 23 lid 1 onderdeel a en lid 2 onderdeel a")
def norm_in_inrichting_als_alleenstaande_per_maand(
    norm_inrichting_alleenstaande: GeldPerMaand, verhoging_inrichting_alleenstaande: GeldPerMaand
) -> GeldPerMaand:
    """In an institution, as a single person or single parent: the amount of paragraph 1 with the increase of
    paragraph 2.
    """
    return norm_inrichting_alleenstaande + verhoging_inrichting_alleenstaande


@regel("Participatiewet 23 lid 1 onderdeel b en lid 2 onderdeel b")
def norm_in_inrichting_gehuwden_per_maand(
    norm_inrichting_gehuwden: GeldPerMaand, verhoging_inrichting_gehuwden: GeldPerMaand
) -> GeldPerMaand:
    """A couple, both in an institution: the amount of paragraph 1 with the increase of paragraph 2, for the two
    together.
    """
    return norm_inrichting_gehuwden + verhoging_inrichting_gehuwden


@regel("Participatiewet 23 lid 2")
def verhoging_inrichting_van_gezin_per_maand(
    verhoging_inrichting_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
    heeft_echtgenoot_in_zelfde_verblijf: bool,
) -> GeldPerMaand:
    """The increase in the norm of the couple: that of paragraph 2 b, or that of the one spouse who is in an
    institution.
    """
    if not heeft_partner or heeft_echtgenoot_in_zelfde_verblijf or not partner.heeft_recht_op_algemene_bijstand:
        return verhoging_inrichting_per_maand
    return verhoging_inrichting_per_maand + partner.verhoging_inrichting_per_maand
