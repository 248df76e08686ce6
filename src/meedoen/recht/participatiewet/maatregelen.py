"""Lowering the bijstand because an obligation was not met: which sanction, how much and how long.
Participatiewet art. 9a lid 12 and 18.
"""

from typing import Literal

from meedoen.recht.engine import (
    Aantal,
    AantalMaanden,
    Datum,
    GeldPerMaand,
    Keuze,
    Lijst,
    UrenPerDag,
    Verhouding,
    geen,
    maanden_later,
    regel,
)


@regel("Participatiewet 18 lid 4 onderdeel e")
def heeft_verhuisplicht(
    duur_aangeboden_arbeidsovereenkomst: AantalMaanden,
    aangeboden_nettoloon_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    is_verhuizen_de_enige_mogelijkheid: bool,
) -> bool:
    """Must this person be ready to move house: for a contract of at least a year, with a net pay of at least the norm,
    and when there is no other way to get or keep work?
    """
    if duur_aangeboden_arbeidsovereenkomst < 12 or aangeboden_nettoloon_per_maand < bijstandsnorm_per_maand:
        return False
    return is_verhuizen_de_enige_mogelijkheid


@regel("Participatiewet 18 lid 4")
def is_geuniformeerde_verplichting_geschonden(
    gedraging: Keuze, reistijd_per_dag: UrenPerDag, heeft_verhuisplicht: bool
) -> bool:
    """Is it one of the eight obligations a to h, for which the law itself sets the size of the measure? Travelling
    belongs to it up to three hours a day, moving house only under its conditions.
    """
    if gedraging == "reizen voor arbeid":
        return reistijd_per_dag <= 3
    if gedraging == "verhuizen voor arbeid":
        return heeft_verhuisplicht
    return gedraging in (
        "arbeid aanvaarden of behouden",
        "inschrijven bij een uitzendbureau",
        "arbeid zoeken voor een verhuizing",
        "kennis en vaardigheden",
        "arbeid niet belemmeren",
        "voorziening gebruiken",
    )


@regel("Participatiewet 9 lid 1, 2, 4, 5 en 7, 9a lid 1")
def is_zonder_verplichting_op_peildatum(
    gedraging: Keuze,
    heeft_arbeidsverplichting: bool,
    heeft_verplichting_arbeid_te_aanvaarden: bool,
    weigerde_arbeid: bool,
    heeft_re_integratieverplichting: bool,
    heeft_tegenprestatieplicht: bool,
) -> bool:
    """Does the obligation that was breached not hold for this person on the reference date: by age, before the melding,
    by an exemption, incapacity, or because a single parent need not accept work yet?
    """
    if gedraging == "tegenprestatie verrichten":
        return not heeft_tegenprestatieplicht
    if gedraging in ("voorziening gebruiken", "meewerken aan plan van aanpak"):
        return not heeft_re_integratieverplichting
    if not heeft_arbeidsverplichting:
        return True
    if gedraging != "arbeid aanvaarden of behouden" or heeft_verplichting_arbeid_te_aanvaarden:
        return False
    return weigerde_arbeid


@regel("Participatiewet 9 lid 1, 2, 4, 5, 6 en 7, 9a lid 1, 17 en 55")
def is_zonder_verplichting_bij_overtreding(
    gedraging: Keuze,
    overtreding_op: Datum,
    peildatum: Datum,
    is_zonder_verplichting_op_peildatum: bool,
    was_ontheven_bij_overtreding: bool,
) -> bool:
    """Did the obligation of article 9 paragraph 1 not hold on the day of the breach? Of the reference date it follows,
    of an earlier day it is asked. The other obligations hold for everybody.
    """
    if gedraging in (
        "medewerking verlenen",
        "nadere verplichting",
        "zeer ernstige misdraging",
        "tekortschietend besef van verantwoordelijkheid",
        "ontheffing alleenstaande ouder ingetrokken",
        "inlichtingen geven",
    ):
        return False
    return is_zonder_verplichting_op_peildatum if overtreding_op == peildatum else was_ontheven_bij_overtreding


