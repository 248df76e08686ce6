"""Rows of a Parquet file, read by a child process that may fall without taking us along."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

import meedoen

from .faults import Bestandsfout
from .parquet_child import GEWEIGERD

PAKKET = str(Path(meedoen.__file__).parents[1])


def lees(pad: Path) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows, header (the column names) first as row 1. Raises Bestandsfout for a file that cannot be read."""
    kind = subprocess.Popen(
        [sys.executable, "-m", "meedoen.uitvoering.koppelingen.parquet_child", str(pad)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([PAKKET, os.environ.get("PYTHONPATH", "")])},
    )
    assert kind.stdout and kind.stderr
    try:
        with io.TextIOWrapper(kind.stdout, encoding="utf-8", newline="") as uitvoer:
            yield from enumerate(csv.reader(uitvoer, strict=True), start=1)
        melding = kind.stderr.read()
        if kind.wait() != 0:
            raise _waarom(kind.returncode, melding)
    except (csv.Error, UnicodeDecodeError) as fout:
        raise _waarom(1, b"") from fout
    finally:
        kind.kill()
        kind.stderr.close()
        kind.wait()


def _waarom(code: int, melding: bytes) -> Bestandsfout:
    gegevens = json.loads(melding) if code == GEWEIGERD else {"reden": "", "kolom": ""}
    if gegevens["reden"] == "samengesteld":
        verwacht, herstel = _("een enkele waarde per cel"), _("Deze kolom bevat lijsten of groepen. Splits hem.")
    elif gegevens["reden"] == "te_veel_rijen":
        verwacht, herstel = _("hoogstens 50.000.000 rijen"), _("Splits het bestand.")
    else:
        verwacht = _("een heel Parquet-bestand")
        herstel = _("Het bestand is beschadigd, te nieuw van vorm of te zwaar. Maak het opnieuw.")
    return Bestandsfout(verwacht, herstel, kolom=gegevens["kolom"])
