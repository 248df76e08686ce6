"""The pages of the law as files on disk: the same pages, with links and styles that work without a server."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.urls import reverse

from . import contents
from .index import recht

VERWIJZING = re.compile(r'(href|src)="(/[^"#?]*)(#[^"]*)?"')
STIJLEN = ("huisstijl/meedoen.css", "huisstijl/meedoen.svg", "huisstijl/vendor", "huisstijl/fonts")
"""Static files and folders that a page on disk needs."""
BESTANDEN = {".css", ".svg", ".woff2"}


KENMERK = "rechtspakket.json"
"""What tells that a folder holds our pages, and which."""


class MapNietLeeg(Exception):
    """Pages would be written among files of somebody else; the message is Dutch."""


def schrijf(uitmap: Path, *, voortgang: Callable[[int, int], None]) -> int:
    """Write every page of the law and its styles into a folder that is new, empty, or holds such pages; how many.

    Pages of an earlier time about what the law no longer has are removed.
    """
    eerder = _eerdere_bladzijden(uitmap)
    bladzijden = list(contents.alle())
    for aantal, (adres, maak) in enumerate(bladzijden, 1):
        doel = uitmap / bestand(adres)
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(als_bestand(maak(), adres), "utf-8")
        voortgang(aantal, len(bladzijden))
    _schrijf_stijlen(uitmap / "static")
    namen = [bestand(adres) for adres, _maak in bladzijden]
    for naam in eerder - set(namen):
        (uitmap / naam).unlink(missing_ok=True)
    inhoud = {"versie": recht().versie, "hash": recht().hash, "bladzijden": namen}
    (uitmap / KENMERK).write_text(json.dumps(inhoud, indent=1), "utf-8")
    return len(bladzijden)


def _eerdere_bladzijden(uitmap: Path) -> set[str]:
    """The pages that an earlier time left in the folder. Raises MapNietLeeg where it holds anything else."""
    if not uitmap.exists() or not any(uitmap.iterdir()):
        return set()
    if not (uitmap / KENMERK).is_file():
        raise MapNietLeeg(f"De map {uitmap} bevat al iets anders; kies een nieuwe of lege map.")
    return set(json.loads((uitmap / KENMERK).read_text("utf-8"))["bladzijden"])


def bestand(adres: str) -> str:
    """Where the page of an address stands in the folder: "/recht/feiten/student/" -> "feiten/student.html"."""
    onder = adres.removeprefix(reverse("recht")).rstrip("/")
    return f"{onder}.html" if onder else "index.html"


def als_bestand(bladzijde: contents.Bladzijde, adres: str) -> str:
    """The page on the base without menu, sign-in and search, every address in it made relative to its own place."""
    context = {**bladzijde.context(), "basis": "naslag/los.html", "is_los": True}
    hier = os.path.dirname(bestand(adres))  # noqa: PTH120 - places inside the folder, not on this machine

    def relatief(gevonden: re.Match[str]) -> str:
        soort, doel, plek = gevonden[1], gevonden[2], gevonden[3] or ""
        naar = doel.removeprefix("/") if doel.startswith("/static/") else bestand(doel)
        return f'{soort}="{os.path.relpath(naar, hier or ".")}{plek}"'

    return VERWIJZING.sub(relatief, render_to_string(bladzijde.sjabloon, context))


def _schrijf_stijlen(map_: Path) -> None:
    for naam in STIJLEN:
        gevonden = finders.find(naam)
        assert isinstance(gevonden, str), f"the static file {naam} is gone"
        bron = Path(gevonden)
        bestanden = [bron] if bron.is_file() else [pad for pad in sorted(bron.rglob("*")) if pad.suffix in BESTANDEN]
        for pad in bestanden:
            doel = map_ / naam / pad.relative_to(bron) if bron.is_dir() else map_ / naam
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(pad.read_bytes())
