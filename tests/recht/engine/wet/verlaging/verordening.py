"""Open terms: of the reference date, of another date, and of whoever is looked at."""

from meedoen.recht.engine import (
    AantalMaanden,
    Datum,
    GeldPerMaand,
    Keuze,
    Medebewoners,
    Procent,
    begin_van_het_jaar,
    geen,
    maanden_later,
    regel,
    rond_op_centen,
)


@regel("proefwet 9")
def einde_verlaging(gemeld_op: Datum, maatregel_duur: AantalMaanden, student: bool) -> Datum:
    """The end of the lowering; of students nothing is asked."""
    if student:
        return geen("voor studenten is er geen verlaging", "proefwet 9 lid 2")
    return maanden_later(gemeld_op, maatregel_duur)


@regel(
    "proefwet 9",
    op={"maatregel_percentage": "gemeld_op", "maatregel_bedrag": "einde_verlaging", "maatregel_duur": "grensdatum"},
)
def verlaging_per_maand(
    norm_per_maand: GeldPerMaand,
    maatregel_percentage: Procent,
    maatregel_bedrag: GeldPerMaand,
    maatregel_duur: AantalMaanden,
    grensdatum: Datum,
    gemeld_op: Datum,
    einde_verlaging: Datum,
    wijze: Keuze,
) -> GeldPerMaand:
    """A share of the norm or an amount, as they were on other days than the reference date."""
    if wijze == "taal" or gemeld_op < grensdatum:
        return max(maatregel_bedrag, 0) if maatregel_duur > 1 else maatregel_bedrag
    return rond_op_centen(norm_per_maand * maatregel_percentage)


@regel("proefwet 10")
def heeft_regeling_voor_mij(heeft_regeling: bool, soort_verplichting: Keuze, wijze: Keuze) -> bool:
    """A text of a term beside a text of a fact."""
    return heeft_regeling and (wijze == soort_verplichting or wijze != "taal")


@regel("proefwet 10", vanaf="2016-01-01")
def som_van_verlagingen(medebewoners: Medebewoners, heeft_regeling: bool, student: bool) -> GeldPerMaand:
    """The lowerings of the others, as far as there is a policy."""
    if student or not heeft_regeling:
        return 0
    return sum(m.verlaging_per_maand for m in medebewoners if m.einde_verlaging > m.peildatum)


@regel("proefwet 10", op={"heeft_regeling": "begin_jaar"})
def had_regeling(heeft_regeling: bool, begin_jaar: Datum) -> bool:
    """Was there a policy at the beginning of the year?"""
    return not heeft_regeling


@regel("proefwet 10")
def begin_jaar(peildatum: Datum) -> Datum:
    """The first of January."""
    return begin_van_het_jaar(peildatum)
