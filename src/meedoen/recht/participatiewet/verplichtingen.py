"""What is asked of a person who applies for bijstand, and when it is not: work, re-integration, a tegenprestatie.
Participatiewet art. 9 and 9a.
"""

from typing import Literal

from meedoen.recht.engine import (
    Datum,
    Jaren,
    Keuze,
    Kinderen,
    Lijst,
    dagen_later,
    dagen_tussen,
    geen,
    jaren_later,
    maanden_later,
    regel,
)


@regel("Participatiewet 9 lid 1 en 5, 44 lid 2")
def grond_geen_verplichtingen(
    leeftijd: Jaren,
    is_pensioengerechtigd: bool,
    gemeld_op: Datum,
    peildatum: Datum,
    volledig_duurzaam_arbeidsongeschikt: bool,
) -> Literal[
    "verplichtingen gelden", "jonger dan 18", "pensioengerechtigd", "nog niet gemeld", "volledig arbeidsongeschikt"
]:
    """The obligations hold from the day of the melding, from 18 to the pensioengerechtigde leeftijd; not for who is
    fully and permanently incapacitated for work.
    """
    if leeftijd < 18:
        return "jonger dan 18"
    if is_pensioengerechtigd:
        return "pensioengerechtigd"
    if volledig_duurzaam_arbeidsongeschikt:
        return "volledig arbeidsongeschikt"
    if peildatum < gemeld_op:
        return "nog niet gemeld"
    return "verplichtingen gelden"


@regel("Participatiewet 9 lid 1 onderdeel a, lid 2 en lid 5, 9a lid 1")
def grond_geen_arbeidsverplichting(
    grond_geen_verplichtingen: Keuze,
    heeft_ontheffing_alleenstaande_ouder: bool,
    is_tijdelijk_ontheven_van_arbeid: bool,
) -> Literal["verplichting geldt", "geen verplichtingen", "ontheffing alleenstaande ouder", "dringende redenen"]:
    """Why the duty to get, accept and keep generally accepted work does not hold, if it does not."""
    if grond_geen_verplichtingen != "verplichtingen gelden":
        return "geen verplichtingen"
    if heeft_ontheffing_alleenstaande_ouder:
        return "ontheffing alleenstaande ouder"
    if is_tijdelijk_ontheven_van_arbeid:
        return "dringende redenen"
    return "verplichting geldt"


@regel("Participatiewet 9 lid 1 onderdeel a")
def heeft_arbeidsverplichting(grond_geen_arbeidsverplichting: Keuze) -> bool:
    """Must this person look for work, register with UWV, and accept and keep generally accepted work?"""
    return grond_geen_arbeidsverplichting == "verplichting geldt"


@regel("Participatiewet 9 lid 2, 9a lid 4")
def arbeidsverplichting_ontheven_tot(
    grond_geen_arbeidsverplichting: Keuze,
    is_tijdelijk_ontheven_van_arbeid: bool,
    ontheffing_alleenstaande_ouder_tot: Datum,
    ontheffing_arbeid_tot: Datum,
) -> Datum:
    """The first day on which no exemption from the duty to work holds any more."""
    if grond_geen_arbeidsverplichting == "ontheffing alleenstaande ouder":
        if is_tijdelijk_ontheven_van_arbeid:
            return max(ontheffing_alleenstaande_ouder_tot, ontheffing_arbeid_tot)
        return ontheffing_alleenstaande_ouder_tot
    if grond_geen_arbeidsverplichting == "dringende redenen":
        return ontheffing_arbeid_tot
    return geen("Er is geen ontheffing van de arbeidsverplichting met een einddatum.", "Participatiewet 9 lid 2")


@regel("Participatiewet 9 lid 2")
def is_tijdelijk_ontheven_van_arbeid(
    ontheffing_arbeid_aan_de_orde: bool,
    ontheffing_arbeid_vanaf: Datum,
    dringende_redenen_tegen_arbeid: bool,
    ontheffing_arbeid_tot: Datum,
    peildatum: Datum,
) -> bool:
    """In an individual case, temporarily, when there are urgent reasons; care may be one."""
    if not ontheffing_arbeid_aan_de_orde or peildatum < ontheffing_arbeid_vanaf:
        return False
    return dringende_redenen_tegen_arbeid and peildatum < ontheffing_arbeid_tot


