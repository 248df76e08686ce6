"""Over which months a measure is settled, and how much of the bijstand that takes. Participatiewet art. 18 lid 2, 5
and 12.
"""

from meedoen.recht.engine import (
    Aantal,
    AantalMaanden,
    GeldPerMaand,
    Keuze,
    Verhouding,
    regel,
    rond_omhoog_op_centen,
    rond_op_centen,
)


@regel("Participatiewet 18 lid 5")
def is_maatregel_gespreid(
    sanctie: Keuze,
    maatregel_lid: Keuze,
    maatregel_verrekening: Keuze,
    maatregel_verrekening_voorwaarde: Keuze,
    spreiden_is_gerechtvaardigd: bool,
) -> bool:
    """Is the amount settled over the month in which the measure is imposed and one or two after it? Only a measure of
    lid 5, and only as the ordinance allows.
    """
    if sanctie != "maatregel artikel 18 lid 4" or maatregel_lid != "lid 5" or maatregel_verrekening == "niet":
        return False
    return maatregel_verrekening_voorwaarde == "altijd" or spreiden_is_gerechtvaardigd


@regel("Participatiewet 18 lid 5")
def aantal_maandbedragen_te_verrekenen(aantal_maanden_maatregel: AantalMaanden) -> Aantal:
    """How many times a whole month of bijstand the first measure takes: one, two or three."""
    if aantal_maanden_maatregel == 1:
        return 1
    return 2 if aantal_maanden_maatregel == 2 else 3


@regel("Participatiewet 18 lid 5")
def aantal_maanden_van_verrekening(
    aantal_maandbedragen_te_verrekenen: Aantal, maatregel_verrekening_maanden: Aantal
) -> Aantal:
    """Over how many months it is settled: as the ordinance says, and never fewer than the measure lasts."""
    return max(aantal_maandbedragen_te_verrekenen, maatregel_verrekening_maanden)


@regel("Participatiewet 18 lid 5")
def percentage_gespreid_in_maand_1(
    maatregel_verrekening: Keuze,
    maatregel_deel_eerste_maand: Verhouding,
    aantal_maandbedragen_te_verrekenen: Aantal,
    aantal_maanden_van_verrekening: Aantal,
) -> Verhouding:
    """What the first month bears when the amount is spread: an equal part or the part that the ordinance names, so much
    that the rest fits in the months after it, and at most all of the bijstand.
    """
    geheel = aantal_maandbedragen_te_verrekenen
    if maatregel_verrekening == "gelijke delen":
        return geheel / 3 if aantal_maanden_van_verrekening == 3 else geheel / 2
    rest_die_past = aantal_maanden_van_verrekening - 1
    return min(1, max(maatregel_deel_eerste_maand * geheel, geheel - rest_die_past))


@regel("Participatiewet 18 lid 2, 5 tot en met 10")
def percentage_verlaging_maand_1(
    moet_bijstand_worden_verlaagd: bool,
    percentage_verlaging: Verhouding,
    is_maatregel_gespreid: bool,
    percentage_gespreid_in_maand_1: Verhouding,
    percentage_na_afstemming: Verhouding,
) -> Verhouding:
    """By how much the bijstand of the first month is lowered."""
    if not moet_bijstand_worden_verlaagd:
        return 0
    if is_maatregel_gespreid:
        return percentage_gespreid_in_maand_1 * percentage_na_afstemming
    return percentage_verlaging * percentage_na_afstemming


@regel("Participatiewet 18 lid 2, 5 tot en met 10")
def percentage_verlaging_maand_2(
    moet_bijstand_worden_verlaagd: bool,
    percentage_verlaging: Verhouding,
    aantal_maanden_maatregel: AantalMaanden,
    is_maatregel_gespreid: bool,
    percentage_gespreid_in_maand_1: Verhouding,
    aantal_maandbedragen_te_verrekenen: Aantal,
    aantal_maanden_van_verrekening: Aantal,
    percentage_na_afstemming: Verhouding,
) -> Verhouding:
    """By how much the bijstand of the second month is lowered: an equal part of what the first month left."""
    if not moet_bijstand_worden_verlaagd:
        return 0
    if is_maatregel_gespreid:
        rest = aantal_maandbedragen_te_verrekenen - percentage_gespreid_in_maand_1
        return (rest / 2 if aantal_maanden_van_verrekening == 3 else rest) * percentage_na_afstemming
    if aantal_maanden_maatregel < 2:
        return 0
    return percentage_verlaging * percentage_na_afstemming


@regel("Participatiewet 18 lid 2, 5 tot en met 10")
def percentage_verlaging_maand_3(
    moet_bijstand_worden_verlaagd: bool,
    percentage_verlaging: Verhouding,
    aantal_maanden_maatregel: AantalMaanden,
    is_maatregel_gespreid: bool,
    percentage_gespreid_in_maand_1: Verhouding,
    aantal_maandbedragen_te_verrekenen: Aantal,
    aantal_maanden_van_verrekening: Aantal,
    percentage_na_afstemming: Verhouding,
) -> Verhouding:
    """By how much the bijstand of the third month is lowered; of a measure that lasts longer, each month after it."""
    if not moet_bijstand_worden_verlaagd:
        return 0
    if is_maatregel_gespreid:
        if aantal_maanden_van_verrekening == 2:
            return 0
        return (aantal_maandbedragen_te_verrekenen - percentage_gespreid_in_maand_1) / 2 * percentage_na_afstemming
    if aantal_maanden_maatregel < 3:
        return 0
    return percentage_verlaging * percentage_na_afstemming


