"""What a kernel computed -> the columns of the results: values, and why there is none where there is none."""

import inspect
import json
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from meedoen.recht.engine.batches import SLEUTELS
from meedoen.recht.engine.columns import in_een_stuk
from meedoen.recht.engine.dwellings import Woningen
from meedoen.recht.engine.kernel import KOP, Kern, cachemap
from meedoen.recht.engine.machine import maak_machinecode
from meedoen.recht.engine.native import EERSTE_DAG_ARROW, NUMMER, SPRONG
from meedoen.recht.engine.unverified import niet_geverifieerd

VAN_PERSOON = 256
"""Added to the sort of a status by which a fact of somebody is missing."""


def verdeel(code: Any, soorten: Any, soort: Any, reden: Any, telling: Any) -> None:
    """Of each status its sort and the place of its reason; and the highest status, and how many are about a person.

    Compiled like a kernel.
    """
    hoogste = 0
    van_persoon = 0
    for i in range(len(code)):
        status = code[i]
        deel = status - status // SPRONG * SPRONG
        soort[i] = soorten[deel]
        reden[i] = deel - 1
        van_persoon += soorten[deel] // VAN_PERSOON
        hoogste = status if status > hoogste else hoogste
    telling[0] = hoogste
    telling[1] = van_persoon


@cache
def _verdeel() -> Any:
    bron = "\n".join([KOP, f"VAN_PERSOON = {VAN_PERSOON}", inspect.getsource(verdeel)])
    return maak_machinecode(bron, "verdeel", cachemap())


def reken_woningen(woningen: Woningen, kern: Kern) -> Any:
    """The output table of dwellings without faults."""
    uit, statussen = reken_kern(woningen, kern)
    kolommen = {naam: in_een_stuk(woningen.tabel[naam]) for naam in SLEUTELS[kern.wezen]}
    soorten = [kolom.type for kolom in kolommen.values()]
    for naam, waarde, status in zip(kern.gevraagd, uit, statussen, strict=True):
        _zet_uitkomst(naam, waarde, _stand(status, kern), woningen, kern, kolommen)
    return pa.table(kolommen, schema=uitvoerschema(kern, *soorten))


def _zet_uitkomst(
    naam: str, waarde: Any, stand: "Stand", woningen: Woningen, kern: Kern, kolommen: dict[str, Any]
) -> None:
    """Adds the columns of one result."""
    teksten = _statusteksten(kern)
    kolommen[kolomnaam(naam, kern)] = _waardekolom(naam, waarde, stand, kern)
    kolommen[f"{naam}_status"] = pa.DictionaryArray.from_arrays(pa.array(stand.soort), teksten.soorten, safe=False)
    kolommen[f"{naam}_reden"] = _redenen(stand, teksten.redenen)
    if kern.wezen == "persoon":
        kolommen[f"{naam}_persoon"] = _personen(woningen, kolommen["persoon"], stand, teksten.soort_van_code)


SOORTEN = ("", "leeg", "ontbreekt", "fout")


class Statusteksten(NamedTuple):
    """What the codes of a kernel say: the place in SOORTEN of each, plus VAN_PERSOON where a fact of somebody is
    missing, and the reasons of codes 1, 2, and so on.
    """

    soort_van_code: Any
    soorten: Any
    redenen: Any


@lru_cache(maxsize=16)
def _statusteksten(kern: Kern) -> Statusteksten:
    codes = range(1, len(kern.statussen) + 1)
    statussen = [kern.statussen[code] for code in codes]
    is_van_persoon = [status.soort == "ontbreekt" and not status.is_term for status in statussen]
    soorten = [SOORTEN.index(een.soort) + VAN_PERSOON * van for een, van in zip(statussen, is_van_persoon, strict=True)]
    redenen = pa.array([_reden(kern, code) for code in codes], pa.string())
    return Statusteksten(np.array([0, *soorten], np.int64), pa.array(SOORTEN), redenen)


class Stand(NamedTuple):
    """The statuses of one result: as the kernel gives them, the sort of each, the place of its reason (-1: it has a
    value), and the bits of the rows that have a value; the highest status, and how many are about a person.
    """

    status: Any
    soort: Any
    reden: Any
    heeft_waarde: Any
    hoogste: int
    van_persoon: int


