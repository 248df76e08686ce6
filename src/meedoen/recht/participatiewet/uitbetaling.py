"""The payout: part of a month, 95 %, to whom, and the holiday allowance. Participatiewet art. 19 lid 3 and 45."""

from meedoen.recht.engine import (
    Aantal,
    AantalDagen,
    Datum,
    Geld,
    GeldPerMaand,
    Keuze,
    Lijst,
    Partner,
    Verhouding,
    begin_van_de_maand,
    begin_van_het_jaar,
    dagen_later,
    dagen_tussen,
    geen,
    jaren_later,
    maanden_later,
    regel,
    rond_op_centen,
)


@regel("Participatiewet 45 lid 3")
def aantal_dagen_van_de_maand(peildatum: Datum, deler_deel_van_maand: Keuze) -> AantalDagen:
    """The days by which a month is divided: its calendar days or thirty, as the college chose."""
    if deler_deel_van_maand == "30":
        return 30
    begin = begin_van_de_maand(peildatum)
    return dagen_tussen(begin, maanden_later(begin, 1))


@regel("Participatiewet 45 lid 3")
def aantal_dagen_met_recht(
    eerste_dag_met_recht: Datum, laatste_dag_met_recht: Datum, peildatum: Datum, aantal_dagen_van_de_maand: AantalDagen
) -> AantalDagen:
    """The days of the month with a right to bijstand, first and last included, at most those of a whole month."""
    begin = begin_van_de_maand(peildatum)
    if begin_van_de_maand(eerste_dag_met_recht) != begin or begin_van_de_maand(laatste_dag_met_recht) != begin:
        return geen(
            "De eerste en de laatste dag met recht liggen niet in de maand van de peildatum.", "Participatiewet 45"
        )
    if laatste_dag_met_recht < eerste_dag_met_recht:
        return geen("De laatste dag met recht ligt voor de eerste.", "Participatiewet 45 lid 3")
    return min(dagen_tussen(eerste_dag_met_recht, laatste_dag_met_recht) + 1, aantal_dagen_van_de_maand)


@regel("Participatiewet 45 lid 1 en 3")
def vastgestelde_bijstand_per_maand(
    algemene_bijstand_per_maand: GeldPerMaand,
    is_deel_van_een_maand: bool,
    heeft_partner: bool,
    partner: Partner,
    aantal_dagen_met_recht: AantalDagen,
    aantal_dagen_van_de_maand: AantalDagen,
) -> GeldPerMaand:
    """The bijstand of the calendar month, or of the part of it with a right: in proportion to the days, to the cent,
    half up. The income that was stated is that of the whole month, and counts in the same proportion.
    """
    is_deel = is_deel_van_een_maand or (heeft_partner and partner.is_deel_van_een_maand)
    if algemene_bijstand_per_maand == 0 or not is_deel:
        return algemene_bijstand_per_maand
    return rond_op_centen(algemene_bijstand_per_maand * aantal_dagen_met_recht / aantal_dagen_van_de_maand)


