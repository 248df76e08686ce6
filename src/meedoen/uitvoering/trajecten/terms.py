"""The dates and conditions that the rules of `recht` give for an instrument or a person. Nothing is computed here."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meedoen.recht import DatumOnbekend, Ontbrekend, laad_recht

from ..dossiers.calculation import Berekening, bereken_dossier
from ..dossiers.models import Feit, Persoon
from ..dossiers.queries import feiten_op
from .models import Inzet, Vorm

DAG = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Termijnsoort:
    """A result of the law that is a date. `is_dag_erna`: it is the first day on which something no longer holds.

    `vraagt` are facts of which one must be known before the date is asked at all; with one of `klaar_met` recorded
    since the beginning it is past.
    """

    regel: str
    wat: str | Promise
    is_dag_erna: bool = False
    vraagt: tuple[str, ...] = ()
    klaar_met: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voorwaarde:
    """The result of the law that must be true for a form of unpaid work, and what a refusal says."""

    regel: str
    weigering: str | Promise


@dataclass(frozen=True)
class Oordeel:
    """A judgment that the worker gives by filling in grounds: the field of the form, the fact and its value."""

    veld: str
    feit: str
    waarde: bool


@dataclass(frozen=True)
class Antwoord:
    """What the law says of one person: a value, or why there is none, or what is still to be asked."""

    waarde: Any
    waarom: str
    vragen: tuple[Ontbrekend, ...]


@dataclass(frozen=True)
class Datum:
    """A date of the law: which rule, what it is about, the last day, by which article."""

    soort: Termijnsoort
    laatste_dag: datetime.date
    artikel: str


EINDE = {
    Vorm.BEHOUD_VAN_UITKERING: Termijnsoort(
        "einddatum_werken_met_behoud_van_uitkering", _("Werken met behoud van uitkering loopt af"), True
    ),
    Vorm.PROEFPLAATS: Termijnsoort("einddatum_proefplaats", _("De proefplaats loopt af"), True),
    Vorm.PARTICIPATIEPLAATS: Termijnsoort("einddatum_participatieplaats", _("De participatieplaats loopt af"), True),
}
TUSSENTIJDS = {
    Vorm.PARTICIPATIEPLAATS: (
        Termijnsoort(
            "beoordelingsdatum_participatieplaats",
            _("Beoordelen of de participatieplaats de kans op werk heeft vergroot"),
            klaar_met=("kans_op_werk_is_vergroot",),
        ),
    ),
}
VOORWAARDEN = {
    Vorm.BEHOUD_VAN_UITKERING: Voorwaarde(
        "mag_werken_met_behoud_van_uitkering",
        _(
            "Werken met behoud van uitkering kan hier niet: het mag alleen voor wie een uitkering heeft, binnen de "
            "termijn, met een concreet perspectief op een betaalde baan en zonder betaald werk te verdringen. Vul in "
            "waaruit dat blijkt."
        ),
    ),
    Vorm.PROEFPLAATS: Voorwaarde(
        "mag_proefplaats",
        _(
            "Een proefplaats kan hier niet: zij mag alleen binnen de termijn, bij algemene bijstand, en als het "
            "college toestemming geeft. Vul het perspectief in waarop de toestemming rust."
        ),
    ),
    Vorm.PARTICIPATIEPLAATS: Voorwaarde(
        "mag_participatieplaats",
        _(
            "Een participatieplaats kan hier niet: zij mag alleen bij algemene bijstand, binnen de termijn en vanaf de "
            "leeftijd die de wet noemt, als de kans op werk gering is en het werk additioneel is. Vul in waaruit dat "
            "blijkt."
        ),
    ),
}
OORDELEN = {
    Vorm.BEHOUD_VAN_UITKERING: (
        Oordeel("perspectief", "concreet_perspectief_op_betaalde_baan", True),
        Oordeel("geen_verdringing", "verdringt_reguliere_arbeid", False),
    ),
    Vorm.PROEFPLAATS: (Oordeel("perspectief", "college_geeft_toestemming_proefplaats", True),),
    Vorm.PARTICIPATIEPLAATS: (
        Oordeel("perspectief", "kans_op_werk_is_gering", True),
        Oordeel("geen_verdringing", "werkzaamheden_zijn_additioneel", True),
    ),
}
VAN_PERSOON = (
    Termijnsoort(
        "arbeidsverplichting_ontheven_tot",
        _("De ontheffing van de arbeidsverplichting loopt af"),
        True,
        vraagt=("ontheffing_arbeid_tot", "heeft_ontheffing_alleenstaande_ouder_gevraagd"),
    ),
    Termijnsoort(
        "tegenprestatieplicht_ontheven_tot",
        _("De ontheffing van de tegenprestatie loopt af"),
        True,
        vraagt=("ontheffing_tegenprestatie_tot",),
    ),
    Termijnsoort("tegenprestatie_tot", _("De tegenprestatie loopt af"), True, vraagt=("tegenprestatie_vanaf",)),
    Termijnsoort(
        "laatste_dag_plan_van_aanpak",
        _("Plan van aanpak bij de ontheffing van een alleenstaande ouder"),
        vraagt=("heeft_ontheffing_alleenstaande_ouder_gevraagd",),
        klaar_met=("plan_of_laatste_heronderzoek_op",),
    ),
    Termijnsoort(
        "laatste_dag_heronderzoek",
        _("Heronderzoek van het plan van aanpak van een alleenstaande ouder"),
        vraagt=("plan_of_laatste_heronderzoek_op",),
    ),
    Termijnsoort(
        "herzieningsdatum_loonwaarde",
        _("De loonwaarde opnieuw vaststellen"),
        vraagt=("afgesproken_herzieningsdatum_loonwaarde",),
    ),
    Termijnsoort(
        "uiterste_datum_advies_beschut_werk",
        _("UWV brengt advies uit over beschut werk"),
        vraagt=("verzoek_advies_beschut_werk_op",),
        klaar_met=("vastgesteld_uitsluitend_beschut",),
    ),
)
SOORTEN = {
    soort.regel: soort
    for soort in (*EINDE.values(), *(s for soorten in TUSSENTIJDS.values() for s in soorten), *VAN_PERSOON)
}


def berekening_van(persoon: Persoon, op: datetime.date, namen: Collection[str]) -> Berekening:
    """Results of the law for the household of a person, with only the questions about himself or the municipality."""
    berekening = bereken_dossier(persoon, op, gevraagd=namen)
    eigen = {
        naam: replace(uitkomst, ontbreekt=[v for v in uitkomst.ontbreekt if v.persoon in ("", persoon.nummer)])
        for naam, uitkomst in berekening.uitkomsten.items()
    }
    return replace(berekening, uitkomsten=eigen)


def vraag_recht(persoon: Persoon, op: datetime.date, naam: str) -> Antwoord:
    """What one result of the law is for this person on this date, with the facts of the register."""
    return antwoord_in(berekening_van(persoon, op, [naam]), persoon, naam)


def antwoord_in(berekening: Berekening, persoon: Persoon, naam: str) -> Antwoord:
    """What a computation says of one result for one person."""
    if naam not in berekening.uitkomsten:
        return Antwoord(None, " ".join(berekening.fouten), ())
    uitkomst = berekening.uitkomsten[naam]
    reden = uitkomst.redenen.get(persoon.nummer, {}).get(naam)
    waarde = uitkomst.waarden.get(persoon.nummer, {}).get(naam)
    vragen = () if waarde is not None else tuple(uitkomst.ontbreekt)
    return Antwoord(waarde, f"{reden.reden} ({reden.artikel})" if reden else "", vragen)


def loopt(wie: Inzet | Persoon, op: datetime.date) -> tuple[Persoon, datetime.date, list[Termijnsoort]]:
    """Of whom, for which day and which dates are to be asked for an instrument, or for a person apart from any."""
    if isinstance(wie, Persoon):
        persoon, dag, soorten, sinds = wie, op, VAN_PERSOON, None
    elif not wie.vorm or wie.einde_reden:
        return wie.persoon, op, []
    else:
        persoon, dag, sinds = wie.persoon, max(op, wie.vanaf), wie.vanaf
        soorten = (*TUSSENTIJDS.get(Vorm(wie.vorm), ()), EINDE[Vorm(wie.vorm)])
    bekend = feiten_op([persoon.pk], dag)[persoon.pk]
    return persoon, dag, [soort for soort in soorten if _is_aan_de_orde(soort, bekend, sinds)]


def _is_aan_de_orde(soort: Termijnsoort, bekend: dict[str, Feit], sinds: datetime.date | None) -> bool:
    """Whether the facts call for this date, and it is not past."""
    if soort.vraagt and not any(naam in bekend for naam in soort.vraagt):
        return False
    return not any(n in bekend and (sinds is None or bekend[n].vanaf >= sinds) for n in soort.klaar_met)


def termijnen_van(wie: Inzet | Persoon, op: datetime.date) -> tuple[list[Datum], list[Ontbrekend]]:
    """The dates of the law that run for an instrument or a person, and what is still to be asked for the others."""
    persoon, dag, soorten = loopt(wie, op)
    if not soorten:
        return [], []
    berekening = berekening_van(persoon, dag, [soort.regel for soort in soorten])
    gevonden = []
    for soort in soorten:
        waarde = antwoord_in(berekening, persoon, soort.regel).waarde
        if waarde is not None:
            laatste_dag = waarde - DAG if soort.is_dag_erna else waarde
            gevonden.append(Datum(soort, laatste_dag, artikel_van(soort.regel, dag)))
    return gevonden, berekening.vragen


def artikel_van(regel: str, op: datetime.date) -> str:
    """The article of a rule on a date; "" outside the years for which the law is known."""
    try:
        return laad_recht().op(regel, op).kop.artikel
    except DatumOnbekend:
        return ""
