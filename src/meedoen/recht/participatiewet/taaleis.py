"""Who does not know enough Dutch and does nothing about it, gets less bijstand. Participatiewet art. 18b."""

from meedoen.recht.engine import (
    AantalMaanden,
    Datum,
    GeldPerMaand,
    Jaren,
    Verhouding,
    datum,
    geen,
    maanden_later,
    regel,
    rond_op_centen,
    volle_maanden,
    weken_later,
)


@regel("Wet taaleis Participatiewet II", tot="2016-01-01")
def is_taaleis_van_toepassing__2015() -> bool:
    """In 2015 there was no such rule yet."""
    return False


@regel("Participatiewet 18b en 47c lid 2; Wet taaleis Participatiewet II", vanaf="2016-01-01")
def is_taaleis_van_toepassing__2016(
    leeftijd: Jaren, is_pensioengerechtigd: bool, peildatum: Datum, had_bijstand_op_31_december_2015: bool
) -> bool:
    """From 1 January 2016; for who had bijstand on the day before, six months later. Not for a child, nor for who is
    pensioengerechtigd: of his household the Sociale verzekeringsbank only looks at the spouse (article 47c).
    """
    if leeftijd < 18 or is_pensioengerechtigd:
        return False
    return peildatum >= datum(2016, 7, 1) or not had_bijstand_op_31_december_2015


@regel("Participatiewet 18b lid 2")
def moet_taaltoets_afleggen(
    is_taaleis_van_toepassing: bool,
    jaren_nederlandstalig_onderwijs: Jaren,
    heeft_inburgeringsdiploma: bool,
    heeft_ander_bewijs_van_taal: bool,
) -> bool:
    """A test for who had less than eight years of education in Dutch and has no diploma or other proof."""
    if not is_taaleis_van_toepassing or jaren_nederlandstalig_onderwijs >= 8:
        return False
    return not heeft_inburgeringsdiploma and not heeft_ander_bewijs_van_taal


@regel("Participatiewet 18b lid 2")
def laatste_dag_taaltoets(moet_taaltoets_afleggen: bool, bijstand_aangevraagd_op: Datum) -> Datum:
    """The test is taken within eight weeks after the application."""
    if not moet_taaltoets_afleggen:
        return geen("Er hoeft geen taaltoets te worden afgenomen.", "Participatiewet 18b lid 2")
    return weken_later(bijstand_aangevraagd_op, 8)


@regel("Participatiewet 18b lid 1, 3 en 5")
def is_taal_vermoedelijk_onvoldoende(moet_taaltoets_afleggen: bool, beheerst_taal_volgens_toets: bool) -> bool:
    """The test shows that he does not master the language at level 1F; a diploma or other proof takes this away at
    any time.
    """
    return moet_taaltoets_afleggen and not beheerst_taal_volgens_toets


@regel("Participatiewet 18b lid 4")
def laatste_dag_taalkennisgeving(is_taal_vermoedelijk_onvoldoende: bool, taaltoets_op: Datum) -> Datum:
    """The presumption is told in writing within eight weeks after the outcome of the test."""
    if not is_taal_vermoedelijk_onvoldoende:
        return geen("Er is geen vermoeden om mee te delen.", "Participatiewet 18b lid 4")
    return weken_later(taaltoets_op, 8)


@regel("Participatiewet 18b lid 6 onderdeel a")
def laatste_dag_begin_taal(is_taal_vermoedelijk_onvoldoende: bool, taalkennisgeving_op: Datum) -> Datum:
    """Who begins to learn within a month after the notice, and goes on well, loses nothing."""
    if not is_taal_vermoedelijk_onvoldoende:
        return geen("Er is geen vermoeden dat de taal onvoldoende is.", "Participatiewet 18b lid 6")
    return maanden_later(taalkennisgeving_op, 1)


