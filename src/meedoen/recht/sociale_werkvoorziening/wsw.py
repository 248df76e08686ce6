"""The Wsw after 2014: closed to newcomers, kept for who worked in it. Wet sociale werkvoorziening art. 1, 2, 6, 7."""

from typing import Literal

from meedoen.recht.engine import Datum, Jaren, Keuze, Lijst, regel


@regel("Wet sociale werkvoorziening 1 lid 1 (geïndiceerd)")
def is_geindiceerd_voor_wsw(
    heeft_wsw_indicatie: bool,
    heeft_wsw_plaats_behouden: bool,
    is_pensioengerechtigd: bool,
) -> bool:
    """With a valid indicatie, below the pension age, and with a dienstbetrekking or begeleid werken on the last day of
    2014. Who stood on the waiting list that day is not.
    """
    return heeft_wsw_indicatie and heeft_wsw_plaats_behouden and not is_pensioengerechtigd


@regel("Wet sociale werkvoorziening 2 lid 1, 6 lid 2 en 7 lid 3")
def grond_einde_wsw(
    is_geindiceerd_voor_wsw: bool,
    werkt_niet_mee_aan_herindicatie: bool,
    werkt_niet_mee_aan_behoud_van_arbeidsbekwaamheid: bool,
) -> Literal["geen", "niet geindiceerd", "geen medewerking"]:
    """Why the college ends the dienstbetrekking or the subsidy: no longer in the doelgroep, or no cooperation."""
    if not is_geindiceerd_voor_wsw:
        return "niet geindiceerd"
    if werkt_niet_mee_aan_herindicatie or werkt_niet_mee_aan_behoud_van_arbeidsbekwaamheid:
        return "geen medewerking"
    return "geen"


@regel("Wet sociale werkvoorziening 2 lid 1")
def mag_wsw_dienstbetrekking(grond_einde_wsw: Keuze) -> bool:
    """The college can offer, and extend, a dienstbetrekking: also to someone whose begeleid werken has ended."""
    return grond_einde_wsw == "geen"


@regel("Wet sociale werkvoorziening 7 lid 1")
def mag_begeleid_werken(grond_einde_wsw: Keuze, inpassing_wordt_adequaat_verzorgd: bool) -> bool:
    """The college can subsidise an employer who takes him on, when fitting in and guidance are well taken care of."""
    return grond_einde_wsw == "geen" and inpassing_wordt_adequaat_verzorgd


@regel("Wet sociale werkvoorziening 1 lid 1; Participatiewet 7 lid 1 onderdeel a en 10b")
def regeling_na_wsw_indicatie(
    is_geindiceerd_voor_wsw: bool, leeftijd: Jaren, is_pensioengerechtigd: bool
) -> Literal["wsw", "participatiewet", "geen"]:
    """Which law helps: the Wsw who kept his place, the Participatiewet everybody else, such as the waiting list."""
    if is_geindiceerd_voor_wsw:
        return "wsw"
    return "geen" if is_pensioengerechtigd or leeftijd < 18 else "participatiewet"


@regel("Wet sociale werkvoorziening 1 lid 1 (geïndiceerd)")
def heeft_wsw_plaats_behouden(wsw_dienstbetrekkingen: Lijst, laatste_dag_instroom_wsw: Datum) -> bool:
    """Did he work in a dienstbetrekking of article 2, or begeleid under article 7, on the last day of 2014?"""
    return any(
        d.vanaf <= laatste_dag_instroom_wsw and (d.loopt_nog or d.laatste_dag >= laatste_dag_instroom_wsw)
        for d in wsw_dienstbetrekkingen
    )
