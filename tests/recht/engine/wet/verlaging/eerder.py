"""Lists: what is looked back over, of myself and of others."""

from meedoen.recht.engine import (
    Aantal,
    Datum,
    Geld,
    GeldPerMaand,
    Keuze,
    Lijst,
    Medebewoner,
    Medebewoners,
    UrenPerWeek,
    begin_van_de_maand,
    geen,
    jaren_later,
    regel,
    rond_op_centen,
)


@regel("proefwet 11")
def aantal_recente_maatregelen(eerdere_maatregelen: Lijst, peildatum: Datum, soort_verplichting: Keuze) -> Aantal:
    """How many of the last year were for the same duty, and still stand."""
    jaar_geleden = jaren_later(peildatum, -1)
    return sum(
        1
        for m in eerdere_maatregelen
        if not m.is_ingetrokken and m.plicht == soort_verplichting and jaar_geleden < m.toegepast_op <= peildatum
    )


@regel("proefwet 11")
def eerste_maatregel(eerdere_maatregelen: Lijst, gemeld_op: Datum) -> Datum:
    """The oldest of them, else the day of the report."""
    return min((m.toegepast_op for m in eerdere_maatregelen), default=gemeld_op)


@regel("proefwet 11")
def totaal(eerdere_maatregelen: Lijst, student: bool, peildatum: Datum) -> Geld:
    """The sum of the amounts; what does not matter is not asked for."""
    if student:
        return geen("studenten hebben geen totaal", "proefwet 11 lid 2")
    return rond_op_centen(sum(m.bedrag / 3 for m in eerdere_maatregelen if m.toegepast_op < peildatum))


@regel("proefwet 11")
def is_alles_ingetrokken(eerdere_maatregelen: Lijst) -> bool:
    """Whether nothing stands, or one costs next to nothing."""
    return all(m.is_ingetrokken for m in eerdere_maatregelen) or any(
        m.bedrag < 10 and m.plicht != "taal" for m in eerdere_maatregelen
    )


@regel("proefwet 12")
def deelt_maanden(ander: Medebewoner, maanden: Lijst, peildatum: Datum) -> bool:
    """A rule about two looks back over my months, and compares them with his total."""
    return any(m.inkomen * 3 > ander.inkomen_in_maanden for m in maanden if m.maand <= peildatum)


@regel("proefwet 12")
def inkomen_in_maanden(maanden: Lijst) -> GeldPerMaand:
    """The sum of my months."""
    return sum(m.inkomen for m in maanden)


@regel("proefwet 12")
def beste_maand(
    maanden: Lijst, peildatum: Datum, inkomen_per_maand: GeldPerMaand, uren_per_week: UrenPerWeek
) -> GeldPerMaand:
    """The best month by my hours, from this month on, else the income."""
    begin = begin_van_de_maand(peildatum)
    return max(
        (rond_op_centen(m.inkomen * uren_per_week / m.uren) for m in maanden if m.maand >= begin),
        default=inkomen_per_maand,
    )


@regel("proefwet 12")
def aantal_met_wie_maanden_gedeeld_zijn(medebewoners: Medebewoners) -> Aantal:
    """How many of the others, and the rows of others through their own rules."""
    return sum(1 for m in medebewoners if m.deelt_maanden) + 10 * sum(
        m.aantal_recente_maatregelen for m in medebewoners
    )
