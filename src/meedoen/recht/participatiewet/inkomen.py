"""Own income: what is stated by kind, minus what articles 31 and 33 leave out. Participatiewet art. 31 to 33.

What an amount of each kind is (the norm of student finance, not what was paid; the savings through a tenant, not the
rent) stands with the kinds in `feiten/inkomen.toml`.

The terms of the exemptions are facts (months used, first month), because they run over years of decisions. The
exemptions of work are taken off before the income is compared with the norm, as during bijstand.
"""

from meedoen.recht.engine import Aantal, AantalMaanden, Geld, GeldPerMaand, Jaren, Lijst, Partner, regel


@regel("Participatiewet 31, 32 lid 1 en 33")
def eigen_inkomen_per_maand(
    inkomsten: Lijst,
    inkomen_per_maand: GeldPerMaand,
    inkomsten_voor_vrijlating_per_maand: GeldPerMaand,
    vrijlatingen_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The income of this person that counts: stated by kind, then minus the exemptions; or else stated as one
    amount from which the exemptions are already taken.
    """
    if any(inkomst.bedrag_per_maand >= 0 for inkomst in inkomsten):
        return inkomsten_voor_vrijlating_per_maand - vrijlatingen_per_maand
    return inkomen_per_maand


@regel("Participatiewet 31 lid 2 onderdeel a, b, d tot en met g, i, l, o tot en met q en s tot en met x")
def inkomsten_buiten_de_middelen_per_maand(inkomsten: Lijst) -> GeldPerMaand:
    """What comes in but is no means at all, whatever the amount: the kinds that the law names by letter."""
    return sum(
        inkomst.bedrag_per_maand
        for inkomst in inkomsten
        if inkomst.soort_inkomen
        in (
            "levensonderhoud van een ander",
            "kinderbijslag",
            "toeslag",
            "bijdrage eigen woning",
            "vergoeding van bijzondere kosten",
            "rente over vrijgelaten vermogen",
            "aangewezen uitkering of schadevergoeding",
            "energietoeslag",
            "tegemoetkoming Anw",
            "tegemoetkoming Zvw of Wajong",
            "vergoeding inburgering",
            "tegemoetkoming chronisch zieken of arbeidsongeschikten",
            "blijk van waardering voor mantelzorg",
            "onderhoud door ouders dat al meetelt",
            "andere uitgezonderde tegemoetkoming",
        )
    )


@regel("Participatiewet 33 lid 4 en 22a")
def inkomen_door_huurders_per_maand(
    inkomsten: Lijst, is_kostendelersnorm_van_toepassing: bool, huurders_tellen_mee_in_de_norm: bool
) -> GeldPerMaand:
    """The lower costs through tenants or boarders in the dwelling, unless the norm of article 22a reckons with them."""
    bedrag = sum(inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "verhuur of kostgangers")
    if bedrag == 0 or not is_kostendelersnorm_van_toepassing:
        return bedrag
    return 0 if huurders_tellen_mee_in_de_norm else bedrag


@regel("Participatiewet 31 lid 1 en 2, 32 lid 1, 33 lid 4")
def inkomsten_voor_vrijlating_per_maand(
    inkomsten: Lijst,
    inkomsten_buiten_de_middelen_per_maand: GeldPerMaand,
    inkomen_door_huurders_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """All income together, without what is no means at all, and that through tenants as far as it counts."""
    rest = sum(inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen != "verhuur of kostgangers")
    return max(0, rest - inkomsten_buiten_de_middelen_per_maand) + inkomen_door_huurders_per_maand


@regel("Participatiewet 31 lid 2 en 33 lid 5")
def vrijlatingen_per_maand(
    vrijlating_inkomsten_uit_arbeid_per_maand: GeldPerMaand,
    vrijlating_jonggehandicaptenkorting_per_maand: GeldPerMaand,
    vrijlating_premie_per_maand: GeldPerMaand,
    vrijlating_vrijwilligersvergoeding_per_maand: GeldPerMaand,
    vrijlating_giften_per_maand: GeldPerMaand,
    vrijlating_oudedagsvoorziening_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What of the income of this person is left out, all exemptions together."""
    persoonlijk = (
        vrijlating_inkomsten_uit_arbeid_per_maand
        + vrijlating_jonggehandicaptenkorting_per_maand
        + vrijlating_premie_per_maand
    )
    overig = vrijlating_vrijwilligersvergoeding_per_maand + vrijlating_giften_per_maand
    return persoonlijk + overig + vrijlating_oudedagsvoorziening_per_maand


@regel("Participatiewet 33 lid 5")
def particuliere_oudedagsvoorziening_per_maand(inkomsten: Lijst) -> GeldPerMaand:
    """The private pension that this person receives as a periodic payment."""
    return sum(
        inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "particuliere oudedagsvoorziening"
    )


@regel("Participatiewet 33 lid 5")
def vrijlating_oudedagsvoorziening_per_maand(
    particuliere_oudedagsvoorziening_per_maand: GeldPerMaand,
    is_pensioengerechtigd: bool,
    volgnummer: Aantal,
    heeft_partner: bool,
    partner: Partner,
    vrijlating_oudedagsvoorziening_alleenstaande: GeldPerMaand,
    vrijlating_oudedagsvoorziening_gehuwden: GeldPerMaand,
) -> GeldPerMaand:
    """When the single person or one of the spouses is of pensionable age, a private pension is left out up to an
    amount; that of a couple is for the two together, the spouse who is named first uses it first.
    """
    pensioen = particuliere_oudedagsvoorziening_per_maand
    if pensioen == 0:
        return 0
    if not heeft_partner:
        return min(pensioen, vrijlating_oudedagsvoorziening_alleenstaande) if is_pensioengerechtigd else 0
    if not is_pensioengerechtigd and not partner.is_pensioengerechtigd:
        return 0
    if volgnummer < partner.volgnummer:
        return min(pensioen, vrijlating_oudedagsvoorziening_gehuwden)
    over = vrijlating_oudedagsvoorziening_gehuwden - partner.particuliere_oudedagsvoorziening_per_maand
    return min(pensioen, max(0, over))


@regel("Participatiewet 31 lid 2 onderdeel c en lid 5 (tot 2017: lid 7)")
def vrijlating_jonggehandicaptenkorting_per_maand(inkomsten: Lijst, leeftijd: Jaren) -> GeldPerMaand:
    """The tax credit for young disabled persons is left out, except under 27."""
    korting = sum(
        inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "jonggehandicaptenkorting"
    )
    return 0 if leeftijd < 27 else korting


@regel("Participatiewet 31 lid 7 (oud)", tot="2023-01-01")
def is_premie_uitgesloten_door_leeftijd__2015(leeftijd: Jaren) -> bool:
    """Until 2023 nobody under 27 could keep a premie."""
    return leeftijd < 27


@regel("Participatiewet 31 lid 5", vanaf="2023-01-01")
def is_premie_uitgesloten_door_leeftijd__2023(leeftijd: Jaren, behoort_tot_doelgroep_loonkostensubsidie: bool) -> bool:
    """Under 27 a premie is left out only for who belongs to the group for loonkostensubsidie."""
    return leeftijd < 27 and not behoort_tot_doelgroep_loonkostensubsidie


@regel("Participatiewet 31 lid 2 onderdeel j")
def vrijlating_premie_per_maand(
    inkomsten: Lijst,
    is_premie_uitgesloten_door_leeftijd: bool,
    aantal_premies_eerder_dit_jaar: Aantal,
    premies_eerder_dit_jaar: Geld,
    maximum_premie_arbeidsinschakeling: Geld,
    periode_van_vaststelling: AantalMaanden,
    premie_draagt_bij_aan_arbeidsinschakeling: bool,
) -> GeldPerMaand:
    """A premie is left out once or twice a calendar year up to a yearly amount, as far as the college finds that it
    helps towards work.
    """
    premie = sum(inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "premie")
    if premie == 0 or is_premie_uitgesloten_door_leeftijd or aantal_premies_eerder_dit_jaar >= 2:
        return 0
    over = max(0, maximum_premie_arbeidsinschakeling - premies_eerder_dit_jaar) / periode_van_vaststelling
    if over == 0 or not premie_draagt_bij_aan_arbeidsinschakeling:
        return 0
    return min(premie, over)


@regel("Participatiewet 31 lid 2 onderdeel k")
def vrijwilligersvergoeding_per_maand(inkomsten: Lijst) -> GeldPerMaand:
    """The allowance for costs that this person receives as a volunteer."""
    return sum(inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "vrijwilligersvergoeding")


@regel("Participatiewet 31 lid 2 onderdeel k (oud)", tot="2017-04-01")
def hoogste_vrijwilligersvergoeding_per_maand__2015(
    vrijwilligerswerk_is_deel_van_re_integratie: bool,
    vrijwilligersvergoeding_eerder_dit_jaar: Geld,
    maximum_vrijwilligersvergoeding_in_maand: GeldPerMaand,
    maximum_vrijwilligersvergoeding_in_jaar: Geld,
    maximum_vrijwilligersvergoeding_bij_re_integratie_in_maand: GeldPerMaand,
    maximum_vrijwilligersvergoeding_bij_re_integratie_in_jaar: Geld,
    periode_van_vaststelling: AantalMaanden,
) -> GeldPerMaand:
    """The allowance that this month at most does not count: by month and by year, until April 2017 more when the
    work is part of the re-integration.
    """
    if vrijwilligerswerk_is_deel_van_re_integratie:
        in_maand = maximum_vrijwilligersvergoeding_bij_re_integratie_in_maand
        in_jaar = maximum_vrijwilligersvergoeding_bij_re_integratie_in_jaar
    else:
        in_maand = maximum_vrijwilligersvergoeding_in_maand
        in_jaar = maximum_vrijwilligersvergoeding_in_jaar
    return min(in_maand, max(0, in_jaar - vrijwilligersvergoeding_eerder_dit_jaar) / periode_van_vaststelling)


@regel("Participatiewet 31 lid 2 onderdeel k", vanaf="2017-04-01")
def hoogste_vrijwilligersvergoeding_per_maand__2017(
    vrijwilligersvergoeding_eerder_dit_jaar: Geld,
    maximum_vrijwilligersvergoeding_in_maand: GeldPerMaand,
    maximum_vrijwilligersvergoeding_in_jaar: Geld,
    periode_van_vaststelling: AantalMaanden,
) -> GeldPerMaand:
    """The allowance that this month at most does not count: by month, and by what is left of the year."""
    over = max(0, maximum_vrijwilligersvergoeding_in_jaar - vrijwilligersvergoeding_eerder_dit_jaar)
    return min(maximum_vrijwilligersvergoeding_in_maand, over / periode_van_vaststelling)


@regel(
    "Participatiewet 31 lid 2 onderdeel k",
    geverifieerd=False,
    waarom="gemeenten verschillen: boven het maximum telt alleen het meerdere mee (zoals hier), of de hele vergoeding",
)
def vrijlating_bij_te_hoge_vrijwilligersvergoeding_per_maand(
    hoogste_vrijwilligersvergoeding_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What does not count of an allowance above the maximum: the maximum."""
    return hoogste_vrijwilligersvergoeding_per_maand


@regel("Participatiewet 31 lid 2 onderdeel k en lid 5 (tot 2017: lid 7)")
def vrijlating_vrijwilligersvergoeding_per_maand(
    vrijwilligersvergoeding_per_maand: GeldPerMaand,
    is_te_jong_voor_vrijlating: bool,
    hoogste_vrijwilligersvergoeding_per_maand: GeldPerMaand,
    vrijlating_bij_te_hoge_vrijwilligersvergoeding_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """An allowance for the costs of volunteering does not count up to an amount a month and a year; not under 27."""
    if vrijwilligersvergoeding_per_maand == 0 or is_te_jong_voor_vrijlating:
        return 0
    if vrijwilligersvergoeding_per_maand <= hoogste_vrijwilligersvergoeding_per_maand:
        return vrijwilligersvergoeding_per_maand
    return vrijlating_bij_te_hoge_vrijwilligersvergoeding_per_maand


@regel("Participatiewet 31 lid 2 onderdeel m (oud)", tot="2026-01-01")
def vrijlating_giften_per_maand__2015(inkomsten: Lijst, verantwoorde_giften_per_maand: GeldPerMaand) -> GeldPerMaand:
    """Until 2026 gifts, and compensations for damage that the minister did not designate, are left out as far as the
    college finds that responsible.
    """
    giften = sum(
        inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen in ("gift", "schadevergoeding")
    )
    return 0 if giften == 0 else min(giften, verantwoorde_giften_per_maand)


@regel(
    "Participatiewet 31 lid 2 onderdeel m",
    vanaf="2026-01-01",
    geverifieerd=False,
    waarom="de wet zegt niet of het bedrag per persoon of voor het gezin samen geldt; hier per persoon",
)
def vrijlating_giften_over_dit_jaar(giften_eerder_dit_jaar: Geld, maximum_giften: Geld) -> Geld:
    """What of the yearly amount for gifts is left."""
    return max(0, maximum_giften - giften_eerder_dit_jaar)


@regel("Participatiewet 31 lid 2 onderdeel m", vanaf="2026-01-01")
def vrijlating_giften_per_maand__2026(
    inkomsten: Lijst, vrijlating_giften_over_dit_jaar: Geld, periode_van_vaststelling: AantalMaanden
) -> GeldPerMaand:
    """Since 2026 gifts are left out as far as they stay, with the contributions of article 18 paragraph 8, within
    an amount a calendar year.
    """
    giften = sum(inkomst.bedrag_per_maand for inkomst in inkomsten if inkomst.soort_inkomen == "gift")
    if giften == 0:
        return 0
    return min(giften, vrijlating_giften_over_dit_jaar / periode_van_vaststelling)
