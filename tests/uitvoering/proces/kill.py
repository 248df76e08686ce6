"""Acts that are killed in the middle, in a database of their own: `python -m tests.uitvoering.proces.kill`.

One process, many deaths. Each act is done in children that kill themselves (SIGKILL), first just before the commit,
which counts the statements, then at some of these; in one that is killed from outside at a random moment; then for
good. After each death everything or nothing of the act must be there. The last line printed is a report as JSON.
Everything an act does happens in children, so that the parent can fork as often as it likes.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402 - the settings are read first
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402

from meedoen.recht import laad_recht  # noqa: E402
from meedoen.uitvoering.kern.changes import als_json, registertabellen  # noqa: E402
from meedoen.uitvoering.kern.events import schrijf_gebeurtenis  # noqa: E402
from meedoen.uitvoering.kern.replay import speel_na  # noqa: E402
from tests.uitvoering.proces.sanction_scenario import (  # noqa: E402
    SANCTIESTAPPEN,
    VERZOEKSTAPPEN,
    bereid_voor,
    eerder_opgelegd,
)
from tests.uitvoering.proces.scenario import STAPPEN, Stap  # noqa: E402
from tests.uitvoering.proces.world import BEGIN, Wereld, bouw  # noqa: E402

PER_HANDELING = 3
"""Statements at which each act is killed, besides the commit and the random moment."""
VOOR_COMMIT = -1
ALLE = (*STAPPEN, *SANCTIESTAPPEN, *VERZOEKSTAPPEN)


def stand() -> dict[str, Any]:
    """Everything that an act can leave behind: the rows of every table, and the files in the data folder."""
    gevonden: dict[str, Any] = {}
    kolommen = registertabellen()
    with connection.cursor() as cursor:
        for model in apps.get_models():
            tabel = model._meta.db_table
            cursor.execute(f"SELECT count(*) FROM {tabel}")
            gevonden[tabel] = cursor.fetchone()[0]
            if tabel in kolommen:
                cursor.execute(f"SELECT {als_json('t', kolommen[tabel], 't')} FROM {tabel} t ORDER BY t.id")
                inhoud = "\n".join(str(rij[0]) for rij in cursor.fetchall())
                gevonden[tabel] = [gevonden[tabel], hashlib.sha256(inhoud.encode()).hexdigest()]
    map_ = Path(os.environ["MEEDOEN_MAP"])
    gevonden["bestanden"] = sorted(str(p.relative_to(map_)) for p in map_.rglob("*") if "sqlite3" not in p.name)
    connections.close_all()
    return gevonden


def _in_kind(doe: Callable[[], None]) -> int:
    """Fork, do it in the child, and give the child's number. The child ends with 0, or 1 and its mistake printed."""
    sys.stdout.flush()
    if kind := os.fork():
        return kind
    try:
        doe()
        os._exit(0)
    except BaseException as fout:
        sys.stderr.write(f"{type(fout).__name__}: {fout}\n")
        sys.stderr.flush()
        os._exit(1)


def _einde(kind: int) -> int:
    """How the child ended: 0, 1, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


def _sterf_bij(wereld: Wereld, stap: Stap, nummer: int) -> tuple[int, int, float]:
    """Do an act in a child that kills itself before its `nummer`-th statement, or before the commit.

    How it ended; and, killed before the commit, how many statements it took and how long.
    """
    lees, schrijf = os.pipe()

    def doe() -> None:
        geteld, begin = 0, time.perf_counter()

        def teller(voer_uit: Any, *wat: Any) -> Any:
            nonlocal geteld
            geteld += 1
            if geteld == nummer:
                os.kill(os.getpid(), signal.SIGKILL)
            return voer_uit(*wat)

        def voor_commit() -> None:
            os.write(schrijf, json.dumps([geteld, time.perf_counter() - begin]).encode())
            os.kill(os.getpid(), signal.SIGKILL)

        connection.ensure_connection()
        if nummer == VOOR_COMMIT:
            connection._commit = voor_commit
        with connection.execute_wrapper(teller):
            stap(wereld)

    uitkomst = _einde(_in_kind(doe))
    os.close(schrijf)
    with os.fdopen(lees) as uit:
        aantal, duur = json.loads(uit.read() or "[0, 0.0]")
    return uitkomst, aantal, duur


def _dood_na(wereld: Wereld, stap: Stap, seconden: float) -> int:
    """Do an act in a child that is killed from outside after so long."""
    kind = _in_kind(lambda: stap(wereld))
    time.sleep(seconden)
    os.kill(kind, signal.SIGKILL)
    uitkomst = _einde(kind)
    while connection.vendor == "postgresql" and _iemand_bezig():
        time.sleep(0.01)
    return uitkomst


def _iemand_bezig() -> bool:
    """Whether PostgreSQL still works for a child that died: it notices that at its next message."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        )
        return bool(cursor.fetchone()[0])


def _dood_en_doe(wereld: Wereld, stap: Stap, kans: random.Random) -> Iterator[str]:
    """Every death of one act, and then the act itself; what is wrong."""
    voor = stand()
    uitkomst, aantal, duur = _sterf_bij(wereld, stap, VOOR_COMMIT)
    if uitkomst != -signal.SIGKILL or stand() != voor:
        yield f"{stap.__name__}: killed before the commit it ended with {uitkomst}, or something stayed"
        return
    for nummer in sorted(kans.sample(range(1, aantal + 1), min(PER_HANDELING, aantal))):
        uitkomst, _aantal, _duur = _sterf_bij(wereld, stap, nummer)
        if uitkomst != -signal.SIGKILL or stand() != voor:
            yield f"{stap.__name__}: killed at {nummer} of {aantal} it ended with {uitkomst}, or something stayed"
            return
    _dood_na(wereld, stap, kans.random() * duur * 1.3)
    na = stand()
    if na == voor:
        if _einde(_in_kind(lambda: stap(wereld))):
            yield f"{stap.__name__}: did not work after it had been killed"
        na = stand()
    anders = {tabel for tabel in na if na[tabel] != voor[tabel]}
    if "kern_gebeurtenis" not in anders or not anders - {"kern_gebeurtenis", "kern_wijziging"}:
        yield f"{stap.__name__}: left no event or changed nothing, so its deaths prove nothing"
    if verschillen := speel_na().verschillen:
        yield f"{stap.__name__}: the log does not explain the register: {verschillen}"
    connections.close_all()


def main() -> None:
    """Make the database, go through the scenario, report."""
    kans = random.Random(2015)
    call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        wereld = bouw(kans.choice)
        bereid_voor(wereld)
        schrijf_gebeurtenis(handeling="begin", onderwerp=wereld.personen[0], door=None, op=BEGIN)
    laad_recht()
    connections.close_all()
    begin = _einde(_in_kind(lambda: eerder_opgelegd(wereld)))
    fouten = ["the measure of before could not be imposed"] if begin else []
    fouten += [fout for stap in ALLE for fout in _dood_en_doe(wereld, stap, kans)]
    sys.stdout.write(json.dumps({"handelingen": [stap.__name__ for stap in ALLE], "fouten": fouten}) + "\n")


if __name__ == "__main__":
    main()
