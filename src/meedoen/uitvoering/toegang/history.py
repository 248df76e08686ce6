"""The event of an act of the toegang, written the same way by every act."""

import datetime
from collections.abc import Mapping

from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from .models import Melding, Overdracht, Webmelding

Onderwerp = Melding | Overdracht | Webmelding


def schrijf(
    handeling: str, onderwerp: Onderwerp, door: Gebruiker | None, op: datetime.date, gegevens: Mapping[str, object]
) -> None:
    """Write what was done; `door` is None where a resident did it without signing in."""
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=onderwerp,
        door=door,
        op=op,
        gemeentecode=onderwerp.gemeente_id,
        gegevens=dict(gegevens),
    )
