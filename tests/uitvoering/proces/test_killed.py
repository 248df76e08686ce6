"""A process that dies in the middle of an act leaves all of it or nothing: rows, letters, receipts, files."""

import contextlib
import importlib
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).parents[3]


APPS = ("dossiers", "toegang", "trajecten", "besluiten", "handhaving", "inwoners")
VIA = {
    *("beantwoord_vragen", "beantwoord", "begin_sanctie", "schrijf", "leg_zaakfeiten_vast"),
    *("draag_over", "draag_plan_over", "draag_eigen_werk_over", "draag_meldingen_over", "geef_over"),
}
"""What only other acts call, or what records rows with acts that are killed themselves."""


def _handelingen() -> Iterator[str]:
    """Every act of the work: what asks who did it and when."""
    for app in APPS:
        pakket = importlib.import_module(f"meedoen.uitvoering.{app}")
        for bestand in pkgutil.iter_modules(pakket.__path__):
            if bestand.name == "migrations" or bestand.name.startswith("demo_"):
                continue
            module = importlib.import_module(f"{pakket.__name__}.{bestand.name}")
            for naam, wat in inspect.getmembers(module, inspect.isfunction):
                is_van_hier = wat.__module__ == module.__name__ and not naam.startswith("_")
                if is_van_hier and {"door", "op"} <= set(inspect.signature(wat).parameters):
                    yield naam


def test_every_act_of_the_work_is_killed() -> None:
    bronnen = [Path(__file__).with_name(naam).read_text() for naam in ("scenario.py", "sanction_scenario.py")]
    gedaan = set(re.findall(r"\w+", " ".join(bronnen)))
    handelingen = set(_handelingen())
    assert len(handelingen) > 40 and handelingen >= VIA
    assert handelingen - gedaan - VIA == set(), "add a step to a scenario"


@contextlib.contextmanager
def eigen_database(map_: Path) -> Iterator[dict[str, str]]:
    """The environment of a database of its own on the engine of this run; gone afterwards."""
    omgeving = {**os.environ, "MEEDOEN_MAP": str(map_), "PYTHONHASHSEED": "0"}
    if connection.vendor == "sqlite":
        yield omgeving
        return
    adres, _vraagteken, opties = os.environ["DATABASE_URL"].partition("?")
    server, _streep, basis = adres.rpartition("/")
    naam = f"{basis}_kill_{os.getpid()}"
    beheer = f"{server}/postgres?{opties}"
    with psycopg.connect(beheer, autocommit=True) as db:
        db.execute(f'CREATE DATABASE "{naam}"')
        try:
            yield {**omgeving, "DATABASE_URL": f"{server}/{naam}?{opties}"}
        finally:
            db.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


@pytest.mark.django_db
def test_whatever_moment_an_act_is_killed_all_of_it_is_there_or_nothing(tmp_path: Path) -> None:
    with eigen_database(tmp_path) as omgeving:
        gedaan = subprocess.run(
            [sys.executable, "-m", "tests.uitvoering.proces.kill"],
            env=omgeving,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert gedaan.returncode == 0, gedaan.stderr
    verslag = json.loads(gedaan.stdout.splitlines()[-1])
    assert verslag["fouten"] == [], gedaan.stderr
    assert len(verslag["handelingen"]) > 50
