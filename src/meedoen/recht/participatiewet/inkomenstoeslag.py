"""The toeslag for who has long had a low income and sees no way to improve it. Participatiewet art. 8, 11 lid 4, 36.

The ordinance says how long is long, how low is low, and how much. Income is stated month by month.
"""

from typing import Literal

from meedoen.recht.engine import (
    AantalMaanden,
    Datum,
    Geld,
    Jaren,
    Keuze,
    Lijst,
    Partner,
    Procent,
    begin_van_de_maand,
    geen,
    maanden_later,
    regel,
    volle_maanden,
)


@regel("Participatiewet 36 lid 1")
def is_van_leeftijd_voor_inkomenstoeslag(leeftijd: Jaren, is_pensioengerechtigd: bool) -> bool:
    """Is this person 21 or older, and not yet entitled to AOW?"""
    return leeftijd >= 21 and not is_pensioengerechtigd


@regel("Participatiewet 36 lid 3 en 5 (oud)", tot="2016-01-01")
def heeft_inkomenstoeslag_in_voorgaande_twaalf_maanden__2015(
    eerdere_inkomenstoeslagen: Lijst, inkomenstoeslag_gevraagd_op: Datum
) -> bool:
    """Was a toeslag granted in the twelve months right before the request? In 2015 a langdurigheidstoeslag of before
    counts too.
    """
    begin = maanden_later(inkomenstoeslag_gevraagd_op, -12)
    return any(
        toeslag.verleend_op >= begin and toeslag.verleend_op < inkomenstoeslag_gevraagd_op
        for toeslag in eerdere_inkomenstoeslagen
    )


@regel("Participatiewet 36 lid 3", vanaf="2016-01-01", tot="2024-01-01")
def heeft_inkomenstoeslag_in_voorgaande_twaalf_maanden__2016(
    eerdere_inkomenstoeslagen: Lijst, inkomenstoeslag_gevraagd_op: Datum
) -> bool:
    """Was an individuele inkomenstoeslag granted in the twelve months right before the request?"""
    begin = maanden_later(inkomenstoeslag_gevraagd_op, -12)
    return any(
        toeslag.verleend_op >= begin and toeslag.verleend_op < inkomenstoeslag_gevraagd_op
        for toeslag in eerdere_inkomenstoeslagen
        if toeslag.soort == "individuele inkomenstoeslag"
    )


@regel("Participatiewet 36 lid 3", vanaf="2024-01-01")
def heeft_inkomenstoeslag_in_voorgaande_twaalf_maanden__2024(
    eerdere_inkomenstoeslagen: Lijst, inkomenstoeslag_gevraagd_op: Datum
) -> bool:
    """Was an individuele inkomenstoeslag granted in the twelve months right before the application?"""
    begin = maanden_later(inkomenstoeslag_gevraagd_op, -12)
    return any(
        toeslag.verleend_op >= begin and toeslag.verleend_op < inkomenstoeslag_gevraagd_op
        for toeslag in eerdere_inkomenstoeslagen
        if toeslag.soort == "individuele inkomenstoeslag"
    )


@regel("Participatiewet 8 lid 2 en 36 lid 1")
def begin_referteperiode_inkomenstoeslag(
    inkomenstoeslag_gevraagd_op: Datum, inkomenstoeslag_referteperiode: AantalMaanden
) -> Datum:
    """The first day of the calendar months over which the ordinance looks at the income."""
    return maanden_later(begin_van_de_maand(inkomenstoeslag_gevraagd_op), -inkomenstoeslag_referteperiode)


@regel("Participatiewet 8 lid 2 en 36 lid 1")
def aantal_maanden_met_inkomensgegevens(
    inkomensmaanden: Lijst, begin_referteperiode_inkomenstoeslag: Datum, inkomenstoeslag_gevraagd_op: Datum
) -> AantalMaanden:
    """Of how many months of that period is the income stated? Each row is a month long."""
    eind = begin_van_de_maand(inkomenstoeslag_gevraagd_op)
    return sum(
        volle_maanden(m.maand, maanden_later(m.maand, 1))
        for m in inkomensmaanden
        if m.maand >= begin_referteperiode_inkomenstoeslag and m.maand < eind
    )


@regel("Participatiewet 8 lid 2 en 36 lid 1")
def heeft_gemiddeld_laag_inkomen(
    inkomensmaanden: Lijst,
    begin_referteperiode_inkomenstoeslag: Datum,
    inkomenstoeslag_gevraagd_op: Datum,
    inkomenstoeslag_inkomensgrens: Procent,
) -> bool:
    """Was the income of all those months together at most the percentage of the norms of all those months?"""
    begin = begin_referteperiode_inkomenstoeslag
    eind = begin_van_de_maand(inkomenstoeslag_gevraagd_op)
    inkomen = sum(m.inkomen for m in inkomensmaanden if m.maand >= begin and m.maand < eind)
    norm = sum(m.norm for m in inkomensmaanden if m.maand >= begin and m.maand < eind)
    return inkomen <= inkomenstoeslag_inkomensgrens * norm


