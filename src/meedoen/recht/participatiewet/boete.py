"""The bestuurlijke boete for not telling what matters for the bijstand: never a measure. Participatiewet art. 17 lid 1
and 18a, and the Boetebesluit socialezekerheidswetten.
"""

from meedoen.recht.engine import (
    Datum,
    Geld,
    Keuze,
    Lijst,
    Verhouding,
    dagen_later,
    datum,
    geen,
    jaren_later,
    regel,
    rond_omhoog_op_helen,
    rond_op_centen,
)


@regel("Participatiewet 18a lid 5 en 6")
def is_recidive(eerdere_boetes: Lijst, overtreding_op: Datum) -> bool:
    """Was a boete or penalty for the same behaviour imposed in the five years before the breach; ten years when it was
    unconditional imprisonment?
    """
    vijf_jaar_eerder = jaren_later(overtreding_op, -5)
    tien_jaar_eerder = jaren_later(overtreding_op, -10)
    return any(
        eerder.opgelegd_op < overtreding_op
        and (
            eerder.opgelegd_op >= vijf_jaar_eerder
            or (eerder.was_gevangenisstraf and eerder.opgelegd_op >= tien_jaar_eerder)
        )
        for eerder in eerdere_boetes
    )


@regel("Boetebesluit socialezekerheidswetten 2 lid 2 tot en met 5")
def percentage_boete(
    verwijtbaarheid: Keuze,
    boete_bij_opzet: Verhouding,
    boete_bij_grove_schuld: Verhouding,
    boete_bij_gewone_verwijtbaarheid: Verhouding,
    boete_bij_verminderde_verwijtbaarheid: Verhouding,
) -> Verhouding:
    """Which part of the damage belongs to the degree of blame; without blame nothing."""
    if verwijtbaarheid == "opzet":
        return boete_bij_opzet
    if verwijtbaarheid == "grove schuld":
        return boete_bij_grove_schuld
    if verwijtbaarheid == "gewone verwijtbaarheid":
        return boete_bij_gewone_verwijtbaarheid
    if verwijtbaarheid == "verminderde verwijtbaarheid":
        return boete_bij_verminderde_verwijtbaarheid
    return 0


@regel("Participatiewet 18a lid 5; Boetebesluit socialezekerheidswetten 2 lid 6")
def benadelingsbedrag_met_recidive(benadelingsbedrag: Geld, is_recidive: bool) -> Geld:
    """The damage of which the percentage is taken: one and a half times as much on repetition."""
    return 1.5 * benadelingsbedrag if is_recidive else benadelingsbedrag


@regel("Wetboek van Strafrecht 23 lid 4", op={"geldboete_derde_categorie": "overtreding_op"})
def hoogste_boete_zonder_opzet(
    overtreding_op: Datum, geldboete_derde_categorie: Geld, geldboete_derde_categorie_sinds_2026: Geld
) -> Geld:
    """The fine of the third category on the day of the breach. What it is since 2026 we do not know: it is asked."""
    if overtreding_op >= datum(2026, 1, 1):
        return geldboete_derde_categorie_sinds_2026
    return geldboete_derde_categorie


@regel("Wetboek van Strafrecht 23 lid 4", op={"geldboete_vijfde_categorie": "overtreding_op"})
def hoogste_boete_bij_opzet(
    overtreding_op: Datum, geldboete_vijfde_categorie: Geld, geldboete_vijfde_categorie_sinds_2026: Geld
) -> Geld:
    """The fine of the fifth category on the day of the breach. What it is since 2026 we do not know: it is asked."""
    if overtreding_op >= datum(2026, 1, 1):
        return geldboete_vijfde_categorie_sinds_2026
    return geldboete_vijfde_categorie


@regel("Participatiewet 18a lid 1")
def hoogste_boete(verwijtbaarheid: Keuze, hoogste_boete_bij_opzet: Geld, hoogste_boete_zonder_opzet: Geld) -> Geld:
    """The ceiling that the criminal court would have: the fifth category with intent, else the third."""
    return hoogste_boete_bij_opzet if verwijtbaarheid == "opzet" else hoogste_boete_zonder_opzet


@regel(
    "Participatiewet 18a lid 1, 3 en 5 (2015); Boetebesluit socialezekerheidswetten 2 (2015)",
    tot="2017-01-01",
    geverifieerd=False,
    waarom="het Boetebesluit van 2015 noemt 100 procent; de percentages en het hoogste bedrag komen uit rechtspraak",
)
def boete_als_uitgangspunt__2015(
    percentage_boete: Verhouding,
    benadelingsbedrag_met_recidive: Geld,
    boete_zonder_benadeling: Geld,
    hoogste_boete: Geld,
) -> Geld:
    """Until 2017: the percentage of the damage, rounded up to ten euro, at least 150 euro and at most the ceiling;
    without damage 150 euro.
    """
    if percentage_boete == 0:
        return 0
    afgerond = 10 * rond_omhoog_op_helen(percentage_boete * benadelingsbedrag_met_recidive / 10)
    return min(max(afgerond, boete_zonder_benadeling), hoogste_boete)


