"""The cases of `gevallen/` beside the rules that they go through: what went in, what must come out, what comes out.

They are no part of the law package; a wheel carries them as `meedoen/gevallen`, a working copy at its root. Where
neither is there, there are none, and the pages say so. Which rules a case goes through is known by computing it: all
cases once per law, kept in the data folder; after that only the cases of a page.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

import meedoen
from meedoen.recht import DatumOnbekend, GevalFout, RekenFout, Uitkomst, bereken, lees_geval
from meedoen.recht.answer import als_json
from meedoen.recht.engine.facts import WEZENS

from .index import recht
from .values import toon, uit_tekst

MEER_DAN_INVOER = ("omschrijving", "bron", "verwacht")
MEESTE_ANTWOORDEN = 256
"""Answers of cases that a process keeps: those of the pages that are being read."""
BESCHRIJVINGEN = ("meldingen", "ontbreekt")


@dataclass(frozen=True, eq=False)
class Geval:
    """One case: where it stands, its text, and what that states."""

    wet: str
    onderwerp: str
    naam: str
    tekst: str
    stof: Mapping[str, Any]

    @property
    def sleutel(self) -> str:
        """Path without ending: participatiewet/kostendelersnorm/2026-01-01-1-personen."""
        return f"{self.wet}/{self.onderwerp}/{self.naam}"

    @property
    def omschrijving(self) -> str:
        """The sentence that says what the case is about."""
        return str(self.stof["omschrijving"])


@dataclass(frozen=True, eq=False)
class Antwoord:
    """What the rules give for a case, or the sentence why they give nothing."""

    uitkomst: Uitkomst | None
    fout: str

    @property
    def regels(self) -> tuple[str, ...]:
        """The rules that the answer went through, the last one first."""
        return tuple(dict.fromkeys(stap.regel for stap in reversed(self.uitkomst.spoor))) if self.uitkomst else ()


@dataclass(frozen=True)
class Controle:
    """One expected result beside the computed one."""

    wie: str
    naam: str
    verwacht: str
    berekend: str

    @property
    def klopt(self) -> bool:
        """Whether the two are the same."""
        return self.verwacht == self.berekend


def map_van_gevallen() -> Path | None:
    """The folder of the cases, or None when this installation has none."""
    pakket = Path(meedoen.__file__).parent
    return next((map_ for map_ in (pakket / "gevallen", pakket.parents[1] / "gevallen") if map_.is_dir()), None)


@cache
def gevallen() -> Mapping[str, Geval]:
    """Every case by its path, read once; none where the folder is absent."""
    map_ = map_van_gevallen()
    paden = sorted(map_.glob("*/*/*.toml")) if map_ else []
    return {geval.sleutel: geval for geval in map(_lees, paden)}


@cache
def kenmerk() -> str:
    """A hash over the text of every case: they are outside the hash of the law package."""
    delen = "".join(f"{sleutel}\0{geval.tekst}\0" for sleutel, geval in gevallen().items())
    return hashlib.sha256(delen.encode()).hexdigest()


@lru_cache(maxsize=MEESTE_ANTWOORDEN)
def antwoord(geval: Geval) -> Antwoord:
    """The answer of the rules of now."""
    opgave = {naam: waarde for naam, waarde in geval.stof.items() if naam not in MEER_DAN_INVOER}
    try:
        return Antwoord(bereken(lees_geval(opgave), vragen=True), "")
    except (GevalFout, DatumOnbekend, RekenFout) as waarom:
        return Antwoord(None, str(waarom))


def gevallen_met(regel: str) -> list[Geval]:
    """The cases that go through a rule: first those that ask for it, then by reference date."""
    geraakt = [gevallen()[sleutel] for sleutel in per_regel().get(regel, ())]
    return sorted(geraakt, key=lambda geval: (not _vraagt(geval, regel), str(geval.stof["peildatum"])))


def uitkomst_in(geval: Geval, regel: str) -> str:
    """What a rule gives in a case, of each person: one value when it is the same for all."""
    uitkomst = antwoord(geval).uitkomst
    assert uitkomst is not None, "a case that went through a rule has an answer"
    stappen = [stap for stap in uitkomst.spoor if stap.regel == regel]
    waarden = {
        (stap.persoon, stap.ander): (
            stap.reden.reden if stap.reden else toon(stap.uitkomst, str(stap.maat)).replace("niet bekend", "gevraagd")
        )
        for stap in stappen
    }
    if len(set(waarden.values())) == 1:
        return next(iter(waarden.values()))
    return "; ".join(f"{'-'.join(filter(None, wie))}: {waarde}" for wie, waarde in waarden.items())


def controles(geval: Geval) -> list[Controle]:
    """Every result that the case expects beside what the rules of now give; an empty one with its reason."""
    uitkomst = antwoord(geval).uitkomst
    if uitkomst is None:
        return []
    personen = als_json(uitkomst, recht())[WEZENS[uitkomst.wezen]]
    gevonden = []
    for wie, waarden in geval.stof["verwacht"].items():
        if wie in BESCHRIJVINGEN:
            continue
        for naam, verwacht in waarden.items():
            if naam == "leeg":
                gevonden += [_leeg(uitkomst, wie, leeg) for leeg in verwacht]
            else:
                maat = str(recht().regels[naam][0].kop.soort) if naam in recht().regels else ""
                gekregen = personen.get(wie, {}).get(naam)
                gevonden.append(Controle(wie, naam, uit_tekst(verwacht, maat), uit_tekst(gekregen, maat)))
    return gevonden


def invoer(geval: Geval) -> str:
    """The case as `meedoen bereken` reads it: the text of its file without source and expected results."""
    regels, is_invoer = [], True
    for regel in geval.tekst.splitlines():
        if regel.startswith("["):
            is_invoer = regel.strip("[] ").split(".")[0] not in ("bron", "verwacht")
        if is_invoer:
            regels.append(regel)
    return "\n".join(regels).strip()


def _leeg(uitkomst: Uitkomst, wie: str, naam: str) -> Controle:
    reden = uitkomst.redenen.get(wie, {}).get(naam)
    return Controle(wie, naam, "geen", "geen" if reden else "wel een uitkomst")


def _vraagt(geval: Geval, regel: str) -> bool:
    allen = [wie for soort in WEZENS for wie in geval.stof.get(soort, ())]
    return any(regel in wie.get("gevraagd", ()) for wie in [geval.stof, *allen])


@cache
def per_regel() -> Mapping[str, tuple[str, ...]]:
    """Rule -> the cases that go through it; computed once per law and set of cases, and kept in the data folder."""
    sleutel = hashlib.sha256(f"{recht().hash} {kenmerk()}".encode()).hexdigest()
    bewaarplaats = FileBasedCache(str(settings.MAP / "cache" / "gevallen"), {"TIMEOUT": None})
    bewaard: dict[str, tuple[str, ...]] | None = bewaarplaats.get(sleutel)
    if bewaard is None:
        bewaard = _reken_alle_uit()
        bewaarplaats.clear()
        bewaarplaats.set(sleutel, bewaard)
    return bewaard


def _reken_alle_uit() -> dict[str, tuple[str, ...]]:
    gevonden: dict[str, list[str]] = {}
    for sleutel, geval in gevallen().items():
        for regel in antwoord.__wrapped__(geval).regels:
            gevonden.setdefault(regel, []).append(sleutel)
    return {regel: tuple(sleutels) for regel, sleutels in gevonden.items()}


def _lees(pad: Path) -> Geval:
    tekst = pad.read_text("utf-8")
    return Geval(pad.parent.parent.name, pad.parent.name, pad.stem, tekst, tomllib.loads(tekst, parse_float=Decimal))
