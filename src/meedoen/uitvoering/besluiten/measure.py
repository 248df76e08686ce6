"""A measure month by month, as its proposal says: which month, what part of the bijstand, how much."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from meedoen.recht import bereken, lees_geval

from .models import Procedure

LANGSTE_DUUR = 3
"""Months: Participatiewet 18 lid 5 to 8; a longer one is reviewed first (lid 3)."""
_LID = {"lid 5": 5, "lid 6": 6, "lid 7": 7, "lid 8": 8}


@dataclass(frozen=True)
class Maatregelmaand:
    """One month of a measure: its first day, which one it is, the part of the bijstand and the amount."""

    volgnummer: int
    eerste_dag: datetime.date
    deel: Fraction
    bedrag: Fraction

    @property
    def procenten(self) -> Fraction:
        """The part in percent."""
        return self.deel * 100


def maanden_van(procedure: Procedure) -> list[Maatregelmaand]:
    """The months of the kept proposal in which something is taken; none where there is no measure."""
    if procedure.soort != Procedure.Soort.MAATREGEL or not procedure.voorstel:
        return []
    waarden = antwoord_van(procedure)
    gevonden, dag = [], procedure.ingangsdatum
    for nummer in range(1, LANGSTE_DUUR + 1):
        deel = Fraction(waarden.get(f"percentage_verlaging_maand_{nummer}") or 0)
        bedrag = Fraction(waarden.get(f"verlaging_maand_{nummer}_per_maand") or 0)
        if deel:
            gevonden.append(Maatregelmaand(nummer, dag, deel, bedrag))
        dag = volgende_maand(dag)
    return gevonden


def volgende_maand(dag: datetime.date) -> datetime.date:
    """The first day of the month after that of `dag`."""
    return (dag.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)


def antwoord_van(procedure: Procedure) -> Mapping[str, Any]:
    """What the kept proposal says about the person himself, result by result, as text."""
    waarden: Mapping[str, Any] = procedure.voorstel["antwoord"]["personen"][procedure.persoon.nummer]
    return waarden


def eerdere_van(procedure: Procedure) -> list[datetime.date]:
    """The days of the measures that the kept proposal counted with, oldest first."""
    personen = procedure.voorstel["opgave"]["persoon"]
    eigen = next(p for p in personen if p["id"] == procedure.persoon.nummer)
    return sorted(datetime.date.fromisoformat(m["besluit_op"]) for m in eigen.get("eerdere_maatregelen", ()))


def artikellid_van(procedure: Procedure) -> int | None:
    """On which lid of article 18 a measure rests: 5 to 8 of the ladder, else 2. None where nothing is imposed."""
    if not maanden_van(procedure):
        return None
    return _LID.get(antwoord_van(procedure).get("maatregel_lid") or "", 2)


def heroverweging_uiterlijk(procedure: Procedure, genomen_op: datetime.date) -> datetime.date | None:
    """Until when the college reviews a measure that it decided on that day (lid 3). None where it need not.

    Asked of the signed case: the day of the decision is not known when it is proposed.
    """
    naam, nummer = "laatste_dag_heroverweging", procedure.persoon.nummer
    opgave = procedure.voorstel["opgave"]
    besloten = {"maatregel_besluit_op": genomen_op.isoformat()}
    personen = [p | besloten if p["id"] == nummer else p for p in opgave["persoon"]]
    dag = bereken(lees_geval(opgave | {"gevraagd": [naam], "persoon": personen}), vragen=True).waarden[nummer][naam]
    return dag if isinstance(dag, datetime.date) else None
