"""The holiday allowance that belongs to an income stated without it. Participatiewet art. 31 lid 4 (in 2015 and 2016
lid 6); Regeling Participatiewet, IOAW en IOAZ art. 8 to 14.

The tables are those of 2015, 2016 and 2026; of the years between none was found, so the allowance is asked.
"""

from meedoen.recht.engine import GeldPerMaand, Keuze, Verhouding, regel, rond_op_centen


@regel("Regeling Participatiewet, IOAW en IOAZ 11", tot="2017-01-01")
def vakantieaanspraak_tegenwoordige_arbeid_per_maand__2015(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand,
    vakantieaanspraak_11_grens_1: GeldPerMaand,
    vakantieaanspraak_11_grens_2: GeldPerMaand,
    vakantieaanspraak_11_grens_3: GeldPerMaand,
    vakantieaanspraak_11_grens_4: GeldPerMaand,
    vakantieaanspraak_11_deel_1: Verhouding,
    vakantieaanspraak_11_deel_2: Verhouding,
    vakantieaanspraak_11_deel_3: Verhouding,
    vakantieaanspraak_11_deel_4: Verhouding,
    vakantieaanspraak_11_deel_5: Verhouding,
    vakantieaanspraak_11_aftrek_3: GeldPerMaand,
    vakantieaanspraak_11_aftrek_4: GeldPerMaand,
    vakantieaanspraak_11_aftrek_5: GeldPerMaand,
) -> GeldPerMaand:
    """Wages from work, taxed with the general tax credit and that for work: a part of the income less an amount, by
    five bands.
    """
    ink = inkomen_zonder_vakantietoeslag_per_maand
    if ink < vakantieaanspraak_11_grens_1:
        return vakantieaanspraak_11_deel_1 * ink
    if ink < vakantieaanspraak_11_grens_2:
        return vakantieaanspraak_11_deel_2 * ink
    if ink < vakantieaanspraak_11_grens_3:
        return vakantieaanspraak_11_deel_3 * ink - vakantieaanspraak_11_aftrek_3
    if ink < vakantieaanspraak_11_grens_4:
        return vakantieaanspraak_11_deel_4 * ink - vakantieaanspraak_11_aftrek_4
    return vakantieaanspraak_11_deel_5 * ink - vakantieaanspraak_11_aftrek_5


