"""Beschut werk of one person: who may ask, what UWV advises, and when the college must offer it.

Participatiewet 10b; Besluit advisering beschut werk.
"""

from meedoen.recht.engine import AantalWeken, Datum, Keuze, maanden_later, regel, weken_later


@regel("Participatiewet 10b lid 1 (oud)", tot="2017-01-01")
def is_doelgroep_beschut_werk__2015(valt_onder_artikel_7: bool) -> bool:
    """In 2015 and 2016 beschut werk was for whoever the college supported."""
    return valt_onder_artikel_7


@regel(
    "Participatiewet 10b lid 1",
    vanaf="2017-01-01",
    tot="2018-01-01",
    geverifieerd=False,
    waarom="de tekst van februari 2017 tot 2018 is niet gelezen; hier telt het recht op arbeidsondersteuning van de "
    "Wajong nog niet",
)
def is_doelgroep_beschut_werk__2017(valt_onder_artikel_7: bool, heeft_uitkering_van_uwv: bool) -> bool:
    """Since 2017 also for whoever has a benefit of UWV."""
    return valt_onder_artikel_7 or heeft_uitkering_van_uwv


@regel("Participatiewet 10b lid 1", vanaf="2018-01-01", tot="2026-01-01")
def is_doelgroep_beschut_werk__2018(
    valt_onder_artikel_7: bool, heeft_uitkering_van_uwv: bool, heeft_recht_op_arbeidsondersteuning_wajong: bool
) -> bool:
    """The benefits are named one by one since, and the right to arbeidsondersteuning of the Wajong is added."""
    return valt_onder_artikel_7 or heeft_uitkering_van_uwv or heeft_recht_op_arbeidsondersteuning_wajong


@regel("Participatiewet 10b lid 1", vanaf="2026-01-01")
def is_doelgroep_beschut_werk__2026(
    valt_onder_artikel_7: bool,
    valt_onder_artikel_7a: bool,
    heeft_uitkering_van_uwv: bool,
    heeft_recht_op_arbeidsondersteuning_wajong: bool,
) -> bool:
    """As before; whoever is younger than 27 is supported by article 7a since 2026."""
    if valt_onder_artikel_7 or valt_onder_artikel_7a:
        return True
    return heeft_uitkering_van_uwv or heeft_recht_op_arbeidsondersteuning_wajong


@regel("Participatiewet 10b lid 1 en 2 (oud)", tot="2017-01-01")
def mag_advies_beschut_werk_vragen__2015(aanvrager_beschut_werk: Keuze, is_doelgroep_beschut_werk: bool) -> bool:
    """In 2015 and 2016 only the college could ask UWV for advice."""
    return aanvrager_beschut_werk == "college" and is_doelgroep_beschut_werk


@regel("Participatiewet 10b lid 2 en 3", vanaf="2017-01-01")
def mag_advies_beschut_werk_vragen__2017(is_doelgroep_beschut_werk: bool) -> bool:
    """Since 2017 the person may ask UWV himself, beside the college."""
    return is_doelgroep_beschut_werk


@regel(
    "Besluit advisering beschut werk 2 lid 1",
    op={"adviestermijn_beschut_werk": "verzoek_advies_beschut_werk_op"},
)
def uiterste_datum_advies_beschut_werk(
    verzoek_advies_beschut_werk_op: Datum, adviestermijn_beschut_werk: AantalWeken
) -> Datum:
    """UWV advises within eight weeks after the request of the college or the person."""
    return weken_later(verzoek_advies_beschut_werk_op, adviestermijn_beschut_werk)


@regel("Participatiewet 10b lid 2 (oud)", tot="2017-01-01")
def is_herhaald_verzoek_beschut_werk__2015() -> bool:
    """Only the college could ask, so that no request of the person could be a repeated one."""
    return False


@regel("Besluit advisering beschut werk 3 lid 3 onderdeel b", vanaf="2017-01-01")
def is_herhaald_verzoek_beschut_werk__2017(
    aanvrager_beschut_werk: Keuze,
    kreeg_eerder_advies_beschut_werk: bool,
    vorig_advies_beschut_werk_op: Datum,
    verzoek_advies_beschut_werk_op: Datum,
) -> bool:
    """Did UWV already advise in the twelve months before the person asked himself?"""
    if aanvrager_beschut_werk != "persoon" or not kreeg_eerder_advies_beschut_werk:
        return False
    return vorig_advies_beschut_werk_op >= maanden_later(verzoek_advies_beschut_werk_op, -12)


