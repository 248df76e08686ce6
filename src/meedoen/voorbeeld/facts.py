"""Facts for the rules of law.

Income and capital of people with a benefit, students, institutions, wages of subsidised jobs.

Names are those of `meedoen/recht/feiten/`. A few files lack one fact, so that a page can show the question.
"""

import datetime
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from .block import Blok
from .calendar import JAAR, Array, dag, plus_jaren
from .households import P_DELER
from .sheets import bedragen, zichtbaar_tot
from .world import GEEN, INSTELLING

FEITEN = ("inkomen_per_maand", "vermogen", "student", "inrichting", "rechtens_geldend_loon_per_maand")
F_INKOMEN, F_VERMOGEN, F_STUDENT, F_INRICHTING, F_LOON = range(5)
HERKOMST = (
    "inkomstenformulier",
    "aanvraag",
    "bewijs van inschrijving onderwijs",
    "opnamebericht",
    "arbeidsovereenkomst",
)
_DEELTIJD_VANAF = dag(datetime.date(2012, 1, 1))
_DEELTIJD_JAREN = 1.05  # mean length of part-time work as far as it falls within the benefit; synthetic
_LOON_TOT = dag(
    datetime.date(2017, 2, 1)
)  # from then on loonwaarde is a share of the minimum wage: Participatiewet 6 lid 1 onder g


@dataclass(frozen=True)
class Feiten:
    """Columns of equal length; `feit` is a position in FEITEN, `persoon` a person number within the block."""

    persoon: Array
    feit: Array
    waarde: pa.Array
    vanaf: Array
    tot: Array


def feiten(b: Blok) -> Feiten:
    """All facts of the block, without empty periods and without what is not visible yet."""
    geld = [*_inkomen_en_vermogen(b), _lonen(b)]
    vlaggen = [_studenten(b), _inrichtingen(b)]
    delen = [*geld, *vlaggen]
    persoon, feit, vanaf, tot = (np.concatenate([deel[i] for deel in delen]) for i in (0, 1, 3, 4))
    tekst = pa.concat_arrays(
        [bedragen(deel[2]) for deel in geld] + [pa.array(["ja"] * len(deel[0]), pa.string()) for deel in vlaggen]
    )
    goed = b.zichtbaar[persoon] & (vanaf <= b.peil) & (tot > vanaf)
    return Feiten(
        persoon[goed], feit[goed], tekst.filter(pa.array(goed)), vanaf[goed], zichtbaar_tot(tot[goed], b.peil)
    )


def _inkomen_en_vermogen(b: Blok) -> list[tuple[Array, ...]]:
    """Per benefit: the capital, and the income before, during and after a period of part-time work."""
    a, u = b.wereld.aannamen, b.wereld.uitkeringen
    kans = b.kans(3).random((len(u), 7))
    persoon, vanaf, tot = b.klant[u["klant"]], u["vanaf"], u["tot"]
    jaren_tot_werk = -np.log1p(-kans[:, 0]) * _DEELTIJD_JAREN / a.getal("inkomen", "aandeel_deeltijdwerk")
    begin = np.minimum(np.maximum(vanaf, _DEELTIJD_VANAF) + (jaren_tot_werk * JAAR).astype(np.int64), tot)
    einde = np.minimum(begin + ((0.3 + 2.4 * kans[:, 1]) * JAAR).astype(np.int64), tot)
    gemiddeld = a.getal("inkomen", "gemiddeld_per_maand") * 100
    bedrag = (gemiddeld * (0.2 + 1.6 * kans[:, 2])).astype(np.int64)
    vermogen = (kans[:, 3] ** 3 * a.getal("inkomen", "hoogste_vermogen") * 100).astype(np.int64)
    vermogen = np.where(kans[:, 4] < a.getal("inkomen", "aandeel_schuld"), -vermogen, vermogen)
    bekend = kans[:, 5] >= a.getal("inkomen", "aandeel_zonder_inkomen_gegeven")
    met_vermogen = kans[:, 6] >= a.getal("inkomen", "aandeel_zonder_vermogen_gegeven")
    nul = np.zeros(len(u), np.int64)
    delen = [
        (persoon, nul + F_INKOMEN, nul, vanaf, begin, bekend),
        (persoon, nul + F_INKOMEN, bedrag, begin, einde, bekend),
        (persoon, nul + F_INKOMEN, nul, einde, tot, bekend),
        (persoon, nul + F_VERMOGEN, vermogen, vanaf, tot, met_vermogen),
    ]
    return [tuple(kolom[deel[-1]] for kolom in deel[:-1]) for deel in delen]


def _lonen(b: Blok) -> tuple[Array, ...]:
    """The agreed wage of jobs with loonkostensubsidie before February 2017."""
    p = b.wereld.plaatsingen
    kans = b.kans(4).random((len(p), 2))
    rij = np.flatnonzero(p["heeft_lks"] & (p["vanaf"] < _LOON_TOT))
    grenzen = b.wereld.aannamen.tabel("functieloon")
    loon = (grenzen["laagste"] + kans[rij, 0] * (grenzen["hoogste"] - grenzen["laagste"])).astype(np.int64) * 100
    tot = np.minimum(p["tot"][rij], _LOON_TOT)
    return b.klant[p["klant"][rij]], np.full(len(rij), F_LOON), loon, p["vanaf"][rij], tot


def _studenten(b: Blok) -> tuple[Array, ...]:
    """From 18 (housemates: from moving in) for some years, at most until 26."""
    leden = b.leden
    huis, plek = np.nonzero(leden.er_is & leden.is_student & (leden.klant == GEEN))
    geboren = leden.geboren[huis, plek]
    vanaf = np.maximum(plus_jaren(geboren, 18), np.where(plek >= P_DELER, leden.vanaf[huis, plek], 0))
    tot = np.minimum(geboren + ((22 + geboren % 5) * JAAR).astype(np.int64), leden.overleden[huis, plek])
    return b.persoon[huis, plek], np.full(len(huis), F_STUDENT), np.zeros(len(huis), np.int64), vanaf, tot


def _inrichtingen(b: Blok) -> tuple[Array, ...]:
    v, k = b.wereld.verblijven, b.wereld.klanten
    rij = np.flatnonzero(b.wereld.huishoudens["soort"][k["huishouden"][v["klant"]]] == INSTELLING)
    rij = rij[v["woning"][rij] == k["huishouden"][v["klant"][rij]] * 64]
    return (
        b.klant[v["klant"][rij]],
        np.full(len(rij), F_INRICHTING),
        np.zeros(len(rij), np.int64),
        v["vanaf"][rij],
        v["tot"][rij],
    )
