"""Files in and out: batches of complete dwellings from Parquet or CSV, and files that appear when they are whole."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from meedoen.recht.engine.errors import TabelFout, bedoelt_u
from meedoen.recht.engine.file_faults import fout_in_csv, leesbaar, scheidingsteken, schrijfbaar
from meedoen.recht.engine.household import MEESTE_PERSONEN
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.order import Bijeen, Kolommen

SLEUTELS = {"persoon": ("huishouden", "persoon"), "werkgever": ("werkgever",), "gemeente": ("gemeente",)}
"""What a table is about -> the columns that say of whom a row is. A row about an employer stands on its own."""
RIJ = "_rij"
"""The column with the place of each row in its file (from 0), where rows do not stay in the order of the file."""
RIJEN_PER_BLOK = 65_536
MEESTE_RIJEN_PER_STUK = 4 * RIJEN_PER_BLOK
"""Of a table that is in memory anyway: the more rows at once, the less there is to do between them."""
STUKKEN = 16
"""So many pieces at least of a table that is not small, so that every core has some."""
KEREN_HERHAALD = 8
"""Values that repeat so often on average are worth a table of the different ones."""
BYTES_PER_BLOK = 8 << 20
BYTES_PER_BUFFER = 1 << 20


def blokken(
    invoer: Path, recht: Recht, peildatum: date | None, wezen: str = "persoon", *, alleen_juiste: bool = False
) -> Iterator[Any]:
    """Tables of complete dwellings from a file or a folder of parts. TabelFout when it is no such table.

    With `alleen_juiste` each row carries its place in the column RIJ; see `hele_woningen`.
    """
    stukken = _stukken(invoer)
    eerste = next(stukken, None)
    if eerste is None:
        return
    eis_kolommen(eerste.column_names, recht, peildatum, invoer.name, wezen)
    eis_soorten(eerste.schema, invoer.name)
    alle: Iterator[Any] = chain([eerste], stukken)
    if wezen != "persoon":
        yield from alle
        return
    yield from hele_woningen(
        _genummerd(alle) if alleen_juiste else alle,
        invoer.name,
        lambda: (stuk[0] for stuk in _stukken(invoer, ["huishouden"])),
        alleen_juiste=alleen_juiste,
    )


def _genummerd(stukken: Iterable[Any]) -> Iterator[Any]:
    gedaan = 0
    for stuk in stukken:
        yield stuk.append_column(RIJ, pa.array(np.arange(gedaan, gedaan + stuk.num_rows)))
        gedaan += stuk.num_rows


def hele_woningen(
    stukken: Iterable[Any], naam: str, herlees: Kolommen | None = None, *, alleen_juiste: bool = False
) -> Iterator[Any]:
    """The same rows in tables of complete dwellings; one that runs into the next batch is carried along.

    TabelFout for rows that name no dwelling; with `alleen_juiste` these come in tables of their own.
    """
    rest, bijeen, gedaan = None, Bijeen(naam, herlees), 0
    for stuk in stukken:
        if alleen_juiste and stuk["huishouden"].null_count:
            is_leeg = pc.is_null(stuk["huishouden"])
            yield stuk.filter(is_leeg).combine_chunks()
            stuk = stuk.filter(pc.invert(is_leeg))
        if not stuk.num_rows:
            continue
        tabel = (stuk if rest is None else pa.concat_tables([rest, stuk])).combine_chunks()
        _eis_huishouden(tabel["huishouden"], naam, gedaan)
        begin = _begin_van_het_laatste(tabel["huishouden"])
        rest = tabel.slice(begin)
        gedaan += begin
        if begin:
            bijeen.neem(tabel["huishouden"].slice(0, begin))
            yield tabel.slice(0, begin)
    if rest is not None and rest.num_rows:
        bijeen.neem(rest["huishouden"])
        yield rest
    bijeen.eis()


def in_stukken(tabel: Any, naam: str, wezen: str = "persoon") -> Iterator[Any]:
    """A table in memory as slices of complete dwellings; nothing is copied. TabelFout when it is no such table."""
    if wezen != "persoon":
        yield from (tabel.slice(begin, RIJEN_PER_BLOK) for begin in range(0, tabel.num_rows, RIJEN_PER_BLOK))
        return
    per_stuk = min(max(tabel.num_rows // STUKKEN, RIJEN_PER_BLOK), MEESTE_RIJEN_PER_STUK)
    huishouden = tabel["huishouden"]
    _eis_huishouden(huishouden, naam, 0)
    bijeen = Bijeen(naam, lambda: iter(huishouden.chunks))
    begin, einde = 0, tabel.num_rows
    while begin < einde:
        aantal = min(per_stuk, einde - begin)
        if begin + aantal < einde:
            aantal = _begin_van_het_laatste(huishouden.slice(begin, aantal + 1))
        bijeen.neem(huishouden.slice(begin, aantal))
        yield tabel.slice(begin, aantal)
        begin += aantal
    bijeen.eis()


def _eis_huishouden(kolom: Any, naam: str, gedaan: int) -> None:
    """TabelFout with the first rows that name no dwelling; `gedaan` rows stand before these."""
    if kolom.null_count:
        plaatsen = pc.indices_nonzero(pc.is_null(kolom))[:3].to_pylist()
        waar = ", ".join(str(gedaan + plaats + 1) for plaats in plaatsen)
        rest = f" (dit zijn de eerste {len(plaatsen)})" if kolom.null_count > len(plaatsen) else ""
        herstel = "Vul het in, of reken met --alleen-juiste de rest uit."
        raise TabelFout(f"In {naam} staan rijen zonder huishouden: rij {waar}{rest}. {herstel}")


def _begin_van_het_laatste(huishouden: Any) -> int:
    """The row at which the last dwelling begins. One that is so large that it can be cut in two parts that are both too
    large to be one, is cut: so it is refused whole, and need not fit in memory.
    """
    laatste, aantal, te_groot = huishouden[-1], len(huishouden), MEESTE_PERSONEN + 1
    begin = aantal - 1
    while begin > 0 and aantal - begin < 2 * te_groot and huishouden[begin - 1] == laatste:
        begin -= 1
    return begin if aantal - begin < 2 * te_groot else aantal - te_groot


def _stukken(invoer: Path, alleen: list[str] | None = None) -> Iterator[Any]:
    """The rows as they come, of all columns or of these alone."""
    if invoer.is_dir() or invoer.suffix == ".parquet":
        yield from _parquet(invoer, alleen)
    elif invoer.suffix == ".csv":
        with leesbaar(invoer):
            yield from _csv(invoer, alleen)
    else:
        raise TabelFout(f"{invoer.name} is geen .parquet en geen .csv.")


def parquetdelen(invoer: Path) -> list[Path]:
    """The file itself, or the parts in a folder in order of their names, as Spark writes them."""
    if not invoer.is_dir():
        return [invoer]
    delen = sorted(pad for pad in invoer.glob("*.parquet") if not pad.name.startswith((".", "_")))
    if not delen:
        raise TabelFout(f"In de map {invoer.name} staat geen .parquet.")
    return delen


def aantal_rijen(invoer: Path) -> int | None:
    """How many rows there are, where the file tells without being read: Parquet. None for others and for no file."""
    if invoer.suffix == ".csv" or not invoer.exists():
        return None
    try:
        return sum(int(pq.read_metadata(deel).num_rows) for deel in parquetdelen(invoer))
    except (pa.ArrowException, OSError, TabelFout):
        return None


def _parquet(invoer: Path, alleen: list[str] | None) -> Iterator[Any]:
    """Read page by page through a small buffer, so that a row group need not fit in memory."""
    eerste: Path | None = None
    for deel in parquetdelen(invoer):
        with leesbaar(deel), pq.ParquetFile(deel, pre_buffer=False, buffer_size=BYTES_PER_BUFFER) as bestand:
            if eerste is None:
                eerste, schema = deel, bestand.schema_arrow
            if not bestand.schema_arrow.equals(schema):
                raise TabelFout(f"{deel.name} heeft andere kolommen dan {eerste.name}.")
            for groepen in _bijeen_te_lezen(bestand):
                for stuk in bestand.iter_batches(RIJEN_PER_BLOK, row_groups=groepen, columns=alleen):
                    yield pa.Table.from_batches([stuk])


def _bijeen_te_lezen(bestand: Any) -> list[list[int]]:
    """Its row groups; each apart where lists hold dictionary-coded texts: Arrow cannot join those of two groups."""
    nummers = list(range(bestand.num_row_groups))
    is_genest = any(pa.types.is_nested(veld.type) and "dictionary<" in str(veld.type) for veld in bestand.schema_arrow)
    return [[nummer] for nummer in nummers] if is_genest else [nummers]


def _csv(invoer: Path, alleen: list[str] | None) -> Iterator[Any]:
    """Every column as text, so that nothing is guessed; empty is absent. The separator is that of the first line."""
    with invoer.open(encoding="utf-8-sig", newline="") as bestand:
        kop = bestand.readline(1 << 20)
    if "\0" in kop:
        raise TabelFout(fout_in_csv(invoer) or "")
    teken = scheidingsteken(kop)
    namen = next(csv.reader([kop], delimiter=teken), [])
    lezer = pacsv.open_csv(
        invoer,
        read_options=pacsv.ReadOptions(block_size=BYTES_PER_BLOK),
        parse_options=pacsv.ParseOptions(delimiter=teken),
        convert_options=pacsv.ConvertOptions(
            column_types={naam: pa.string() for naam in namen},
            strings_can_be_null=True,
            null_values=[""],
            include_columns=alleen,
        ),
    )
    with lezer:
        for stuk in lezer:
            tabel = pa.Table.from_batches([stuk])
            _eis_gesloten(tabel, invoer)
            for begin in range(0, tabel.num_rows, RIJEN_PER_BLOK):
                yield tabel.slice(begin, RIJEN_PER_BLOK)


def _eis_gesloten(tabel: Any, invoer: Path) -> None:
    """TabelFout where a quote is not closed: the rest of the file is then the value of its last row."""
    laatste = tabel.slice(tabel.num_rows - 1).to_pylist() if tabel.num_rows else []
    if any("\n" in str(waarde) for rij in laatste for waarde in rij.values()) and (fout := fout_in_csv(invoer)):
        raise TabelFout(fout)


def eis_soorten(schema: Any, bestand: str) -> None:
    """TabelFout for columns of bytes, and for columns that say of whom a row is and hold no texts or whole numbers."""
    sleutels = {"gemeente", *chain(*SLEUTELS.values())}
    fouten = [
        f"de kolom {veld.name} bevat geen tekst en geen hele getallen (soort: {veld.type})"
        if veld.name in sleutels
        else f"de kolom {veld.name} bevat bytes en geen tekst (soort: {veld.type})"
        for veld in schema
        if ("binary" in str(veld.type)) or (veld.name in sleutels and not _is_sleutel(veld.type))
    ]
    if fouten:
        raise TabelFout("\n".join([f"De kolommen van {bestand} kloppen niet:", *fouten]))


def _is_sleutel(soort: Any) -> bool:
    if pa.types.is_dictionary(soort):
        return _is_sleutel(soort.value_type)
    is_tekst = pa.types.is_string(soort) or pa.types.is_large_string(soort)
    is_geheel = pa.types.is_integer(soort) or (pa.types.is_decimal(soort) and soort.scale == 0)
    return bool(is_tekst or is_geheel or pa.types.is_null(soort))


def eis_kolommen(
    namen: Sequence[str], recht: Recht, peildatum: date | None, bestand: str, wezen: str = "persoon"
) -> None:
    """TabelFout that names every column that is missing, unknown, about something else, or there twice."""
    feiten = [feit for feit in recht.feiten.values() if feit.van == wezen]
    namen_bij_oordeel = [f"{feit.naam}_door" for feit in feiten if feit.is_oordeel]
    bekend = {*SLEUTELS[wezen], "peildatum", "gemeente", *(feit.naam for feit in feiten), *namen_bij_oordeel}
    fouten = [f"de kolom {naam} ontbreekt" for naam in SLEUTELS[wezen] if naam not in namen]
    if ("peildatum" in namen) == (peildatum is not None):
        fouten.append("geef de peildatum als kolom of voor de hele tabel, en niet allebei")
    for naam in namen:
        if naam in recht.feiten and naam not in bekend:
            fouten.append(f"de kolom {naam} gaat over een {recht.feiten[naam].van}, en de tabel over een {wezen}")
        elif naam not in bekend:
            nabij = bedoelt_u(naam, bekend)
            fouten.append(f"de kolom {naam} is niet bekend" + (f"; bedoelt u {nabij}?" if nabij else ""))
        elif list(namen).count(naam) > 1:
            fouten.append(f"de kolom {naam} staat er meer dan eens")
    if fouten:
        raise TabelFout("\n".join([f"De kolommen van {bestand} kloppen niet:", *dict.fromkeys(fouten)]))


@contextmanager
def bestand_voor(doel: Path | None) -> Iterator[Callable[[Any], None]]:
    """A function that appends tables to a file. The file stands under its name only when all went well.

    Without `doel` nothing is kept; without any table there is no file. TabelFout when it is no .parquet and no .csv.
    """
    if doel is not None and doel.suffix not in (".csv", ".parquet"):
        raise TabelFout(f"{doel.name} is geen .parquet en geen .csv.")
    tijdelijk = doel.with_name(doel.name + ".deel") if doel else None
    schrijvers: list[Any] = []

    def schrijf(tabel: Any) -> None:
        if doel is None or tijdelijk is None:
            return
        with schrijfbaar(doel):
            if not schrijvers:
                is_csv = doel.suffix == ".csv"
                schrijvers.append(
                    pacsv.CSVWriter(tijdelijk, tabel.schema)
                    if is_csv
                    else pq.ParquetWriter(tijdelijk, tabel.schema, **schrijfwijze(tabel))
                )
            schrijvers[0].write_table(tabel)

    try:
        yield schrijf
        if doel is not None and tijdelijk is not None and schrijvers:
            with schrijfbaar(doel):
                schrijvers[0].close()
                tijdelijk.replace(doel)
    finally:
        for schrijver in schrijvers:
            schrijver.close()
        if doel is not None and tijdelijk is not None:
            with schrijfbaar(doel):
                tijdelijk.unlink(missing_ok=True)


def schrijfwijze(tabel: Any) -> dict[str, Any]:
    """How Parquet holds columns like these: the different values apart only where they repeat in this first table, for
    elsewhere those are collected and thrown away again; the extremes only of who a row is about, for results are not
    sorted.
    """
    if any(pa.types.is_nested(veld.type) for veld in tabel.schema):
        return {}
    herhaald = [
        naam
        for naam, kolom in zip(tabel.column_names, tabel.columns, strict=True)
        if pa.types.is_dictionary(kolom.type) or pc.count_distinct(kolom).as_py() * KEREN_HERHAALD <= len(kolom)
    ]
    return {"use_dictionary": herhaald or False, "write_statistics": tabel.column_names[:1]}
