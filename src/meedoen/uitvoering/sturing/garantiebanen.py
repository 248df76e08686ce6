"""Definitions: garantiebanen of residents, and of the municipality as employer since the baseline of 2013."""

import datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ..dossiers.queries import geldig_op
from ..kern.units import Eenheid
from ..plaatsingen.models import Plaatsing
from .areas import Gebied
from .doelgroepen import PERSOONKOLOMMEN, bewoners, sinds
from .figures import Definitie, Doelverwijzing, Kolom, Meting, Rijen, Tekst, Tel
from .periods import in_leven

NULMETING = datetime.date(2013, 1, 1)  # reference date of the banenafspraak (seed 000, question 2)
UREN_PER_BAAN = Decimal("25.5")
ARTIKEL = _("Wet financiering sociale verzekeringen artikel 38b tot en met 38f (banenafspraak)")
IN_DIENST, DETACHERING, UITZENDBUREAU = (
    Plaatsing.Verband.IN_DIENST,
    Plaatsing.Verband.DETACHERING,
    Plaatsing.Verband.UITZENDBUREAU,
)
KOLOMMEN = (
    Kolom(_("Werkgever"), "werkgever__naam"),
    Kolom(_("Verband"), "verband"),
    Kolom(_("Begonnen"), "vanaf"),
    Kolom(_("Uren per week"), "uren_per_week"),
)
_OPMERKING = _(
    "De landelijke meting telt verloonde uren van iedereen in het doelgroepregister, ook gedetacheerde "
    "Wsw-medewerkers. Dit cijfer telt alleen plaatsingen die in het eigen register als garantiebaan staan."
)


def lopend_op(peildatum: datetime.date) -> QuerySet[Plaatsing]:
    """Garantiebanen that run on the date, of people who had not died."""
    return Plaatsing.objects.filter(geldig_op(peildatum), in_leven(peildatum), soort=Plaatsing.Soort.GARANTIEBAAN)


