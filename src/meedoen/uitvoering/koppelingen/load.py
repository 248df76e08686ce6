"""From the scratch file into the register: what is new, changed or the same, and the writing of it in batches."""

import datetime
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, reset_queries

from ..dossiers.models import Inlezing
from . import register, scratch
from .existing import PK_TABEL, vul_sleutels
from .kolommen import Blad
from .report import Bladverslag

PER_OPDRACHT = 500
"""Rows per statement. SQLite takes 32.766 parameters; the widest blad has 15 columns."""


def tel_blad(db: sqlite3.Connection, blad: Blad, bestand: str) -> Bladverslag:
    """How many rows are new, changed, the same and refused."""
    totaal, geweigerd, nieuw, gewijzigd = db.execute(
        f"SELECT count(*), coalesce(sum(b.geweigerd), 0), "
        f"coalesce(sum(NOT b.geweigerd AND h.pk IS NULL), 0), "
        f"coalesce(sum(NOT b.geweigerd AND h.pk IS NOT NULL AND ({_verschilt(blad)})), 0) FROM {_naast_huidige(blad)}"
    ).fetchone()
    return Bladverslag(blad.naam, bestand, totaal, nieuw, gewijzigd, totaal - geweigerd - nieuw - gewijzigd, geweigerd)


def laad_blad(
    db: sqlite3.Connection,
    blad: Blad,
    inlezing: Inlezing,
    *,
    vastgelegd_op: datetime.datetime,
    voortgang: Callable[[int], None],
) -> None:
    """Write the new and changed rows of a blad, in batches, inside the transaction of the caller.

    A row with the same key is updated, except a fact: that becomes a new row recorded at `vastgelegd_op`.
    """
    vul_sleutels(db, blad)
    extra: dict[str, Any] = {"inlezing": inlezing.pk}
    if blad.naam == "feiten":
        extra["vastgelegd_op"] = connection.ops.adapt_datetimefield_value(vastgelegd_op)
    gedaan = 0
    with connection.cursor() as cursor:
        for stapel in scratch.in_stapels(db, _te_laden(blad), hoogstens=PER_OPDRACHT):
            waarden = [waarde for rij in stapel for waarde in (*_waarden(blad, rij), *extra.values())]
            cursor.execute(_opdracht(blad, list(extra), len(stapel)), waarden)
            gedaan += len(stapel)
            reset_queries()  # with DEBUG on, Django keeps every query, and memory would not stay flat
            voortgang(gedaan)


def _opdracht(blad: Blad, extra: Sequence[str], aantal: int) -> str:
    """SQL, the same on both engines: insert `aantal` rows, and update a row where its key is there already.

    Not through the ORM: a million model objects take much longer, and on SQLite nobody else can write meanwhile.
    """
    meta = register.tabel(blad)._meta
    citeer = connection.ops.quote_name
    velden = {veld.name: citeer(veld.column or "") for veld in meta.concrete_fields}
    kolom = {k.naam: velden[register.modelveld(k)] for k in blad.kolommen}
    erbij = [velden[naam] for naam in extra]
    rij = f"({', '.join(['%s'] * (len(kolom) + len(erbij)))})"
    opdracht = (
        f"INSERT INTO {citeer(meta.db_table)} ({', '.join([*kolom.values(), *erbij])}) "
        f"VALUES {', '.join([rij] * aantal)}"
    )
    if blad.naam == "feiten":
        return opdracht
    sleutel = ", ".join(kolom[naam] for naam in blad.sleutel)
    nieuw = ", ".join(f"{k} = excluded.{k}" for k in [*(kolom[n] for n in kolom if n not in blad.sleutel), *erbij])
    return f"{opdracht} ON CONFLICT ({sleutel}) DO UPDATE SET {nieuw}"


def _waarden(blad: Blad, rij: Sequence[Any]) -> list[Any]:
    return [
        cel if kolom.type in PK_TABEL else register.databasewaarde(kolom, cel)
        for kolom, cel in zip(blad.kolommen, rij, strict=True)
    ]


def _naast_huidige(blad: Blad) -> str:
    gelijk = scratch.gelijke_sleutel(blad, "b", "h")
    return f"bestand_{blad.naam} b LEFT JOIN huidig_{blad.naam} h ON {gelijk}"


def _verschilt(blad: Blad) -> str:
    return " OR ".join(f"b.{naam} IS NOT h.{naam}" for naam in blad.kolomnamen if naam not in blad.sleutel)


def _te_laden(blad: Blad) -> str:
    kolommen = [
        f"(SELECT pk FROM {PK_TABEL[kolom.type]} r WHERE r.nummer = b.{kolom.naam})"
        if kolom.type in PK_TABEL
        else f"b.{kolom.naam}"
        for kolom in blad.kolommen
    ]
    return (
        f"SELECT {', '.join(kolommen)} FROM {_naast_huidige(blad)} "
        f"WHERE NOT b.geweigerd AND (h.pk IS NULL OR {_verschilt(blad)}) ORDER BY b.rij"
    )
