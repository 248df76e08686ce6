"""Definitions: Wsw contracts and running loonkostensubsidies."""

import datetime
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ..dossiers.queries import geldig_op
from ..kern.units import Eenheid
from ..plaatsingen.models import Plaatsing
from .areas import Gebied
from .doelgroepen import PERSOONKOLOMMEN, bewoners, sinds
from .figures import Definitie, Doelverwijzing, Kolom, Meting, Rijen
from .periods import in_leven

UREN_PER_FTE = Decimal(36)
WSW = (Plaatsing.Soort.WSW, Plaatsing.Soort.BEGELEID_WERKEN)


def wsw_op(peildatum: datetime.date) -> QuerySet[Plaatsing]:
    """Wsw contracts and begeleid werken that run on the date, of residents who had not died."""
    return Plaatsing.objects.filter(geldig_op(peildatum), in_leven(peildatum), soort__in=WSW)


def met_loonkostensubsidie_op(peildatum: datetime.date) -> QuerySet[Plaatsing]:
    """Placements with loonkostensubsidie that run on the date, of residents who had not died."""
    return Plaatsing.objects.filter(geldig_op(peildatum), in_leven(peildatum), heeft_loonkostensubsidie=True)


def _wsw_personen(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return bewoners(gebied).filter(pk__in=wsw_op(peildatum).values("persoon"))


def _wsw(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return wsw_op(peildatum).filter(persoon__gemeente_id__in=gebied.codes)


def _loonkostensubsidie(gebied: Gebied, peildatum: datetime.date) -> Rijen:
    return bewoners(gebied).filter(pk__in=met_loonkostensubsidie_op(peildatum).values("persoon"))


REGELS_WSW = ("mag_wsw_dienstbetrekking", "mag_begeleid_werken")
DEFINITIES = (
    Definitie(
        sleutel="wsw-personen",
        naam=_("Inwoners met een Wsw-dienstbetrekking of begeleid werken"),
        omschrijving=_(
            "Elke inwoner met op de peildatum een lopende Wsw-dienstbetrekking of een plaats begeleid werken. Dit "
            "zijn personen; arbeidsjaren wegen ook de handicapcategorie, en die staat niet in het register."
        ),
        eenheid=Eenheid.PERSONEN,
        bron=_("het eigen register: plaatsingen"),
        artikel=_("Wet sociale werkvoorziening artikel 2 en 7"),
        tel=_wsw_personen,
        kolommen=(*PERSOONKOLOMMEN, Kolom(_("Wsw-plaats sinds"), "sinds")),
        jaar="sinds",
        jaar_naam=_("jaar waarin de plaatsing begon"),
        bladen=("personen", "plaatsingen"),
        gemeente="gemeente",
        persoon="",
        doelen=(Doelverwijzing(_("Kadernota, prognose huidige Wsw"), "prognose-doelgroep", ("huidige-wsw",)),),
        regels=REGELS_WSW,
        verrijk=sinds(wsw_op),
    ),
    Definitie(
        sleutel="wsw-fte",
        naam=_("Wsw en begeleid werken in fte"),
        omschrijving=_(
            "De uren per week van alle lopende Wsw-dienstbetrekkingen en plaatsen begeleid werken op de peildatum, "
            "gedeeld door 36 uur. Die maat van een volle werkweek is niet in onze bronnen nagegaan. Het zijn geen "
            "arbeidsjaren: die wegen ook de handicapcategorie."
        ),
        eenheid=Eenheid.FTE,
        bron=_("het eigen register: plaatsingen"),
        artikel=_("Wet sociale werkvoorziening artikel 2 en 7"),
        tel=_wsw,
        kolommen=(
            Kolom(_("Soort"), "soort"),
            Kolom(_("Begonnen"), "vanaf"),
            Kolom(_("Uren per week"), "uren_per_week"),
        ),
        jaar="vanaf",
        jaar_naam=_("jaar waarin de plaatsing begon"),
        bladen=("personen", "plaatsingen"),
        meting=Meting.SOM,
        veld="uren_per_week",
        deler=UREN_PER_FTE,
        regels=REGELS_WSW,
        is_geverifieerd=False,
    ),
    Definitie(
        sleutel="loonkostensubsidie",
        naam=_("Inwoners die werken met loonkostensubsidie"),
        omschrijving=_(
            "Elke inwoner met op de peildatum een lopende plaatsing waarvoor de werkgever loonkostensubsidie krijgt, "
            "ook in beschut werk en ook met het forfait."
        ),
        eenheid=Eenheid.PERSONEN,
        bron=_("het eigen register: plaatsingen"),
        artikel=_("Participatiewet artikel 10c en 10d"),
        tel=_loonkostensubsidie,
        kolommen=(*PERSOONKOLOMMEN, Kolom(_("Loonkostensubsidie sinds"), "sinds")),
        jaar="sinds",
        jaar_naam=_("jaar waarin de plaatsing begon"),
        bladen=("personen", "plaatsingen"),
        gemeente="gemeente",
        persoon="",
        regels=("heeft_aanspraak_op_loonkostensubsidie", "loonkostensubsidie_per_maand"),
        verrijk=sinds(met_loonkostensubsidie_op),
    ),
)
