"""Loads a law package: rule files with their amounts beside them, and the facts. All faults are reported at once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from meedoen.recht.engine import graph
from meedoen.recht.engine.amounts import Bedrag, lees_bedragen, lees_toml, regelnummer
from meedoen.recht.engine.combinations import BESTAND, Combinatie, lees_combinaties
from meedoen.recht.engine.errors import DatumOnbekend, RechtFout, Taalgebrek
from meedoen.recht.engine.facts import Feit, lees_feiten
from meedoen.recht.engine.form import Kop, Regel
from meedoen.recht.engine.gaps import Tijd, gaten
from meedoen.recht.engine.names import Namen
from meedoen.recht.engine.reader import lees_koppen, lees_regel
from meedoen.recht.engine.subjects import wezens
from meedoen.recht.engine.terms import Term, lees_termen

GEEN_WETTEN = ("engine", "feiten", "uitleg", "verordening", "__pycache__")
"""Folders of a law package that hold no law."""
KENMERK = "recht.toml"
VERORDENINGEN = "verordening/verordeningen.toml"
GEEN_TERMEN = (VERORDENINGEN, BESTAND)
"""What stands beside the terms: the ordinances themselves, and the values that cannot go together."""


@dataclass(frozen=True, eq=False)
class Recht:
    """A law package, read and checked. `hash` is over every byte of it, so that an answer can be traced to its text.

    `regels` holds the versions of each rule, oldest first; `volgorde` every rule name after the names that it reads;
    `van` says whom each rule is about ("persoon", "werkgever", "gemeente"; "" when it reads nothing about anybody);
    `verordeningen` names all that a decision of a municipality can be about, with or without terms; `combinaties` are
    values of terms that cannot go together.
    """

    naam: str
    versie: str
    hash: str
    bekend_vanaf: date
    bekend_tot: date
    feiten: Mapping[str, Feit]
    bedragen: Mapping[str, Bedrag]
    termen: Mapping[str, Term]
    regels: Mapping[str, tuple[Regel, ...]]
    volgorde: tuple[str, ...]
    van: Mapping[str, str]
    verordeningen: tuple[str, ...]
    combinaties: tuple[Combinatie, ...]

    def vragen(self) -> tuple[str, ...]:
        """The results that can be asked: every rule about one person, employer or municipality."""
        return tuple(naam for naam, versies in self.regels.items() if not versies[0].kop.is_paar)

    def vragen_over(self, wezen: str) -> tuple[str, ...]:
        """The results that can be asked about a "persoon", a "werkgever" or a "gemeente"."""
        return tuple(naam for naam in self.vragen() if self.van[naam] in ("", wezen))

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

    It holds `recht.toml`, facts in `feiten/<subject>.toml`, open terms in `verordening/<ordinance>.toml`, and a folder
    per law with `<subject>.py` and its amounts in `<subject>.toml`.
    """
    teksten = _teksten(map_)
    kenmerk = _kenmerk(teksten[KENMERK])
    bekend = (kenmerk["bekend_vanaf"], kenmerk["bekend_tot"])
    namen = Namen({}, {}, {}, {})
    koppen: list[Kop] = []
    gebreken: list[Taalgebrek] = []
    for bestand, tekst in teksten.items():
        if bestand.endswith(".py"):
            nieuw, fouten = lees_koppen(tekst, bestand, str(map_ / bestand), bekend)
            koppen += nieuw
        else:
            namen, fouten = _lees_namen(namen, bestand, tekst, bekend[1])
        gebreken += fouten
    regels = _regels(koppen, namen, gebreken)
    volgorde = graph.volgorde(regels)
    if gebreken := list(gaten(Tijd(regels, namen.bedragen, namen.termen, bekend))):
        raise RechtFout(gebreken)
    return Recht(
        naam=kenmerk["naam"],
        versie=kenmerk["versie"],
        hash=hashlib.sha256("".join(f"{naam}\0{tekst}\0" for naam, tekst in teksten.items()).encode()).hexdigest(),
        bekend_vanaf=bekend[0],
        bekend_tot=bekend[1],
        feiten=namen.feiten,
        bedragen=namen.bedragen,
        termen=namen.termen,
        regels=regels,
        volgorde=volgorde,
        van=wezens(regels, volgorde, namen.feiten),
        verordeningen=_verordeningen(teksten, namen),
        combinaties=lees_combinaties(teksten.get(BESTAND, "")),
    )


