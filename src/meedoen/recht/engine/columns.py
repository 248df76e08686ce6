"""Columns of a table -> whole numbers with their truth: the same values and refusals as `household.lees_waarde`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from meedoen.recht.engine.construction import EERSTE_DAG, LAATSTE_DAG
from meedoen.recht.engine.facts import Feit, geheel
from meedoen.recht.engine.values import lees_waarde

EERSTE_DAG_ARROW = 719163
"""The ordinal of 1970-01-01, from which Arrow counts its days."""
Getallen = NDArray[np.int64]
Waarheden = NDArray[np.bool_]


@dataclass(frozen=True)
class Kolom:
    """A fact of many persons: whole steps (facts.geheel), whether it is stated, and whether that is refused."""

    waarden: Getallen
    is_gesteld: Waarheden
    is_fout: Waarheden


@dataclass(frozen=True)
class Tekstkolom:
    """Names of many rows: the different ones, the place of each row's name among them (the last place: none)."""

    teksten: list[str]
    nummers: Getallen
    is_fout: Waarheden


def lees_tekst(kolom: Any) -> Tekstkolom:
    """Reads a column of names; one that cannot be text is a fault wherever it holds something."""
    gesteld = np.asarray(pc.is_valid(kolom))
    if pa.types.is_nested(kolom.type) or pa.types.is_binary(kolom.type) or pa.types.is_large_binary(kolom.type):
        return Tekstkolom([], np.zeros(len(kolom), np.int64), gesteld)
    woorden = kolom.cast(pa.string()).dictionary_encode()
    teksten = woorden.dictionary.to_pylist()
    nummers = woorden.indices.fill_null(len(teksten)).to_numpy(zero_copy_only=False).astype(np.int64)
    return Tekstkolom(teksten, nummers, np.zeros(len(kolom), np.bool_))


def lees_kolom(feit: Feit, kolom: Any) -> Kolom:
    """Reads a column of whole numbers, decimals, floats, dates, booleans or text."""
    gesteld = np.asarray(pc.is_valid(kolom)) if kolom.null_count else np.ones(len(kolom), np.bool_)
    soort = kolom.type
    if feit.soort.vorm == "getal" and (pa.types.is_integer(soort) or pa.types.is_floating(soort)):
        return _getallen(feit, _numpy(kolom), gesteld)
    if feit.soort.vorm == "getal" and pa.types.is_decimal(soort) and soort.scale <= feit.decimalen:
        hoog, laag = _decimalen(
            kolom if _is_al_op_schaal(soort, feit) else kolom.cast(pa.decimal128(38, feit.decimalen))
        )
        past_niet = (hoog ^ (laag >> 63)) != 0
        return _binnen_bereik(feit, laag.copy(), gesteld, gesteld & past_niet)
    if feit.soort.vorm == "datum" and pa.types.is_date32(soort):
        dagen = np.add(_numpy(kolom.view(pa.int32())), EERSTE_DAG_ARROW, dtype=np.int64)
        return _zonder_fouten(dagen, gesteld, (dagen < EERSTE_DAG) | (dagen > LAATSTE_DAG))
    if feit.soort.vorm == "ja_nee" and pa.types.is_boolean(soort):
        return _zonder_fouten(_bits(kolom).astype(np.int64), gesteld, np.zeros(len(gesteld), np.bool_))
    return _per_waarde(feit, kolom, gesteld)


def nummers_van(feit: Feit, teksten: Sequence[str]) -> Getallen:
    """The places of the choices of a fact among these texts."""
    return np.array([teksten.index(tekst) for tekst in feit.soort.keuzes], np.int64)


def _numpy(kolom: Any) -> Any:
    return (kolom.fill_null(0) if kolom.null_count else kolom).to_numpy(zero_copy_only=False)


