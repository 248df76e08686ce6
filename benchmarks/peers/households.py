"""Households for the comparison, as plain arrays: the same every time, with every fact that the three results can read.

Who lives with whom is drawn here, income and possessions by kind in `means.py`, the other facts in `facts.py`. Every
rule of the results that can hold on the reference date is reached by some household. Left out: commercial relations
between two residents, which the entities of OpenFisca cannot say. Of some children it is asked what they have, and it
is nothing: Meedoen goes through those rules, and the others need no column for them.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from benchmarks.peers.facts import BEHANDELAARS, PEILDATUM, VLAGGEN, Gegevens, Wie, gegevens
from benchmarks.peers.means import SOORTEN_BEZIT, SOORTEN_INKOMEN, Lijst, bezittingen, inkomsten

VRAGEN = ("norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand")
ALLEEN, PAAR, PAAR_MET_KINDEREN, OUDER_MET_KINDEREN, DRIE_GENERATIES, DELERS = range(6)
AANDEEL = (0.35, 0.20, 0.15, 0.10, 0.05, 0.15)
AANDEEL_JONGE_OUDERS = 0.08
EERSTE, TWEEDE, KIND = range(3)
"""The roles within a family: the spouse who is named first, the other, a child under 18."""
Rijen = NDArray[Any]
CENTEN = pa.decimal64(12, 2)
"""Cents as decimals of 64 bits with two places: they are as they are."""
SOORTEN = {pa.int64(): np.int64, pa.int32(): np.int32, pa.int8(): np.int8, pa.date32(): np.int32, CENTEN: np.int64}
"""Sorts of Arrow -> how numpy holds their numbers."""
__all__ = ["PEILDATUM", "VLAGGEN", "VRAGEN", "Bevolking", "Lijst", "Rijen", "bevolking", "tabel"]


@dataclass(frozen=True)
class Bevolking:
    """One array per column, one place per person; who belongs to whom in the way that each candidate takes it.

    `partner` and `ouders` (two per person) are rows, -1 for none. For OpenFisca `gezin` and `rol` say it: a couple
    or a single person with the children under 18. For Meedoen `partner_id`, and `ouder_ids` with where those of each
    person begin. Income and possessions are lists for Meedoen, and a column per kind for the others.
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
    inkomsten: Lijst
    bezittingen: Lijst
    gegevens: Gegevens
    aantal_woningen: int

    @property
    def vlaggen(self) -> dict[str, Rijen]:
        """The circumstances that are so or not, by name."""
        return self.gegevens.vlaggen


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
    jonge_ouders = met_kinderen & (toeval.random(aantal) < AANDEEL_JONGE_OUDERS)
    grootte = volwassenen + np.where(met_kinderen, toeval.integers(1, 4, aantal), 0)
    woning = np.repeat(np.arange(aantal), grootte)
    begin = np.cumsum(grootte) - grootte
    rij = np.arange(len(woning))
    plaats = rij - begin[woning]
    is_paar = np.isin(vorm, (PAAR, PAAR_MET_KINDEREN, DRIE_GENERATIES))[woning]
    is_kind = plaats >= volwassenen[woning]
    partner = np.where(is_paar & (plaats < 2), rij + 1 - 2 * plaats, -1)
    ouders = np.full((len(woning), 2), -1, np.int32)
    ouders[is_kind, 0] = begin[woning[is_kind]]
    ouders[is_kind & is_paar, 1] = begin[woning[is_kind & is_paar]] + 1
    is_ouder = met_kinderen[woning] & ~is_kind
    geboren, leeftijd = _geboren(toeval, is_kind, is_ouder, plaats == 2, jonge_ouders[woning])
    is_minderjarig = is_kind & (leeftijd < 18)
    hoofd = np.where(is_minderjarig | (is_paar & (plaats == 1)), begin[woning], rij)
    inkomen, bezit = inkomsten(toeval, leeftijd), bezittingen(toeval, leeftijd)
    heeft_ouders = ouders[:, 0] >= 0
    return Bevolking(
        woning,
        plaats,
        partner,
        ouders,
        np.where(partner >= 0, plaats[partner], 0),
        plaats[ouders[ouders >= 0]],
        np.append(0, np.cumsum((ouders >= 0).sum(axis=1))).astype(np.int32),
        np.unique(hoofd, return_inverse=True)[1],
        np.where(is_minderjarig, KIND, np.where(is_paar & (plaats == 1), TWEEDE, EERSTE)).astype(np.int8),
        geboren,
        inkomen,
        bezit,
        gegevens(toeval, Wie(leeftijd, partner, hoofd, ouders[heeft_ouders & (leeftijd < 12)]), inkomen, bezit),
        aantal,
    )


