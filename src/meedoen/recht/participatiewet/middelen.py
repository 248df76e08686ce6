"""From norm to bijstand: the norm and its lowering, income and vermogen. Participatiewet art. 19, 27, 28 and 32.

The income of one person is in `inkomen.py`, the vermogen in `vermogen.py`, the payout in `uitbetaling.py`.
"""

from meedoen.recht.engine import (
    Datum,
    GeldPerMaand,
    Jaren,
    Keuze,
    Partner,
    Verhouding,
    geen,
    maanden_later,
    regel,
    rond_op_centen,
)


@regel("Participatiewet 20 tot en met 24")
def norm_van_gezin_per_maand(norm_per_maand: GeldPerMaand, heeft_partner: bool, partner: Partner) -> GeldPerMaand:
    """The norm of the single person or of the couple: the norms of the spouses who have a right, together."""
    if heeft_partner and partner.heeft_recht_op_algemene_bijstand:
        return norm_per_maand + partner.norm_per_maand
    return norm_per_maand


@regel("Participatiewet 5 onderdeel c, 19 lid 1")
def bijstandsnorm_per_maand(
    norm_van_gezin_per_maand: GeldPerMaand, verlaging_van_de_norm_per_maand: GeldPerMaand
) -> GeldPerMaand:
    """The norm of the single person or of the couple, less what the college takes off it."""
    return norm_van_gezin_per_maand - verlaging_van_de_norm_per_maand


@regel("Participatiewet 27")
def is_norm_van_artikel_20_of_21(
    leeftijd: Jaren,
    inrichting: bool,
    is_pensioengerechtigd: bool,
    is_kostendelersnorm_van_toepassing: bool,
    heeft_partner: bool,
    partner: Partner,
    heeft_rechthebbende_echtgenoot: bool,
) -> bool:
    """Is the norm that of article 20 or 21? Those of pensioners, of who shares the costs, of who stays in an
    institution and of who has a spouse without a right are not.
    """
    if inrichting or is_kostendelersnorm_van_toepassing:
        return False
    if not heeft_partner:
        return leeftijd < 21 or not is_pensioengerechtigd
    if not heeft_rechthebbende_echtgenoot or partner.is_kostendelersnorm_van_toepassing:
        return False
    if leeftijd < 21 or partner.leeftijd < 21:
        return True
    return not is_pensioengerechtigd and not partner.is_pensioengerechtigd


@regel("Participatiewet 28")
def is_schoolverlater_binnen_zes_maanden(
    is_schoolverlater: bool, onderwijs_beeindigd_op: Datum, peildatum: Datum
) -> bool:
    """Did this person stop, less than six months ago, with education for which there was student finance?"""
    if not is_schoolverlater:
        return False
    return onderwijs_beeindigd_op <= peildatum and peildatum < maanden_later(onderwijs_beeindigd_op, 6)


@regel("Participatiewet 27")
def percentage_verlaging_woonsituatie(
    heeft_geen_woonkosten: bool,
    houdt_geen_woning_aan: bool,
    heeft_partner: bool,
    partner: Partner,
    is_norm_van_artikel_20_of_21: bool,
    verlaging_zonder_woonkosten: Verhouding,
    verlaging_zonder_woning: Verhouding,
) -> Verhouding:
    """The percentage by which the college lowers the norm for who has no dwelling, or no housing costs."""
    is_zonder_woning = houdt_geen_woning_aan or (heeft_partner and partner.houdt_geen_woning_aan)
    is_zonder_kosten = heeft_geen_woonkosten or (heeft_partner and partner.heeft_geen_woonkosten)
    if not is_zonder_woning and not is_zonder_kosten:
        return 0
    if not is_norm_van_artikel_20_of_21:
        return 0
    return verlaging_zonder_woning if is_zonder_woning else verlaging_zonder_woonkosten


@regel("Participatiewet 28")
def percentage_verlaging_schoolverlater(
    is_schoolverlater_binnen_zes_maanden: bool,
    heeft_partner: bool,
    partner: Partner,
    verlaging_schoolverlater: Verhouding,
) -> Verhouding:
    """The percentage by which the college lowers the norm for who left school less than six months ago."""
    is_partner_schoolverlater = heeft_partner and partner.is_schoolverlater_binnen_zes_maanden
    return verlaging_schoolverlater if is_schoolverlater_binnen_zes_maanden or is_partner_schoolverlater else 0


@regel("Participatiewet 27 en 28")
def verlaging_van_de_norm_per_maand(
    percentage_verlaging_woonsituatie: Verhouding,
    percentage_verlaging_schoolverlater: Verhouding,
    norm_van_gezin_per_maand: GeldPerMaand,
    norm_gehuwden: GeldPerMaand,
    grondslag_verlaging: Keuze,
    verlagingen_samen: Keuze,
) -> GeldPerMaand:
    """What the college takes off the norm of the single person or the couple: a percentage of that norm or of the
    norm for a couple, as the college chose, to the cent and never more than the norm.
    """
    woning = percentage_verlaging_woonsituatie
    school = percentage_verlaging_schoolverlater
    if woning == 0 and school == 0:
        return 0
    deel = max(woning, school)
    if woning > 0 and school > 0 and verlagingen_samen == "bij elkaar opgeteld":
        deel = woning + school
    grondslag = norm_gehuwden if grondslag_verlaging == "de norm voor gehuwden" else norm_van_gezin_per_maand
    return rond_op_centen(min(norm_van_gezin_per_maand, deel * grondslag))


