"""A part of a letter, as the template of letters reads it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Deel:
    """A part of the letter: a heading, paragraphs, points, a table."""

    kop: str
    alineas: tuple[str, ...] = ()
    punten: tuple[str, ...] = ()
    tabel: dict[str, Any] | None = None

    def als_gegevens(self) -> dict[str, Any]:
        """As the template reads it."""
        return {"kop": self.kop, "alineas": list(self.alineas), "punten": list(self.punten), "tabel": self.tabel}
