"""Lists of a table -> the rows that kernels loop over: the same values and refusals as `values.lees_lijst`.

A column is a list of structs, as Parquet has it, or text with the JSON of one, as CSV has it.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine import native
from meedoen.recht.engine.arrays import Getallen, Kolommen, Waarheden
from meedoen.recht.engine.columns import Kolom, Plek, getal_in_kolom, in_een_stuk, lees_kolom, lees_rijen, zet_kolom
from meedoen.recht.engine.construction import Lijst
from meedoen.recht.engine.errors import Gebrek, TabelFout, bedoelt_u
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.kernel import Kern
from meedoen.recht.engine.values import MEESTE_RIJEN, lees_lijst, verwacht

PLAATS = re.compile(r"(\w+)\[(\d+)\]\.(.+)")
Meld = Callable[[Getallen, str, str, str], None]
"""Notes rows that are wrong, the field, what was expected, and how to mend it."""


@dataclass(frozen=True)
class Rijen:
    """The lists of one column: where the rows of each begin and the end, which are stated (None: all), and the fields
    of all rows in order.
    """

    vanaf: Any
    is_gesteld: Waarheden | None
    velden: Mapping[str, Kolom]


def lees_lijsten(tabel: Any, kern: Kern, f: Kolommen, mist: Kolommen, meld: Meld) -> tuple[Kolommen, Kolommen]:
    """Reads every list of the table; fills begins, ends and absence in f and mist, and gives rows and their absence."""
    gelezen: dict[str, Rijen] = {}
    for naam in tabel.column_names:
        feit = kern.recht.feiten.get(naam)
        if feit is not None and feit.vorm == "lijst":
            gelezen[naam] = _lees(feit, in_een_stuk(tabel[naam]), meld)
    lengtes = [
        int(gelezen[lijst.feit.naam].vanaf[-1]) if lijst.feit.naam in gelezen else 0
        for lijst in kern.lijsten
        for _ in lijst.velden
    ]
    rijen, rijmist = Kolommen(kern.rijbits, lengtes), Kolommen((8,) * len(lengtes), lengtes)
    for lijst in kern.lijsten:
        een, is_stil = gelezen.get(lijst.feit.naam), bool(lijst.feit.indien_niet_gesteld)
        if een is None:
            mist.zet_vast(lijst.mist, not is_stil)
            continue
        if een.is_gesteld is not None and not is_stil:
            mist[lijst.mist] = ~een.is_gesteld
        f[lijst.begin], f[lijst.begin + 1] = een.vanaf[:-1], een.vanaf[1:]
        _vul(lijst, een, kern, f[native.PEILDATUM], rijen, rijmist)
    return rijen, rijmist


def _vul(lijst: Lijst, een: Rijen, kern: Kern, peildata: Getallen, rijen: Kolommen, rijmist: Kolommen) -> None:
    """Fills in the fields that the kernel reads; `peildata` are the reference dates of whom the lists are of."""
    for naam, (plaats, _) in lijst.velden.items():
        veld = lijst.feit.velden[naam]
        van_rijen = np.repeat(peildata, np.diff(een.vanaf)) if veld.indien_niet_gesteld == "peildatum" else peildata
        zet_kolom(veld, een.velden.get(naam), Plek(rijen, plaats, rijmist, plaats), kern.teksten, van_rijen)


def _lees(feit: Feit, kolom: Any, meld: Meld) -> Rijen:
    soort = kolom.type
    if pa.types.is_fixed_size_list(soort):
        kolom, soort = kolom.cast(pa.list_(soort.value_type)), pa.list_(soort.value_type)
    if pa.types.is_list(soort) or pa.types.is_large_list(soort):
        return _uit_lijsten(feit, kolom, meld)
    gesteld = np.asarray(pc.is_valid(kolom))
    if pa.types.is_string(soort) or pa.types.is_large_string(soort):
        return _uit_tekst(feit, kolom, gesteld, meld)
    _meld_geen_lijst(feit, gesteld, meld)
    return Rijen(np.zeros(len(kolom) + 1, np.int32), gesteld, {})


def _meld_geen_lijst(feit: Feit, fout: Waarheden, meld: Meld) -> None:
    if fout.any():
        meld(np.flatnonzero(fout), feit.naam, f"een lijst van ten hoogste {MEESTE_RIJEN} tabellen", "")


def _uit_lijsten(feit: Feit, kolom: Any, meld: Meld) -> Rijen:
    vanaf, plat, gesteld = lees_rijen(kolom)
    lengtes = np.diff(vanaf)
    if not pa.types.is_struct(plat.type):
        _meld_geen_lijst(feit, lengtes > 0, meld)
        return Rijen(np.zeros_like(vanaf), gesteld, {})
    fout = lengtes > MEESTE_RIJEN
    if plat.null_count:
        fout[_eigenaars(lengtes)[np.asarray(pc.is_null(plat))]] = True
    _meld_geen_lijst(feit, fout, meld)
    velden: dict[str, Kolom] = {}
    for plaats, veld in enumerate(plat.type):
        if veld.name not in feit.velden:
            nabij = bedoelt_u(veld.name, feit.velden)
            herstel = f"; bedoelt u {nabij}?" if nabij else f"; de velden zijn: {', '.join(feit.velden)}"
            raise TabelFout(f"De lijst {feit.naam} heeft geen veld {veld.name}{herstel}")
        velden[veld.name] = lees_kolom(feit.velden[veld.name], plat.field(plaats))
        is_fout = velden[veld.name].is_fout
        if is_fout is not None:
            _meld_veld(feit, veld.name, is_fout, lengtes, fout, meld)
    return Rijen(vanaf, gesteld, velden)


def _meld_veld(feit: Feit, veld: str, is_fout: Waarheden, lengtes: Getallen, geen_lijst: Waarheden, meld: Meld) -> None:
    """A field that is refused, by the number of its row in the list, unless the list is none."""
    eigenaar = _eigenaars(lengtes)
    nummer = np.arange(len(eigenaar)) - (np.cumsum(lengtes) - lengtes)[eigenaar] + 1
    verkeerd = is_fout & ~geen_lijst[eigenaar]
    for n in np.unique(nummer[verkeerd]):
        rijen = eigenaar[verkeerd & (nummer == n)]
        meld(rijen, f"{feit.naam}[{n}].{veld}", verwacht(feit.velden[veld]), "")


def _eigenaars(lengtes: Getallen) -> Getallen:
    """Of whom each row is."""
    return np.repeat(np.arange(len(lengtes)), lengtes)


def _uit_tekst(feit: Feit, kolom: Any, gesteld: Waarheden, meld: Meld) -> Rijen:
    """JSON: each different text is read once, by the very function that reads a single case."""
    woorden = kolom.dictionary_encode()
    gebreken: list[list[Gebrek]] = []
    lijsten: list[tuple[Mapping[str, Any], ...]] = []
    for tekst in woorden.dictionary.to_pylist():
        gebreken.append([])
        lijsten.append(lees_lijst("", feit, _json(tekst), gebreken[-1]))
    nummers = woorden.indices.fill_null(len(lijsten)).to_numpy(zero_copy_only=False)
    for plaats, fouten in enumerate(gebreken):
        for gebrek in fouten:
            meld(np.flatnonzero(nummers == plaats), gebrek.veld, gebrek.verwacht, gebrek.herstel)
    aantallen = np.array([*map(len, lijsten), 0], np.int64)
    lengtes = aantallen[nummers]
    begin = np.repeat((np.cumsum(aantallen) - aantallen)[nummers], lengtes)
    bron = begin + np.arange(len(begin)) - np.repeat(np.cumsum(lengtes) - lengtes, lengtes)
    rijen = [rij for lijst in lijsten for rij in lijst]
    velden = {}
    for naam, veld in feit.velden.items():
        waarden = np.array([getal_in_kolom(veld, rij[naam]) if naam in rij else 0 for rij in rijen], np.int64)[bron]
        velden[naam] = Kolom(waarden, np.array([naam in rij for rij in rijen], np.bool_)[bron], None)
    return Rijen(np.append(0, np.cumsum(lengtes)).astype(np.int32), gesteld, velden)


def _json(tekst: str) -> Any:
    """What the text says, numbers exactly; the text itself when it is no JSON."""
    try:
        return json.loads(tekst, parse_float=Decimal, parse_constant=str)
    except (ValueError, RecursionError):
        return tekst


def cel(tabel: Any, veld: str, rij: int) -> Any:
    """What stands in a field of a row, or in `list[n].field`; None where nothing does."""
    plek = PLAATS.fullmatch(veld)
    kolom = plek[1] if plek else veld
    waarde = tabel[kolom][rij].as_py() if kolom in tabel.column_names else None
    if plek is None or waarde is None:
        return waarde
    lijst = _json(waarde) if isinstance(waarde, str) else waarde
    return lijst[int(plek[2]) - 1].get(plek[3])
