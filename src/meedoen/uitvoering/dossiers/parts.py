"""What other apps add to a dossier: facts for the rules and sections on the page.

`dossiers` lies below `plaatsingen` and `besluiten` and may not import them, yet a dossier shows what they know. Each of
them registers here, in its `AppConfig.ready`, what it has to say about a set of persons on a date: by what is known
now, or was known at a moment before.
"""

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from .models import Persoon

Feitwaarde = str | bool
FeitenPerPersoon = dict[int, dict[str, Feitwaarde]]
Bekend = datetime.datetime | None
"""The moment up to which something was known; None: now."""
Feitenbron = Callable[[Collection[int], datetime.date, Bekend], FeitenPerPersoon]


@dataclass(frozen=True)
class Onderdeel:
    """A section of the dossier page: its heading, a template and the query that fills its context.

    `van_toen` fills it with what was known at a moment; a section without it is left out of a page of past knowledge.
    Such a section offers no acts.
    """

    volgorde: int
    sjabloon: str
    gegevens: Callable[[Persoon, datetime.date], dict[str, object]]
    naam: Promise
    van_toen: Callable[[Persoon, datetime.date, datetime.datetime], dict[str, object]] | None = None


_feitenbronnen: list[Feitenbron] = []
_onderdelen: list[Onderdeel] = []


def meld_feitenbron_aan(bron: Feitenbron) -> None:
    """Register a source of facts: person ids, a date and a moment of knowledge in, facts by person id out.

    Registering twice is once.
    """
    if bron not in _feitenbronnen:
        _feitenbronnen.append(bron)


def meld_onderdeel_aan(onderdeel: Onderdeel) -> None:
    """Register a section of the dossier page. Registering twice is once."""
    if onderdeel not in _onderdelen:
        _onderdelen.append(onderdeel)


def feiten_van_anderen(personen: Collection[int], op: datetime.date, bekend_op: Bekend = None) -> FeitenPerPersoon:
    """Facts that the registered sources hold about these persons on this date, by person id."""
    samen: FeitenPerPersoon = {persoon: {} for persoon in personen}
    for bron in _feitenbronnen:
        for persoon, feiten in bron(personen, op, bekend_op).items():
            samen[persoon].update(feiten)
    return samen


def onderdelen() -> list[Onderdeel]:
    """The registered sections in the order of the page."""
    return sorted(_onderdelen, key=lambda onderdeel: onderdeel.volgorde)