def _stand(status: Any, kern: Kern) -> Stand:
    soort, reden, telling = np.empty(len(status), np.int8), np.empty(len(status), np.int32), np.empty(2, np.int64)
    _verdeel()(status, _statusteksten(kern).soort_van_code, soort, reden, telling)
    return Stand(status, soort, reden, np.packbits(status == 0, bitorder="little"), *telling.tolist())


def _kolom(soort: Any, getallen: Any, bits: Any) -> Any:
    """A column of numbers or truths as they lie in memory, of which the rows with a bit are there (None: all)."""
    heeft, inhoud = None if bits is None else pa.py_buffer(bits), getallen
    if soort == pa.bool_():
        inhoud = np.packbits(getallen, bitorder="little")
    return pa.Array.from_buffers(soort, len(getallen), [heeft, pa.py_buffer(inhoud)])


def _redenen(stand: Stand, redenen: Any) -> Any:
    """The reason of each row; that of a missing field names its row, as `list[2].field`."""
    plaats = stand.reden
    if stand.hoogste >= NUMMER:
        van_lijst = np.flatnonzero(stand.status >= NUMMER)
        nummer = stand.status[van_lijst] // NUMMER
        paren, waar = np.unique(np.stack([plaats[van_lijst], nummer]), axis=1, return_inverse=True)
        nieuw = [redenen[p].as_py().replace(".", f"[{n}].", 1) for p, n in paren.T.tolist()]
        plaats[van_lijst] = len(redenen) + waar.reshape(-1)
        redenen = pa.concat_arrays([redenen, pa.array(nieuw, pa.string())])
    return pa.DictionaryArray.from_arrays(_kolom(pa.int32(), plaats, ~stand.heeft_waarde), redenen, safe=False)


@lru_cache(maxsize=8)
def _leegte(soort: Any, lengte: int) -> Any:
    return pa.nulls(lengte, soort)


