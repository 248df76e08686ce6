"""What is to be done, by whom and before when: other apps register here what they know, as in `parts`.

A kind of work answers twice: with the numbers and days of everything of some owners that is open, thousands of rows
for a team; and with what there is to show of those on one page. A transfer hands everything of one owner to another and
says how many things went. Both are registered in `AppConfig.ready`.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..kern.models import Gebruiker
from .models import Persoon

TE_DOEN, TE_LAAT = _("te doen"), _("te laat")


@dataclass(frozen=True)
class Werkpost:
    """One thing to do. `stand` is TE_DOEN, TE_LAAT or the words of `wacht_op`; `uiterlijk` is empty where no day holds.

    `nummer` is the primary key of its row. `persoon` is only a name where nobody has found him in the register yet.
    """

    nummer: int
    wat: str | Promise
    persoon: Persoon | str
    eigenaar: Gebruiker
    uiterlijk: datetime.date | None
    stand: str | Promise
    waarom: str | Promise
    url: str | Promise

    @property
    def is_te_laat(self) -> bool:
        """Whether its day has passed."""
        return self.stand is TE_LAAT


class Vraag(NamedTuple):
    """Whose work (ids of users), about residents of which municipalities (codes), on which day."""

    eigenaren: Collection[int]
    gemeenten: Collection[str]
    op: datetime.date


class Rij(NamedTuple):
    """The primary key of something that is open, its last day, and whether somebody else has to move first."""

    nummer: int
    uiterlijk: datetime.date | None
    wacht: bool = False


@dataclass(frozen=True)
class Werksoort:
    """One kind of thing to do: what is open of it, and how rows with these primary keys are shown on a day."""

    naam: str
    rijen: Callable[[Vraag], Iterable[Rij]]
    posten: Callable[[Collection[int], datetime.date], Iterable[Werkpost]]


class Openstaand(NamedTuple):
    """A line of the worklist before it is shown; in the order of the list."""

    uiterlijk: datetime.date
    soort: str
    nummer: int
    is_te_laat: bool


class Overdracht(Protocol):
    """An act that hands everything which `van` owns in one app to `naar`, and says how many things went."""

    def __call__(self, *, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int: ...


_soorten: dict[str, Werksoort] = {}
_overdrachten: list[Overdracht] = []


def stand_op(uiterlijk: datetime.date | None, op: datetime.date) -> str | Promise:
    """TE_LAAT from the day after `uiterlijk` on, else TE_DOEN."""
    return TE_LAAT if uiterlijk is not None and uiterlijk < op else TE_DOEN


def wacht_op(wie: str) -> str:
    """The stand of a thing that somebody else has to move first: "wacht op UWV"."""
    return str(_("wacht op %(wie)s") % {"wie": wie})


def meld_werk_aan(*soorten: Werksoort) -> None:
    """Register kinds of work. Registering twice is once."""
    _soorten.update({soort.naam: soort for soort in soorten})


def meld_overdracht_aan(overdracht: Overdracht) -> None:
    """Register the transfer of an app. Registering twice is once."""
    if overdracht not in _overdrachten:
        _overdrachten.append(overdracht)


def werk_van(vraag: Vraag) -> list[Openstaand]:
    """All open work that was asked for, by date; without a date last."""
    return sorted(
        Openstaand(rij.uiterlijk or datetime.date.max, soort.naam, rij.nummer, _is_te_laat(rij, vraag.op))
        for soort in _soorten.values()
        for rij in soort.rijen(vraag)
    )


def _is_te_laat(rij: Rij, op: datetime.date) -> bool:
    return not rij.wacht and stand_op(rij.uiterlijk, op) is TE_LAAT


def posten_van(werk: Sequence[Openstaand], op: datetime.date) -> list[Werkpost]:
    """What there is to show of these lines, in their order."""
    nummers: dict[str, list[int]] = {}
    for regel in werk:
        nummers.setdefault(regel.soort, []).append(regel.nummer)
    gevonden = {
        (soort, post.nummer): post for soort, welke in nummers.items() for post in _soorten[soort].posten(welke, op)
    }
    return [gevonden[regel.soort, regel.nummer] for regel in werk]


@transaction.atomic
def draag_werk_over(*, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Hand everything that `van` owns to `naar`, of every registered app: all of it or nothing. How many things."""
    return sum(overdracht(van=van, naar=naar, door=door, op=op) for overdracht in _overdrachten)
