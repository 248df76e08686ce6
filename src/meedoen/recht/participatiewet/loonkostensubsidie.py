"""The subsidy for an employer of someone who cannot earn the minimum wage. Participatiewet art. 2 c, 6, 10d."""

from meedoen.recht.engine import (
    AantalMaanden,
    Datum,
    GeldPerMaand,
    Keuze,
    UrenPerWeek,
    Verhouding,
    begin_van_het_jaar,
    geen,
    regel,
    rond_op_centen,
    volle_jaren,
    volle_maanden,
)


@regel("Participatiewet 10d lid 5 (oud)", tot="2017-02-01")
def peildatum_minimumloon__2015(
    loonkostensubsidie_vanaf: Datum, peildatum: Datum, herzieningsdatum_loonkostensubsidie: Datum
) -> Datum:
    """The day whose minimum wage counts. Until February 2017 the subsidy was set anew every year after its start."""
    if loonkostensubsidie_vanaf > peildatum:
        return geen("De loonkostensubsidie is op de peildatum nog niet begonnen.", "Participatiewet 10d lid 1")
    if volle_jaren(loonkostensubsidie_vanaf, peildatum) < 1:
        return loonkostensubsidie_vanaf
    return herzieningsdatum_loonkostensubsidie


@regel(
    "Participatiewet 10d lid 5 (oud)",
    tot="2017-02-01",
    geverifieerd=False,
    waarom="de wet zei tot februari 2017 jaarlijks, zonder dag; hier geldt 1 januari, zoals de wet sindsdien zegt",
)
def herzieningsdatum_loonkostensubsidie(peildatum: Datum) -> Datum:
    """When a subsidy that had run for a year was last set anew."""
    return begin_van_het_jaar(peildatum)


@regel(
    "Participatiewet 10d lid 5 en 7",
    vanaf="2017-02-01",
    geverifieerd=False,
    waarom="de wet zegt niet van welke dag het minimumloon geldt als na het forfait de loonwaarde wordt vastgesteld; "
    "hier die van het begin van de subsidie, of daarna van 1 januari",
)
def peildatum_minimumloon_na_forfait(loonkostensubsidie_vanaf: Datum, peildatum: Datum) -> Datum:
    """The day whose minimum wage counts once the months without a determined loonwaarde are over."""
    return max(loonkostensubsidie_vanaf, begin_van_het_jaar(peildatum))


@regel("Participatiewet 10d lid 7", vanaf="2017-02-01")
def peildatum_minimumloon__2017(
    loonkostensubsidie_vanaf: Datum,
    peildatum: Datum,
    forfait: bool,
    is_loonkostensubsidie_forfaitair: bool,
    peildatum_minimumloon_na_forfait: Datum,
) -> Datum:
    """The day whose minimum wage counts: the start of the subsidy, and from the next year on the first of January.
    A rise in July does not change a running subsidy.
    """
    if loonkostensubsidie_vanaf > peildatum:
        return geen("De loonkostensubsidie is op de peildatum nog niet begonnen.", "Participatiewet 10d lid 1")
    if forfait and not is_loonkostensubsidie_forfaitair:
        return peildatum_minimumloon_na_forfait
    return max(loonkostensubsidie_vanaf, begin_van_het_jaar(peildatum))


@regel("Participatiewet 10d lid 4 (oud)", tot="2016-01-01")
def is_loonkostensubsidie_forfaitair__2015(forfait: bool) -> bool:
    """In 2015 neither law nor practice knew a subsidy without a determined loonwaarde."""
    if forfait:
        return geen(
            "Forfaitaire loonkostensubsidie bestond nog niet.", "Participatiewet 10d lid 5 (sinds februari 2017)"
        )
    return False


