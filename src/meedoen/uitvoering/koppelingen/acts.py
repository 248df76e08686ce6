"""Acts: reading a register in, and writing it out."""

import datetime
import hashlib
import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction

from ..beleid.models import Gemeente
from ..dossiers.models import Inlezing, Persoon
from ..dossiers.search_index import houd_inlezingen_bij
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from . import folders, scratch
from .bladen import BLADEN
from .crosschecks import controleer_samenhang
from .existing import haal_huidige
from .export import schrijf_register
from .intake import neem_op
from .load import laad_blad, tel_blad
from .queries import lees_kennis
from .refusals import schrijf_fouten, schrijf_geweigerd
from .report import GETOONDE_FOUTEN, Bladverslag, Inleesverslag
from .rows import Kennis
from .sources import Bron, vind_bronnen

Voortgang = Callable[[str, int], None]
"""Is told what is being done (in Dutch) and how many rows of it are done."""

SLOT = 0x4D656564
"""Key of the advisory lock on PostgreSQL: one import at a time. SQLite has one writer by nature."""


def lees_in(
    bestand: Path,
    *,
    door: Gebruiker | None,
    op: datetime.date,
    blad: str | None = None,
    alleen_juiste: bool = False,
    alleen_controleren: bool = False,
    naam: str = "",
    uitvoer: Path | None = None,
    hoogstens_rijen: int | None = None,
    voortgang: Voortgang | None = None,
) -> Inleesverslag:
    """Read a register from a file or folder: check everything, then load it whole, in one transaction, or not at all.

    `door` None is the command line, which may touch every municipality. `blad` names the blad of a single file.
    `alleen_juiste` loads the rows that are right although others are wrong. `alleen_controleren` loads nothing.
    `naam` is the name to show when the file is kept under another one. Where something is wrong, the faults and the
    refused rows are written into the folder `uitvoer`. Reading the same file again changes no row of the register.
    """
    meld = voortgang or _zwijg
    with folders.tijdelijke_map() as werkmap, scratch.open_kladbestand(werkmap / "klad.sqlite3") as db:
        bronnen, fouten = vind_bronnen(bestand, naam=naam or bestand.name, blad=blad or "", werkmap=werkmap)
        scratch.bewaar_fouten(db, fouten)
        kennis = lees_kennis(door=door, op=op)
        onleesbaar = set(BLADEN) - {bron.blad.naam for bron in bronnen} if fouten else set()
        if bronnen:
            onleesbaar |= neem_op(db, bronnen, kennis, hoogstens_rijen=hoogstens_rijen, voortgang=meld)
        is_leesbaar = not (fouten or onleesbaar)
        is_geladen = False
        if alleen_controleren or not is_leesbaar:
            bladen = _vergelijk(db, bronnen, kennis, onleesbaar, meld)
        else:
            with transaction.atomic():
                _neem_slot()
                bladen = _vergelijk(db, bronnen, kennis, onleesbaar, meld)
                is_geladen = alleen_juiste or not scratch.tel(db, "SELECT EXISTS (SELECT 1 FROM fouten)")
                if is_geladen:
                    _laad(db, bronnen, bladen, door=door, op=op, voortgang=meld)
        return _verslag(db, bronnen, bladen, uitvoer, is_leesbaar=is_leesbaar, is_geladen=is_geladen)


@transaction.atomic
def schrijf_uit(
    map_: Path, *, door: Gebruiker | None, op: datetime.date, vorm: str, gemeentecodes: Collection[str] | None = None
) -> list[Path]:
    """Write the register of these municipalities (None: all) into a folder, in the form that `lees_in` reads.

    Personal data leaves the platform, so each municipality gets an event. Returns the files; raises as
    `schrijf_register` does.
    """
    gemeenten = Gemeente.objects.filter(pk__in=Persoon.objects.order_by().values("gemeente").distinct())
    if gemeentecodes is not None:
        gemeenten = gemeenten.filter(pk__in=gemeentecodes)
    bestanden = schrijf_register(map_, gemeentecodes=gemeentecodes, vorm=vorm)
    for gemeente in gemeenten:
        schrijf_gebeurtenis(
            handeling="schrijf_uit",
            onderwerp=gemeente,
            door=door,
            op=op,
            gemeentecode=gemeente.pk,
            gegevens={"vorm": vorm, "bestanden": [pad.name for pad in bestanden]},
        )
    return bestanden