def _geboren(
    toeval: Any, is_kind: Rijen, is_ouder: Rijen, is_derde: Rijen, met_jonge_ouders: Rijen
) -> tuple[Rijen, Rijen]:
    """Days of birth (since 1970) and the ages that follow; parents are older than their children, grandparents than
    parents.
    """
    aantal = len(is_kind)
    leeftijd = toeval.integers(18, 90, aantal, np.int16)
    leeftijd = np.where(is_ouder, toeval.integers(38, 60, aantal, np.int16), leeftijd)
    leeftijd = np.where(is_ouder & met_jonge_ouders, toeval.integers(18, 27, aantal, np.int16), leeftijd)
    leeftijd = np.where(is_ouder & is_derde, toeval.integers(62, 90, aantal, np.int16), leeftijd)
    leeftijd = np.where(is_kind, toeval.integers(0, 23, aantal, np.int16), leeftijd)
    leeftijd = np.where(is_kind & met_jonge_ouders, leeftijd % 3, leeftijd)
    jaar = (np.datetime64(PEILDATUM, "Y") - leeftijd).astype("datetime64[D]")
    geboren = jaar - toeval.integers(0, 365, aantal)
    maanden = (np.datetime64(PEILDATUM, "M") - geboren.astype("datetime64[M]")).astype(np.int64)
    maanden -= geboren.astype("datetime64[M]").astype("datetime64[D]") != geboren
    return geboren.astype(np.int32), (maanden // 12).astype(np.int16)


def tabel(mensen: Bevolking, *, met_tekst: bool = False) -> pa.Table:
    """The same as the table that Meedoen reads; `met_tekst`: ids as text, as in a register."""
    g = mensen.gegevens
    ids = pa.int64()
    kolommen = {
        "huishouden": _kolom(mensen.woning, ids),
        "persoon": _kolom(mensen.plaats, ids),
        "geboortedatum": _kolom(mensen.geboren, pa.date32()),
        "partner": _kolom(mensen.partner_id, ids, mensen.partner < 0),
        "ouders": _rijen(mensen.ouders_vanaf, _kolom(mensen.ouder_ids, ids), np.diff(mensen.ouders_vanaf) == 0),
        "inkomsten": _lijst(mensen.inkomsten, "soort_inkomen", "bedrag_per_maand", SOORTEN_INKOMEN),
        "bezittingen": _lijst(mensen.bezittingen, "soort_bezit", "waarde", SOORTEN_BEZIT),
        "inkomen_per_maand": _kolom(mensen.inkomsten.anders, CENTEN, mensen.inkomsten.is_genoemd),
        "vermogen": _kolom(mensen.bezittingen.anders, CENTEN, mensen.bezittingen.is_genoemd),
        **{naam: _kolom(vlag, pa.bool_()) for naam, vlag in g.vlaggen.items()},
        **{naam: _kolom(getal, pa.int32(), g.leeg[naam]) for naam, getal in g.aantallen.items()},
        **{naam: _kolom(dag, pa.date32(), g.leeg[naam]) for naam, dag in g.datums.items()},
        **{naam: _kolom(bedrag, CENTEN, g.leeg[naam]) for naam, bedrag in g.bedragen.items()},
    }
    for naam, oordeel in g.oordelen.items():
        kolommen[naam] = _kolom(oordeel, pa.bool_(), g.leeg[naam])
        door = _kolom(g.behandelaar, pa.int8(), g.leeg[naam])
        kolommen[f"{naam}_door"] = pa.DictionaryArray.from_arrays(door, list(BEHANDELAARS))
    if met_tekst:
        for naam in ("huishouden", "persoon", "partner"):
            kolommen[naam] = kolommen[naam].cast(pa.string())
        kolommen["ouders"] = kolommen["ouders"].cast(pa.list_(pa.string()))
    return pa.table(kolommen)


def _lijst(lijst: Lijst, soort: str, bedrag: str, soorten: Any) -> pa.Array:
    """Rows of a kind and an amount, as Parquet has them: a list of structs per person, null where none is stated."""
    soorten_ = pa.DictionaryArray.from_arrays(_kolom(lijst.soort, pa.int8()), list(soorten))
    rijen = pa.StructArray.from_arrays([soorten_, _kolom(lijst.bedrag, CENTEN)], [soort, bedrag])
    return _rijen(lijst.vanaf, rijen, ~lijst.is_genoemd)


def _kolom(waarden: Rijen, soort: Any, leeg: Rijen | None = None) -> pa.Array:
    """Numbers as they lie in memory (cents, days, numbers of choices), or truths, a bit each; null where `leeg`."""
    getallen = _bits(waarden) if soort == pa.bool_() else pa.py_buffer(np.ascontiguousarray(waarden, SOORTEN[soort]))
    return pa.Array.from_buffers(soort, len(waarden), [_gesteld(leeg), getallen], _aantal(leeg))


def _rijen(vanaf: Rijen, rijen: pa.Array, leeg: Rijen) -> pa.Array:
    """Lists: where each begins in all rows, and the end; null where `leeg`."""
    begin = pa.py_buffer(np.ascontiguousarray(vanaf, np.int32))
    buffers = [_gesteld(leeg), begin]
    return pa.Array.from_buffers(pa.list_(rijen.type), len(leeg), buffers, _aantal(leeg), children=[rijen])


def _gesteld(leeg: Rijen | None) -> pa.Buffer | None:
    return None if leeg is None else _bits(~leeg)


def _aantal(leeg: Rijen | None) -> int:
    return 0 if leeg is None else int(np.count_nonzero(leeg))


def _bits(waarheden: Rijen) -> pa.Buffer:
    return pa.py_buffer(np.packbits(waarheden, bitorder="little"))
