"""The cases behind a figure: its rows for who may see them, and its splits for who may not."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from ..dossiers.models import Inlezing
from ..huisstijl import formats
from .figures import Cijfer, Definitie, Meting, Rijen, rijen

KLEINSTE_CEL = 5  # a split shows no count from 1 to 4: with so few, residents could recognise one another


@dataclass(frozen=True)
class Geval:
    """One row that a figure counts. `nummer` and `naam` are empty for a resident of somebody else's municipality."""

    nummer: str
    naam: str
    gemeente: str
    cellen: tuple[str, ...]
    bijdrage: Decimal | None


@dataclass(frozen=True)
class Cel:
    """One cell of a split: how many rows, or hidden because there are too few."""

    naam: str
    aantal: int
    is_verborgen: bool = False


@dataclass(frozen=True)
class Splitsing:
    """The rows of a figure divided over years."""

    naam: str
    cellen: tuple[Cel, ...]

    @property
    def heeft_verborgen(self) -> bool:
        """Whether a cell is hidden, so that the page must say why."""
        return any(cel.is_verborgen for cel in self.cellen)


def _verrijkt(cijfer: Cijfer) -> Rijen:
    definitie = cijfer.definitie
    gevonden = rijen(definitie, cijfer.gebied, cijfer.peildatum)
    return definitie.verrijk(gevonden, cijfer.peildatum) if definitie.verrijk else gevonden


def _keuzes(model: type[Any], veld: str) -> dict[Any, Any]:
    """The labels of a column with choices; nothing for any other column."""
    namen = {f.name for f in model._meta.get_fields()}
    return dict(model._meta.get_field(veld).flatchoices) if veld in namen else {}


def _tekst(waarde: object, keuzes: dict[Any, Any]) -> str:
    if waarde in keuzes:
        return str(keuzes[waarde])
    if isinstance(waarde, datetime.timedelta):
        return formats.getal(waarde.days)
    if isinstance(waarde, datetime.date):
        return formats.datum(waarde)
    if isinstance(waarde, Decimal):
        return formats.getal(waarde)
    return "" if waarde is None else str(waarde)


def gevallen(cijfer: Cijfer, eigen_codes: Collection[str], vanaf: int, tot: int) -> list[Geval]:
    """The cases `vanaf` to `tot` (exclusive) in order of dossier number. Of other municipalities without name."""
    definitie = cijfer.definitie
    velden = [kolom.veld for kolom in definitie.kolommen]
    persoon = [definitie.pad(v) for v in ("nummer", "voornaam", "achternaam", "gemeente", "gemeente__naam")]
    extra = [definitie.veld] if definitie.meting is Meting.SOM else []
    gevonden = _verrijkt(cijfer).order_by(persoon[0], "pk").values_list(*persoon, *extra, *velden)[vanaf:tot]
    keuzes = [_keuzes(gevonden.model, veld) for veld in velden]
    uit = []
    for nummer, voornaam, achternaam, code, gemeente, *rest in gevonden:
        is_eigen = code in eigen_codes
        bijdrage = rest.pop(0) / definitie.deler if extra else None
        cellen = tuple(_tekst(waarde, keuze) for waarde, keuze in zip(rest, keuzes, strict=True))
        naam = f"{voornaam} {achternaam}" if is_eigen else ""
        uit.append(Geval(nummer if is_eigen else "", naam, gemeente, cellen, bijdrage))
    return uit


def verberg_kleine_cellen(cellen: Sequence[tuple[str, int]]) -> tuple[Cel, ...]:
    """Hide counts from 1 to 4, and the next smallest beside a single hidden one, so that no sum gives it away.

    A split into one cell is the total itself, which is shown everywhere, so it hides nothing.
    """
    if len(cellen) < 2:
        return tuple(Cel(naam, aantal) for naam, aantal in cellen)
    klein = {naam for naam, aantal in cellen if 0 < aantal < KLEINSTE_CEL}
    if len(klein) == 1:
        rest = [(aantal, naam) for naam, aantal in cellen if naam not in klein and aantal]
        klein |= {min(rest)[1]} if rest else set()
    return tuple(Cel(naam, aantal, naam in klein) for naam, aantal in cellen)


def per_jaar(cijfer: Cijfer) -> Splitsing:
    """The rows by year, small cells hidden: what the council sees instead of the cases.

    The total of a municipality is no cell: a council may know how many of its residents wait, even if there are two.
    """
    definitie = cijfer.definitie
    geteld = (
        _verrijkt(cijfer)
        .order_by()
        .values(jaar_van_de_rij=ExtractYear(definitie.jaar))
        .annotate(n=Count("pk"))
        .order_by("jaar_van_de_rij")
    )
    jaren = [(str(rij["jaar_van_de_rij"] or _("onbekend")), rij["n"]) for rij in geteld]
    return Splitsing(str(definitie.jaar_naam), verberg_kleine_cellen(jaren))


def stand_van_de_gegevens(definitie: Definitie) -> list[tuple[str, datetime.datetime | None]]:
    """When each table behind the figure was last read in; None where it never was by an import."""
    laatste = dict(
        Inlezing.objects.filter(blad__in=definitie.bladen)
        .values_list("blad")
        .annotate(laatste=Max("begonnen_op"))
        .order_by()
    )
    return [(blad, laatste.get(blad)) for blad in definitie.bladen]
