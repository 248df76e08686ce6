"""What is wrong with a file: every fault names file, row, column, value, what was expected and how to mend it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

LANGSTE_WAARDE = 80
"""Characters of a wrong value that are shown; the refused rows themselves come back whole."""


@dataclass(frozen=True)
class Fout:
    """One fault. `rij` is the row as a spreadsheet numbers it (header = 1), None when the fault is of the whole file.

    `is_gevolg`: the row is right in itself, but leans on a row that is refused.
    """

    bestand: str
    blad: str
    rij: int | None
    kolom: str
    waarde: str
    verwacht: str
    herstel: str
    is_gevolg: bool = False

    @property
    def zin(self) -> str:
        """The fault as one line of plain Dutch."""
        plaats = self.bestand
        if self.rij is not None:
            plaats += _(", rij %(rij)s") % {"rij": self.rij}
        if self.kolom:
            plaats += _(", kolom %(kolom)s") % {"kolom": self.kolom}
        waarde = f" '{self.waarde}'." if self.waarde else ""
        return _("%(plaats)s:%(waarde)s Verwacht: %(verwacht)s. %(herstel)s") % {
            "plaats": plaats,
            "waarde": waarde,
            "verwacht": self.verwacht,
            "herstel": self.herstel,
        }

    def als_json(self) -> dict[str, object]:
        """As plain values, for a report that is kept on disk."""
        return asdict(self)


def fout_uit_json(gegevens: Mapping[str, object]) -> Fout:
    """The reverse of `Fout.als_json`."""
    return Fout(**gegevens)  # type: ignore[arg-type]


class Waardefout(Exception):
    """A value is not what its column asks for."""

    def __init__(self, verwacht: str, herstel: str) -> None:
        super().__init__(verwacht)
        self.verwacht = verwacht
        self.herstel = herstel


class Bestandsfout(Exception):
    """A file cannot be read (further), so nothing of it can be loaded; `rij` says from where, when that is known."""

    def __init__(
        self, verwacht: str, herstel: str, *, rij: int | None = None, kolom: str = "", waarde: str = ""
    ) -> None:
        super().__init__(verwacht)
        self.verwacht = verwacht
        self.herstel = herstel
        self.rij = rij
        self.kolom = kolom
        self.waarde = waarde

    def als_fout(self, bestand: str, blad: str) -> Fout:
        """This fault with the name of the file and of the blad."""
        return Fout(bestand, blad, self.rij, self.kolom, inkorten(self.waarde), self.verwacht, self.herstel)


class GeenBladen(Exception):
    """There is nothing to read: no file at this place, or none with the name of a blad."""

    def __init__(self, fouten: list[Fout]) -> None:
        super().__init__("\n".join(f.zin for f in fouten))
        self.fouten = fouten


def inkorten(waarde: str) -> str:
    """The value as it is shown in a fault: without control characters and not longer than `LANGSTE_WAARDE`."""
    schoon = "".join(
        teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}" for teken in waarde[: LANGSTE_WAARDE + 1]
    )
    return schoon[: LANGSTE_WAARDE - 1] + "…" if len(schoon) > LANGSTE_WAARDE else schoon
