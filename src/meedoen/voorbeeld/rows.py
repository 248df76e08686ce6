"""A table that grows: named numpy columns with room to spare."""

import numpy as np
from numpy.typing import DTypeLike

from .calendar import Array


class Rijen:
    """Columns of equal length. `rijen["naam"]` is a view that may be written to; it goes stale when rows are added."""

    def __init__(self, **soorten: DTypeLike) -> None:
        self._kolommen: dict[str, Array] = {naam: np.empty(256, soort) for naam, soort in soorten.items()}
        self._aantal = 0

    def __len__(self) -> int:
        return self._aantal

    def __getitem__(self, naam: str) -> Array:
        return self._kolommen[naam][: self._aantal]

    def voeg_toe(self, aantal: int, **waarden: Array | float) -> Array:
        """Add `aantal` rows and return their numbers.

        Every column must be given, as an array or as one value for all.
        """
        if waarden.keys() != self._kolommen.keys():
            raise KeyError(f"columns differ: {sorted(waarden.keys() ^ self._kolommen.keys())}")
        begin, einde = self._aantal, self._aantal + aantal
        for naam, waarde in waarden.items():
            if einde > len(self._kolommen[naam]):
                ruimer = np.empty(max(einde, 2 * len(self._kolommen[naam])), self._kolommen[naam].dtype)
                ruimer[:begin] = self._kolommen[naam][:begin]
                self._kolommen[naam] = ruimer
            self._kolommen[naam][begin:einde] = waarde
        self._aantal = einde
        return np.arange(begin, einde)
