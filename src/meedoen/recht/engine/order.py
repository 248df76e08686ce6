"""Do the rows of every dwelling stand together? Asked of a file that is larger than memory.

In a file that is sorted on its dwellings, as numbers or as text, nothing needs to be remembered. Of any other file the
ids are read once more when all else is done, and counted.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine.columns import in_een_stuk
from meedoen.recht.engine.errors import TabelFout

Kolommen = Callable[[], Iterator[Any]]
"""Reads the column of dwellings again, piece by piece."""


class Bijeen:
    """Watches the dwellings that pass, block by block; `eis` judges when all have passed.

    Without `herlees` it keeps the ids of what cannot be read again.
    """

    def __init__(self, naam: str, herlees: Kolommen | None = None) -> None:
        self.naam, self.herlees = naam, herlees
        self.orden = [_waarde, _lengte]
        self.laatste: Any = None
        self.bewaard: list[Any] = []

    def neem(self, kolom: Any) -> None:
        """The dwelling of each row of a block."""
        ids = _eerste(kolom, self.laatste)
        if not len(ids):
            return
        if self.herlees is None:
            self.bewaard.append(ids)
        if self.orden:
            reeks = ids if self.laatste is None else pa.concat_arrays([self.laatste, ids])
            self.orden = [orde for orde in self.orden if _stijgt(reeks, orde)]
        self.laatste = ids.slice(len(ids) - 1)

    def eis(self) -> None:
        """TabelFout when the rows of one dwelling stand in two places."""
        if self.orden or self.laatste is None:
            return
        keren = pc.value_counts(pa.chunked_array(self._alle()))
        dubbel = keren.filter(pc.greater(keren.field("counts"), 1)).field("values")
        if len(dubbel):
            raise TabelFout(
                f"In {self.naam} staan de rijen van huishouden {dubbel[0]} niet bij elkaar. "
                "Sorteer het bestand op huishouden."
            )

    def _alle(self) -> list[Any]:
        if self.herlees is None:
            return self.bewaard
        laatste, alle = None, []
        for kolom in self.herlees():
            ids = _eerste(kolom, laatste)
            if len(ids):
                alle.append(ids)
                laatste = ids.slice(len(ids) - 1)
        return alle


def _eerste(kolom: Any, laatste: Any) -> Any:
    """The id of every row that says another dwelling than the row before it."""
    kolom = in_een_stuk(kolom) if isinstance(kolom, pa.ChunkedArray) else kolom
    if not len(kolom):
        return kolom
    nieuw = pc.not_equal(kolom.slice(1), kolom.slice(0, len(kolom) - 1))
    begint = laatste is None or kolom[0] != laatste[0]
    return kolom.filter(pa.concat_arrays([pa.array([begint]), nieuw]))


def _stijgt(ids: Any, orde: Callable[[Any, Any], Any]) -> bool:
    return bool(pc.all(orde(ids.slice(0, len(ids) - 1), ids.slice(1)), min_count=0).as_py())


def _waarde(voor: Any, na: Any) -> Any:
    return pc.less(voor, na)


def _lengte(voor: Any, na: Any) -> Any:
    """The order of numbers that are written as text: shorter before longer."""
    if not (pa.types.is_string(na.type) or pa.types.is_large_string(na.type)):
        return _waarde(voor, na)
    van, tot = pc.binary_length(voor), pc.binary_length(na)
    return pc.or_(pc.less(van, tot), pc.and_(pc.equal(van, tot), pc.less(voor, na)))
