"""Who belongs to whom: partners, parents and children, landlords and tenants. Each relation once."""

from dataclasses import dataclass

import numpy as np

from .block import Blok, eerste_verblijf_tot
from .calendar import OPEN, Array
from .households import AANTAL_DELERS, AANTAL_KINDEREN, P_BROERZUS, P_DELER, P_EERSTE, P_KIND, P_OUDER, P_PARTNER
from .sheets import zichtbaar_tot
from .world import PAAR_ELDERS

SOORTEN = ("partner", "ouder", "commercieel")


@dataclass(frozen=True)
class Relaties:
    """Columns of equal length; `soort` is a position in SOORTEN, people are person numbers within the block."""

    persoon: Array
    ander: Array
    soort: Array
    vanaf: Array
    tot: Array


def relaties(b: Blok) -> Relaties:
    """All relations that had begun on the day of the register."""
    delen = [_paren(b), _partners_elders(b), _ouders(b), _huurders(b)]
    persoon, ander, soort, vanaf, tot = (np.concatenate(kolom) for kolom in zip(*delen, strict=True))
    goed = b.zichtbaar[persoon] & b.zichtbaar[ander] & (vanaf <= b.peil) & (tot > vanaf)
    return Relaties(persoon[goed], ander[goed], soort[goed], vanaf[goed], zichtbaar_tot(tot[goed], b.peil))


def _paren(b: Blok) -> tuple[Array, ...]:
    p = b.wereld.paren
    return b.klant[p["een"]], b.klant[p["twee"]], np.zeros(len(p), np.int64), p["vanaf"], p["tot"]


def _tussen(b: Blok, huis: Array, een: int, twee: int, soort: int, vanaf: Array, tot: Array) -> tuple[Array, ...]:
    """Relations between the people at two places of households; they end when one of them dies."""
    overleden = np.minimum(b.leden.overleden[huis, een], b.leden.overleden[huis, twee])
    return b.persoon[huis, een], b.persoon[huis, twee], np.full(len(huis), soort), vanaf, np.minimum(tot, overleden)


def _partners_elders(b: Blok) -> tuple[Array, ...]:
    """Partners who are no clients, and the parents of a client with each other."""
    er, h = b.leden.er_is, b.wereld.huishoudens
    open_einde = np.full(len(h), OPEN)
    huis = np.flatnonzero((h["soort"] == PAAR_ELDERS) & er[:, P_PARTNER])
    een = _tussen(b, huis, P_EERSTE, P_PARTNER, 0, h["vanaf"][huis], open_einde[huis])
    huis = np.flatnonzero(er[:, P_OUDER] & er[:, P_OUDER + 1])
    twee = _tussen(b, huis, P_OUDER, P_OUDER + 1, 0, h["vanaf"][huis], open_einde[huis])
    return tuple(np.concatenate(kolom) for kolom in zip(een, twee, strict=True))


def _ouders(b: Blok) -> tuple[Array, ...]:
    er, geboren = b.leden.er_is, b.leden.geboren
    stellen = [(ouder, P_KIND + i) for i in range(AANTAL_KINDEREN) for ouder in (P_EERSTE, P_PARTNER)]
    stellen += [(P_OUDER + i, kind) for i in range(2) for kind in (P_EERSTE, P_BROERZUS)]
    delen = []
    for ouder, kind in stellen:
        huis = np.flatnonzero(er[:, ouder] & er[:, kind])
        delen.append(_tussen(b, huis, ouder, kind, 1, geboren[huis, kind], np.full(len(huis), OPEN)))
    return tuple(np.concatenate(kolom) for kolom in zip(*delen, strict=True))


def _huurders(b: Blok) -> tuple[Array, ...]:
    leden = b.leden
    weg = eerste_verblijf_tot(b.wereld)[leden.klant[:, P_EERSTE]]
    delen = []
    for plek in range(P_DELER, P_DELER + AANTAL_DELERS):
        huis = np.flatnonzero(leden.er_is[:, plek] & leden.is_commercieel[:, plek])
        tot = np.minimum(leden.tot[huis, plek], weg[huis])
        delen.append(_tussen(b, huis, P_EERSTE, plek, 2, leden.vanaf[huis, plek], tot))
    return tuple(np.concatenate(kolom) for kolom in zip(*delen, strict=True))
