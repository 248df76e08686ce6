"""The exemptions of earnings from work: in which order they hold, how long, and how much. Participatiewet art. 31.

At most one of them holds for the same earnings: first n, then (since 2023) y, then z or aa, then r; until 2023
first n, then r, then y.
"""

from meedoen.recht.engine import (
    AantalMaanden,
    Datum,
    GeldPerMaand,
    Jaren,
    Kinderen,
    Lijst,
    begin_van_de_maand,
    regel,
    rond_op_centen,
    volle_maanden,
)


@regel("Participatiewet 31 lid 2 onderdeel n, r, y, z en aa")
def inkomsten_uit_arbeid_per_maand(inkomsten: Lijst) -> GeldPerMaand:
    """The earnings from work of this person, with or without loonkostensubsidie for the employer."""
    return sum(
        inkomst.bedrag_per_maand
        for inkomst in inkomsten
        if inkomst.soort_inkomen in ("arbeid", "arbeid met loonkostensubsidie")
    )


@regel("Participatiewet 31 lid 2 onderdeel z en aa")
def inkomsten_uit_arbeid_met_loonkostensubsidie_per_maand(inkomsten: Lijst) -> GeldPerMaand:
    """The earnings from a job for which the employer receives loonkostensubsidie."""
    return sum(
        inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "arbeid met loonkostensubsidie"
    )


@regel(
    "Participatiewet 31 lid 2 onderdeel n, r, y, z en aa",
    geverifieerd=False,
    waarom="de wet laat vrij 'voor zover hij algemene bijstand ontvangt'; of dat ook geldt voor wie zonder de "
    "vrijlating boven de norm komt en die bijstand dus door de vrijlating ontvangt, zegt zij niet; hier wel",
)
def mag_vrijlating_boven_de_norm() -> bool:
    """Who would be above the norm without the exemption keeps it here, and so his bijstand."""
    return True


@regel("Participatiewet 31 lid 2 onderdeel n, r, y, z en aa")
def mag_inkomsten_uit_arbeid_vrijlaten(
    heeft_recht_op_algemene_bijstand: bool,
    inkomsten_voor_vrijlating_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    mag_vrijlating_boven_de_norm: bool,
) -> bool:
    """The exemptions hold for who receives bijstand, from the first day for which it is granted."""
    if not heeft_recht_op_algemene_bijstand:
        return False
    return True if inkomsten_voor_vrijlating_per_maand < bijstandsnorm_per_maand else mag_vrijlating_boven_de_norm


@regel("Participatiewet 31 lid 7 (oud; sinds 2017 lid 5)", tot="2020-11-01")
def is_te_jong_voor_vrijlating__2015(leeftijd: Jaren) -> bool:
    """The exemptions n, r and k don't hold under 27."""
    return leeftijd < 27


@regel(
    "Participatiewet 31a lid 1 (oud)",
    vanaf="2020-11-01",
    tot="2021-01-01",
    geverifieerd=False,
    waarom="het begin op 1 november 2020 staat op een gemeentelijke pagina; de wettekst van die dag heeft het niet",
)
def is_te_jong_voor_vrijlating__2020() -> bool:
    """From November 2020 the exemptions n, r and k held for who was under 27 too: nobody was too young."""
    return False


@regel("Participatiewet 31a lid 1 (oud)", vanaf="2021-01-01", tot="2021-10-01")
def is_te_jong_voor_vrijlating__2021() -> bool:
    """Until October 2021 the exemptions n, r and k held for who was under 27 too: nobody was too young."""
    return False


@regel("Participatiewet 31 lid 5", vanaf="2021-10-01")
def is_te_jong_voor_vrijlating__2021b(leeftijd: Jaren) -> bool:
    """The exemptions n, r and k don't hold under 27."""
    return leeftijd < 27


@regel("Participatiewet 31 lid 2 onderdeel n (oud)", tot="2016-04-01")
def is_termijn_vrijlating_arbeid_verstreken__2015(vrijlating_arbeid_vanaf: Datum, peildatum: Datum) -> bool:
    """Until April 2016: six months in a row from the first month in which the exemption was applied."""
    begin = begin_van_de_maand(vrijlating_arbeid_vanaf)
    return begin <= peildatum and volle_maanden(begin, peildatum) >= 6


