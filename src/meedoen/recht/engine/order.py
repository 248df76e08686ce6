"""Where dwellings begin, and whether the rows of every dwelling stand together, also in a file larger than memory.

In a file that is sorted on its dwellings, as numbers or as text, nothing needs to be remembered. Of any other file the
ids are read once more when all else is done, and counted. The functions up to `lees_reeks` are compiled like a kernel
(see `native.py` for what they may say).
"""

import inspect
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine.arrays import Getallen
from meedoen.recht.engine.columns import in_een_stuk, in_geheugen
from meedoen.recht.engine.errors import TabelFout, afgekapt
from meedoen.recht.engine.kernel import KOP, cachemap
from meedoen.recht.engine.machine import maak_machinecode
from meedoen.recht.engine.text_ids import teksten_van

Kolommen = Callable[[], Iterator[Any]]
"""Reads the column of dwellings again, piece by piece."""


def vergelijk(plekken: Any, tekst: Any, k: int) -> tuple[int, int, int]:
    """Whether text k is another than the one before it, whether it comes before that one, and whether it does so when
    the shorter of two texts comes first: the order of numbers that are written as text.
    """
    voor = plekken[k - 1]
    na = plekken[k]
    lengte_voor = na - voor
    lengte_na = plekken[k + 1] - na
    for n in range(lengte_voor if lengte_voor < lengte_na else lengte_na):
        verschil = tekst[na + n] - tekst[voor + n]
        if verschil != 0:
            if lengte_voor != lengte_na:
                return 1, verschil < 0, lengte_na < lengte_voor
            return 1, verschil < 0, verschil < 0
    return lengte_voor != lengte_na, lengte_na < lengte_voor, lengte_na < lengte_voor


def vind_begin(plekken: Any, tekst: Any, g: Any, telling: Any) -> None:
    """The first row of every dwelling, and the end; counts dwellings, and what is not in either order."""
    aantal = 0
    gedaald = 0
    verkort = 0
    g[0] = 0
    for k in range(1, len(plekken) - 1):
        anders, daalt, korter = vergelijk(plekken, tekst, k)
        aantal += anders
        g[aantal] = k if anders != 0 else g[aantal]
        gedaald += daalt
        verkort += korter
    g[aantal + 1] = len(plekken) - 1
    telling[0] = aantal + 1
    telling[1] = gedaald
    telling[2] = verkort


def vind_begin_van_getallen(ids: Any, g: Any, telling: Any) -> None:
    """The same of dwellings that are numbers."""
    aantal = 0
    gedaald = 0
    g[0] = 0
    for k in range(1, len(ids)):
        aantal += ids[k] != ids[k - 1]
        g[aantal] = k if ids[k] != ids[k - 1] else g[aantal]
        gedaald += ids[k] < ids[k - 1]
    g[aantal + 1] = len(ids)
    telling[0] = aantal + 1
    telling[1] = gedaald
    telling[2] = gedaald


@cache
def _machinecode(naam: str) -> Callable[..., None]:
    functies = (vergelijk, vind_begin, vind_begin_van_getallen)
    return maak_machinecode("\n".join([KOP, *(inspect.getsource(een) for een in functies)]), naam, cachemap())


class Reeks(NamedTuple):
    """The rows at which dwellings begin, and the end; whether the ids only rise: as they are, and by length first."""

    grenzen: Getallen
    stijgt: bool
    stijgt_naar_lengte: bool


def lees_reeks(kolom: Any) -> Reeks:
    """The dwellings in a column that says of which each row is; numbers of 64 bits, or what can be read as text."""
    kolom = in_een_stuk(kolom) if isinstance(kolom, pa.ChunkedArray) else kolom
    if not len(kolom):
        return Reeks(np.zeros(1, np.int64), True, True)
    grenzen, telling = np.empty(len(kolom) + 1, np.int64), np.empty(3, np.int64)
    if pa.types.is_signed_integer(kolom.type) and not kolom.null_count:
        _machinecode("vind_begin_van_getallen")(in_geheugen(kolom.cast(pa.int64()), np.int64), grenzen, telling)
    else:
        _machinecode("vind_begin")(*teksten_van(kolom.cast(pa.string()).fill_null("")), grenzen, telling)
    aantal, gedaald, verkort = telling.tolist()
    return Reeks(grenzen[: aantal + 1], not gedaald, not verkort)


