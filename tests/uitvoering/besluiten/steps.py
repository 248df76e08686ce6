"""Applications in tests: people of whom everything is known, and the way to a signature."""

import datetime
from typing import Any

from meedoen.uitvoering.besluiten.acts import leg_ter_toets_voor, onderteken, stel_voor, vraag_aan
from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.dossiers.models import Persoon
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, woont

OP = register.dag("2026-03-10")
INGANG = register.dag("2026-03-01")
BIJSTANDSFEITEN = {
    "gemeld_op": "2026-02-20",
    "recht_ontstaan_op": "2026-03-01",
    "inkomen_per_maand": "200",
    "vermogen": "0",
}


def met_feiten(persoon: Persoon | None = None, **anders: str) -> Persoon:
    """A person alone in a dwelling (unless given) of whom all is known that bijstand needs."""
    ik = persoon or woont(register.persoon())
    for naam, waarde in (BIJSTANDSFEITEN | anders).items():
        feit(ik, naam, waarde)
    return ik


def aanvraag(
    persoon: Persoon, door: Any, soort: str = "bijstand", ingang: datetime.date = INGANG, **wat: str
) -> Procedure:
    """An application of ten days ago."""
    dagen: dict[str, Any] = {"aangevraagd_op": INGANG, "ingangsdatum": ingang, **wat}
    return vraag_aan(persoon=persoon, soort=soort, **dagen, door=door, op=OP)


def ter_toets(procedure: Procedure, door: Any) -> Procedure:
    """Proposed by `door`, and waiting for a signature."""
    woorden = "Wij hebben gewogen wat u vertelde."
    stel_voor(procedure=procedure, versie=procedure.versie, motivering=woorden, door=door, op=OP)
    return leg_ter_toets_voor(procedure=procedure, versie=procedure.versie, door=door, op=OP)


def getekend(procedure: Procedure, maker: Any, tekenaar: Any) -> Besluit:
    """The whole way to a signed decision."""
    ter_toets(procedure, maker)
    return onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=OP)
