"""Killed halfway: nothing is loaded, nothing is lost, and reading again loads all. On the engine of this run."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

import meedoen

from .conftest import REGISTER, schrijf

pytestmark = [pytest.mark.slow, pytest.mark.engine]


@pytest.fixture
def omgeving(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Environment of a process with an empty database of its own."""
    omgeving = {
        **os.environ,
        "MEEDOEN_MAP": str(tmp_path / "map"),
        "PYTHONPATH": str(Path(meedoen.__file__).parents[1]),
    }
    url = os.environ.get("DATABASE_URL")
    if not url:
        yield omgeving
        return
    van_de_run = urlsplit(url).path
    naam = f"{van_de_run.lstrip('/')}_onderbreking_{os.environ.get('PYTEST_XDIST_WORKER', '')}"
    with psycopg.connect(url.replace(van_de_run, "/postgres", 1), autocommit=True) as verbinding:
        verbinding.execute(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')
        verbinding.execute(f'CREATE DATABASE "{naam}"')
        yield omgeving | {"DATABASE_URL": url.replace(van_de_run, f"/{naam}", 1)}
        verbinding.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


def _draai(omgeving: dict[str, str], map_: Path, dood_bij: str) -> tuple[int, list[dict[str, Any]]]:
    opdracht = [sys.executable, str(Path(__file__).with_name("onderbreking.py")), str(map_), dood_bij]
    klaar = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, timeout=120, check=False)
    return klaar.returncode, [json.loads(regel) for regel in klaar.stdout.splitlines()]


@pytest.mark.parametrize("moment", ["laden van personen", "laden van besluiten"])
def test_gedood_tijdens_het_laden(moment: str, omgeving: dict[str, str], tmp_path: Path) -> None:
    map_ = schrijf(tmp_path / "r", REGISTER)
    code, regels = _draai(omgeving, map_, moment)
    assert code == -signal.SIGKILL
    assert regels == [{"vooraf": 0}, {"al_geschreven": 4}], "it was killed after rows had been written"
    code, regels = _draai(omgeving, map_, "")
    assert code == 0
    assert regels == [
        {"vooraf": 0},
        {"geladen": True, "rijen": {naam: len(rijen) for naam, rijen in REGISTER.items()}},
    ]
