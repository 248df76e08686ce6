"""Columns of a table -> whole numbers with their truth: the same values and refusals as `household.lees_waarde`."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine.arrays import Getallen, Kolommen, Waarheden
from meedoen.recht.engine.construction import EERSTE_DAG, LAATSTE_DAG
from meedoen.recht.engine.facts import Feit, geheel
from meedoen.recht.engine.native import EERSTE_DAG_ARROW
from meedoen.recht.engine.units import Waarde
from meedoen.recht.engine.values import lees_waarde

GROOTSTE = 2**53
"""Beyond this a float skips whole numbers, so that nobody knows which was meant."""
MEESTE_CIJFERS = 18
"""A decimal of so many digits is a number of 64 bits."""


@dataclass(frozen=True)
class Kolom:
    """A fact of many persons in whole steps (facts.geheel; dates in days since 1970): zero where what is stated is
    refused, and anything where nothing is stated.

    `is_gesteld` is None when everybody states it, `is_fout` when nothing is refused. Truths are bytes.
    """

    waarden: Any
    is_gesteld: Waarheden | None
    is_fout: Waarheden | None

    @property
    def is_goed(self) -> Waarheden:
        """Which rows state something that is not refused."""
        gesteld = np.ones(len(self.waarden), np.bool_) if self.is_gesteld is None else self.is_gesteld
        return gesteld if self.is_fout is None else gesteld & ~self.is_fout


@dataclass(frozen=True)
class Tekstkolom:
    """Names of many rows: the different ones, the place of each row's name among them (the last place: none)."""

    teksten: list[str]
    nummers: Getallen
    is_fout: Waarheden


def in_een_stuk(kolom: Any) -> Any:
    """A column of a table as one array; what is one already is not copied."""
    return kolom.chunk(0) if kolom.num_chunks == 1 else kolom.combine_chunks()


def lees_tekst(kolom: Any) -> Tekstkolom:
    """Reads a column of names; one that cannot be text is a fault wherever it holds something."""
    if pa.types.is_nested(kolom.type) or pa.types.is_binary(kolom.type) or pa.types.is_large_binary(kolom.type):
        return Tekstkolom([], np.zeros(len(kolom), np.int64), np.asarray(pc.is_valid(kolom)))
    woorden = kolom if _is_woordenboek(kolom.type) else kolom.cast(pa.string()).dictionary_encode()
    teksten = woorden.dictionary.to_pylist()
    nummers = woorden.indices.fill_null(len(teksten)).to_numpy(zero_copy_only=False).astype(np.int64)
    return Tekstkolom(teksten, nummers, np.zeros(len(kolom), np.bool_))


def lees_kolom(feit: Feit, kolom: Any) -> Kolom:
    """Reads a column of whole numbers, decimals, floats, dates, booleans or text."""
    gesteld, soort = geldig(kolom), kolom.type
    if feit.soort.vorm == "getal" and pa.types.is_integer(soort):
        return _gehelen(feit, in_geheugen(kolom, soort.to_pandas_dtype()), gesteld)
    if feit.soort.vorm == "getal" and pa.types.is_floating(soort):
        return _kommagetallen(feit, kolom.fill_null(0).to_numpy(zero_copy_only=False), gesteld)
    if feit.soort.vorm == "getal" and pa.types.is_decimal(soort) and soort.scale <= feit.decimalen:
        if pa.types.is_decimal64(soort) and soort.scale == feit.decimalen:
            return _binnen_bereik(feit, in_geheugen(kolom, np.int64), gesteld, None)
        kolom = kolom if _is_al_op_schaal(soort, feit) else kolom.cast(pa.decimal128(38, feit.decimalen))
        woorden = in_geheugen(kolom, np.int64, 2).reshape(-1, 2)
        stappen = woorden[:, 0].copy()
        past_altijd = kolom.type.precision <= MEESTE_CIJFERS
        return _binnen_bereik(feit, stappen, gesteld, None if past_altijd else woorden[:, 1] != stappen >> 63)
    if feit.soort.vorm == "datum" and pa.types.is_date32(soort):
        dagen = in_geheugen(kolom, np.int32)
        return _tussen(EERSTE_DAG - EERSTE_DAG_ARROW, LAATSTE_DAG - EERSTE_DAG_ARROW, dagen, gesteld, None)
    if feit.soort.vorm == "ja_nee" and pa.types.is_boolean(soort):
        return _zonder_fouten(_bits(kolom, 1), gesteld, None)
    return _per_waarde(feit, kolom, gesteld)


