"""Reads: placements and advices of persons on a date, and what the rules need to know of a placement."""

import datetime
from collections.abc import Collection

from django.db.models import prefetch_related_objects

from ..dossiers.models import Persoon
from ..dossiers.parts import Bekend, FeitenPerPersoon
from ..dossiers.queries import geldende_rijen, rijen_van
from .models import AdviesBeschutWerk, Plaatsing


def plaatsingen_van(persoon: Persoon, bekend_op: Bekend = None) -> list[Plaatsing]:
    """All placements of one person with their employer, newest first."""
    plaatsingen = rijen_van(Plaatsing, persoon, bekend_op)
    prefetch_related_objects(plaatsingen, "werkgever")
    return plaatsingen


def loonkostensubsidie_feiten(
    personen: Collection[int], op: datetime.date, bekend_op: Bekend = None
) -> FeitenPerPersoon:
    """The facts that Participatiewet 10d asks of a running placement with loonkostensubsidie, by person id.

    Of two such placements at once the one with most hours speaks; the other has its own row on the page.
    """
    lopend = geldende_rijen(Plaatsing, op, bekend_op, persoon_id=personen)
    feiten: FeitenPerPersoon = {}
    for plaatsing in sorted(lopend, key=lambda rij: (rij.uren_per_week, rij.pk)):
        if not plaatsing.heeft_loonkostensubsidie:
            continue
        van_plaatsing: dict[str, str | bool] = {
            "uren_per_week": str(plaatsing.uren_per_week),
            "voltijd_uren_per_week": str(plaatsing.voltijd_uren_per_week),
            "loonkostensubsidie_vanaf": plaatsing.vanaf.isoformat(),
        }
        if plaatsing.is_forfait:
            van_plaatsing |= {"forfait": True, "begin_dienstbetrekking": plaatsing.vanaf.isoformat()}
        if plaatsing.loonwaarde_percentage is not None:
            van_plaatsing["loonwaarde_percentage"] = str(plaatsing.loonwaarde_percentage)
        feiten[plaatsing.persoon_id] = van_plaatsing
    return feiten


def onderdeel_werk(persoon: Persoon, op: datetime.date, bekend_op: Bekend = None) -> dict[str, object]:
    """Context of the section on work of a dossier."""
    adviezen = rijen_van(AdviesBeschutWerk, persoon, bekend_op, "aangevraagd_op")
    return {"plaatsingen": plaatsingen_van(persoon, bekend_op), "adviezen": adviezen, "peildatum": op}