@regel("Participatiewet 8 lid 2 en 36 lid 1")
def heeft_elke_maand_laag_inkomen(
    inkomensmaanden: Lijst,
    begin_referteperiode_inkomenstoeslag: Datum,
    inkomenstoeslag_gevraagd_op: Datum,
    inkomenstoeslag_inkomensgrens: Procent,
) -> bool:
    """Was the income of each of those months at most the percentage of the norm of that month?"""
    eind = begin_van_de_maand(inkomenstoeslag_gevraagd_op)
    return all(
        m.inkomen <= inkomenstoeslag_inkomensgrens * m.norm
        for m in inkomensmaanden
        if m.maand >= begin_referteperiode_inkomenstoeslag and m.maand < eind
    )


@regel("Participatiewet 8 lid 2 en 36 lid 1")
def heeft_langdurig_laag_inkomen(
    aantal_maanden_met_inkomensgegevens: AantalMaanden,
    inkomenstoeslag_referteperiode: AantalMaanden,
    inkomenstoeslag_inkomenstoets: Keuze,
    heeft_elke_maand_laag_inkomen: bool,
    heeft_gemiddeld_laag_inkomen: bool,
) -> bool:
    """Has the income been low as long as the ordinance asks? Only to be said when every month of it is stated."""
    if aantal_maanden_met_inkomensgegevens != inkomenstoeslag_referteperiode:
        return geen(
            "Niet van elke maand van de referteperiode is precies één keer het inkomen opgegeven.",
            "Participatiewet 8 lid 2 en 36 lid 1",
        )
    if inkomenstoeslag_inkomenstoets == "elke maand":
        return heeft_elke_maand_laag_inkomen
    return heeft_gemiddeld_laag_inkomen


@regel("Participatiewet 36 lid 1, 2 en 3")
def heeft_zelf_grond_voor_inkomenstoeslag(
    is_van_leeftijd_voor_inkomenstoeslag: bool,
    heeft_inkomenstoeslag_in_voorgaande_twaalf_maanden: bool,
    heeft_in_aanmerking_te_nemen_vermogen: bool,
    heeft_langdurig_laag_inkomen: bool,
    uitzicht_op_inkomensverbetering: bool,
) -> bool:
    """Does this person meet each condition himself? Whether the income may improve is judged last, by a person."""
    if not is_van_leeftijd_voor_inkomenstoeslag or heeft_inkomenstoeslag_in_voorgaande_twaalf_maanden:
        return False
    if heeft_in_aanmerking_te_nemen_vermogen or not heeft_langdurig_laag_inkomen:
        return False
    return not uitzicht_op_inkomensverbetering


@regel("Participatiewet 11 lid 4 en 36 lid 1")
def mag_inkomenstoeslag_krijgen(
    heeft_recht_op_algemene_bijstand: bool,
    heeft_zelf_grond_voor_inkomenstoeslag: bool,
    heeft_partner: bool,
    partner: Partner,
) -> bool:
    """May the college grant it? The right belongs to spouses together, so both must meet the conditions, unless one
    of them has no right to bijstand at all.
    """
    if not heeft_recht_op_algemene_bijstand or not heeft_zelf_grond_voor_inkomenstoeslag:
        return False
    if heeft_partner and partner.heeft_recht_op_algemene_bijstand:
        return partner.heeft_zelf_grond_voor_inkomenstoeslag
    return True


@regel("Participatiewet 8 lid 2")
def huishouden_voor_inkomenstoeslag(
    heeft_partner: bool,
    partner: Partner,
    is_alleenstaande_ouder: bool,
    heeft_ten_laste_komende_kinderen: bool,
    huishouden_naast_niet_rechthebbende_echtgenoot: Keuze,
) -> Literal["alleenstaande", "alleenstaande ouder", "gehuwden"]:
    """Which of the amounts of the ordinance holds."""
    if heeft_partner and partner.heeft_recht_op_algemene_bijstand:
        return "gehuwden"
    if heeft_partner and huishouden_naast_niet_rechthebbende_echtgenoot == "alleenstaande":
        return "alleenstaande"
    if heeft_partner:
        return "alleenstaande ouder" if heeft_ten_laste_komende_kinderen else "alleenstaande"
    return "alleenstaande ouder" if is_alleenstaande_ouder else "alleenstaande"


@regel(
    "Participatiewet 8 lid 2 en 11 lid 4",
    geverifieerd=False,
    waarom="de wet zegt niet welk bedrag geldt naast een echtgenoot zonder recht; hier dat voor wie alleen is",
)
def huishouden_naast_niet_rechthebbende_echtgenoot(
    heeft_ten_laste_komende_kinderen: bool,
) -> Literal["alleenstaande", "alleenstaande ouder"]:
    """Beside a spouse without a right the amount is that of somebody alone, as many ordinances have it."""
    return "alleenstaande ouder" if heeft_ten_laste_komende_kinderen else "alleenstaande"


@regel("Participatiewet 8 lid 2 en 36 lid 1")
def individuele_inkomenstoeslag(
    mag_inkomenstoeslag_krijgen: bool,
    huishouden_voor_inkomenstoeslag: Keuze,
    inkomenstoeslag_alleenstaande: Geld,
    inkomenstoeslag_alleenstaande_ouder: Geld,
    inkomenstoeslag_gehuwden: Geld,
) -> Geld:
    """The amount of the ordinance for the single person, or for the couple together."""
    if not mag_inkomenstoeslag_krijgen:
        return 0
    if huishouden_voor_inkomenstoeslag == "gehuwden":
        return inkomenstoeslag_gehuwden
    if huishouden_voor_inkomenstoeslag == "alleenstaande ouder":
        return inkomenstoeslag_alleenstaande_ouder
    return inkomenstoeslag_alleenstaande
