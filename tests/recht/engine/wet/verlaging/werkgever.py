"""Rules about an employer, about a municipality, and rules that weigh."""

from meedoen.recht.engine import (
    Aantal,
    AantalMaanden,
    GeldPerMaand,
    Keuze,
    Lijst,
    UrenPerWeek,
    geen,
    regel,
    rond_omlaag_op_helen,
)


@regel("proefwet 13")
def banenquotum(aantal_werknemers: Aantal, sector: Keuze) -> Aantal:
    """A twentieth of the jobs; the government twice that."""
    if aantal_werknemers < 25:
        return geen("kleine werkgevers hebben geen quotum", "proefwet 13 lid 2")
    deel = rond_omlaag_op_helen(aantal_werknemers / 20)
    return 2 * deel if sector == "overheid" else deel


@regel("proefwet 13")
def gewerkte_uren(dienstverbanden: Lijst, banenquotum: Aantal) -> UrenPerWeek:
    """The hours of all contracts, where there is a quota."""
    return sum(d.uren for d in dienstverbanden if banenquotum > 0)


@regel("proefwet 14")
def plaatsen_per_duur(aantal_plaatsen: Aantal, maatregel_duur: AantalMaanden) -> Aantal:
    """A figure of the municipality and one of its own terms."""
    return aantal_plaatsen if maatregel_duur > 1 else 0


@regel("proefwet 15")
def heeft_recht_op_afwijking(student: bool, dringende_redenen: bool) -> bool:
    """A student has none; for others it is weighed."""
    return not student and dringende_redenen


@regel("proefwet 15")
def afwijking_per_maand(heeft_recht_op_afwijking: bool, passend_bedrag: GeldPerMaand) -> GeldPerMaand:
    """What fits."""
    return passend_bedrag if heeft_recht_op_afwijking else 0
