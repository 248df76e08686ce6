"""The minimum wage of the young: a percentage by age. Wet minimumloon art. 7 and 8, Besluit minimumjeugdloon."""

from meedoen.recht.engine import Datum, GeldPerMaand, Jaren, Verhouding, geen, regel, rond_op_stuivers, volle_jaren


@regel("Wet minimumloon 7 en 8; Participatiewet 10d lid 7")
def leeftijd_voor_minimumloon(
    geboortedatum: Datum,
    leeftijd: Jaren,
    peildatum_minimumloon: Datum,
    leeftijd_minimumloon_op_peildatum_minimumloon: Jaren,
    leeftijd_na_verjaardag: Jaren,
) -> Jaren:
    """The age that sets the wage. It matters only for the young, and only when a birthday lies between the date of the
    amount and the reference date.
    """
    toen = volle_jaren(geboortedatum, peildatum_minimumloon)
    if toen == leeftijd or toen >= leeftijd_minimumloon_op_peildatum_minimumloon:
        return leeftijd
    return leeftijd_na_verjaardag


@regel(
    "Participatiewet 2 onderdeel c en 10d lid 7",
    geverifieerd=False,
    waarom="de wet noemt alleen aanpassing op 1 januari; hier telt een verjaardag daarna meteen mee voor het jeugdloon",
)
def leeftijd_na_verjaardag(leeftijd: Jaren) -> Jaren:
    """The age on the reference date, also when the birthday fell after the date of the amount."""
    return leeftijd


@regel(
    "Besluit minimumjeugdloon 1, 2 lid 1 en 3 lid 1",
    op={
        "minimumjeugdloon_22": "peildatum_minimumloon",
        "minimumjeugdloon_21": "peildatum_minimumloon",
        "minimumjeugdloon_17": "peildatum_minimumloon",
        "minimumjeugdloon_16": "peildatum_minimumloon",
        "minimumjeugdloon_15": "peildatum_minimumloon",
    },
)
def percentage_minimumjeugdloon(
    leeftijd_voor_minimumloon: Jaren,
    minimumjeugdloon_22: Verhouding,
    minimumjeugdloon_21: Verhouding,
    percentage_minimumjeugdloon_18_tot_21: Verhouding,
    minimumjeugdloon_17: Verhouding,
    minimumjeugdloon_16: Verhouding,
    minimumjeugdloon_15: Verhouding,
) -> Verhouding:
    """The part of the full minimum wage for the age; under 15 there is no minimum wage."""
    if leeftijd_voor_minimumloon < 15:
        return geen("Onder 15 jaar is er geen minimumloon.", "Besluit minimumjeugdloon 1")
    if leeftijd_voor_minimumloon == 22:
        return minimumjeugdloon_22
    if leeftijd_voor_minimumloon == 21:
        return minimumjeugdloon_21
    if leeftijd_voor_minimumloon >= 18:
        return percentage_minimumjeugdloon_18_tot_21
    if leeftijd_voor_minimumloon == 17:
        return minimumjeugdloon_17
    return minimumjeugdloon_16 if leeftijd_voor_minimumloon == 16 else minimumjeugdloon_15


@regel(
    "Besluit minimumjeugdloon 2 lid 1 en 3 lid 1",
    op={
        "minimumjeugdloon_20": "peildatum_minimumloon",
        "minimumjeugdloon_19": "peildatum_minimumloon",
        "minimumjeugdloon_18": "peildatum_minimumloon",
        "minimumjeugdloon_20_beroepsbegeleidend": "peildatum_minimumloon",
        "minimumjeugdloon_19_beroepsbegeleidend": "peildatum_minimumloon",
        "minimumjeugdloon_18_beroepsbegeleidend": "peildatum_minimumloon",
    },
)
def percentage_minimumjeugdloon_18_tot_21(
    leeftijd_voor_minimumloon: Jaren,
    werkt_in_beroepsbegeleidende_leerweg: bool,
    minimumjeugdloon_20: Verhouding,
    minimumjeugdloon_19: Verhouding,
    minimumjeugdloon_18: Verhouding,
    minimumjeugdloon_20_beroepsbegeleidend: Verhouding,
    minimumjeugdloon_19_beroepsbegeleidend: Verhouding,
    minimumjeugdloon_18_beroepsbegeleidend: Verhouding,
) -> Verhouding:
    """The part for who is 18, 19 or 20; since July 2017 lower for who works in a beroepsbegeleidende leerweg."""
    if leeftijd_voor_minimumloon >= 20:
        return minimumjeugdloon_20_beroepsbegeleidend if werkt_in_beroepsbegeleidende_leerweg else minimumjeugdloon_20
    if leeftijd_voor_minimumloon == 19:
        return minimumjeugdloon_19_beroepsbegeleidend if werkt_in_beroepsbegeleidende_leerweg else minimumjeugdloon_19
    return minimumjeugdloon_18_beroepsbegeleidend if werkt_in_beroepsbegeleidende_leerweg else minimumjeugdloon_18


@regel(
    "Besluit minimumjeugdloonregeling 2 lid 2", tot="2024-01-01", op={"wettelijk_minimumloon": "peildatum_minimumloon"}
)
def minimumjeugdloon_per_maand__2015(
    percentage_minimumjeugdloon: Verhouding, wettelijk_minimumloon: GeldPerMaand
) -> GeldPerMaand:
    """The monthly wage of the young until 2024: the percentage of the full wage, rounded to five cents, half up."""
    return rond_op_stuivers(percentage_minimumjeugdloon * wettelijk_minimumloon)


@regel(
    "Participatiewet 2 onderdeel c; Wet minimumloon 8 lid 1 onderdeel b en lid 3",
    vanaf="2024-01-01",
    op={"wettelijk_minimumloon": "peildatum_minimumloon"},
    geverifieerd=False,
    waarom="het Besluit minimumjeugdloon rondt sinds 2024 alleen het uurloon af; de maand is hier niet afgerond",
)
def minimumjeugdloon_per_maand__2024(
    percentage_minimumjeugdloon: Verhouding, wettelijk_minimumloon: GeldPerMaand
) -> GeldPerMaand:
    """The reference wage per month of the young since 2024: the percentage of the full reference wage, not rounded."""
    return percentage_minimumjeugdloon * wettelijk_minimumloon
