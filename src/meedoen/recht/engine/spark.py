"""The same kernel on Apache Spark: every dwelling whole in one partition, in its own order, through `mapInArrow`.

The law itself travels to the executors, who make the kernel once (`kernel.cachemap`). What they count and refuse comes
back per partition, so that a task that runs twice counts once. See docs/decisions/0017-spark.md.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from threading import Event, Thread
from typing import Any

import pyarrow as pa

from meedoen.recht.engine.batches import RIJ, SLEUTELS, bestand_voor, eis_kolommen, eis_soorten, hele_woningen
from meedoen.recht.engine.daytables import Verordeningen
from meedoen.recht.engine.dwellings import Woningen
from meedoen.recht.engine.errors import Gebrek, TabelFout
from meedoen.recht.engine.kernel import Kern, maak_kern
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.receipts import IN_MAP, ontvangst_als_tekst
from meedoen.recht.engine.results import uitvoerschema
from meedoen.recht.engine.spark_session import map_voor, oorzaak, schrijf_tekst, vertaald
from meedoen.recht.engine.table import (
    FOUTKOLOMMEN,
    MEESTE_GEBREKEN,
    Tabeluitkomst,
    bereken_blok,
    foutentabel,
    geweigerde_rijen,
    kern_voor,
)

BESTAND = "_bestand"
"""The column that travels along with RIJ: from which file a row came."""
RIJEN_PER_PARTITIE = 500_000
SECONDEN_TUSSEN_METINGEN = 0.5


@dataclass(frozen=True, eq=False)
class Taak:
    """What an executor needs: the law, the question, and a mark by which it knows that it has the same Meedoen."""

    recht: Recht
    gevraagd: tuple[str, ...]
    peildatum: date | None
    verordening: Verordeningen
    alleen_juiste: bool
    naam: str
    kenmerk: str


@dataclass(frozen=True)
class Verslag:
    """What one partition met. `gebreken`: file, place in it, fault. `onmogelijk`: why no row of the table counts."""

    rijen: int = 0
    huishoudens: int = 0
    geweigerd: int = 0
    aantal_gebreken: int = 0
    gebreken: tuple[tuple[str, int, Gebrek], ...] = ()
    onmogelijk: str = ""

    def met(self, woningen: Woningen, herkomst: Any, geweigerd: int) -> "Verslag":
        """The same with the rows that follow."""
        bestand, rij = (herkomst[naam] for naam in (BESTAND, RIJ))
        nieuw = woningen.gebreken(-1, MEESTE_GEBREKEN - len(self.gebreken))
        return Verslag(
            self.rijen + woningen.tabel.num_rows,
            self.huishoudens + len(woningen.grenzen) - 1,
            self.geweigerd + geweigerd,
            self.aantal_gebreken + woningen.aantal_gebreken,
            (*self.gebreken, *((bestand[plek].as_py(), rij[plek].as_py(), gebrek) for plek, gebrek in nieuw)),
        )


class PerPartitie:
    """How Spark adds up the reports (its AccumulatorParam): the report of a task that ran twice replaces itself."""

    def zero(self, _: Any) -> dict[int, Verslag]:
        """No reports yet."""
        return {}

    def addInPlace(self, een: dict[int, Verslag], ander: dict[int, Verslag]) -> dict[int, Verslag]:  # noqa: N802
        """All reports."""
        return een | ander


def bereken_op_spark(
    spark: Any,
    invoer: str,
    uitvoer: str,
    gevraagd: Sequence[str],
    *,
    peildatum: date | None = None,
    recht: Recht | None = None,
    verordening: Verordeningen = None,
    alleen_juiste: bool = False,
    geweigerd: str | None = None,
    fouten: Path | None = None,
    voortgang: Callable[[int], None] | None = None,
) -> Tabeluitkomst:
    """`table.bereken_tabel` on a Spark session: Parquet in, a folder of Parquet parts out, ordered by dwelling, with
    their receipt in `receipts.IN_MAP`.

    The same columns, cents and faults. `invoer`, `uitvoer` and `geweigerd` are paths as Spark knows them. Rows of a
    dwelling need not stand together. TabelFout for what is wrong with the table, SparkFout when Spark fails.
    """
    kern = kern_voor(gevraagd, peildatum, recht or laad_recht(), verordening)
    naam = PurePosixPath(invoer).name
    if naam.endswith(".csv"):
        raise TabelFout(f"{naam} is CSV; Spark rekent met Parquet. Voor CSV is er --op machine.")
    context = spark.sparkContext
    with vertaald(naam):
        rijen = _lees(spark, invoer, kern, peildatum, naam)
        taak = context.broadcast(
            Taak(kern.recht, kern.gevraagd, peildatum, verordening, alleen_juiste, naam, kenmerk_van(kern))
        )
        verslagen = context.accumulator({}, PerPartitie())
        geordend = _bijeen(rijen, context.defaultParallelism, SLEUTELS[kern.wezen][0])
        schema = _sparkschema(_gewoon(uitvoerschema(kern, *(_arrow(rijen, kolom) for kolom in SLEUTELS[kern.wezen]))))
        with map_voor(spark, uitvoer) as uit, map_voor(spark, geweigerd) as uit_geweigerd:
            with _gevolgd(verslagen, voortgang):
                geordend.mapInArrow(_reken(taak, verslagen), schema).write.parquet(uit)
            schrijf_tekst(spark, f"{uit}/{IN_MAP}", ontvangst_als_tekst(kern))
            telling = _samen(verslagen.value, _eerste_rijen(rijen))
            if fouten is not None and telling.gebreken:
                _schrijf_fouten(
                    geordend, taak, (*SLEUTELS[kern.wezen], *FOUTKOLOMMEN[-4:]), _eerste_rijen(rijen), fouten
                )
            if not alleen_juiste:
                telling.eis_juist(naam)
            if uit_geweigerd is not None and telling.geweigerd:
                zelfde = rijen.drop(BESTAND, RIJ).schema
                geordend.mapInArrow(_bekijk(taak, _geweigerd), zelfde).write.parquet(uit_geweigerd)
    return telling


def _lees(spark: Any, invoer: str, kern: Kern, peildatum: date | None, naam: str) -> Any:
    """The table, with where each row came from. TabelFout when it is no such table."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import functions

    try:
        tabel = spark.read.option("mergeSchema", True).parquet(invoer)
        bestanden = tabel.inputFiles()
    except (PySparkException, Py4JError) as fout:
        raise TabelFout(f"{naam} kan niet worden gelezen: {oorzaak(fout)}") from fout
    eis_kolommen(tabel.columns, kern.recht, peildatum, naam, kern.wezen)
    eis_soorten(pa.schema([(kolom, _arrow(tabel, kolom)) for kolom in tabel.columns]), naam)
    bestand = functions.col("_metadata.file_path") if len(bestanden) > 1 else functions.lit("")
    return tabel.select("*", bestand.alias(BESTAND), functions.col("_metadata.row_index").alias(RIJ))


