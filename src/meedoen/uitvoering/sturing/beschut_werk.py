"""Definitions: beschut werk. Places, people, advices, the people who wait and how long (Participatiewet 10b)."""

import datetime
from decimal import Decimal
from typing import Any

from django.db.models import (
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from ..dossiers.queries import geldig_op
from ..kern.units import Eenheid
from ..plaatsingen.models import AdviesBeschutWerk, Plaatsing
from .areas import Gebied
from .doelgroepen import PERSOONKOLOMMEN, bewoners, sinds
from .figures import Definitie, Doelverwijzing, Kolom, Meting, Rijen, Tekst, Tel
from .periods import in_leven

ADVIESTERMIJN = datetime.timedelta(weeks=8)  # Besluit advisering beschut werk, artikel 2
UREN_PER_PLEK = Decimal(31)  # in use in the field; no source found, so shown as unverified
ARTIKEL = _("Participatiewet artikel 10b")
DOELEN = (
    Doelverwijzing(_("Ministeriële regeling, taakstelling"), "beschut-werk-taakstelling", is_per_gemeente=True),
    Doelverwijzing(_("Kadernota, raming"), "prognose-plekken", ("beschut-werk",)),
)
PLAATSINGKOLOMMEN = (
    Kolom(_("Werkgever"), "werkgever__naam"),
    Kolom(_("Begonnen"), "vanaf"),
    Kolom(_("Uren per week"), "uren_per_week"),
)


def bezet_op(peildatum: datetime.date) -> QuerySet[Plaatsing]:
    """Placements in beschut werk that run on the date, of residents who had not died."""
    return Plaatsing.objects.filter(geldig_op(peildatum), in_leven(peildatum), soort=Plaatsing.Soort.BESCHUT_WERK)


def _plekken(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return bezet_op(peildatum).filter(persoon__gemeente_id__in=gebied.codes)


def _personen(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return bewoners(gebied).filter(pk__in=bezet_op(peildatum).values("persoon"))


def _adviezen(gebied: Gebied, **waar: Any) -> QuerySet[AdviesBeschutWerk]:
    return AdviesBeschutWerk.objects.filter(persoon__gemeente_id__in=gebied.codes, **waar)


def _positief(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return _adviezen(gebied, uitslag=AdviesBeschutWerk.Uitslag.POSITIEF, uitgebracht_op__lte=peildatum)


def _aangevraagd_door(aanvrager: AdviesBeschutWerk.Aanvrager) -> Tel:
    def tel(gebied: Gebied, peildatum: datetime.date) -> Rijen:
        return _adviezen(gebied, aangevraagd_door=aanvrager, aangevraagd_op__lte=peildatum)

    return tel


def _in_behandeling(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    loopt = Q(uitgebracht_op__isnull=True) | Q(uitgebracht_op__gt=peildatum)
    return _adviezen(gebied, aangevraagd_op__lte=peildatum).filter(loopt, in_leven(peildatum))


def _over_de_termijn(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return _in_behandeling(gebied, peildatum).filter(aangevraagd_op__lt=peildatum - ADVIESTERMIJN)


def wachtenden(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    """The last advice of each resident where that is positive and no place runs on the date, with the wait of each.

    `wacht_sinds` is the day of the advice, or the end of the last place where he had one after it. Of two advices given
    on one day the one entered last speaks.
    """
    later = AdviesBeschutWerk.objects.filter(
        Q(uitgebracht_op__gt=OuterRef("uitgebracht_op"))
        | Q(uitgebracht_op=OuterRef("uitgebracht_op"), pk__gt=OuterRef("pk")),
        persoon=OuterRef("persoon"),
        uitgebracht_op__lte=peildatum,
    )
    eigen = Plaatsing.objects.filter(persoon=OuterRef("persoon"), soort=Plaatsing.Soort.BESCHUT_WERK)
    laatste_einde = eigen.filter(tot__lte=peildatum).values("persoon").annotate(einde=Max("tot")).values("einde")
    wacht_sinds = Greatest(F("uitgebracht_op"), Coalesce(Subquery(laatste_einde), F("uitgebracht_op")))
    rijen: Rijen = (
        _positief(gebied, peildatum)
        .filter(~Exists(later), ~Q(persoon__in=bezet_op(peildatum).values("persoon")), in_leven(peildatum))
        .annotate(wacht_sinds=wacht_sinds)
        .annotate(
            wacht=ExpressionWrapper(
                Value(peildatum, output_field=DateField()) - F("wacht_sinds"), output_field=DurationField()
            )
        )
    )
    return rijen


def _plaats(sleutel: str, naam: Tekst, omschrijving: Tekst, eenheid: Eenheid, tel: Tel, **anders: Any) -> Definitie:
    gegevens: dict[str, Any] = {
        "bron": _("het eigen register: plaatsingen"),
        "artikel": ARTIKEL,
        "kolommen": PLAATSINGKOLOMMEN,
        "jaar": "vanaf",
        "jaar_naam": _("jaar waarin de plaatsing begon"),
        "bladen": ("personen", "plaatsingen"),
        "regels": ("moet_college_beschut_werk_aanbieden",),
    }
    return Definitie(sleutel, naam, omschrijving, eenheid, tel=tel, **(gegevens | anders))


def _advies(sleutel: str, naam: Tekst, omschrijving: Tekst, tel: Tel, **anders: Any) -> Definitie:
    gegevens: dict[str, Any] = {
        "eenheid": Eenheid.ADVIEZEN,
        "bron": _("het eigen register: adviezen beschut werk van UWV"),
        "artikel": ARTIKEL,
        "kolommen": (
            Kolom(_("Aangevraagd"), "aangevraagd_op"),
            Kolom(_("Door"), "aangevraagd_door"),
            Kolom(_("Advies"), "uitslag"),
            Kolom(_("Uitgebracht"), "uitgebracht_op"),
        ),
        "jaar": "aangevraagd_op",
        "jaar_naam": _("jaar van de aanvraag"),
        "bladen": ("personen", "adviezen"),
        "regels": ("is_doelgroep_beschut_werk", "is_advies_beschut_werk_positief"),
    }
    return Definitie(sleutel, naam, omschrijving, tel=tel, **(gegevens | anders))


_WACHTKOLOMMEN = (
    Kolom(_("Positief advies"), "uitgebracht_op"),
    Kolom(_("Aangevraagd door"), "aangevraagd_door"),
    Kolom(_("Wacht sinds"), "wacht_sinds"),
    Kolom(_("Dagen"), "wacht"),
)
_PLAATSEN = (
    _plaats(
        "beschut-werk-plekken",
        _("Bezette plekken beschut werk"),
        _(
            "Elke plaatsing in beschut werk die op de peildatum loopt, van een inwoner van het gebied. Eén lopende "
            "plaatsing is één bezette plek, hoeveel uren zij ook telt."
        ),
        Eenheid.PLEKKEN,
        _plekken,
        doelen=DOELEN,
    ),
    _plaats(
        "beschut-werk-personen",
        _("Inwoners die in beschut werk werken"),
        _("Elke inwoner met minstens één lopende plaatsing in beschut werk op de peildatum."),
        Eenheid.PERSONEN,
        _personen,
        kolommen=(*PERSOONKOLOMMEN, Kolom(_("In beschut werk sinds"), "sinds")),
        jaar="sinds",
        gemeente="gemeente",
        persoon="",
        verrijk=sinds(bezet_op),
    ),
    _plaats(
        "beschut-werk-plekken-31-uur",
        _("Beschut werk, omgerekend naar plekken van 31 uur"),
        _(
            "De uren per week van alle plaatsingen in beschut werk die op de peildatum lopen, gedeeld door 31. Voor "
            "die maat is geen officiële bron gevonden: gebruik haar niet om een taakstelling aan te toetsen."
        ),
        Eenheid.PLEKKEN_31_UUR,
        _plekken,
        meting=Meting.SOM,
        veld="uren_per_week",
        deler=UREN_PER_PLEK,
        is_geverifieerd=False,
    ),
)
_ADVIEZEN = (
    _advies(
        "beschut-werk-adviezen-positief",
        _("Positieve adviezen beschut werk"),
        _(
            "Elk positief advies dat UWV tot en met de peildatum uitbracht over een inwoner. Twee adviezen tellen als "
            "twee."
        ),
        _positief,
        jaar="uitgebracht_op",
        jaar_naam=_("jaar van het advies"),
    ),
    _advies(
        "beschut-werk-wachtend",
        _("Inwoners met een positief advies zonder plek"),
        _(
            "Elke inwoner van wie het laatste advies tot en met de peildatum positief is en die op de peildatum niet "
            "in beschut werk werkt. Iemand telt één keer, ook wie eerder wel een plek had."
        ),
        wachtenden,
        eenheid=Eenheid.PERSONEN,
        kolommen=_WACHTKOLOMMEN,
        jaar="uitgebracht_op",
        jaar_naam=_("jaar van het advies"),
        bladen=("personen", "adviezen", "plaatsingen"),
        regels=("moet_college_beschut_werk_aanbieden",),
    ),
    _advies(
        "beschut-werk-wachttijd",
        _("Gemiddelde wachttijd op een plek beschut werk"),
        _(
            "Het gemiddelde aantal dagen tot de peildatum dat inwoners met een positief advies zonder plek wachten: "
            "vanaf het advies, of vanaf het einde van hun laatste plek als die er daarna was."
        ),
        wachtenden,
        eenheid=Eenheid.DAGEN,
        meting=Meting.GEMIDDELDE,
        veld="wacht",
        kolommen=_WACHTKOLOMMEN,
        jaar="uitgebracht_op",
        jaar_naam=_("jaar van het advies"),
        bladen=("personen", "adviezen", "plaatsingen"),
        regels=("moet_college_beschut_werk_aanbieden",),
    ),
    _advies(
        "beschut-werk-in-behandeling",
        _("Aanvragen beschut werk die nog lopen"),
        _("Elke aanvraag bij UWV die tot en met de peildatum is gedaan en waarop die dag nog geen advies was."),
        _in_behandeling,
        eenheid=Eenheid.AANVRAGEN,
        regels=("mag_advies_beschut_werk_vragen",),
    ),
    _advies(
        "beschut-werk-over-de-termijn",
        _("Aanvragen beschut werk langer dan acht weken in behandeling"),
        _(
            "Elke lopende aanvraag die meer dan acht weken voor de peildatum is gedaan: UWV hoort dan te hebben "
            "geadviseerd."
        ),
        _over_de_termijn,
        eenheid=Eenheid.AANVRAGEN,
        artikel=_("Besluit advisering beschut werk artikel 2"),
        regels=("uiterste_datum_advies_beschut_werk", "adviestermijn_beschut_werk"),
    ),
    _advies(
        "beschut-werk-aanvragen-gemeente",
        _("Aanvragen beschut werk door de gemeente"),
        _("Elke aanvraag voor een advies die de gemeente tot en met de peildatum bij UWV deed, wat de uitslag ook is."),
        _aangevraagd_door(AdviesBeschutWerk.Aanvrager.GEMEENTE),
        eenheid=Eenheid.AANVRAGEN,
        artikel=_("Participatiewet artikel 10b lid 2"),
        regels=("mag_advies_beschut_werk_vragen",),
    ),
    _advies(
        "beschut-werk-aanvragen-inwoner",
        _("Aanvragen beschut werk door de inwoner zelf"),
        _(
            "Elke aanvraag voor een advies die een inwoner tot en met de peildatum zelf bij UWV deed, wat de uitslag "
            "ook is. Dat kan sinds 1 januari 2017."
        ),
        _aangevraagd_door(AdviesBeschutWerk.Aanvrager.PERSOON),
        eenheid=Eenheid.AANVRAGEN,
        artikel=_("Participatiewet artikel 10b lid 3, sinds 1 januari 2017"),
        regels=("mag_advies_beschut_werk_vragen",),
    ),
)
DEFINITIES = (*_PLAATSEN, *_ADVIEZEN)
