"""Measures for behaviour that the law leaves to the ordinance: categories, percentages, lengths and repetition.
Participatiewet art. 9 lid 6, 9a lid 12 and 18 lid 2.
"""

from meedoen.recht.engine import (
    Aantal,
    AantalMaanden,
    Datum,
    Geld,
    Keuze,
    Lijst,
    Verhouding,
    geen,
    maanden_later,
    regel,
)


@regel("Participatiewet 18 lid 2; verordening")
def is_herhaling_van_ander_gedrag(
    eerdere_maatregelen: Lijst,
    maatregel_herhaling_overig_gedrag: Keuze,
    maatregel_termijn_herhaling_overig_gedrag: AantalMaanden,
    maatregel_tijdstip_toegepast: Keuze,
    overtreding_op: Datum,
) -> bool:
    """Was the bijstand lowered under lid 2 before, within the term of the ordinance?"""
    if maatregel_herhaling_overig_gedrag == "geen gevolg" or not any(m.artikellid == 2 for m in eerdere_maatregelen):
        return False
    na = maanden_later(overtreding_op, 0 - maatregel_termijn_herhaling_overig_gedrag)
    if maatregel_tijdstip_toegepast == "dag van het besluit":
        return any(na < m.besluit_op <= overtreding_op for m in eerdere_maatregelen if m.artikellid == 2)
    if maatregel_tijdstip_toegepast == "dag van bekendmaking":
        return any(na < m.bekendgemaakt_op <= overtreding_op for m in eerdere_maatregelen if m.artikellid == 2)
    return any(na < m.verlaging_vanaf <= overtreding_op for m in eerdere_maatregelen if m.artikellid == 2)


@regel("Participatiewet 18 lid 2; verordening")
def categorie_van_gedraging(
    gedraging: Keuze,
    maatregel_categorie_registreren: Aantal,
    maatregel_categorie_arbeid_zoeken: Aantal,
    maatregel_categorie_plan_van_aanpak: Aantal,
    maatregel_categorie_medewerking: Aantal,
    maatregel_categorie_tegenprestatie: Aantal,
    maatregel_categorie_nadere_verplichting: Aantal,
) -> Aantal:
    """The category in which the ordinance puts the behaviour."""
    if gedraging == "registreren als werkzoekende":
        return maatregel_categorie_registreren
    if gedraging == "arbeid zoeken":
        return maatregel_categorie_arbeid_zoeken
    if gedraging == "meewerken aan plan van aanpak":
        return maatregel_categorie_plan_van_aanpak
    if gedraging == "medewerking verlenen":
        return maatregel_categorie_medewerking
    if gedraging == "tegenprestatie verrichten":
        return maatregel_categorie_tegenprestatie
    if gedraging == "nadere verplichting":
        return maatregel_categorie_nadere_verplichting
    return geen("Dit gedrag valt niet in een categorie.", "Participatiewet 18 lid 2")


@regel("Participatiewet 18 lid 2; verordening")
def percentage_bij_tekortschietend_besef(
    bedrag_door_tekortschietend_besef: Geld,
    besef_grens_laag: Geld,
    besef_grens_hoog: Geld,
    besef_percentage_laag: Verhouding,
    besef_percentage_midden: Verhouding,
    besef_percentage_hoog: Verhouding,
) -> Verhouding:
    """The ordinance lets the size depend on how much bijstand it took that need not have been asked."""
    if bedrag_door_tekortschietend_besef < besef_grens_laag:
        return besef_percentage_laag
    if bedrag_door_tekortschietend_besef < besef_grens_hoog:
        return besef_percentage_midden
    return besef_percentage_hoog


@regel("Participatiewet 9a lid 12, 18 lid 2; verordening")
def percentage_zonder_herhaling(
    gedraging: Keuze,
    percentage_bij_tekortschietend_besef: Verhouding,
    misdraging_percentage: Verhouding,
    ingetrokken_ontheffing_percentage: Verhouding,
    categorie_van_gedraging: Aantal,
    maatregel_percentage_categorie_1: Verhouding,
    maatregel_percentage_categorie_2: Verhouding,
    maatregel_percentage_categorie_3: Verhouding,
) -> Verhouding:
    """The percentage that the ordinance sets for this behaviour, the first time."""
    if gedraging == "tekortschietend besef van verantwoordelijkheid":
        return percentage_bij_tekortschietend_besef
    if gedraging == "zeer ernstige misdraging":
        return misdraging_percentage
    if gedraging == "ontheffing alleenstaande ouder ingetrokken":
        return ingetrokken_ontheffing_percentage
    if categorie_van_gedraging == 1:
        return maatregel_percentage_categorie_1
    if categorie_van_gedraging == 2:
        return maatregel_percentage_categorie_2
    return maatregel_percentage_categorie_3


@regel("Participatiewet 9a lid 12, 18 lid 2; verordening")
def aantal_maanden_zonder_herhaling(
    gedraging: Keuze,
    besef_duur: AantalMaanden,
    misdraging_duur: AantalMaanden,
    ingetrokken_ontheffing_duur: AantalMaanden,
    maatregel_duur_overig_gedrag: AantalMaanden,
) -> AantalMaanden:
    """How long the ordinance lets a measure for other behaviour last, the first time."""
    if gedraging == "tekortschietend besef van verantwoordelijkheid":
        return besef_duur
    if gedraging == "zeer ernstige misdraging":
        return misdraging_duur
    if gedraging == "ontheffing alleenstaande ouder ingetrokken":
        return ingetrokken_ontheffing_duur
    return maatregel_duur_overig_gedrag
