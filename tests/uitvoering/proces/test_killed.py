"""A process that dies in the middle of an act leaves all of it or nothing: rows, letters, receipts, files."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).parents[3]


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
    assert len(verslag["handelingen"]) > 30
