"""What the API tells of a figure. Numbers are text, exact and with a point; empty means: there is no such value."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ...sturing.cases import Splitsing
from ...sturing.figures import Cijfer, Definitie, Vergelijking


@dataclass(frozen=True)
class Cijferdefinitie:
    """What a figure counts. `is_periode`: over the twelve months up to the reference date, else on that day."""

    sleutel: str
    naam: str
    omschrijving: str
    eenheid: str
    bron: str
    artikel: str
    is_periode: bool
    is_geverifieerd: bool
    opmerking: str


@dataclass(frozen=True)
class Gemeentedeel:
    """The part of one municipality: its value and the number of rows behind it."""

    code: str
    naam: str
    waarde: str | None
    aantal_rijen: int


@dataclass(frozen=True)
class Jaardeel:
    """The rows of one year. `aantal` is empty where it is hidden: so few that residents could recognise one another."""

    jaar: str
    aantal: int | None
    is_verborgen: bool


@dataclass(frozen=True)
class Verdeling:
    """The rows by year; `naam` tells which year of a row."""

    naam: str
    delen: tuple[Jaardeel, ...]


@dataclass(frozen=True)
class Beleidswaarde:
    """A target or estimate beside the figure. `verschil`: counted minus policy, empty where it cannot be given.

    `deelsom` is the known part where a sum is incomplete: of the municipalities in `ontbreekt` nothing is published,
    those in `gesplitst` were divided over others. `bekend_vanaf` is the date of the document.
    """

    naam: str
    waarde: str | None
    eenheid: str
    periode: str
    bron: str
    verschil: str | None
    is_voorlopig: bool
    is_geverifieerd: bool
    opmerking: str
    bekend_vanaf: str | None
    deelsom: str | None
    ontbreekt: tuple[str, ...]
    gesplitst: tuple[str, ...]


@dataclass(frozen=True)
class Gebiedsnaam:
    """The area of a figure, by the key in its address."""

    sleutel: str
    naam: str


@dataclass(frozen=True)
class Cijferblad:
    """A figure of an area on a reference date, with its definition, its parts and the policy beside it. No persons."""

    definitie: Cijferdefinitie
    gebied: Gebiedsnaam
    peildatum: str
    waarde: str | None
    eenheid: str
    aantal_rijen: int
    per_gemeente: tuple[Gemeentedeel, ...]
    per_jaar: Verdeling
    vergelijk: tuple[Beleidswaarde, ...]


@dataclass(frozen=True)
class Cijferlijst:
    """Every figure there is, in the order in which people read them."""

    cijfers: tuple[Cijferdefinitie, ...]


def cijferlijst(definities: Iterable[Definitie]) -> Cijferlijst:
    """The definitions as the API tells them."""
    return Cijferlijst(tuple(_definitie(d) for d in definities))


def cijferblad(cijfer: Cijfer, jaren: Splitsing) -> Cijferblad:
    """A counted figure, and its rows by year with small cells hidden, as the API tells them."""
    return Cijferblad(
        definitie=_definitie(cijfer.definitie),
        gebied=Gebiedsnaam(cijfer.gebied.sleutel, cijfer.gebied.naam),
        peildatum=cijfer.peildatum.isoformat(),
        waarde=getal(cijfer.waarde),
        eenheid=cijfer.definitie.eenheid.value,
        aantal_rijen=cijfer.aantal_rijen,
        per_gemeente=tuple(Gemeentedeel(d.code, d.naam, getal(d.waarde), d.aantal_rijen) for d in cijfer.delen),
        per_jaar=Verdeling(
            jaren.naam,
            tuple(Jaardeel(c.naam, None if c.is_verborgen else c.aantal, c.is_verborgen) for c in jaren.cellen),
        ),
        vergelijk=tuple(_beleidswaarde(v) for v in cijfer.vergelijk),
    )


def getal(waarde: Decimal | None) -> str | None:
    """A number as plain text without closing zeros: "27", "4.08"."""
    return None if waarde is None else f"{waarde.normalize():f}"


def _definitie(d: Definitie) -> Cijferdefinitie:
    return Cijferdefinitie(
        sleutel=d.sleutel,
        naam=str(d.naam),
        omschrijving=str(d.omschrijving),
        eenheid=d.eenheid.value,
        bron=str(d.bron),
        artikel=str(d.artikel),
        is_periode=d.is_periode,
        is_geverifieerd=d.is_geverifieerd,
        opmerking=str(d.opmerking),
    )


def _beleidswaarde(v: Vergelijking) -> Beleidswaarde:
    return Beleidswaarde(
        naam=str(v.naam),
        waarde=getal(v.waarde),
        eenheid=v.eenheid,
        periode=v.periode,
        bron=v.bron,
        verschil=getal(v.verschil),
        is_voorlopig=v.is_voorlopig,
        is_geverifieerd=v.is_geverifieerd,
        opmerking=v.opmerking,
        bekend_vanaf=v.bekend_vanaf.isoformat() if v.bekend_vanaf else None,
        deelsom=getal(v.deelsom),
        ontbreekt=v.ontbreekt,
        gesplitst=v.gesplitst,
    )