@regel("Participatiewet 9 lid 4")
def mag_aanvaarden_nog_niet_verlangen(
    is_alleenstaande_ouder_van_kind_tot_12: bool, overtuigd_van_opvang_scholing_en_belastbaarheid: bool
) -> bool:
    """Of a single parent with a child under 12 it can only be asked to accept work once the college is satisfied that
    there is child care, that enough schooling has been applied, and that the parent can bear it.
    """
    return is_alleenstaande_ouder_van_kind_tot_12 and not overtuigd_van_opvang_scholing_en_belastbaarheid


@regel("Participatiewet 9 lid 4")
def grond_geen_plicht_arbeid_te_aanvaarden(
    heeft_arbeidsverplichting: bool, mag_aanvaarden_nog_niet_verlangen: bool
) -> Literal["verplichting geldt", "geen arbeidsverplichting", "zorg voor kind tot 12"]:
    """Why the duty to accept work does not hold, if it does not. For a single parent looking for work stays a duty."""
    if not heeft_arbeidsverplichting:
        return "geen arbeidsverplichting"
    return "zorg voor kind tot 12" if mag_aanvaarden_nog_niet_verlangen else "verplichting geldt"


@regel("Participatiewet 9 lid 4")
def heeft_verplichting_arbeid_te_aanvaarden(grond_geen_plicht_arbeid_te_aanvaarden: Keuze) -> bool:
    """Must this person accept generally accepted work?"""
    return grond_geen_plicht_arbeid_te_aanvaarden == "verplichting geldt"


@regel("Participatiewet 9 lid 4")
def plicht_arbeid_te_aanvaarden_niet_tot(
    grond_geen_plicht_arbeid_te_aanvaarden: Keuze,
    mag_aanvaarden_nog_niet_verlangen: bool,
    dag_waarop_jongste_kind_twaalf_wordt: Datum,
    arbeidsverplichting_ontheven_tot: Datum,
) -> Datum:
    """The first day on which work must be accepted again: when the exemption is over and, of a single parent, when the
    youngest child turns 12; sooner when the college becomes satisfied of care, schooling and strength.
    """
    if grond_geen_plicht_arbeid_te_aanvaarden == "verplichting geldt":
        return geen("De plicht om arbeid te aanvaarden geldt.", "Participatiewet 9 lid 1 onderdeel a en lid 4")
    if grond_geen_plicht_arbeid_te_aanvaarden == "zorg voor kind tot 12":
        return dag_waarop_jongste_kind_twaalf_wordt
    if mag_aanvaarden_nog_niet_verlangen:
        return max(arbeidsverplichting_ontheven_tot, dag_waarop_jongste_kind_twaalf_wordt)
    return arbeidsverplichting_ontheven_tot


@regel("Participatiewet 9 lid 4")
def dag_waarop_jongste_kind_twaalf_wordt(kinderen: Kinderen, peildatum: Datum) -> Datum:
    """The day on which the youngest child turns twelve."""
    return max((kind.twaalfde_verjaardag for kind in kinderen), default=peildatum)


@regel("Participatiewet 9 lid 4")
def twaalfde_verjaardag(geboortedatum: Datum) -> Datum:
    """The day on which a child turns twelve: born on 29 February, twelve years on there is such a day again."""
    return jaren_later(geboortedatum, 12)


@regel("Participatiewet 9 lid 1 onderdeel b, lid 2 en lid 5")
def heeft_re_integratieverplichting(grond_geen_verplichtingen: Keuze) -> bool:
    """Must this person use an offered provision, and cooperate with examination and plan? There is no exemption for
    urgent reasons from this one.
    """
    return grond_geen_verplichtingen == "verplichtingen gelden"