@regel("Participatiewet 31 lid 2 onderdeel n en 78bb", vanaf="2016-04-01")
def is_termijn_vrijlating_arbeid_verstreken__2016(
    had_vrijlating_arbeid_voor_oktober_2015: bool, gebruikte_maanden_vrijlating_arbeid: AantalMaanden
) -> bool:
    """Since April 2016: six months, not necessarily in a row. Who had the exemption before October 2015 in the same
    bijstand keeps the old rule, whose six months in a row are over.
    """
    return had_vrijlating_arbeid_voor_oktober_2015 or gebruikte_maanden_vrijlating_arbeid >= 6


@regel("Participatiewet 31 lid 2 onderdeel n")
def is_vrijlating_arbeid_van_toepassing(
    inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    mag_inkomsten_uit_arbeid_vrijlaten: bool,
    is_te_jong_voor_vrijlating: bool,
    is_pensioengerechtigd: bool,
    is_termijn_vrijlating_arbeid_verstreken: bool,
    vrijlating_arbeid_draagt_bij: bool,
) -> bool:
    """Letter n: earnings of who receives bijstand. At pensionable age always; before that during six months, when
    the college finds that it helps towards work.
    """
    if inkomsten_uit_arbeid_per_maand == 0 or not mag_inkomsten_uit_arbeid_vrijlaten or is_te_jong_voor_vrijlating:
        return False
    if is_pensioengerechtigd:
        return True
    return not is_termijn_vrijlating_arbeid_verstreken and vrijlating_arbeid_draagt_bij


@regel(
    "Participatiewet 31 lid 2 onderdeel r onder 2 en onderdeel z",
    geverifieerd=False,
    waarom="onderdeel r en z beginnen als de zes maanden van onderdeel n zijn verstreken; de wet zegt niet of dat ook "
    "zo is als onderdeel n niet is toegepast omdat het niet bijdraagt; hier niet",
)
def is_termijn_verstreken_na_weigering_vrijlating_arbeid() -> bool:
    """When n was refused because it does not help towards work, its six months never run: r and z do not begin."""
    return False


@regel("Participatiewet 31 lid 2 onderdeel n, r onder 2 en z")
def mag_volgende_vrijlating_beginnen(
    is_vrijlating_arbeid_van_toepassing: bool,
    is_termijn_vrijlating_arbeid_verstreken: bool,
    is_termijn_verstreken_na_weigering_vrijlating_arbeid: bool,
) -> bool:
    """Are the six months of n over, so that r or z can begin?"""
    if is_vrijlating_arbeid_van_toepassing:
        return False
    return is_termijn_vrijlating_arbeid_verstreken or is_termijn_verstreken_na_weigering_vrijlating_arbeid


@regel("Participatiewet 31 lid 2 onderdeel r onder 1")
def is_alleenstaande_ouder_van_kind_tot_12(is_alleenstaande_ouder: bool, kinderen: Kinderen) -> bool:
    """Is this person a single parent with a child under 12 in the dwelling?"""
    return is_alleenstaande_ouder and any(kind.leeftijd < 12 for kind in kinderen)


@regel("Participatiewet 31 lid 2 onderdeel r")
def is_binnen_termijn_vrijlating_alleenstaande_ouder(
    vrijlating_alleenstaande_ouder_vanaf: Datum, peildatum: Datum
) -> bool:
    """Is this one of the thirty months in a row from the first month in which the exemption is applied?"""
    begin = begin_van_de_maand(vrijlating_alleenstaande_ouder_vanaf)
    return begin <= peildatum and volle_maanden(begin, peildatum) < 30


@regel("Participatiewet 31 lid 2 onderdeel r", tot="2023-01-01")
def is_vrijlating_alleenstaande_ouder_van_toepassing__2015(
    inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    mag_inkomsten_uit_arbeid_vrijlaten: bool,
    is_te_jong_voor_vrijlating: bool,
    is_pensioengerechtigd: bool,
    is_alleenstaande_ouder_van_kind_tot_12: bool,
    mag_volgende_vrijlating_beginnen: bool,
    is_binnen_termijn_vrijlating_alleenstaande_ouder: bool,
    vrijlating_alleenstaande_ouder_draagt_bij: bool,
) -> bool:
    """Letter r: earnings of a single parent with full care of a child under 12, after the six months of n, during
    thirty months in a row, when the college finds that it helps towards work.
    """
    if inkomsten_uit_arbeid_per_maand == 0 or not is_alleenstaande_ouder_van_kind_tot_12:
        return False
    if not mag_inkomsten_uit_arbeid_vrijlaten or is_te_jong_voor_vrijlating or is_pensioengerechtigd:
        return False
    if not mag_volgende_vrijlating_beginnen or not is_binnen_termijn_vrijlating_alleenstaande_ouder:
        return False
    return vrijlating_alleenstaande_ouder_draagt_bij


