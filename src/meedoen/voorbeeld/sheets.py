"""Arrow columns out of numpy ones.

Numbers with a prefix, dates, choices, decimals; and the cut at the day of the register.
"""

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .calendar import OPEN, Array
from .world import GEEN


def nummers(voorvoegsel: str, getallen: Array, cijfers: int = 8) -> pa.Array:
    """P00000001 and so on."""
    tekst = pc.utf8_lpad(pa.array(getallen, pa.int64()).cast(pa.string()), cijfers, "0")
    return pc.binary_join_element_wise(voorvoegsel, tekst, "")


def datums(dagen: Array) -> pa.Array:
    """Dates; OPEN becomes empty."""
    return pa.array(np.where(dagen >= OPEN, 0, dagen).astype(np.int32), pa.int32(), mask=dagen >= OPEN).cast(
        pa.date32()
    )


def keuzes(teksten: tuple[str, ...], codes: Array) -> pa.Array:
    """Text by code; an empty text becomes an empty cell."""
    return pa.array([tekst or None for tekst in teksten], pa.string()).take(pa.array(codes.astype(np.int64)))


def janee(vlaggen: Array) -> pa.Array:
    return keuzes(("nee", "ja"), vlaggen.astype(np.int64))


def decimalen(honderdsten: Array, cijfers: int) -> pa.Array:
    """Exact decimals with two places; GEEN becomes empty."""
    uniek, plaats = np.unique(honderdsten, return_inverse=True)
    waarden = pa.array([None if n == GEEN else Decimal(int(n)) / 100 for n in uniek], pa.decimal128(cijfers, 2))
    return waarden.take(pa.array(plaats))


def bedragen(centen: Array) -> pa.Array:
    """Amounts as text with a point and two decimals, negative ones too."""
    uniek, plaats = np.unique(centen, return_inverse=True)
    return pa.array([f"{Decimal(int(n)) / 100:.2f}" for n in uniek], pa.string()).take(pa.array(plaats))


def zichtbaar_tot(tot: Array, peil: int) -> Array:
    """An end after the day of the register is not known yet."""
    return np.asarray(np.where(tot <= peil, tot, OPEN))
