"""The names of the law: which kind each is, where its page is, who reads it, and in which law and subject it stands."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from django.urls import reverse
from django.utils.translation import gettext as _

import meedoen.recht
from meedoen.recht import Recht, laad_recht
from meedoen.recht.engine.form import Regel
from meedoen.recht.engine.graph import gelezen

from .values import leesbaar

Naamsoort = Literal["regel", "bedrag", "feit", "term"]
PAKKET = Path(meedoen.recht.__file__).parent
WETTEN = {
    "participatiewet": ("Participatiewet", "Participatiewet"),
    "minimumloon": ("Wet minimumloon en minimumvakantiebijslag", "Wet minimumloon"),
    "ouderdomswet": ("Algemene Ouderdomswet", "AOW"),
    "banenafspraak": ("Banenafspraak en quotum (Wet financiering sociale verzekeringen)", "Wfsv"),
    "sociale_werkvoorziening": ("Wet sociale werkvoorziening", "Wsw"),
    "ziektewet": ("Ziektewet", "Ziektewet"),
    "bestuursrecht": ("Algemene wet bestuursrecht", "Algemene wet bestuursrecht"),
}
"""Folder of the law package -> the name of the law, and how its articles are cited. Other folders name themselves."""

_ARTIKEL = re.compile(r"\b(\d+)([a-z]*)\b")


@dataclass(frozen=True)
class Onderwerp:
    """One file of a law: its subject and the names in it, in the order of the file."""

    sleutel: str
    naam: str
    namen: tuple[str, ...]


@dataclass(frozen=True)
class Wet:
    """One law of the package and its subjects, in the reading order of the law."""

    sleutel: str
    naam: str
    onderwerpen: tuple[Onderwerp, ...]


def recht() -> Recht:
    """The law of this distribution, read once."""
    return laad_recht()


def soort_van(naam: str) -> Naamsoort | None:
    """What a name of the law is; None when nothing carries it."""
    pakket = recht()
    if naam in pakket.regels:
        return "regel"
    if naam in pakket.bedragen:
        return "bedrag"
    if naam in pakket.feiten:
        return "feit"
    return "term" if naam in pakket.termen else None


def alle_namen() -> tuple[str, ...]:
    """Every name that has a page."""
    pakket = recht()
    return (*pakket.regels, *pakket.bedragen, *pakket.feiten, *pakket.termen)


def adres(naam: str) -> str:
    """The address of the page about a name; "" when nothing carries it."""
    soort = soort_van(naam)
    return reverse(f"recht-{soort}", args=[naam]) if soort else ""


@cache
def lezers() -> Mapping[str, tuple[str, ...]]:
    """Name -> the rules that read it, in the order of the law."""
    wie: dict[str, dict[str, None]] = {}
    for naam, versies in recht().regels.items():
        for gelezen_naam in gelezen_door(versies):
            wie.setdefault(gelezen_naam, {})[naam] = None
    return {naam: tuple(regels) for naam, regels in wie.items()}


def gelezen_door(versies: Iterable[Regel]) -> tuple[str, ...]:
    """The names that the versions of a rule read, the dates at which amounts are looked up included."""
    return tuple(gelezen(versies))


def uitkomsten_boven(naam: str) -> tuple[str, ...]:
    """The results that no other rule reads and that may depend on this name: what it is needed for in the end."""
    gezien, wachtend = dict[str, None](), [naam]
    while wachtend:
        boven = lezers().get(wachtend.pop(), ())
        wachtend += [regel for regel in boven if regel not in gezien]
        gezien |= dict.fromkeys(boven)
    return tuple(regel for regel in gezien if not lezers().get(regel))


@cache
def regels_per_wet() -> tuple[Wet, ...]:
    """The rules of the package: per law and subject, subjects in the order of their first article."""
    per_bestand: dict[str, list[str]] = {}
    for naam, versies in recht().regels.items():
        per_bestand.setdefault(versies[0].kop.bestand, []).append(naam)
    artikelen = {
        bestand: [kop.kop.artikel for naam in namen for kop in recht().regels[naam]]
        for bestand, namen in per_bestand.items()
    }
    return _per_wet({b: _in_volgorde(namen) for b, namen in per_bestand.items()}, artikelen)


@cache
def bedragen_per_wet() -> tuple[Wet, ...]:
    """The amounts of the package per law and subject."""
    per_bestand: dict[str, list[str]] = {}
    for naam, bedrag in recht().bedragen.items():
        per_bestand.setdefault(bedrag.bestand, []).append(naam)
    artikelen = {b: [recht().bedragen[naam].artikel for naam in namen] for b, namen in per_bestand.items()}
    return _per_wet(per_bestand, artikelen)


@cache
def feiten_per_onderwerp() -> tuple[Onderwerp, ...]:
    """The facts per subject, as their files hold them."""
    return _per_bestand(PAKKET / "feiten", recht().feiten)


@cache
def termen_per_verordening() -> tuple[Onderwerp, ...]:
    """The open terms per ordinance, as their files hold them."""
    return _per_bestand(PAKKET / "verordening", recht().termen)


def artikelplaats(artikel: str) -> tuple[int, str]:
    """Where the first article of a citation stands in its law: "Participatiewet 10d lid 4" -> (10, "d")."""
    gevonden = _ARTIKEL.search(artikel)
    return (int(gevonden[1]), gevonden[2]) if gevonden else (10_000, "")


def wetsnaam(sleutel: str) -> str:
    """The name of a law by its folder in the package."""
    return WETTEN.get(sleutel, (leesbaar(sleutel).capitalize(), ""))[0]


def _in_volgorde(namen: list[str]) -> list[str]:
    return sorted(namen, key=lambda naam: min(regel.kop.knoop.lineno for regel in recht().regels[naam]))


def _per_wet(per_bestand: Mapping[str, list[str]], artikelen: Mapping[str, list[str]]) -> tuple[Wet, ...]:
    """Files in the order of the first article of their own law that they cite; the largest law first."""
    wetten: dict[str, list[tuple[tuple[int, str], Onderwerp]]] = {}
    for bestand, namen in per_bestand.items():
        wet, _schuin, onderwerp = bestand.rpartition("/")
        onderwerp = onderwerp.rsplit(".", 1)[0]
        plaats = min(_plaats_in(wet, artikel) for artikel in artikelen[bestand])
        gegroepeerd = Onderwerp(onderwerp, leesbaar(onderwerp), tuple(namen))
        wetten.setdefault(wet, []).append((plaats, gegroepeerd))
    op_grootte = sorted(wetten.items(), key=lambda paar: -sum(len(o.namen) for _plaats, o in paar[1]))
    return tuple(
        Wet(wet, wetsnaam(wet), tuple(o for _plaats, o in sorted(delen, key=lambda deel: (deel[0], deel[1].naam))))
        for wet, delen in op_grootte
    )


def _plaats_in(wet: str, artikel: str) -> tuple[int, str]:
    """The place of an article in its own law; what cites another law only comes after all of them."""
    aanhaling = WETTEN.get(wet, ("", ""))[1]
    return artikelplaats(artikel.removeprefix(aanhaling)) if artikel.startswith(aanhaling) else (10_000, "")


def _per_bestand(map_: Path, bekend: Mapping[str, Any]) -> tuple[Onderwerp, ...]:
    """The known names per TOML file of a folder; what stands in none of them comes last."""
    over = dict.fromkeys(bekend)
    delen = []
    for pad in sorted(map_.glob("*.toml")):
        namen = tuple(naam for naam in tomllib.loads(pad.read_text("utf-8"), parse_float=str) if naam in over)
        for naam in namen:
            del over[naam]
        delen.append(Onderwerp(pad.stem, leesbaar(pad.stem), namen))
    if over:
        delen.append(Onderwerp("overig", _("overig"), tuple(over)))
    return tuple(deel for deel in delen if deel.namen)
