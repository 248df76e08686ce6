"""Decisions.

Granting and ending benefits, loonkostensubsidie per placement, and those that the process itself took.

No amount is given: what the law gives on a date is computed from the file, and an invented amount would be taken for
it.
"""

from dataclasses import dataclass

import numpy as np

from .block import Blok
from .calendar import Array
from .world import B_BEEINDIGING, B_LKS, B_TOEKENNING, BESLUIT, R_OVERLEDEN

__all__ = ["BESLUIT", "Besluiten", "besluiten"]


@dataclass(frozen=True)
class Besluiten:
    """Columns of equal length.

    A decision is known by the series it belongs to (0 granted benefits, 1 ended benefits, 2 placements, 3 other) and
    the row of that series, so that its number never changes.
    """

    reeks: Array
    rij: Array
    klant: Array
    soort: Array
    genomen: Array
    vanaf: Array


def besluiten(b: Blok) -> Besluiten:
    """The decisions that had been taken on the day of the register, about people who were alive."""
    w = b.wereld
    u, p, d = w.uitkeringen, w.plaatsingen, w.besluiten
    kans, kans_lks = b.kans(7).random((len(u), 2)), b.kans(8).random(len(p))
    met_einde = np.flatnonzero((u["tot"] <= b.peil) & (u["reden"] != R_OVERLEDEN))
    lks = np.flatnonzero(p["heeft_lks"])
    toegekend = np.minimum(u["vanaf"] + 7 + (kans[:, 0] * 42).astype(np.int64), u["tot"])
    beeindigd = u["tot"][met_einde] + (kans[met_einde, 1] * 14).astype(np.int64)
    verleend = np.minimum(p["vanaf"][lks] + (kans_lks[lks] * 30).astype(np.int64), p["tot"][lks])
    delen = [
        _reeks(0, np.arange(len(u)), u["klant"], B_TOEKENNING, toegekend, u["vanaf"]),
        _reeks(1, met_einde, u["klant"][met_einde], B_BEEINDIGING, beeindigd, u["tot"][met_einde]),
        _reeks(2, lks, p["klant"][lks], B_LKS, verleend, p["vanaf"][lks]),
        _reeks(3, np.arange(len(d)), d["klant"], d["soort"], d["genomen"], d["vanaf"]),
    ]
    reeks, rij, klant, soort, genomen, vanaf = (np.concatenate(kolom) for kolom in zip(*delen, strict=True))
    overleden = w.klanten["overleden"][klant]
    goed = (genomen <= b.peil) & (genomen <= overleden) & (vanaf <= overleden)
    return Besluiten(reeks[goed], rij[goed], klant[goed], soort[goed], genomen[goed], vanaf[goed])


def _reeks(
    nummer: int, rij: Array, klant: Array, soort: Array | int, genomen: Array, vanaf: Array
) -> tuple[Array, Array, Array, Array, Array, Array]:
    aantal = len(rij)
    return np.full(aantal, nummer), rij, klant, np.broadcast_to(soort, aantal), genomen, vanaf
