"""Replaying the log: the tables of the register built again from what the log noted, and held against the register.

For an auditor (`meedoen dienst logboek`) and for the tests. It reads both and changes neither; what it builds stands in
a file that goes when it is done, so a large register needs disk and not memory.
"""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .changes import als_json, registertabellen
from .models import Gebeurtenis, Wijziging

MEESTE_VERSCHILLEN = 100
_SCHEMA = "CREATE TABLE rij (tabel TEXT, rij INTEGER, heel INTEGER, na TEXT, PRIMARY KEY (tabel, rij)) WITHOUT ROWID"
Rij = dict[str, Any]


@dataclass(frozen=True)
class Naspel:
    """What a replay found. `verschillen` are sentences, at most a hundred; none: the log explains the register."""

    wijzigingen: int
    rijen: int
    uit_bestand: int
    verschillen: tuple[str, ...]


def speel_na() -> Naspel:
    """Build the register again from the log, at one moment, and compare.

    A row that an import brought has no first line in the log: it begins as its file said, and from the first act on
    each line says what the row was and became.
    """
    with tempfile.TemporaryDirectory(dir=settings.MAP, prefix="naspel-") as map_, transaction.atomic():
        if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        kladboek = sqlite3.connect(Path(map_) / "register.sqlite3", isolation_level=None)
        try:
            kladboek.execute(f"{_SCHEMA}")
            kladboek.execute("BEGIN")
            return _vergelijk(kladboek)
        finally:
            kladboek.close()


def _vergelijk(kladboek: sqlite3.Connection) -> Naspel:
    verschillen = _Zinnen()
    aantal = 0
    for wijziging in Wijziging.objects.order_by("pk").iterator():
        aantal += 1
        _pas_toe(kladboek, wijziging, verschillen)
    rijen = uit_bestand = 0
    for tabel, kolommen in registertabellen().items():
        for rij, heeft_bestand, nu in _rijen(tabel, kolommen):
            rijen += 1
            uit_bestand += _houd_naast(kladboek, tabel, rij, nu, verschillen, heeft_bestand=heeft_bestand)
    for tabel, rij in kladboek.execute("SELECT tabel, rij FROM rij ORDER BY tabel, rij LIMIT ?", [MEESTE_VERSCHILLEN]):
        verschillen.noem(_("%(waar)s staat in het logboek, maar niet meer in het register."), tabel, rij)
    for wijziging in _zonder_gebeurtenis()[:MEESTE_VERSCHILLEN]:
        verschillen.noem(_("%(waar)s is veranderd zonder gebeurtenis."), wijziging.tabel, wijziging.rij)
    return Naspel(aantal, rijen, uit_bestand, tuple(verschillen.zinnen))


class _Zinnen:
    """The differences found, up to as many as somebody reads."""

    def __init__(self) -> None:
        self.zinnen: list[str] = []

    def noem(self, zin: str, tabel: str, rij: int, **wat: str) -> None:
        """Add a sentence about one row."""
        if len(self.zinnen) < MEESTE_VERSCHILLEN:
            self.zinnen.append(zin % {"waar": f"{tabel} {rij}", **wat})


def _zonder_gebeurtenis() -> Any:
    """Changes made in a transaction that wrote no event."""
    uitleg = Gebeurtenis.objects.filter(verwerking=OuterRef("verwerking"))
    return Wijziging.objects.filter(~Exists(uitleg)).order_by("pk")


def _pas_toe(kladboek: sqlite3.Connection, wijziging: Wijziging, verschillen: _Zinnen) -> None:
    """One line of the log; what it says the row was, must be what the lines before it made of it."""
    waar = (wijziging.tabel, wijziging.rij)
    gevonden = kladboek.execute("SELECT heel, na FROM rij WHERE tabel = ? AND rij = ?", waar).fetchone()
    bekend: Rij = json.loads(gevonden[1]) if gevonden else {}
    for kolom, waarde in (wijziging.voor or {}).items():
        if bekend.get(kolom, waarde) != waarde:
            verschillen.noem(_("%(waar)s: het logboek mist een wijziging van %(kolom)s."), *waar, kolom=kolom)
    if wijziging.na is None:
        kladboek.execute("DELETE FROM rij WHERE tabel = ? AND rij = ?", waar)
        return
    is_heel = wijziging.voor is None or bool(gevonden and gevonden[0])
    nieuw = json.dumps(bekend | wijziging.na)
    kladboek.execute("INSERT OR REPLACE INTO rij VALUES (?, ?, ?, ?)", [*waar, is_heel, nieuw])


def _rijen(tabel: str, kolommen: list[str]) -> Iterator[tuple[int, bool, Rij]]:
    """Every row of a table as the log would write it, and whether an import brought it."""
    bestand = "t.inlezing_id IS NOT NULL" if "inlezing_id" in kolommen else "1 = 0"
    json_ = als_json("t", kolommen, "t")
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT t.id, {bestand}, {json_} FROM {tabel} t ORDER BY t.id")
        for rij, heeft_bestand, tekst in cursor:
            yield rij, bool(heeft_bestand), json.loads(tekst)


def _houd_naast(
    kladboek: sqlite3.Connection, tabel: str, rij: int, nu: Rij, verschillen: _Zinnen, *, heeft_bestand: bool
) -> bool:
    """Compare a row with what the log made of it, and strike it off there. Whether a file alone accounts for it."""
    gevonden = kladboek.execute("SELECT heel, na FROM rij WHERE tabel = ? AND rij = ?", [tabel, rij]).fetchone()
    if gevonden is None:
        if not heeft_bestand:
            verschillen.noem(_("%(waar)s staat niet in het logboek."), tabel, rij)
        return heeft_bestand
    kladboek.execute("DELETE FROM rij WHERE tabel = ? AND rij = ?", [tabel, rij])
    volgens_log: Rij = json.loads(gevonden[1])
    if not gevonden[0] and not heeft_bestand:
        verschillen.noem(_("%(waar)s: het begin staat niet in het logboek."), tabel, rij)
    anders = sorted(kolom for kolom, waarde in volgens_log.items() if nu.get(kolom) != waarde)
    if anders:
        zin = _("%(waar)s is nu anders dan het logboek zegt: %(kolommen)s.")
        verschillen.noem(zin, tabel, rij, kolommen=", ".join(anders))
    return False
