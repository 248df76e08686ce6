"""The register written back as the files that the import reads: what goes out can come in again and changes nothing."""

from collections.abc import Collection, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from . import register
from .bladen import BLADEN
from .kolommen import Blad
from .refusals import schrijf_csv, schrijf_werkmap
from .workbook_guard import MEESTE_RIJEN

VORMEN = ("csv", "parquet", "xlsx")
STAPEL = 50_000


class TeGrootVoorWerkmap(Exception):
    """A blad has more rows than a workbook may have."""


def schrijf_register(map_: Path, *, gemeentecodes: Collection[str] | None, vorm: str) -> list[Path]:
    """Write every blad into the folder: `<blad>.csv`, `<blad>.parquet`, or one `register.xlsx`. Returns the files.

    `gemeentecodes` None is the whole register. Raises ValueError for an unknown `vorm`, TeGrootVoorWerkmap for a blad
    that does not fit in a workbook. Memory stays flat.
    """
    if vorm not in VORMEN:
        raise ValueError(f"unknown form {vorm!r}; use one of {', '.join(VORMEN)}")
    map_.mkdir(parents=True, exist_ok=True)
    if vorm == "xlsx":
        return [_schrijf_werkmap(map_ / "register.xlsx", gemeentecodes)]
    if vorm == "csv":
        return [
            schrijf_csv(map_ / f"{blad.naam}.csv", blad.kolomnamen, _rijen(blad, gemeentecodes))
            for blad in BLADEN.values()
        ]
    return [_schrijf_parquet(map_ / f"{blad.naam}.parquet", blad, gemeentecodes) for blad in BLADEN.values()]


def _rijen(blad: Blad, gemeentecodes: Collection[str] | None) -> Iterator[tuple[str | None, ...]]:
    rijen = register.actueel(blad) if gemeentecodes is None else register.van_gemeenten(blad, gemeentecodes)
    for _pk, _gemeente, *cellen in register.canonieke_rijen(blad, rijen.order_by("pk")):
        yield tuple(cellen)


def _schrijf_werkmap(pad: Path, gemeentecodes: Collection[str] | None) -> Path:
    for blad in BLADEN.values():
        rijen = register.actueel(blad) if gemeentecodes is None else register.van_gemeenten(blad, gemeentecodes)
        if rijen.count() >= MEESTE_RIJEN:
            raise TeGrootVoorWerkmap(
                _("Het blad %(blad)s heeft meer rijen dan in een werkmap passen. Kies csv of parquet.")
                % {"blad": blad.naam}
            )
    bladen = ((blad.naam, blad.kolomnamen, _rijen(blad, gemeentecodes)) for blad in BLADEN.values())
    return schrijf_werkmap(pad, bladen)


def _schrijf_parquet(pad: Path, blad: Blad, gemeentecodes: Collection[str] | None) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(naam, pa.string()) for naam in blad.kolomnamen])
    with pq.ParquetWriter(pad, schema, compression="zstd") as schrijver:
        stapel: list[tuple[str | None, ...]] = []
        for rij in _rijen(blad, gemeentecodes):
            stapel.append(rij)
            if len(stapel) == STAPEL:
                schrijver.write_table(_tabel(stapel, schema))
                stapel = []
        schrijver.write_table(_tabel(stapel, schema))
    return pad


def _tabel(rijen: list[tuple[str | None, ...]], schema: object) -> object:
    import pyarrow as pa

    kolommen = list(zip(*rijen, strict=True)) if rijen else [()] * len(schema)  # type: ignore[arg-type]
    return pa.Table.from_arrays([pa.array(kolom, pa.string()) for kolom in kolommen], schema=schema)
