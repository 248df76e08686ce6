"""Two to six months of unpaid work with an employer who means to hire. Participatiewet art. 6 lid 1 h, 8a lid 2 d."""

from meedoen.recht.engine import AantalMaanden, Datum, geen, maanden_later, regel


@regel("Participatiewet 8a lid 2 onderdeel d", vanaf="2023-07-01")
def einddatum_proefplaats(
    begin_proefplaats: Datum,
    duur_proefplaats: AantalMaanden,
    maanden_verlenging_proefplaats: AantalMaanden,
    verlenging_proefplaats: AantalMaanden,
) -> Datum:
    """The first day after it: two months, and at most four months of extension."""
    verlengd = min(maanden_verlenging_proefplaats, verlenging_proefplaats)
    return maanden_later(begin_proefplaats, duur_proefplaats + verlengd)


@regel("Participatiewet 6 lid 1 onderdeel h en 8a lid 2 onderdeel d", vanaf="2023-07-01")
def mag_proefplaats(
    begin_proefplaats: Datum,
    peildatum: Datum,
    einddatum_proefplaats: Datum,
    ontvangt_algemene_bijstand: bool,
    college_geeft_toestemming_proefplaats: bool,
) -> bool:
    """On the reference date: within the term, for someone with algemene bijstand, with permission of the college."""
    if begin_proefplaats > peildatum:
        return geen("De proefplaats is op de peildatum nog niet begonnen.", "Participatiewet 8a lid 2 onderdeel d")
    if peildatum >= einddatum_proefplaats or not ontvangt_algemene_bijstand:
        return False
    return college_geeft_toestemming_proefplaats
