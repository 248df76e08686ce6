"""Reads: placements and advices of persons on a date, and what the rules need to know of a placement."""

import datetime
from collections.abc import Collection

from django.db.models import QuerySet

from ..dossiers.models import Persoon
from ..dossiers.parts import FeitenPerPersoon
from ..dossiers.queries import geldig_op
from .models import AdviesBeschutWerk, Plaatsing


def plaatsingen_van(persoon: Persoon) -> QuerySet[Plaatsing]:
    """All placements of one person, newest first."""
    return Plaatsing.objects.filter(persoon=persoon).select_related("werkgever").order_by("-vanaf")


def adviezen_van(persoon: Persoon) -> QuerySet[AdviesBeschutWerk]:
    """All requests for advice on beschut werk of one person, newest first."""
    return AdviesBeschutWerk.objects.filter(persoon=persoon).order_by("-aangevraagd_op")


def loonkostensubsidie_feiten(personen: Collection[int], op: datetime.date) -> FeitenPerPersoon:
    """The facts that Participatiewet 10d asks of a running placement with loonkostensubsidie, by person id.

    Of two such placements at once the one with most hours speaks; the other has its own row on the page.
    """
    lopend = Plaatsing.objects.filter(geldig_op(op), persoon__in=personen, heeft_loonkostensubsidie=True)
    feiten: FeitenPerPersoon = {}
    for plaatsing in lopend.order_by("uren_per_week", "pk"):
        van_plaatsing: dict[str, str | bool] = {
            "uren_per_week": str(plaatsing.uren_per_week),
            "voltijd_uren_per_week": str(plaatsing.voltijd_uren_per_week),
            "loonkostensubsidie_vanaf": plaatsing.vanaf.isoformat(),
        }
        if plaatsing.is_forfait:
            van_plaatsing["forfait"] = True
        if plaatsing.loonwaarde_percentage is not None:
            van_plaatsing["loonwaarde_percentage"] = str(plaatsing.loonwaarde_percentage)
        feiten[plaatsing.persoon_id] = van_plaatsing
    return feiten


def onderdeel_werk(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on work of a dossier."""
    return {"plaatsingen": plaatsingen_van(persoon), "adviezen": adviezen_van(persoon), "peildatum": op}