@regel("Participatiewet 9 lid 1 onderdeel c, lid 2, 5 en 7")
def grond_geen_tegenprestatieplicht(
    grond_geen_verplichtingen: Keuze,
    heeft_ontheffing_alleenstaande_ouder: bool,
    is_tijdelijk_ontheven_van_tegenprestatie: bool,
) -> Literal["verplichting geldt", "geen verplichtingen", "ontheffing alleenstaande ouder", "dringende redenen"]:
    """Why a tegenprestatie cannot be asked, if it cannot."""
    if grond_geen_verplichtingen != "verplichtingen gelden":
        return "geen verplichtingen"
    if heeft_ontheffing_alleenstaande_ouder:
        return "ontheffing alleenstaande ouder"
    if is_tijdelijk_ontheven_van_tegenprestatie:
        return "dringende redenen"
    return "verplichting geldt"


@regel("Participatiewet 9 lid 1 onderdeel c")
def heeft_tegenprestatieplicht(grond_geen_tegenprestatieplicht: Keuze) -> bool:
    """Must this person, when the college orders it, do useful unpaid work for society as he can?"""
    return grond_geen_tegenprestatieplicht == "verplichting geldt"


@regel("Participatiewet 9 lid 2")
def is_tijdelijk_ontheven_van_tegenprestatie(
    ontheffing_tegenprestatie_aan_de_orde: bool,
    ontheffing_tegenprestatie_vanaf: Datum,
    dringende_redenen_tegen_tegenprestatie: bool,
    ontheffing_tegenprestatie_tot: Datum,
    peildatum: Datum,
) -> bool:
    """In an individual case, temporarily, when there are urgent reasons; care may be one."""
    if not ontheffing_tegenprestatie_aan_de_orde or peildatum < ontheffing_tegenprestatie_vanaf:
        return False
    return dringende_redenen_tegen_tegenprestatie and peildatum < ontheffing_tegenprestatie_tot


@regel("Participatiewet 9 lid 2 en 7, 9a lid 4")
def tegenprestatieplicht_ontheven_tot(
    grond_geen_tegenprestatieplicht: Keuze,
    is_tijdelijk_ontheven_van_tegenprestatie: bool,
    ontheffing_alleenstaande_ouder_tot: Datum,
    ontheffing_tegenprestatie_tot: Datum,
) -> Datum:
    """The first day on which no exemption from the tegenprestatie holds any more."""
    if grond_geen_tegenprestatieplicht == "ontheffing alleenstaande ouder":
        if is_tijdelijk_ontheven_van_tegenprestatie:
            return max(ontheffing_alleenstaande_ouder_tot, ontheffing_tegenprestatie_tot)
        return ontheffing_alleenstaande_ouder_tot
    if grond_geen_tegenprestatieplicht == "dringende redenen":
        return ontheffing_tegenprestatie_tot
    return geen("Er is geen ontheffing van de tegenprestatie met een einddatum.", "Participatiewet 9 lid 2")


@regel("Participatiewet 9a lid 4 en lid 5 onderdeel a")
def vijfde_verjaardag(geboortedatum: Datum) -> Datum:
    """The day on which a child turns five; born on 29 February it does so on 1 March."""
    dag_erna = dagen_later(jaren_later(dagen_later(geboortedatum, -1), 5), 1)
    return max(jaren_later(geboortedatum, 5), dag_erna)


@regel("Participatiewet 4 lid 1 onderdeel b, 9a lid 1")
def is_alleenstaande_ouder_met_kind_onder_vijf(is_alleenstaande_ouder: bool, kinderen: Kinderen) -> bool:
    """A single parent with a child under five."""
    return is_alleenstaande_ouder and any(kind.leeftijd < 5 for kind in kinderen)