def _vergelijk(
    db: sqlite3.Connection, bronnen: Sequence[Bron], kennis: Kennis, onleesbaar: set[str], voortgang: Voortgang
) -> list[Bladverslag]:
    """Check the file against itself and the register, then count."""
    voortgang("vergelijken met het register", 0)
    if kennis.eigen_gemeenten is not None:
        db.executemany("INSERT INTO eigen_gemeenten VALUES (?)", [(code,) for code in kennis.eigen_gemeenten])
    haal_huidige(db)
    namen = {bron.blad.naam: bron.naam for bron in bronnen}
    controleer_samenhang(db, namen, onleesbaar=onleesbaar, is_alles_eigen=kennis.eigen_gemeenten is None)
    return [tel_blad(db, bron.blad, bron.naam) for bron in bronnen]


def _laad(
    db: sqlite3.Connection,
    bronnen: Sequence[Bron],
    bladen: Sequence[Bladverslag],
    *,
    door: Gebruiker | None,
    op: datetime.date,
    voortgang: Voortgang,
) -> None:
    nu = clock.nu()
    inlezingen = []
    for bron, telling in zip(bronnen, bladen, strict=True):
        aantallen = asdict(telling)
        inlezing = Inlezing.objects.create(
            **aantallen | {"bestand": bron.naam[:200]}, sha256=_sha256(bron.pad), begonnen_op=nu, door=door
        )
        meld = partial(voortgang, f"laden van {bron.blad.naam}")
        laad_blad(db, bron.blad, inlezing, vastgelegd_op=nu, voortgang=meld)
        schrijf_gebeurtenis(handeling="lees_in", onderwerp=inlezing, door=door, op=op, gegevens=aantallen)
        inlezingen.append(inlezing)
    voortgang("vindbaar maken", 0)
    houd_inlezingen_bij(inlezingen)
    _meet_tabellen([*(bron.blad.model for bron in bronnen), "dossiers.Zoekregel", "dossiers.Zoekwoord"])


def _meet_tabellen(modellen: Sequence[str]) -> None:
    """Let the database measure the tables: without it, it chooses slow ways to count them (five times slower)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=1000")
        for model in modellen:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(apps.get_model(model)._meta.db_table)}")


def _verslag(
    db: sqlite3.Connection,
    bronnen: Sequence[Bron],
    bladen: Sequence[Bladverslag],
    uitvoer: Path | None,
    *,
    is_leesbaar: bool,
    is_geladen: bool,
) -> Inleesverslag:
    aantal = scratch.tel(db, "SELECT count(*) FROM fouten")
    foutenbestand = None
    geweigerd: list[Path] = []
    if aantal and uitvoer is not None:
        uitvoer.mkdir(parents=True, exist_ok=True)
        foutenbestand = schrijf_fouten(db, uitvoer / "fouten.csv")
        if is_leesbaar:
            geweigerd = schrijf_geweigerd(db, bronnen, uitvoer)
    return Inleesverslag(
        bladen=tuple(bladen),
        fouten=tuple(scratch.lees_fouten(db, hoogstens=GETOONDE_FOUTEN)),
        aantal_fouten=aantal,
        is_leesbaar=is_leesbaar,
        is_geladen=is_geladen,
        foutenbestand=foutenbestand,
        geweigerd=tuple(geweigerd),
    )


def _neem_slot() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SLOT])


def _sha256(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def _zwijg(stap: str, gedaan: int) -> None:
    """Progress that nobody asked for."""
