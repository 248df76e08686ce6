"""Who belongs to the doelgroep loonkostensubsidie, what bars the subsidy, and which municipality pays.

Participatiewet 6 lid 1 e, 10d and 78dd.
"""

from typing import Literal

from meedoen.recht.engine import Datum, Keuze, geen, maanden_later, regel


@regel("Participatiewet 10d (oud)", tot="2017-02-01")
def is_persoon_artikel_10d_lid_2__2015() -> bool:
    """Until February 2017 the subsidy was only for whoever the college already supported."""
    return False


@regel("Participatiewet 10d lid 2", vanaf="2017-02-01", tot="2023-07-01")
def is_persoon_artikel_10d_lid_2__2017(is_schoolverlater_artikel_10d: bool) -> bool:
    """Who had a job already and came from one of three schools in the six months before it."""
    return is_schoolverlater_artikel_10d


@regel("Participatiewet 10d lid 2 onderdeel a en b", vanaf="2023-07-01", tot="2026-01-01")
def is_persoon_artikel_10d_lid_2__2023(is_schoolverlater_artikel_10d: bool, is_eerder_ondersteund: bool) -> bool:
    """Who has a job already, and in the six months before it was at such a school or supported by the college."""
    return is_schoolverlater_artikel_10d or is_eerder_ondersteund


@regel("Participatiewet 10d lid 2 onderdeel a, b en c", vanaf="2026-01-01")
def is_persoon_artikel_10d_lid_2__2026(
    is_schoolverlater_artikel_10d: bool,
    is_eerder_ondersteund: bool,
    volgt_leer_werktraject: bool,
    volgde_onderwijs_zonder_startkwalificatie: bool,
    einde_onderwijs_zonder_startkwalificatie: Datum,
    begin_dienstbetrekking: Datum,
) -> bool:
    """As before; and who follows a leer-werktraject and in those six months was at school without a
    startkwalificatie.
    """
    if is_schoolverlater_artikel_10d or is_eerder_ondersteund:
        return True
    if not (volgt_leer_werktraject and volgde_onderwijs_zonder_startkwalificatie):
        return False
    return einde_onderwijs_zonder_startkwalificatie >= maanden_later(begin_dienstbetrekking, -6)


@regel("Participatiewet 10d lid 2", vanaf="2017-02-01")
def is_schoolverlater_artikel_10d(
    volgde_praktijkonderwijs_vso_of_entree: bool,
    einde_praktijkonderwijs_vso_of_entree: Datum,
    begin_dienstbetrekking: Datum,
) -> bool:
    """Was he at praktijkonderwijs, voortgezet speciaal onderwijs or an entreeopleiding in the six months before the
    job began?
    """
    if not volgde_praktijkonderwijs_vso_of_entree:
        return False
    return einde_praktijkonderwijs_vso_of_entree >= maanden_later(begin_dienstbetrekking, -6)


@regel("Participatiewet 10d lid 2 onderdeel b", vanaf="2023-07-01")
def is_eerder_ondersteund(
    viel_eerder_onder_artikel_7: bool, laatste_dag_onder_artikel_7: Datum, begin_dienstbetrekking: Datum
) -> bool:
    """Was he a person of article 7 (since 2026: or 7a) in the six months before the job began?"""
    if not viel_eerder_onder_artikel_7:
        return False
    return laatste_dag_onder_artikel_7 >= maanden_later(begin_dienstbetrekking, -6)


@regel("Participatiewet 6 lid 1 onderdeel e", tot="2026-01-01")
def is_doelgroep_loonkostensubsidie__2015(
    valt_onder_artikel_7: bool,
    is_persoon_artikel_10d_lid_2: bool,
    kan_voltijds_minimumloon_verdienen: bool,
    heeft_mogelijkheden_tot_arbeidsparticipatie: bool,
) -> bool:
    """Is it determined that he cannot earn the minimum wage with full-time work, but can take part in work?"""
    if not (valt_onder_artikel_7 or is_persoon_artikel_10d_lid_2):
        return False
    return not kan_voltijds_minimumloon_verdienen and heeft_mogelijkheden_tot_arbeidsparticipatie