def _personen(woningen: Woningen, personen: Any, stand: Stand, soort_van_code: Any) -> Any:
    """Of whom a fact is missing; null where none is."""
    if not stand.van_persoon:
        return _leegte(personen.type, 1 << len(personen).bit_length()).slice(0, len(personen))
    ontbreekt = soort_van_code[stand.status & (SPRONG - 1)] >= VAN_PERSOON
    wie = woningen.grenzen[woningen.huishouden] + (stand.status % NUMMER // SPRONG)
    return personen.take(pa.array(wie, mask=~ontbreekt))


def reken_kern(woningen: Woningen, kern: Kern) -> tuple[Any, Any]:
    """Values and status of each asked result, a row each."""
    uit = np.empty((len(kern.gevraagd), woningen.tabel.num_rows), np.int64)
    code = np.empty_like(uit)
    grootste = int(np.diff(woningen.grenzen).max(initial=1))
    v = np.empty((grootste, kern.aantal_rijen), np.int64)
    termen = (kern.termtabel.waarden, kern.termtabel.dagen)
    vast = (kern.bedragen, kern.dagen, woningen.lijst, *termen, woningen.rijen, woningen.rijmist)
    bekend = {"f": dict(sorted(woningen.f.bekend.items())), "mist": dict(sorted(woningen.mist.bekend.items()))}
    kern.reken_voor(bekend)(woningen.grenzen, woningen.f, woningen.mist, v, *vast, uit, code)
    return uit, code


def _waardekolom(naam: str, waarde: Any, stand: Stand, kern: Kern) -> Any:
    soort, vorm = kern.recht.regels[naam][0].kop.soort, kern.uitkomsten[naam][1]
    bits = stand.heeft_waarde if stand.hoogste else None
    if soort.vorm == "ja_nee":
        return _kolom(pa.bool_(), waarde != 0, bits)
    if soort.vorm == "datum":
        return _kolom(pa.date32(), (waarde - EERSTE_DAG_ARROW).astype(np.int32), bits)
    if soort.vorm == "keuze":
        return pa.array(kern.teksten, pa.string()).take(_kolom(pa.int64(), waarde, bits))
    factor = noemer_in_tabel(naam, kern) // vorm.noemer
    return _kolom(pa.int64(), waarde if factor == 1 else waarde * factor, bits)


def _reden(kern: Kern, code: int) -> str:
    status = kern.statussen[code]
    return f"{status.tekst} ({status.artikel})" if status.artikel else status.tekst


def noemer_in_tabel(naam: str, kern: Kern) -> int:
    """By what a column is divided: 100 for money that is whole in cents, else the denominator that its rule needs."""
    soort, vorm = kern.recht.regels[naam][0].kop.soort, kern.uitkomsten[naam][1]
    return 100 if ("euro", 1) in soort.maat and 100 % vorm.noemer == 0 else vorm.noemer


def kolomnaam(naam: str, kern: Kern) -> str:
    """The name of the value's column: with its unit when it is not the value itself."""
    noemer = noemer_in_tabel(naam, kern)
    is_geld = ("euro", 1) in kern.recht.regels[naam][0].kop.soort.maat
    return naam if noemer == 1 else f"{naam}_in_centen" if is_geld and noemer == 100 else f"{naam}_in_delen"


@lru_cache(maxsize=16)
def uitvoerschema(kern: Kern, *soorten: Any) -> Any:
    """The columns written: those that say of whom a row is, of these sorts (text when left out), and per result:

    `<naam>_in_centen` / `<naam>` / `<naam>_in_delen`
                      int64: money in cents / a whole number / parts (how many make one: metadata `noemer`);
                      or boolean, date, or text (a choice); null when there is no value
    `<naam>_status`   "" (a value), "leeg" (no such result), "ontbreekt" (a fact is missing) or "fout" (impossible sum)
    `<naam>_reden`    why it is empty with the article; the name of the missing fact or term, or the missing field of a
                      list (`list[2].field`); what is impossible
    `<naam>_persoon`  of whom the fact is missing; null for an open term, which the municipality has not filled; only
                      in a table about persons

    Status and reason are dictionary-coded: few different texts, of which every row holds a number. The schema carries
    the receipt of the table as JSON (metadata `ontvangst`): law package with version and hash, reference date where it
    is one, municipalities whose decisions counted, and what behind the results is not verified.
    """
    sleutels = SLEUTELS[kern.wezen]
    soorten = soorten or (pa.string(),) * len(sleutels)
    velden = [pa.field(naam, soort) for naam, soort in zip(sleutels, soorten, strict=True)]
    for naam in kern.gevraagd:
        soort = kern.recht.regels[naam][0].kop.soort
        type_ = {"getal": pa.int64(), "datum": pa.date32(), "ja_nee": pa.bool_(), "keuze": pa.string()}[soort.vorm]
        kenmerken = {"noemer": str(noemer_in_tabel(naam, kern)), "eenheid": str(soort), "recht": kern.recht.hash}
        velden.append(pa.field(kolomnaam(naam, kern), type_, metadata=kenmerken))
        velden.append(pa.field(f"{naam}_status", pa.dictionary(pa.int8(), pa.string())))
        velden.append(pa.field(f"{naam}_reden", pa.dictionary(pa.int32(), pa.string())))
        if kern.wezen == "persoon":
            velden.append(pa.field(f"{naam}_persoon", soorten[-1]))
    return pa.schema(velden, metadata={"ontvangst": json.dumps(ontvangst_van_tabel(kern), ensure_ascii=False)})


def ontvangst_van_tabel(kern: Kern) -> dict[str, Any]:
    """By which law a table was computed, and what of that is not verified; facts and amounts of a row are explained by
    computing its dwelling with the exact evaluator.
    """
    return {
        "recht": kern.recht.naam,
        "versie": kern.recht.versie,
        "hash": kern.recht.hash,
        "peildatum": None if kern.peildatum is None else kern.peildatum.isoformat(),
        "verordeningen": sorted(kern.termtabel.begin),
        "niet_geverifieerd": list(niet_geverifieerd(kern.recht, kern.gevraagd, kern.peildatum)),
    }
