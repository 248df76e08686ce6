"""The statutory minimum wage for the age of the employee. Wet minimumloon art. 7, 8, 12, 14 and 15."""

from meedoen.recht.engine import GeldPerMaand, GeldPerUur, Jaren, UrenPerWeek, Verhouding, regel, rond_op_centen


@regel("Wet minimumloon 7 en 8; Participatiewet 2 onderdeel c", op={"wettelijk_minimumloon": "peildatum_minimumloon"})
def wettelijk_minimumloon_per_maand(
    leeftijd_voor_minimumloon: Jaren,
    leeftijd_minimumloon_op_peildatum_minimumloon: Jaren,
    wettelijk_minimumloon: GeldPerMaand,
    minimumjeugdloon_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The wage per month for the age: until 2024 for a full working week, since then the reference wage of a
    36-hour week.
    """
    if leeftijd_voor_minimumloon >= leeftijd_minimumloon_op_peildatum_minimumloon:
        return wettelijk_minimumloon
    return minimumjeugdloon_per_maand


@regel("Wet minimumloon 7 lid 1", op={"leeftijd_volledig_minimumloon": "peildatum_minimumloon"})
def leeftijd_minimumloon_op_peildatum_minimumloon(leeftijd_volledig_minimumloon: Jaren) -> Jaren:
    """From which age the full minimum wage held: 23, since July 2017 22, since July 2019 21."""
    return leeftijd_volledig_minimumloon


@regel("Wet minimumloon 15 lid 1; Participatiewet 10d lid 4", op={"vakantiebijslag": "peildatum_minimumloon"})
def wettelijk_minimumloon_met_vakantiebijslag_per_maand(
    wettelijk_minimumloon_per_maand: GeldPerMaand, vakantiebijslag: Verhouding
) -> GeldPerMaand:
    """The minimum wage with the holiday allowance of art. 15, not rounded: rounding comes at the end of the sum."""
    return wettelijk_minimumloon_per_maand * (1 + vakantiebijslag)


@regel(
    "Wet minimumloon 8 lid 1 onderdeel a; Besluit minimumjeugdloon 2 lid 2",
    vanaf="2024-01-01",
    op={"wettelijk_minimumuurloon": "peildatum_minimumloon"},
)
def wettelijk_minimumloon_per_uur(
    leeftijd_voor_minimumloon: Jaren,
    leeftijd_minimumloon_op_peildatum_minimumloon: Jaren,
    wettelijk_minimumuurloon: GeldPerUur,
    percentage_minimumjeugdloon: Verhouding,
) -> GeldPerUur:
    """The wage per hour for the age, since 2024; for the young a percentage, to the cent, half up."""
    if leeftijd_voor_minimumloon >= leeftijd_minimumloon_op_peildatum_minimumloon:
        return wettelijk_minimumuurloon
    return rond_op_centen(percentage_minimumjeugdloon * wettelijk_minimumuurloon)


@regel("Wet minimumloon 12 (tot 2024)", tot="2024-01-01")
def wettelijk_minimumloon_naar_arbeidsduur_per_maand(
    wettelijk_minimumloon_per_maand: GeldPerMaand, uren_per_week: UrenPerWeek, voltijd_uren_per_week: UrenPerWeek
) -> GeldPerMaand:
    """The wage per month of who works shorter than the normal working week, in proportion; never more than the
    whole.
    """
    return rond_op_centen(
        wettelijk_minimumloon_per_maand * min(uren_per_week, voltijd_uren_per_week) / voltijd_uren_per_week
    )