@regel("Participatiewet 18a lid 1, 3 en 5; Boetebesluit socialezekerheidswetten 2", vanaf="2017-01-01")
def boete_als_uitgangspunt__2017(
    benadelingsbedrag: Geld,
    percentage_boete: Verhouding,
    benadelingsbedrag_met_recidive: Geld,
    boete_zonder_benadeling: Geld,
    verwijtbaarheid: Keuze,
    hoogste_boete: Geld,
) -> Geld:
    """The percentage of the damage, at most the ceiling; without damage 150 euro. When three quarters of the damage
    would pass the third category, the lower degrees of blame are reckoned from that category instead: two thirds and
    one third of it.
    """
    if percentage_boete == 0:
        return 0
    if benadelingsbedrag == 0:
        return boete_zonder_benadeling
    if verwijtbaarheid in ("gewone verwijtbaarheid", "verminderde verwijtbaarheid"):
        return rond_op_centen(percentage_boete * min(benadelingsbedrag_met_recidive, hoogste_boete / 0.75))
    return min(rond_op_centen(percentage_boete * benadelingsbedrag_met_recidive), hoogste_boete)


@regel("Participatiewet 18a lid 4; Boetebesluit socialezekerheidswetten 2aa lid 2")
def is_binnen_redelijke_termijn_gemeld(
    heeft_uit_eigen_beweging_gemeld: bool, alsnog_gemeld_op: Datum, overtreding_op: Datum
) -> bool:
    """Did he tell of his own accord, within sixty days after he had to?"""
    if not heeft_uit_eigen_beweging_gemeld:
        return False
    return alsnog_gemeld_op <= dagen_later(overtreding_op, 60)


@regel("Participatiewet 18a lid 4")
def is_eerder_gewaarschuwd(eerdere_waarschuwingen: Lijst, overtreding_op: Datum) -> bool:
    """Is the breach within two years of an earlier warning?"""
    na = jaren_later(overtreding_op, -2)
    return any(na < eerder.gegeven_op and eerder.gegeven_op <= overtreding_op for eerder in eerdere_waarschuwingen)


@regel("Participatiewet 18a lid 4 (oud)", tot="2017-01-01")
def mag_waarschuwing_volstaan__2015(
    sanctie: Keuze, benadelingsbedrag: Geld, boete_waarschuwing_tot_en_met: Geld, is_eerder_gewaarschuwd: bool
) -> bool:
    """Until 2017 a written warning could do only when there was no damage, and no warning in the two years before."""
    return sanctie == "boete" and benadelingsbedrag <= boete_waarschuwing_tot_en_met and not is_eerder_gewaarschuwd


@regel("Participatiewet 18a lid 4; Boetebesluit socialezekerheidswetten 2aa", vanaf="2017-01-01")
def mag_waarschuwing_volstaan__2017(
    sanctie: Keuze,
    benadelingsbedrag: Geld,
    boete_waarschuwing_tot_en_met: Geld,
    is_binnen_redelijke_termijn_gemeld: bool,
    is_eerder_gewaarschuwd: bool,
) -> bool:
    """A written warning can do when the damage is at most 150 euro, or he told of his own accord in time; not within
    two years of an earlier warning.
    """
    if sanctie != "boete" or is_eerder_gewaarschuwd:
        return False
    return benadelingsbedrag <= boete_waarschuwing_tot_en_met or is_binnen_redelijke_termijn_gemeld


@regel("Participatiewet 18a lid 7; Boetebesluit socialezekerheidswetten 2 lid 8; Awb 5:46 lid 2")
def boete(
    sanctie: Keuze,
    boete_als_uitgangspunt: Geld,
    dringende_redenen_tegen_boete: bool,
    evenredig_deel_van_boete: Verhouding,
) -> Geld:
    """The boete: the starting point, lowered as far as it takes to be proportionate; none for urgent reasons."""
    if sanctie != "boete":
        return geen("Bij dit gedrag hoort geen boete.", "Participatiewet 18 lid 2 en 18a lid 1")
    if boete_als_uitgangspunt == 0 or dringende_redenen_tegen_boete:
        return 0
    return rond_op_centen(evenredig_deel_van_boete * boete_als_uitgangspunt)
