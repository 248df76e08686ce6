"""Households for the comparison, as plain arrays: the same every time, every shape that the three results know.

Left out: commercial relations between two residents, which the entities of OpenFisca cannot say.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

PEILDATUM = date(2026, 1, 1)
VRAGEN = ("norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand")
VLAGGEN = (
    "student",
    "inrichting",
    "heeft_geen_recht_op_bijstand",
    "kan_geen_beroep_doen_op_ouders",
    "verblijft_tijdelijk_elders_voor_mantelzorg",
    "verhoging_inrichting_zonder_vakantietoeslag",
)
ALLEEN, PAAR, PAAR_MET_KINDEREN, OUDER_MET_KINDEREN, DRIE_GENERATIES, DELERS = range(6)
AANDEEL = (0.35, 0.20, 0.15, 0.10, 0.05, 0.15)
EERSTE, TWEEDE, KIND = range(3)
"""The roles within a family: the spouse who is named first, the other, a child under 18."""
Rijen = NDArray[Any]


@dataclass(frozen=True)
class Bevolking:
    """One array per column, one place per person; who belongs to whom in the way that each candidate takes it.

    `partner` and `ouders` (two per person) are rows, -1 for none. For OpenFisca `gezin` and `rol` say it: a couple
    or a single person with the children under 18. For Meedoen `partner_id`, and `ouder_ids` with where those of each
    person begin.
    """

    woning: Rijen
    plaats: Rijen
    partner: Rijen
    ouders: Rijen
    partner_id: Rijen
    ouder_ids: Rijen
    ouders_vanaf: Rijen
    gezin: Rijen
    rol: Rijen
    geboren: Rijen
    vlaggen: dict[str, Rijen]
    inkomen_in_centen: Rijen
    vermogen_in_centen: Rijen
    aantal_woningen: int


def bevolking(aantal: int, zaad: int = 1) -> Bevolking:
    """So many dwellings: alone, couples with and without children, three generations, sharers."""
    toeval = np.random.default_rng(zaad)
    vorm = toeval.choice(len(AANDEEL), aantal, p=AANDEEL)
    volwassenen = np.select(
        [vorm == DELERS, vorm == DRIE_GENERATIES, (vorm == PAAR) | (vorm == PAAR_MET_KINDEREN)],
        [toeval.integers(2, 6, aantal), 3, 2],
        1,
    )
    met_kinderen = (vorm == PAAR_MET_KINDEREN) | (vorm == OUDER_MET_KINDEREN) | (vorm == DRIE_GENERATIES)
    grootte = volwassenen + np.where(met_kinderen, toeval.integers(1, 4, aantal), 0)
    woning = np.repeat(np.arange(aantal), grootte)
    begin = np.cumsum(grootte) - grootte
    plaats = np.arange(len(woning)) - begin[woning]
    is_paar = np.isin(vorm, (PAAR, PAAR_MET_KINDEREN, DRIE_GENERATIES))[woning]
    is_kind = plaats >= volwassenen[woning]
    partner = np.where(is_paar & (plaats < 2), np.arange(len(woning)) + 1 - 2 * plaats, -1)
    ouders = np.full((len(woning), 2), -1)
    ouders[is_kind, 0] = begin[woning[is_kind]]
    ouders[is_kind & is_paar, 1] = begin[woning[is_kind & is_paar]] + 1
    geboren, leeftijd = _geboren(toeval, is_kind, met_kinderen[woning] & ~is_kind, plaats == 2)
    is_minderjarig = is_kind & (leeftijd < 18)
    hoofd = np.where(is_minderjarig | (is_paar & (plaats == 1)), begin[woning], np.arange(len(woning)))
    return Bevolking(
        woning,
        plaats,
        partner,
        ouders,
        np.where(partner >= 0, plaats[partner], 0),
        plaats[ouders[ouders >= 0]],
        np.append(0, np.cumsum((ouders >= 0).sum(axis=1))).astype(np.int32),
        np.unique(hoofd, return_inverse=True)[1],
        np.where(is_minderjarig, KIND, np.where(is_paar & (plaats == 1), TWEEDE, EERSTE)),
        geboren,
        _vlaggen(toeval, leeftijd),
        np.where(toeval.random(len(woning)) < 0.5, 0, toeval.integers(0, 250_000, len(woning))),
        np.where(toeval.random(len(woning)) < 0.5, 0, toeval.integers(-500_000, 1_500_000, len(woning))),
        aantal,
    )


def _geboren(toeval: Any, is_kind: Rijen, is_ouder: Rijen, is_derde: Rijen) -> tuple[Rijen, Rijen]:
    """Days of birth and the ages that follow; parents are older than their children, grandparents than parents."""
    aantal = len(is_kind)
    leeftijd = toeval.integers(18, 90, aantal)
    leeftijd = np.where(is_ouder, toeval.integers(38, 60, aantal), leeftijd)
    leeftijd = np.where(is_ouder & is_derde, toeval.integers(62, 90, aantal), leeftijd)
    leeftijd = np.where(is_kind, toeval.integers(0, 23, aantal), leeftijd)
    dagen = toeval.integers(0, 365, aantal)
    jaar = (np.datetime64(PEILDATUM, "Y") - leeftijd).astype("datetime64[D]")
    geboren = jaar - dagen
    maanden = (np.datetime64(PEILDATUM, "M") - geboren.astype("datetime64[M]")).astype(np.int64)
    maanden -= geboren.astype("datetime64[M]").astype("datetime64[D]") != geboren
    return geboren, maanden // 12


def _vlaggen(toeval: Any, leeftijd: Rijen) -> dict[str, Rijen]:
    kans = {
        "student": np.where((leeftijd >= 16) & (leeftijd < 35), 0.3, 0.0),
        "inrichting": 0.03,
        "heeft_geen_recht_op_bijstand": 0.05,
        "kan_geen_beroep_doen_op_ouders": np.where(leeftijd < 21, 0.4, 0.0),
        "verblijft_tijdelijk_elders_voor_mantelzorg": 0.02,
        "verhoging_inrichting_zonder_vakantietoeslag": 0.3,
    }
    return {naam: toeval.random(len(leeftijd)) < kans[naam] for naam in VLAGGEN}


def tabel(mensen: Bevolking, *, met_tekst: bool = False) -> pa.Table:
    """The same as the table that Meedoen reads; `met_tekst`: ids as text, as in a register."""
    geen_ouders = pa.array(np.diff(mensen.ouders_vanaf) == 0)
    kolommen = {
        "huishouden": pa.array(mensen.woning),
        "persoon": pa.array(mensen.plaats),
        "geboortedatum": pa.array(mensen.geboren),
        "partner": pa.array(mensen.partner_id, mask=mensen.partner < 0),
        "ouders": pa.ListArray.from_arrays(pa.array(mensen.ouders_vanaf), pa.array(mensen.ouder_ids), mask=geen_ouders),
        **{naam: pa.array(vlag) for naam, vlag in mensen.vlaggen.items()},
        "inkomen_per_maand": _bedrag(mensen.inkomen_in_centen),
        "vermogen": _bedrag(mensen.vermogen_in_centen),
    }
    if met_tekst:
        for naam in ("huishouden", "persoon", "partner"):
            kolommen[naam] = kolommen[naam].cast(pa.string())
        kolommen["ouders"] = kolommen["ouders"].cast(pa.list_(pa.string()))
    return pa.table(kolommen)


def _bedrag(centen: Rijen) -> pa.Array:
    """Cents as decimals with two places: the 128 bits are written as they are."""
    woorden = np.stack([centen, centen >> 63], axis=1)
    return pa.Array.from_buffers(pa.decimal128(12, 2), len(centen), [None, pa.py_buffer(woorden)])
