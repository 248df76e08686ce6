"""When the subsidy can be asked for, when it must be decided, and when the loonwaarde is set anew.

Participatiewet 10c and 10d. A term that ends on a Saturday, a Sunday or a public holiday runs on until the next working
day (Algemene termijnenwet 1); that is not counted here.
"""

from meedoen.recht.engine import (
    AantalWeken,
    Datum,
    Keuze,
    dagen_later,
    geen,
    jaren_later,
    maanden_later,
    regel,
    weken_later,
)


@regel("Participatiewet 10c lid 1 onderdeel a en lid 2", tot="2026-01-01")
def mag_vaststelling_doelgroep_aanvragen__2015(
    valt_onder_artikel_7: bool,
    vroeg_eerder_vaststelling_doelgroep: bool,
    vorige_aanvraag_vaststelling_op: Datum,
    peildatum: Datum,
) -> bool:
    """Whoever the college supports may ask whether he is in the doelgroep, once in twelve months."""
    if not valt_onder_artikel_7:
        return False
    return not vroeg_eerder_vaststelling_doelgroep or maanden_later(vorige_aanvraag_vaststelling_op, 12) <= peildatum


@regel("Participatiewet 10c lid 1 onderdeel a en lid 2", vanaf="2026-01-01")
def mag_vaststelling_doelgroep_aanvragen__2026(
    valt_onder_artikel_7: bool,
    valt_onder_artikel_7a: bool,
    vroeg_eerder_vaststelling_doelgroep: bool,
    vorige_aanvraag_vaststelling_op: Datum,
    peildatum: Datum,
) -> bool:
    """As before; since 2026 also whoever is supported by article 7a."""
    if not (valt_onder_artikel_7 or valt_onder_artikel_7a):
        return False
    return not vroeg_eerder_vaststelling_doelgroep or maanden_later(vorige_aanvraag_vaststelling_op, 12) <= peildatum


@regel("Participatiewet 10d lid 1 (oud)", tot="2017-02-01")
def uiterste_datum_aanvraag_loonkostensubsidie__2015(begin_dienstbetrekking: Datum) -> Datum:
    """The subsidy is for an employer who intends to hire: until the day before the job begins."""
    return dagen_later(begin_dienstbetrekking, -1)


@regel("Participatiewet 10d lid 1 en 2", vanaf="2017-02-01", tot="2023-07-01")
def uiterste_datum_aanvraag_loonkostensubsidie__2017(
    is_persoon_artikel_10d_lid_2: bool, begin_dienstbetrekking: Datum
) -> Datum:
    """As before; for whoever came from one of three schools the law had no last day."""
    if is_persoon_artikel_10d_lid_2:
        return geen("Voor schoolverlaters noemde de wet geen laatste dag.", "Participatiewet 10d lid 2 (2017-2023)")
    return dagen_later(begin_dienstbetrekking, -1)


@regel("Participatiewet 10d lid 1 en 2", vanaf="2023-07-01")
def uiterste_datum_aanvraag_loonkostensubsidie__2023(
    is_persoon_artikel_10d_lid_2: bool, begin_dienstbetrekking: Datum
) -> Datum:
    """The day before the job begins; within six months after it for whoever was at such a school, or was supported
    by the college, in the six months before.
    """
    if is_persoon_artikel_10d_lid_2:
        return maanden_later(begin_dienstbetrekking, 6)
    return dagen_later(begin_dienstbetrekking, -1)


@regel("Participatiewet 10d lid 1 (oud)", tot="2017-02-01")
def mag_loonkostensubsidie_aanvragen__2015(
    aanvrager_loonkostensubsidie: Keuze, begin_dienstbetrekking: Datum, peildatum: Datum
) -> bool:
    """Can it be asked for on the reference date? By an employer who intends to hire; the person is not named."""
    return aanvrager_loonkostensubsidie != "werknemer" and peildatum < begin_dienstbetrekking


