"""What was imposed earlier, as the rules ask for it: from the decisions themselves, not from what somebody types."""

import datetime
from typing import Any

from django.db.models import QuerySet

from ..dossiers.models import Persoon
from ..dossiers.queries import huishouden_op
from .models import Besluit, Bezwaar, Procedure
from .terms import bezwaar_tot

LANGSTE_TERMIJN = datetime.timedelta(days=5 * 366)
"""No ordinance looks back further than sixty months (`maatregel_termijn_herhaling_overig_gedrag`)."""


def eerdere_maatregelen(procedure: Procedure) -> dict[str, Any]:
    """The measures of the person and the partner that were decided before, each with its lid and its three days."""
    rijen = _maatregelen(procedure).exclude(artikellid=None)
    return {
        "eerdere_maatregelen": [
            {
                "artikellid": rij.artikellid,
                "besluit_op": rij.genomen_op,
                "bekendgemaakt_op": rij.genomen_op,
                "verlaging_vanaf": rij.vanaf,
            }
            for rij in rijen
        ]
    }


def zonder_lid(procedure: Procedure) -> list[Besluit]:
    """Measures that came in by an import, of which nobody has noted yet on which lid of article 18 they rest."""
    eerder = _maatregelen(procedure).filter(artikellid=None)
    return list(eerder.filter(genomen_op__gt=procedure.ingangsdatum - LANGSTE_TERMIJN))


def eerdere_boetes(procedure: Procedure) -> dict[str, Any]:
    """The boetes of this person that nobody can object to any more."""
    open_bezwaar = Bezwaar.objects.filter(uitkomst="").values("besluit")
    boetes = _zonder_herroepen(
        Besluit.objects.filter(persoon=procedure.persoon, soort=Besluit.Soort.BOETE).exclude(pk__in=open_bezwaar)
    ).exclude(procedure=procedure)
    return {
        "eerdere_boetes": [
            {"opgelegd_op": rij.genomen_op, "was_gevangenisstraf": False}
            for rij in boetes
            if bezwaar_tot(rij) < procedure.ingangsdatum
        ]
    }


def _maatregelen(procedure: Procedure) -> QuerySet[Besluit]:
    partner = huishouden_op(procedure.persoon, procedure.ingangsdatum).partner_van(procedure.persoon)
    gezin: list[Persoon] = [procedure.persoon, partner] if partner else [procedure.persoon]
    maatregelen = Besluit.objects.filter(persoon__in=gezin, soort=Besluit.Soort.MAATREGEL).exclude(procedure=procedure)
    return _zonder_herroepen(maatregelen).order_by("genomen_op", "pk")


def _zonder_herroepen(besluiten: QuerySet[Besluit]) -> QuerySet[Besluit]:
    """Without the decisions that an objection took away."""
    herroepen = Bezwaar.objects.filter(uitkomst=Bezwaar.Uitkomst.GEGROND).values("besluit")
    return besluiten.exclude(pk__in=herroepen)
