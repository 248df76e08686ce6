"""One finished block.

The process, the household members, and the numbers by which everybody and everything is known.
"""

import datetime
from dataclasses import dataclass

import numpy as np

from .calendar import OPEN, Array, dag
from .households import PLEKKEN, Leden, vul_huishoudens
from .inflow import wijs_af
from .process import doorloop
from .world import GEEN, Wereld

_ZOEKTOCHTEN = 40
_PERSONEN_BIJ_BEGIN, _PERSONEN_PER_JAAR = 6080, 862  # persons of the partnership, for a first guess of the scale
_RUIMTE = 0.97  # part of an exact size that the process fills; refused applicants fill the rest


@dataclass(frozen=True)
class Blok:
    """A block as it is known at the end of `peil` (a day number): what happens later is not visible.

    `persoon` gives the number of the person at (household, place) within the block, GEEN where nobody is; `zichtbaar`
    tells per person whether he is in the register yet; `klant` gives the person number of a client.
    """

    nummer: int
    zaad: int
    peil: int
    wereld: Wereld
    leden: Leden
    persoon: Array
    zichtbaar: Array
    klant: Array

    @property
    def personen(self) -> int:
        """People in the register."""
        return int(self.zichtbaar.sum())

    def kans(self, waarvoor: int) -> np.random.Generator:
        """A source of chance that belongs to this block and purpose."""
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.zaad, self.nummer, waarvoor])))


def maak_blok(nummer: int, zaad: int, tot: datetime.date, personen: int | None) -> Blok:
    """The partnership at the size of the Kadernota, or a block of exactly `personen` people."""
    if personen is None:
        return _voltooi(nummer, zaad, dag(tot), doorloop(schaal=1.0, zaad=zaad, blok=nummer, tot=tot))
    jaren = (tot - datetime.date(2015, 1, 1)).days / 365.25
    schaal = _RUIMTE * personen / (_PERSONEN_BIJ_BEGIN + _PERSONEN_PER_JAAR * jaren)
    for _ in range(_ZOEKTOCHTEN):
        w = doorloop(schaal=schaal, zaad=zaad, blok=nummer, tot=tot)
        blok = _voltooi(nummer, zaad, dag(tot), w)
        past = blok.personen <= personen
        if past and (personen < 500 or blok.personen > (2 * _RUIMTE - 1.02) * personen):
            _vul_op(w, blok, personen - blok.personen)
            return _voltooi(nummer, zaad, dag(tot), w)
        schaal *= _RUIMTE * personen / max(blok.personen, 1) if personen >= 500 else 0.8
    raise RuntimeError(f"no block of {personen} people after {_ZOEKTOCHTEN} tries")


def _voltooi(nummer: int, zaad: int, peil: int, w: Wereld) -> Blok:
    kans = np.random.Generator(np.random.PCG64(np.random.SeedSequence([zaad, nummer, 2])))
    leden = vul_huishoudens(w, kans)
    persoon = np.full(leden.er_is.shape, GEEN)
    persoon[leden.is_mogelijk] = np.arange(int(leden.is_mogelijk.sum()))
    sinds = np.maximum(leden.vanaf, w.huishoudens["intake"][:, None])
    zichtbaar = (leden.er_is & (sinds <= peil))[leden.is_mogelijk]
    klant = persoon[w.klanten["huishouden"], w.klanten["plek"]]
    return Blok(nummer, zaad, peil, w, leden, persoon, zichtbaar, klant)


def _vul_op(w: Wereld, blok: Blok, tekort: int) -> None:
    """Add single people whose application was refused, on days spread over the years."""
    kans = blok.kans(5)
    begin = dag(datetime.date(2015, 1, 2))
    if blok.peil < begin:
        begin = blok.peil
    wijs_af(w, kans, begin + (kans.random(tekort) * (blok.peil + 1 - begin)).astype(np.int64), alleen=True)


def eerste_verblijf_tot(w: Wereld) -> Array:
    """Per client the day on which his stay in the household's first dwelling ends, or OPEN."""
    tot = np.full(len(w.klanten), OPEN)
    v = w.verblijven
    eerste = v["woning"] == w.klanten["huishouden"][v["klant"]] * PLEKKEN * 4
    tot[v["klant"][eerste]] = v["tot"][eerste]
    return tot
