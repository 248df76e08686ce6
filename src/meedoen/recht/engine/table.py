"""Answers for a whole table: read, computed and written in batches, so that memory stays flat.

Columns in: `huishouden`, `persoon`, any of `peildatum`, `gemeente`, `partner`, `commerciele_relatie_met`, `ouders`,
facts, and beside a judgment `<fact>_door`: who gave it. Rows of one dwelling stand together. A table about employers or
municipalities has `werkgever` or `gemeente` instead of the first two. Columns out: see `uitvoerschema`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from meedoen.recht.engine.batches import SLEUTELS, aantal_rijen, bestand_voor, blokken, eis_kolommen, in_stukken
from meedoen.recht.engine.columns import in_een_stuk
from meedoen.recht.engine.daytables import Verordeningen
from meedoen.recht.engine.dwellings import Woningen, lees_woningen
from meedoen.recht.engine.errors import Gebrek, TabelFout, bedoelt_u
from meedoen.recht.engine.kernel import Kern, maak_kern
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.native import EERSTE_DAG_ARROW, NUMMER, SPRONG

MEESTE_GEBREKEN = 1_000
DRADEN = min(os.cpu_count() or 1, 8)
"""Threads that compute; each holds one block in memory."""


@dataclass(frozen=True)
class Tabeluitkomst:
    """What was computed: rows read, dwellings, rows refused (with `alleen_juiste`), and the faults.

    `gebreken` are the first thousand of `aantal_gebreken`, with their row numbers.
    """

    rijen: int = 0
    huishoudens: int = 0
    geweigerd: int = 0
    gebreken: tuple[tuple[int, Gebrek], ...] = ()
    aantal_gebreken: int = 0

    def met(self, woningen: Woningen, geweigerd: int) -> "Tabeluitkomst":
        """The same with the rows that follow."""
        nieuw = woningen.gebreken(self.rijen, MEESTE_GEBREKEN - len(self.gebreken))
        return Tabeluitkomst(
            self.rijen + woningen.tabel.num_rows,
            self.huishoudens + len(woningen.grenzen) - 1,
            self.geweigerd + geweigerd,
            (*self.gebreken, *nieuw),
            self.aantal_gebreken + woningen.aantal_gebreken,
        )

    def eis_juist(self, naam: str) -> None:
        """TabelFout when there are faults."""
        if self.gebreken:
            wat = f"De tabel {naam} is niet berekend: er zijn rijen die niet kunnen kloppen."
            raise TabelFout(wat, self.gebreken, self.aantal_gebreken)


def bereken_tabel(
    invoer: Path,
    uitvoer: Path,
    gevraagd: Sequence[str],
    *,
    peildatum: date | None = None,
    recht: Recht | None = None,
    alleen_juiste: bool = False,
    geweigerd: Path | None = None,
    fouten: Path | None = None,
    verordening: Verordeningen = None,
    voortgang: Callable[[int], None] | None = None,
) -> Tabeluitkomst:
    """Computes the asked results for every person in a Parquet or CSV file and writes them to another.

    TabelFout, and no results, when a row is wrong; with `alleen_juiste` the dwellings that are right are computed and
    the others are written to `geweigerd` as they came. `fouten` gets every fault, also when nothing is computed.
    `verordening` fills the open terms: that of one municipality, or of several by the name in the column `gemeente`; a
    municipality without one misses its terms. `voortgang` is told how many rows are done.
    """
    kern = kern_voor(gevraagd, peildatum, recht or laad_recht(), verordening, aantal_rijen(invoer) or 0)
    telling = Tabeluitkomst()
    with bestand_voor(fouten) as schrijf_fouten:
        try:
            with bestand_voor(uitvoer) as schrijf, bestand_voor(geweigerd) as schrijf_geweigerd:
                stukken = blokken(invoer, kern.recht, peildatum, kern.wezen)
                for woningen, uitkomst in _in_draden(stukken, kern, peildatum, alleen_juiste):
                    fout = geweigerde_rijen(woningen) if alleen_juiste else None
                    if fout is not None:
                        schrijf_geweigerd(fout)
                    if fouten is not None and woningen.fouten:
                        schrijf_fouten(foutentabel(woningen, telling.rijen))
                    telling = telling.met(woningen, 0 if fout is None else fout.num_rows)
                    if uitkomst is not None:
                        schrijf(uitkomst)
                    if voortgang is not None:
                        voortgang(telling.rijen)
                if not alleen_juiste:
                    telling.eis_juist(invoer.name)
                if telling.rijen == telling.geweigerd:
                    schrijf(uitvoerschema(kern).empty_table())
        except TabelFout as fout:
            mislukt = fout
        else:
            return telling
    raise mislukt


def bereken_kolommen(
    tabel: Any,
    gevraagd: Sequence[str],
    *,
    peildatum: date | None = None,
    recht: Recht | None = None,
    verordening: Verordeningen = None,
) -> Any:
    """The asked results for every person in a table in memory (pyarrow), by every core, in the order of its rows.

    Columns in and out are those of `bereken_tabel`; ids may be whole numbers. TabelFout when a row is wrong.
    """
    kern = kern_voor(gevraagd, peildatum, recht or laad_recht(), verordening, tabel.num_rows)
    eis_kolommen(tabel.column_names, kern.recht, peildatum, "de tabel", kern.wezen)
    telling, delen = Tabeluitkomst(), []
    for woningen, uitkomst in _in_draden(in_stukken(tabel, "de tabel", kern.wezen), kern, peildatum, False):
        telling = telling.met(woningen, 0)
        delen.append(uitkomst)
    telling.eis_juist("in het geheugen")
    return pa.concat_tables(delen) if delen else uitvoerschema(kern).empty_table()


def kern_voor(
    gevraagd: Sequence[str], peildatum: date | None, recht: Recht, verordening: Verordeningen = None, rijen: int = 0
) -> Kern:
    """The kernel for these results of so many rows. TabelFout for a result that does not exist, DatumOnbekend outside
    the known law.
    """
    _eis_uitkomsten(gevraagd, recht)
    if peildatum is not None:
        recht.eis_bekend(peildatum)
    return replace(maak_kern(recht, tuple(dict.fromkeys(gevraagd)), verordening), rijen=rijen)


def geweigerde_rijen(woningen: Woningen) -> Any:
    """The rows of dwellings with a fault, as they came; None when there are none."""
    return woningen.tabel.filter(pa.array(woningen.foute_huishoudens())) if woningen.fouten else None


FOUTKOLOMMEN = ("rij", *SLEUTELS["persoon"], "kolom", "waarde", "verwacht", "herstel")
"""The columns of the table of faults, for a table about persons."""


def foutentabel(woningen: Woningen, eerste_rij: int) -> Any:
    """Every fault as a row: where it is, what stands there, what was expected and how to mend it."""
    gebreken = woningen.gebreken(eerste_rij, woningen.aantal_gebreken)
    plaatsen = pa.array([rij - eerste_rij - 1 for rij, _ in gebreken], pa.int64())
    sleutels = {naam: woningen.tabel[naam].take(plaatsen).cast(pa.string()) for naam in SLEUTELS[woningen.wezen]}
    delen = zip(*((g.veld, g.waarde, g.verwacht, g.herstel) for _, g in gebreken), strict=True)
    kolommen = {naam: pa.array(deel, pa.string()) for naam, deel in zip(FOUTKOLOMMEN[-4:], delen, strict=True)}
    return pa.table({"rij": pa.array([rij for rij, _ in gebreken], pa.int64()), **sleutels, **kolommen})


def _eis_uitkomsten(gevraagd: Sequence[str], recht: Recht) -> None:
    vreemd = [naam for naam in gevraagd if naam not in recht.vragen()]
    if vreemd or not gevraagd:
        nabij = bedoelt_u(vreemd[0], recht.vragen()) if vreemd else None
        raise TabelFout(
            f"Onbekende uitkomst: {', '.join(vreemd) or 'niets gevraagd'}." + (f" Bedoelt u {nabij}?" if nabij else "")
        )
    wezens = sorted({recht.van[naam] for naam in gevraagd} - {""})
    if len(wezens) > 1:
        raise TabelFout(f"De uitkomsten gaan over {' en '.join(wezens)}: maak er een tabel per soort van.")


def _in_draden(
    stukken: Iterator[Any], kern: Kern, peildatum: date | None, alleen_juiste: bool
) -> Iterator[tuple[Woningen, Any]]:
    """Computes blocks in threads and gives them back in order; no more are under way than there are threads."""
    onderweg: list[Future[tuple[Woningen, Any]]] = []
    with ThreadPoolExecutor(DRADEN) as draden:
        for blok in stukken:
            onderweg.append(draden.submit(bereken_blok, blok, kern, peildatum, alleen_juiste))
            if len(onderweg) > DRADEN:
                yield onderweg.pop(0).result()
        while onderweg:
            yield onderweg.pop(0).result()


def bereken_blok(blok: Any, kern: Kern, peildatum: date | None, alleen_juiste: bool) -> tuple[Woningen, Any]:
    """Complete dwellings, read, and the results of those that are right; None when a fault makes them not count."""
    woningen = lees_woningen(blok, kern, peildatum)
    juist = woningen
    if woningen.fouten:
        if not alleen_juiste:
            return woningen.zonder_getallen(), None
        juist = lees_woningen(blok.filter(pa.array(~woningen.foute_huishoudens())), kern, peildatum)
    return woningen.zonder_getallen(), reken_woningen(juist, kern)


def reken_woningen(woningen: Woningen, kern: Kern) -> Any:
    """The output table of dwellings without faults."""
    uit, statussen = reken_kern(woningen, kern)
    kolommen = {naam: in_een_stuk(woningen.tabel[naam]) for naam in SLEUTELS[kern.wezen]}
    soorten = [kolom.type for kolom in kolommen.values()]
    teksten = _statusteksten(kern)
    for naam, waarde, status in zip(kern.gevraagd, uit, statussen, strict=True):
        code = (status & (SPRONG - 1)).astype(np.int32)
        is_leeg = code != 0
        kolommen[kolomnaam(naam, kern)] = _waardekolom(naam, waarde, is_leeg if is_leeg.any() else None, kern)
        soort = teksten.soort_van_code[code]
        kolommen[f"{naam}_status"] = pa.DictionaryArray.from_arrays(pa.array(soort), teksten.soorten, safe=False)
        kolommen[f"{naam}_reden"] = _redenen(code, status, is_leeg, teksten.redenen)
        if kern.wezen == "persoon":
            kolommen[f"{naam}_persoon"] = _personen(woningen, kolommen["persoon"], status, code, teksten)
    return pa.table(kolommen, schema=uitvoerschema(kern, *soorten))


SOORTEN = ("", "leeg", "ontbreekt", "fout")


class Statusteksten(NamedTuple):
    """What the codes of a kernel say: the place in SOORTEN of each, and the reasons of codes 1, 2, and so on.

    `is_van_persoon`: by that code a fact of somebody is missing.
    """

    soort_van_code: Any
    is_van_persoon: Any
    soorten: Any
    redenen: Any


@lru_cache(maxsize=16)
def _statusteksten(kern: Kern) -> Statusteksten:
    codes = range(1, len(kern.statussen) + 1)
    soort_van_code = [0, *(SOORTEN.index(kern.statussen[code].soort) for code in codes)]
    redenen = pa.array([_reden(kern, code) for code in codes], pa.string())
    statussen = [kern.statussen[code] for code in codes]
    is_van_persoon = [False, *(status.soort == "ontbreekt" and not status.is_term for status in statussen)]
    return Statusteksten(np.array(soort_van_code, np.int8), np.array(is_van_persoon), pa.array(SOORTEN), redenen)


def _redenen(code: Any, status: Any, is_leeg: Any, redenen: Any) -> Any:
    """The reason of each row; that of a missing field names its row, as `list[2].field`."""
    plaats = code - 1
    if status.max(initial=0) >= NUMMER:
        van_lijst = np.flatnonzero(status >= NUMMER)
        nummer = status[van_lijst] // NUMMER
        paren, waar = np.unique(np.stack([plaats[van_lijst], nummer]), axis=1, return_inverse=True)
        nieuw = [redenen[p].as_py().replace(".", f"[{n}].", 1) for p, n in paren.T.tolist()]
        plaats[van_lijst] = len(redenen) + waar.reshape(-1)
        redenen = pa.concat_arrays([redenen, pa.array(nieuw, pa.string())])
    return pa.DictionaryArray.from_arrays(pa.array(plaats, mask=~is_leeg), redenen, safe=False)


@lru_cache(maxsize=8)
def _leegte(soort: Any, lengte: int) -> Any:
    return pa.nulls(lengte, soort)


def _personen(woningen: Woningen, personen: Any, status: Any, code: Any, teksten: Statusteksten) -> Any:
    """Of whom a fact is missing; null where none is."""
    ontbreekt = teksten.is_van_persoon[code]
    if not ontbreekt.any():
        return _leegte(personen.type, 1 << len(personen).bit_length()).slice(0, len(personen))
    plaatsen = woningen.grenzen[woningen.huishouden] + (status % NUMMER // SPRONG)
    return personen.take(pa.array(plaatsen, mask=~ontbreekt))


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


def _waardekolom(naam: str, waarde: Any, is_leeg: Any, kern: Kern) -> Any:
    soort, vorm = kern.recht.regels[naam][0].kop.soort, kern.uitkomsten[naam][1]
    if soort.vorm == "ja_nee":
        return pa.array(waarde != 0, mask=is_leeg)
    if soort.vorm == "datum":
        dagen = (waarde - EERSTE_DAG_ARROW).astype(np.int32)
        return pa.array(dagen, pa.int32(), mask=is_leeg).cast(pa.date32())
    if soort.vorm == "keuze":
        return pa.array(kern.teksten, pa.string()).take(pa.array(waarde, mask=is_leeg))
    factor = noemer_in_tabel(naam, kern) // vorm.noemer
    return pa.array(waarde if factor == 1 else waarde * factor, mask=is_leeg)


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

    Status and reason are dictionary-coded: few different texts, of which every row holds a number.
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
    return pa.schema(velden)
