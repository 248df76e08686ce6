"""The terms of a procedure and of an objection, counted from their rows by `recht.termijnen`."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from meedoen.recht import termijnen

from .kinds import soort_van
from .models import Besluit, Bezwaar, Opschorting, Procedure


@dataclass(frozen=True)
class Termijn:
    """Until when; whether it stands still now, and since when."""

    uiterlijk: datetime.date
    staat_stil_sinds: datetime.date | None
    dagen: int

    @property
    def is_verstreken(self) -> bool:
        """Whether the day has passed while the term ran."""
        return self.dagen < 0 and self.staat_stil_sinds is None


def heeft_beslistermijn(procedure: Procedure) -> bool:
    """Whether somebody waits for an answer: an application. What the college does of itself has no such term."""
    return procedure.herziet_id is None and not soort_van(procedure).is_ambtshalve


def beslistermijn(procedure: Procedure, op: datetime.date) -> Termijn:
    """The last day to decide, with the suspensions until `op`: one that still runs counts until then."""
    return termijn_met(procedure, procedure.opschortingen.all(), op)


def termijn_met(procedure: Procedure, rijen: Iterable[Opschorting], op: datetime.date) -> Termijn:
    """The same with the suspensions at hand."""
    rijen = list(rijen)
    perioden = [(rij.vanaf, rij.tot or min(max(op, rij.vanaf), rij.uiterlijk)) for rij in rijen]
    uiterlijk = termijnen.uiterste_beslisdatum(procedure.aangevraagd_op, perioden)
    stil = next((rij.vanaf for rij in rijen if rij.tot is None and op <= rij.uiterlijk), None)
    return Termijn(uiterlijk, stil, (uiterlijk - op).days)


def bezwaar_tot(besluit: Besluit) -> datetime.date:
    """The last day to object to a decision."""
    return termijnen.laatste_dag_bezwaar(besluit.genomen_op)


def is_tijdig(bezwaar: Bezwaar) -> bool:
    """Whether an objection came in time."""
    return termijnen.is_tijdig_bezwaar(bezwaar.besluit.genomen_op, bezwaar.ontvangen_op, bezwaar.verzonden_op)


def beslistermijn_bezwaar(bezwaar: Bezwaar, op: datetime.date) -> Termijn:
    """The last day to decide on an objection."""
    uiterlijk = termijnen.uiterste_beslisdatum_bezwaar(
        bezwaar.besluit.genomen_op, met_commissie=bezwaar.met_commissie, weken_verdaagd=bezwaar.weken_verdaagd
    )
    return Termijn(uiterlijk, None, (uiterlijk - op).days)
