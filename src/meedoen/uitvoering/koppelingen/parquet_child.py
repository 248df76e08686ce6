"""Reads a Parquet file in a process of its own: `python -m meedoen.uitvoering.koppelingen.parquet_child FILE`.

A file made to do harm can make the library abort its process or fill the memory; here that is this process, not the
website. Writes the header and the rows as CSV to standard output. Exit code 0: all written; `GEWEIGERD`: a refusal,
with its reason as JSON on standard error; anything else: the file is damaged or too heavy. Imports no Django.
"""

import csv
import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

GEWEIGERD = 3
STAPEL = 5_000
MEESTE_RIJEN = 50_000_000
GEHEUGEN = 4 * 1024**3
"""Bytes of address space; reading a register in batches needs a fraction of it, the rest is what libraries reserve."""


def rijen(pad: Path) -> Iterator[list[str]]:
    """Header, then the rows as text. Raises SystemExit for a refusal, whatever pyarrow raises for a damaged file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from meedoen.uitvoering.kern.text_cells import als_tekst

    with pq.ParquetFile(pad, memory_map=False, buffer_size=1 << 20, pre_buffer=False) as bestand:
        if bestand.metadata.num_rows > MEESTE_RIJEN:
            _weiger("te_veel_rijen")
        for veld in bestand.schema_arrow:
            if pa.types.is_nested(veld.type):
                _weiger("samengesteld", veld.name)
        yield list(bestand.schema_arrow.names)
        for stapel in bestand.iter_batches(batch_size=STAPEL, use_threads=False):
            kolommen = [[als_tekst(cel) for cel in kolom.to_pylist()] for kolom in stapel.columns]
            yield from map(list, zip(*kolommen, strict=True))


def _weiger(reden: str, kolom: str = "") -> None:
    json.dump({"reden": reden, "kolom": kolom}, sys.stderr)
    raise SystemExit(GEWEIGERD)


def main() -> None:
    """Limit this process, then read."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.modules["numpy"] = None  # type: ignore[assignment]  # pyarrow does without, and starts four times as fast
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    csv.writer(sys.stdout).writerows(rijen(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
