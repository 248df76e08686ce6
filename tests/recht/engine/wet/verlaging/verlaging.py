"""Choices and dates: what is compared as text in a case is compared as a number in a table."""

from typing import Literal

from meedoen.recht.engine import (
    AantalDagen,
    AantalMaanden,
    AantalWeken,
    Datum,
    GeldPerMaand,
    Jaren,
    Keuze,
    Medebewoners,
    Partner,
    Procent,
    UrenPerWeek,
    Verhouding,
    begin_van_de_maand,
    dagen_later,
    dagen_tussen,
    geen,
    jaren_later,
    maanden_later,
    regel,
    rond_omhoog_op_helen,
    rond_omlaag_op_helen,
    rond_op_hele_procenten,
    rond_op_helen,
    volle_maanden,
    weken_later,
)


@regel("proefwet 6")
def trede(soort_verplichting: Keuze, uren_per_week: UrenPerWeek) -> Literal["laag", "hoog", "taal"]:
    """The step, by the duty and by hours; a text may come from a name, a condition or a literal."""
    gekozen = "laag" if uren_per_week < 10 else "hoog"
    if soort_verplichting == "taal":
        gekozen = "taal"
    elif soort_verplichting not in ("arbeid", "taal"):
        return geen("voor inlichtingen is er geen trede", "proefwet 6 lid 2")
    return gekozen


@regel("proefwet 6", tot="2022-01-01")
def gekozen_plicht__2015(voorkeur: Keuze, soort_verplichting: Keuze) -> Literal["taal", "arbeid", "inlichtingen"]:
    """What is preferred, where that is a duty."""
    if voorkeur == "arbeid" or (voorkeur == "taal" and voorkeur != soort_verplichting):
        return "arbeid" if voorkeur != "taal" else "taal"
    return soort_verplichting


@regel("proefwet 6", vanaf="2022-01-01")
def gekozen_plicht__2022(soort_verplichting: Keuze) -> Literal["taal", "arbeid", "inlichtingen"]:
    """The duty, whatever is preferred."""
    return soort_verplichting


@regel("proefwet 6")
def heeft_gelijke_trede(
    trede: Keuze, medebewoners: Medebewoners, heeft_partner: bool, partner: Partner, soort_verplichting: Keuze
) -> bool:
    """Whether the partner is on my step, or somebody in the dwelling prefers the duty that I forsook."""
    if heeft_partner and partner.trede == trede:
        return True
    return any(m.voorkeur == soort_verplichting for m in medebewoners)


@regel("proefwet 7")
def laatste_dag(
    gemeld_op: Datum, aantal_dagen: AantalDagen, aantal_weken: AantalWeken, trede: Keuze, aantal_jaren: Jaren
) -> Datum:
    """A date that the duty moves by days, weeks or years."""
    if trede == "laag":
        return dagen_later(gemeld_op, aantal_dagen)
    if trede == "hoog":
        return weken_later(gemeld_op, -aantal_weken)
    return jaren_later(gemeld_op, aantal_jaren)


@regel("proefwet 7")
def uiterste_dag(gemeld_op: Datum, aantal_maanden: AantalMaanden) -> Datum:
    """So many months later, on the last day of a month that is too short."""
    return maanden_later(gemeld_op, aantal_maanden)


@regel("proefwet 7")
def dagen_over(gemeld_op: Datum, uiterste_dag: Datum) -> AantalDagen:
    """The days from the first of the month until then."""
    return dagen_tussen(begin_van_de_maand(gemeld_op), uiterste_dag)


@regel("proefwet 7")
def maanden_over(gemeld_op: Datum, uiterste_dag: Datum) -> AantalMaanden:
    """Whole months, and the months of half as many days."""
    return volle_maanden(min(gemeld_op, uiterste_dag), max(gemeld_op, uiterste_dag))


@regel("proefwet 8")
def aandeel(loonwaarde_percentage: Procent, uren_per_week: UrenPerWeek, voltijd_uren_per_week: UrenPerWeek) -> Procent:
    """A share in whole percents."""
    return rond_op_hele_procenten(loonwaarde_percentage * uren_per_week / voltijd_uren_per_week)


@regel("proefwet 8")
def hele_uren(uren_per_week: UrenPerWeek, voltijd_uren_per_week: UrenPerWeek) -> UrenPerWeek:
    """Hours up, down and to the nearest; each of them moves the sum."""
    deel = uren_per_week * uren_per_week / voltijd_uren_per_week
    samen = rond_op_helen(deel) + 100 * rond_omhoog_op_helen(deel)
    return samen + 10000 * rond_omlaag_op_helen(deel) + rond_omlaag_op_helen(deel / 7)


@regel("proefwet 8")
def verschil_in_helen(inkomen_per_maand: GeldPerMaand, vast_deel: Procent) -> Verhouding:
    """Below zero there is nothing to round."""
    deel = rond_omlaag_op_helen((inkomen_per_maand - 100) * vast_deel)
    return rond_op_helen(100 * deel / rond_op_helen(inkomen_per_maand))
