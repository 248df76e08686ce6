"""Who pays the wage when someone with a handicap falls ill: the no-riskpolis of the UWV. Ziektewet art. 29b."""

from typing import Literal

from meedoen.recht.engine import AantalWeken, Datum, Jaren, Keuze, Verhouding, geen, jaren_later, regel, weken_later


@regel("Ziektewet 29b lid 2 en 3 (tekst 2015)", tot="2016-01-01")
def grond_no_riskpolis__2015(
    werkt_in_wsw_dienstbetrekking: bool,
    werkt_begeleid_op_grond_van_wsw: bool,
    had_recht_op_wajong: bool,
    had_wsw_dienstbetrekking_of_indicatie: bool,
    had_structurele_functionele_beperking_volgens_uwv: bool,
    is_door_college_naar_werk_begeleid: bool,
    verdiende_twee_jaar_minimumloon_zonder_subsidie: bool,
) -> Literal["geen", "begeleid werken", "wajong", "wsw", "college", "beschut werk"]:
    """In 2015: Wajong, begeleid werken and who came from the Wsw; whom the college supported only after two years at
    the minimum wage without subsidy. Before that the municipality's ordinance arranged it (art. 8a lid 2 b of 2015).
    """
    if werkt_in_wsw_dienstbetrekking:
        return "geen"
    if werkt_begeleid_op_grond_van_wsw:
        return "begeleid werken"
    if had_wsw_dienstbetrekking_of_indicatie:
        return "wsw"
    if is_door_college_naar_werk_begeleid and had_structurele_functionele_beperking_volgens_uwv:
        return "college" if verdiende_twee_jaar_minimumloon_zonder_subsidie else "geen"
    return "wajong" if had_recht_op_wajong else "geen"


@regel(
    "Ziektewet 29b lid 2 en 8",
    vanaf="2016-01-01",
    geverifieerd=False,
    waarom="de teksten van 2015-01-01, 2018-07-01 en 2026-01-01 zijn gelezen; de dag van ingang ertussen niet",
)
def grond_no_riskpolis__2016(
    werkt_in_wsw_dienstbetrekking: bool,
    werkt_begeleid_op_grond_van_wsw: bool,
    had_recht_op_wajong: bool,
    had_wsw_dienstbetrekking_of_indicatie: bool,
    is_door_college_naar_werk_begeleid: bool,
    kan_minimumloon_niet_verdienen: bool,
    werkt_in_beschut_werk: bool,
) -> Literal["geen", "begeleid werken", "wajong", "wsw", "college", "beschut werk"]:
    """Since: also someone whom the college supported to a job and who, as UWV or a loonwaarde below the minimum wage
    shows, cannot earn that wage; and beschut werk. Not in a dienstbetrekking of the Wsw itself.
    """
    if werkt_in_wsw_dienstbetrekking:
        return "geen"
    if had_recht_op_wajong:
        return "wajong"
    if werkt_begeleid_op_grond_van_wsw:
        return "begeleid werken"
    if had_wsw_dienstbetrekking_of_indicatie:
        return "wsw"
    if is_door_college_naar_werk_begeleid and kan_minimumloon_niet_verdienen:
        return "college"
    return "beschut werk" if werkt_in_beschut_werk else "geen"


@regel("Ziektewet 29b lid 2 (tekst 2015)", tot="2016-01-01")
def heeft_no_riskpolis__2015(
    grond_no_riskpolis: Keuze,
    einde_twee_jaar_minimumloon_zonder_subsidie: Datum,
    eerste_ziektedag: Datum,
    duur_no_riskpolis_na_twee_jaar_minimumloon: Jaren,
) -> bool:
    """In 2015 for someone whom the college supported: illness that began in the five years after those two years."""
    if grond_no_riskpolis != "college":
        return grond_no_riskpolis != "geen"
    grens = jaren_later(einde_twee_jaar_minimumloon_zonder_subsidie, duur_no_riskpolis_na_twee_jaar_minimumloon)
    return einde_twee_jaar_minimumloon_zonder_subsidie <= eerste_ziektedag and eerste_ziektedag < grens


@regel("Ziektewet 29b lid 2", vanaf="2016-01-01")
def heeft_no_riskpolis__2016(grond_no_riskpolis: Keuze, eerste_ziektedag: Datum, begin_dienstbetrekking: Datum) -> bool:
    """Illness that began after the job did, for as long as the job lasts."""
    return grond_no_riskpolis != "geen" and eerste_ziektedag >= begin_dienstbetrekking


@regel("Ziektewet 29b lid 5 en 6")
def percentage_ziekengeld_no_riskpolis(
    heeft_no_riskpolis: bool,
    eerste_ziektedag: Datum,
    peildatum: Datum,
    tijdvak_verhoogd_ziekengeld: AantalWeken,
    werkgever_vraagt_verhoogd_ziekengeld: bool,
    ziekengeld_no_riskpolis: Verhouding,
) -> Verhouding:
    """The part of the dagloon that the UWV pays: 70 %, in the first 52 weeks all of it when the employer asks. Never
    more than the wage that he owes.
    """
    if not heeft_no_riskpolis:
        return geen("Er is geen no-riskpolis.", "Ziektewet 29b")
    is_eerste_jaar = peildatum < weken_later(eerste_ziektedag, tijdvak_verhoogd_ziekengeld)
    return 1 if is_eerste_jaar and werkgever_vraagt_verhoogd_ziekengeld else ziekengeld_no_riskpolis
