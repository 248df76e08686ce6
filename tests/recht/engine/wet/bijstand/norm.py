"""A law of the tests: small, and with everything in it that the language can say."""

from meedoen.recht.engine import (
    Aantal,
    Datum,
    GeldPerMaand,
    Jaren,
    Kinderen,
    Medebewoner,
    Medebewoners,
    Partner,
    Procent,
    UrenPerWeek,
    begin_van_het_jaar,
    geen,
    regel,
    rond_op_centen,
    volle_jaren,
)


@regel("proefwet 1")
def leeftijd(geboortedatum: Datum, peildatum: Datum) -> Jaren:
    """Age in whole years."""
    return volle_jaren(geboortedatum, peildatum)


@regel("proefwet 2 lid 4")
def telt_mee(ander: Medebewoner, leeftijdsgrens: Jaren, is_partner: bool, heeft_commerciele_relatie: bool) -> bool:
    """Another person shares the costs, unless partner, tenant, too young or a student."""
    if is_partner or heeft_commerciele_relatie:
        return False
    return ander.leeftijd >= leeftijdsgrens and not ander.student


@regel("proefwet 2")
def aantal_kostendelers(medebewoners: Medebewoners, heeft_partner: bool, partner: Partner) -> Aantal:
    """Myself, the others who share the costs, and a partner of 21 or older."""
    anderen = sum(1 for m in medebewoners if m.telt_mee)
    if heeft_partner and partner.leeftijd >= 21:
        return anderen + 2
    return anderen + 1


@regel("proefwet 2 lid 1")
def norm_per_maand(
    leeftijd: Jaren,
    aantal_kostendelers: Aantal,
    vast_deel: Procent,
    deel_per_persoon: Procent,
    gehuwdennorm: GeldPerMaand,
    jongerennorm: GeldPerMaand,
) -> GeldPerMaand:
    """The norm of one person, shared costs taken into account."""
    if leeftijd < 18:
        return geen("onder de 18 is er geen eigen recht", "proefwet 2 lid 2")
    if leeftijd < 21:
        return jongerennorm
    return rond_op_centen((vast_deel + aantal_kostendelers * deel_per_persoon) / aantal_kostendelers * gehuwdennorm)


@regel("proefwet 3")
def gezinsinkomen(inkomen_per_maand: GeldPerMaand, heeft_partner: bool, partner: Partner) -> GeldPerMaand:
    """My income and that of my partner."""
    return inkomen_per_maand + partner.inkomen_per_maand if heeft_partner else inkomen_per_maand


@regel("proefwet 3")
def uitbetaling_per_maand(norm_per_maand: GeldPerMaand, gezinsinkomen: GeldPerMaand) -> GeldPerMaand:
    """What is left of the norm after income, less the holiday part."""
    return rond_op_centen(0.95 * max(norm_per_maand - gezinsinkomen, 0))


@regel("proefwet 4")
def peildatum_minimumloon(ingangsdatum: Datum, peildatum: Datum) -> Datum:
    """A subsidy that began in an earlier year follows the wage of the first of January."""
    jaarbegin = begin_van_het_jaar(peildatum)
    if ingangsdatum < jaarbegin:
        return jaarbegin
    return ingangsdatum


@regel("proefwet 4", tot="2024-01-01", op={"minimumloon": "peildatum_minimumloon"})
def subsidie_per_maand__2015(
    minimumloon: GeldPerMaand,
    loonwaarde_percentage: Procent,
    uren_per_week: UrenPerWeek,
    voltijd_uren_per_week: UrenPerWeek,
) -> GeldPerMaand:
    """The part of the wage that is not earned, at most 70 percent, lowered for part-time work."""
    wml = minimumloon * 1.08
    deel = min(1 - loonwaarde_percentage, 0.70)
    factor = 1
    if uren_per_week < voltijd_uren_per_week:
        factor = uren_per_week / voltijd_uren_per_week
    return rond_op_centen(wml * deel * 1.235 * factor)


@regel("proefwet 4", vanaf="2024-01-01", geverifieerd=False, waarom="het percentage is niet nagekeken")
def subsidie_per_maand__2024(
    minimumloon: GeldPerMaand,
    loonwaarde_percentage: Procent,
    uren_per_week: UrenPerWeek,
    voltijd_uren_per_week: UrenPerWeek,
    uren_referentie: UrenPerWeek,
) -> GeldPerMaand:
    """The same, by hours out of the reference week."""
    factor = min(uren_per_week, voltijd_uren_per_week) / uren_referentie
    return rond_op_centen(minimumloon * 1.08 * min(1 - loonwaarde_percentage, 0.70) * 1.235 * factor)


@regel("proefwet 5", vanaf="2018-01-01")
def toeslag_per_maand(kinderen: Kinderen, student: bool, toeslag: GeldPerMaand) -> GeldPerMaand:
    """A supplement for each child, and for students nothing."""
    if student:
        return 0
    return sum(toeslag for kind in kinderen)


@regel("proefwet 5")
def leeftijd_oudste_kind(kinderen: Kinderen) -> Jaren:
    """The age of the eldest child, zero without children."""
    return max((kind.leeftijd for kind in kinderen), default=0)


@regel("proefwet 5")
def is_alleenstaande_ouder(kinderen: Kinderen, heeft_partner: bool) -> bool:
    """Children, and no partner."""
    return not heeft_partner and any(kind.leeftijd < 18 for kind in kinderen)
