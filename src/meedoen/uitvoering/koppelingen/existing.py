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

DOELEN = {Type.PERSOON: "personen", Type.WERKGEVER: "werkgevers"}
PK_TABEL = {Type.PERSOON: "pk_persoon", Type.WERKGEVER: "pk_werkgever"}

_BSN_VAN_EEN_ANDER = (
    "SELECT DISTINCT bsn FROM bestand_personen b WHERE bsn IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM huidig_personen h WHERE h.nummer = b.nummer AND h.bsn = b.bsn)"
)
"""Those that the person of this number does not carry already; asked for after the persons of the file were fetched."""


def haal_huidige(db: sqlite3.Connection) -> None:
    """Fill `huidig_<blad>`: rows that carry a key of the file, and those of its persons where they matter.

    Persons and employers that are referred to come along.
    """
    for blad in BLADEN.values():
        for voorwaarde in _voorwaarden(db, blad):
            rijen = register.actueel(blad).filter(voorwaarde)
            scratch.bewaar_huidige(db, blad, register.canonieke_rijen(blad, rijen))


def vul_sleutels(db: sqlite3.Connection, blad: Blad) -> None:
    """Fill `pk_persoon` and `pk_werkgever` with the primary keys that the rows of this blad refer to."""
    for soort, doel in DOELEN.items():
        for naam in _kolommen(blad, soort):
            nog_niet = (
                f"SELECT DISTINCT {naam} FROM bestand_{blad.naam} "
                f"WHERE NOT geweigerd AND {naam} NOT IN (SELECT nummer FROM {PK_TABEL[soort]})"
            )
            for nummers in list(_stapels(db, nog_niet)):
                paren = (
                    register.tabel(BLADEN[doel])._default_manager.filter(nummer__in=nummers).values_list("nummer", "pk")
                )
                db.executemany(f"INSERT INTO {PK_TABEL[soort]} VALUES (?, ?)", paren)


def _voorwaarden(db: sqlite3.Connection, blad: Blad) -> Iterator[Q]:
    if "nummer" in blad.sleutel:
        for nummers in _stapels(db, _nummers(blad)):
            yield Q(nummer__in=nummers)
    if blad.naam == "personen":
        for bsns in _stapels(db, _BSN_VAN_EEN_ANDER):
            yield Q(bsn__in=bsns)
    if blad.eenmaal_tegelijk:
        for personen in _stapels(db, _verwijzingen(blad, Type.PERSOON)):
            waar = Q(persoon__nummer__in=personen)
            yield waar | Q(ander__nummer__in=personen) if "ander" in blad.kolomnamen else waar


def _nummers(blad: Blad) -> str:
    delen = [f"SELECT nummer AS n FROM bestand_{blad.naam} WHERE nummer IS NOT NULL"]
    for soort, doel in DOELEN.items():
        if doel == blad.naam:
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