@regel("Participatiewet 10d lid 1 onderdeel b en lid 5", vanaf="2016-01-01", tot="2017-02-01")
def is_loonkostensubsidie_forfaitair__2016(
    forfait: bool, begin_dienstbetrekking: Datum, peildatum: Datum, forfaitperiode: AantalMaanden
) -> bool:
    """Is the loonwaarde left undetermined, in at most the first six months of the job? The practice of 2016 was ahead
    of the law of February 2017.
    """
    if not forfait:
        return False
    if begin_dienstbetrekking > peildatum:
        return geen("De dienstbetrekking is op de peildatum nog niet begonnen.", "Participatiewet 10d lid 5")
    return volle_maanden(begin_dienstbetrekking, peildatum) < forfaitperiode


@regel("Participatiewet 10d lid 1 onderdeel b, lid 4 en lid 5", vanaf="2017-02-01")
def is_loonkostensubsidie_forfaitair__2017(
    forfait: bool,
    dienstbetrekking_bestond_bij_aanvraag: bool,
    begin_dienstbetrekking: Datum,
    peildatum: Datum,
    forfaitperiode: AantalMaanden,
) -> bool:
    """Is the loonwaarde left undetermined, in at most the first six months of the job? After those it must be
    determined, also when the subsidy itself began later. Of who had the job already (paragraph 2) it always must.
    """
    if not forfait:
        return False
    if dienstbetrekking_bestond_bij_aanvraag:
        return geen(
            "Wie de dienstbetrekking al had toen de subsidie werd aangevraagd, krijgt geen forfait: de loonwaarde "
            "moet worden vastgesteld.",
            "Participatiewet 10d lid 2, 4 en 5",
        )
    if begin_dienstbetrekking > peildatum:
        return geen("De dienstbetrekking is op de peildatum nog niet begonnen.", "Participatiewet 10d lid 5")
    return volle_maanden(begin_dienstbetrekking, peildatum) < forfaitperiode


@regel("Participatiewet 6 lid 1 onderdeel g en 10d lid 4 (oud)", tot="2017-02-01")
def loonwaarde_met_vakantiebijslag_per_maand__2015(
    loonwaarde_percentage: Verhouding, rechtens_geldend_loon_per_maand: GeldPerMaand, vakantiebijslag: Verhouding
) -> GeldPerMaand:
    """Until February 2017: the percentage of the wage that by right belongs to the job, with its holiday allowance."""
    return loonwaarde_percentage * rechtens_geldend_loon_per_maand * (1 + vakantiebijslag)


@regel("Participatiewet 6 lid 1 onderdeel g en 10d lid 4", vanaf="2017-02-01")
def loonwaarde_met_vakantiebijslag_per_maand__2017(
    loonwaarde_percentage: Verhouding, wettelijk_minimumloon_met_vakantiebijslag_per_maand: GeldPerMaand
) -> GeldPerMaand:
    """The percentage of the minimum wage, with its holiday allowance."""
    return loonwaarde_percentage * wettelijk_minimumloon_met_vakantiebijslag_per_maand


@regel("Participatiewet 10d lid 4 (oud)", tot="2016-01-01")
def grondslag_loonkostensubsidie_per_maand__2015(
    is_loonkostensubsidie_forfaitair: bool,
    wettelijk_minimumloon_met_vakantiebijslag_per_maand: GeldPerMaand,
    loonwaarde_met_vakantiebijslag_per_maand: GeldPerMaand,
    loonkostensubsidie_maximum: Verhouding,
) -> GeldPerMaand:
    """The minimum wage minus the loonwaarde, both with holiday allowance, and at most 70 % of that minimum wage."""
    if is_loonkostensubsidie_forfaitair:
        return geen(
            "Forfaitaire loonkostensubsidie bestond nog niet.", "Participatiewet 10d lid 5 (sinds februari 2017)"
        )
    minimumloon = wettelijk_minimumloon_met_vakantiebijslag_per_maand
    verschil = max(0, minimumloon - loonwaarde_met_vakantiebijslag_per_maand)
    return min(verschil, loonkostensubsidie_maximum * minimumloon)