@regel("Participatiewet 9a lid 12, 18 lid 2 en 4, 18a lid 1")
def sanctie(
    gedraging: Keuze,
    verleent_algemene_bijstand: Keuze,
    is_zonder_verplichting_bij_overtreding: bool,
    is_geuniformeerde_verplichting_geschonden: bool,
) -> Literal[
    "geen", "maatregel artikel 18 lid 4", "maatregel artikel 18 lid 2", "verlaging artikel 9a lid 12", "boete"
]:
    """Which sanction belongs to the behaviour. Not telling what matters for the bijstand (article 17 lid 1) is never a
    measure: that is a boete. Who was exempted from the obligation did not breach it. Of who has bijstand from
    the Sociale verzekeringsbank the bank decides.
    """
    if gedraging == "inlichtingen geven" and verleent_algemene_bijstand == "college":
        return "boete"
    if verleent_algemene_bijstand == "Sociale verzekeringsbank":
        return geen(
            "De Sociale verzekeringsbank verleent deze bijstand, en verlaagt of beboet zelf.",
            "Participatiewet 47a, 47c en 47g",
        )
    if gedraging == "ontheffing alleenstaande ouder ingetrokken":
        return "verlaging artikel 9a lid 12"
    if gedraging in ("zeer ernstige misdraging", "tekortschietend besef van verantwoordelijkheid"):
        return "maatregel artikel 18 lid 2"
    if is_zonder_verplichting_bij_overtreding:
        return "geen"
    if is_geuniformeerde_verplichting_geschonden:
        return "maatregel artikel 18 lid 4"
    if gedraging in ("reizen voor arbeid", "verhuizen voor arbeid"):
        return "geen"
    return "maatregel artikel 18 lid 2"


@regel("Participatiewet 9 lid 6, 18 lid 2")
def is_grond_voor_verlaging_aanwezig(
    gedraging: Keuze, betoont_tekortschietend_besef: bool, misdraging_is_zeer_ernstig: bool
) -> bool:
    """Is the behaviour what it was called? Whether somebody showed too little sense of responsibility, or misbehaved
    very seriously, the college weighs.
    """
    if gedraging == "tekortschietend besef van verantwoordelijkheid":
        return betoont_tekortschietend_besef
    if gedraging == "zeer ernstige misdraging":
        return misdraging_is_zeer_ernstig
    return True


@regel("Participatiewet 9a lid 12, 18 lid 2, 4 en 9")
def moet_bijstand_worden_verlaagd(
    sanctie: Keuze, is_grond_voor_verlaging_aanwezig: bool, elke_verwijtbaarheid_ontbreekt: bool
) -> bool:
    """Must the college lower the bijstand? Not when every form of blame is lacking."""
    if sanctie in ("geen", "boete") or not is_grond_voor_verlaging_aanwezig:
        return False
    return not elke_verwijtbaarheid_ontbreekt


@regel("Participatiewet 18 lid 6, 7 en 8")
def hoogste_eerdere_artikellid(
    eerdere_maatregelen: Lijst, maatregel_tijdstip_toegepast: Keuze, overtreding_op: Datum
) -> Aantal:
    """The highest of the leden 5 to 8 that was applied in the twelve months before the breach; zero when none was.
    From which day those months count is the choice of the municipality; the day on which they are full lies outside.
    """
    na = maanden_later(overtreding_op, -12)
    if maatregel_tijdstip_toegepast == "dag van het besluit":
        return max(
            (m.artikellid for m in eerdere_maatregelen if m.artikellid >= 5 and na < m.besluit_op <= overtreding_op),
            default=0,
        )
    if maatregel_tijdstip_toegepast == "dag van bekendmaking":
        return max(
            (
                m.artikellid
                for m in eerdere_maatregelen
                if m.artikellid >= 5 and na < m.bekendgemaakt_op <= overtreding_op
            ),
            default=0,
        )
    return max(
        (m.artikellid for m in eerdere_maatregelen if m.artikellid >= 5 and na < m.verlaging_vanaf <= overtreding_op),
        default=0,
    )


@regel("Participatiewet 18 lid 5 tot en met 8")
def maatregel_lid(
    sanctie: Keuze, hoogste_eerdere_artikellid: Aantal, maatregel_na_lid_8: Keuze
) -> Literal["lid 5", "lid 6", "lid 7", "lid 8"]:
    """Which step of the ladder: the first, or the one after the highest that was applied within twelve months. Lid 8
    says 'each time' but names only lid 7: whether lid 8 itself opens twelve new months is a choice.
    """
    if sanctie != "maatregel artikel 18 lid 4":
        return geen("Het is geen verplichting van artikel 18 lid 4.", "Participatiewet 18 lid 5")
    if hoogste_eerdere_artikellid == 5:
        return "lid 6"
    if hoogste_eerdere_artikellid == 6:
        return "lid 7"
    if hoogste_eerdere_artikellid == 7:
        return "lid 8"
    if hoogste_eerdere_artikellid == 8:
        return "lid 8" if maatregel_na_lid_8 == "opnieuw lid 8" else "lid 5"
    return "lid 5"