@regel("Participatiewet 6 lid 1 onderdeel e", vanaf="2026-01-01")
def is_doelgroep_loonkostensubsidie__2026(
    valt_onder_artikel_7: bool,
    valt_onder_artikel_7a: bool,
    is_persoon_artikel_10d_lid_2: bool,
    kan_voltijds_minimumloon_verdienen: bool,
    heeft_mogelijkheden_tot_arbeidsparticipatie: bool,
) -> bool:
    """As before; since 2026 whoever is younger than 27 is supported by article 7a."""
    if not (valt_onder_artikel_7 or valt_onder_artikel_7a or is_persoon_artikel_10d_lid_2):
        return False
    return not kan_voltijds_minimumloon_verdienen and heeft_mogelijkheden_tot_arbeidsparticipatie


@regel("Participatiewet 10d lid 6 (oud); sinds februari 2017 lid 8")
def is_uit_doelgroep_loonkostensubsidie(
    vastgesteld_niet_in_doelgroep: bool, niet_in_doelgroep_vanaf: Datum, peildatum: Datum
) -> bool:
    """From the moment on which it is determined that he is not in the doelgroep, the subsidy ends."""
    return vastgesteld_niet_in_doelgroep and niet_in_doelgroep_vanaf <= peildatum


@regel("Participatiewet 10d lid 2 en 6 (oud)", tot="2016-01-01")
def uitsluitingsgrond_loonkostensubsidie__2015(
    werkt_in_wsw_dienstbetrekking: bool,
    is_uit_doelgroep_loonkostensubsidie: bool,
    heeft_proeftijd: bool,
    deed_onbeloond_proefwerk: bool,
) -> Literal["geen", "sociale werkvoorziening", "niet in de doelgroep", "proeftijd na proefwerk", "ziekengeld"]:
    """What bars the subsidy: employment under the Wsw, no longer in the doelgroep, or a proeftijd after trial work."""
    if werkt_in_wsw_dienstbetrekking:
        return "sociale werkvoorziening"
    if is_uit_doelgroep_loonkostensubsidie:
        return "niet in de doelgroep"
    return "proeftijd na proefwerk" if heeft_proeftijd and deed_onbeloond_proefwerk else "geen"


@regel("Participatiewet 10d lid 2, 6 en 10 (oud)", vanaf="2016-01-01", tot="2017-02-01")
def uitsluitingsgrond_loonkostensubsidie__2016(
    werkt_in_wsw_dienstbetrekking: bool,
    is_uit_doelgroep_loonkostensubsidie: bool,
    heeft_proeftijd: bool,
    deed_onbeloond_proefwerk: bool,
    heeft_recht_op_ziekengeld_29b: bool,
) -> Literal["geen", "sociale werkvoorziening", "niet in de doelgroep", "proeftijd na proefwerk", "ziekengeld"]:
    """Since 2016 also not for a period with ziekengeld under article 29b of the Ziektewet."""
    if werkt_in_wsw_dienstbetrekking:
        return "sociale werkvoorziening"
    if is_uit_doelgroep_loonkostensubsidie:
        return "niet in de doelgroep"
    if heeft_proeftijd and deed_onbeloond_proefwerk:
        return "proeftijd na proefwerk"
    return "ziekengeld" if heeft_recht_op_ziekengeld_29b else "geen"


@regel("Participatiewet 10d lid 3, 8 en 12 (oud)", vanaf="2017-02-01", tot="2022-01-01")
def uitsluitingsgrond_loonkostensubsidie__2017(
    werkt_in_wsw_dienstbetrekking: bool,
    is_uit_doelgroep_loonkostensubsidie: bool,
    heeft_recht_op_ziekengeld_29b: bool,
) -> Literal["geen", "sociale werkvoorziening", "niet in de doelgroep", "proeftijd na proefwerk", "ziekengeld"]:
    """Since February 2017 there is no unpaid trial work for the loonwaarde any more, and no bar after it."""
    if werkt_in_wsw_dienstbetrekking:
        return "sociale werkvoorziening"
    if is_uit_doelgroep_loonkostensubsidie:
        return "niet in de doelgroep"
    return "ziekengeld" if heeft_recht_op_ziekengeld_29b else "geen"


@regel("Participatiewet 10d lid 3 en 8, en 78dd", vanaf="2022-01-01")
def uitsluitingsgrond_loonkostensubsidie__2022(
    werkt_in_wsw_dienstbetrekking: bool,
    is_uit_doelgroep_loonkostensubsidie: bool,
    heeft_recht_op_ziekengeld_29b: bool,
    is_ziekmelding_van_voor_2022: bool,
) -> Literal["geen", "sociale werkvoorziening", "niet in de doelgroep", "proeftijd na proefwerk", "ziekengeld"]:
    """Since 2022 the subsidy goes on during illness, unless the illness was reported before 2022."""
    if werkt_in_wsw_dienstbetrekking:
        return "sociale werkvoorziening"
    if is_uit_doelgroep_loonkostensubsidie:
        return "niet in de doelgroep"
    return "ziekengeld" if heeft_recht_op_ziekengeld_29b and is_ziekmelding_van_voor_2022 else "geen"


