"""What was judged of somebody whose partner lives at another address, for the demonstration: one case of several.

The others stay a question, as they are in a register that comes in.
"""

import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import Q

from ..kern.models import Gebruiker
from .acts import leg_feit_vast
from .models import Feit, Persoon, Relatie
from .queries import SAMENLEVEN, apart_sinds, geldig_op, huishouden_op

GESCHEIDEN = "zij leven duurzaam gescheiden"
GROND = "Beiden zeiden ieder een eigen leven te willen leiden; zij delen geen huis, geld of zorg (verzonnen voorbeeld)."


def zet_klaar(*, consulent: Gebruiker, gemeenten: Collection[str], op: datetime.date) -> int:
    """Record the judgment for the first such resident, once. How many were recorded: none where nobody is."""
    if Feit.objects.filter(naam=SAMENLEVEN).exists():
        return 0
    paren = Relatie.objects.filter(geldig_op(op), soort=Relatie.Soort.PARTNER)
    met_partner = Persoon.objects.filter(
        Q(pk__in=paren.values("persoon")) | Q(pk__in=paren.values("ander")), gemeente__in=gemeenten, overleden_op=None
    )
    for persoon in met_partner.order_by("nummer").iterator():
        if huishouden_op(persoon, op).partner_elders is not None:
            begin = apart_sinds(paren.get(Q(persoon=persoon) | Q(ander=persoon)), op)
            oordeel: dict[str, Any] = {"naam": SAMENLEVEN, "waarde": GESCHEIDEN, "motivering": GROND}
            leg_feit_vast(persoon=persoon, vanaf=begin, **oordeel, door=consulent, op=op)
            return 1
    return 0
