"""Bringing a table into line with what the files say, touching only the rows that differ."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

Sleutel = tuple[Any, ...]


@dataclass
class Wijzigingen:
    """What a loading did: numbers, and of each changed row the old and new values (for the event log)."""

    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    details: list[dict[str, Any]] = field(default_factory=list)

    def __iadd__(self, ander: "Wijzigingen") -> "Wijzigingen":
        self.nieuw += ander.nieuw
        self.gewijzigd += ander.gewijzigd
        self.ongewijzigd += ander.ongewijzigd
        self.details += ander.details
        return self

    @property
    def is_leeg(self) -> bool:
        """Whether nothing had to change."""
        return not (self.nieuw or self.gewijzigd)


def _sleutel(rij: models.Model, velden: Sequence[str]) -> Sleutel:
    return tuple(getattr(rij, veld) for veld in velden)


def werk_bij(model: type[models.Model], velden: Sequence[str], gewenst: Sequence[models.Model]) -> Wijzigingen:
    """Make every row of `gewenst` exist with these values; `velden` together name a row.

    Rows that stand in the table and not in `gewenst` stay: what was once known remains known.
    """
    bestaand = {_sleutel(rij, velden): rij for rij in model._default_manager.all()}
    overige = [f.attname for f in model._meta.concrete_fields if f.attname not in velden and not f.primary_key]
    wijzigingen = Wijzigingen()
    nieuw, gewijzigd = [], []
    for rij in gewenst:
        oud = bestaand.get(_sleutel(rij, velden))
        if oud is None:
            nieuw.append(rij)
            continue
        verschil = {v: (getattr(oud, v), getattr(rij, v)) for v in overige if getattr(oud, v) != getattr(rij, v)}
        if not verschil:
            wijzigingen.ongewijzigd += 1
            continue
        rij.pk = oud.pk
        gewijzigd.append(rij)
        wijzigingen.details.append(
            {
                "tabel": model._meta.label_lower,
                "rij": [str(deel) for deel in _sleutel(rij, velden)],
                "oud": {veld: str(paar[0]) for veld, paar in verschil.items()},
                "nieuw": {veld: str(paar[1]) for veld, paar in verschil.items()},
            }
        )
    model._default_manager.bulk_create(nieuw)
    if gewijzigd:
        model._default_manager.bulk_update(gewijzigd, overige, batch_size=100)
    wijzigingen.nieuw, wijzigingen.gewijzigd = len(nieuw), len(gewijzigd)
    return wijzigingen
