"""Values of ordinances that cannot go together: read from `verordening/combinaties.toml`, tested day by day."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from meedoen.recht.engine.errors import RechtFout, Taalgebrek
from meedoen.recht.engine.terms import Term, Verordening
from meedoen.recht.engine.units import Waarde

BESTAND = "verordening/combinaties.toml"
SLEUTELS = {"eis", "als", "vraagt", "artikel", "reden", "ernst"}
VERGELIJKINGEN = {"<=": le, ">=": ge, "==": eq, "!=": ne, "<": lt, ">": gt}
VORM = re.compile(r"(\w+) (<=|>=|==|!=|<|>) ('[^']*'|[\w.]+)")
JA_NEE = {"ja": True, "nee": False}


@dataclass(frozen=True)
class Vergelijking:
    """`term` compared with another term, a number as it is stated in a file, a text, or yes/no."""

    term: str
    teken: str
    rechts: str

    def namen(self, termen: Mapping[str, Term]) -> set[str]:
        """The terms that it reads."""
        return {self.term, self.rechts} if self.rechts in termen else {self.term}

    def geldt(self, waarden: Mapping[str, Waarde], termen: Mapping[str, Term]) -> bool | None:
        """Does it hold? None when a value that it reads is not there."""
        if not self.namen(termen) <= waarden.keys():
            return None
        rechts = waarden[self.rechts] if self.rechts in termen else self._vast(termen[self.term])
        return bool(VERGELIJKINGEN[self.teken](waarden[self.term], rechts))

    def _vast(self, term: Term) -> Waarde:
        if self.rechts in JA_NEE:
            return JA_NEE[self.rechts]
        return self.rechts.strip("'") if self.rechts.startswith("'") else Fraction(self.rechts) * term.factor


@dataclass(frozen=True)
class Combinatie:
    """What must hold of the values of one day, by which article, and why. Without `eis`: what must be filled too."""

    naam: str
    artikel: str
    reden: str
    eis: Vergelijking | None
    als: Vergelijking | None
    vraagt: tuple[str, ...]
    is_fout: bool

    def namen(self, termen: Mapping[str, Term]) -> set[str]:
        """The terms that it is about."""
        delen = [deel.namen(termen) for deel in (self.eis, self.als) if deel]
        return set().union(*delen, self.vraagt)

    def is_geschonden(self, waarden: Mapping[str, Waarde], termen: Mapping[str, Term]) -> bool:
        """Do these values break it? Not when a value that it compares is not there."""
        if self.als and not self.als.geldt(waarden, termen):
            return False
        if self.eis:
            return self.eis.geldt(waarden, termen) is False
        return not set(self.vraagt) <= waarden.keys()


def lees_combinaties(tekst: str) -> tuple[Combinatie, ...]:
    """All combinations of the text; RechtFout when one is not of the form that the head of the file describes."""
    combinaties, gebreken = [], []
    for naam, tabel in tomllib.loads(tekst).items():
        fout = _fout(tabel)
        if fout:
            gebreken.append(Taalgebrek(BESTAND, 1, naam, fout, "see the head of the file"))
        else:
            combinaties.append(_combinatie(naam, tabel))
    if gebreken:
        raise RechtFout(gebreken)
    return tuple(combinaties)


def _fout(tabel: Mapping[str, Any]) -> str:
    if vreemd := sorted(set(tabel) - SLEUTELS):
        return f"unknown key {vreemd[0]!r}"
    if not tabel.get("artikel") or not tabel.get("reden"):
        return "no artikel or no reden"
    if ("eis" in tabel) == ("vraagt" in tabel):
        return "either eis or vraagt"
    vormen: Iterable[str] = (tabel[deel] for deel in ("eis", "als") if deel in tabel)
    return next((f"cannot read {vorm!r}" for vorm in vormen if not VORM.fullmatch(vorm)), "")


def _combinatie(naam: str, tabel: Mapping[str, Any]) -> Combinatie:
    return Combinatie(
        naam=naam,
        artikel=tabel["artikel"],
        reden=tabel["reden"],
        eis=_vergelijking(tabel.get("eis")),
        als=_vergelijking(tabel.get("als")),
        vraagt=tuple(tabel.get("vraagt", ())),
        is_fout=tabel.get("ernst") != "waarschuwing",
    )


def _vergelijking(tekst: str | None) -> Vergelijking | None:
    gevonden = VORM.fullmatch(tekst) if tekst else None
    return Vergelijking(*gevonden.groups()) if gevonden else None


def geschonden(
    verordening: Verordening, termen: Mapping[str, Term], combinaties: Iterable[Combinatie]
) -> Iterator[tuple[Combinatie, date]]:
    """What the decisions of a municipality break, and the first day on which these values do; each told once."""
    verteld: set[tuple[str, frozenset[tuple[str, Waarde]]]] = set()
    namen_van = {combinatie: combinatie.namen(termen) for combinatie in combinaties}
    namen = {naam for gelezen in namen_van.values() if gelezen <= termen.keys() for naam in gelezen}
    besluiten = [besluit for besluit in verordening.besluiten if not namen.isdisjoint(besluit.waarden)]
    for dag in sorted({dag for b in besluiten for dag in (b.vanaf, b.tot) if dag < date.max}):
        waarden = {n: w.waarde for n in namen if (w := verordening.op(n, dag)) and w.waarde is not None}
        for combinatie, gelezen in namen_van.items():
            if not gelezen <= namen or not combinatie.is_geschonden(waarden, termen):
                continue
            kenmerk = (combinatie.naam, frozenset((n, waarden[n]) for n in gelezen if n in waarden))
            if kenmerk not in verteld:
                verteld.add(kenmerk)
                yield combinatie, dag
