"""The amounts that the three results read on the reference date, from the law itself: everybody gets the same."""

from fractions import Fraction

import numpy as np

from benchmarks.peers.households import PEILDATUM, VRAGEN, Rijen
from meedoen.recht import Recht
from meedoen.recht.engine import graph

PENSIOENLEEFTIJD = "pensioengerechtigde_leeftijd"
NOOIT = 10**6
"""Months of age where the law does not yet say when someone is pensioengerechtigd."""


def bedragen(recht: Recht) -> dict[str, Fraction]:
    """The amounts by name: euros, and shares as parts of one."""
    waarden = {}
    for naam in graph.benodigde_bedragen(recht.regels, VRAGEN):
        for regel in recht.bedragen[naam].waarden:
            if regel.vanaf <= PEILDATUM < regel.tot and isinstance(regel.waarde, int | Fraction):
                waarden[naam] = Fraction(regel.waarde)
    return waarden


def aow_leeftijden(recht: Recht) -> tuple[Rijen, Rijen]:
    """First dates of birth, and from each the months of age at which one is pensioengerechtigd."""
    waarden = recht.bedragen[PENSIOENLEEFTIJD].waarden
    dagen = np.array([np.datetime64(waarde.vanaf) for waarde in waarden])
    return dagen, np.array([NOOIT if waarde.waarde is None else waarde.waarde for waarde in waarden])
