"""The day on which a client reaches the pensioengerechtigde leeftijd, by the amounts of `meedoen.recht`."""

import tomllib
from functools import cache
from importlib import resources

import numpy as np

from .calendar import OPEN, Array, dag, plus_maanden


@cache
def _grenzen() -> tuple[Array, Array]:
    """First days of birth and the age in months from then on; GEEN (-1) where no age has been set yet."""
    bestand = resources.files("meedoen.recht") / "ouderdomswet" / "pensioengerechtigde_leeftijd.toml"
    waarden = tomllib.loads(bestand.read_text(encoding="utf-8"))["pensioengerechtigde_leeftijd"]["waarden"]
    return (
        np.array([dag(waarde["vanaf"]) for waarde in waarden]),
        np.array([int(waarde.get("waarde", -1)) for waarde in waarden]),
    )


def aow_dag(geboren: Array) -> Array:
    """First day at or above the age; OPEN for those for whom it has not been set (they are years away from it)."""
    vanaf, in_maanden = _grenzen()
    leeftijd = in_maanden[np.searchsorted(vanaf, geboren, side="right") - 1]
    return np.asarray(np.where(leeftijd < 0, OPEN, plus_maanden(geboren, np.maximum(leeftijd, 0))))