@regel(
    "Besluit advisering beschut werk 3 lid 3 tot en met 6",
    tot="2022-07-01",
    geverifieerd=False,
    waarom="van het besluit is alleen de tekst van 1 juli 2022 gelezen",
)
def moet_uwv_onderzoek_doen__2015(
    meldt_nieuwe_feiten_beschut_werk: bool,
    is_herhaald_verzoek_beschut_werk: bool,
    heeft_wsw_indicatie: bool,
    wsw_advies_begeleid_werken: Keuze,
) -> bool:
    """Must UWV examine, or does the answer follow from an earlier advice? New facts always call for an examination."""
    if meldt_nieuwe_feiten_beschut_werk:
        return True
    if is_herhaald_verzoek_beschut_werk:
        return False
    return not heeft_wsw_indicatie or wsw_advies_begeleid_werken == "geen advies"


@regel("Besluit advisering beschut werk 3 lid 3 tot en met 6", vanaf="2022-07-01")
def moet_uwv_onderzoek_doen__2022(
    meldt_nieuwe_feiten_beschut_werk: bool,
    is_herhaald_verzoek_beschut_werk: bool,
    heeft_wsw_indicatie: bool,
    wsw_advies_begeleid_werken: Keuze,
) -> bool:
    """Must UWV examine, or does the answer follow from an earlier advice? New facts always call for an examination."""
    if meldt_nieuwe_feiten_beschut_werk:
        return True
    if is_herhaald_verzoek_beschut_werk:
        return False
    return not heeft_wsw_indicatie or wsw_advies_begeleid_werken == "geen advies"


@regel("Besluit advisering beschut werk 3 lid 1 tot en met 4")
def is_advies_beschut_werk_positief(
    moet_uwv_onderzoek_doen: bool,
    is_herhaald_verzoek_beschut_werk: bool,
    wsw_advies_begeleid_werken: Keuze,
    heeft_aanpassingen_nodig: bool,
    heeft_toezicht_of_intensieve_begeleiding_nodig: bool,
) -> bool:
    """Positive when he depends on adaptations or on guidance beyond what an employer can reasonably offer. Without
    examination: negative, unless his Wsw indication said that begeleid werken is beyond him.
    """
    if moet_uwv_onderzoek_doen:
        return heeft_aanpassingen_nodig or heeft_toezicht_of_intensieve_begeleiding_nodig
    return not is_herhaald_verzoek_beschut_werk and wsw_advies_begeleid_werken == "niet in staat"


@regel("Participatiewet 10b lid 3 (oud)", tot="2017-01-01")
def moet_college_beschut_werk_aanbieden__2015(
    vastgesteld_uitsluitend_beschut: bool, is_doelgroep_beschut_werk: bool
) -> bool:
    """In 2015 and 2016 the college could determine that somebody needs it; once it did, it saw to a job."""
    return vastgesteld_uitsluitend_beschut and is_doelgroep_beschut_werk


@regel("Participatiewet 10b lid 1 en 6", vanaf="2017-01-01")
def moet_college_beschut_werk_aanbieden__2017(
    vastgesteld_uitsluitend_beschut: bool, is_doelgroep_beschut_werk: bool, gemeente_haalde_aantal_beschut_werk: bool
) -> bool:
    """Since 2017 the college must offer it, of its own accord or on request, until its number of jobs is reached."""
    if not (vastgesteld_uitsluitend_beschut and is_doelgroep_beschut_werk):
        return False
    return not gemeente_haalde_aantal_beschut_werk


@regel("Participatiewet 10d lid 1 en 5 (oud)", tot="2017-01-01")
def mag_loonkostensubsidie_bij_beschut_werk__2015(
    vastgesteld_uitsluitend_beschut: bool, is_doelgroep_loonkostensubsidie: bool
) -> bool:
    """In 2015 and 2016 the subsidy was there for beschut werk as for other jobs: for the doelgroep."""
    return vastgesteld_uitsluitend_beschut and is_doelgroep_loonkostensubsidie


@regel("Participatiewet 10b lid 9", vanaf="2017-01-01")
def mag_loonkostensubsidie_bij_beschut_werk__2017(
    vastgesteld_uitsluitend_beschut: bool, is_doelgroep_beschut_werk: bool
) -> bool:
    """Since 2017 the college gives it where needed to everybody in beschut werk, with a benefit of UWV too."""
    return vastgesteld_uitsluitend_beschut and is_doelgroep_beschut_werk
