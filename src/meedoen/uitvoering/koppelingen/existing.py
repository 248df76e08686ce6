"""What the register holds now of everything that the file touches, copied into the scratch file."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from . import register, scratch
from .bladen import BLADEN
from .kolommen import Blad, Type

STAPEL = 5_000
"""Keys in one query; SQLite takes 32.766 parameters."""


def haal_huidige(db: sqlite3.Connection) -> None:
    """Fill `huidig_<blad>`: rows that carry a key of the file, and those of its persons where they matter.

    Persons and employers that are referred to come along, with their keys in `pk_persoon` and `pk_werkgever`.
    """
    for blad in BLADEN.values():
        for voorwaarde in _voorwaarden(db, blad):
            rijen = register.actueel(blad).filter(voorwaarde)
            scratch.bewaar_huidige(db, blad, register.canonieke_rijen(blad, rijen))
    db.execute("INSERT INTO pk_persoon SELECT nummer, pk FROM huidig_personen")
    db.execute("INSERT INTO pk_werkgever SELECT nummer, pk FROM huidig_werkgevers")


def _voorwaarden(db: sqlite3.Connection, blad: Blad) -> Iterator[Q]:
    if "nummer" in blad.sleutel:
        for nummers in _stapels(db, _nummers(blad)):
            yield Q(nummer__in=nummers)
    if blad.naam == "personen":
        for bsns in _stapels(db, "SELECT DISTINCT bsn FROM bestand_personen WHERE bsn IS NOT NULL"):
            yield Q(bsn__in=bsns)
    if blad.eenmaal_tegelijk:
        for personen in _stapels(db, _verwijzingen(blad, Type.PERSOON)):
            waar = Q(persoon__nummer__in=personen)
            yield waar | Q(ander__nummer__in=personen) if "ander" in blad.kolomnamen else waar


def _nummers(blad: Blad) -> str:
    delen = [f"SELECT nummer AS n FROM bestand_{blad.naam} WHERE nummer IS NOT NULL"]
    soort = {"personen": Type.PERSOON, "werkgevers": Type.WERKGEVER}.get(blad.naam)
    if soort is not None:
        delen += [_verwijzingen(ander, soort) for ander in BLADEN.values() if _kolommen(ander, soort)]
    return " UNION ".join(delen)


def _verwijzingen(blad: Blad, soort: Type) -> str:
    return " UNION ".join(
        f"SELECT {naam} AS n FROM bestand_{blad.naam} WHERE {naam} IS NOT NULL" for naam in _kolommen(blad, soort)
    )


def _kolommen(blad: Blad, soort: Type) -> list[str]:
    return [kolom.naam for kolom in blad.kolommen if kolom.type is soort]


def _stapels(db: sqlite3.Connection, sql: str) -> Iterator[list[Any]]:
    for stapel in scratch.in_stapels(db, sql):
        yield [sleutel for (sleutel,) in stapel]
