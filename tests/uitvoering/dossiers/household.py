"""Households for the tests of the dossier, built from the small register of `tests/uitvoering/register.py`."""

import datetime

from django.utils import timezone

from meedoen.uitvoering.dossiers.models import Bewoning, Feit, Persoon, Relatie
from tests.uitvoering.register import dag


def woont(persoon: Persoon, woning: str = "W1", vanaf: str = "2010-01-01", tot: str | None = None) -> Persoon:
    """Put a person in a dwelling for a period."""
    Bewoning.objects.create(persoon=persoon, woning=woning, vanaf=dag(vanaf), tot=dag(tot) if tot else None)
    return persoon


def relatie(persoon: Persoon, ander: Persoon, soort: str, vanaf: str = "2010-01-01", tot: str | None = None) -> None:
    """Relate two persons for a period."""
    Relatie.objects.create(persoon=persoon, ander=ander, soort=soort, vanaf=dag(vanaf), tot=dag(tot) if tot else None)


def feit(
    persoon: Persoon,
    naam: str,
    waarde: str,
    vanaf: str = "2010-01-01",
    tot: str | None = None,
    vastgelegd_op: datetime.datetime | None = None,
) -> Feit:
    """Record a fact for a period, at a moment (default: now)."""
    return Feit.objects.create(
        persoon=persoon,
        naam=naam,
        waarde=waarde,
        vanaf=dag(vanaf),
        tot=dag(tot) if tot else None,
        vastgelegd_op=vastgelegd_op or timezone.now(),
        herkomst="test",
    )
