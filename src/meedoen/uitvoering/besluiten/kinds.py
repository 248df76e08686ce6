"""The kinds of decisions: which results of the law each rests on, which of them decides, and how it is said in words.

Nothing here computes: a kind names rules. A new kind is one `Aanvraagsoort` (and its choice in `Procedure.Soort`).
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Besluit, Procedure, Uitkomst

Gegeven = Mapping[str, Any]
"""Facts that the application itself states, by name."""
EERSTE_MAAND = _("Over de eerste maand krijgt u een deel van het bedrag, omdat die maand al was begonnen.")


@dataclass(frozen=True)
class Aanvraagsoort:
    """One kind of decision.

    uitkomsten  the results in the proposal, kept with it and explained
    vraagt      results that are only asked so that the form asks their facts at the same time
    beslist     the result of the applicant that decides, and `is_gunstig` how
    stelt_vast  facts of the applicant that are asked where the law came to them and read "no" in silence
    alleen_aanvrager  results that are not asked of the spouse
    bedrag      the result that is the amount granted ("" where the decision has none); `is_eenmalig`: paid once
    tot         the result that says until when it holds ("" where it has no end)
    toe, af     the sentence of the letter, for a grant and a refusal
    waarom_toe, waarom_af  what the law asks, in plain Dutch, above the results in the letter
    daarna      what the resident can expect after a grant ("": nothing beside the decision)
    in_brief    the results that the table of the letter names (empty: all)
    bij_afwijzing  the results shown when the outcome is a refusal (empty: all that are known, but no amount that it
                   would have been)
    eerste_maand  what the letter says where the amount is per month and begins within one
    is_aanvraag    somebody asks for it, with the form of an application
    is_ambtshalve  the college decides of itself: no term to decide of an application, and its words give the reason
    kan_ambtshalve  somebody can ask for it, and the college can also decide it of itself: the letter says neither
    gaat_over_gedrag  about what one person did: its facts are kept with the procedure (`case_facts`)
    """

    artikel: str
    uitkomsten: tuple[str, ...]
    beslist: str
    is_gunstig: Callable[[Any], bool]
    toekenning: Besluit.Soort
    afwijzing: Besluit.Soort
    toe: Promise
    af: Promise
    waarom_toe: Promise
    waarom_af: Promise
    bedrag: str = ""
    bedrag_naam: Promise | str = ""
    is_eenmalig: bool = False
    tot: str = ""
    vraagt: tuple[str, ...] = ()
    stelt_vast: tuple[str, ...] = ()
    alleen_aanvrager: tuple[str, ...] = ()
    gegeven: Callable[[datetime.date], Gegeven] = lambda _aangevraagd_op: {}
    daarna: Promise | str = ""
    eerste_maand: Promise = EERSTE_MAAND
    in_brief: tuple[str, ...] = ()
    bij_afwijzing: tuple[str, ...] = ()
    is_aanvraag: bool = True
    is_ambtshalve: bool = False
    kan_ambtshalve: bool = False
    gaat_over_gedrag: bool = False

    @property
    def gevraagd(self) -> tuple[str, ...]:
        """Everything that is asked of the rules before there is a proposal."""
        return tuple(dict.fromkeys((*self.uitkomsten, *self.vraagt)))

    @property
    def alleen_bij_toekenning(self) -> set[str]:
        """An amount that decides nothing: where the rest refuses, it says what would have been."""
        return {self.bedrag} - {self.beslist}

    @property
    def niet_van_partner(self) -> tuple[str, ...]:
        """What is asked of the applicant only: of what a person did, everything."""
        return self.gevraagd if self.gaat_over_gedrag else self.alleen_aanvrager


def _waar(waarde: Any) -> bool:
    return waarde is True


def _onwaar(waarde: Any) -> bool:
    return waarde is False


def _meer_dan_nul(waarde: Any) -> bool:
    return isinstance(waarde, Fraction | int) and waarde > 0


_VOORZIENING = (
    "heeft_aanspraak_op_ondersteuning",
    "verantwoordelijk_voor_ondersteuning",
    "beoordeling_onbeloond_werk",
    "heeft_aanspraak_op_voorziening",
)
SOORTEN: dict[str, Aanvraagsoort] = {
    Procedure.Soort.BIJSTAND: Aanvraagsoort(
        artikel="Participatiewet 11 lid 1, 19 en 44",
        uitkomsten=(
            "heeft_recht_op_algemene_bijstand",
            "bijstandsnorm_per_maand",
            "in_aanmerking_te_nemen_inkomen_per_maand",
            "heeft_in_aanmerking_te_nemen_vermogen",
            "algemene_bijstand_per_maand",
            "uitbetaling_per_maand",
            "vakantietoeslag_per_maand",
            "vroegste_aanvraagdatum",
            "ingangsdatum_bijstand",
        ),
        alleen_aanvrager=("vroegste_aanvraagdatum", "ingangsdatum_bijstand"),
        beslist="algemene_bijstand_per_maand",
        is_gunstig=_meer_dan_nul,
        toekenning=Besluit.Soort.TOEKENNING_BIJSTAND,
        afwijzing=Besluit.Soort.AFWIJZING_BIJSTAND,
        toe=_("U krijgt algemene bijstand."),
        af=_("U krijgt geen algemene bijstand."),
        waarom_toe=_(
            "U krijgt de norm die bij uw situatie hoort, min uw inkomen. Bij bijzondere omstandigheden kunnen wij een "
            "ander bedrag vaststellen."
        ),
        waarom_af=_(
            "Bijstand is er voor wie niet genoeg heeft om van te leven. Er is geen bijstand als uw inkomen "
            "even hoog is als de norm, of hoger. Ook niet als u te veel vermogen hebt, of als de wet "
            "bijstand in uw situatie uitsluit."
        ),
        bedrag="uitbetaling_per_maand",
        bedrag_naam=_("Bijstand die wij elke maand betalen"),
    ),
    Procedure.Soort.INKOMENSTOESLAG: Aanvraagsoort(
        artikel="Participatiewet 36 en 8 lid 1 onderdeel b",
        uitkomsten=("mag_inkomenstoeslag_krijgen", "individuele_inkomenstoeslag"),
        beslist="mag_inkomenstoeslag_krijgen",
        is_gunstig=_waar,
        toekenning=Besluit.Soort.INKOMENSTOESLAG,
        afwijzing=Besluit.Soort.INKOMENSTOESLAG,
        toe=_("U krijgt de individuele inkomenstoeslag."),
        af=_("U krijgt de individuele inkomenstoeslag niet."),
        waarom_toe=_(
            "De toeslag is er voor wie lang een laag inkomen heeft, niet te veel vermogen, en geen uitzicht "
            "op meer inkomen. Dat is bij u zo."
        ),
        waarom_af=_(
            "De toeslag is er voor wie lang een laag inkomen heeft, niet te veel vermogen, en geen uitzicht "
            "op meer inkomen. U voldoet niet aan alle voorwaarden. Hebt u een partner met recht op bijstand, "
            "dan moet u allebei voldoen."
        ),
        bedrag="individuele_inkomenstoeslag",
        bedrag_naam=_("Inkomenstoeslag, in één keer"),
        is_eenmalig=True,
        vraagt=("aantal_maanden_met_inkomensgegevens",),
        gegeven=lambda aangevraagd_op: {"inkomenstoeslag_gevraagd_op": aangevraagd_op},
    ),
    Procedure.Soort.STUDIETOESLAG: Aanvraagsoort(
        artikel="Participatiewet 36b",
        uitkomsten=("heeft_grond_voor_studietoeslag", "studietoeslag_per_maand"),
        beslist="studietoeslag_per_maand",
        is_gunstig=_meer_dan_nul,
        toekenning=Besluit.Soort.STUDIETOESLAG,
        afwijzing=Besluit.Soort.STUDIETOESLAG,
        toe=_("U krijgt studietoeslag."),
        af=_("U krijgt geen studietoeslag."),
        waarom_toe=_(
            "De toeslag is er voor wie naast de studie door een beperking niet kan bijverdienen. Verdient u "
            "met een stage, dan gaat daarvan een deel af."
        ),
        waarom_af=_(
            "De toeslag is er voor wie naast de studie door een beperking niet kan bijverdienen. U voldoet "
            "niet aan alle voorwaarden, of uw stage levert al genoeg op."
        ),
        bedrag="studietoeslag_per_maand",
        bedrag_naam=_("Studietoeslag per maand"),
        vraagt=("is_beperkt_voor_studietoeslag",),
    ),
    Procedure.Soort.LOONKOSTENSUBSIDIE: Aanvraagsoort(
        artikel="Participatiewet 10c en 10d",
        uitkomsten=("heeft_aanspraak_op_loonkostensubsidie", "loonkostensubsidie_per_maand"),
        beslist="heeft_aanspraak_op_loonkostensubsidie",
        is_gunstig=_waar,
        toekenning=Besluit.Soort.LOONKOSTENSUBSIDIE,
        afwijzing=Besluit.Soort.LOONKOSTENSUBSIDIE,
        toe=_("Uw werkgever krijgt loonkostensubsidie voor uw baan."),
        af=_("Uw werkgever krijgt geen loonkostensubsidie voor uw baan."),
        waarom_toe=_(
            "De subsidie is er voor wie met een volle baan niet het minimumloon kan verdienen. Zo betaalt uw "
            "werkgever voor wat u kunt, en krijgt u toch uw hele loon."
        ),
        waarom_af=_(
            "De subsidie is er voor wie met een volle baan niet het minimumloon kan verdienen. U hoort niet "
            "bij die groep, of de wet sluit de subsidie voor deze baan uit."
        ),
        bedrag="loonkostensubsidie_per_maand",
        bedrag_naam=_("Loonkostensubsidie per maand, aan uw werkgever"),
        eerste_maand=_("Over de eerste maand krijgt uw werkgever een deel, omdat die maand al was begonnen."),
    ),
    Procedure.Soort.ONTHEFFING: Aanvraagsoort(
        artikel="Participatiewet 9 lid 2 en 9a",
        uitkomsten=("grond_geen_arbeidsverplichting", "heeft_arbeidsverplichting", "arbeidsverplichting_ontheven_tot"),
        beslist="heeft_arbeidsverplichting",
        is_gunstig=_onwaar,
        toekenning=Besluit.Soort.ONTHEFFING,
        afwijzing=Besluit.Soort.ONTHEFFING,
        toe=_("U hoeft tijdelijk geen werk te zoeken of aan te nemen."),
        af=_("U houdt de plicht om werk te zoeken en aan te nemen."),
        waarom_toe=_(
            "Wie bijstand krijgt, moet werk zoeken en aannemen. Bij u is er een reden om dat nu niet te vragen."
        ),
        waarom_af=_(
            "Wie bijstand krijgt, moet werk zoeken en aannemen. Bij u is er volgens de wet geen reden om dat "
            "niet te vragen."
        ),
        tot="arbeidsverplichting_ontheven_tot",
        gegeven=lambda _aangevraagd_op: {"ontheffing_arbeid_aan_de_orde": True},
    ),
    Procedure.Soort.TEGENPRESTATIE: Aanvraagsoort(
        artikel="Participatiewet 9 lid 1 onderdeel c en 8a",
        uitkomsten=("mag_tegenprestatie_worden_opgedragen", "tegenprestatie_uren_per_week", "tegenprestatie_tot"),
        beslist="mag_tegenprestatie_worden_opgedragen",
        is_gunstig=_waar,
        toekenning=Besluit.Soort.TEGENPRESTATIE,
        afwijzing=Besluit.Soort.TEGENPRESTATIE,
        toe=_("U gaat een tegenprestatie doen: nuttig onbetaald werk voor de samenleving."),
        af=_("U hoeft geen tegenprestatie te doen."),
        waarom_toe=_(
            "Wij mogen aan wie bijstand krijgt een tegenprestatie vragen. Wij keken naar de wet, naar onze "
            "verordening en naar uw situatie."
        ),
        waarom_af=_(
            "Wij mogen aan wie bijstand krijgt een tegenprestatie vragen, maar niet altijd. Wij keken naar "
            "de wet, naar onze verordening en naar uw situatie."
        ),
        tot="tegenprestatie_tot",
        kan_ambtshalve=True,
    ),
    Procedure.Soort.BESCHUT_WERK: Aanvraagsoort(
        artikel="Participatiewet 10b",
        uitkomsten=("is_doelgroep_beschut_werk", "moet_college_beschut_werk_aanbieden"),
        beslist="moet_college_beschut_werk_aanbieden",
        is_gunstig=_waar,
        toekenning=Besluit.Soort.BESCHUT_WERK,
        afwijzing=Besluit.Soort.BESCHUT_WERK,
        toe=_("U krijgt een aanbod voor beschut werk."),
        af=_("U krijgt geen aanbod voor beschut werk."),
        waarom_toe=_(
            "Beschut werk is er voor wie alleen kan werken op een plek die is aangepast, met begeleiding. "
            "Dat is van u vastgesteld."
        ),
        waarom_af=_(
            "Beschut werk is er voor wie alleen kan werken op een plek die is aangepast, met begeleiding. "
            "Dat is van u niet vastgesteld, of wij hoeven dit jaar geen plekken meer aan te bieden."
        ),
        stelt_vast=("vastgesteld_uitsluitend_beschut",),
    ),
    Procedure.Soort.MAATREGEL: Aanvraagsoort(
        artikel="Participatiewet 18 en 9a lid 12",
        uitkomsten=(
            "sanctie",
            "moet_bijstand_worden_verlaagd",
            "maatregel_lid",
            "percentage_verlaging",
            "aantal_maanden_maatregel",
            "is_maatregel_gespreid",
            "percentage_na_afstemming",
            "percentage_verlaging_maand_1",
            "percentage_verlaging_maand_2",
            "percentage_verlaging_maand_3",
            "grondslag_verlaging_per_maand",
            "verlaging_maand_1_per_maand",
            "verlaging_maand_2_per_maand",
            "verlaging_maand_3_per_maand",
            "som_van_verlagingen_per_maand",
        ),
        beslist="percentage_verlaging_maand_1",
        is_gunstig=_meer_dan_nul,
        toekenning=Besluit.Soort.MAATREGEL,
        afwijzing=Besluit.Soort.GEEN_MAATREGEL,
        toe=_("Wij verlagen uw bijstand."),
        af=_("Wij verlagen uw bijstand niet."),
        waarom_toe=_("Wie zijn verplichtingen niet nakomt en daar iets aan kon doen, krijgt minder bijstand."),
        waarom_af=_(
            "Wij verlagen de bijstand alleen als u een verplichting niet nakwam, als u daar iets aan kon "
            "doen, en als dringende redenen dat niet verhinderen."
        ),
        in_brief=(
            "sanctie",
            "moet_bijstand_worden_verlaagd",
            "maatregel_lid",
            "percentage_verlaging",
            "aantal_maanden_maatregel",
            "percentage_na_afstemming",
            "grondslag_verlaging_per_maand",
            "som_van_verlagingen_per_maand",
        ),
        bij_afwijzing=("sanctie", "moet_bijstand_worden_verlaagd", "percentage_na_afstemming"),
        is_aanvraag=False,
        gaat_over_gedrag=True,
        is_ambtshalve=True,
    ),
    Procedure.Soort.BOETE: Aanvraagsoort(
        artikel="Participatiewet 17 lid 1 en 18a; Boetebesluit socialezekerheidswetten",
        uitkomsten=(
            "sanctie",
            "is_recidive",
            "percentage_boete",
            "mag_waarschuwing_volstaan",
            "boete_als_uitgangspunt",
            "boete",
        ),
        beslist="boete",
        is_gunstig=_meer_dan_nul,
        toekenning=Besluit.Soort.BOETE,
        afwijzing=Besluit.Soort.GEEN_BOETE,
        toe=_("U krijgt een boete."),
        af=_("U krijgt geen boete."),
        waarom_toe=_(
            "Wie bijstand krijgt, moet ons op tijd vertellen wat voor de bijstand telt. Doet u dat niet, dan "
            "volgt een boete. Zij past bij wat er is gebeurd en bij wat u kunt betalen."
        ),
        waarom_af=_(
            "Wie bijstand krijgt, moet ons op tijd vertellen wat voor de bijstand telt. Volgens de wet of "
            "wegens dringende redenen volgt hier geen boete."
        ),
        bedrag="boete",
        bedrag_naam=_("Boete, in één keer"),
        is_eenmalig=True,
        bij_afwijzing=("sanctie", "percentage_boete", "boete"),
        is_aanvraag=False,
        gaat_over_gedrag=True,
        is_ambtshalve=True,
    ),
    Procedure.Soort.INKEER: Aanvraagsoort(
        artikel="Participatiewet 18 lid 11",
        uitkomsten=("sanctie", "moet_bijstand_worden_verlaagd", "mag_maatregel_worden_herzien"),
        beslist="mag_maatregel_worden_herzien",
        is_gunstig=_waar,
        toekenning=Besluit.Soort.INKEER,
        afwijzing=Besluit.Soort.INKEER,
        toe=_("Wij stoppen met het verlagen van uw bijstand."),
        af=_("Wij blijven uw bijstand verlagen."),
        waarom_toe=_(
            "Wij mogen stoppen met verlagen als u daarom vraagt en duidelijk blijkt dat u uw verplichtingen "
            "weer nakomt."
        ),
        waarom_af=_("Wij mogen pas stoppen met verlagen als duidelijk blijkt dat u uw verplichtingen weer nakomt."),
        is_aanvraag=False,
        gaat_over_gedrag=True,
    ),
    Procedure.Soort.VOORZIENING: Aanvraagsoort(
        artikel="Participatiewet 7 lid 1 onderdeel a, 8a en 10 lid 1",
        uitkomsten=_VOORZIENING,
        alleen_aanvrager=_VOORZIENING,
        beslist="heeft_aanspraak_op_voorziening",
        is_gunstig=_waar,
        kan_ambtshalve=True,
        stelt_vast=(
            "is_niet_uitkeringsgerechtigde",
            "heeft_nabestaandenuitkering",
            "is_arbeidsongeschikt_met_verlies_van_wia_recht",
            "heeft_voorziening_gericht_op_arbeidsinschakeling",
            "heeft_uitkering_van_uwv",
        ),
        toekenning=Besluit.Soort.VOORZIENING,
        afwijzing=Besluit.Soort.VOORZIENING,
        toe=_("U krijgt van ons: %(instrument)s."),
        af=_("U krijgt dit niet van ons: %(instrument)s."),
        waarom_toe=_(
            "Wij helpen u om werk te vinden of mee te doen. Wij vinden dat dit daarvoor nodig is, en het past in onze "
            "verordening."
        ),
        waarom_af=_(
            "Wij helpen wie volgens de wet bij ons hoort. Wij geven alleen wat nodig is om werk te vinden of "
            "mee te doen, en wat in onze verordening past. Dat is hier niet zo."
        ),
        daarna=_(
            "U hoort van ons waar en wanneer u begint, en met wie. Wij zetten dat met u in uw plan. Kost het u moeite "
            "om mee te doen? Zeg het ons meteen."
        ),
    ),
}
AAN_TE_VRAGEN = tuple(keuze for keuze in Procedure.Soort.choices if SOORTEN[keuze[0]].is_aanvraag)
"""What can be asked with the form of an application, as choices."""


def soort_van(procedure: Procedure) -> Aanvraagsoort:
    """The kind of a procedure."""
    return SOORTEN[procedure.soort]


def zin_van(procedure: Procedure, uitkomst: str) -> str:
    """What the resident gets or does not get with this outcome, in one sentence."""
    soort = soort_van(procedure)
    zin = soort.toe if uitkomst == Uitkomst.TOEKENNEN else soort.af
    return str(zin) % {"instrument": procedure.instrument}