def geldig(kolom: Any) -> Waarheden | None:
    """Which rows state something; None when all do."""
    if not kolom.null_count:
        return None
    if kolom.buffers()[0] is None:  # of the sort that holds nothing at all
        return np.zeros(len(kolom), np.bool_)
    bits: Waarheden = _bits(kolom, 0).view(np.bool_)
    return bits


def in_geheugen(kolom: Any, soort: Any, per_rij: int = 1, extra: int = 0) -> Any:
    """The numbers of a column as they lie in memory, and `extra` after them; nulls hold whatever stands there."""
    eind = (kolom.offset + len(kolom)) * per_rij + extra
    return np.frombuffer(kolom.buffers()[1], soort, eind)[kolom.offset * per_rij :] if eind else np.zeros(0, soort)


@dataclass(frozen=True)
class Plek:
    """Where a kernel reads a fact: its column among the numbers, and the one that says where it is missing."""

    waarden: Kolommen
    kolom: int
    mist: Kolommen
    mistkolom: int


def zet_kolom(feit: Feit, kolom: Kolom | None, plek: Plek, teksten: Sequence[str], peildata: Any) -> None:
    """Puts a fact where the kernel reads it, with what its silence says; `peildata` are the reference dates."""
    op_peildatum = feit.indien_niet_gesteld == "peildatum"
    if kolom is None:
        plek.mist.zet_vast(plek.mistkolom, not feit.indien_niet_gesteld)
        if op_peildatum:
            plek.waarden[plek.kolom] = peildata - EERSTE_DAG_ARROW
        else:
            plek.waarden.zet_vast(plek.kolom, 0)
        return
    waarden = kolom.waarden
    if feit.soort.vorm == "keuze":
        waarden = _nummers_van(feit.soort.keuzes, tuple(teksten))[waarden]
    if kolom.is_gesteld is not None and feit.indien_niet_gesteld:
        waarden = np.where(kolom.is_gesteld, waarden, peildata - EERSTE_DAG_ARROW if op_peildatum else 0)
    elif kolom.is_gesteld is not None:
        plek.mist[plek.mistkolom] = ~kolom.is_gesteld
    plek.waarden[plek.kolom] = waarden


@lru_cache(maxsize=256)
def _nummers_van(keuzes: tuple[str, ...], teksten: tuple[str, ...]) -> Any:
    """The places of these choices among these texts."""
    return np.array([teksten.index(tekst) for tekst in keuzes], np.int32)


def getal_in_kolom(feit: Feit, waarde: Waarde) -> int:
    """The whole number that a column holds for a value of a fact: that of a table, but days since 1970."""
    return geheel(feit, waarde) - (EERSTE_DAG_ARROW if feit.soort.vorm == "datum" else 0)


def lees_rijen(kolom: Any) -> tuple[Any, Any, Waarheden | None]:
    """A column of lists: where the rows of each begin in the rows of all, and the end; those rows; which are stated."""
    is_gesteld, einden = geldig(kolom), kolom.offsets.to_numpy()
    if is_gesteld is None or not np.any((einden[1:] != einden[:-1]) > is_gesteld):
        rijen = kolom.values.slice(einden[0], einden[-1] - einden[0])
        return (einden - einden[0] if einden[0] else einden).astype(np.int32, copy=False), rijen, is_gesteld
    lengtes = pc.list_value_length(kolom).fill_null(0).to_numpy(zero_copy_only=False)
    return np.append(0, np.cumsum(lengtes)).astype(np.int32), pc.list_flatten(kolom), is_gesteld