@regel("Participatiewet 9a lid 4")
def ontheffing_alleenstaande_ouder_tot(
    is_alleenstaande_ouder_met_kind_onder_vijf: bool,
    kinderen: Kinderen,
    ontheffing_alleenstaande_ouder_vanaf: Datum,
    eerdere_ontheffingen_alleenstaande_ouder: Lijst,
) -> Datum:
    """The exemption ends when the youngest child turns five, and at the latest when five years of it have been used,
    those in earlier municipalities included.
    """
    if not is_alleenstaande_ouder_met_kind_onder_vijf:
        return geen("Er is geen kind jonger dan 5, of er is een echtgenoot.", "Participatiewet 9a lid 1")
    vanaf = ontheffing_alleenstaande_ouder_vanaf
    gebruikt = sum(dagen_tussen(eerder.vanaf, eerder.tot) for eerder in eerdere_ontheffingen_alleenstaande_ouder)
    jongste_wordt_vijf = max((kind.vijfde_verjaardag for kind in kinderen), default=vanaf)
    return min(jongste_wordt_vijf, max(vanaf, dagen_later(jaren_later(vanaf, 5), 0 - gebruikt)))


@regel("Participatiewet 9a lid 1 tot en met 6")
def heeft_ontheffing_alleenstaande_ouder(
    heeft_ontheffing_alleenstaande_ouder_gevraagd: bool,
    is_alleenstaande_ouder_met_kind_onder_vijf: bool,
    heeft_recht_op_algemene_bijstand: bool,
    ontheffing_alleenstaande_ouder_opgeschort_op_verzoek: bool,
    eerdere_ontheffingen_alleenstaande_ouder: Lijst,
    ontheffing_alleenstaande_ouder_vanaf: Datum,
    ontheffing_alleenstaande_ouder_tot: Datum,
    peildatum: Datum,
    wil_re_integratie_ondubbelzinnig_niet: bool,
) -> bool:
    """On request, once, for a single parent of a child under five. Suspended when the law excludes him from bijstand,
    the youngest turns five or the parent asks so; refused or withdrawn, and then for good, when he clearly does not
    want to cooperate with re-integration. That income ends the bijstand is not looked at here.
    """
    if not heeft_ontheffing_alleenstaande_ouder_gevraagd or not is_alleenstaande_ouder_met_kind_onder_vijf:
        return False
    if not heeft_recht_op_algemene_bijstand or ontheffing_alleenstaande_ouder_opgeschort_op_verzoek:
        return False
    if any(eerder.ingetrokken for eerder in eerdere_ontheffingen_alleenstaande_ouder):
        return False
    if peildatum < ontheffing_alleenstaande_ouder_vanaf:
        return False
    return peildatum < ontheffing_alleenstaande_ouder_tot and not wil_re_integratie_ondubbelzinnig_niet


@regel("Participatiewet 9a lid 7")
def laatste_dag_plan_van_aanpak(
    heeft_ontheffing_alleenstaande_ouder: bool, ontheffing_alleenstaande_ouder_gevraagd_op: Datum
) -> Datum:
    """The last day for the plan that fills in the provision: six months after the request was received."""
    if not heeft_ontheffing_alleenstaande_ouder:
        return geen("Er is geen ontheffing als alleenstaande ouder.", "Participatiewet 9a lid 7")
    return maanden_later(ontheffing_alleenstaande_ouder_gevraagd_op, 6)


@regel("Participatiewet 9a lid 8")
def laatste_dag_heronderzoek(
    heeft_ontheffing_alleenstaande_ouder: bool, plan_of_laatste_heronderzoek_op: Datum
) -> Datum:
    """The last day for the next review of the plan: six months after the plan, or after the review before."""
    if not heeft_ontheffing_alleenstaande_ouder:
        return geen("Er is geen ontheffing als alleenstaande ouder.", "Participatiewet 9a lid 8")
    return maanden_later(plan_of_laatste_heronderzoek_op, 6)


@regel("Participatiewet 9a lid 10 en 11")
def moet_scholing_krijgen(
    heeft_ontheffing_alleenstaande_ouder: bool,
    heeft_startkwalificatie: bool,
    vraagt_beroepsopleiding: bool,
    scholing_gaat_krachten_te_boven: bool,
) -> bool:
    """An exempted parent without startkwalificatie gets at least schooling, one with it when he asks for it; unless it
    is beyond his strength or ability.
    """
    if not heeft_ontheffing_alleenstaande_ouder:
        return False
    if heeft_startkwalificatie and not vraagt_beroepsopleiding:
        return False
    return not scholing_gaat_krachten_te_boven
