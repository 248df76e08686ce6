"""One dwelling of a table as a case: what a row says, said to the exact evaluator, which can explain it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine.batches import blokken
from meedoen.recht.engine.errors import TabelFout
from meedoen.recht.engine.facts import RELATIES, Feit
from meedoen.recht.engine.law import Recht

GEEN_FEITEN = ("huishouden", "persoon", "peildatum", "gemeente")


def zoek_huishouden(invoer: Path, huishouden: str, recht: Recht, peildatum: date | None) -> Any:
    """The rows of one dwelling. TabelFout when it is not in the table."""
    for blok in blokken(invoer, recht, peildatum):
        rijen = blok.filter(pc.equal(blok["huishouden"].cast(pa.string()), huishouden))
        if rijen.num_rows:
            return rijen
    raise TabelFout(f"In {invoer.name} staat geen huishouden {huishouden}.")


def als_opgave(rijen: Any, gevraagd: Sequence[str], recht: Recht, peildatum: date | None) -> dict[str, Any]:
    """These rows as `lees_geval` takes a case."""
    personen = [_persoon(rij, recht.feiten) for rij in rijen.to_pylist()]
    dag = peildatum or rijen["peildatum"][0].as_py()
    return {
        "peildatum": dag if isinstance(dag, str) else dag.isoformat(),
        "gevraagd": list(gevraagd),
        "persoon": personen,
    }


def _persoon(rij: Mapping[str, Any], feiten: Mapping[str, Feit]) -> dict[str, Any]:
    persoon: dict[str, Any] = {"id": str(rij["persoon"])}
    for naam, waarde in rij.items():
        if naam in feiten and naam not in GEEN_FEITEN and waarde is not None:
            persoon[naam] = _waarde(feiten[naam], waarde, rij)
    return persoon


def _waarde(feit: Feit, waarde: Any, rij: Mapping[str, Any]) -> Any:
    """A cell as a case states it: lists of ids, rows of lists, judgments with who gave them, yes and no."""
    if feit.naam in RELATIES:
        ids = waarde if isinstance(waarde, list) else str(waarde).split("|")
        return str(waarde) if feit.naam == "partner" and not isinstance(waarde, list) else [str(wie) for wie in ids]
    if feit.vorm == "lijst":
        rijen = json.loads(waarde, parse_float=Decimal) if isinstance(waarde, str) else waarde
        return [{naam: deel for naam, deel in een.items() if deel is not None} for een in rijen]
    if feit.soort.vorm == "ja_nee" and isinstance(waarde, str):
        waarde = {"true": True, "false": False}.get(waarde, waarde)
    if feit.is_oordeel:
        return {"antwoord": waarde, "door": rij.get(f"{feit.naam}_door")}
    return waarde
