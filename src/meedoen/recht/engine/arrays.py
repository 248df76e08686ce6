"""Columns as kernels read them: each an array of its own, found through a table of addresses.

A column of one value for every row exists once, whatever the number of blocks and of facts that nobody states.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Waarheden = NDArray[np.bool_]
SOORTEN: dict[int, Any] = {64: np.int64, 32: np.int32, 8: np.uint8}
"""Bits of a number in a column -> how numpy calls it. What is only true or false takes eight."""


@lru_cache(maxsize=64)
def _vast(waarde: int, bits: int, lengte: int) -> NDArray[Any]:
    kolom = np.full(lengte, waarde, SOORTEN[bits])
    kolom.flags.writeable = False
    return kolom


def vast(waarde: int, bits: int, aantal: int) -> NDArray[Any]:
    """A column that says the same of all of these rows; not to be written to."""
    lengte = 1 << max(aantal - 1, 0).bit_length()
    return _vast(int(waarde), bits, lengte)[:aantal]


class Kolommen:
    """The columns of one block, by number; `bits` says how wide the numbers in each are, `aantal` how many there are.

    `bekend` are those of which the table itself says that every row holds the same number (`zet_vast`).
    """

    def __init__(self, bits: Sequence[int], aantal: int | Sequence[int]) -> None:
        self.bits, self.aantal = bits, (aantal,) * len(bits) if isinstance(aantal, int) else aantal
        self.bekend: dict[int, int] = {}
        soorten = list(zip(bits, self.aantal, strict=True))
        leeg = {soort: vast(0, *soort) for soort in set(soorten)}
        self._kolommen = [leeg[soort] for soort in soorten]

    def __getitem__(self, nummer: int) -> NDArray[Any]:
        return self._kolommen[nummer]

    def __setitem__(self, nummer: int, kolom: NDArray[Any]) -> None:
        """Takes the array as it is where it has the right sort. ValueError for another number of rows."""
        if kolom.shape != (self.aantal[nummer],):
            raise ValueError(f"column {nummer} has shape {kolom.shape}, the block {self.aantal[nummer]} rows")
        if kolom.dtype == np.bool_ and self.bits[nummer] == 8:
            kolom = kolom.view(np.uint8)
        self.bekend.pop(nummer, None)
        self._kolommen[nummer] = np.ascontiguousarray(kolom, SOORTEN[self.bits[nummer]])

    def zet_vast(self, nummer: int, waarde: int) -> None:
        """The same value for every row of the table."""
        self.bekend[nummer] = int(waarde)
        self._kolommen[nummer] = vast(waarde, self.bits[nummer], self.aantal[nummer])

    def maak_schrijfbaar(self, nummers: Iterable[int]) -> None:
        """New arrays that a kernel fills."""
        for nummer in nummers:
            self.bekend.pop(nummer, None)
            self._kolommen[nummer] = np.empty(self.aantal[nummer], SOORTEN[self.bits[nummer]])

    @property
    def adressen(self) -> Getallen:
        """Where each column begins; as long as this object keeps its columns."""
        return np.array([kolom.__array_interface__["data"][0] for kolom in self._kolommen], np.int64)
