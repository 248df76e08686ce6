"""A decision looked at again: per month, what the rules gave by what was known then, and give by what is known now."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout, bereken, laad_recht, lees_geval

from ..dossiers.calculation import opgave_van
from ..dossiers.known import bekend_sinds, einde_van
from .kinds import Aanvraagsoort, soort_van
from .models import Besluit, Procedure


@dataclass(frozen=True)
class Maand:
    """One month: what was granted, and what it should have been. `nu` is None where facts are missing."""

    eerste_dag: datetime.date
    toen: Decimal
    nu: Decimal | None

    @property
    def verschil(self) -> Decimal | None:
        """What was too much (above zero) or too little (below)."""
        return None if self.nu is None else self.toen - self.nu


def bekend_bij(besluit: Besluit) -> datetime.datetime:
    """The moment up to which facts were known when the decision was made."""
    eerste = besluit.berekeningen.order_by("vastgelegd_op").first()
    if eerste is not None:
        return eerste.vastgelegd_op
    return einde_van(besluit.genomen_op)


def maanden(procedure: Procedure, op: datetime.date) -> list[Maand]:
    """The months from the day of the revision until the current month, for the family together.

    Of a decision from before the person was in this register, what it granted is all that is known of then.
    """
    besluit, soort = procedure.herziet, soort_van(procedure)
    if besluit is None or not soort.bedrag or soort.is_eenmalig:
        return []
    moment, sinds = bekend_bij(besluit), bekend_sinds(procedure.persoon)
    kende_hem = sinds is None or sinds <= moment
    gevonden = []
    for dag in _eerste_dagen(procedure.ingangsdatum, op):
        toen = _bedrag(procedure, soort, dag, moment) if kende_hem else None
        nu = _bedrag(procedure, soort, dag, None)
        gevonden.append(Maand(dag, besluit.bedrag_per_maand or Decimal(0) if toen is None else toen, nu))
    return gevonden


def te_veel(van: list[Maand]) -> Decimal:
    """What was granted too much, over the months in which it was."""
    return sum((m.verschil for m in van if m.verschil is not None and m.verschil > 0), Decimal(0))


def te_weinig(van: list[Maand]) -> Decimal:
    """What was granted too little, over the months in which it was."""
    return sum((-m.verschil for m in van if m.verschil is not None and m.verschil < 0), Decimal(0))


def _eerste_dagen(vanaf: datetime.date, op: datetime.date) -> Iterator[datetime.date]:
    """The day of the revision itself, and then the first day of each month until the month of `op`."""
    dag = vanaf
    while dag <= op and dag < laad_recht().bekend_tot:
        yield dag
        dag = (dag.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)


def _bedrag(
    procedure: Procedure, soort: Aanvraagsoort, dag: datetime.date, bekend_op: datetime.datetime | None
) -> Decimal | None:
    try:
        opgave = opgave_van(procedure.persoon, dag, soort.bedrag, bekend_op=bekend_op)
        waarden = bereken(lees_geval(opgave)).waarden
    except (GegevenOntbreekt, GevalFout, DatumOnbekend, RekenFout):
        return None
    bedragen = [Fraction(w[soort.bedrag] or 0) for w in waarden.values() if soort.bedrag in w]  # type: ignore[arg-type]
    samen = sum(bedragen, Fraction(0))
    return (Decimal(samen.numerator) / samen.denominator).quantize(Decimal("0.01"))
