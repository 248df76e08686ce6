"""Holes in time, found at load: days on which a rule holds and a name that it reads is nothing.

A read at the date that `op` names is not looked at: that date is one of the case. Neither is what a rule cannot come
to, because the first thing that it reads only refuses on those days.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from meedoen.recht.engine.amounts import Bedrag
from meedoen.recht.engine.errors import Taalgebrek
from meedoen.recht.engine.form import (
    Als,
    Geef,
    GeefGeen,
    Keuze,
    Lees,
    Lezing,
    Niet,
    Opdracht,
    Regel,
    Reken,
    Roep,
    Samen,
    Uitdrukking,
    Vergelijk,
    Zet,
)
from meedoen.recht.engine.graph import Regels
from meedoen.recht.engine.terms import Term

Periode = tuple[date, date]
MENDEN = {
    "bedrag": "let the rule hold only where the amount does, with a version that returns geen(...) for these days, "
    "or give the amount a value for them",
    "term": "let the rule hold only where the term does, with a version that returns geen(...) for these days, "
    "or mend vanaf and tot of the term",
    "regel": "give what it reads a version for these days, or let the rule hold only where that does",
}
"""What is read -> how to close a hole in it."""


@dataclass(frozen=True)
class Tijd:
    """What holds when, and the days of which the law is known."""

    regels: Regels
    bedragen: Mapping[str, Bedrag]
    termen: Mapping[str, Term]
    bekend: Periode

    def perioden(self, naam: str) -> list[Periode]:
        """When a rule has a version, an amount a value, or a term is open; oldest first."""
        if naam in self.regels:
            return [(regel.kop.vanaf, regel.kop.tot) for regel in self.regels[naam]]
        if naam in self.bedragen:
            return [(w.vanaf, w.tot) for w in self.bedragen[naam].waarden if w.waarde is not None]
        return [(self.termen[naam].vanaf, self.termen[naam].tot)]


def gaten(tijd: Tijd) -> Iterator[Taalgebrek]:
    """Every hole, at the line of the rule that reads into it."""
    for regel in (regel for versies in tijd.regels.values() for regel in versies):
        for lezing in {**regel.lezingen, **regel.lezingen_van}.values():
            soort = "regel" if lezing.herkomst == "paar" else lezing.herkomst
            if soort in MENDEN and not (lezing.op and lezing.op != "peildatum"):
                for gat in _gaten(regel, lezing, tijd):
                    wat = f"reads {lezing.naam}, which is nothing from {gat[0]} to {gat[1]}"
                    nummer = _nummer(regel.kop.knoop, lezing.naam)
                    yield Taalgebrek(regel.kop.bestand, nummer, regel.kop.knoop.name, wat, MENDEN[soort])


def _gaten(regel: Regel, lezing: Lezing, tijd: Tijd) -> Iterator[Periode]:
    """The known days on which this version holds, what it reads does not, and it may come to reading it."""
    dag, einde = max(regel.kop.vanaf, tijd.bekend[0]), min(regel.kop.tot, tijd.bekend[1])
    eerste = _eerste(regel.opdrachten[0])
    for vanaf, tot in [*tijd.perioden(lezing.naam), (einde, einde)]:
        gat = (dag, min(vanaf, einde))
        if gat[0] < gat[1] and not (eerste in tijd.regels and _weigert(eerste, gat, tijd)):
            yield gat
        dag = max(dag, tot)


def _weigert(naam: str, dagen: Periode, tijd: Tijd) -> bool:
    """Whether the rule is there on these days, and all that its versions say is that there is no result."""
    versies = [regel for regel in tijd.regels[naam] if regel.kop.vanaf < dagen[1] and regel.kop.tot > dagen[0]]
    return bool(versies) and all(isinstance(regel.opdrachten[0], GeefGeen) for regel in versies)


def _eerste(knoop: Opdracht | Uitdrukking) -> str:
    """The name that is read of me before anything else, whatever the case; "" when that is not sure."""
    match knoop:
        case Lees(lezing=lezing, wie=""):
            return lezing.naam
        case Als(toets=deel) | Keuze(toets=deel) | Zet(waarde=deel) | Geef(waarde=deel) | Niet(deel=deel):
            return _eerste(deel)
        case Reken(links=deel) | Vergelijk(links=deel) | Samen(delen=(deel, *_)) | Roep(argumenten=(deel, *_)):
            return _eerste(deel)
    return ""


def _nummer(knoop: ast.FunctionDef, naam: str) -> int:
    """The line on which a rule names what it reads, as a parameter or of somebody else."""
    for deel in ast.walk(knoop):
        if (isinstance(deel, ast.arg) and deel.arg == naam) or (isinstance(deel, ast.Attribute) and deel.attr == naam):
            return deel.lineno
    return knoop.lineno
