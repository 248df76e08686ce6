"""What a figure is: its definition, how it is counted, and its value for an area on a reference date.

Counting happens in the database: one query gives the value and its split by municipality. The rows that a figure counts
are the queryset of its definition, so a page that lists them can never disagree with the figure.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.db.models import Avg, Count, QuerySet, Sum
from django.utils.translation import gettext as _

from ..kern.units import Eenheid, Hoeveelheid
from .areas import Gebied

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Tekst = str | StrPromise
else:
    Tekst = str

Rijen = QuerySet[Any]
Tel = Callable[[Gebied, datetime.date], Rijen]
Verrijk = Callable[[Rijen, datetime.date], Rijen]


class Meting(Enum):
    """How the rows become one value."""

    AANTAL = "aantal rijen"
    SOM = "som van een kolom, gedeeld door een vaste maat"
    GEMIDDELDE = "gemiddelde van een kolom"


@dataclass(frozen=True)
class Doelverwijzing:
    """With which policy figures a definition is compared: their `soort` and the `rijen` that together are one value.

    `is_per_gemeente`: each municipality has its own, dated; the ledger of targets then adds them, also over mergers.
    """

    naam: Tekst
    soort: str
    rijen: tuple[str, ...] = ("",)
    is_per_gemeente: bool = False


@dataclass(frozen=True)
class Kolom:
    """One column of the rows behind a figure: a heading and the path of the value in the row."""

    kop: Tekst
    veld: str


@dataclass(frozen=True)
class Definitie:
    """What is counted, in which unit, from which tables, on which legal ground.

    `tel` gives the rows. `gemeente` is the path from a row to the municipality that splits the figure; `persoon` the
    path to the resident ("" when the row is the resident). With SOM, `veld` is summed and divided by `deler`; with
    GEMIDDELDE `veld` is a duration and the value its mean in days. `verrijk` adds what only the list of rows needs.
    `regels` are the rules and amounts of the law that the figure rests on; the page links to each.
    """

    sleutel: str
    naam: Tekst
    omschrijving: Tekst
    eenheid: Eenheid
    bron: Tekst
    artikel: Tekst
    tel: Tel
    kolommen: tuple[Kolom, ...]
    jaar: str
    jaar_naam: Tekst
    bladen: tuple[str, ...]
    gemeente: str = "persoon__gemeente"
    persoon: str = "persoon"
    meting: Meting = Meting.AANTAL
    veld: str = ""
    deler: Decimal = Decimal(1)
    is_periode: bool = False
    is_geverifieerd: bool = True
    opmerking: Tekst = ""
    doelen: tuple[Doelverwijzing, ...] = ()
    regels: tuple[str, ...] = ()
    verrijk: Verrijk | None = None

    def pad(self, veld: str) -> str:
        """The path from a row to a column of the resident."""
        return f"{self.persoon}__{veld}" if self.persoon else veld


@dataclass(frozen=True)
class Deel:
    """The part of a figure that one municipality has: its value, the rows behind it and the sum of their column."""

    code: str
    naam: str
    waarde: Decimal | None
    aantal_rijen: int
    som: Decimal = Decimal(0)


@dataclass(frozen=True)
class Vergelijking:
    """A policy figure beside a counted one, with its own unit, date and source.

    `waarde` is empty when the source gives none ("PM", or not published for this area): `opmerking` then says so.
    `verschil` is counted minus policy figure, and empty where there is no value or where the units are unlike:
    `opmerking` says which. `deelsom` is the known part of a sum that has no value, because `ontbreekt` (municipalities
    of which nothing is published) or `gesplitst` (municipalities that were divided) are not in it. `bekend_vanaf` is
    the date of the document. `regel` is the rule of the law by which there is such a figure, "" when it is policy.
    """

    naam: Tekst
    waarde: Decimal | None
    eenheid: str
    periode: str
    bron: str
    verschil: Decimal | None = None
    is_voorlopig: bool = False
    is_geverifieerd: bool = True
    opmerking: str = ""
    bekend_vanaf: datetime.date | None = None
    deelsom: Decimal | None = None
    ontbreekt: tuple[str, ...] = ()
    gesplitst: tuple[str, ...] = ()
    regel: str = ""


@dataclass(frozen=True)
class Cijfer:
    """A definition counted for an area on a reference date. `waarde` is exact; rounding is for the page."""

    definitie: Definitie
    gebied: Gebied
    peildatum: datetime.date
    waarde: Decimal | None
    aantal_rijen: int
    delen: tuple[Deel, ...] = ()
    vergelijk: tuple[Vergelijking, ...] = field(default=())

    @property
    def hoeveelheid(self) -> Hoeveelheid:
        """Value with unit. Raises ValueError when the figure has no value (a mean over no rows)."""
        if self.waarde is None:
            raise ValueError(
                _("'%(naam)s' heeft voor %(gebied)s op %(dag)s geen waarde; er is niets om mee te rekenen.")
                % {"naam": self.definitie.naam, "gebied": self.gebied.naam, "dag": self.peildatum.isoformat()}
            )
        return Hoeveelheid(self.waarde, self.definitie.eenheid)

    def voor(self, deelgebied: Gebied) -> "Cijfer":
        """The same figure for one municipality of the area, without counting again. KeyError for another area."""
        deel = {d.code: d for d in self.delen}[deelgebied.sleutel]
        return Cijfer(self.definitie, deelgebied, self.peildatum, deel.waarde, deel.aantal_rijen, (deel,))


class SomKloptNiet(ValueError):
    """Figures that cannot be added: of different dates or areas (unlike units raise EenhedenVerschillen)."""


def rijen(definitie: Definitie, gebied: Gebied, peildatum: datetime.date) -> Rijen:
    """The rows that the figure counts, exactly."""
    return definitie.tel(gebied, peildatum)


def _waarde(definitie: Definitie, aantal: int, som: Decimal) -> Decimal | None:
    if definitie.meting is Meting.AANTAL:
        return Decimal(aantal)
    if definitie.meting is Meting.SOM:
        return som / definitie.deler
    return som / aantal if aantal else None


def _som(definitie: Definitie, rij: dict[str, Any]) -> Decimal:
    if definitie.meting is Meting.SOM:
        return Decimal(rij["som"] or 0).quantize(Decimal("0.01"))
    if definitie.meting is Meting.GEMIDDELDE:
        duur = rij["gemiddelde"] or datetime.timedelta()
        return Decimal(round(duur.total_seconds() * rij["aantal"] / 86400))
    return Decimal(rij["aantal"])


def bereken(definitie: Definitie, gebied: Gebied, peildatum: datetime.date) -> Cijfer:
    """Count a figure for an area on a date: one query, whatever the number of municipalities.

    Every municipality of the area has its part, also when it counts nothing: an area without rows is 0, not unknown.
    """
    telling: dict[str, Any] = {"aantal": Count("pk")}
    if definitie.meting is Meting.SOM:
        telling["som"] = Sum(definitie.veld)
    if definitie.meting is Meting.GEMIDDELDE:
        telling["gemiddelde"] = Avg(definitie.veld)
    gevonden = {
        rij[definitie.gemeente]: (rij["aantal"], _som(definitie, rij))
        for rij in rijen(definitie, gebied, peildatum).order_by().values(definitie.gemeente).annotate(**telling)
    }
    delen = []
    for code, naam in gebied.gemeenten:
        aantal, som = gevonden.get(code, (0, Decimal(0)))
        delen.append(Deel(code, naam, _waarde(definitie, aantal, som), aantal, som))
    totaal = sum(deel.aantal_rijen for deel in delen)
    som = sum((deel.som for deel in delen), Decimal(0))
    return Cijfer(definitie, gebied, peildatum, _waarde(definitie, totaal, som), totaal, tuple(delen))


def tel_op(cijfers: Iterable[Cijfer]) -> Hoeveelheid:
    """Add figures. Such a sum says nothing where they are unlike, so it is refused.

    Raises EenhedenVerschillen for unlike units and SomKloptNiet for other areas, other dates or no figures at all.
    """
    lijst = list(cijfers)
    if not lijst:
        raise SomKloptNiet(_("Er zijn geen cijfers om op te tellen."))
    if len({(c.gebied.codes, c.peildatum) for c in lijst}) > 1:
        raise SomKloptNiet(_("Cijfers van verschillende gebieden of peildatums tel je niet bij elkaar op."))
    totaal = lijst[0].hoeveelheid
    for cijfer in lijst[1:]:
        totaal = totaal + cijfer.hoeveelheid
    return totaal