@regel("Participatiewet 6 lid 1 onderdeel e en 10d")
def heeft_aanspraak_op_loonkostensubsidie(
    uitsluitingsgrond_loonkostensubsidie: Keuze, is_doelgroep_loonkostensubsidie: bool
) -> bool:
    """Does the college give the employer a subsidy for this job: in the doelgroep, and nothing bars it? Apart from
    whether it was asked for in time.
    """
    return uitsluitingsgrond_loonkostensubsidie == "geen" and is_doelgroep_loonkostensubsidie


@regel("Participatiewet 10d lid 7 (oud); sinds februari 2017 lid 9")
def mag_andere_subsidie_voor_loonkosten_verlenen(krijgt_loonkostensubsidie_voor_dienstbetrekking: bool) -> bool:
    """Beside this subsidy the college gives no other subsidy for the wage costs of the same job."""
    return not krijgt_loonkostensubsidie_voor_dienstbetrekking


@regel("Participatiewet 10d lid 8 (oud); sinds februari 2017 lid 10", tot="2023-07-01")
def betalende_gemeente_na_verhuizing_in_nederland__2015() -> Literal["verlenende gemeente", "nieuwe woongemeente"]:
    """Until July 2023 the college that granted the subsidy stayed the college for as long as the job lasts."""
    return "verlenende gemeente"


@regel(
    "Participatiewet 10d lid 10, en 40 lid 1",
    vanaf="2023-07-01",
    geverifieerd=False,
    waarom="lid 10 gaat sinds juli 2023 alleen nog over het buitenland; dat daarna de nieuwe woongemeente betaalt, is "
    "een gevolgtrekking en staat niet in de wet",
)
def betalende_gemeente_na_verhuizing_in_nederland__2023() -> Literal["verlenende gemeente", "nieuwe woongemeente"]:
    """Since July 2023 the exception for a move within the country is gone, so the college of the residence pays."""
    return "nieuwe woongemeente"


@regel("Participatiewet 10d lid 8 (oud); sinds februari 2017 lid 10", tot="2023-07-01")
def betalende_gemeente_loonkostensubsidie__2015(
    verhuisd_tijdens_dienstbetrekking: Keuze, betalende_gemeente_na_verhuizing_in_nederland: Keuze
) -> Literal["verlenende gemeente", "nieuwe woongemeente"]:
    """Which municipality pays the subsidy during the job? The law spoke of moves within the country only."""
    if verhuisd_tijdens_dienstbetrekking == "niet":
        return "verlenende gemeente"
    if verhuisd_tijdens_dienstbetrekking == "naar een andere gemeente":
        in_nederland = betalende_gemeente_na_verhuizing_in_nederland
        return "nieuwe woongemeente" if in_nederland == "nieuwe woongemeente" else "verlenende gemeente"
    return geen(
        "De wet regelde tot juli 2023 niet wie betaalt na een verhuizing naar het buitenland.",
        "Participatiewet 10d lid 10 (tot juli 2023)",
    )


@regel("Participatiewet 10d lid 10", vanaf="2023-07-01")
def betalende_gemeente_loonkostensubsidie__2023(
    verhuisd_tijdens_dienstbetrekking: Keuze, betalende_gemeente_na_verhuizing_in_nederland: Keuze
) -> Literal["verlenende gemeente", "nieuwe woongemeente"]:
    """Which municipality pays the subsidy during the job? After a move to the EU, the EER or Switzerland: the one
    that granted it.
    """
    if verhuisd_tijdens_dienstbetrekking == "naar een andere gemeente":
        in_nederland = betalende_gemeente_na_verhuizing_in_nederland
        return "nieuwe woongemeente" if in_nederland == "nieuwe woongemeente" else "verlenende gemeente"
    if verhuisd_tijdens_dienstbetrekking == "naar een ander land":
        return geen(
            "De wet regelt niet wie betaalt na een verhuizing buiten de EU, de EER en Zwitserland.",
            "Participatiewet 10d lid 10",
        )
    return "verlenende gemeente"