def _bits(kolom: Any, buffer: int) -> Any:
    """The bits of a column: of 0 which rows are stated, of 1 its truths, where nulls hold whatever stands there."""
    begin, eind = kolom.offset, kolom.offset + len(kolom)
    bytes_ = np.frombuffer(kolom.buffers()[buffer], np.uint8)[begin // 8 : (eind + 7) // 8]
    return np.unpackbits(bytes_, bitorder="little")[begin % 8 :][: len(kolom)]


def _is_al_op_schaal(soort: Any, feit: Feit) -> bool:
    return bool(pa.types.is_decimal128(soort) and soort.scale == feit.decimalen)


def _gehelen(feit: Feit, ruw: Any, gesteld: Waarheden | None) -> Kolom:
    fout = None
    if ruw.dtype.itemsize == 8 and len(ruw) and (ruw.max() > GROOTSTE or ruw.min() < -GROOTSTE):
        fout = (ruw > GROOTSTE) | (ruw < -GROOTSTE)
        ruw = np.where(fout, 0, ruw)
    stappen = ruw.astype(np.int64, copy=False) * 10**feit.decimalen if feit.decimalen else ruw
    return _binnen_bereik(feit, stappen, gesteld, fout)


def _kommagetallen(feit: Feit, ruw: Any, gesteld: Waarheden | None) -> Kolom:
    schaal = 10**feit.decimalen
    stappen = np.rint(ruw * schaal)
    fout = ~((np.abs(stappen) < GROOTSTE) & (stappen / schaal == ruw))
    return _binnen_bereik(feit, np.where(fout, 0, stappen).astype(np.int64), gesteld, fout)


def _binnen_bereik(feit: Feit, stappen: Any, gesteld: Waarheden | None, fout: Waarheden | None) -> Kolom:
    if not feit.bereik:
        return _zonder_fouten(stappen, gesteld, fout)
    return _tussen(*_stappen(feit.bereik, feit.decimalen), stappen, gesteld, fout)


@lru_cache(maxsize=256)
def _stappen(bereik: tuple[Fraction, Fraction], decimalen: int) -> tuple[int, int]:
    """The bounds of a range in steps of the last decimal."""
    onder, boven = (int(grens * 10**decimalen) for grens in bereik)
    return onder, boven


def _tussen(onder: int, boven: int, stappen: Any, gesteld: Waarheden | None, fout: Waarheden | None) -> Kolom:
    """The bounds are looked at row by row only where the extremes pass them."""
    if len(stappen) and (stappen.min() < onder or stappen.max() > boven):
        buiten = (stappen < onder) | (stappen > boven)
        fout = buiten if fout is None else fout | buiten
    return _zonder_fouten(stappen, gesteld, fout)


def _zonder_fouten(stappen: Any, gesteld: Waarheden | None, fout: Waarheden | None) -> Kolom:
    """The column with zero wherever what is stated is refused."""
    if gesteld is not None and fout is not None:
        fout = fout & gesteld
    if fout is None or not fout.any():
        return Kolom(stappen, gesteld, None)
    return Kolom(stappen * ~fout, gesteld, fout)


def _per_waarde(feit: Feit, kolom: Any, gesteld: Waarheden | None) -> Kolom:
    """Text and other sorts: each different value is read once, by the very function that reads a single case."""
    is_tekst = pa.types.is_string(kolom.type) or pa.types.is_large_string(kolom.type)
    if pa.types.is_nested(kolom.type) or (feit.soort.vorm == "keuze" and not (is_tekst or _is_woordenboek(kolom.type))):
        niets = np.zeros(len(kolom), np.int32)
        return Kolom(niets, gesteld, np.ones(len(kolom), np.bool_) if gesteld is None else gesteld)
    if is_tekst:
        kolom = kolom.dictionary_encode()
    elif not pa.types.is_dictionary(kolom.type):
        kolom = kolom.cast(pa.string(), safe=False).dictionary_encode()
    gelezen = [lees_waarde(feit, _uit_tekst(feit, tekst)) for tekst in kolom.dictionary.to_pylist()]
    stappen = np.array([0 if waarde is None else getal_in_kolom(feit, waarde) for waarde in gelezen] + [0], np.int64)
    goed = np.array([waarde is not None for waarde in gelezen] + [True], np.bool_)
    plaatsen = kolom.indices.fill_null(len(gelezen)).to_numpy(zero_copy_only=False)
    return Kolom(stappen[plaatsen], gesteld, None if goed.all() else ~goed[plaatsen])


def _is_woordenboek(soort: Any) -> bool:
    return bool(pa.types.is_dictionary(soort) and pa.types.is_string(soort.value_type))


def _uit_tekst(feit: Feit, tekst: str) -> str | bool:
    return {"true": True, "false": False}.get(tekst, tekst) if feit.soort.vorm == "ja_nee" else tekst
