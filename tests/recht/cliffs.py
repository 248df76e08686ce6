"""Where a function of what there is more of falls over a cliff: looked for between the steps, to the euro."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

Functie = Callable[[Decimal], Decimal | None]
FIJN = Decimal(1)
"""An interval no wider than this is not cut any further."""
SPELING = Decimal(1)
"""What rounding may add to a fall, and by which a point may lie off a straight line."""
SNEDE = Decimal("0.37")
"""Where an interval is cut: not in the middle, where a cliff at a round amount could lie on the line by accident."""


class Val(NamedTuple):
    """A fall between two amounts that lie close together."""

    laag: Decimal
    hoog: Decimal
    eerst: Decimal
    nu: Decimal


def afgronden_van(functie: Functie, laag: Decimal, hoog: Decimal, euro: Decimal) -> Iterator[Val]:
    """Every fall within this interval that is larger than `euro` for each one more, when the interval is cut as long as
    it falls and is no straight line. A function may stop being known (None): there it is looked at no further.
    """
    eerst, nu = functie(laag), functie(hoog)
    if eerst is not None and nu is not None:
        yield from _zoek(functie, Val(laag, hoog, eerst, nu), euro)


def _zoek(functie: Functie, val: Val, euro: Decimal) -> Iterator[Val]:
    breedte, diepte = val.hoog - val.laag, val.eerst - val.nu
    if diepte <= SPELING:
        return
    if breedte <= FIJN:
        if diepte > euro * breedte + SPELING:
            yield val
        return
    snede = (val.laag + max(breedte * SNEDE, FIJN / 2)).quantize(Decimal("0.01"))
    daar = functie(snede)
    if daar is None:
        return
    op_de_lijn = abs(val.eerst - diepte * (snede - val.laag) / breedte - daar) <= SPELING
    if op_de_lijn and diepte <= euro * breedte + SPELING:
        return
    yield from _zoek(functie, Val(val.laag, snede, val.eerst, daar), euro)
    yield from _zoek(functie, Val(snede, val.hoog, daar, val.nu), euro)
