"""The scratch file: a SQLite file in which an import is checked, so that memory stays flat.

Per blad two tables with the columns of the blad as canonical text: `bestand_<blad>` holds what the file says (`rij`,
and `geweigerd` once something is wrong), `huidig_<blad>` what the register says now (`pk`, `gemeente` of the row).
The view `straks_<blad>` is the register as it would be after loading the rows that are not refused.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .bladen import BLADEN
from .faults import Fout, inkorten
from .kolommen import Blad

STAPEL = 5_000


@contextmanager
def open_kladbestand(pad: Path) -> Iterator[sqlite3.Connection]:
    """Make the scratch file, close it in the end. It holds personal data: the caller removes the folder it is in."""
    db = sqlite3.connect(pad, isolation_level=None)
    try:
        db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
            "PRAGMA temp_store=FILE; PRAGMA cache_size=-32000;"
        )
        for blad in BLADEN.values():
            _maak_tabellen(db, blad)
        db.execute(
            "CREATE TABLE fouten (nummer INTEGER PRIMARY KEY, bestand, blad, rij INTEGER, kolom, waarde, verwacht, "
            "herstel, is_gevolg INTEGER)"
        )
        db.execute("CREATE TABLE eigen_gemeenten (code PRIMARY KEY)")
        db.execute("CREATE TABLE onleesbaar (blad PRIMARY KEY)")
        for naam in ("persoon", "werkgever"):
            db.execute(f"CREATE TABLE pk_{naam} (nummer TEXT PRIMARY KEY, pk INTEGER) WITHOUT ROWID")
        yield db
    finally:
        db.close()


def _maak_tabellen(db: sqlite3.Connection, blad: Blad) -> None:
    kolommen = ", ".join(f"{naam} TEXT" for naam in blad.kolomnamen)
    sleutel = ", ".join(blad.sleutel)
    gelijk = gelijke_sleutel(blad, "b", "h")
    db.execute(f"CREATE TABLE bestand_{blad.naam} (rij INTEGER PRIMARY KEY, geweigerd INTEGER DEFAULT 0, {kolommen})")
    db.execute(f"CREATE TABLE huidig_{blad.naam} (pk INTEGER, gemeente TEXT, {kolommen}, PRIMARY KEY ({sleutel}))")
    namen = ", ".join(blad.kolomnamen)
    db.execute(
        f"CREATE VIEW straks_{blad.naam} AS SELECT rij, {namen} FROM bestand_{blad.naam} WHERE NOT geweigerd "
        f"UNION ALL SELECT NULL, {namen} FROM huidig_{blad.naam} h "
        f"WHERE NOT EXISTS (SELECT 1 FROM bestand_{blad.naam} b WHERE {gelijk} AND NOT b.geweigerd)"
    )


def gelijke_sleutel(blad: Blad, een: str, ander: str) -> str:
    """SQL: two rows carry the same natural key."""
    return " AND ".join(f"{een}.{naam} = {ander}.{naam}" for naam in blad.sleutel)


def bewaar_rijen(db: sqlite3.Connection, blad: Blad, rijen: Iterable[Sequence[object]]) -> None:
    """Add rows of the file: (row number, refused or not, values in column order)."""
    plaatsen = ", ".join("?" * (len(blad.kolommen) + 2))
    db.executemany(f"INSERT INTO bestand_{blad.naam} VALUES ({plaatsen})", rijen)


def bewaar_huidige(db: sqlite3.Connection, blad: Blad, rijen: Iterable[Sequence[object]]) -> None:
    """Add rows of the register: (pk, municipality, values in column order). A row that is there already is replaced."""
    plaatsen = ", ".join("?" * (len(blad.kolommen) + 2))
    db.executemany(f"INSERT OR REPLACE INTO huidig_{blad.naam} VALUES ({plaatsen})", rijen)


def maak_vindbaar(db: sqlite3.Connection, blad: Blad) -> None:
    """Index what the cross checks look for, once all rows of the file are in."""
    db.execute(f"CREATE INDEX sleutel_{blad.naam} ON bestand_{blad.naam} ({', '.join(blad.sleutel)})")
    for naam in {"persoon", "ander", "bsn", "werkgever"} & set(blad.kolomnamen) - {blad.sleutel[0]}:
        db.execute(f"CREATE INDEX {naam}_{blad.naam} ON bestand_{blad.naam} ({naam})")
        db.execute(f"CREATE INDEX {naam}_huidig_{blad.naam} ON huidig_{blad.naam} ({naam})")


def bewaar_fouten(db: sqlite3.Connection, fouten: Iterable[Fout]) -> None:
    """Add faults. Whether their rows are refused is for the caller to say (`weiger`)."""
    db.executemany(
        "INSERT INTO fouten (bestand, blad, rij, kolom, waarde, verwacht, herstel, is_gevolg) VALUES (?,?,?,?,?,?,?,?)",
        ((f.bestand, f.blad, f.rij, f.kolom, inkorten(f.waarde), f.verwacht, f.herstel, f.is_gevolg) for f in fouten),
    )


def weiger(db: sqlite3.Connection, blad: Blad, fouten: Iterable[Fout]) -> int:
    """Add faults of rows of this blad and refuse those rows. Returns how many faults there were."""
    laatste = tel(db, "SELECT coalesce(max(nummer), 0) FROM fouten")
    bewaar_fouten(db, fouten)
    db.execute(
        f"UPDATE bestand_{blad.naam} SET geweigerd = 1 WHERE rij IN (SELECT rij FROM fouten WHERE nummer > ?)",
        (laatste,),
    )
    return tel(db, "SELECT count(*) FROM fouten WHERE nummer > ?", (laatste,))


def lees_fouten(db: sqlite3.Connection, *, hoogstens: int = -1) -> Iterator[Fout]:
    """The faults: of whole files first, then by blad and row; what follows from another fault comes last."""
    volgorde = " ".join(f"WHEN '{naam}' THEN {plaats}" for plaats, naam in enumerate(BLADEN))
    rijen = db.execute(
        "SELECT bestand, blad, rij, kolom, waarde, verwacht, herstel, is_gevolg FROM fouten "
        f"ORDER BY is_gevolg, CASE blad {volgorde} ELSE -1 END, rij, nummer LIMIT ?",
        (hoogstens,),
    )
    for bestand, blad, rij, kolom, waarde, verwacht, herstel, is_gevolg in rijen:
        yield Fout(bestand, blad, rij, kolom, waarde, verwacht, herstel, bool(is_gevolg))


def in_stapels(
    db: sqlite3.Connection, sql: str, parameters: Sequence[object] = (), *, hoogstens: int = STAPEL
) -> Iterator[list[tuple[object, ...]]]:
    """The rows of a query in batches of `hoogstens`, from a cursor of their own."""
    cursor = db.execute(sql, parameters)
    while stapel := cursor.fetchmany(hoogstens):
        yield stapel


def tel(db: sqlite3.Connection, sql: str, parameters: Sequence[object] = ()) -> int:
    """The one number that a query gives."""
    return int(db.execute(sql, parameters).fetchone()[0])
