"""Reads: decisions about a person."""

import datetime

from django.db.models import QuerySet

from ..dossiers.models import Persoon
from .models import Besluit


def besluiten_over(persoon: Persoon) -> QuerySet[Besluit]:
    """All decisions about one person, newest first."""
    return Besluit.objects.filter(persoon=persoon).order_by("-genomen_op", "-pk")


def onderdeel_besluiten(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on decisions of a dossier."""
    return {"besluiten": besluiten_over(persoon), "peildatum": op}