def _teksten(map_: Path) -> dict[str, str]:
    """The files of a package. RechtFout for a folder that is none, and for every file that is no text."""
    if not (map_ / KENMERK).is_file():
        wat, mend = f"there is no {KENMERK} in {map_}", "give the folder of a law package, with naam and versie in it"
        raise RechtFout([Taalgebrek(KENMERK, 1, "recht", wat, mend)])
    teksten: dict[str, str] = {}
    gebreken: list[Taalgebrek] = []
    for pad in _bestanden(map_):
        bestand, ruw = pad.relative_to(map_).as_posix(), pad.read_bytes()
        try:
            teksten[bestand] = ruw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as fout:
            nummer, wat = ruw[: fout.start].count(b"\n") + 1, f"byte {ruw[fout.start]:#04x} is no text"
            gebreken.append(Taalgebrek(bestand, nummer, "UTF-8", wat, "save the file as UTF-8"))
    if gebreken:
        raise RechtFout(gebreken)
    return teksten


def _kenmerk(tekst: str) -> dict[str, Any]:
    """What a package is, and for which dates its law is known; RechtFout lists every fault."""
    kenmerk = lees_toml(tekst, KENMERK)
    gebreken = []
    for naam, soort, wat, mend in (
        ("naam", str, "a text", '"..."'),
        ("versie", str, "a text", '"1"'),
        ("bekend_vanaf", date, "a date", "2015-01-01, without quotes"),
        ("bekend_tot", date, "a date", "2027-01-01, without quotes"),
    ):
        if type(kenmerk.get(naam)) is not soort:
            gebreken.append(Taalgebrek(KENMERK, 1, "recht", f"{naam} is {wat}", f"add {naam} = {mend}"))
    if not gebreken and kenmerk["bekend_tot"] <= kenmerk["bekend_vanaf"]:
        gebreken.append(Taalgebrek(KENMERK, 1, "recht", "ends before it begins", "mend bekend_vanaf or bekend_tot"))
    if gebreken:
        raise RechtFout(gebreken)
    return kenmerk


def _verordeningen(teksten: Mapping[str, str], namen: Namen) -> tuple[str, ...]:
    """The ordinances that have terms, and those that the list of ordinances names."""
    genoemd = lees_toml(teksten.get(VERORDENINGEN, ""), VERORDENINGEN)
    return tuple(sorted({*genoemd, *(term.verordening for term in namen.termen.values())}))


def _lees_namen(namen: Namen, bestand: str, tekst: str, bekend_tot: date) -> tuple[Namen, list[Taalgebrek]]:
    """What is known with the facts, terms or amounts of one more file, and every fault in it."""
    map_ = bestand.split("/")[0]
    feiten, bedragen, termen = dict(namen.feiten), dict(namen.bedragen), dict(namen.termen)
    nieuw: Mapping[str, Any]
    if map_ == "feiten":
        nieuw, gebreken = lees_feiten(tekst, bestand)
        feiten |= nieuw
    elif map_ == "verordening" and bestand not in GEEN_TERMEN:
        nieuw, gebreken = lees_termen(tekst, bestand)
        termen |= nieuw
    elif "/" in bestand and map_ != "verordening":
        nieuw, gebreken = lees_bedragen(tekst, bestand, bekend_tot)
        bedragen |= nieuw
    else:
        return namen, []
    eerder = {*namen.feiten, *namen.bedragen, *namen.termen}
    gebreken += [_dubbel(bestand, regelnummer(tekst, naam), naam) for naam in nieuw if naam in eerder]
    return Namen(feiten, bedragen, termen, {}), gebreken


@cache
def laad_recht() -> Recht:
    """The law of this distribution, read once."""
    return lees_recht(Path(__file__).parent.parent)


def _bestanden(map_: Path) -> list[Path]:
    van_wetten = [
        pad
        for wet in sorted(map_.iterdir())
        if wet.is_dir() and wet.name not in GEEN_WETTEN
        for pad in sorted(wet.iterdir())
        if pad.suffix in (".py", ".toml") and pad.name != "__init__.py"
    ]
    namen = [*sorted((map_ / "feiten").glob("*.toml")), *sorted((map_ / "verordening").glob("*.toml"))]
    return [map_ / KENMERK, *namen, *van_wetten]


def _regels(koppen: list[Kop], namen: Namen, gebreken: list[Taalgebrek]) -> dict[str, tuple[Regel, ...]]:
    per_naam: dict[str, list[Kop]] = {}
    for kop in sorted(koppen, key=lambda kop: kop.vanaf):
        per_naam.setdefault(kop.naam, []).append(kop)
    for naam, versies in per_naam.items():
        if naam in namen.feiten or naam in namen.bedragen or naam in namen.termen:
            gebreken.append(_dubbel(versies[0].bestand, versies[0].knoop.lineno, naam))
        gebreken += _gebreken_tussen(versies)
    namen = replace(namen, koppen={naam: versies[0] for naam, versies in per_naam.items()})
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
    return Taalgebrek(bestand, nummer, naam, "this name is taken by a fact, an amount or a term", "choose another name")
