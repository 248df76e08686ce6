"""What is fixed by day, as rows of whole numbers: the amounts of the law, and the open terms that municipalities fill.

The machine code of a kernel knows where an amount or a term stands, never its value: amounts are new every half-year,
and one kernel serves every municipality.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm

import numpy as np

from meedoen.recht.engine import native
from meedoen.recht.engine.amounts import Bedrag
from meedoen.recht.engine.arrays import Getallen
from meedoen.recht.engine.facts import geheel
from meedoen.recht.engine.integers import Geheel
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.terms import GEEN_VERORDENING, Term, Verordening, waarde_van
from meedoen.recht.engine.units import Waarde

Verordeningen = Verordening | Mapping[str, Verordening] | None
"""The ordinances of one municipality, or of several by the name that the column `gemeente` holds."""
LAATSTE = 1 << 32
"""A day after every day: it ends the rows of a municipality."""


def vorm_van_bedrag(bedrag: Bedrag, recht: Recht) -> tuple[Geheel, bool]:
    """How an amount is held, and whether there is a day on which it does not exist."""
    waarden = [_getal(waarde.waarde) for waarde in bedrag.waarden if waarde.waarde is not None]
    noemer = lcm(*(waarde.denominator for waarde in waarden))
    gehelen = [int(waarde * noemer) for waarde in waarden] or [0]
    heeft_gaten = (
        any(waarde.waarde is None for waarde in bedrag.waarden)
        or bedrag.waarden[0].vanaf > recht.bekend_vanaf
        or bedrag.waarden[-1].tot < recht.bekend_tot
    )
    return Geheel("", noemer, min(gehelen), max(gehelen)), heeft_gaten


def _getal(waarde: Waarde) -> Fraction:
    assert not isinstance(waarde, str), "amounts.py refuses an amount that is a choice"
    return Fraction(waarde.toordinal() if isinstance(waarde, date) else waarde)


def bedragtabel(bedragen: Sequence[Bedrag], noemers: Sequence[int]) -> tuple[Getallen, Getallen]:
    """The amounts, a column each, and the days from which the rows count; the first row is before all of those days."""
    dagen = {0}
    for bedrag in bedragen:
        dagen |= {dag.toordinal() for waarde in bedrag.waarden for dag in (waarde.vanaf, waarde.tot)}
    begin = np.array(sorted(dagen), np.int64)
    tabel = np.full((len(begin), len(bedragen)), native.GEEN, np.int64)
    for kolom, (bedrag, noemer) in enumerate(zip(bedragen, noemers, strict=True)):
        for waarde in bedrag.waarden:
            if waarde.waarde is not None:
                geldt = (begin >= waarde.vanaf.toordinal()) & (begin < waarde.tot.toordinal())
                tabel[geldt, kolom] = int(_getal(waarde.waarde) * noemer)
    return tabel, begin


@dataclass(frozen=True, eq=False)
class Termtabel:
    """The open terms that a kernel reads, a column each: the rows of one municipality stand together, by day.

    `dagen` are the days from which the rows count; the first row of a municipality is before every day, its last one
    after every day. `begin` is the first row of each municipality, `onbekend` that of one that is not known, and
    `voor_alle` that of a table without a column `gemeente` (None: that column is needed).
    """

    waarden: Getallen
    dagen: Getallen
    begin: Mapping[str, int]
    onbekend: int
    voor_alle: int | None

    def rij_op(self, begin: Getallen, dag: Getallen) -> Getallen:
        """For each pair of a municipality's first row and a day: the row that counts."""
        blok = np.cumsum(self.dagen == 0) - 1
        gezocht = blok[begin] * (2 * LAATSTE) + dag
        return np.searchsorted(blok * (2 * LAATSTE) + self.dagen, gezocht, side="right") - 1


def maak_termtabel(termen: Sequence[Term], teksten: Sequence[str], verordening: Verordeningen) -> Termtabel:
    """The rows of these ordinances. The ordinance of a named municipality counts for that municipality only."""
    per_gemeente = verordening if isinstance(verordening, Mapping) else {}
    if isinstance(verordening, Verordening) and verordening.gemeente:
        per_gemeente = {verordening.gemeente: verordening}
    is_naamloos = isinstance(verordening, Verordening) and not verordening.gemeente
    rest = verordening if isinstance(verordening, Verordening) and is_naamloos else GEEN_VERORDENING
    waarden: list[Getallen] = []
    dagen: list[int] = []
    begin: dict[str, int] = {}
    for naam, een in [("", rest), *per_gemeente.items()]:
        begin[naam] = len(dagen)
        nieuw = _dagen(termen, een)
        dagen += nieuw
        waarden.append(_rijen(termen, teksten, een, nieuw))
    onbekend = begin.pop("")
    enige = next(iter(begin.values()), onbekend)
    voor_alle = None if isinstance(verordening, Mapping) else enige
    return Termtabel(np.concatenate(waarden), np.array(dagen, np.int64), begin, onbekend, voor_alle)


def _dagen(termen: Sequence[Term], verordening: Verordening) -> list[int]:
    """The days on which a term changes, from before all of them to after all of them."""
    grenzen = {grens for term in termen for w in verordening.waarden(term.naam) for grens in (w.vanaf, w.tot)}
    grenzen |= {grens for term in termen if term.zonder is not None for grens in (term.vanaf, term.tot)}
    return [0, *sorted(grens.toordinal() for grens in grenzen), LAATSTE]


def _rijen(termen: Sequence[Term], teksten: Sequence[str], verordening: Verordening, dagen: list[int]) -> Getallen:
    rijen = np.full((len(dagen), len(termen)), native.GEEN, np.int64)
    for kolom, term in enumerate(termen):
        if term.zonder is None and not verordening.waarden(term.naam):
            continue
        for rij, dag in enumerate(dagen[:-1]):
            gevonden = waarde_van(term, date.fromordinal(max(dag, 1)), verordening)
            if gevonden is not None and gevonden.waarde is not None:
                rijen[rij, kolom] = _geheel(term, gevonden.waarde, teksten)
    return rijen


def _geheel(term: Term, waarde: Waarde, teksten: Sequence[str]) -> int:
    if isinstance(waarde, str):
        return teksten.index(waarde)
    stappen = geheel(term, waarde)
    if term.bereik and not term.bereik[0] <= Fraction(stappen, 10**term.decimalen) <= term.bereik[1]:
        raise ValueError(f"{term.naam} = {waarde} is beyond its range; read ordinances with lees_verordening")
    return stappen
