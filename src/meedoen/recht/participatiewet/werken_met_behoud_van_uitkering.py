"""Working with benefit in a normal workplace, within the frame that the municipality sets. Participatiewet art. 7, 8a.

The law knows the provision and leaves its length to the municipality; article 10a limits only additional work. The
Kadernota of the Drentsche Aa (seed 002) is the stricter frame: a concrete prospect of a paid job, 3 + 3 months.
"""

from meedoen.recht.engine import AantalMaanden, Datum, geen, maanden_later, regel


@regel("Participatiewet 7 lid 1 onderdeel a en 8a lid 1 onderdeel a")
def uiterste_einddatum_werken_met_behoud_van_uitkering(
    begin_werken_met_behoud_van_uitkering: Datum,
    behoud_van_uitkering_eerste_periode: AantalMaanden,
    behoud_van_uitkering_verlenging: AantalMaanden,
) -> Datum:
    """The first day after the first period and the longest extension."""
    maanden = behoud_van_uitkering_eerste_periode + behoud_van_uitkering_verlenging
    return maanden_later(begin_werken_met_behoud_van_uitkering, maanden)


@regel("Participatiewet 7 lid 1 onderdeel a en 8a lid 1 onderdeel a")
def einddatum_werken_met_behoud_van_uitkering(
    begin_werken_met_behoud_van_uitkering: Datum,
    behoud_van_uitkering_eerste_periode: AantalMaanden,
    is_werken_met_behoud_verlengd: bool,
    uiterste_einddatum_werken_met_behoud_van_uitkering: Datum,
) -> Datum:
    """The first day after it: after the first period, or after the extension that was given."""
    if is_werken_met_behoud_verlengd:
        return uiterste_einddatum_werken_met_behoud_van_uitkering
    return maanden_later(begin_werken_met_behoud_van_uitkering, behoud_van_uitkering_eerste_periode)


@regel("Participatiewet 7 lid 1 onderdeel a en 8a lid 1 onderdeel a")
def mag_werken_met_behoud_van_uitkering(
    is_niet_uitkeringsgerechtigde: bool,
    begin_werken_met_behoud_van_uitkering: Datum,
    peildatum: Datum,
    einddatum_werken_met_behoud_van_uitkering: Datum,
    behoud_van_uitkering_vereist_perspectief: bool,
    concreet_perspectief_op_betaalde_baan: bool,
    verdringt_reguliere_arbeid: bool,
) -> bool:
    """On the reference date: within the term, with a concrete prospect where the municipality asks for it, and without
    displacing paid work. Who has no benefit has none to keep.
    """
    if is_niet_uitkeringsgerechtigde:
        return False
    if begin_werken_met_behoud_van_uitkering > peildatum:
        return geen("Het werk is op de peildatum nog niet begonnen.", "Participatiewet 7 lid 1 onderdeel a")
    if peildatum >= einddatum_werken_met_behoud_van_uitkering:
        return False
    if behoud_van_uitkering_vereist_perspectief and not concreet_perspectief_op_betaalde_baan:
        return False
    return not verdringt_reguliere_arbeid