@regel(
    "Participatiewet 19 lid 3, 23 lid 2",
    geverifieerd=False,
    waarom="gemeenten verschillen: de Normenbrief rekent 5 procent ook over deze verhoging, sommige niet",
)
def verhoging_buiten_vakantietoeslag_per_maand(
    verhoging_inrichting_zonder_vakantietoeslag: bool,
    heeft_partner: bool,
    partner: Partner,
    verhoging_inrichting_van_gezin_per_maand: GeldPerMaand,
    algemene_bijstand_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What is paid of the increase in an institution without keeping 5 % of it back: nothing, unless the
    municipality chose so; the SZW Normenbrief of January 2026 counts the increase in.
    """
    is_gekozen_bij_partner = heeft_partner and partner.verhoging_inrichting_zonder_vakantietoeslag
    if not verhoging_inrichting_zonder_vakantietoeslag and not is_gekozen_bij_partner:
        return 0
    return min(verhoging_inrichting_van_gezin_per_maand, algemene_bijstand_per_maand)


@regel("Participatiewet 19 lid 3, 45 lid 1")
def uitbetaling_over_hele_maand_per_maand(
    algemene_bijstand_per_maand: GeldPerMaand,
    verhoging_inrichting_van_gezin_per_maand: GeldPerMaand,
    verhoging_buiten_vakantietoeslag_per_maand: GeldPerMaand,
    vakantietoeslag_in_bijstand: Verhouding,
) -> GeldPerMaand:
    """95 % of the bijstand of a whole month, before rounding; of what is kept out of the allowance all of it."""
    if verhoging_inrichting_van_gezin_per_maand == 0:
        return (1 - vakantietoeslag_in_bijstand) * algemene_bijstand_per_maand
    buiten = verhoging_buiten_vakantietoeslag_per_maand
    return (1 - vakantietoeslag_in_bijstand) * (algemene_bijstand_per_maand - buiten) + buiten


@regel("Participatiewet 19 lid 3, 45 lid 1 en 3")
def uitbetaling_van_gezin_per_maand(
    uitbetaling_over_hele_maand_per_maand: GeldPerMaand,
    is_deel_van_een_maand: bool,
    heeft_partner: bool,
    partner: Partner,
    aantal_dagen_met_recht: AantalDagen,
    aantal_dagen_van_de_maand: AantalDagen,
) -> GeldPerMaand:
    """What is paid each month to the single person or the couple: 95 % of the bijstand, rounded to the cent, half
    up. The holiday allowance is the remainder, so that the two add up to the bijstand.
    """
    is_deel = is_deel_van_een_maand or (heeft_partner and partner.is_deel_van_een_maand)
    if uitbetaling_over_hele_maand_per_maand == 0 or not is_deel:
        return rond_op_centen(uitbetaling_over_hele_maand_per_maand)
    return rond_op_centen(uitbetaling_over_hele_maand_per_maand * aantal_dagen_met_recht / aantal_dagen_van_de_maand)


@regel("Participatiewet 45 lid 4")
def uitbetaling_per_maand(
    uitbetaling_van_gezin_per_maand: GeldPerMaand,
    volgnummer: Aantal,
    heeft_partner: bool,
    partner: Partner,
    ontvangt_uitbetaling_voor_beiden: bool,
) -> GeldPerMaand:
    """The monthly payout to this person: of a couple half each, the spouse who is named first the odd cent; on
    their joint request all of it to one; of a couple in which only one has a right, he has all of it.
    """
    if not heeft_partner or not partner.heeft_recht_op_algemene_bijstand:
        return uitbetaling_van_gezin_per_maand
    if ontvangt_uitbetaling_voor_beiden and partner.ontvangt_uitbetaling_voor_beiden:
        return geen(
            "Van beide echtgenoten is gezegd dat zij alles ontvangen; het kan er maar een zijn.", "Participatiewet 45"
        )
    if ontvangt_uitbetaling_voor_beiden:
        return uitbetaling_van_gezin_per_maand
    if partner.ontvangt_uitbetaling_voor_beiden:
        return 0
    helft = rond_op_centen(uitbetaling_van_gezin_per_maand / 2)
    return helft if volgnummer < partner.volgnummer else uitbetaling_van_gezin_per_maand - helft


@regel("Participatiewet 19 lid 3, 45 lid 1 en 4")
def vakantietoeslag_per_maand(
    vastgestelde_bijstand_per_maand: GeldPerMaand,
    uitbetaling_van_gezin_per_maand: GeldPerMaand,
    volgnummer: Aantal,
    heeft_partner: bool,
    partner: Partner,
    ontvangt_uitbetaling_voor_beiden: bool,
) -> GeldPerMaand:
    """The holiday allowance that this person builds up in the month: what of the bijstand is not paid at once."""
    rest = vastgestelde_bijstand_per_maand - uitbetaling_van_gezin_per_maand
    if not heeft_partner or not partner.heeft_recht_op_algemene_bijstand:
        return rest
    if ontvangt_uitbetaling_voor_beiden and partner.ontvangt_uitbetaling_voor_beiden:
        return geen(
            "Van beide echtgenoten is gezegd dat zij alles ontvangen; het kan er maar een zijn.", "Participatiewet 45"
        )
    if ontvangt_uitbetaling_voor_beiden:
        return rest
    if partner.ontvangt_uitbetaling_voor_beiden:
        return 0
    helft = rond_op_centen(rest / 2)
    return helft if volgnummer < partner.volgnummer else rest - helft


@regel("Participatiewet 45 lid 1")
def vakantietoeslag_te_betalen_in_deze_maand(
    opgebouwde_vakantietoeslag: Lijst,
    bijstand_is_beeindigd: bool,
    peildatum: Datum,
    maand_van_betaling_vakantietoeslag: Keuze,
) -> Geld:
    """The holiday allowance that is due this month: in June over the twelve months before June, or in May when the
    municipality establishes it then; after the end of the bijstand all that was not paid yet.
    """
    if bijstand_is_beeindigd:
        return sum(maand.bedrag for maand in opgebouwde_vakantietoeslag if not maand.is_betaald)
    juni = maanden_later(begin_van_het_jaar(peildatum), 5)
    betaalmaand = maanden_later(juni, -1) if maand_van_betaling_vakantietoeslag == "mei" else juni
    if begin_van_de_maand(peildatum) != betaalmaand:
        return 0
    vorige_juni = jaren_later(juni, -1)
    return sum(
        maand.bedrag
        for maand in opgebouwde_vakantietoeslag
        if not maand.is_betaald and maand.maand >= vorige_juni and maand.maand < juni
    )


@regel("Participatiewet 45 lid 1")
def uiterste_betaaldatum_vakantietoeslag(bijstand_is_beeindigd: bool, bijstand_beeindigd_op: Datum) -> Datum:
    """The last day on which the holiday allowance is paid after the bijstand ended: of the third month after it."""
    if not bijstand_is_beeindigd:
        return geen("De bijstand loopt nog; de vakantietoeslag wordt jaarlijks betaald.", "Participatiewet 45 lid 1")
    return dagen_later(maanden_later(begin_van_de_maand(bijstand_beeindigd_op), 4), -1)
