"""The register as rows of a blad: from the tables of the platform to canonical text, for comparing and for export."""

import datetime
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from .kolommen import Blad, Kolom, Type

VERWIJZINGEN = {Type.PERSOON: "nummer", Type.WERKGEVER: "nummer"}


def tabel(blad: Blad) -> type[Model]:
    """The model that holds the rows of this blad."""
    return apps.get_model(blad.model)


def modelveld(kolom: Kolom) -> str:
    """The field of the model that a column fills, without the "_id" of a foreign key."""
    return kolom.veld.removesuffix("_id")


def actueel(blad: Blad) -> QuerySet[Any]:
    """The rows that hold now. Of a fact that was recorded more than once only the last recording."""
    rijen: QuerySet[Any] = tabel(blad)._default_manager.all()
    if blad.naam != "feiten":
        return rijen
    later = rijen.filter(
        persoon=OuterRef("persoon"),
        naam=OuterRef("naam"),
        vanaf=OuterRef("vanaf"),
        vastgelegd_op__gt=OuterRef("vastgelegd_op"),
    )
    return rijen.filter(~Exists(later))


def van_gemeenten(blad: Blad, codes: Collection[str]) -> QuerySet[Any]:
    """The rows that hold now of persons in these municipalities; employers in them or with a placement from them."""
    rijen = actueel(blad)
    if blad.naam == "personen":
        return rijen.filter(gemeente__in=codes)
    if blad.naam == "werkgevers":
        return rijen.filter(Q(gemeente__in=codes) | Q(plaatsingen__persoon__gemeente__in=codes)).distinct()
    if blad.naam == "relaties":
        return rijen.filter(persoon__gemeente__in=codes, ander__gemeente__in=codes)
    return rijen.filter(persoon__gemeente__in=codes)


def canonieke_rijen(blad: Blad, rijen: QuerySet[Any]) -> Iterator[tuple[Any, ...]]:
    """(pk, municipality of the row, canonical values in column order), streamed."""
    velden = [_lookup(kolom) for kolom in blad.kolommen]
    gemeente = "gemeente_id" if blad.naam in ("personen", "werkgevers") else "persoon__gemeente_id"
    waarden = rijen.values_list("pk", F(gemeente), *velden).iterator(chunk_size=5_000)
    for pk, code, *cellen in waarden:
        yield (pk, code, *(canoniek(kolom, cel) for kolom, cel in zip(blad.kolommen, cellen, strict=True)))


def _lookup(kolom: Kolom) -> str:
    if kolom.type in VERWIJZINGEN:
        return f"{modelveld(kolom)}__{VERWIJZINGEN[kolom.type]}"
    return kolom.veld


def canoniek(kolom: Kolom, waarde: object) -> str | None:
    """A value of the database in the form that `values` gives a cell."""
    if waarde is None or waarde == "":
        return None
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime.date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal):
        return f"{waarde:.{kolom.decimalen}f}"
    return str(waarde)


def databasewaarde(kolom: Kolom, canonieke: str | None) -> object:
    """The reverse of `canoniek`, as a parameter that both engines take, for every column that is no reference.

    Dates and numbers go as text: the engine reads them exactly. Empty text is "", other emptiness NULL.
    """
    if kolom.type is Type.JANEE:
        return canonieke == "ja"
    if canonieke is None and kolom.type in (Type.TEKST, Type.KEUZE):
        return ""
    return canonieke
