"""The four weeks in which who is under 27 looks for work or school, and from when he has bijstand. Participatiewet art.
7, 41, 44.
"""

from meedoen.recht.engine import (
    AantalMaanden,
    AantalWeken,
    Datum,
    Jaren,
    Partner,
    maanden_later,
    regel,
    weken_later,
)


@regel("Participatiewet 41 lid 4")
def is_jonger_dan_leeftijdsgrens_zoektermijn(
    leeftijd: Jaren, heeft_partner: bool, partner: Partner, leeftijdsgrens_zoektermijn: Jaren
) -> bool:
    """Is everybody for whom bijstand is asked under 27: the single person, or both spouses?"""
    if heeft_partner and partner.leeftijd >= leeftijdsgrens_zoektermijn:
        return False
    return leeftijd < leeftijdsgrens_zoektermijn


@regel("Participatiewet 41 lid 4", tot="2021-01-01")
def heeft_zoektermijn__2015(is_jonger_dan_leeftijdsgrens_zoektermijn: bool) -> bool:
    """Until 2021 the four weeks held for everybody under 27."""
    return is_jonger_dan_leeftijdsgrens_zoektermijn


@regel(
    "Participatiewet 41 lid 4 en 41a (tijdelijk)",
    vanaf="2021-01-01",
    tot="2021-10-01",
    geverifieerd=False,
    waarom="artikel 41a is gelezen in de nota van wijziging (kst-35557-8); de dag waarop het inging niet",
)
def heeft_zoektermijn__2021(
    is_jonger_dan_leeftijdsgrens_zoektermijn: bool, zoektermijn_buiten_toepassing_wegens_kwetsbaarheid: bool
) -> bool:
    """During the pandemic the college could leave the four weeks aside for a vulnerable young person."""
    return is_jonger_dan_leeftijdsgrens_zoektermijn and not zoektermijn_buiten_toepassing_wegens_kwetsbaarheid


@regel("Participatiewet 41 lid 4", vanaf="2021-10-01", tot="2023-07-01")
def heeft_zoektermijn__2021_10(is_jonger_dan_leeftijdsgrens_zoektermijn: bool) -> bool:
    """After the pandemic the four weeks held for everybody under 27 again."""
    return is_jonger_dan_leeftijdsgrens_zoektermijn


@regel("Participatiewet 41 lid 4", vanaf="2023-07-01", tot="2026-01-01")
def heeft_zoektermijn__2023(
    is_jonger_dan_leeftijdsgrens_zoektermijn: bool,
    is_uitgezonderd_van_zoektermijn: bool,
    heeft_partner: bool,
    partner: Partner,
) -> bool:
    """Since July 2023 not when one of them left special education less than a year ago, is medisch urenbeperkt or
    belongs to the doelgroep loonkostensubsidie.
    """
    if not is_jonger_dan_leeftijdsgrens_zoektermijn or is_uitgezonderd_van_zoektermijn:
        return False
    return not (heeft_partner and partner.is_uitgezonderd_van_zoektermijn)


@regel("Participatiewet 41 lid 4 en 11", vanaf="2026-01-01")
def heeft_zoektermijn__2026(
    is_jonger_dan_leeftijdsgrens_zoektermijn: bool,
    is_uitgezonderd_van_zoektermijn: bool,
    heeft_partner: bool,
    partner: Partner,
    omstandigheden_vragen_eerdere_behandeling: bool,
) -> bool:
    """Since 2026 the college may also begin earlier, when the circumstances of the person or family call for it."""
    if not is_jonger_dan_leeftijdsgrens_zoektermijn or is_uitgezonderd_van_zoektermijn:
        return False
    if heeft_partner and partner.is_uitgezonderd_van_zoektermijn:
        return False
    return not omstandigheden_vragen_eerdere_behandeling


@regel("Participatiewet 41 lid 4 onderdeel a en b", vanaf="2023-07-01")
def is_uitgezonderd_van_zoektermijn(
    is_medisch_urenbeperkt: bool,
    behoort_tot_doelgroep_loonkostensubsidie: bool,
    volgde_praktijkonderwijs_of_vso: bool,
    laatste_dag_praktijkonderwijs_of_vso: Datum,
    gemeld_op: Datum,
    uitzondering_na_praktijkonderwijs_of_vso: AantalMaanden,
) -> bool:
    """Is this person medisch urenbeperkt, in the doelgroep loonkostensubsidie, or enrolled in praktijkonderwijs or
    voortgezet speciaal onderwijs in the year before?
    """
    if is_medisch_urenbeperkt or behoort_tot_doelgroep_loonkostensubsidie:
        return True
    if not volgde_praktijkonderwijs_of_vso:
        return False
    grens = maanden_later(laatste_dag_praktijkonderwijs_of_vso, uitzondering_na_praktijkonderwijs_of_vso)
    return gemeld_op <= grens


@regel("Participatiewet 41 lid 4 en 12")
def vroegste_aanvraagdatum(heeft_zoektermijn: bool, gemeld_op: Datum, zoektermijn: AantalWeken) -> Datum:
    """The first day on which the application can be made and handled: four weeks after the melding, or at once."""
    return weken_later(gemeld_op, zoektermijn) if heeft_zoektermijn else gemeld_op


@regel("Participatiewet 44 lid 1", tot="2026-01-01")
def ingangsdatum_bijstand__2015(gemeld_op: Datum, recht_ontstaan_op: Datum) -> Datum:
    """Bijstand is granted from the day on which the right arose, never from before the melding."""
    return max(gemeld_op, recht_ontstaan_op)


@regel("Participatiewet 44 lid 1 en 5", vanaf="2026-01-01")
def ingangsdatum_bijstand__2026(
    gemeld_op: Datum,
    recht_ontstaan_op: Datum,
    terugwerkende_kracht_noodzakelijk: bool,
    terugwerkende_kracht_bijstand: AantalMaanden,
) -> Datum:
    """Since 2026 the college may go back at most three months before the melding, when circumstances compel it."""
    if recht_ontstaan_op >= gemeld_op or not terugwerkende_kracht_noodzakelijk:
        return max(gemeld_op, recht_ontstaan_op)
    return max(maanden_later(gemeld_op, 0 - terugwerkende_kracht_bijstand), recht_ontstaan_op)


@regel("Participatiewet 7 lid 3 onderdeel b", tot="2023-07-01")
def mag_ondersteuning_tijdens_zoektermijn__2015(
    heeft_zoektermijn: bool, peildatum: Datum, vroegste_aanvraagdatum: Datum
) -> bool:
    """Until July 2023 there was no support with finding work during the four weeks."""
    return not heeft_zoektermijn or peildatum >= vroegste_aanvraagdatum


@regel("Participatiewet 7 lid 3 onderdeel b", vanaf="2023-07-01")
def mag_ondersteuning_tijdens_zoektermijn__2023(
    heeft_zoektermijn: bool,
    peildatum: Datum,
    vroegste_aanvraagdatum: Datum,
    ondersteuning_tijdens_zoektermijn_noodzakelijk: bool,
) -> bool:
    """Since July 2023 there is, when the college finds it necessary in view of the circumstances."""
    if not heeft_zoektermijn or peildatum >= vroegste_aanvraagdatum:
        return True
    return ondersteuning_tijdens_zoektermijn_noodzakelijk
