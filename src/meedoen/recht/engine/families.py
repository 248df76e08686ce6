"""Who form a family in a table: somebody, the partner, and the children under 18 in the dwelling of one of them.

It follows the rules of `household.kinderen`. Whoever is in no family of others is one of his own; a child of two
families belongs to that of the parent it names first, and makes parents of both.
"""

from dataclasses import dataclass

import numpy as np

from meedoen.recht.engine import native
from meedoen.recht.engine.arrays import Getallen, Waarheden
from meedoen.recht.engine.dwellings import Woningen

SOORTEN = ("alleenstaande", "alleenstaande ouder", "paar", "paar met kinderen")
LEEFTIJDEN = ("jonger dan 27", "27 tot 67", "67 of ouder", "leeftijd onbekend")
ONBEKEND = 999


@dataclass(frozen=True)
class Gezinnen:
    """Per row: the first row of its family. Per such row: the place in SOORTEN and in LEEFTIJDEN (of the oldest)."""

    hoofd: Getallen
    soort: Getallen
    leeftijd: Getallen

    @property
    def is_hoofd(self) -> Waarheden:
        """The rows that stand for a family."""
        wie: Waarheden = self.hoofd == np.arange(len(self.hoofd))
        return wie


def gezinnen(woningen: Woningen) -> Gezinnen:
    """The families in dwellings without faults."""
    f, rij = woningen.f, np.arange(woningen.tabel.num_rows)
    partner = f[native.PARTNER]
    hoofd = np.where(partner >= 0, np.minimum(rij, partner), rij)
    is_kind = (f[native.LEEFTIJD] < 18) & (partner < 0)
    kind, ouder = _opgegeven(woningen, is_kind)
    bij = hoofd.copy()
    bij[kind[::-1]] = hoofd[ouder[::-1]]
    afgeleid = is_kind & (f[native.OUDERS] < 0)
    gezin = _enig_gezin(woningen, hoofd)[woningen.huishouden]
    afgeleid &= gezin >= 0
    bij[afgeleid] = gezin[afgeleid]
    while (bij[bij] != bij).any():  # a child that is a parent itself
        bij = bij[bij]
    heeft_kind = np.zeros(len(rij), np.int64)
    heeft_kind[hoofd[ouder]] = 1
    heeft_kind[gezin[afgeleid]] = 1
    leeftijd = f[native.LEEFTIJD]
    oudste = np.where(partner >= 0, np.maximum(leeftijd, leeftijd[partner]), leeftijd)
    groep = np.select([oudste >= ONBEKEND, oudste >= 67, oudste >= 27], [3, 2, 1], 0)
    return Gezinnen(bij, 2 * (partner >= 0) + heeft_kind, groep)


def _opgegeven(woningen: Woningen, is_kind: Waarheden) -> tuple[Getallen, Getallen]:
    """Pairs of child and parent, in the order in which the children name them."""
    begin, eind = woningen.f[native.OUDERS], woningen.f[native.OUDERS_EIND]
    aantal = np.where(is_kind & (begin >= 0), eind - begin, 0)
    kind = np.repeat(np.arange(len(aantal)), aantal)
    eerste = np.cumsum(aantal) - aantal
    return kind, woningen.lijst[begin[kind] + np.arange(len(kind)) - eerste[kind]]


def _enig_gezin(woningen: Woningen, hoofd: Getallen) -> Getallen:
    """Per dwelling: the first row of the only adult or couple in it, or -1."""
    volwassen, begin = woningen.f[native.LEEFTIJD] >= 18, woningen.grenzen[:-1]
    if not len(begin):
        return np.zeros(0, np.int64)
    laagste = np.minimum.reduceat(np.where(volwassen, hoofd, len(hoofd)), begin)
    hoogste = np.maximum.reduceat(np.where(volwassen, hoofd, -1), begin)
    return np.where(laagste == hoogste, hoogste, -1)
