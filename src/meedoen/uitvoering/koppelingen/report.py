"""What an import found and did."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .faults import Fout, fout_uit_json

GETOONDE_FOUTEN = 200
"""Faults that a screen or terminal shows. The file of faults has them all."""


@dataclass(frozen=True)
class Bladverslag:
    """The rows of one blad: counted as they are (or, after a check only, would be) loaded.

    `rijen` = `nieuw` + `gewijzigd` + `ongewijzigd` + `geweigerd`.
    """

    blad: str
    bestand: str
    rijen: int
    nieuw: int
    gewijzigd: int
    ongewijzigd: int
    geweigerd: int


@dataclass(frozen=True)
class Inleesverslag:
    """The whole import. `fouten` holds the first `GETOONDE_FOUTEN` of `aantal_fouten`.

    `is_leesbaar`: every file could be read to its end, so that "only the right rows" means something. `foutenbestand`
    and `geweigerd` are files that go back to who offered the register; None and () when nothing is wrong.
    """

    bladen: tuple[Bladverslag, ...]
    fouten: tuple[Fout, ...]
    aantal_fouten: int
    is_leesbaar: bool
    is_geladen: bool
    foutenbestand: Path | None = None
    geweigerd: tuple[Path, ...] = ()

    @property
    def is_foutloos(self) -> bool:
        """Whether nothing at all is wrong."""
        return self.aantal_fouten == 0

    @property
    def aantal_rijen(self) -> int:
        """Rows offered, over all bladen."""
        return sum(blad.rijen for blad in self.bladen)

    @property
    def aantal_geweigerd(self) -> int:
        """Rows refused, over all bladen."""
        return sum(blad.geweigerd for blad in self.bladen)

    @property
    def aantal_te_laden(self) -> int:
        """Rows that change something: new and changed, over all bladen."""
        return sum(blad.nieuw + blad.gewijzigd for blad in self.bladen)

    def als_json(self) -> dict[str, Any]:
        """As plain values, to keep beside an upload."""
        velden = asdict(self)
        velden["foutenbestand"] = str(self.foutenbestand) if self.foutenbestand else None
        velden["geweigerd"] = [str(pad) for pad in self.geweigerd]
        return velden


def verslag_uit_json(velden: Mapping[str, Any]) -> Inleesverslag:
    """The reverse of `Inleesverslag.als_json`."""
    return Inleesverslag(
        bladen=tuple(Bladverslag(**blad) for blad in velden["bladen"]),
        fouten=tuple(fout_uit_json(fout) for fout in velden["fouten"]),
        aantal_fouten=velden["aantal_fouten"],
        is_leesbaar=velden["is_leesbaar"],
        is_geladen=velden["is_geladen"],
        foutenbestand=Path(velden["foutenbestand"]) if velden["foutenbestand"] else None,
        geweigerd=tuple(Path(pad) for pad in velden["geweigerd"]),
    )
