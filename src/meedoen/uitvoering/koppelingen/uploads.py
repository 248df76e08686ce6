"""A file that was uploaded and checked, kept in a private folder until its owner loads it, drops it, or it expires."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from ..kern.models import Gebruiker
from . import folders
from .report import Inleesverslag, verslag_uit_json

GROOTSTE = 200 * 1024**2
"""Bytes of one upload."""


@dataclass(frozen=True)
class Upload:
    """`sleutel` is the secret name of the folder; it lives in the session of the owner and in no address.

    `naam` is the name that the file had with its owner, `blad` the blad that he chose ("" when the file tells).
    """

    sleutel: str
    naam: str
    blad: str
    eigenaar: int

    @property
    def map(self) -> Path:
        """The private folder."""
        return folders.inleesplek() / self.sleutel

    @property
    def pad(self) -> Path:
        """The file itself, under a name of ours."""
        return self.map / f"bestand{Path(self.naam).suffix.lower()}"


def bewaar(bestand: "UploadedFile[Any]", *, blad: str, eigenaar: Gebruiker) -> Upload:
    """Stream an upload to disk."""
    upload = Upload(folders.maak_map().name, Path(bestand.name or "").name[:200], blad, eigenaar.pk)
    with upload.pad.open("wb") as doel:
        for stuk in bestand.chunks():
            doel.write(stuk)
    gegevens = {"naam": upload.naam, "blad": blad, "eigenaar": eigenaar.pk}
    (upload.map / "upload.json").write_text(json.dumps(gegevens), encoding="utf-8")
    return upload


def zoek(sleutel: str | None, *, eigenaar: Gebruiker) -> Upload | None:
    """The upload with this secret name, when it is still there and of this user."""
    if not sleutel or Path(sleutel).name != sleutel:
        return None
    gegevens = folders.inleesplek() / sleutel / "upload.json"
    if not gegevens.is_file():
        return None
    upload = Upload(sleutel, **json.loads(gegevens.read_text(encoding="utf-8")))
    return upload if upload.eigenaar == eigenaar.pk else None


def bewaar_verslag(upload: Upload, verslag: Inleesverslag) -> None:
    """Keep the report beside the file. After loading the file itself is no longer needed and goes."""
    (upload.map / "verslag.json").write_text(json.dumps(verslag.als_json()), encoding="utf-8")
    if verslag.is_geladen:
        upload.pad.unlink(missing_ok=True)


def lees_verslag(upload: Upload) -> Inleesverslag | None:
    """The report of the last check or load; None when it was never finished."""
    pad = upload.map / "verslag.json"
    return verslag_uit_json(json.loads(pad.read_text(encoding="utf-8"))) if pad.is_file() else None


def verwijder(upload: Upload) -> None:
    """Remove the file and everything that came of it."""
    shutil.rmtree(upload.map, ignore_errors=True)