@regel("Participatiewet 31 lid 2 onderdeel r", vanaf="2023-01-01")
def is_vrijlating_alleenstaande_ouder_van_toepassing__2023(
    inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    mag_inkomsten_uit_arbeid_vrijlaten: bool,
    is_te_jong_voor_vrijlating: bool,
    is_pensioengerechtigd: bool,
    is_alleenstaande_ouder_van_kind_tot_12: bool,
    mag_volgende_vrijlating_beginnen: bool,
    is_vrijlating_medisch_urenbeperkt_mogelijk: bool,
    is_vrijlating_loonkostensubsidie_van_toepassing: bool,
    is_binnen_termijn_vrijlating_alleenstaande_ouder: bool,
    vrijlating_alleenstaande_ouder_draagt_bij: bool,
) -> bool:
    """Letter r: as before, and since 2023 not beside y, z or aa."""
    if inkomsten_uit_arbeid_per_maand == 0 or not is_alleenstaande_ouder_van_kind_tot_12:
        return False
    if not mag_inkomsten_uit_arbeid_vrijlaten or is_te_jong_voor_vrijlating or is_pensioengerechtigd:
        return False
    if not mag_volgende_vrijlating_beginnen or is_vrijlating_medisch_urenbeperkt_mogelijk:
        return False
    if is_vrijlating_loonkostensubsidie_van_toepassing or not is_binnen_termijn_vrijlating_alleenstaande_ouder:
        return False
    return vrijlating_alleenstaande_ouder_draagt_bij


@regel("Participatiewet 31 lid 2 onderdeel y (in 2015: z)")
def is_vrijlating_medisch_urenbeperkt_mogelijk(
    inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    mag_inkomsten_uit_arbeid_vrijlaten: bool,
    is_medisch_urenbeperkt: bool,
    is_vrijlating_arbeid_van_toepassing: bool,
) -> bool:
    """Letter y: earnings of who can medically work fewer hours, unless n holds. Until 2023 r went before it too."""
    if inkomsten_uit_arbeid_per_maand == 0 or not is_medisch_urenbeperkt or not mag_inkomsten_uit_arbeid_vrijlaten:
        return False
    return not is_vrijlating_arbeid_van_toepassing


@regel(
    "Participatiewet 31 lid 2 onderdeel z en lid 5",
    vanaf="2023-01-01",
    geverifieerd=False,
    waarom="onderdeel n geldt niet onder 27; de wet zegt niet of onderdeel z dan meteen kan; hier wel",
)
def is_vrijlating_loonkostensubsidie_mogelijk_onder_27() -> bool:
    """Under 27 the six months of n never run, and article 31 paragraph 5 does not exclude z: it can begin at once."""
    return True


@regel("Participatiewet 31 lid 2 onderdeel z en aa", vanaf="2023-01-01")
def is_binnen_termijn_vrijlating_loonkostensubsidie(
    vrijlating_loonkostensubsidie_vanaf: Datum, peildatum: Datum, uitbreiding_arbeidsomvang_is_niet_mogelijk: bool
) -> bool:
    """Is this one of the twelve months of letter z, from the first month in which it is applied; or later, when the
    college finds that this person cannot work more hours (letter aa)?
    """
    begin = begin_van_de_maand(vrijlating_loonkostensubsidie_vanaf)
    if begin > peildatum:
        return False
    return volle_maanden(begin, peildatum) < 12 or uitbreiding_arbeidsomvang_is_niet_mogelijk