@regel("Participatiewet 10d lid 4 en 5", vanaf="2016-01-01")
def grondslag_loonkostensubsidie_per_maand__2016(
    is_loonkostensubsidie_forfaitair: bool,
    wettelijk_minimumloon_met_vakantiebijslag_per_maand: GeldPerMaand,
    loonwaarde_met_vakantiebijslag_per_maand: GeldPerMaand,
    loonkostensubsidie_maximum: Verhouding,
    loonkostensubsidie_forfait: Verhouding,
) -> GeldPerMaand:
    """The minimum wage minus the loonwaarde, both with holiday allowance, and at most 70 % of that minimum wage;
    while the loonwaarde is left undetermined half of that minimum wage.
    """
    minimumloon = wettelijk_minimumloon_met_vakantiebijslag_per_maand
    if is_loonkostensubsidie_forfaitair:
        return loonkostensubsidie_forfait * minimumloon
    verschil = max(0, minimumloon - loonwaarde_met_vakantiebijslag_per_maand)
    return min(verschil, loonkostensubsidie_maximum * minimumloon)


@regel("Participatiewet 10d lid 4")
def meetellende_uren_per_week(uren_per_week: UrenPerWeek, voltijd_uren_per_week: UrenPerWeek) -> UrenPerWeek:
    """The agreed hours, at most what is usual as full time in comparable jobs (until 2024: the normal working week)."""
    return min(uren_per_week, voltijd_uren_per_week)


@regel("Participatiewet 10d lid 4 (oud); Wet minimumloon 12", tot="2024-01-01")
def uren_per_week_voor_hele_subsidie__2015(voltijd_uren_per_week: UrenPerWeek) -> UrenPerWeek:
    """Until 2024 the subsidy was lowered when the hours were fewer than the normal working week."""
    return voltijd_uren_per_week


@regel("Participatiewet 10d lid 4", vanaf="2024-01-01")
def uren_per_week_voor_hele_subsidie__2024(werkweek_referentiemaandloon: UrenPerWeek) -> UrenPerWeek:
    """Since 2024 the subsidy goes down or up with the hours, from the 36 hours of the reference wage."""
    return werkweek_referentiemaandloon


@regel("Participatiewet 10d lid 4 en 5")
def loonkostensubsidie_zonder_werkgeverslasten_per_maand(
    grondslag_loonkostensubsidie_per_maand: GeldPerMaand,
    meetellende_uren_per_week: UrenPerWeek,
    uren_per_week_voor_hele_subsidie: UrenPerWeek,
) -> GeldPerMaand:
    """The subsidy in proportion to the hours, before the surcharge. The law does not round: to the cent, half up."""
    return rond_op_centen(
        grondslag_loonkostensubsidie_per_maand * meetellende_uren_per_week / uren_per_week_voor_hele_subsidie
    )


@regel(
    "Participatiewet 10d lid 4, 5 en 7; Regeling loonkostensubsidie Participatiewet 1",
    op={"vergoeding_werkgeverslasten": "peildatum_minimumloon"},
)
def vergoeding_werkgeverslasten_per_maand(
    grondslag_loonkostensubsidie_per_maand: GeldPerMaand,
    meetellende_uren_per_week: UrenPerWeek,
    uren_per_week_voor_hele_subsidie: UrenPerWeek,
    vergoeding_werkgeverslasten: Verhouding,
) -> GeldPerMaand:
    """The surcharge for employer's costs, a percentage of the subsidy before rounding; to the cent, half up."""
    return rond_op_centen(
        vergoeding_werkgeverslasten
        * grondslag_loonkostensubsidie_per_maand
        * meetellende_uren_per_week
        / uren_per_week_voor_hele_subsidie
    )


@regel("Participatiewet 10d lid 3, 4, 5 en 8")
def loonkostensubsidie_per_maand(
    uitsluitingsgrond_loonkostensubsidie: Keuze,
    loonkostensubsidie_zonder_werkgeverslasten_per_maand: GeldPerMaand,
    vergoeding_werkgeverslasten_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """What the employer receives per month: the subsidy and the surcharge, each rounded, added up; nothing where the
    law bars the subsidy.
    """
    if uitsluitingsgrond_loonkostensubsidie != "geen":
        return 0
    return loonkostensubsidie_zonder_werkgeverslasten_per_maand + vergoeding_werkgeverslasten_per_maand