@regel("Participatiewet 32 lid 3 en 4")
def inkomen_van_niet_rechthebbende_echtgenoot_per_maand(
    bijstandsnorm_per_maand: GeldPerMaand,
    eigen_inkomen_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
    leeftijd: Jaren,
    is_kostendelersnorm_van_toepassing: bool,
    norm_gehuwden_vanaf_21_per_maand: GeldPerMaand,
    vergelijkingsnorm_bij_inkomen_van_echtgenoot_per_maand: GeldPerMaand,
    leeft_niet_duurzaam_gescheiden: bool,
) -> GeldPerMaand:
    """The income of a spouse without a right counts only as far as the two incomes, with the bijstand that there
    would be without his, exceed the norm for a couple; of spouses who live apart, but not for good, as far as his
    income exceeds the norm.
    """
    if not heeft_partner:
        return 0
    if leeft_niet_duurzaam_gescheiden or partner.leeft_niet_duurzaam_gescheiden:
        return max(0, partner.eigen_inkomen_per_maand - bijstandsnorm_per_maand)
    if leeftijd < 21 or is_kostendelersnorm_van_toepassing:
        grens = vergelijkingsnorm_bij_inkomen_van_echtgenoot_per_maand
    else:
        grens = norm_gehuwden_vanaf_21_per_maand
    bijstand = max(0, bijstandsnorm_per_maand - eigen_inkomen_per_maand)
    boven_de_norm = eigen_inkomen_per_maand + partner.eigen_inkomen_per_maand + bijstand - grens
    return max(0, min(partner.eigen_inkomen_per_maand, boven_de_norm))


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


@regel("Participatiewet 4 lid 1 onderdeel c, 19 lid 1 onderdeel a, 31 en 32")
def in_aanmerking_te_nemen_inkomen_per_maand(
    eigen_inkomen_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
    inkomen_van_niet_rechthebbende_echtgenoot_per_maand: GeldPerMaand,
    inkomen_van_kinderen_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The income of the single person or of both spouses, with that of their dependent children: net, with holiday
    allowance, after exemptions.
    """
    eigen = eigen_inkomen_per_maand + inkomen_van_kinderen_per_maand
    if not heeft_partner:
        return eigen
    if partner.heeft_recht_op_algemene_bijstand:
        return eigen + partner.eigen_inkomen_per_maand
    return eigen + inkomen_van_niet_rechthebbende_echtgenoot_per_maand


@regel("Participatiewet 19 lid 1 onderdeel a")
def heeft_inkomen_onder_de_norm(
    bijstandsnorm_per_maand: GeldPerMaand, in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand
) -> bool:
    """Is the income of the single person or the couple lower than their norm? Else there is no right to bijstand."""
    return bijstandsnorm_per_maand > in_aanmerking_te_nemen_inkomen_per_maand


@regel("Participatiewet 19 lid 1 en 2")
def bijstand_naar_de_norm_per_maand(
    heeft_inkomen_onder_de_norm: bool,
    bijstandsnorm_per_maand: GeldPerMaand,
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    heeft_in_aanmerking_te_nemen_vermogen: bool,
) -> GeldPerMaand:
    """The norm of the single person or the couple minus the income, with holiday allowance. Nothing when the income
    reaches the norm, or when there is vermogen that counts.
    """
    if not heeft_inkomen_onder_de_norm or heeft_in_aanmerking_te_nemen_vermogen:
        return 0
    return max(0, bijstandsnorm_per_maand - in_aanmerking_te_nemen_inkomen_per_maand)


@regel("Participatiewet 18 lid 1, 19 lid 2")
def algemene_bijstand_per_maand(
    heeft_inkomen_onder_de_norm: bool,
    heeft_in_aanmerking_te_nemen_vermogen: bool,
    bijstand_naar_de_norm_per_maand: GeldPerMaand,
    afstemming_aan_de_orde: bool,
    afgestemde_bijstand_per_maand: GeldPerMaand,
    heeft_partner: bool,
    partner: Partner,
) -> GeldPerMaand:
    """The bijstand of the single person or the couple, with holiday allowance: to the norm, unless the college fits it
    to their circumstances, possibilities and means. Who has no right to bijstand has nothing that can be fitted.
    """
    if not heeft_inkomen_onder_de_norm or heeft_in_aanmerking_te_nemen_vermogen:
        return 0
    if not heeft_partner or not partner.heeft_recht_op_algemene_bijstand or not partner.afstemming_aan_de_orde:
        return afgestemde_bijstand_per_maand if afstemming_aan_de_orde else bijstand_naar_de_norm_per_maand
    if afstemming_aan_de_orde and afgestemde_bijstand_per_maand != partner.afgestemde_bijstand_per_maand:
        return geen("De echtgenoten noemen elk een andere afgestemde bijstand.", "Participatiewet 18 lid 1")
    return partner.afgestemde_bijstand_per_maand
