"""Whether a person has reached the pensioengerechtigde leeftijd."""

from meedoen.recht.engine import AantalMaanden, Datum, regel, volle_maanden


@regel("AOW 7a lid 1", op={"pensioengerechtigde_leeftijd": "geboortedatum"})
def is_pensioengerechtigd(
    geboortedatum: Datum,
    peildatum: Datum,
    laagste_pensioengerechtigde_leeftijd: AantalMaanden,
    pensioengerechtigde_leeftijd: AantalMaanden,
) -> bool:
    """The age is fixed per calendar year, so in effect per date of birth; who has reached it keeps it when it rises
    later.

    Below the lowest age there has ever been, the date of birth need not be looked up.
    """
    maanden = volle_maanden(geboortedatum, peildatum)
    if maanden < laagste_pensioengerechtigde_leeftijd:
        return False
    return maanden >= pensioengerechtigde_leeftijd
