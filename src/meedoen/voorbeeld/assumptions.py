"""The numbers of `aannamen.toml`, checked when read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from .calendar import Array

DOELGROEPEN = ("0-30", "30-50", "50-80", "80-100", "jongeren", "wsw-oud")
DG_0_30, DG_30_50, DG_50_80, DG_80_100, JONGEREN, WSW_OUD = range(6)


@dataclass(frozen=True)
class Aannamen:
    """All tables by name. `tabel("wsw")["aandeel_detachering"]` is a fraction; the file says what each means."""

    tabellen: Mapping[str, Mapping[str, Any]]

    def tabel(self, naam: str) -> Mapping[str, Any]:
        return self.tabellen[naam]

    def getal(self, tabel: str, naam: str) -> float:
        return float(self.tabellen[tabel][naam])

    def per_doelgroep(self, tabel: str, naam: str) -> Array:
        """One number per doelgroep, in the order of `DOELGROEPEN`; 0 where the table has none."""
        return np.array([self.tabellen[tabel][naam].get(code, 0) for code in DOELGROEPEN], dtype=np.float64)

    def grenzen(self, tabel: str, naam: str, keuzes: tuple[str, ...]) -> Array:
        """The upper bounds of the pieces of [0, 1) that stand for `keuzes`, by the chances of the table."""
        kansen = self.tabellen[tabel][naam]
        if vreemd := kansen.keys() - set(keuzes):
            raise ValueError(f"aannamen.toml: {tabel}.{naam} has unknown choices: {', '.join(sorted(vreemd))}")
        return np.cumsum([float(kansen.get(keuze, 0)) for keuze in keuzes])

    def in_jaar(self, tabel: str, naam: str, jaar: int) -> float:
        """The number of a year: 0 before the first year of the table, that of the last year after it."""
        reeks = {int(sleutel): float(waarde) for sleutel, waarde in self.tabellen[tabel][naam].items()}
        bekend = [j for j in reeks if j <= jaar]
        return reeks[max(bekend)] if bekend else 0.0

    def tussen_jaren(self, tabel: str, naam: str, jaar: int, deel: float) -> float:
        """Straight line between the number at the end of the year before and that at the end of this one."""
        vorige, deze = self.in_jaar(tabel, naam, jaar - 1), self.in_jaar(tabel, naam, jaar)
        return vorige + deel * (deze - vorige)


@cache
def lees_aannamen() -> Aannamen:
    """Read the file in the package. Raises ValueError naming the table that has no source."""
    tabellen = tomllib.loads(resources.files(__package__).joinpath("aannamen.toml").read_text(encoding="utf-8"))
    zonder_bron = [naam for naam, tabel in tabellen.items() if not str(tabel.get("bron", "")).strip()]
    if zonder_bron:
        raise ValueError(f"aannamen.toml: tables without a source: {', '.join(zonder_bron)}")
    return Aannamen(tabellen)