@regel("Participatiewet 31 lid 2 onderdeel z en aa", vanaf="2023-01-01")
def is_vrijlating_loonkostensubsidie_van_toepassing(
    inkomsten_uit_arbeid_met_loonkostensubsidie_per_maand: GeldPerMaand,
    mag_inkomsten_uit_arbeid_vrijlaten: bool,
    is_vrijlating_medisch_urenbeperkt_mogelijk: bool,
    is_te_jong_voor_vrijlating: bool,
    is_vrijlating_loonkostensubsidie_mogelijk_onder_27: bool,
    is_vrijlating_arbeid_van_toepassing: bool,
    mag_volgende_vrijlating_beginnen: bool,
    is_binnen_termijn_vrijlating_loonkostensubsidie: bool,
) -> bool:
    """Letter z: earnings from a job with loonkostensubsidie, during twelve months after the six of n, unless y holds.
    Letter aa: after those twelve, when the college finds that this person cannot work more hours.
    """
    if inkomsten_uit_arbeid_met_loonkostensubsidie_per_maand == 0 or not mag_inkomsten_uit_arbeid_vrijlaten:
        return False
    if is_vrijlating_arbeid_van_toepassing or is_vrijlating_medisch_urenbeperkt_mogelijk:
        return False
    if is_te_jong_voor_vrijlating:
        is_begonnen = is_vrijlating_loonkostensubsidie_mogelijk_onder_27
    else:
        is_begonnen = mag_volgende_vrijlating_beginnen
    return is_begonnen and is_binnen_termijn_vrijlating_loonkostensubsidie


@regel("Participatiewet 31 lid 2 onderdeel n, r en y (in 2015: z)", tot="2023-01-01")
def vrijlating_inkomsten_uit_arbeid_per_maand__2015(
    inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    is_vrijlating_arbeid_van_toepassing: bool,
    is_vrijlating_alleenstaande_ouder_van_toepassing: bool,
    is_vrijlating_medisch_urenbeperkt_mogelijk: bool,
    maximum_vrijlating_arbeid: GeldPerMaand,
    maximum_vrijlating_alleenstaande_ouder: GeldPerMaand,
    maximum_vrijlating_medisch_urenbeperkt: GeldPerMaand,
) -> GeldPerMaand:
    """What of the earnings is left out: 25 % under n, 12.5 % under r, 15 % under y, each up to an amount. The law does
    not round: to the cent, half up.
    """
    arbeid = inkomsten_uit_arbeid_per_maand
    if is_vrijlating_arbeid_van_toepassing:
        return rond_op_centen(min(0.25 * arbeid, maximum_vrijlating_arbeid))
    if is_vrijlating_alleenstaande_ouder_van_toepassing:
        return rond_op_centen(min(0.125 * arbeid, maximum_vrijlating_alleenstaande_ouder))
    if is_vrijlating_medisch_urenbeperkt_mogelijk:
        return rond_op_centen(min(0.15 * arbeid, maximum_vrijlating_medisch_urenbeperkt))
    return 0


@regel("Participatiewet 31 lid 2 onderdeel n, r, y, z en aa", vanaf="2023-01-01")
def vrijlating_inkomsten_uit_arbeid_per_maand__2023(
    inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    inkomsten_uit_arbeid_met_loonkostensubsidie_per_maand: GeldPerMaand,
    is_vrijlating_arbeid_van_toepassing: bool,
    is_vrijlating_medisch_urenbeperkt_mogelijk: bool,
    is_vrijlating_loonkostensubsidie_van_toepassing: bool,
    is_vrijlating_alleenstaande_ouder_van_toepassing: bool,
    maximum_vrijlating_arbeid: GeldPerMaand,
    maximum_vrijlating_medisch_urenbeperkt: GeldPerMaand,
    maximum_vrijlating_loonkostensubsidie: GeldPerMaand,
    maximum_vrijlating_alleenstaande_ouder: GeldPerMaand,
) -> GeldPerMaand:
    """What of the earnings is left out: 25 % under n, 15 % under y, 15 % of the job with subsidy under z or aa, 12.5 %
    under r, each up to an amount. The law does not round: to the cent, half up.
    """
    arbeid = inkomsten_uit_arbeid_per_maand
    if is_vrijlating_arbeid_van_toepassing:
        return rond_op_centen(min(0.25 * arbeid, maximum_vrijlating_arbeid))
    if is_vrijlating_medisch_urenbeperkt_mogelijk:
        return rond_op_centen(min(0.15 * arbeid, maximum_vrijlating_medisch_urenbeperkt))
    if is_vrijlating_loonkostensubsidie_van_toepassing:
        met_subsidie = inkomsten_uit_arbeid_met_loonkostensubsidie_per_maand
        return rond_op_centen(min(0.15 * met_subsidie, maximum_vrijlating_loonkostensubsidie))
    if is_vrijlating_alleenstaande_ouder_van_toepassing:
        return rond_op_centen(min(0.125 * arbeid, maximum_vrijlating_alleenstaande_ouder))
    return 0