@regel("Participatiewet 10d lid 1 en 2", vanaf="2017-02-01", tot="2023-07-01")
def mag_loonkostensubsidie_aanvragen__2017(
    aanvrager_loonkostensubsidie: Keuze,
    begin_dienstbetrekking: Datum,
    peildatum: Datum,
    is_persoon_artikel_10d_lid_2: bool,
) -> bool:
    """By an employer who intends to hire, or who already hired a school leaver."""
    if aanvrager_loonkostensubsidie == "werknemer":
        return False
    return peildatum < begin_dienstbetrekking or is_persoon_artikel_10d_lid_2


@regel("Participatiewet 10d lid 1 en 2", vanaf="2023-07-01")
def mag_loonkostensubsidie_aanvragen__2023(
    aanvrager_loonkostensubsidie: Keuze,
    begin_dienstbetrekking: Datum,
    peildatum: Datum,
    is_persoon_artikel_10d_lid_2: bool,
) -> bool:
    """Before the job begins by employer or person, or ex officio; within six months after it by employer or employee
    for the persons of lid 2.
    """
    if peildatum < begin_dienstbetrekking:
        return True
    if aanvrager_loonkostensubsidie == "college" or not is_persoon_artikel_10d_lid_2:
        return False
    return peildatum <= maanden_later(begin_dienstbetrekking, 6)


@regel("Participatiewet 10d (tot juli 2023)", tot="2023-07-01")
def uiterste_datum_besluit_loonkostensubsidie__2015() -> Datum:
    """Until July 2023 this article had no term for the decision."""
    return geen("Tot juli 2023 noemde artikel 10d geen termijn voor het besluit.", "Participatiewet 10d lid 12")


@regel("Participatiewet 10d lid 12", vanaf="2023-07-01")
def uiterste_datum_besluit_loonkostensubsidie__2023(
    loonwaarde_vastgesteld_op: Datum, beslistermijn_loonkostensubsidie: AantalWeken
) -> Datum:
    """The decision is taken within five weeks after the loonwaarde was set, or it was settled that it need not be."""
    return weken_later(loonwaarde_vastgesteld_op, beslistermijn_loonkostensubsidie)


@regel(
    "Participatiewet 10d lid 5 (oud)",
    tot="2017-02-01",
    geverifieerd=False,
    waarom="de wet zei jaarlijks en eenmaal in de drie jaar, zonder te zeggen vanaf welke dag; hier telt de vorige "
    "vaststelling",
)
def herzieningsdatum_loonwaarde__2015(loonwaarde_vastgesteld_op: Datum, werkt_in_beschut_werk: bool) -> Datum:
    """The loonwaarde was set anew every year, and once in three years in beschut werk."""
    return jaren_later(loonwaarde_vastgesteld_op, 3 if werkt_in_beschut_werk else 1)


@regel("Participatiewet 10d lid 6", vanaf="2017-02-01")
def herzieningsdatum_loonwaarde__2017(afgesproken_herzieningsdatum_loonwaarde: Datum) -> Datum:
    """Since February 2017 the college sets the day, together with the person and the employer: there is no term."""
    return afgesproken_herzieningsdatum_loonwaarde


@regel("Participatiewet 10d lid 3 (oud)", tot="2017-02-01")
def laatste_dag_onbeloond_proefwerk__2015(
    is_doelgroep_loonkostensubsidie: bool, begin_onbeloond_proefwerk: Datum
) -> Datum:
    """Unpaid work to find the loonwaarde, at most three months."""
    if not is_doelgroep_loonkostensubsidie:
        return geen(
            "Onbeloond proefwerk was alleen voor de doelgroep loonkostensubsidie.", "Participatiewet 10d lid 3 (oud)"
        )
    return dagen_later(maanden_later(begin_onbeloond_proefwerk, 3), -1)


@regel("Participatiewet 10d (sinds februari 2017)", vanaf="2017-02-01")
def laatste_dag_onbeloond_proefwerk__2017() -> Datum:
    """Since February 2017 the article knows no unpaid work to find the loonwaarde."""
    return geen(
        "Onbeloond proefwerk voor de loonwaarde bestaat niet meer; zie de proefplaats.",
        "Participatiewet 10d lid 3 (tot februari 2017)",
    )
