"""Reads of a granted rectification: what can be corrected, what was, and which decisions rest on it."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from meedoen.recht import laad_recht

from ..besluiten.resting import Rustend, besluiten_op_feit
from ..dossiers.models import Feit, Persoon
from ..dossiers.overview import periode, toon_feit
from ..dossiers.queries import in_kracht
from .models import Verbetering, Verzoek


@dataclass(frozen=True)
class Feitregel:
    """A recorded fact as it holds now, its value for a reader, and until when nothing recorded later holds."""

    feit: Feit
    waarde: str
    geldt_tot: datetime.date | None


@dataclass(frozen=True)
class Verbeterd:
    """One correction for the page and the letter: what it said, what it says, and the decisions that rest on it."""

    verbetering: Verbetering
    was: str
    werd: str
    besluiten: tuple[Rustend, ...]


def te_verbeteren(persoon: Persoon) -> list[Feitregel]:
    """The facts of a resident that hold on some day and that the rules know, by name, the newest period first."""
    rijen = list(Feit.objects.filter(persoon=persoon).select_related("persoon", "door").order_by("vastgelegd_op", "pk"))
    bekend = {naam for naam, feit in laad_recht().feiten.items() if feit.vorm != "relatie"}
    regels = []
    for naam in sorted({rij.naam for rij in rijen} & bekend):
        eigen = [rij for rij in rijen if rij.naam == naam]
        geldig = {rij.pk for dag in _dagen(eigen) for rij in in_kracht(eigen, dag)[-1:]}
        regels += [
            Feitregel(rij, toon_feit(rij), geldt_tot(rij, eigen))
            for rij in sorted(eigen, key=lambda rij: rij.vanaf, reverse=True)
            if rij.pk in geldig
        ]
    return regels


def geldt_tot(feit: Feit, rijen: Collection[Feit]) -> datetime.date | None:
    """The first day on which a fact holds no longer: its own end, or where another takes its place."""
    return next((dag for dag in _dagen(rijen) if dag > feit.vanaf and in_kracht(rijen, dag)[-1:] != [feit]), None)


def _dagen(rijen: Collection[Feit]) -> list[datetime.date]:
    """The days on which something may begin or end."""
    return sorted({dag for rij in rijen for dag in (rij.vanaf, rij.tot) if dag})


def verbeteringen_van(verzoek: Verzoek, *, met_besluiten: bool = True) -> list[Verbeterd]:
    """What was corrected at a request, in order."""
    rijen = verzoek.verbeteringen.select_related("was__persoon", "werd__door", "werd__persoon")
    return [
        Verbeterd(
            rij,
            omschrijving(rij.was),
            omschrijving(rij.werd),
            tuple(besluiten_op_feit(rij.was, rij.werd)) if met_besluiten else (),
        )
        for rij in rijen
    ]


def omschrijving(feit: Feit) -> str:
    """The value of a fact with its period."""
    return f"{toon_feit(feit)}, {periode(feit.vanaf, feit.tot)}"
