"""Quantities with a unit. Adding unlike units is an error: persons, fte, jobs, places and hours are not one thing."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Eenheid(Enum):
    """The units in which the field counts (municipal.md, section 2)."""

    PERSONEN = "personen"
    HUISHOUDENS = "huishoudens"
    FTE = "fte"
    BANEN = "banen van 25,5 uur"
    PLEKKEN = "plekken"
    PLEKKEN_31_UUR = "plekken van 31 uur"  # unverified measure (law.md section 5); never added to PLEKKEN
    PLAATSINGEN = "plaatsingen"
    ADVIEZEN = "adviezen"
    AANVRAGEN = "aanvragen"
    BESLUITEN = "besluiten"
    WERKGEVERS = "werkgevers"
    ARBEIDSJAREN = "arbeidsjaren"
    UREN_PER_WEEK = "uren per week"
    EURO = "euro"
    DUIZEND_EURO = "x 1.000 euro"
    PROCENT = "%"
    DAGEN = "dagen"
    MAANDEN = "maanden"
    STAPPEN = "stappen"
    VERLOONDE_UREN = "verloonde uren"


class EenhedenVerschillen(ValueError):
    """Two quantities of unlike units were added or compared."""


@dataclass(frozen=True)
class Hoeveelheid:
    """An exact number with its unit."""

    waarde: Decimal
    eenheid: Eenheid

    def _zelfde(self, ander: "Hoeveelheid", werkwoord: str) -> None:
        if self.eenheid is not ander.eenheid:
            raise EenhedenVerschillen(
                f"{self.eenheid.value} en {ander.eenheid.value} kun je niet {werkwoord}; "
                "reken eerst om naar één eenheid."
            )

    def __add__(self, ander: "Hoeveelheid") -> "Hoeveelheid":
        self._zelfde(ander, "optellen")
        return Hoeveelheid(self.waarde + ander.waarde, self.eenheid)

    def __sub__(self, ander: "Hoeveelheid") -> "Hoeveelheid":
        self._zelfde(ander, "aftrekken")
        return Hoeveelheid(self.waarde - ander.waarde, self.eenheid)

    def __lt__(self, ander: "Hoeveelheid") -> bool:
        self._zelfde(ander, "vergelijken")
        return self.waarde < ander.waarde
