"""Definitions: residents per doelgroep of the Kadernota and residents with bijstand, on a date."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..dossiers.models import Indeling, Persoon, Uitkering
from ..dossiers.queries import geldig_op
from ..kern.units import Eenheid
from .areas import Gebied
from .figures import Definitie, Doelverwijzing, Kolom, Rijen, Tel, Verrijk
from .periods import in_leven

KADERNOTA_GROEPEN = ("0-30", "30-50", "50-80", "80-100")
WSW_OUD = "wsw-oud"
GROEPEN = (*KADERNOTA_GROEPEN, "jongeren", WSW_OUD)
NAMEN = {
    "0-30": _("verdiencapaciteit 0-30 procent"),
    "30-50": _("verdiencapaciteit 30-50 procent"),
    "50-80": _("verdiencapaciteit 50-80 procent"),
    "80-100": _("verdiencapaciteit 80-100 procent"),
    "jongeren": _("kwetsbare jongeren"),
    "wsw-oud": _("huidige Wsw (Wsw-oud)"),
}
PERSOONKOLOMMEN = (Kolom(_("Geboortejaar"), "geboortedatum__year"),)


def ingedeeld_op(groepen: Sequence[str], peildatum: datetime.date) -> QuerySet[Indeling]:
    """The classifications into one of `groepen` that hold on the date, of residents who had not died."""
    return Indeling.objects.filter(geldig_op(peildatum), in_leven(peildatum), doelgroep__in=groepen)


def bewoners(gebied: Gebied) -> QuerySet[Persoon]:
    """The residents of the area, by the municipality of their dossier as it is registered now."""
    return Persoon.objects.filter(gemeente_id__in=gebied.codes)


def _tel_groepen(*groepen: str) -> Tel:
    def tel(gebied: Gebied, peildatum: datetime.date) -> Rijen:
        return bewoners(gebied).filter(pk__in=ingedeeld_op(groepen, peildatum).values("persoon"))

    return tel


def sinds(rijen_op: Callable[[datetime.date], QuerySet[Any]]) -> Verrijk:
    """Adds `sinds` to residents: since when the period that makes them count has run."""

    def verrijk(rijen: Rijen, peildatum: datetime.date) -> Rijen:
        eigen = rijen_op(peildatum).filter(persoon=OuterRef("pk")).order_by("vanaf")
        verrijkt: Rijen = rijen.annotate(sinds=Subquery(eigen.values("vanaf")[:1]))
        return verrijkt

    return verrijk


def _groepen(
    sleutel: str, naam: Any, omschrijving: Any, groepen: tuple[str, ...], doelen: tuple[Doelverwijzing, ...]
) -> Definitie:
    return Definitie(
        sleutel=sleutel,
        naam=naam,
        omschrijving=omschrijving,
        eenheid=Eenheid.PERSONEN,
        bron=_("het eigen register: indelingen in een doelgroep na diagnose"),
        artikel=_("Participatiewet artikel 7 lid 1 onder a; Kadernota hoofdstuk 3.1"),
        tel=_tel_groepen(*groepen),
        kolommen=(*PERSOONKOLOMMEN, Kolom(_("In deze doelgroep sinds"), "sinds")),
        jaar="sinds",
        jaar_naam=_("jaar waarin de indeling begon"),
        bladen=("personen", "indelingen"),
        gemeente="gemeente",
        persoon="",
        doelen=doelen,
        regels=("heeft_aanspraak_op_voorziening",),
        verrijk=sinds(lambda op: ingedeeld_op(groepen, op)),
    )


def _per_groep(code: str) -> Definitie:
    doelen = [Doelverwijzing(_("Kadernota, aantallen 2015"), "aantal-doelgroep", (code,))]
    if code == WSW_OUD:
        doelen.append(Doelverwijzing(_("Kadernota, prognose"), "prognose-doelgroep", ("huidige-wsw",)))
    return _groepen(
        f"doelgroep-{code}",
        format_lazy(_("Inwoners in de doelgroep {groep}"), groep=NAMEN[code]),
        _(
            "Elke inwoner die op de peildatum volgens de laatste diagnose in deze doelgroep is ingedeeld en op die "
            "dag leeft. Iemand telt één keer."
        ),
        (code,),
        tuple(doelen),
    )


def _met_bijstand(peildatum: datetime.date) -> QuerySet[Uitkering]:
    return Uitkering.objects.filter(geldig_op(peildatum), in_leven(peildatum))


def _tel_bijstand(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return bewoners(gebied).filter(pk__in=_met_bijstand(peildatum).values("persoon"))


_TOTALEN = (
    _groepen(
        "doelgroepen-kadernota",
        _("Inwoners in de vier doelgroepen naar verdiencapaciteit"),
        _(
            "Elke inwoner die op de peildatum in een van de doelgroepen 0-30, 30-50, 50-80 of 80-100 is ingedeeld. "
            "Wie in meer dan één doelgroep staat, telt één keer. Jongeren (in de Kadernota PM) en Wsw-oud tellen niet "
            "mee."
        ),
        KADERNOTA_GROEPEN,
        (
            Doelverwijzing(_("Kadernota, aantallen 2015, opgeteld"), "aantal-doelgroep", KADERNOTA_GROEPEN),
            Doelverwijzing(
                _("Kadernota, prognose: nieuwe doelgroepen en huidige WWB samen"),
                "prognose-doelgroep",
                ("nieuwe-doelgroepen", "huidige-wwb"),
            ),
        ),
    ),
    _groepen(
        "doelgroepen-met-wsw",
        _("Inwoners in de vier doelgroepen en Wsw-oud samen"),
        _(
            "Elke inwoner die op de peildatum in een van de doelgroepen 0-30, 30-50, 50-80, 80-100 of Wsw-oud is "
            "ingedeeld. Dit is wat de Kadernota in haar prognose optelt tot een totaal; jongeren staan daar PM."
        ),
        (*KADERNOTA_GROEPEN, WSW_OUD),
        (
            Doelverwijzing(_("Kadernota, aantallen 2015, opgeteld"), "aantal-doelgroep", (*KADERNOTA_GROEPEN, WSW_OUD)),
            Doelverwijzing(_("Kadernota, prognose totaal"), "prognose-doelgroep", ("totaal",)),
        ),
    ),
    _groepen(
        "doelgroepen-alle",
        _("Inwoners in een van de zes doelgroepen"),
        _("Elke inwoner die op de peildatum in een of meer doelgroepen is ingedeeld. Iemand telt één keer."),
        GROEPEN,
        (),
    ),
)
_BIJSTAND = Definitie(
    sleutel="bijstand",
    naam=_("Inwoners met algemene bijstand"),
    omschrijving=_(
        "Elke inwoner met een lopend recht op algemene bijstand op de peildatum. Van een paar tellen beide partners: "
        "dit zijn personen, geen uitkeringen. De landelijke benchmark telt uitkeringen en is dus niet hetzelfde."
    ),
    eenheid=Eenheid.PERSONEN,
    bron=_("het eigen register: uitkeringen"),
    artikel=_("Participatiewet artikel 11 en 19"),
    tel=_tel_bijstand,
    kolommen=(*PERSOONKOLOMMEN, Kolom(_("Bijstand sinds"), "sinds")),
    jaar="sinds",
    jaar_naam=_("jaar waarin de bijstand begon"),
    bladen=("personen", "uitkeringen"),
    gemeente="gemeente",
    persoon="",
    doelen=(Doelverwijzing(_("Kadernota, prognose huidige WWB"), "prognose-doelgroep", ("huidige-wwb",)),),
    regels=("heeft_recht_op_algemene_bijstand", "algemene_bijstand_per_maand"),
    verrijk=sinds(_met_bijstand),
)
DEFINITIES = (*map(_per_groep, GROEPEN), *_TOTALEN, _BIJSTAND)
