"""The application: at which college, how early, from when it counts, and what the college may use again.
Participatiewet art. 40, 41 lid 6, 43a and 44 lid 3.
"""

from typing import Literal

from meedoen.recht.engine import AantalMaanden, AantalWeken, Datum, geen, maanden_later, regel, weken_later


@regel("Participatiewet 40 lid 1; voor ondersteuning ook 10 lid 6 (sinds juli 2023)")
def verantwoordelijke_gemeente(
    is_niet_ingeschreven_met_adres: bool, is_verhuisd_naar_andere_gemeente: bool, verhuisd_op: Datum, peildatum: Datum
) -> Literal["woongemeente", "gemeente van voor de verhuizing", "nieuwe woongemeente", "aangewezen gemeente"]:
    """The right to bijstand, and since July 2023 in so many words that to support, is against the college where the
    person lives, so a move passes it on from its first day. For who has no address a decree can name a municipality.
    """
    if is_niet_ingeschreven_met_adres:
        return "aangewezen gemeente"
    if not is_verhuisd_naar_andere_gemeente:
        return "woongemeente"
    return "gemeente van voor de verhuizing" if peildatum < verhuisd_op else "nieuwe woongemeente"


@regel("Participatiewet 40 lid 3 en 4 (oud); later lid 2 en 3", tot="2026-01-01")
def moet_betaling_opschorten_wegens_adres__2015(
    verstrekt_adres_wijkt_af_van_brp: bool,
    afwijking_heeft_geen_gevolgen: bool,
    afwijking_is_niet_te_verwijten: bool,
    dringende_redenen_tegen_opschorting: bool,
) -> bool:
    """The payment is suspended when an address that was given differs from the registered one, unless that has no
    consequences, cannot be blamed on the person, or there are urgent reasons.
    """
    if not verstrekt_adres_wijkt_af_van_brp or afwijking_heeft_geen_gevolgen:
        return False
    return not (afwijking_is_niet_te_verwijten or dringende_redenen_tegen_opschorting)


@regel("Participatiewet 40 lid 2 en 3", vanaf="2026-01-01")
def moet_betaling_opschorten_wegens_adres__2026(
    verstrekt_adres_wijkt_af_van_brp: bool,
    verblijft_tijdelijk_elders_voor_mantelzorg: bool,
    afwijking_heeft_geen_gevolgen: bool,
    afwijking_is_niet_te_verwijten: bool,
    dringende_redenen_tegen_opschorting: bool,
) -> bool:
    """Since 2026 neither when the person lives elsewhere for a time to give mantelzorg for an intensive need."""
    if not verstrekt_adres_wijkt_af_van_brp or verblijft_tijdelijk_elders_voor_mantelzorg:
        return False
    return not (afwijking_heeft_geen_gevolgen or afwijking_is_niet_te_verwijten or dringende_redenen_tegen_opschorting)


@regel("Participatiewet 41 lid 6")
def vroegste_meldingsdatum_naast_ww(
    is_jonger_dan_leeftijdsgrens_zoektermijn: bool, heeft_ww: bool, ww_eindigt_op: Datum, zoektermijn: AantalWeken
) -> Datum:
    """Under 27 with a WW benefit: a melding can be made four weeks before that ends, so that the wait is over then."""
    if not is_jonger_dan_leeftijdsgrens_zoektermijn or not heeft_ww:
        return geen("Dit geldt voor wie jonger is dan 27 en een WW-uitkering heeft.", "Participatiewet 41 lid 6")
    return weken_later(ww_eindigt_op, 0 - zoektermijn)


@regel("Participatiewet 43a (sinds 2026)", tot="2026-01-01")
def mag_college_eerdere_gegevens_gebruiken__2015() -> bool:
    """Until 2026 the law said nothing of it."""
    return geen("Tot 2026 regelde de wet dit niet.", "Participatiewet 43a (sinds 2026)")


@regel("Participatiewet 43a", vanaf="2026-01-01")
def mag_college_eerdere_gegevens_gebruiken__2026(
    had_eerder_algemene_bijstand: bool,
    eerdere_bijstand_beeindigd_op: Datum,
    bijstand_aangevraagd_op: Datum,
    hergebruik_van_gegevens: AantalMaanden,
    hergebruik_maakt_aanvraag_minder_belastend: bool,
) -> bool:
    """Of an application within twelve months after the bijstand ended the college may use what it has, when that makes
    the application lighter; it checks that it is right and of now.
    """
    if not had_eerder_algemene_bijstand:
        return False
    if bijstand_aangevraagd_op > maanden_later(eerdere_bijstand_beeindigd_op, hergebruik_van_gegevens):
        return False
    return hergebruik_maakt_aanvraag_minder_belastend


@regel("Participatiewet 44 lid 3")
def ingangsdatum_bijstand_na_aanvraag(
    ingangsdatum_bijstand: Datum, gemeld_op: Datum, bijstand_aangevraagd_op: Datum, late_aanvraag_is_te_verwijten: bool
) -> Datum:
    """Who can be blamed for not applying as soon as possible after the melding, can be granted bijstand from the day
    of the application only.
    """
    if bijstand_aangevraagd_op <= gemeld_op or not late_aanvraag_is_te_verwijten:
        return ingangsdatum_bijstand
    return max(ingangsdatum_bijstand, bijstand_aangevraagd_op)
