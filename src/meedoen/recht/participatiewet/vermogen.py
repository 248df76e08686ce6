"""Vermogen: what there is, what of it counts, and the headroom until 2026. Participatiewet art. 34 and 50."""

from meedoen.recht.engine import Geld, GeldPerMaand, Lijst, Partner, regel


@regel("Participatiewet 34 lid 3")
def vermogensgrens(
    heeft_partner: bool,
    is_alleenstaande_ouder: bool,
    vermogensgrens_alleenstaande: Geld,
    vermogensgrens_alleenstaande_ouder: Geld,
    vermogensgrens_gehuwden: Geld,
) -> Geld:
    """The limit for a couple together, for a single parent, or for a single person."""
    if heeft_partner:
        return vermogensgrens_gehuwden
    return vermogensgrens_alleenstaande_ouder if is_alleenstaande_ouder else vermogensgrens_alleenstaande


@regel("Participatiewet 34 lid 1 onderdeel a en lid 2 onderdeel a, c en e")
def eigen_vermogen(bezittingen: Lijst, meetellende_andere_schadevergoeding: Geld, vermogen: Geld) -> Geld:
    """The vermogen of this person without his home: what he stated by kind, possessions minus debts, without usual
    goods, savings from bijstand and damages for immaterial harm as far as they are left out; or else the one amount
    that he stated.
    """
    if not any(bezit.waarde >= 0 for bezit in bezittingen):
        return vermogen
    telt_mee = sum(bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "geld of ander bezit")
    schuld = sum(bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "schuld")
    return telt_mee + meetellende_andere_schadevergoeding - schuld


@regel("Participatiewet 31 lid 2 onderdeel m (oud), 34 lid 2 onderdeel e", tot="2026-01-01")
def meetellende_andere_schadevergoeding__2015(
    bezittingen: Lijst, verantwoorde_vergoeding_immateriele_schade: Geld
) -> Geld:
    """Until 2026 damages for immaterial harm that the minister did not designate are left out as far as the college
    finds that responsible.
    """
    vergoeding = sum(
        bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "andere vergoeding voor immateriële schade"
    )
    return 0 if vergoeding == 0 else max(0, vergoeding - verantwoorde_vergoeding_immateriele_schade)


@regel("Participatiewet 31 lid 2 onderdeel m, 34 lid 2 onderdeel e", vanaf="2026-01-01")
def meetellende_andere_schadevergoeding__2026(bezittingen: Lijst) -> Geld:
    """Since 2026 letter m names gifts only, so that other damages than the designated ones count."""
    return sum(
        bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "andere vergoeding voor immateriële schade"
    )


@regel("Participatiewet 34 lid 1 onderdeel a en lid 2 onderdeel d")
def eigen_vermogen_in_woning(bezittingen: Lijst) -> Geld:
    """What this person owns of the home that the family lives in: its value when vacated, minus the mortgage."""
    woning = sum(bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "eigen woning")
    return woning - sum(bezit.waarde for bezit in bezittingen if bezit.soort_bezit == "hypotheek op de eigen woning")


@regel("Participatiewet 34 lid 1 onderdeel a")
def gezamenlijk_vermogen_in_woning(eigen_vermogen_in_woning: Geld, heeft_partner: bool, partner: Partner) -> Geld:
    """What the single person, or the two spouses together, own of the home that the family lives in."""
    return eigen_vermogen_in_woning + partner.eigen_vermogen_in_woning if heeft_partner else eigen_vermogen_in_woning


@regel("Participatiewet 34 lid 2 onderdeel d")
def vermogen_in_woning_boven_vrijlating(gezamenlijk_vermogen_in_woning: Geld, vrijlating_eigen_woning: Geld) -> Geld:
    """What the vermogen in the home of the family is above the exempted amount."""
    return max(0, gezamenlijk_vermogen_in_woning - vrijlating_eigen_woning)


@regel("Participatiewet 34 lid 2 onderdeel d en 50 lid 1")
def meetellend_vermogen_in_woning(
    vermogen_in_woning_boven_vrijlating: Geld, tegeldemaking_woning_kan_worden_verlangd: bool
) -> Geld:
    """The home counts above the exempted amount, unless it cannot reasonably be asked to sell or mortgage it: then
    there is a right to bijstand, as a loan.
    """
    if vermogen_in_woning_boven_vrijlating == 0:
        return 0
    return vermogen_in_woning_boven_vrijlating if tegeldemaking_woning_kan_worden_verlangd else 0


