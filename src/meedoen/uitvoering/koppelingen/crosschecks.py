"""What no row can know by itself: keys that occur twice, references, lives, and periods that overlap.

All of it is SQL over the scratch file. Every fault refuses its row, so that what follows looks at the rows that remain.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from . import scratch
from .bladen import BLADEN
from .existing import DOELEN
from .faults import Fout
from .kolommen import Blad, Type

MEESTE_RONDEN = 25
"""Refusing a row can bring back the old one, which can overlap again. After this many rounds all rows are refused."""

OPEN = "9999-12-31"
_LEVENDEN = ("bewoningen", "uitkeringen", "indelingen", "plaatsingen")
"""Bladen whose rows cannot begin after the person has died."""


def controleer_samenhang(
    db: sqlite3.Connection, bestanden: Mapping[str, str], *, onleesbaar: Collection[str], is_alles_eigen: bool
) -> None:
    """Find everything that is wrong between rows. `bestanden`: name of the file per blad that is offered.

    `onleesbaar`: bladen of which not all rows are known: nothing can be said about them or about references to them.
    `is_alles_eigen`: whether every municipality may be touched; else the table `eigen_gemeenten` says which.
    """
    eigen = "1" if is_alles_eigen else "h.gemeente IN (SELECT code FROM eigen_gemeenten)"
    bladen = [BLADEN[naam] for naam in bestanden if naam not in onleesbaar]
    db.executemany("INSERT INTO onleesbaar VALUES (?)", [(naam,) for naam in onleesbaar])

    def meld(controle: Callable[..., Iterator[Fout]], blad: Blad) -> int:
        return scratch.weiger(db, blad, controle(db, blad, bestanden[blad.naam], eigen))

    for controle in (_dubbele_sleutels, _dubbel_bsn, _vreemde_rijen, _verwijzingen, _levens, _ouders, _gevolgen):
        for blad in bladen:
            meld(controle, blad)
    for blad in bladen:
        if blad.eenmaal_tegelijk:
            ronden = 0
            while meld(_overlap, blad):
                ronden += 1
                if ronden == MEESTE_RONDEN:
                    meld(_alles_spreekt_zich_tegen, blad)


def _treffers(db: sqlite3.Connection, sql: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, set aside first: the caller changes the tables that the query reads."""
    db.execute("DROP TABLE IF EXISTS temp.treffers")
    db.execute(f"CREATE TEMP TABLE treffers AS {sql}")
    for stapel in scratch.in_stapels(db, "SELECT * FROM treffers"):
        yield from stapel


