"""The norm of one person: his own, or his share in that of a couple. Participatiewet art. 20 to 24."""

from meedoen.recht.engine import Aantal, GeldPerMaand, Jaren, Partner, Verhouding, geen, regel, rond_op_centen


@regel("Participatiewet 20, 21, 22, 22a, 23 en 24")
def norm_per_maand(
    leeftijd: Jaren,
    inrichting: bool,
    heeft_geen_recht_op_bijstand: bool,
    heeft_rechthebbende_echtgenoot: bool,
    heeft_echtgenoot_in_zelfde_verblijf: bool,
    aandeel_in_norm_gehuwden_per_maand: GeldPerMaand,
    norm_naast_niet_rechthebbende_echtgenoot_per_maand: GeldPerMaand,
    norm_als_alleenstaande_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The norm of this person per calendar month, net and with holiday allowance; of a couple his own share."""
    if leeftijd < 18:
        return geen(
            "Wie jonger is dan 18 heeft geen zelfstandig recht op bijstand.", "Participatiewet 13 lid 1 onderdeel f"
        )
    if heeft_geen_recht_op_bijstand:
        return geen("Opgegeven is dat deze persoon geen recht op algemene bijstand heeft.", "Participatiewet 11 en 13")
    if inrichting and leeftijd < 21:
        return geen(
            "Wie 18, 19 of 20 is en in een inrichting verblijft, heeft geen recht op algemene bijstand.",
            "Participatiewet 13 lid 2 onderdeel a",
        )
    if heeft_rechthebbende_echtgenoot:
        return aandeel_in_norm_gehuwden_per_maand
    if heeft_echtgenoot_in_zelfde_verblijf:
        return norm_naast_niet_rechthebbende_echtgenoot_per_maand
    return norm_als_alleenstaande_per_maand


@regel("Participatiewet 20, 21 onderdeel a, 22 onderdeel a, 22a en 23 lid 1 onderdeel a en lid 3")
def norm_als_alleenstaande_per_maand(
    inrichting: bool,
    leeftijd: Jaren,
    is_kostendelersnorm_van_toepassing: bool,
    is_pensioengerechtigd: bool,
    norm_in_inrichting_als_alleenstaande_per_maand: GeldPerMaand,
    kostendelersnorm_per_maand: GeldPerMaand,
    jongerennorm_als_alleenstaande_per_maand: GeldPerMaand,
    norm_alleenstaande: GeldPerMaand,
    norm_alleenstaande_pensioengerechtigd: GeldPerMaand,
) -> GeldPerMaand:
    """The norm of a single person or single parent; also of each spouse when only one of them is in an institution."""
    if inrichting:
        return norm_in_inrichting_als_alleenstaande_per_maand
    if leeftijd < 21:
        return jongerennorm_als_alleenstaande_per_maand
    if is_kostendelersnorm_van_toepassing:
        return kostendelersnorm_per_maand
    return norm_alleenstaande_pensioengerechtigd if is_pensioengerechtigd else norm_alleenstaande


@regel("Participatiewet 21 onderdeel b, 22 onderdeel b en c")
def norm_gehuwden_vanaf_21_per_maand(
    is_pensioengerechtigd: bool,
    heeft_partner: bool,
    partner: Partner,
    norm_gehuwden: GeldPerMaand,
    norm_gehuwden_een_pensioengerechtigd: GeldPerMaand,
    norm_gehuwden_beiden_pensioengerechtigd: GeldPerMaand,
) -> GeldPerMaand:
    """The norm of a couple of 21 or older for the two together: both, one or neither of pensionable age."""
    is_echtgenoot_pensioengerechtigd = heeft_partner and partner.is_pensioengerechtigd
    if is_pensioengerechtigd and is_echtgenoot_pensioengerechtigd:
        return norm_gehuwden_beiden_pensioengerechtigd
    if is_pensioengerechtigd or is_echtgenoot_pensioengerechtigd:
        return norm_gehuwden_een_pensioengerechtigd
    return norm_gehuwden


@regel("Participatiewet 20, 21 onderdeel b, 22 onderdeel b en c, 23 lid 1 onderdeel b")
def gezamenlijke_norm_gehuwden_per_maand(
    inrichting: bool,
    leeftijd: Jaren,
    heeft_partner: bool,
    partner: Partner,
    norm_in_inrichting_gehuwden_per_maand: GeldPerMaand,
    norm_gehuwden_vanaf_21_per_maand: GeldPerMaand,
    jongerennorm_gehuwden_beiden_per_maand: GeldPerMaand,
    jongerennorm_gehuwden_een_per_maand: GeldPerMaand,
    eigen_verhoging_jongerennorm_per_maand: GeldPerMaand,
    norm_gehuwden: GeldPerMaand,
) -> GeldPerMaand:
    """The norm of a couple for the two together, without persons who share the costs; with a spouse of 18 to 20
    raised by the increases of art. 20 paragraph 3, but then never above the norm of art. 21 b.
    """
    if not heeft_partner:
        return geen("Er is geen echtgenoot.", "Participatiewet 3")
    if inrichting:
        return norm_in_inrichting_gehuwden_per_maand
    if leeftijd >= 21 and partner.leeftijd >= 21:
        return norm_gehuwden_vanaf_21_per_maand
    zijn_beiden_jong = leeftijd < 21 and partner.leeftijd < 21
    norm = jongerennorm_gehuwden_beiden_per_maand if zijn_beiden_jong else jongerennorm_gehuwden_een_per_maand
    verhoging = eigen_verhoging_jongerennorm_per_maand + partner.eigen_verhoging_jongerennorm_per_maand
    return min(norm + verhoging, norm_gehuwden)


@regel("Participatiewet 22a lid 2 en 3, 45 lid 4")
def aandeel_in_norm_gehuwden_per_maand(
    leeftijd: Jaren,
    volgnummer: Aantal,
    heeft_partner: bool,
    partner: Partner,
    is_kostendelersnorm_van_toepassing: bool,
    kostendelersnorm_per_maand: GeldPerMaand,
    deel_van_jonge_echtgenoot_per_maand: GeldPerMaand,
    gezamenlijke_norm_gehuwden_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """This spouse's share: with persons who share the costs his own kostendelersnorm, or as spouse of 18 to 20 the
    fixed part; otherwise half. The halves add up to the norm: the spouse who is named first has the odd cent.
    """
    if is_kostendelersnorm_van_toepassing:
        return kostendelersnorm_per_maand
    if not heeft_partner:
        return geen("Er is geen echtgenoot.", "Participatiewet 3")
    if leeftijd < 21 and partner.is_kostendelersnorm_van_toepassing:
        return deel_van_jonge_echtgenoot_per_maand
    helft = rond_op_centen(gezamenlijke_norm_gehuwden_per_maand / 2)
    return helft if volgnummer < partner.volgnummer else gezamenlijke_norm_gehuwden_per_maand - helft


@regel("Participatiewet 24 (oud)", tot="2016-01-01")
def norm_naast_niet_rechthebbende_echtgenoot_per_maand__2015(
    norm_als_alleenstaande_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """In 2015: the norm as a single person or single parent. The spouse without a right can share the costs (art.
    22a).
    """
    return norm_als_alleenstaande_per_maand


@regel("Participatiewet 22a lid 1, 23 en 24", vanaf="2016-01-01")
def norm_naast_niet_rechthebbende_echtgenoot_per_maand__2016(
    inrichting: bool,
    leeftijd: Jaren,
    is_kostendelersnorm_van_toepassing: bool,
    norm_als_alleenstaande_per_maand: GeldPerMaand,
    norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand: GeldPerMaand,
    deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot: Verhouding,
    eigen_verhoging_jongerennorm_per_maand: GeldPerMaand,
    verhoging_naast_niet_rechthebbende_echtgenoot_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """Half of the norm he would have if married to a spouse of his age with a right. From 21 only without persons
    who share the costs: with them his own kostendelersnorm, in which the spouse counts. In an institution art.
    23.
    """
    if inrichting or (leeftijd >= 21 and is_kostendelersnorm_van_toepassing):
        return norm_als_alleenstaande_per_maand
    norm = norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand
    helft = rond_op_centen(deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot * norm)
    if eigen_verhoging_jongerennorm_per_maand == 0:
        return helft
    return helft + rond_op_centen(verhoging_naast_niet_rechthebbende_echtgenoot_per_maand)


@regel("Participatiewet 24", vanaf="2016-01-01")
def norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand(
    leeftijd: Jaren,
    is_pensioengerechtigd: bool,
    jongerennorm_gehuwden_beiden_per_maand: GeldPerMaand,
    norm_gehuwden: GeldPerMaand,
    norm_gehuwden_beiden_pensioengerechtigd: GeldPerMaand,
) -> GeldPerMaand:
    """The norm for a couple that would hold with a spouse of the same age who has a right to bijstand."""
    if leeftijd < 21:
        return jongerennorm_gehuwden_beiden_per_maand
    return norm_gehuwden_beiden_pensioengerechtigd if is_pensioengerechtigd else norm_gehuwden
