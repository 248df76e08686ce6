"""The worklist as its page shows it, on one page."""

import datetime
from collections.abc import Collection

from meedoen.uitvoering.dossiers import worklist
from meedoen.uitvoering.dossiers.worklist import Vraag, Werkpost


def werk_van(eigenaren: Collection[int], gemeenten: Collection[str], op: datetime.date) -> list[Werkpost]:
    """Everything that is open, shown; what is late by its line is late as it is shown."""
    regels = worklist.werk_van(Vraag(eigenaren, gemeenten, op))
    posten = worklist.posten_van(regels, op)
    assert [(r.uiterlijk, r.is_te_laat) for r in regels] == [
        (post.uiterlijk or datetime.date.max, post.is_te_laat) for post in posten
    ]
    return posten
