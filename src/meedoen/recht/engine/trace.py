"""How an answer came about: one step per rule and person, each with what it read and where that came from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

from meedoen.recht.engine.errors import Ontbrekend
from meedoen.recht.engine.form import Lezing
from meedoen.recht.engine.units import SOORTEN, Soort, Waarde, als_tekst


class Invoer(NamedTuple):
    """One thing that a step read. `waarde` is None when it is empty or asked for; of a group it is the ids.

    `bron` is the source of an amount or an ordinance, whose a judgment is, or how a relation was found. Of a list the
    value is the number of its rows; a field is named `list[1].field`. `opgegeven` is False for what the case does not
    state and the law package lets be read as "no" or as the reference date.
    """

    naam: str
    waarde: Waarde | tuple[str, ...] | None
    soort: Literal["feit", "oordeel", "bedrag", "term", "regel", "relatie"]
    persoon: str
    ander: str
    bron: str
    artikel: str
    is_geverifieerd: bool
    opgegeven: bool
    maat: Soort

    def als_json(self) -> dict[str, Any]:
        """The same as JSON values; amounts as text."""
        waarde = list(self.waarde) if isinstance(self.waarde, tuple) else _json(self.waarde, self.maat)
        return {**self._asdict(), "waarde": waarde, "maat": str(self.maat)}


@dataclass(frozen=True)
class Reden:
    """Why a result is empty, in Dutch, and by which article."""

    reden: str
    artikel: str


class Stap(NamedTuple):
    """One rule applied to one person (`ander`: as seen from `persoon`); `bestand`, `nummer`: where its text is."""

    regel: str
    artikel: str
    persoon: str
    ander: str
    tekst: str
    vanaf: date
    tot: date
    bestand: str
    nummer: int
    is_geverifieerd: bool
    waarom: str
    invoer: tuple[Invoer, ...]
    uitkomst: Waarde | None
    reden: Reden | None
    maat: Soort

    def als_json(self) -> dict[str, Any]:
        """The same as JSON values; amounts as text."""
        return {
            "regel": self.regel,
            "artikel": self.artikel,
            "persoon": self.persoon,
            "ander": self.ander,
            "tekst": self.tekst,
            "vanaf": self.vanaf.isoformat(),
            "tot": self.tot.isoformat(),
            "plaats": f"{self.bestand}:{self.nummer}",
            "is_geverifieerd": self.is_geverifieerd,
            "waarom": self.waarom,
            "invoer": [invoer.als_json() for invoer in self.invoer],
            "uitkomst": _json(self.uitkomst, self.maat),
            "maat": str(self.maat),
            "reden": {"reden": self.reden.reden, "artikel": self.reden.artikel} if self.reden else None,
        }


@dataclass(frozen=True)
class Uitkomst:
    """The answer for one case.

    waarden    person id -> result -> exact value; None is empty (see `redenen`) or asked for (see `ontbreekt`)
    redenen    person id -> result -> why it is empty
    ontbreekt  the facts that the answer still depends on
    spoor      the steps, in the order in which they were taken
    meldingen  what the reader must know: what was used and is not verified
    wezen      what the case is about: "persoon", "werkgever" or "gemeente"
    """

    waarden: dict[str, dict[str, Waarde | None]]
    redenen: dict[str, dict[str, Reden]]
    ontbreekt: list[Ontbrekend]
    spoor: list[Stap]
    meldingen: list[str]
    maak_ontvangst: Callable[[], dict[str, Any]] = dict
    wezen: str = "persoon"

    @cached_property
    def ontvangst(self) -> dict[str, Any]:
        """Receipt: law package with version and hash, reference date, facts and amounts used; JSON values. It is
        written out when somebody asks for it.
        """
        return self.maak_ontvangst()


def _json(waarde: Waarde | None, maat: Soort) -> str | int | bool | None:
    return None if waarde is None else als_tekst(waarde, maat)


def soort_van(lezing: Lezing | None) -> Soort:
    """The unit of what was read; a group of persons counts as a number of them."""
    return lezing.soort if lezing else SOORTEN["Aantal"]