def _dubbel(db: sqlite3.Connection, blad: Blad, kolommen: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    namen = ", ".join(kolommen)
    waarde = " || ', ' || ".join(f"b.{naam}" for naam in kolommen)
    return _treffers(
        db,
        f"SELECT b.rij, {waarde}, CASE b.rij WHEN eerste THEN laatste ELSE eerste END FROM "
        f"(SELECT {namen}, min(rij) AS eerste, max(rij) AS laatste FROM bestand_{blad.naam} "
        f"GROUP BY {namen} HAVING count(*) > 1) JOIN bestand_{blad.naam} b USING ({namen})",
    )


def _dubbele_sleutels(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    for rij, waarde, andere in _dubbel(db, blad, blad.sleutel):
        verwacht = _("elke combinatie één keer") if len(blad.sleutel) > 1 else _("elk nummer één keer")
        herstel = _("Staat ook op rij %(rij)s. Haal er een weg of verbeter hem.") % {"rij": andere}
        yield Fout(bestand, blad.naam, rij, ", ".join(blad.sleutel), waarde, verwacht, herstel)


def _dubbel_bsn(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    if blad.naam != "personen":
        return
    verwacht = _("een BSN dat bij één persoon hoort")
    for rij, bsn, andere in _dubbel(db, blad, ("bsn",)):
        yield Fout(bestand, blad.naam, rij, "bsn", bsn, verwacht, _("Staat ook op rij %(rij)s.") % {"rij": andere})
    in_register = _treffers(
        db,
        f"SELECT b.rij, b.bsn, h.nummer, {eigen} FROM bestand_personen b "
        "JOIN huidig_personen h ON h.bsn = b.bsn AND h.nummer <> b.nummer",
    )
    for rij, bsn, nummer, is_eigen in in_register:
        herstel = _("Dit BSN staat in het register al bij dossier %(nummer)s.") % {"nummer": nummer}
        if not is_eigen:
            herstel = _("Dit BSN staat al bij een dossier van een andere gemeente. Vraag beheer om overdracht.")
        yield Fout(bestand, blad.naam, rij, "bsn", bsn, verwacht, herstel)


def _vreemde_rijen(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    if "nummer" not in blad.sleutel:
        return
    beschermd = "AND h.is_gemeente = 'ja'" if blad.naam == "werkgevers" else ""
    rijen = _treffers(
        db,
        f"SELECT b.rij, b.nummer FROM bestand_{blad.naam} b JOIN huidig_{blad.naam} h ON h.nummer = b.nummer "
        f"WHERE NOT ({eigen}) {beschermd}",
    )
    for rij, nummer in rijen:
        herstel = _("Dit nummer is al in gebruik bij een andere gemeente. Zet er een eigen voorvoegsel voor.")
        yield Fout(bestand, blad.naam, rij, "nummer", nummer, _("een nummer dat vrij is of van uzelf"), herstel)


def _verwijzingen(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    for kolom in blad.kolommen:
        if kolom.type not in DOELEN:
            continue
        doel = DOELEN[kolom.type]
        mag = eigen if doel == "personen" else "1"
        rijen = _treffers(
            db,
            f"SELECT b.rij, b.{kolom.naam} FROM bestand_{blad.naam} b WHERE b.{kolom.naam} IS NOT NULL "
            f"AND '{doel}' NOT IN (SELECT blad FROM onleesbaar) "
            f"AND NOT EXISTS (SELECT 1 FROM bestand_{doel} d WHERE d.nummer = b.{kolom.naam}) "
            f"AND NOT EXISTS (SELECT 1 FROM huidig_{doel} h WHERE h.nummer = b.{kolom.naam} AND {mag})",
        )
        for rij, nummer in rijen:
            verwacht = _("een nummer van het blad %(blad)s of uit het register van uw gemeenten") % {"blad": doel}
            herstel = _("Kijk het nummer na, of lever het blad %(blad)s mee.") % {"blad": doel}
            yield Fout(bestand, blad.naam, rij, kolom.naam, nummer, verwacht, herstel)


def _leven(kolom: str, veld: str) -> str:
    """SQL: a date of the life of the person whom this column names; the file goes before the register."""
    return (
        f"coalesce((SELECT p.{veld} FROM bestand_personen p WHERE p.nummer = b.{kolom}), "
        f"(SELECT h.{veld} FROM huidig_personen h WHERE h.nummer = b.{kolom}))"
    )


def _levens(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    datum = "aangevraagd_op" if blad.naam == "adviezen" else "vanaf"
    for kolom in blad.kolommen:
        if kolom.type is not Type.PERSOON:
            continue
        overleden = _leven(kolom.naam, "overleden_op") if blad.naam in _LEVENDEN else "NULL"
        rijen = _treffers(
            db,
            f"SELECT * FROM (SELECT b.rij, b.{datum} AS datum, {_leven(kolom.naam, 'geboortedatum')} AS geboren, "
            f"{overleden} AS overleden FROM bestand_{blad.naam} b) WHERE datum < geboren OR datum > overleden",
        )
        for rij, waarde, geboren, overleden_op in rijen:
            verwacht = _("een datum vanaf de geboorte (%(d)s)") % {"d": geboren}
            if waarde >= geboren:
                verwacht = _("een datum tot en met het overlijden (%(d)s)") % {"d": overleden_op}
            yield Fout(bestand, blad.naam, rij, datum, waarde, verwacht, _("Kijk beide datums en het nummer na."))


def _ouders(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    if blad.naam != "relaties":
        return
    rijen = _treffers(
        db,
        f"SELECT * FROM (SELECT b.rij, b.persoon, {_leven('persoon', 'geboortedatum')} AS ouder, "
        f"{_leven('ander', 'geboortedatum')} AS kind FROM bestand_relaties b WHERE b.soort = 'ouder' "
        "AND b.persoon <> b.ander) WHERE ouder >= kind",
    )
    for rij, persoon, ouder, kind in rijen:
        verwacht = _("een ouder die eerder geboren is dan het kind")
        herstel = _("Ouder: %(ouder)s, kind: %(kind)s. Zijn persoon en ander verwisseld?") % {
            "ouder": ouder,
            "kind": kind,
        }
        yield Fout(bestand, blad.naam, rij, "persoon", persoon, verwacht, herstel)


def _gevolgen(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    for kolom in blad.kolommen:
        if kolom.type not in DOELEN:
            continue
        doel = DOELEN[kolom.type]
        mag = eigen if doel == "personen" else "1"
        rijen = _treffers(
            db,
            f"SELECT b.rij, b.{kolom.naam}, min(d.rij) FROM bestand_{blad.naam} b "
            f"JOIN bestand_{doel} d ON d.nummer = b.{kolom.naam} AND d.geweigerd WHERE NOT b.geweigerd "
            f"AND NOT EXISTS (SELECT 1 FROM huidig_{doel} h WHERE h.nummer = b.{kolom.naam} AND {mag}) GROUP BY b.rij",
        )
        for rij, nummer, oorzaak in rijen:
            verwacht = _("een verwijzing naar een rij die goed is")
            herstel = _("Herstel eerst rij %(rij)s van het blad %(blad)s.") % {"rij": oorzaak, "blad": doel}
            yield Fout(bestand, blad.naam, rij, kolom.naam, nummer, verwacht, herstel, is_gevolg=True)


def _periodes(blad: Blad) -> str:
    """SQL: (rij, groep, wie, vanaf, eind): within one `groep` no two periods may overlap."""
    kop = f"SELECT rij, %s AS groep, %s AS wie, vanaf, coalesce(tot, '{OPEN}') AS eind FROM straks_{blad.naam}"
    if blad.naam == "feiten":
        return kop % ("persoon || ' ' || feit", "feit")
    if blad.naam != "relaties":
        return kop % ("persoon", "''")
    paar = "soort || ' ' || min(persoon, ander) || ' ' || max(persoon, ander)"
    return " UNION ALL ".join(
        (
            kop % ("persoon", "ander") + " WHERE soort = 'partner'",
            kop % ("ander", "persoon") + " WHERE soort = 'partner'",
            kop % (paar, "''") + " WHERE soort <> 'partner'",
        )
    )


def _overlap(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    rijen = _treffers(
        db,
        "SELECT rij, min(vanaf), CASE WHEN substr(eerder, 1, 10) > vanaf THEN substr(eerder, 11, 10) ELSE "
        "substr(later, 1, 10) END, CASE WHEN substr(eerder, 1, 10) > vanaf THEN substr(eerder, 21) ELSE "
        "substr(later, 11) END FROM (SELECT rij, vanaf, eind, "
        "max(eind || vanaf || coalesce(rij, '')) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS eerder, "
        f"lead(vanaf || coalesce(rij, '')) OVER w AS later FROM ({_periodes(blad)}) "
        "WINDOW w AS (PARTITION BY groep ORDER BY vanaf, rij)) "
        "WHERE rij IS NOT NULL AND (substr(eerder, 1, 10) > vanaf OR substr(later, 1, 10) < eind) GROUP BY rij",
    )
    verwacht = _("niet meer dan één %(wat)s tegelijk") % {"wat": _(blad.eenmaal_tegelijk)}
    for rij, vanaf, ander_vanaf, ander_rij in rijen:
        waar = _("rij %(rij)s") % {"rij": ander_rij} if ander_rij else _("wat al in het register staat")
        herstel = _(
            "Overlapt met %(waar)s (vanaf %(vanaf)s). Sluit de eerste periode af op de dag dat de tweede begint."
        )
        yield Fout(bestand, blad.naam, rij, "vanaf", vanaf, verwacht, herstel % {"waar": waar, "vanaf": ander_vanaf})


def _alles_spreekt_zich_tegen(db: sqlite3.Connection, blad: Blad, bestand: str, eigen: str) -> Iterator[Fout]:
    for (rij,) in _treffers(db, f"SELECT rij FROM bestand_{blad.naam} WHERE NOT geweigerd"):
        herstel = _("Te veel periodes van dit blad spreken elkaar tegen. Herstel eerst de andere fouten.")
        yield Fout(bestand, blad.naam, rij, "", "", _("periodes die op elkaar aansluiten"), herstel, is_gevolg=True)
