"""Unpaid additional work with bijstand, for whom the chance of work is small. Participatiewet art. 10a."""

from meedoen.recht.engine import (
    Aantal,
    AantalMaanden,
    Datum,
    Geld,
    Jaren,
    geen,
    maanden_later,
    regel,
    rond_omlaag_op_helen,
    volle_maanden,
)


@regel("Participatiewet 7 lid 8 (oud), 10a lid 1, 3, 8, 9 en 10", tot="2026-01-01")
def mag_participatieplaats__2015(
    leeftijd: Jaren,
    leeftijdsgrens_participatieplaats: Jaren,
    ontvangt_algemene_bijstand: bool,
    peildatum: Datum,
    einddatum_participatieplaats: Datum,
    kans_op_werk_is_gering: bool,
    werkzaamheden_zijn_additioneel: bool,
) -> bool:
    """From 27 on, within the term, for someone with algemene bijstand whose chance of work is small; the work is
    additional and displaces nobody.
    """
    if leeftijd < leeftijdsgrens_participatieplaats or not ontvangt_algemene_bijstand:
        return False
    if peildatum >= einddatum_participatieplaats:
        return False
    return kans_op_werk_is_gering and werkzaamheden_zijn_additioneel


@regel("Participatiewet 7 lid 3 onderdeel a, 10a lid 1, 3, 8, 9 en 10", vanaf="2026-01-01")
def mag_participatieplaats__2026(
    leeftijd: Jaren,
    leeftijdsgrens_participatieplaats: Jaren,
    ontvangt_algemene_bijstand: bool,
    peildatum: Datum,
    einddatum_participatieplaats: Datum,
    kans_op_werk_is_gering: bool,
    werkzaamheden_zijn_additioneel: bool,
) -> bool:
    """The same since 2026, when article 7, of which this is a way of carrying out, no longer applies under 27."""
    if leeftijd < leeftijdsgrens_participatieplaats or not ontvangt_algemene_bijstand:
        return False
    if peildatum >= einddatum_participatieplaats:
        return False
    return kans_op_werk_is_gering and werkzaamheden_zijn_additioneel


@regel("Participatiewet 10a lid 3")
def aantal_maanden_eerder_onbeloond_werk(
    maanden_eerder_onbeloond_werk: AantalMaanden,
    eerder_werk_met_uitzicht_op_dienstbetrekking: bool,
    onbeloond_werk_buiten_beschouwing: AantalMaanden,
) -> AantalMaanden:
    """Months of unpaid work in another provision that count for the two years: the first six do not when the college
    found that there was a real prospect of a job with that employer.
    """
    if maanden_eerder_onbeloond_werk == 0:
        return 0
    if not eerder_werk_met_uitzicht_op_dienstbetrekking:
        return maanden_eerder_onbeloond_werk
    return max(0, maanden_eerder_onbeloond_werk - onbeloond_werk_buiten_beschouwing)


@regel("Participatiewet 10a lid 8")
def beoordelingsdatum_participatieplaats(
    begin_participatieplaats: Datum, eerste_beoordeling_participatieplaats: AantalMaanden
) -> Datum:
    """After nine months the college judges whether the chance of work has grown."""
    return maanden_later(begin_participatieplaats, eerste_beoordeling_participatieplaats)


@regel("Participatiewet 10a lid 1, 3, 8, 9 en 10")
def einddatum_participatieplaats(
    begin_participatieplaats: Datum,
    peildatum: Datum,
    beoordelingsdatum_participatieplaats: Datum,
    kans_op_werk_is_vergroot: bool,
    einde_participatieplaats_zonder_vooruitgang: AantalMaanden,
    aantal_maanden_eerder_onbeloond_werk: AantalMaanden,
    duur_participatieplaats: AantalMaanden,
    aantal_verlengingen_participatieplaats: Aantal,
    verlenging_participatieplaats: AantalMaanden,
) -> Datum:
    """The first day after it: after twelve months when nine brought nothing, else after two years, and a year more for
    each extension.
    """
    if begin_participatieplaats > peildatum:
        return geen("De participatieplaats is op de peildatum nog niet begonnen.", "Participatiewet 10a lid 1")
    if peildatum >= beoordelingsdatum_participatieplaats and not kans_op_werk_is_vergroot:
        return maanden_later(begin_participatieplaats, einde_participatieplaats_zonder_vooruitgang)
    gewoon = duur_participatieplaats - aantal_maanden_eerder_onbeloond_werk
    verlengd = aantal_verlengingen_participatieplaats * verlenging_participatieplaats
    return maanden_later(begin_participatieplaats, max(0, gewoon) + verlengd)


@regel("Participatiewet 10a lid 9 en 10")
def aantal_verlengingen_participatieplaats(
    verlenging_derde_jaar_verbetert_kans: bool,
    derde_jaar_in_andere_omgeving: bool,
    begin_participatieplaats: Datum,
    peildatum: Datum,
    duur_participatieplaats: AantalMaanden,
    verlenging_participatieplaats: AantalMaanden,
    verlenging_vierde_jaar_verbetert_kans: bool,
) -> Aantal:
    """How often the two years are extended by one: once for other work in another environment, and then once more.
    Asked in the last year before each end.
    """
    maanden = volle_maanden(begin_participatieplaats, max(begin_participatieplaats, peildatum))
    if maanden < duur_participatieplaats - verlenging_participatieplaats:
        return 0
    if not derde_jaar_in_andere_omgeving or not verlenging_derde_jaar_verbetert_kans:
        return 0
    if maanden < duur_participatieplaats:
        return 1
    return 2 if verlenging_vierde_jaar_verbetert_kans else 1


@regel("Participatiewet 10a lid 5")
def moet_scholing_aanbieden(
    heeft_startkwalificatie: bool,
    begin_participatieplaats: Datum,
    peildatum: Datum,
    scholing_na_begin_participatieplaats: AantalMaanden,
    scholing_participatieplaats_gaat_krachten_te_boven: bool,
    scholing_participatieplaats_vergroot_kans: bool,
) -> bool:
    """After six months who has no startkwalificatie is offered schooling, unless that is beyond him or of no use."""
    if heeft_startkwalificatie:
        return False
    if peildatum < maanden_later(begin_participatieplaats, scholing_na_begin_participatieplaats):
        return False
    return scholing_participatieplaats_vergroot_kans and not scholing_participatieplaats_gaat_krachten_te_boven


@regel("Participatiewet 10a lid 6")
def aantal_premies_participatieplaats(
    begin_participatieplaats: Datum,
    peildatum: Datum,
    einddatum_participatieplaats: Datum,
    premie_na_maanden: AantalMaanden,
) -> Aantal:
    """How many periods of six months have been worked, until it ended; for each there is a premie when he cooperated
    enough.
    """
    if begin_participatieplaats >= peildatum:
        return 0
    gewerkt = volle_maanden(begin_participatieplaats, min(peildatum, einddatum_participatieplaats))
    return rond_omlaag_op_helen(gewerkt / premie_na_maanden)


@regel("Participatiewet 10a lid 6")
def premie_over_laatste_halfjaar(
    aantal_premies_participatieplaats: Aantal,
    heeft_voldoende_meegewerkt: bool,
    premie_participatieplaats_bedrag: Geld,
) -> Geld:
    """The premie over the last whole period of six months: the amount of the ordinance, when he cooperated enough. Of
    an earlier period one asks on a day before the next was full.
    """
    if aantal_premies_participatieplaats == 0 or not heeft_voldoende_meegewerkt:
        return 0
    return premie_participatieplaats_bedrag
