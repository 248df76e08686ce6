"""The receipt of a table, in a file of its own where the results have no place for it: CSV, and a folder of Spark."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meedoen.recht.engine.file_faults import schrijfbaar
from meedoen.recht.engine.kernel import Kern
from meedoen.recht.engine.results import ontvangst_van_tabel

IN_MAP = "_ontvangst.json"
"""Its name in a folder of parts: whoever reads the folder passes over names that begin with _."""


def ontvangst_als_tekst(kern: Kern) -> str:
    """The same receipt as in the schema of Parquet, for people too."""
    return json.dumps(ontvangst_van_tabel(kern), ensure_ascii=False, indent=2) + "\n"


def naast(uitvoer: Path) -> Path | None:
    """The file beside these results that holds their receipt; None where they hold it themselves."""
    return uitvoer.with_name(f"{uitvoer.name}.ontvangst.json") if uitvoer.suffix == ".csv" else None


@contextmanager
def ontvangst_naast(uitvoer: Path, kern: Kern) -> Iterator[None]:
    """Puts the receipt beside the results that appear within this block; it stands there only when all went well."""
    doel = naast(uitvoer)
    if doel is None:
        yield
        return
    tijdelijk = doel.with_name(doel.name + ".deel")
    try:
        with schrijfbaar(uitvoer):
            tijdelijk.write_text(ontvangst_als_tekst(kern), "utf-8")
        yield
        with schrijfbaar(uitvoer):
            tijdelijk.replace(doel)
    finally:
        tijdelijk.unlink(missing_ok=True)
