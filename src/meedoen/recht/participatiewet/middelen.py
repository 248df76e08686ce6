"""From norm to payout: income, vermogen, the bijstand and the holiday allowance in it. Participatiewet art. 19, 31
to 34, 45.

Thin on purpose: income is stated after exemptions, and vermogen is tested as stated.
"""

from meedoen.recht.engine import Aantal, Geld, GeldPerMaand, Jaren, Partner, Verhouding, regel, rond_op_centen


@regel("Participatiewet 5 onderdeel c, 19 lid 1")
def bijstandsnorm_per_maand(norm_per_maand: GeldPerMaand, heeft_partner: bool, partner: Partner) -> GeldPerMaand:
    """The norm of the single person or of the couple: the norms of the spouses who have a right, together."""
    if heeft_partner and partner.heeft_recht_op_algemene_bijstand:
        return norm_per_maand + partner.norm_per_maand
    return norm_per_maand


@regel("Participatiewet 32 lid 3")
def inkomen_van_niet_rechthebbende_echtgenoot_per_maand(
    norm_per_maand: GeldPerMaand,
    inkomen_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
    leeftijd: Jaren,
    is_kostendelersnorm_van_toepassing: bool,
    norm_gehuwden_vanaf_21_per_maand: GeldPerMaand,
    vergelijkingsnorm_bij_inkomen_van_echtgenoot_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The income of a spouse without a right counts only as far as the two incomes, with the bijstand that there
    would be without his, exceed the norm for a couple.
    """
    if not heeft_partner:
        return 0
    if leeftijd < 21 or is_kostendelersnorm_van_toepassing:
        grens = vergelijkingsnorm_bij_inkomen_van_echtgenoot_per_maand
    else:
        grens = norm_gehuwden_vanaf_21_per_maand
    bijstand = max(0, norm_per_maand - inkomen_per_maand)
    boven_de_norm = inkomen_per_maand + partner.inkomen_per_maand + bijstand - grens
    return max(0, min(partner.inkomen_per_maand, boven_de_norm))


@regel(
    "Participatiewet 32 lid 3",
    geverifieerd=False,
    waarom="de wet zegt niet welke norm voor gehuwden telt onder 21 of met kostendelers; hier die van artikel 21 of 22",
)
def vergelijkingsnorm_bij_inkomen_van_echtgenoot_per_maand(
    norm_gehuwden_vanaf_21_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The norm for a couple with which the incomes are compared when he is under 21 or others share the costs."""
    return norm_gehuwden_vanaf_21_per_maand


@regel("Participatiewet 19 lid 1 onderdeel a, 31 en 32")
def in_aanmerking_te_nemen_inkomen_per_maand(
    inkomen_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
    inkomen_van_niet_rechthebbende_echtgenoot_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The income of the single person or of both spouses, as stated: net, with holiday allowance, after exemptions."""
    if not heeft_partner:
        return inkomen_per_maand
    if partner.heeft_recht_op_algemene_bijstand:
        return inkomen_per_maand + partner.inkomen_per_maand
    return inkomen_per_maand + inkomen_van_niet_rechthebbende_echtgenoot_per_maand


@regel("Participatiewet 34 lid 3")
def vermogensgrens(
    heeft_partner: bool,
    heeft_ten_laste_komende_kinderen: bool,
    vermogensgrens_alleenstaande: Geld,
    vermogensgrens_alleenstaande_ouder: Geld,
    vermogensgrens_gehuwden: Geld,
) -> Geld:
    """The limit for a couple together, for a single parent, or for a single person."""
    if heeft_partner:
        return vermogensgrens_gehuwden
    return vermogensgrens_alleenstaande_ouder if heeft_ten_laste_komende_kinderen else vermogensgrens_alleenstaande


@regel("Participatiewet 34 lid 1 onderdeel a")
def gezamenlijk_vermogen(vermogen: Geld, heeft_partner: bool, partner: Partner) -> Geld:
    """The vermogen of the single person, or of the two spouses together, debts subtracted."""
    return vermogen + partner.vermogen if heeft_partner else vermogen


@regel(
    "Participatiewet 34 lid 2 onderdeel b en lid 4 (oud)",
    tot="2026-01-01",
    geverifieerd=False,
    waarom="het opgegeven vermogen is getoetst aan de hele grens; wat daarvan al was gebruikt (lid 4) is niet bekend",
)
def heeft_in_aanmerking_te_nemen_vermogen__2015(gezamenlijk_vermogen: Geld, vermogensgrens: Geld) -> bool:
    """Until 2026: the vermogen at the start of the bijstand beyond the limit counts; the headroom then shrinks as
    it is used.
    """
    return gezamenlijk_vermogen > vermogensgrens


@regel("Participatiewet 34 lid 2 onderdeel b", vanaf="2026-01-01")
def heeft_in_aanmerking_te_nemen_vermogen__2026(gezamenlijk_vermogen: Geld, vermogensgrens: Geld) -> bool:
    """Since 2026: the vermogen that is there now counts as far as it exceeds the limit."""
    return gezamenlijk_vermogen > vermogensgrens


@regel("Participatiewet 19 lid 1 en 2")
def algemene_bijstand_per_maand(
    bijstandsnorm_per_maand: GeldPerMaand,
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    heeft_in_aanmerking_te_nemen_vermogen: bool,
) -> GeldPerMaand:
    """The bijstand of the single person or the couple, with holiday allowance: the norm minus the income. Nothing
    when the income reaches the norm, or when there is vermogen that counts.
    """
    if bijstandsnorm_per_maand <= in_aanmerking_te_nemen_inkomen_per_maand or heeft_in_aanmerking_te_nemen_vermogen:
        return 0
    return bijstandsnorm_per_maand - in_aanmerking_te_nemen_inkomen_per_maand


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
def uitbetaling_van_gezin_per_maand(
    algemene_bijstand_per_maand: GeldPerMaand,
    verhoging_inrichting_van_gezin_per_maand: GeldPerMaand,
    verhoging_buiten_vakantietoeslag_per_maand: GeldPerMaand,
    vakantietoeslag_in_bijstand: Verhouding,
) -> GeldPerMaand:
    """What is paid each month to the single person or the couple: 95 % of the bijstand, rounded to the cent, half
    up. The holiday allowance is the remainder, so that the two add up to the bijstand.
    """
    if verhoging_inrichting_van_gezin_per_maand == 0:
        return rond_op_centen((1 - vakantietoeslag_in_bijstand) * algemene_bijstand_per_maand)
    buiten = verhoging_buiten_vakantietoeslag_per_maand
    return rond_op_centen((1 - vakantietoeslag_in_bijstand) * (algemene_bijstand_per_maand - buiten) + buiten)


@regel("Participatiewet 45 lid 4")
def uitbetaling_per_maand(
    uitbetaling_van_gezin_per_maand: GeldPerMaand, volgnummer: Aantal, heeft_partner: bool, partner: Partner
) -> GeldPerMaand:
    """The monthly payout to this person: of a couple half each, the spouse who is named first the odd cent; of a
    couple in which only one has a right, he has all of it.
    """
    if not heeft_partner or not partner.heeft_recht_op_algemene_bijstand:
        return uitbetaling_van_gezin_per_maand
    helft = rond_op_centen(uitbetaling_van_gezin_per_maand / 2)
    return helft if volgnummer < partner.volgnummer else uitbetaling_van_gezin_per_maand - helft


@regel("Participatiewet 19 lid 3, 45 lid 1 en 4")
def vakantietoeslag_per_maand(
    algemene_bijstand_per_maand: GeldPerMaand,
    uitbetaling_van_gezin_per_maand: GeldPerMaand,
    volgnummer: Aantal,
    heeft_partner: bool,
    partner: Partner,
) -> GeldPerMaand:
    """The holiday allowance that this person builds up in the month: what of the bijstand is not paid at once."""
    rest = algemene_bijstand_per_maand - uitbetaling_van_gezin_per_maand
    if not heeft_partner or not partner.heeft_recht_op_algemene_bijstand:
        return rest
    helft = rond_op_centen(rest / 2)
    return helft if volgnummer < partner.volgnummer else rest - helft
