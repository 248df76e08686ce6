"""The event of a step of a procedure, written the same way by every act."""

import datetime
from typing import Any

from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from .models import Procedure


def schrijf(handeling: str, procedure: Procedure, door: Gebruiker, op: datetime.date, gegevens: dict[str, Any]) -> None:
    """Write what was done, with where the procedure stands after it."""
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=procedure,
        door=door,
        op=op,
        gemeentecode=procedure.gemeente_id,
        gegevens={**gegevens, "stand": str(procedure.stand)},
    )
