"""The amounts that the three results read on the reference date, from the law itself and from one ordinance."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.peers.households import PEILDATUM, VRAGEN, Rijen
from meedoen.recht import Recht
from meedoen.recht.engine import graph
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.terms import Verordening

PENSIOENLEEFTIJD = "pensioengerechtigde_leeftijd"
NOOIT = 10**6
"""Months of age where the law does not yet say when someone is pensioengerechtigd."""
VERORDENING = Path(__file__).parents[2] / "voorbeelden/drentsche-aa/verordeningen/tynaarlo.toml"
KEUZES = {
    "grondslag_verlaging": "de norm voor gehuwden",
    "verlagingen_samen": "alleen de hoogste",
    "deler_deel_van_maand": "kalenderdagen",
}
"""The choices of that municipality, which the other candidates have written into their rules."""


@cache
def verordening() -> Verordening:
    """The ordinances of the municipality where everybody lives."""
    return lees_verordening(tomllib.loads(VERORDENING.read_text("utf-8"), parse_float=Decimal))


def bedragen(recht: Recht) -> dict[str, Fraction]:
    """The amounts and the values of the ordinance by name: euros, and shares as parts of one."""
    waarden = {}
    for naam in graph.benodigde_bedragen(recht.regels, VRAGEN):
        for regel in recht.bedragen[naam].waarden:
            if regel.vanaf <= PEILDATUM < regel.tot and isinstance(regel.waarde, int | Fraction):
                waarden[naam] = Fraction(regel.waarde)
    for naam in graph.benodigde_termen(recht.regels, VRAGEN):
        besloten = verordening().op(naam, PEILDATUM)
        waarde = None if besloten is None else besloten.waarde
        if isinstance(waarde, int | Fraction):
            waarden[naam] = Fraction(waarde)
        elif waarde != KEUZES[naam]:
            raise SystemExit(f"{naam} is {waarde}: the other candidates compute {KEUZES[naam]}; mend benchmarks/peers")
    return waarden


def aow_leeftijden(recht: Recht) -> tuple[Rijen, Rijen]:
    """First dates of birth (days since 1970), and from each the months of age at which one is pensioengerechtigd."""
    waarden = recht.bedragen[PENSIOENLEEFTIJD].waarden
    dagen = np.array([np.datetime64(waarde.vanaf).astype(np.int32) for waarde in waarden], np.int32)
    return dagen, np.array([NOOIT if waarde.waarde is None else waarde.waarde for waarde in waarden])
