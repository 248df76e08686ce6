"""Ids that are text -> numbers that mean the same within a dwelling, without looking any text up outside it.

A person gets his place in the dwelling; whoever names him gets that number too. The functions up to `nummer_namen` are
compiled like a kernel (see `native.py` for what they may say). Texts are as Arrow has them: text k lies from
`plekken[k]` to `plekken[k + 1]` in `tekst`.
"""

import inspect
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine.arrays import Getallen
from meedoen.recht.engine.columns import in_geheugen
from meedoen.recht.engine.household import MEESTE_PERSONEN
from meedoen.recht.engine.kernel import KOP, cachemap
from meedoen.recht.engine.machine import maak_machinecode
from meedoen.recht.engine.native import GEEN

NIEMAND = GEEN
"""The id that nobody has."""
LANGSTE = 100
"""Characters of an id."""


def is_gelijk(plekken: Any, tekst: Any, k: int, naamplekken: Any, naamtekst: Any, m: int) -> int:
    """Whether text k and name m are the same, byte for byte."""
    begin = plekken[k]
    naam = naamplekken[m]
    lengte = plekken[k + 1] - begin
    if naamplekken[m + 1] - naam != lengte:
        return 0
    for n in range(lengte):
        if tekst[begin + n] != naamtekst[naam + n]:
            return 0
    return 1


def nummer_ids(g: Any, plekken: Any, tekst: Any, naamplekken: Any, naamtekst: Any, ids: Any) -> None:
    """The place of each person in his dwelling; of an id that is there already, that of the first who has it."""
    for h in range(len(g) - 1):
        s = g[h]
        e = g[h + 1]
        for i in range(s, e):
            ids[i] = i - s
            if e - s <= MEESTE_PERSONEN:
                for j in range(s, i):
                    if is_gelijk(plekken, tekst, j, naamplekken, naamtekst, i) == 1:
                        ids[i] = j - s
                        break


def nummer_namen(g: Any, plekken: Any, tekst: Any, cvanaf: Any, naamplekken: Any, naamtekst: Any, ids: Any) -> None:
    """The place of whom each row names, NIEMAND where nobody of the dwelling has that id."""
    for h in range(len(g) - 1):
        s = g[h]
        e = g[h + 1]
        for i in range(s, e):
            for k in range(cvanaf[i], cvanaf[i + 1]):
                ids[k] = NIEMAND
                if e - s <= MEESTE_PERSONEN:
                    for j in range(s, e):
                        if is_gelijk(plekken, tekst, j, naamplekken, naamtekst, k) == 1:
                            ids[k] = j - s
                            break


BRON = "\n".join(
    [
        KOP,
        f"MEESTE_PERSONEN = {MEESTE_PERSONEN}",
        f"NIEMAND = {NIEMAND}",
        *(inspect.getsource(functie) for functie in (is_gelijk, nummer_ids, nummer_namen)),
    ]
)
"""What is compiled: the constants and functions of `native.py`, and those above."""


@cache
def _machinecode(naam: str) -> Callable[..., None]:
    return maak_machinecode(BRON, naam, cachemap())


class Persoonsids:
    """The ids of the persons of these dwellings, a column of text without nulls."""

    def __init__(self, grenzen: Getallen, kolom: Any) -> None:
        self.grenzen, self.kolom, self.teksten = grenzen, kolom, teksten_van(kolom)

    @cached_property
    def leeg(self) -> Any:
        """Which ids are no text of a reasonable length; None where all are."""
        lengte = np.diff(self.teksten[0])
        if not len(lengte) or (lengte.min() >= 1 and lengte.max() <= LANGSTE):
            return None
        tekens = pc.utf8_length(self.kolom).to_numpy(zero_copy_only=False)
        is_fout = (tekens < 1) | (tekens > LANGSTE)
        return is_fout if is_fout.any() else None

    def nummers(self) -> Getallen:
        """The number of each person."""
        ids = np.empty(len(self.teksten[0]) - 1, np.int64)
        _machinecode("nummer_ids")(self.grenzen, *self.teksten, *self.teksten, ids)
        return ids

    def nummers_van(self, vanaf: Any, namen: Any) -> Getallen:
        """The number of each of these names, of which row i has those from `vanaf[i]` to `vanaf[i + 1]`."""
        ids = np.empty(len(namen), np.int64)
        _machinecode("nummer_namen")(self.grenzen, *self.teksten, vanaf, *teksten_van(namen), ids)
        return ids


def teksten_van(kolom: Any) -> tuple[Any, Any]:
    """Where the texts of a column lie, and their bytes."""
    kolom = kolom.cast(pa.string())
    plekken = in_geheugen(kolom, np.int32, extra=1) if len(kolom) else np.zeros(1, np.int32)
    inhoud = kolom.buffers()[2]
    return plekken, np.zeros(1, np.uint8) if inhoud is None or not inhoud.size else np.frombuffer(inhoud, np.uint8)