@regel("Regeling Participatiewet, IOAW en IOAZ 11", vanaf="2017-01-01", tot="2026-01-01")
def vakantieaanspraak_tegenwoordige_arbeid_per_maand__2017(
    vakantieaanspraak_volgens_regeling_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The tables of these years were not found: the allowance is asked."""
    return vakantieaanspraak_volgens_regeling_per_maand


@regel("Regeling Participatiewet, IOAW en IOAZ 11", vanaf="2026-01-01")
def vakantieaanspraak_tegenwoordige_arbeid_per_maand__2026(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand,
    vakantieaanspraak_11_grens_1: GeldPerMaand,
    vakantieaanspraak_11_grens_2: GeldPerMaand,
    vakantieaanspraak_11_grens_3: GeldPerMaand,
    vakantieaanspraak_11_deel_1: Verhouding,
    vakantieaanspraak_11_deel_2: Verhouding,
    vakantieaanspraak_11_deel_3: Verhouding,
    vakantieaanspraak_11_deel_4: Verhouding,
    vakantieaanspraak_11_aftrek_2: GeldPerMaand,
    vakantieaanspraak_11_aftrek_3: GeldPerMaand,
    vakantieaanspraak_11_aftrek_4: GeldPerMaand,
) -> GeldPerMaand:
    """Wages from work, taxed with the general tax credit and that for work: a part of the income less an amount, by
    four bands.
    """
    ink = inkomen_zonder_vakantietoeslag_per_maand
    if ink < vakantieaanspraak_11_grens_1:
        return vakantieaanspraak_11_deel_1 * ink
    if ink < vakantieaanspraak_11_grens_2:
        return vakantieaanspraak_11_deel_2 * ink - vakantieaanspraak_11_aftrek_2
    if ink < vakantieaanspraak_11_grens_3:
        return vakantieaanspraak_11_deel_3 * ink - vakantieaanspraak_11_aftrek_3
    return vakantieaanspraak_11_deel_4 * ink - vakantieaanspraak_11_aftrek_4


@regel("Regeling Participatiewet, IOAW en IOAZ 12", tot="2017-01-01")
def vakantieaanspraak_vroegere_arbeid_per_maand__2015(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand,
    vakantieaanspraak_12_grens_1: GeldPerMaand,
    vakantieaanspraak_12_grens_2: GeldPerMaand,
    vakantieaanspraak_12_grens_3: GeldPerMaand,
    vakantieaanspraak_12_deel_1: Verhouding,
    vakantieaanspraak_12_deel_2: Verhouding,
    vakantieaanspraak_12_deel_3: Verhouding,
    vakantieaanspraak_12_deel_4: Verhouding,
    vakantieaanspraak_12_aftrek_3: GeldPerMaand,
    vakantieaanspraak_12_aftrek_4: GeldPerMaand,
) -> GeldPerMaand:
    """Benefits and other income from former work, taxed with the general tax credit: by four bands."""
    ink = inkomen_zonder_vakantietoeslag_per_maand
    if ink < vakantieaanspraak_12_grens_1:
        return vakantieaanspraak_12_deel_1 * ink
    if ink < vakantieaanspraak_12_grens_2:
        return vakantieaanspraak_12_deel_2 * ink
    if ink < vakantieaanspraak_12_grens_3:
        return vakantieaanspraak_12_deel_3 * ink - vakantieaanspraak_12_aftrek_3
    return vakantieaanspraak_12_deel_4 * ink - vakantieaanspraak_12_aftrek_4


@regel("Regeling Participatiewet, IOAW en IOAZ 12", vanaf="2017-01-01", tot="2026-01-01")
def vakantieaanspraak_vroegere_arbeid_per_maand__2017(
    vakantieaanspraak_volgens_regeling_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The tables of these years were not found: the allowance is asked."""
    return vakantieaanspraak_volgens_regeling_per_maand


@regel("Regeling Participatiewet, IOAW en IOAZ 12", vanaf="2026-01-01")
def vakantieaanspraak_vroegere_arbeid_per_maand__2026(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand,
    vakantieaanspraak_12_grens_1: GeldPerMaand,
    vakantieaanspraak_12_grens_2: GeldPerMaand,
    vakantieaanspraak_12_grens_3: GeldPerMaand,
    vakantieaanspraak_12_grens_4: GeldPerMaand,
    vakantieaanspraak_12_deel_1: Verhouding,
    vakantieaanspraak_12_deel_2: Verhouding,
    vakantieaanspraak_12_deel_3: Verhouding,
    vakantieaanspraak_12_deel_4: Verhouding,
    vakantieaanspraak_12_deel_5: Verhouding,
    vakantieaanspraak_12_aftrek_3: GeldPerMaand,
    vakantieaanspraak_12_aftrek_4: GeldPerMaand,
    vakantieaanspraak_12_aftrek_5: GeldPerMaand,
) -> GeldPerMaand:
    """Benefits and other income from former work, taxed with the general tax credit: by five bands."""
    ink = inkomen_zonder_vakantietoeslag_per_maand
    if ink < vakantieaanspraak_12_grens_1:
        return vakantieaanspraak_12_deel_1 * ink
    if ink < vakantieaanspraak_12_grens_2:
        return vakantieaanspraak_12_deel_2 * ink
    if ink < vakantieaanspraak_12_grens_3:
        return vakantieaanspraak_12_deel_3 * ink - vakantieaanspraak_12_aftrek_3
    if ink < vakantieaanspraak_12_grens_4:
        return vakantieaanspraak_12_deel_4 * ink - vakantieaanspraak_12_aftrek_4
    return vakantieaanspraak_12_deel_5 * ink - vakantieaanspraak_12_aftrek_5


@regel("Regeling Participatiewet, IOAW en IOAZ 13", tot="2016-01-01")
def vakantieaanspraak_zonder_heffingskorting_per_maand__2015(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand,
    vakantieaanspraak_13_grens: GeldPerMaand,
    vakantieaanspraak_13_deel_laag: Verhouding,
    vakantieaanspraak_13_deel_hoog: Verhouding,
) -> GeldPerMaand:
    """Income taxed without the general tax credit: one part up to a limit, another from there on."""
    if inkomen_zonder_vakantietoeslag_per_maand < vakantieaanspraak_13_grens:
        return vakantieaanspraak_13_deel_laag * inkomen_zonder_vakantietoeslag_per_maand
    return vakantieaanspraak_13_deel_hoog * inkomen_zonder_vakantietoeslag_per_maand


@regel("Regeling Participatiewet, IOAW en IOAZ 13", vanaf="2016-01-01", tot="2026-01-01")
def vakantieaanspraak_zonder_heffingskorting_per_maand__2016(
    vakantieaanspraak_volgens_regeling_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The tables of these years were not found, or not whole: the allowance is asked."""
    return vakantieaanspraak_volgens_regeling_per_maand


@regel("Regeling Participatiewet, IOAW en IOAZ 13", vanaf="2026-01-01")
def vakantieaanspraak_zonder_heffingskorting_per_maand__2026(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand, vakantieaanspraak_13_deel_laag: Verhouding
) -> GeldPerMaand:
    """Income taxed without the general tax credit: one part of all of it."""
    return vakantieaanspraak_13_deel_laag * inkomen_zonder_vakantietoeslag_per_maand


@regel("Participatiewet 31 lid 4; Regeling Participatiewet, IOAW en IOAZ 10 tot en met 14")
def vakantieaanspraak_over_inkomen_per_maand(
    soort_inkomen_zonder_vakantietoeslag: Keuze,
    vakantieaanspraak_tegenwoordige_arbeid_per_maand: GeldPerMaand,
    vakantieaanspraak_vroegere_arbeid_per_maand: GeldPerMaand,
    vakantieaanspraak_zonder_heffingskorting_per_maand: GeldPerMaand,
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand,
    vakantieaanspraak_14_deel_ander_inkomen: Verhouding,
    vakantieaanspraak_volgens_regeling_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The allowance that counts beside this income, to the cent, half up: the regulation does not round. Of a reduced
    AOW pension the percentages were found for 2026 only; they are asked.
    """
    if soort_inkomen_zonder_vakantietoeslag == "loon uit tegenwoordige arbeid":
        return rond_op_centen(vakantieaanspraak_tegenwoordige_arbeid_per_maand)
    if soort_inkomen_zonder_vakantietoeslag == "inkomen uit vroegere arbeid":
        return rond_op_centen(vakantieaanspraak_vroegere_arbeid_per_maand)
    if soort_inkomen_zonder_vakantietoeslag == "zonder algemene heffingskorting":
        return rond_op_centen(vakantieaanspraak_zonder_heffingskorting_per_maand)
    if soort_inkomen_zonder_vakantietoeslag == "ander inkomen naast gekorte AOW":
        return rond_op_centen(vakantieaanspraak_14_deel_ander_inkomen * inkomen_zonder_vakantietoeslag_per_maand)
    return rond_op_centen(vakantieaanspraak_volgens_regeling_per_maand)


@regel("Participatiewet 31 lid 4 en 32 lid 1; Regeling Participatiewet, IOAW en IOAZ 10")
def inkomen_met_vakantietoeslag_per_maand(
    inkomen_zonder_vakantietoeslag_per_maand: GeldPerMaand, vakantieaanspraak_over_inkomen_per_maand: GeldPerMaand
) -> GeldPerMaand:
    """The income as it counts for the bijstand: with the allowance that belongs to it."""
    return inkomen_zonder_vakantietoeslag_per_maand + vakantieaanspraak_over_inkomen_per_maand
