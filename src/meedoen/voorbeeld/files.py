"""Writing a register: block after block into one Parquet or CSV file per blad."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

VORMEN = ("parquet", "csv")


@contextmanager
def schrijver(map_: Path, vorm: str) -> Iterator["Bestanden"]:
    """Files under `map_`, made when the first block comes.

    They are whole when the block of code ends without an error.
    """
    map_.mkdir(parents=True, exist_ok=True)
    try:
        with ExitStack() as stapel:
            bestanden = Bestanden(map_, vorm, stapel)
            yield bestanden
    except BaseException:
        for blad in bestanden.open:
            (map_ / f".{blad}.{vorm}").unlink(missing_ok=True)
        raise
    for blad in bestanden.open:
        (map_ / f".{blad}.{vorm}").replace(map_ / f"{blad}.{vorm}")


class Bestanden:
    """A table of open files, one per blad, under hidden names until all are whole."""

    def __init__(self, map_: Path, vorm: str, stapel: ExitStack) -> None:
        self.map, self.vorm, self.stapel = map_, vorm, stapel
        self.open: dict[str, Any] = {}

    def schrijf(self, bladen: dict[str, pa.Table]) -> None:
        """Append the rows of one block."""
        for blad, tabel in bladen.items():
            if blad not in self.open:
                self.open[blad] = self.stapel.enter_context(self._begin(blad, tabel.schema))
            self.open[blad].write_table(tabel)

    def _begin(self, blad: str, schema: pa.Schema) -> Any:
        pad = self.map / f".{blad}.{self.vorm}"
        if self.vorm == "parquet":
            return pq.ParquetWriter(pad, schema, compression="zstd")
        return pacsv.CSVWriter(pad, schema, write_options=pacsv.WriteOptions(quoting_style="needed"))
