"""Answers for a whole table: read, computed and written in batches, so that memory stays flat.

Columns in: `huishouden`, `persoon`, any of `peildatum`, `gemeente`, `partner`, `commerciele_relatie_met`, `ouders`,
facts, and beside a judgment `<fact>_door`: who gave it. Rows of one dwelling stand together. A table about employers or
municipalities has `werkgever` or `gemeente` instead of the first two. Columns out: see `results.uitvoerschema`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from meedoen.recht.engine.batches import (
    RIJ,
    SLEUTELS,
    aantal_rijen,
    bestand_voor,
    blokken,
    eis_kolommen,
    eis_soorten,
    in_stukken,
)
from meedoen.recht.engine.daytables import Verordeningen
from meedoen.recht.engine.dwellings import Woningen, lees_woningen
from meedoen.recht.engine.errors import Gebrek, TabelFout, bedoelt_u
from meedoen.recht.engine.kernel import Kern, maak_kern
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.receipts import ontvangst_naast
from meedoen.recht.engine.results import reken_woningen, uitvoerschema

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
            tuple(sorted((*self.gebreken, *nieuw), key=lambda paar: paar[0])) if nieuw else self.gebreken,
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
    municipality without one misses its terms. `voortgang` hears how many rows are done. Beside a CSV comes its receipt.
    """
    kern = kern_voor(gevraagd, peildatum, recht or laad_recht(), verordening, aantal_rijen(invoer) or 0)
    telling = Tabeluitkomst()
    with bestand_voor(fouten) as schrijf_fouten:
        try:
            with (
                ontvangst_naast(uitvoer, kern),
                bestand_voor(uitvoer) as schrijf,
                bestand_voor(geweigerd) as schrijf_geweigerd,
            ):
                stukken = blokken(invoer, kern.recht, peildatum, kern.wezen, alleen_juiste=alleen_juiste)
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
    eis_soorten(tabel.schema, "de tabel")
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
    kern = maak_kern(recht, tuple(dict.fromkeys(gevraagd)), verordening)
    return replace(kern, rijen=rijen, peildatum=peildatum)


def geweigerde_rijen(woningen: Woningen) -> Any:
    """The rows of dwellings with a fault, as they came; None when there are none."""
    if not woningen.fouten:
        return None
    kolommen = [naam for naam in woningen.tabel.column_names if naam != RIJ]
    return woningen.tabel.select(kolommen).filter(pa.array(woningen.foute_huishoudens()))


FOUTKOLOMMEN = ("rij", *SLEUTELS["persoon"], "kolom", "waarde", "verwacht", "herstel")
"""The columns of the table of faults, for a table about persons."""


def foutentabel(woningen: Woningen, eerste_rij: int) -> Any:
    """Every fault as a row: where it is, what stands there, what was expected and how to mend it."""
    gebreken = woningen.gebreken(eerste_rij, woningen.aantal_gebreken)
    plaatsen = pa.array([rij for rij, _ in woningen.plaatsen(woningen.aantal_gebreken)], pa.int64())
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
    """Computes blocks in threads and gives them back in order; no more are under way than there are threads.

    The next one is read in the meantime, also while whoever takes the results writes them.
    """
    onderweg: list[Future[tuple[Woningen, Any]]] = []
    with ThreadPoolExecutor(DRADEN) as draden, ThreadPoolExecutor(1) as lezer:
        volgende = lezer.submit(next, stukken, None)
        while (blok := volgende.result()) is not None:
            volgende = lezer.submit(next, stukken, None)
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