@regel("Participatiewet 34 lid 1 onderdeel a")
def gezamenlijk_vermogen(
    eigen_vermogen: Geld,
    heeft_partner: bool,
    partner: Partner,
    meetellend_vermogen_in_woning: Geld,
    vermogen_van_kinderen: Geld,
) -> Geld:
    """The vermogen of the single person, or of the two spouses together, and of the children that depend on them,
    debts subtracted.
    """
    samen = eigen_vermogen + partner.eigen_vermogen if heeft_partner else eigen_vermogen
    return samen + vermogen_van_kinderen + meetellend_vermogen_in_woning


@regel("Participatiewet 34 lid 4 (oud)", tot="2026-01-01")
def resterende_vermogensvrijlating(
    vermogensgrens: Geld,
    bij_aanvang_vrijgelaten_vermogen: Geld,
    tijdens_bijstand_vrijgelaten_vermogen: Geld,
    heeft_partner: bool,
    partner: Partner,
) -> Geld:
    """Until 2026, during bijstand: the limit minus what was exempted at the start and what has been since."""
    gebruikt = bij_aanvang_vrijgelaten_vermogen + tijdens_bijstand_vrijgelaten_vermogen
    if heeft_partner:
        van_partner = partner.bij_aanvang_vrijgelaten_vermogen + partner.tijdens_bijstand_vrijgelaten_vermogen
        return max(0, vermogensgrens - gebruikt - van_partner)
    return max(0, vermogensgrens - gebruikt)


@regel(
    "Participatiewet 34 lid 2 onderdeel b en lid 4 (oud)",
    tot="2026-01-01",
    geverifieerd=False,
    waarom="het opgegeven vermogen is getoetst aan de hele grens; wat daarvan al was gebruikt (lid 4) is niet bekend",
)
def vermogen_boven_hele_vermogensgrens(gezamenlijk_vermogen: Geld, vermogensgrens: Geld) -> Geld:
    """Until 2026: what the stated vermogen exceeds the whole limit when it is not said whether it was there at the
    start of the bijstand.
    """
    return max(0, gezamenlijk_vermogen - vermogensgrens)


@regel("Participatiewet 34 lid 2 onderdeel b en lid 4 (oud)", tot="2026-01-01")
def in_aanmerking_te_nemen_vermogen__2015(
    vermogen_is_dat_bij_aanvang: bool,
    bijstand_loopt_al: bool,
    verkregen_vermogen: Geld,
    verkregen_vermogen_van_kinderen: Geld,
    heeft_partner: bool,
    partner: Partner,
    gezamenlijk_vermogen: Geld,
    vermogensgrens: Geld,
    resterende_vermogensvrijlating: Geld,
    vermogen_boven_hele_vermogensgrens: Geld,
) -> Geld:
    """Until 2026: at the start of the bijstand what the vermogen exceeds the limit; during bijstand what the family
    receives beyond the headroom that is left.
    """
    if vermogen_is_dat_bij_aanvang or (heeft_partner and partner.vermogen_is_dat_bij_aanvang):
        return max(0, gezamenlijk_vermogen - vermogensgrens)
    if not bijstand_loopt_al and not (heeft_partner and partner.bijstand_loopt_al):
        return vermogen_boven_hele_vermogensgrens
    samen = verkregen_vermogen + partner.verkregen_vermogen if heeft_partner else verkregen_vermogen
    verkregen = samen + verkregen_vermogen_van_kinderen
    if verkregen == 0:
        return 0
    return max(0, verkregen - resterende_vermogensvrijlating)


@regel("Participatiewet 34 lid 2 onderdeel b", vanaf="2026-01-01")
def in_aanmerking_te_nemen_vermogen__2026(gezamenlijk_vermogen: Geld, vermogensgrens: Geld) -> Geld:
    """Since 2026: what the vermogen that is there now exceeds the limit."""
    return max(0, gezamenlijk_vermogen - vermogensgrens)


@regel("Participatiewet 19 lid 1 onderdeel b, 34")
def heeft_in_aanmerking_te_nemen_vermogen(in_aanmerking_te_nemen_vermogen: Geld) -> bool:
    """Is there vermogen that counts? Then there is no right to bijstand."""
    return in_aanmerking_te_nemen_vermogen > 0


@regel(
    "Participatiewet 50 lid 2",
    geverifieerd=False,
    waarom="het netto minimumloon van artikel 37 lid 1 is niet als bedrag gelezen; hier de norm van artikel 21 b",
)
def is_bijstand_een_geldlening_wegens_woning(
    vermogen_in_woning_boven_vrijlating: Geld,
    algemene_bijstand_per_maand: GeldPerMaand,
    norm_gehuwden: GeldPerMaand,
) -> bool:
    """Bijstand beside a home worth more than the exempted amount is a loan when a year of it is expected to exceed
    the net minimum wage of a month.
    """
    if vermogen_in_woning_boven_vrijlating == 0:
        return False
    return 12 * algemene_bijstand_per_maand > norm_gehuwden