def _bits(kolom: Any) -> Any:
    """The truths of a column as 0 and 1; nulls hold whatever stands there."""
    begin, eind = kolom.offset, kolom.offset + len(kolom)
    bytes_ = np.frombuffer(kolom.buffers()[1], np.uint8)[begin // 8 : (eind + 7) // 8]
    return np.unpackbits(bytes_, bitorder="little")[begin % 8 :][: len(kolom)]


def _is_al_op_schaal(soort: Any, feit: Feit) -> bool:
    return bool(pa.types.is_decimal128(soort) and soort.scale == feit.decimalen)


def _decimalen(kolom: Any) -> tuple[Getallen, Getallen]:
    """The high and low halves of 128-bit decimals; nulls hold whatever stands there."""
    woorden = np.frombuffer(kolom.buffers()[1], np.int64).reshape(-1, 2)[kolom.offset : kolom.offset + len(kolom)]
    return woorden[:, 1], woorden[:, 0]


def _getallen(feit: Feit, ruw: Any, gesteld: Waarheden) -> Kolom:
    schaal = 10**feit.decimalen
    if ruw.dtype.kind == "f":
        stappen = np.rint(ruw * schaal)
        fout = gesteld & ~((np.abs(stappen) < 2**53) & (stappen / schaal == ruw))
        stappen = np.where(fout | ~gesteld, 0, stappen)
    else:
        fout = gesteld & ((ruw > 2**53) | (ruw < -(2**53))) if ruw.dtype.itemsize == 8 else np.zeros_like(gesteld)
        stappen = np.where(fout, 0, ruw).astype(np.int64) * schaal
    return _binnen_bereik(feit, stappen.astype(np.int64), gesteld, fout)


def _binnen_bereik(feit: Feit, stappen: Getallen, gesteld: Waarheden, fout: Waarheden) -> Kolom:
    if feit.bereik:
        onder, boven = (int(grens * 10**feit.decimalen) for grens in feit.bereik)
        fout = fout | (stappen < onder) | (stappen > boven)
    return _zonder_fouten(stappen, gesteld, fout)


def _zonder_fouten(stappen: Getallen, gesteld: Waarheden, fout: Waarheden) -> Kolom:
    """The column with zero wherever nothing is stated or what is stated is refused."""
    fout &= gesteld
    leeg = fout | ~gesteld
    if leeg.any():
        stappen[leeg] = 0
    return Kolom(stappen, gesteld, fout)


def _per_waarde(feit: Feit, kolom: Any, gesteld: Waarheden) -> Kolom:
    """Text and other sorts: each different value is read once, by the very function that reads a single case."""
    is_tekst = pa.types.is_string(kolom.type) or pa.types.is_large_string(kolom.type)
    if pa.types.is_nested(kolom.type) or (feit.soort.vorm == "keuze" and not (is_tekst or _is_woordenboek(kolom.type))):
        return Kolom(np.zeros(len(kolom), np.int64), gesteld, gesteld)
    if is_tekst:
        kolom = kolom.dictionary_encode()
    elif not pa.types.is_dictionary(kolom.type):
        kolom = kolom.cast(pa.string(), safe=False).dictionary_encode()
    gelezen = [lees_waarde(feit, _uit_tekst(feit, tekst)) for tekst in kolom.dictionary.to_pylist()]
    stappen = np.array([0 if waarde is None else geheel(feit, waarde) for waarde in gelezen] + [0], np.int64)
    goed = np.array([waarde is not None for waarde in gelezen] + [True], np.bool_)
    plaatsen = kolom.indices.fill_null(len(gelezen)).to_numpy(zero_copy_only=False)
    return Kolom(stappen[plaatsen], gesteld, ~goed[plaatsen])


def _is_woordenboek(soort: Any) -> bool:
    return bool(pa.types.is_dictionary(soort) and pa.types.is_string(soort.value_type))


def _uit_tekst(feit: Feit, tekst: str) -> str | bool:
    return {"true": True, "false": False}.get(tekst, tekst) if feit.soort.vorm == "ja_nee" else tekst
