"""The norm of who is 18, 19 or 20, and the increase when the parents cannot help. Participatiewet art. 20."""

from meedoen.recht.engine import GeldPerMaand, Jaren, Partner, Verhouding, regel


@regel("Participatiewet 12 (tot 2026)", tot="2026-01-01")
def eigen_verhoging_jongerennorm_per_maand__2015() -> GeldPerMaand:
    """Until 2026 the norm knew no increase: who could not turn to his parents had bijzondere bijstand under art. 12."""
    return 0


@regel("Participatiewet 20 lid 3", vanaf="2026-01-01")
def eigen_verhoging_jongerennorm_per_maand__2026(
    leeftijd: Jaren, kan_geen_beroep_doen_op_ouders: bool, verhoging_jongerennorm: GeldPerMaand
) -> GeldPerMaand:
    """Who is 18, 19 or 20 and cannot turn to his parents for his living, gets a higher norm."""
    return verhoging_jongerennorm if leeftijd < 21 and kan_geen_beroep_doen_op_ouders else 0


@regel("Participatiewet 20 lid 1 onderdeel a, lid 2 onderdeel a, lid 3 en 4")
def jongerennorm_als_alleenstaande_per_maand(
    heeft_ten_laste_komende_kinderen: bool,
    norm_alleenstaande_18_20: GeldPerMaand,
    norm_alleenstaande_ouder_18_20: GeldPerMaand,
    eigen_verhoging_jongerennorm_per_maand: GeldPerMaand,
    norm_alleenstaande: GeldPerMaand,
) -> GeldPerMaand:
    """A single person or single parent of 18 to 20, with the increase, but never above the norm of a 21-year-old."""
    norm = norm_alleenstaande_ouder_18_20 if heeft_ten_laste_komende_kinderen else norm_alleenstaande_18_20
    return min(norm + eigen_verhoging_jongerennorm_per_maand, norm_alleenstaande)


@regel("Participatiewet 20 lid 1 onderdeel b, lid 2 onderdeel b")
def jongerennorm_gehuwden_beiden_per_maand(
    heeft_ten_laste_komende_kinderen: bool,
    norm_gehuwden_beiden_18_20: GeldPerMaand,
    norm_gehuwden_beiden_18_20_met_kinderen: GeldPerMaand,
) -> GeldPerMaand:
    """A couple, both 18 to 20, with or without children; who shares the costs makes no difference."""
    return norm_gehuwden_beiden_18_20_met_kinderen if heeft_ten_laste_komende_kinderen else norm_gehuwden_beiden_18_20


@regel("Participatiewet 20 lid 1 onderdeel c, lid 2 onderdeel c")
def jongerennorm_gehuwden_een_per_maand(
    heeft_ten_laste_komende_kinderen: bool,
    norm_gehuwden_een_18_20: GeldPerMaand,
    norm_gehuwden_een_18_20_met_kinderen: GeldPerMaand,
) -> GeldPerMaand:
    """A couple, one of 18 to 20 and one of 21 or older, without persons who share the costs, with or without
    children.
    """
    return norm_gehuwden_een_18_20_met_kinderen if heeft_ten_laste_komende_kinderen else norm_gehuwden_een_18_20


@regel("Participatiewet 22a lid 3")
def deel_van_jonge_echtgenoot_per_maand(
    heeft_ten_laste_komende_kinderen: bool,
    deel_echtgenoot_18_20: GeldPerMaand,
    deel_echtgenoot_18_20_met_kinderen: GeldPerMaand,
    eigen_verhoging_jongerennorm_per_maand: GeldPerMaand,
    verhoging_naast_kostendelersnorm_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The fixed part of the spouse of 18 to 20 beside a spouse of 21 or older whose norm is the kostendelersnorm."""
    deel = deel_echtgenoot_18_20_met_kinderen if heeft_ten_laste_komende_kinderen else deel_echtgenoot_18_20
    if eigen_verhoging_jongerennorm_per_maand == 0:
        return deel
    return deel + verhoging_naast_kostendelersnorm_per_maand


@regel(
    "Participatiewet 20 lid 3 en 4, 22a lid 3",
    geverifieerd=False,
    waarom="lid 4 noemt de verhoging naast artikel 22a lid 3 niet; hier geldt de norm voor gehuwden als grens",
)
def verhoging_naast_kostendelersnorm_per_maand(
    heeft_ten_laste_komende_kinderen: bool,
    heeft_partner: bool,
    partner: Partner,
    eigen_verhoging_jongerennorm_per_maand: GeldPerMaand,
    deel_echtgenoot_18_20: GeldPerMaand,
    deel_echtgenoot_18_20_met_kinderen: GeldPerMaand,
    norm_gehuwden: GeldPerMaand,
) -> GeldPerMaand:
    """The increase of the young spouse, as far as the couple together stays within the norm of art. 21 b."""
    deel = deel_echtgenoot_18_20_met_kinderen if heeft_ten_laste_komende_kinderen else deel_echtgenoot_18_20
    if not heeft_partner:
        return eigen_verhoging_jongerennorm_per_maand
    return max(
        0, min(eigen_verhoging_jongerennorm_per_maand, norm_gehuwden - deel - partner.kostendelersnorm_per_maand)
    )


@regel(
    "Participatiewet 20 lid 3 en 4, 24",
    vanaf="2016-01-01",
    geverifieerd=False,
    waarom="de wet noemt de verhoging naast artikel 24 niet; hier geldt de halve norm voor gehuwden als grens",
)
def verhoging_naast_niet_rechthebbende_echtgenoot_per_maand(
    eigen_verhoging_jongerennorm_per_maand: GeldPerMaand,
    jongerennorm_gehuwden_beiden_per_maand: GeldPerMaand,
    norm_gehuwden: GeldPerMaand,
    deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot: Verhouding,
) -> GeldPerMaand:
    """The increase beside a spouse without a right, as far as the norm stays within half of that of art. 21 b."""
    ruimte = (
        norm_gehuwden - jongerennorm_gehuwden_beiden_per_maand
    ) * deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot
    return min(eigen_verhoging_jongerennorm_per_maand, ruimte)
