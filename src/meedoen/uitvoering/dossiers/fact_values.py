"""Values of facts: as the register holds them (text), and as the rules read them."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht
from meedoen.recht.engine.errors import Gebrek
from meedoen.recht.engine.facts import Feit as Declaratie
from meedoen.recht.engine.values import lees_lijst, lees_waarde, verwacht

JA, NEE = "ja", "nee"


def als_register(feit: Declaratie, waarde: Any) -> str:
    """The text in which the register holds a value of this fact. ValidationError when it is not a value of it."""
    if feit.vorm == "lijst":
        gebreken: list[Gebrek] = []
        lees_lijst("", feit, waarde, gebreken)
        if gebreken:
            raise ValidationError([str(gebrek) for gebrek in gebreken])
        return json.dumps(waarde, default=str, ensure_ascii=False)
    waarde = {JA: True, NEE: False}.get(waarde, waarde) if isinstance(waarde, str) else waarde
    if feit.vorm == "relatie" or lees_waarde(feit, waarde) is None:
        wat = {"vraag": feit.vraag, "waarde": waarde, "verwacht": verwacht(feit)}
        raise ValidationError(_("%(vraag)s %(waarde)s kan niet: verwacht wordt %(verwacht)s.") % wat)
    if isinstance(waarde, bool):
        return JA if waarde else NEE
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


class Vastgelegd(Protocol):
    """A recorded fact, of the register or of a procedure: what it is, and who recorded it when."""

    naam: str
    waarde: str
    motivering: str
    vastgelegd_op: datetime
    door: Any


def als_opgave(rij: Vastgelegd) -> Any:
    """The value of a recorded fact as `meedoen.recht.lees_geval` takes it: a judgment with who gave it."""
    feit = laad_recht().feiten.get(rij.naam)
    waarde: Any = {JA: True, NEE: False}.get(rij.waarde, rij.waarde)
    if feit is None:
        return waarde
    if feit.vorm == "lijst":
        return json.loads(rij.waarde, parse_float=Decimal)
    if not feit.is_oordeel:
        return waarde
    oordeel: Mapping[str, Any] = {
        "antwoord": waarde,
        "door": _naam(rij),
        "op": rij.vastgelegd_op.date(),
        "motivering": rij.motivering,
    }
    return dict(oordeel)


def _naam(rij: Vastgelegd) -> str:
    """Who judged; for a row that came in by a file, where it came from."""
    if rij.door:
        return str(rij.door.get_full_name() or rij.door.get_username())
    return str(getattr(rij, "herkomst", ""))
