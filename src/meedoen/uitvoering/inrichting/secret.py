"""The secret key of this installation, made once and kept in the data folder."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def geheim_uit(bestand: Path) -> str:
    """The key in this file, readable by its owner only; made on first use. Processes that start at once agree."""
    if not bestand.exists():
        beschrijving, eigen = tempfile.mkstemp(dir=bestand.parent, prefix=f".{bestand.name}.")
        with os.fdopen(beschrijving, "w") as uit:
            uit.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(eigen, bestand)
        Path(eigen).unlink()
    return bestand.read_text().strip()