@regel("Participatiewet 9a lid 12, 18 lid 2 en 5 tot en met 8")
def percentage_verlaging(
    sanctie: Keuze,
    percentage_zonder_herhaling: Verhouding,
    is_herhaling_van_ander_gedrag: bool,
    maatregel_herhaling_overig_gedrag: Keuze,
) -> Verhouding:
    """The size of the measure in a month: all of the bijstand for lid 4; else what the ordinance says, doubled on
    repetition when it says so, and never more than all.
    """
    if sanctie == "maatregel artikel 18 lid 4":
        return 1
    if sanctie == "verlaging artikel 9a lid 12":
        return percentage_zonder_herhaling
    if sanctie == "maatregel artikel 18 lid 2":
        if maatregel_herhaling_overig_gedrag == "dubbel percentage" and is_herhaling_van_ander_gedrag:
            return min(1, 2 * percentage_zonder_herhaling)
        return percentage_zonder_herhaling
    return geen("Bij dit gedrag hoort geen verlaging.", "Participatiewet 18 lid 2")


@regel("Participatiewet 9a lid 12, 18 lid 2 en 5 tot en met 8")
def aantal_maanden_maatregel(
    sanctie: Keuze,
    maatregel_lid: Keuze,
    maatregel_eerste_duur: AantalMaanden,
    maatregel_tweede_duur: AantalMaanden,
    aantal_maanden_zonder_herhaling: AantalMaanden,
    maatregel_herhaling_overig_gedrag: Keuze,
    is_herhaling_van_ander_gedrag: bool,
) -> AantalMaanden:
    """How long: for lid 5 and 6 as the ordinance says, for lid 7 and 8 three months; else as the ordinance says."""
    if sanctie == "maatregel artikel 18 lid 4":
        if maatregel_lid == "lid 5":
            return maatregel_eerste_duur
        if maatregel_lid == "lid 6":
            return maatregel_tweede_duur
        return 3
    if sanctie == "verlaging artikel 9a lid 12":
        return aantal_maanden_zonder_herhaling
    if sanctie == "maatregel artikel 18 lid 2":
        if maatregel_herhaling_overig_gedrag == "dubbele duur" and is_herhaling_van_ander_gedrag:
            return 2 * aantal_maanden_zonder_herhaling
        return aantal_maanden_zonder_herhaling
    return geen("Bij dit gedrag hoort geen verlaging.", "Participatiewet 18 lid 2")


@regel("Participatiewet 18 lid 10")
def percentage_na_afstemming(
    dringende_redenen_om_maatregel_af_te_stemmen: bool, deel_van_verlaging_na_afstemming: Verhouding
) -> Verhouding:
    """What is left of the measure when urgent reasons require that it be fitted to the circumstances."""
    if not dringende_redenen_om_maatregel_af_te_stemmen:
        return 1
    return deel_van_verlaging_na_afstemming


@regel("Participatiewet 18 lid 3")
def laatste_dag_heroverweging(
    sanctie: Keuze, moet_bijstand_worden_verlaagd: bool, maatregel_besluit_op: Datum
) -> Datum:
    """The last day on which the college reviews a measure of lid 2: three months after the decision."""
    if sanctie != "maatregel artikel 18 lid 2" or not moet_bijstand_worden_verlaagd:
        return geen("Er is geen verlaging op grond van artikel 18 lid 2.", "Participatiewet 18 lid 3")
    return maanden_later(maatregel_besluit_op, 3)


@regel("Participatiewet 18 lid 11")
def mag_maatregel_worden_herzien(
    sanctie: Keuze,
    moet_bijstand_worden_verlaagd: bool,
    heeft_om_herziening_gevraagd: bool,
    komt_verplichtingen_ondubbelzinnig_na: bool,
) -> bool:
    """May the college end a measure of lid 5 to 8 early, on request, because he clearly meets the obligations now?"""
    if sanctie != "maatregel artikel 18 lid 4" or not heeft_om_herziening_gevraagd:
        return False
    return moet_bijstand_worden_verlaagd and komt_verplichtingen_ondubbelzinnig_na