class Bijeen:
    """Watches the dwellings that pass, block by block; `eis` judges when all have passed.

    Without `herlees` it keeps the ids of what cannot be read again.
    """

    def __init__(self, naam: str, herlees: Kolommen | None = None) -> None:
        self.naam, self.herlees = naam, herlees
        self.stijgt = self.stijgt_naar_lengte = True
        self.laatste: Any = None
        self.bewaard: list[Any] = []

    def neem(self, kolom: Any) -> None:
        """The dwelling of each row of a block."""
        if not len(kolom):
            return
        reeks, eerste = lees_reeks(kolom), kolom[0].as_py()
        if self.herlees is None:
            self.bewaard.append(_eerste(kolom, reeks, self.laatste))
        is_verder = self.laatste is None or self.laatste == eerste
        self.stijgt &= reeks.stijgt and (is_verder or self.laatste < eerste)
        self.stijgt_naar_lengte &= reeks.stijgt_naar_lengte and (is_verder or _lengte(self.laatste) < _lengte(eerste))
        self.laatste = kolom[-1].as_py()

    def eis(self) -> None:
        """TabelFout when the rows of one dwelling stand in two places."""
        if self.stijgt or self.stijgt_naar_lengte or self.laatste is None:
            return
        keren = pc.value_counts(pa.chunked_array(self._alle()))
        dubbel = keren.filter(pc.greater(keren.field("counts"), 1)).field("values")
        if len(dubbel):
            waar = f"In {self.naam} staan de rijen van huishouden {afgekapt(str(dubbel[0]))} niet bij elkaar"
            raise TabelFout(f"{waar}{self._keert_terug(str(dubbel[0]))}. Sorteer het bestand op huishouden.")

    def _keert_terug(self, huishouden: str) -> str:
        """The row at which a dwelling begins for the second time, where the ids can be read again."""
        gedaan, vorige, keren = 0, False, 0
        for kolom in self.herlees() if self.herlees else ():
            rijen = np.flatnonzero(kolom.is_valid())
            van_hem = np.asarray(pc.equal(kolom.drop_null().cast(pa.string()), huishouden), np.bool_)
            begin = rijen[van_hem & ~np.append(vorige, van_hem[:-1])]
            if keren + len(begin) > 1:
                return f": rij {gedaan + int(begin[1 - keren]) + 1} hoort er weer bij"
            gedaan, keren = gedaan + len(kolom), keren + len(begin)
            vorige = bool(van_hem[-1]) if len(van_hem) else vorige
        return ""

    def _alle(self) -> list[Any]:
        if self.herlees is None:
            return self.bewaard
        laatste, alle = None, []
        for kolom in (kolom.drop_null() for kolom in self.herlees()):
            if len(kolom):
                alle.append(_eerste(kolom, lees_reeks(kolom), laatste))
                laatste = kolom[-1].as_py()
        return alle


def _eerste(kolom: Any, reeks: Reeks, laatste: Any) -> Any:
    """The id of every dwelling that begins here: not of the one in which the rows before this ended."""
    loopt_door = laatste is not None and kolom[0].as_py() == laatste
    begin = pa.array(reeks.grenzen[loopt_door:-1])
    return (in_een_stuk(kolom) if isinstance(kolom, pa.ChunkedArray) else kolom).take(begin)


def _lengte(huishouden: Any) -> tuple[int, Any]:
    """The order of numbers that are written as text: shorter before longer."""
    return (len(huishouden.encode()) if isinstance(huishouden, str) else 0), huishouden
