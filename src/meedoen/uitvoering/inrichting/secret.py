"""The secret key of this installation, made once and kept in the data folder."""

import os
import secrets
from pathlib import Path


def geheim_uit(bestand: Path) -> str:
    """The key in this file, readable by its owner only; made on first use. Two processes that start at once agree."""
    if not bestand.exists():
        eigen = bestand.with_name(f"{bestand.name}.{os.getpid()}")
        beschrijving = os.open(eigen, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(beschrijving, "w") as uit:
            uit.write(secrets.token_urlsafe(50))
        try:
            os.link(eigen, bestand)
        except FileExistsError:
            pass
        finally:
            eigen.unlink()
    return bestand.read_text().strip()
