"""Rows of a Parquet file, in batches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from .faults import Bestandsfout
from .text_cells import als_tekst

STAPEL = 5_000
MEESTE_RIJEN = 50_000_000
GROOTSTE_KOLOMDEEL = 512 * 1024**2
"""Bytes of one column within one row group, unpacked: that much is held in memory at a time."""


def lees(pad: Path) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows, header (the column names) first as row 1. Raises Bestandsfout for a damaged file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(pad, memory_map=False, buffer_size=1 << 20, pre_buffer=False) as bestand:
            _weiger_te_groot(bestand.metadata)
            schema = bestand.schema_arrow
            _weiger_samengesteld(schema)
            yield 1, list(schema.names)
            rij = 2
            for stapel in bestand.iter_batches(batch_size=STAPEL, use_threads=False):
                kolommen = [[als_tekst(cel) for cel in kolom.to_pylist()] for kolom in stapel.columns]
                for cellen in zip(*kolommen, strict=True):
                    yield rij, list(cellen)
                    rij += 1
    except (pa.ArrowException, OSError, ValueError) as fout:
        raise Bestandsfout(
            _("een heel Parquet-bestand"), _("Het bestand is beschadigd of te nieuw van vorm. Maak het opnieuw.")
        ) from fout


def _weiger_te_groot(metadata: Any) -> None:
    delen = (
        metadata.row_group(groep).column(kolom).total_uncompressed_size
        for groep in range(metadata.num_row_groups)
        for kolom in range(metadata.num_columns)
    )
    if metadata.num_rows > MEESTE_RIJEN or max(delen, default=0) > GROOTSTE_KOLOMDEEL:
        raise Bestandsfout(
            _("hoogstens %(rijen)s rijen, in groepen die in het geheugen passen") % {"rijen": "50.000.000"},
            _("Splits het bestand, of schrijf het met kleinere rijgroepen."),
        )


def _weiger_samengesteld(schema: Any) -> None:
    import pyarrow as pa

    for veld in schema:
        if pa.types.is_nested(veld.type):
            raise Bestandsfout(
                _("een enkele waarde per cel"), _("Deze kolom bevat lijsten of groepen. Splits hem."), kolom=veld.name
            )
