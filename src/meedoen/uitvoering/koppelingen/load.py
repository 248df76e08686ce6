"""From the scratch file into the register: what is new, changed or the same, and the writing of it in batches."""

import datetime
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from django.db import reset_queries

from ..dossiers.models import Inlezing
from . import register, scratch
from .kolommen import Blad, Type
from .report import Bladverslag

PK_TABEL = {Type.PERSOON: "pk_persoon", Type.WERKGEVER: "pk_werkgever"}
PK_VAN_BLAD = {"personen": "pk_persoon", "werkgevers": "pk_werkgever"}


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
    model = register.tabel(blad)
    extra: dict[str, object] = {"inlezing_id": inlezing.pk}
    if blad.naam == "feiten":
        extra["vastgelegd_op"] = vastgelegd_op
        opties: dict[str, Any] = {}
    else:
        sleutel = [register.modelveld(blad.kolom(naam)) for naam in blad.sleutel]
        velden = [register.modelveld(kolom) for kolom in blad.kolommen if kolom.naam not in blad.sleutel]
        opties = {"update_conflicts": True, "unique_fields": sleutel, "update_fields": [*velden, "inlezing"]}
    gedaan = 0
    for stapel in scratch.in_stapels(db, _te_laden(blad)):
        rijen = model._default_manager.bulk_create([model(**_velden(blad, rij), **extra) for rij in stapel], **opties)
        if blad.naam in PK_VAN_BLAD:
            paren = [(rij.nummer, rij.pk) for rij in rijen]  # type: ignore[attr-defined]
            db.executemany(f"INSERT OR REPLACE INTO {PK_VAN_BLAD[blad.naam]} VALUES (?, ?)", paren)
        gedaan += len(stapel)
        reset_queries()  # with DEBUG on, Django keeps every query, and memory would not stay flat
        voortgang(gedaan)


def _velden(blad: Blad, rij: Sequence[Any]) -> dict[str, object]:
    return {
        kolom.veld: cel if kolom.type in PK_TABEL else register.modelwaarde(kolom, cel)
        for kolom, cel in zip(blad.kolommen, rij, strict=True)
    }


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
