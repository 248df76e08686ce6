"""Everything that can be wrong, each with a sentence that says what, where, and how to mend it.

Errors for whoever writes law (`RechtFout`) are English, since they speak of the rule language. Errors for whoever
states a case (`GevalFout`, `GegevenOntbreekt`, `DatumOnbekend`, `RekenFout`, `TabelFout`) are plain Dutch, fit for
a screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MEESTE_TEKENS = 60
"""The most of a stated value that a message repeats."""


@dataclass(frozen=True)
class Taalgebrek:
    """One fault in the text of a law package.

    `bestand` is the file relative to the package, `nummer` the line, `regel` the rule, amount or fact it is in.
    """

    bestand: str
    nummer: int
    regel: str
    wat: str
    herstel: str = ""

    def __str__(self) -> str:
        mend = f" Mend: {self.herstel}" if self.herstel else ""
        return f"{self.bestand}:{self.nummer}: {self.regel}: {self.wat}{mend}"


@dataclass(frozen=True)
class Gebrek:
    """One fault in a case: of which person, in which field, which value, what was expected and how to mend it."""

    persoon: str
    veld: str
    waarde: str
    verwacht: str
    herstel: str = ""

    def __str__(self) -> str:
        wie = f"persoon {self.persoon}, " if self.persoon else ""
        herstel = f" {self.herstel}" if self.herstel else ""
        return f"{wie}{self.veld} = {self.waarde}: verwacht wordt {self.verwacht}.{herstel}"


@dataclass(frozen=True)
class Ontbrekend:
    """A fact that the answer depends on and that the case does not state, with the question to ask for it.

    `persoon` is "" for an open term, which is a question to the municipality. `weeg`: what is to be weighed, when the
    law leaves the answer to judgment.
    """

    persoon: str
    feit: str
    vraag: str
    artikel: str
    weeg: tuple[str, ...] = ()

    def __str__(self) -> str:
        wie = f"persoon {self.persoon}" if self.persoon else "gemeente"
        weeg = f" Weeg: {'; '.join(self.weeg)}." if self.weeg else ""
        return f"{wie}: {self.vraag}{weeg} (vul in: {self.feit}; {self.artikel})"


class RechtFout(Exception):
    """The text of the law package is not right; `gebreken` lists every fault found."""

    def __init__(self, gebreken: Iterable[Taalgebrek]) -> None:
        self.gebreken = tuple(gebreken)
        super().__init__("\n".join(map(str, self.gebreken)))


class PastNietInTabel(RechtFout):
    """The law is right, and a result of it fits in no whole numbers: one case can be computed, a table cannot."""


class GevalFout(Exception):
    """The case cannot be right as it is stated; `gebreken` lists every fault: one round of mending is enough."""

    def __init__(self, gebreken: Iterable[Gebrek]) -> None:
        self.gebreken = tuple(gebreken)
        super().__init__("\n".join(map(str, self.gebreken)))


class GegevenOntbreekt(Exception):
    """The case lacks facts that the answer depends on; `ontbreekt` lists them with their questions."""

    def __init__(self, ontbreekt: Iterable[Ontbrekend]) -> None:
        self.ontbreekt = tuple(ontbreekt)
        super().__init__("\n".join(map(str, self.ontbreekt)))


class DatumOnbekend(Exception):
    """The law, a rule or an amount is not known on the date that is asked for; the message says which dates are."""


class RekenFout(Exception):
    """The sum itself is impossible: division by zero, rounding below zero, a date that does not exist.

    `waar` names rule, article and person, once the evaluator has filled it in.
    """

    waar = ""

    def __str__(self) -> str:
        return f"{self.waar}{super().__str__()}"


class TabelFout(Exception):
    """A table cannot be computed: `wat`. `gebreken` pairs row numbers (from 1) with the first thousand of `aantal`."""

    def __init__(self, wat: str, gebreken: Iterable[tuple[int, Gebrek]] = (), aantal: int = 0) -> None:
        self.wat = wat
        self.gebreken = tuple(gebreken)
        self.aantal = max(aantal, len(self.gebreken))
        super().__init__("\n".join([wat, *(f"rij {rij}: {gebrek}" for rij, gebrek in self.gebreken)]))


def afgekapt(tekst: str) -> str:
    """What somebody stated, short enough for a message."""
    return tekst if len(tekst) <= MEESTE_TEKENS else tekst[: MEESTE_TEKENS - 3] + "..."


def bedoelt_u(naam: str, bekend: Iterable[str]) -> str | None:
    """The known name nearest to a misspelt one, or None when nothing is near."""
    return next(iter(get_close_matches(naam, list(bekend), n=1, cutoff=0.6)), None)
