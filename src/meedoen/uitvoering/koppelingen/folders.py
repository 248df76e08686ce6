"""Private folders for files with personal data: readable by the service only, removed after use or when they expire."""

import datetime
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from ..kern import clock

HOUDBAAR = datetime.timedelta(hours=24)
"""How long an upload that nobody loaded, or the rest of an import that was killed, may stay."""


def inleesplek() -> Path:
    """The folder of all imports, inside the data folder; never the machine's /tmp, which can be memory or shared."""
    plek: Path = settings.MAP / "inlezen"
    plek.mkdir(mode=0o700, parents=True, exist_ok=True)
    return plek


def maak_map() -> Path:
    """A new private folder with a name that cannot be guessed. Removes expired ones first."""
    ruim_op()
    nieuw = inleesplek() / secrets.token_urlsafe(24)
    nieuw.mkdir(mode=0o700)
    return nieuw


@contextmanager
def tijdelijke_map() -> Iterator[Path]:
    """A private folder that is removed at the end, whatever happens."""
    nieuw = maak_map()
    try:
        yield nieuw
    finally:
        shutil.rmtree(nieuw, ignore_errors=True)


def ruim_op() -> None:
    """Remove folders that were not touched for `HOUDBAAR`."""
    grens = (clock.nu() - HOUDBAAR).timestamp()
    for oude in inleesplek().iterdir():
        if oude.is_dir() and oude.stat().st_mtime < grens:
            shutil.rmtree(oude, ignore_errors=True)