def _van_inwoners(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return lopend_op(peildatum).filter(persoon__gemeente_id__in=gebied.codes)


def _personen(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return bewoners(gebied).filter(pk__in=lopend_op(peildatum).values("persoon"))


def _social_return(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return Plaatsing.objects.filter(
        geldig_op(peildatum), in_leven(peildatum), persoon__gemeente_id__in=gebied.codes, is_social_return=True
    )


def _bij_gemeente(*verbanden: Plaatsing.Verband) -> Tel:
    def tel(gebied: Gebied, peildatum: datetime.date) -> Rijen:
        return lopend_op(peildatum).filter(
            vanaf__gte=NULMETING,
            verband__in=verbanden,
            werkgever__is_gemeente=True,
            werkgever__gemeente_id__in=gebied.codes,
        )

    return tel


def _ooit_bij_gemeente(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return Plaatsing.objects.filter(
        soort=Plaatsing.Soort.GARANTIEBAAN,
        vanaf__gte=NULMETING,
        vanaf__lte=peildatum,
        verband__in=(IN_DIENST, DETACHERING, UITZENDBUREAU),
        werkgever__is_gemeente=True,
        werkgever__gemeente_id__in=gebied.codes,
    )


def _definitie(sleutel: str, naam: Tekst, omschrijving: Tekst, eenheid: Eenheid, tel: Tel, **anders: Any) -> Definitie:
    gegevens: dict[str, Any] = {
        "bron": _("het eigen register: plaatsingen en werkgevers"),
        "artikel": ARTIKEL,
        "kolommen": KOLOMMEN,
        "jaar": "vanaf",
        "jaar_naam": _("jaar waarin de plaatsing begon"),
        "bladen": ("personen", "werkgevers", "plaatsingen"),
        "opmerking": _OPMERKING,
        "regels": ("is_arbeidsbeperkte",),
    }
    if eenheid is Eenheid.BANEN:
        gegevens |= {"meting": Meting.SOM, "veld": "uren_per_week", "deler": UREN_PER_BAAN}
        gegevens["regels"] = ("is_arbeidsbeperkte", "aantal_banen_uit_contracten", "uren_per_baan_per_week")
    return Definitie(sleutel, naam, omschrijving, eenheid, tel=tel, **(gegevens | anders))


def _als_werkgever(sleutel: str, naam: Tekst, omschrijving: Tekst, *verbanden: Plaatsing.Verband) -> Definitie:
    doelen: tuple[Doelverwijzing, ...] = ()
    if len(verbanden) > 1:
        doelen = (Doelverwijzing(_("Opgave van de gemeente"), "garantiebanen-opgave", is_per_gemeente=True),)
    return _definitie(
        sleutel,
        naam,
        omschrijving,
        Eenheid.BANEN,
        _bij_gemeente(*verbanden),
        gemeente="werkgever__gemeente",
        doelen=doelen,
    )


_VAN_INWONERS = (
    _definitie(
        "garantiebanen-plekken",
        _("Bezette garantiebanen"),
        _(
            "Elke garantiebaan die op de peildatum loopt en door een inwoner van het gebied is bezet, bij welke "
            "werkgever ook. Eén lopende plaatsing is één bezette plek, hoeveel uren zij ook telt."
        ),
        Eenheid.PLEKKEN,
        _van_inwoners,
        doelen=(Doelverwijzing(_("Kadernota, raming"), "prognose-plekken", ("garantiebanen",)),),
    ),
    _definitie(
        "garantiebanen-personen",
        _("Inwoners met een garantiebaan"),
        _("Elke inwoner met minstens één lopende garantiebaan op de peildatum, bij welke werkgever ook."),
        Eenheid.PERSONEN,
        _personen,
        kolommen=(*PERSOONKOLOMMEN, Kolom(_("Garantiebaan sinds"), "sinds")),
        jaar="sinds",
        gemeente="gemeente",
        persoon="",
        verrijk=sinds(lopend_op),
    ),
    _definitie(
        "garantiebanen-banen",
        _("Garantiebanen van inwoners, in banen van 25,5 uur"),
        _("De uren per week van alle garantiebanen van inwoners die op de peildatum lopen, gedeeld door 25,5."),
        Eenheid.BANEN,
        _van_inwoners,
    ),
    _definitie(
        "social-return",
        _("Plaatsingen uit een social-returnafspraak"),
        _(
            "Elke plaatsing van een inwoner die op de peildatum loopt en voortkomt uit een social-returnafspraak bij "
            "inkoop of aanbesteding, van welke soort ook."
        ),
        Eenheid.PLAATSINGEN,
        _social_return,
        artikel=_("geen: social return berust op het inkoopbeleid van de gemeente"),
        regels=(),
        opmerking="",
    ),
)
_GEMEENTE = (
    _als_werkgever(
        "gemeente-garantiebanen",
        _("Garantiebanen bij de gemeente als werkgever, sinds 1 januari 2013"),
        _(
            "De uren per week van garantiebanen bij de gemeente zelf die sinds 1 januari 2013 begonnen en op de "
            "peildatum lopen, gedeeld door 25,5: in eigen dienst, gedetacheerd en via een uitzendbureau samen. Ook "
            "banen van mensen uit een andere gemeente tellen mee."
        ),
        IN_DIENST,
        DETACHERING,
        UITZENDBUREAU,
    ),
    _als_werkgever(
        "gemeente-garantiebanen-eigen",
        _("Garantiebanen bij de gemeente, in eigen dienst"),
        _(
            "Het deel van de garantiebanen bij de gemeente als werkgever waarin iemand bij de gemeente zelf in dienst "
            "is."
        ),
        IN_DIENST,
    ),
    _als_werkgever(
        "gemeente-garantiebanen-detachering",
        _("Garantiebanen bij de gemeente, ingeleend via detachering"),
        _("Het deel van de garantiebanen bij de gemeente als werkgever waarin iemand bij haar is gedetacheerd."),
        DETACHERING,
    ),
    _als_werkgever(
        "gemeente-garantiebanen-uitzendbureau",
        _("Garantiebanen bij de gemeente, ingeleend via een uitzendbureau"),
        _("Het deel van de garantiebanen bij de gemeente als werkgever waarin iemand via een uitzendbureau werkt."),
        UITZENDBUREAU,
    ),
    _definitie(
        "gemeente-garantiebanen-begonnen",
        _("Garantiebanen die bij de gemeente als werkgever begonnen sinds 1 januari 2013"),
        _(
            "Elke plaatsing in een garantiebaan bij de gemeente zelf die van 1 januari 2013 tot en met de peildatum "
            "begon, ook als zij intussen is geëindigd."
        ),
        Eenheid.PLAATSINGEN,
        _ooit_bij_gemeente,
        kolommen=(*KOLOMMEN, Kolom(_("Geëindigd"), "tot")),
        gemeente="werkgever__gemeente",
    ),
)
DEFINITIES = (*_VAN_INWONERS, *_GEMEENTE)