def _bijeen(rijen: Any, tegelijk: int, sleutel: str) -> Any:
    """Every dwelling in one partition and its rows in the order of the file, in which the law may count them."""
    partities = max(tegelijk, -(-rijen.count() // RIJEN_PER_PARTITIE))
    return rijen.repartitionByRange(partities, sleutel).sortWithinPartitions(sleutel, BESTAND, RIJ)


def _arrow(rijen: Any, kolom: str) -> Any:
    from pyspark.sql.pandas.types import to_arrow_type

    return to_arrow_type(rijen.schema[kolom].dataType)


def _gewoon(schema: Any) -> Any:
    """The same columns without dictionaries, which Spark does not know."""
    types = [veld.type.value_type if pa.types.is_dictionary(veld.type) else veld.type for veld in schema]
    return pa.schema([veld.with_type(soort) for veld, soort in zip(schema, types, strict=True)])


def _sparkschema(schema: Any) -> Any:
    """The columns for Spark, with what they say of themselves (unit, denominator, hash of the law)."""
    from pyspark.sql.pandas.types import from_arrow_type
    from pyspark.sql.types import StructField, StructType

    kenmerken = [{k.decode(): w.decode() for k, w in (veld.metadata or {}).items()} for veld in schema]
    return StructType(
        [
            StructField(veld.name, from_arrow_type(veld.type), True, kenmerk)
            for veld, kenmerk in zip(schema, kenmerken, strict=True)
        ]
    )


def kenmerk_van(kern: Kern) -> str:
    """What two machines have in common when they compute the same."""
    return hashlib.sha256(kern.bron.encode()).hexdigest()


def _kern(taak: Taak) -> Kern:
    """The kernel, made once per Python process; the broadcast keeps the law the same object there."""
    kern = maak_kern(taak.recht, taak.gevraagd, taak.verordening)
    if kenmerk_van(kern) != taak.kenmerk:
        raise RuntimeError("Op een rekenknoop staat een andere versie van Meedoen dan hier; maak ze gelijk.")
    return kern


def _reken(taak: Any, verslagen: Any) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What each partition does: results out, and at its end the report of what it met."""

    def partitie(stukken: Iterator[Any]) -> Iterator[Any]:
        from pyspark import TaskContext

        verslag = Verslag()
        try:
            for woningen, uitkomst, herkomst in _woningen(stukken, taak.value, taak.value.alleen_juiste):
                fout = geweigerde_rijen(woningen) if taak.value.alleen_juiste else None
                verslag = verslag.met(woningen, herkomst, 0 if fout is None else fout.num_rows)
                if uitkomst is not None:
                    yield from uitkomst.cast(_gewoon(uitkomst.schema)).to_batches()
        except TabelFout as fout:
            verslag = replace(verslag, onmogelijk=fout.wat)
        verslagen.add({TaskContext.get().partitionId(): verslag})

    return partitie


def _bekijk(taak: Any, maak: Callable[[Woningen, Any], Any]) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """A second look at a table with faults: what `maak` makes of dwellings with a fault and where they came from."""

    def partitie(stukken: Iterator[Any]) -> Iterator[Any]:
        for woningen, _, herkomst in _woningen(stukken, taak.value, False):
            if woningen.fouten:
                yield from maak(woningen, herkomst).to_batches()

    return partitie


def _woningen(stukken: Iterator[Any], taak: Taak, reken_juiste: bool) -> Iterator[tuple[Woningen, Any, Any]]:
    """Dwellings of a partition with their results and where their rows came from; `reken_juiste`: also where some of
    them have a fault.
    """
    kern = _kern(taak)
    tabellen: Iterator[Any] = (pa.Table.from_batches([stuk]) for stuk in stukken if stuk.num_rows)
    if kern.wezen == "persoon":
        tabellen = hele_woningen(tabellen, taak.naam, alleen_juiste=taak.alleen_juiste)
    for blok in tabellen:
        woningen, uitkomst = bereken_blok(blok.drop_columns([BESTAND, RIJ]), kern, taak.peildatum, reken_juiste)
        yield woningen, uitkomst, blok.select([BESTAND, RIJ])


def _geweigerd(woningen: Woningen, _: Any) -> Any:
    return geweigerde_rijen(woningen)


def _fouten(woningen: Woningen, herkomst: Any) -> Any:
    """Every fault, with the place of its row instead of a number that only the whole file gives."""
    tabel = foutentabel(woningen, -1)
    plekken = herkomst.take(tabel["rij"])
    volgorde = pa.array(range(tabel.num_rows), pa.int64())
    return pa.table([*plekken.columns, volgorde, *tabel.columns[1:]], [BESTAND, RIJ, "_volg", *tabel.column_names[1:]])


def _schrijf_fouten(
    geordend: Any, taak: Any, kolommen: Sequence[str], nummer: Callable[[str, int], int], fouten: Path
) -> None:
    """Writes every fault in order of the rows; the rows come to us one partition at a time."""
    tekst = ", ".join(f"{naam} string" for naam in kolommen)
    schema = f"{BESTAND} string, {RIJ} bigint, _volg bigint, {tekst}"
    gevonden = geordend.mapInArrow(_bekijk(taak, _fouten), schema).orderBy(BESTAND, RIJ, "_volg")
    velden = pa.schema([("rij", pa.int64()), *((naam, pa.string()) for naam in kolommen)])
    with bestand_voor(fouten) as schrijf:
        deel: list[tuple[Any, ...]] = []
        for rij in gevonden.toLocalIterator():
            deel.append((nummer(rij[0], rij[1]), *rij[3:]))
            if len(deel) == MEESTE_GEBREKEN:
                schrijf(pa.table(list(zip(*deel, strict=True)), velden))
                deel = []
        if deel:
            schrijf(pa.table(list(zip(*deel, strict=True)), velden))


def _eerste_rijen(rijen: Any) -> Callable[[str, int], int]:
    """The number of a row (from 1) by file and place in it; files count one after the other, by name."""
    begin: dict[str, int] = {}

    def nummer(bestand: str, plaats: int) -> int:
        if bestand and not begin:
            al = 0
            for rij in sorted(rijen.groupBy(BESTAND).count().collect()):
                begin[rij[0]] = al
                al += rij[1]
        return begin.get(bestand, 0) + plaats + 1

    return nummer


def _samen(verslagen: Mapping[int, Verslag], nummer: Callable[[str, int], int]) -> Tabeluitkomst:
    """All reports together. TabelFout when a partition says that the table cannot be one."""
    alle = [verslag for _, verslag in sorted(verslagen.items())]
    onmogelijk = [verslag.onmogelijk for verslag in alle if verslag.onmogelijk]
    if onmogelijk:
        raise TabelFout(onmogelijk[0])
    gevonden = [(nummer(bestand, rij), gebrek) for v in alle for bestand, rij, gebrek in v.gebreken]
    return Tabeluitkomst(
        rijen=sum(verslag.rijen for verslag in alle),
        huishoudens=sum(verslag.huishoudens for verslag in alle),
        geweigerd=sum(verslag.geweigerd for verslag in alle),
        gebreken=tuple(sorted(gevonden, key=lambda paar: paar[0])[:MEESTE_GEBREKEN]),
        aantal_gebreken=sum(verslag.aantal_gebreken for verslag in alle),
    )


@contextmanager
def _gevolgd(verslagen: Any, voortgang: Callable[[int], None] | None) -> Iterator[None]:
    """Tells how many rows are done while Spark is at work; a partition counts when it is ready."""
    klaar = Event()

    def meet() -> None:
        while voortgang is not None and not klaar.wait(SECONDEN_TUSSEN_METINGEN):
            voortgang(sum(verslag.rijen for verslag in dict(verslagen.value).values()))

    draad = Thread(target=meet, daemon=True)
    draad.start()
    try:
        yield
    finally:
        klaar.set()
        draad.join()
    if voortgang is not None:
        voortgang(sum(verslag.rijen for verslag in verslagen.value.values()))
