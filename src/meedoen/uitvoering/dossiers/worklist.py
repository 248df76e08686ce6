"""What is to be done, by whom and before when: other apps register here what they know, as in `parts`.

A source answers for a set of owners (ids of users) with everything of theirs that is open on a date, about residents
of some municipalities. A transfer hands everything of one owner to another and says how many things went. Both are
registered in `AppConfig.ready`.
"""

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.db import transaction
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from ..kern.models import Gebruiker
from .models import Persoon

TE_DOEN, TE_LAAT = _("te doen"), _("te laat")


@dataclass(frozen=True)
class Werkpost:
    """One thing to do. `stand` is TE_DOEN, TE_LAAT or the words of `wacht_op`; `uiterlijk` is empty where no day holds.

    `sleutel` names the thing and its kind ("inzet-termijn:12"), so that a list can keep them apart. A list of thousands
    shows a page of them: texts and addresses are made when they are shown (`lui`), and people are looked up for that
    page only (`met_mensen`).
    """

    sleutel: str
    wat: str | Promise
    persoon_id: int
    eigenaar_id: int
    uiterlijk: datetime.date | None
    stand: str | Promise
    waarom: str | Promise
    url: str | Promise

    @property
    def is_te_laat(self) -> bool:
        """Whether its day has passed."""
        return self.stand is TE_LAAT


class Werkregel(NamedTuple):
    """A thing to do with whom it is about and who does it."""

    post: Werkpost
    persoon: Persoon
    eigenaar: Gebruiker


def lui(maak: Callable[[], str]) -> Promise:
    """A text that is made when it is shown: `lui(lambda: _("Intake doen"))`."""
    tekst: Promise = _lui(maak)  # type: ignore[no-untyped-call]
    return tekst


_lui = lazy(lambda maak: maak(), str)

Werkbron = Callable[[Collection[int], Collection[str], datetime.date], list[Werkpost]]


class Overdracht(Protocol):
    """An act that hands everything which `van` owns in one app to `naar`, and says how many things went."""

    def __call__(self, *, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int: ...


_bronnen: list[Werkbron] = []
_overdrachten: list[Overdracht] = []


def stand_op(uiterlijk: datetime.date | None, op: datetime.date) -> str | Promise:
    """TE_LAAT from the day after `uiterlijk` on, else TE_DOEN."""
    return TE_LAAT if uiterlijk is not None and uiterlijk < op else TE_DOEN


def wacht_op(wie: str) -> str:
    """The stand of a thing that somebody else has to move first: "wacht op UWV"."""
    return str(_("wacht op %(wie)s") % {"wie": wie})


def meld_werkbron_aan(bron: Werkbron) -> None:
    """Register a source of work: ids of owners, codes of municipalities and a date in, what is open out.

    Registering twice is once.
    """
    if bron not in _bronnen:
        _bronnen.append(bron)


def meld_overdracht_aan(overdracht: Overdracht) -> None:
    """Register the transfer of an app. Registering twice is once."""
    if overdracht not in _overdrachten:
        _overdrachten.append(overdracht)


def werk_van(eigenaren: Collection[int], gemeenten: Collection[str], op: datetime.date) -> list[Werkpost]:
    """All open work of these owners about residents of these municipalities, by date; without a date last."""
    posten = [post for bron in _bronnen for post in bron(eigenaren, gemeenten, op)]
    return sorted(posten, key=lambda post: (post.uiterlijk or datetime.date.max, post.sleutel))


def met_mensen(posten: Iterable[Werkpost]) -> list[Werkregel]:
    """These things with their people, looked up together."""
    posten = list(posten)
    personen = Persoon.objects.in_bulk({post.persoon_id for post in posten})
    eigenaren = Gebruiker.objects.in_bulk({post.eigenaar_id for post in posten})
    return [Werkregel(post, personen[post.persoon_id], eigenaren[post.eigenaar_id]) for post in posten]


@transaction.atomic
def draag_werk_over(*, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Hand everything that `van` owns to `naar`, of every registered app: all of it or nothing. How many things."""
    return sum(overdracht(van=van, naar=naar, door=door, op=op) for overdracht in _overdrachten)
