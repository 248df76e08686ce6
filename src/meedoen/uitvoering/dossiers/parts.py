"""What other apps add to a dossier: facts for the rules and sections on the page.

`dossiers` lies below `plaatsingen` and `besluiten` and may not import them, yet a dossier shows what they know. Each of
them registers here, in its `AppConfig.ready`, what it has to say about a set of persons on a date.
"""

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass

from .models import Persoon

Feitwaarde = str | bool
FeitenPerPersoon = dict[int, dict[str, Feitwaarde]]
Feitenbron = Callable[[Collection[int], datetime.date], FeitenPerPersoon]


@dataclass(frozen=True)
class Onderdeel:
    """A section of the dossier page: a template and the query that fills its context."""

    volgorde: int
    sjabloon: str
    gegevens: Callable[[Persoon, datetime.date], dict[str, object]]


_feitenbronnen: list[Feitenbron] = []
_onderdelen: list[Onderdeel] = []


def meld_feitenbron_aan(bron: Feitenbron) -> None:
    """Register a source of facts: person ids and a date in, facts by person id out. Registering twice is once."""
    if bron not in _feitenbronnen:
        _feitenbronnen.append(bron)


def meld_onderdeel_aan(onderdeel: Onderdeel) -> None:
    """Register a section of the dossier page. Registering twice is once."""
    if onderdeel not in _onderdelen:
        _onderdelen.append(onderdeel)


def feiten_van_anderen(personen: Collection[int], op: datetime.date) -> FeitenPerPersoon:
    """Facts that the registered sources hold about these persons on this date, by person id."""
    samen: FeitenPerPersoon = {persoon: {} for persoon in personen}
    for bron in _feitenbronnen:
        for persoon, feiten in bron(personen, op).items():
            samen[persoon].update(feiten)
    return samen


def onderdelen() -> list[Onderdeel]:
    """The registered sections in the order of the page."""
    return sorted(_onderdelen, key=lambda onderdeel: onderdeel.volgorde)
