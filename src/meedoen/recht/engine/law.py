"""Loads a law package: rule files with their amounts beside them, and the facts. All faults are reported at once."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from meedoen.recht.engine import graph
from meedoen.recht.engine.amounts import Bedrag, lees_bedragen
from meedoen.recht.engine.errors import DatumOnbekend, RechtFout, Taalgebrek
from meedoen.recht.engine.facts import Feit, lees_feiten
from meedoen.recht.engine.form import Kop, Regel
from meedoen.recht.engine.names import Namen
from meedoen.recht.engine.reader import lees_koppen, lees_regel


@dataclass(frozen=True, eq=False)
class Recht:
    """A law package, read and checked. `hash` is over every byte of it, so that an answer can be traced to its text.

    `regels` holds the versions of each rule, oldest first; `volgorde` every rule name after the names that it reads.
    """

    naam: str
    versie: str
    hash: str
    bekend_vanaf: date
    bekend_tot: date
    feiten: Mapping[str, Feit]
    bedragen: Mapping[str, Bedrag]
    regels: Mapping[str, tuple[Regel, ...]]
    volgorde: tuple[str, ...]

    def vragen(self) -> tuple[str, ...]:
        """The results that can be asked: every rule about one person."""
        return tuple(naam for naam, versies in self.regels.items() if not versies[0].kop.is_paar)

    def op(self, naam: str, dag: date) -> Regel:
        """The version of a rule on that day; DatumOnbekend when it has none."""
        for regel in self.regels[naam]:
            if regel.kop.vanaf <= dag < regel.kop.tot:
                return regel
        koppen = [regel.kop for regel in self.regels[naam]]
        geldig = f"van {koppen[0].vanaf} tot {koppen[-1].tot}"
        raise DatumOnbekend(f"De regel {naam} ({koppen[0].artikel}) bestaat niet op {dag}; hij geldt {geldig}.")

    def eis_bekend(self, dag: date) -> None:
        """DatumOnbekend when the law is not known on that day."""
        if not self.bekend_vanaf <= dag < self.bekend_tot:
            raise DatumOnbekend(
                f"Het recht op {dag} is hier niet bekend; bekend is het van {self.bekend_vanaf} tot {self.bekend_tot}."
            )


def lees_recht(map_: Path) -> Recht:
    """The law package in that folder. RechtFout lists every fault with file and line.

    It holds `recht.toml`, `feiten.toml`, and a folder per law with `<subject>.py` and its amounts in `<subject>.toml`.
    """
    teksten = {pad.relative_to(map_).as_posix(): pad.read_text("utf-8") for pad in _bestanden(map_)}
    kenmerk = tomllib.loads(teksten["recht.toml"])
    bekend = (kenmerk["bekend_vanaf"], kenmerk["bekend_tot"])
    feiten, gebreken = lees_feiten(teksten["feiten.toml"], "feiten.toml")
    bedragen: dict[str, Bedrag] = {}
    koppen: list[Kop] = []
    for bestand, tekst in teksten.items():
        if bestand.endswith(".py"):
            nieuw, fouten = lees_koppen(tekst, bestand, str(map_ / bestand), bekend)
            koppen += nieuw
        elif "/" in bestand:
            van_dit_bestand, fouten = lees_bedragen(tekst, bestand, bekend[1])
            fouten += [_dubbel(bestand, 1, naam) for naam in van_dit_bestand.keys() & bedragen.keys()]
            bedragen |= van_dit_bestand
        else:
            continue
        gebreken += fouten
    regels = _regels(koppen, feiten, bedragen, gebreken)
    return Recht(
        naam=kenmerk["naam"],
        versie=kenmerk["versie"],
        hash=hashlib.sha256("".join(f"{naam}\0{tekst}\0" for naam, tekst in teksten.items()).encode()).hexdigest(),
        bekend_vanaf=bekend[0],
        bekend_tot=bekend[1],
        feiten=feiten,
        bedragen=bedragen,
        regels=regels,
        volgorde=graph.volgorde(regels),
    )


@cache
def laad_recht() -> Recht:
    """The law of this distribution, read once."""
    return lees_recht(Path(__file__).parent.parent)


def _bestanden(map_: Path) -> list[Path]:
    van_wetten = [
        pad
        for wet in sorted(map_.iterdir())
        if wet.is_dir() and wet.name not in ("engine", "__pycache__")
        for pad in sorted(wet.iterdir())
        if pad.suffix in (".py", ".toml") and pad.name != "__init__.py"
    ]
    return [map_ / "recht.toml", map_ / "feiten.toml", *van_wetten]


def _regels(
    koppen: list[Kop], feiten: Mapping[str, Feit], bedragen: Mapping[str, Bedrag], gebreken: list[Taalgebrek]
) -> dict[str, tuple[Regel, ...]]:
    per_naam: dict[str, list[Kop]] = {}
    for kop in sorted(koppen, key=lambda kop: kop.vanaf):
        per_naam.setdefault(kop.naam, []).append(kop)
    for naam, versies in per_naam.items():
        if naam in feiten or naam in bedragen:
            gebreken.append(_dubbel(versies[0].bestand, versies[0].knoop.lineno, naam))
        gebreken += _gebreken_tussen(versies)
    namen = Namen(feiten, bedragen, {naam: versies[0] for naam, versies in per_naam.items()})
    regels: dict[str, list[Regel]] = {}
    for kop in (kop for versies in per_naam.values() for kop in versies):
        try:
            regels.setdefault(kop.naam, []).append(lees_regel(kop, namen))
        except RechtFout as fout:
            gebreken += fout.gebreken
    if gebreken:
        raise RechtFout(sorted(gebreken, key=lambda gebrek: (gebrek.bestand, gebrek.nummer)))
    return {naam: tuple(versies) for naam, versies in regels.items()}


def _gebreken_tussen(versies: list[Kop]) -> list[Taalgebrek]:
    gebreken = []
    for eerder, later in pairwise(versies):
        plaats = (later.bestand, later.knoop.lineno, later.knoop.name)
        if later.vanaf != eerder.tot:
            wat = "overlaps with" if later.vanaf < eerder.tot else "leaves a gap after"
            wat = f"from {later.vanaf}, {wat} {eerder.knoop.name}, which ends on {eerder.tot}"
            gebreken.append(Taalgebrek(*plaats, wat, "let one version begin on the day the other ends"))
        if (later.soort, later.is_paar) != (eerder.soort, eerder.is_paar):
            wat = f"is {later.soort}, and {eerder.knoop.name} is {eerder.soort}"
            gebreken.append(Taalgebrek(*plaats, wat, "give all versions one type"))
    return gebreken


def _dubbel(bestand: str, nummer: int, naam: str) -> Taalgebrek:
    return Taalgebrek(bestand, nummer, naam, "this name is taken by a fact or an amount", "choose another name")
