"""Two people at one row: who saves last on an old version is told what changed, and overwrites nothing.

A row that people work on has `versie`, a number from 1. A form sends the number it was made with; the act changes the
row with `verhoog` and puts what that returns in its event. So the events of a row say what each version changed.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..kern.models import Gebeurtenis


class IntussenGewijzigd(ValidationError):
    """Somebody else changed the row since it was read. The message names what and who; `versie` is that of now."""

    def __init__(self, rij: models.Model, *, gezien: int) -> None:
        self.versie: int = type(rij)._default_manager.values_list("versie", flat=True).get(pk=rij.pk)
        super().__init__(
            _(
                "Dit is intussen veranderd. %(wat)s Wat u hebt ingevuld staat er nog: "
                "kijk na of het nog klopt en sla het opnieuw op."
            )
            % {"wat": " ".join(_zin(gebeurtenis) for gebeurtenis in _sindsdien(rij, gezien))}
        )


def verhoog(rij: models.Model, versie: int, velden: Mapping[str, Any]) -> dict[str, Any]:
    """Change `velden` of a row that is still at `versie`, and count its version up, in the database and in `rij`.

    Returns what belongs in the event of the act: the new version and the names of the fields that changed. Raises
    IntussenGewijzigd when the row has moved on; then nothing was changed.
    """
    was = {naam: getattr(rij, naam) for naam in velden}
    bijgewerkt = type(rij)._default_manager.filter(pk=rij.pk, versie=versie).update(**velden, versie=F("versie") + 1)
    if not bijgewerkt:
        raise IntussenGewijzigd(rij, gezien=versie)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.versie = versie + 1  # type: ignore[attr-defined]
    anders = [naam for naam, waarde in velden.items() if was[naam] != waarde]
    return {"versie": versie + 1, "velden": anders}


def _sindsdien(rij: models.Model, gezien: int) -> list[Gebeurtenis]:
    """The events of this row that raised its version above `gezien`, oldest first."""
    gebeurtenissen = (
        Gebeurtenis.objects.filter(onderwerp_soort=rij._meta.label_lower, onderwerp_id=str(rij.pk))
        .select_related("door")
        .order_by("pk")
    )
    return [g for g in gebeurtenissen if g.gegevens.get("versie", 0) > gezien]


def _zin(gebeurtenis: Gebeurtenis) -> str:
    """One event as a sentence: who, when, what."""
    door = gebeurtenis.door
    wie = (door.get_full_name() or door.get_username()) if door else _("het systeem")
    wat = ", ".join(
        [
            gebeurtenis.handeling.replace("_", " "),
            *(n.replace("_", " ") for n in gebeurtenis.gegevens.get("velden", [])),
        ]
    )
    moment = date_format(gebeurtenis.moment.astimezone(timezone.get_current_timezone()), "j F Y, H:i")
    return _("%(wie)s deed op %(moment)s: %(wat)s.") % {"wie": wie, "moment": moment, "wat": wat}
