"""Who shares the costs, seen from me, and what that makes of the norm. Participatiewet art. 19a and 22a (2015:
art. 22a).
"""

from meedoen.recht.engine import (
    Aantal,
    GeldPerMaand,
    Jaren,
    Medebewoner,
    Medebewoners,
    Partner,
    Verhouding,
    geen,
    regel,
    rond_op_centen,
)


@regel("Participatiewet 19a lid 1 (2015: 22a lid 4)")
def is_kostendelende_medebewoner(
    ander: Medebewoner,
    is_partner: bool,
    heeft_commerciele_relatie: bool,
    leeftijd_kostendelende_medebewoner: Jaren,
) -> bool:
    """Does this other person share my costs? He lives here and is old enough (21 until 2022, 27 since 2023), and is
    not my spouse, nor my commercial (sub)tenant, landlord or boarder or a co-tenant of the same third party, nor
    a student.
    """
    if is_partner or heeft_commerciele_relatie:
        return False
    return ander.leeftijd >= leeftijd_kostendelende_medebewoner and not ander.student and not ander.inrichting


@regel("Participatiewet 19a lid 1 (2015: 22a lid 4)")
def aantal_kostendelende_medebewoners(medebewoners: Medebewoners) -> Aantal:
    """How many others in the dwelling share the costs, seen from me; the spouse is not among them."""
    return sum(1 for m in medebewoners if m.is_kostendelende_medebewoner)


@regel("Participatiewet 22a lid 1 en 4 (oud)", tot="2016-01-01")
def is_meetellende_echtgenoot__2015(heeft_partner: bool, partner: Partner) -> bool:
    """In 2015 the spouse was one of the adults in the dwelling: counted, unless younger than 21 or in education."""
    return heeft_partner and partner.leeftijd >= 21 and not partner.student and not partner.inrichting


@regel("Participatiewet 22a lid 1", vanaf="2016-01-01")
def is_meetellende_echtgenoot__2016(heeft_partner: bool, partner: Partner) -> bool:
    """The spouse of 21 or older in the dwelling counts in A, also when he is a student."""
    return heeft_partner and partner.leeftijd >= 21 and not partner.inrichting


@regel("Participatiewet 22a lid 1")
def aantal_kostendelers(
    leeftijd: Jaren, inrichting: bool, aantal_kostendelende_medebewoners: Aantal, is_meetellende_echtgenoot: bool
) -> Aantal:
    """A: the others who share the costs, plus me, plus my spouse when he counts. There is no A under 21 or in an
    institution.
    """
    if leeftijd < 21:
        return geen("De kostendelersnorm geldt pas vanaf 21 jaar.", "Participatiewet 22a lid 1")
    if inrichting:
        return geen("In een inrichting geldt de kostendelersnorm niet.", "Participatiewet 23")
    return aantal_kostendelende_medebewoners + (2 if is_meetellende_echtgenoot else 1)


@regel("Participatiewet 20 lid 3 (oud)", tot="2016-01-01")
def heeft_andere_meerderjarige_medebewoner__2015(medebewoners: Medebewoners) -> bool:
    """Does an adult other than the spouse live here, whether he shares the costs or not?"""
    return any(m.is_andere_meerderjarige for m in medebewoners)


@regel("Participatiewet 20 lid 3 (oud)", tot="2016-01-01")
def is_andere_meerderjarige__2015(ander: Medebewoner, is_partner: bool) -> bool:
    """Is this other person in the dwelling an adult, and not my spouse?"""
    return ander.leeftijd >= 18 and not is_partner and not ander.inrichting


@regel("Participatiewet 22a lid 1 en 3, 20 lid 3 en 22b (oud)", tot="2016-01-01")
def is_kostendelersnorm_van_toepassing__2015(
    leeftijd: Jaren,
    inrichting: bool,
    aantal_kostendelende_medebewoners: Aantal,
    heeft_partner: bool,
    partner: Partner,
    is_meetellende_echtgenoot: bool,
    heeft_andere_meerderjarige_medebewoner: bool,
    heeft_ten_laste_komende_kinderen: bool,
) -> bool:
    """In 2015: from 21, when someone shares the costs. A spouse without a right to bijstand then shares them too.
    Beside a spouse of 18 to 20 and without children, any other adult in the dwelling brought the formula in,
    even with A = 1.
    """
    if leeftijd < 21 or inrichting:
        return False
    if aantal_kostendelende_medebewoners > 0:
        return True
    if not heeft_partner:
        return False
    if not partner.heeft_recht_op_algemene_bijstand:
        return is_meetellende_echtgenoot
    return partner.leeftijd < 21 and heeft_andere_meerderjarige_medebewoner and not heeft_ten_laste_komende_kinderen


@regel("Participatiewet 22a lid 1", vanaf="2016-01-01", tot="2026-01-01")
def is_kostendelersnorm_van_toepassing__2016(
    leeftijd: Jaren, inrichting: bool, aantal_kostendelende_medebewoners: Aantal
) -> bool:
    """From 21, when at least one other person in the dwelling shares the costs."""
    return leeftijd >= 21 and not inrichting and aantal_kostendelende_medebewoners > 0


@regel("Participatiewet 22a lid 1 en 4", vanaf="2026-01-01")
def is_kostendelersnorm_van_toepassing__2026(
    leeftijd: Jaren,
    inrichting: bool,
    aantal_kostendelende_medebewoners: Aantal,
    verblijft_tijdelijk_elders_voor_mantelzorg: bool,
) -> bool:
    """As before, but not for who temporarily lives elsewhere to give informal care for an intensive need."""
    if leeftijd < 21 or inrichting or verblijft_tijdelijk_elders_voor_mantelzorg:
        return False
    return aantal_kostendelende_medebewoners > 0


@regel("Participatiewet 22a lid 1 (2015: lid 2)")
def rekennorm_per_maand(
    is_pensioengerechtigd: bool,
    heeft_partner: bool,
    partner: Partner,
    norm_gehuwden: GeldPerMaand,
    norm_gehuwden_beiden_pensioengerechtigd: GeldPerMaand,
    norm_gehuwden_een_pensioengerechtigd: GeldPerMaand,
) -> GeldPerMaand:
    """B: the norm for a couple, of art. 22 b for a pensioner, of art. 22 c beside a spouse who is one, else of
    art. 21 b.
    """
    if is_pensioengerechtigd:
        return norm_gehuwden_beiden_pensioengerechtigd
    if heeft_partner and not partner.inrichting and partner.is_pensioengerechtigd:
        return norm_gehuwden_een_pensioengerechtigd
    return norm_gehuwden


@regel("Participatiewet 22a lid 1")
def kostendelersnorm_per_maand(
    aantal_kostendelers: Aantal,
    kostendelersnorm_vast_deel: Verhouding,
    kostendelersnorm_deel_per_persoon: Verhouding,
    rekennorm_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """((40 % + A x 30 %) / A) x B. The law does not round; to the cent and half up per person reproduces the published
    amounts (SZW Normenbrief of January 2026, 50 % of an odd norm).
    """
    deel = (kostendelersnorm_vast_deel + aantal_kostendelers * kostendelersnorm_deel_per_persoon) / aantal_kostendelers
    return rond_op_centen(deel * rekennorm_per_maand)