@regel("Participatiewet 18b lid 6 onderdeel a")
def heeft_genoeg_taalinspanning(
    laatste_dag_begin_taal: Datum,
    peildatum: Datum,
    is_begonnen_met_taal_leren: bool,
    begonnen_met_taal_op: Datum,
    verklaart_taal_te_gaan_leren: bool,
    vordert_genoeg_met_taal: bool,
) -> bool:
    """Began in time and makes the progress that may be expected; or promised to begin, as long as the month runs."""
    if not is_begonnen_met_taal_leren:
        return verklaart_taal_te_gaan_leren and peildatum <= laatste_dag_begin_taal
    return begonnen_met_taal_op <= laatste_dag_begin_taal and vordert_genoeg_met_taal


@regel("Participatiewet 18b lid 4, 9, 10 en 11")
def aantal_maanden_na_taalkennisgeving(taalkennisgeving_op: Datum, peildatum: Datum) -> AantalMaanden:
    """Whole months since the written notice."""
    if peildatum < taalkennisgeving_op:
        return geen("Er is nog geen schriftelijke mededeling gedaan.", "Participatiewet 18b lid 4")
    return volle_maanden(taalkennisgeving_op, peildatum)


@regel("Wet taaleis Participatiewet II", tot="2016-01-01")
def percentage_taalverlaging_naar_duur__2015() -> Verhouding:
    """In 2015 there were no such percentages yet."""
    return geen("De taaleis bestond nog niet.", "Participatiewet 18b (sinds 1 januari 2016)")


@regel("Participatiewet 18b lid 9, 10, 11 en 13", vanaf="2016-01-01")
def percentage_taalverlaging_naar_duur__2016(
    aantal_maanden_na_taalkennisgeving: AantalMaanden,
    tweede_taaltoets_niet_gehaald: bool,
    derde_taaltoets_niet_gehaald: bool,
    vordert_genoeg_met_taal: bool,
    taalverlaging_eerste_zes_maanden: Verhouding,
    taalverlaging_volgende_zes_maanden: Verhouding,
    taalverlaging_daarna: Verhouding,
) -> Verhouding:
    """Six months the first percentage, six the second, then the third for as long as it lasts. Before each step a test
    is taken again: who passes it, or makes the progress that may be expected, loses nothing.
    """
    if aantal_maanden_na_taalkennisgeving < 6:
        return taalverlaging_eerste_zes_maanden
    if aantal_maanden_na_taalkennisgeving < 12:
        if not tweede_taaltoets_niet_gehaald or vordert_genoeg_met_taal:
            return 0
        return taalverlaging_volgende_zes_maanden
    if not derde_taaltoets_niet_gehaald or vordert_genoeg_met_taal:
        return 0
    return taalverlaging_daarna


@regel("Participatiewet 18b lid 1, 6 en 7")
def percentage_taalverlaging(
    is_taal_vermoedelijk_onvoldoende: bool,
    taalkennisgeving_op: Datum,
    peildatum: Datum,
    heeft_genoeg_taalinspanning: bool,
    percentage_taalverlaging_naar_duur: Verhouding,
    elke_verwijtbaarheid_voor_taal_ontbreekt: bool,
    dringende_redenen_om_taalverlaging_af_te_stemmen: bool,
    deel_van_taalverlaging_na_afstemming: Verhouding,
) -> Verhouding:
    """By how much the bijstandsnorm is lowered: nothing without a presumption, before the notice, with enough effort or
    without any blame; fitted to the circumstances for urgent reasons.
    """
    if not is_taal_vermoedelijk_onvoldoende or peildatum < taalkennisgeving_op or heeft_genoeg_taalinspanning:
        return 0
    if percentage_taalverlaging_naar_duur == 0 or elke_verwijtbaarheid_voor_taal_ontbreekt:
        return 0
    if dringende_redenen_om_taalverlaging_af_te_stemmen:
        return percentage_taalverlaging_naar_duur * deel_van_taalverlaging_na_afstemming
    return percentage_taalverlaging_naar_duur


@regel("Participatiewet 18b lid 9, 10, 11 en 14")
def taalverlaging_per_maand(
    percentage_taalverlaging: Verhouding,
    bijstandsnorm_per_maand: GeldPerMaand,
    algemene_bijstand_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the family loses each month: that part of the norm, to the cent, half up; never more than the bijstand."""
    if percentage_taalverlaging == 0:
        return 0
    return min(rond_op_centen(percentage_taalverlaging * bijstandsnorm_per_maand), algemene_bijstand_per_maand)