@regel("Participatiewet 18 lid 2, 5 en 12")
def grondslag_verlaging_per_maand(
    sanctie: Keuze,
    maatregel_berekend_over: Keuze,
    bijstandsnorm_per_maand: GeldPerMaand,
    algemene_bijstand_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the percentage is taken of: for lid 4 the bijstand of the whole family; else as the ordinance says."""
    if sanctie != "maatregel artikel 18 lid 4" and maatregel_berekend_over == "bijstandsnorm":
        return bijstandsnorm_per_maand
    return algemene_bijstand_per_maand


@regel("Participatiewet 18 lid 2, 5 tot en met 8")
def som_van_verlagingen_per_maand(
    percentage_verlaging_maand_1: Verhouding,
    percentage_verlaging_maand_2: Verhouding,
    percentage_verlaging_maand_3: Verhouding,
    grondslag_verlaging_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The three amounts together, as if the bijstand stayed what it is on the reference date; to the cent, half up."""
    deel = percentage_verlaging_maand_1 + percentage_verlaging_maand_2 + percentage_verlaging_maand_3
    return rond_op_centen(deel * grondslag_verlaging_per_maand)


@regel("Participatiewet 18 lid 2, 5 tot en met 8 en 12")
def verlaging_maand_1_per_maand(
    percentage_verlaging_maand_1: Verhouding,
    grondslag_verlaging_per_maand: GeldPerMaand,
    som_van_verlagingen_per_maand: GeldPerMaand,
    algemene_bijstand_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the first month loses: rounded up, because it bears at least a third; never more than there is to lose."""
    bedrag = rond_omhoog_op_centen(percentage_verlaging_maand_1 * grondslag_verlaging_per_maand)
    return min(bedrag, som_van_verlagingen_per_maand, algemene_bijstand_per_maand)


@regel("Participatiewet 18 lid 2, 5 tot en met 8 en 12")
def verlaging_maand_2_per_maand(
    percentage_verlaging_maand_2: Verhouding,
    grondslag_verlaging_per_maand: GeldPerMaand,
    som_van_verlagingen_per_maand: GeldPerMaand,
    verlaging_maand_1_per_maand: GeldPerMaand,
    algemene_bijstand_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the second month loses."""
    bedrag = rond_op_centen(percentage_verlaging_maand_2 * grondslag_verlaging_per_maand)
    rest = som_van_verlagingen_per_maand - verlaging_maand_1_per_maand
    return min(bedrag, rest, algemene_bijstand_per_maand)


@regel("Participatiewet 18 lid 2, 5 tot en met 8 en 12")
def verlaging_maand_3_per_maand(
    percentage_verlaging_maand_3: Verhouding,
    som_van_verlagingen_per_maand: GeldPerMaand,
    verlaging_maand_1_per_maand: GeldPerMaand,
    verlaging_maand_2_per_maand: GeldPerMaand,
    algemene_bijstand_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the third month loses: the remainder, so that the parts add up to the whole."""
    if percentage_verlaging_maand_3 == 0:
        return 0
    rest = som_van_verlagingen_per_maand - verlaging_maand_1_per_maand - verlaging_maand_2_per_maand
    return min(rest, algemene_bijstand_per_maand)


@regel("Participatiewet 18 lid 2, 5 tot en met 8")
def verlaging_in_deze_maand_per_maand(
    maand_van_maatregel: Aantal,
    verlaging_maand_1_per_maand: GeldPerMaand,
    verlaging_maand_2_per_maand: GeldPerMaand,
    verlaging_maand_3_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the month of the reference date loses: the first, second or third of the measure."""
    if maand_van_maatregel == 1:
        return verlaging_maand_1_per_maand
    return verlaging_maand_2_per_maand if maand_van_maatregel == 2 else verlaging_maand_3_per_maand


@regel("Participatiewet 18 lid 2, 5 tot en met 8 en 12")
def bijstand_na_verlaging_per_maand(
    algemene_bijstand_per_maand: GeldPerMaand, verlaging_in_deze_maand_per_maand: GeldPerMaand
) -> GeldPerMaand:
    """The bijstand of the family that is left in the month of the reference date."""
    return algemene_bijstand_per_maand - verlaging_in_deze_maand_per_maand


@regel(
    "Participatiewet 18 lid 2 en 5, 19 lid 3, 45 lid 1",
    geverifieerd=False,
    waarom="de wet zegt niet met zoveel woorden dat de vakantietoeslag van de verlaagde bijstand wordt genomen",
)
def uitbetaling_na_verlaging_van_gezin_per_maand(
    bijstand_na_verlaging_per_maand: GeldPerMaand, vakantietoeslag_in_bijstand: Verhouding
) -> GeldPerMaand:
    """What the family is paid over that month: what is left without the part that is kept for the holiday allowance,
    to the cent, half up.
    """
    return rond_op_centen((1 - vakantietoeslag_in_bijstand) * bijstand_na_verlaging_per_maand)
