"""Acts on dossiers."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht

from ..huisstijl.formats import datum
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis, schrijf_inzage
from ..kern.models import Gebruiker
from ..kern.permissions import Recht, eis_recht
from .fact_values import als_register
from .models import Feit, Persoon
from .questions import Antwoord


@transaction.atomic
def open_dossier(persoon: Persoon, *, door: Gebruiker, doel: str) -> Persoon:
    """Open a dossier: who, when and what for is logged before anything is shown."""
    schrijf_inzage(onderwerp=persoon, door=door, doel=doel)
    return persoon


@transaction.atomic
def leg_feit_vast(
    *,
    persoon: Persoon,
    naam: str,
    waarde: Any,
    vanaf: datetime.date,
    tot: datetime.date | None = None,
    motivering: str = "",
    herkomst: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Feit:
    """Record a fact that the rules read, for a period. What was recorded before stays: a correction is a new row.

    `waarde` is as a form or a case states it: a bool, number, date, choice, or for a list rows of fields. A judgment is
    recorded as that of `door`. Raises ValidationError, in Dutch, for an unknown fact, a value that is none of its
    values, or a period that ends before it begins.
    """
    eis_recht(door, Recht.WERK_DOEN)
    if naam not in laad_recht().feiten:
        raise ValidationError(_("De rekenregels kennen geen feit %(naam)s.") % {"naam": naam})
    if tot is not None and tot <= vanaf:
        raise ValidationError(
            _("Het einde (%(tot)s) ligt niet na het begin (%(vanaf)s). Kies een latere dag.")
            % {"tot": datum(tot), "vanaf": datum(vanaf)}
        )
    feit = laad_recht().feiten[naam]
    rij = Feit.objects.create(
        persoon=persoon,
        naam=naam,
        waarde=als_register(feit, waarde),
        vanaf=vanaf,
        tot=tot,
        vastgelegd_op=clock.nu(),
        herkomst=herkomst or _("vastgelegd in het dossier"),
        door=door,
        motivering=motivering,
    )
    gegevens: Mapping[str, Any] = {"feit": naam, "vanaf": vanaf.isoformat(), "rij": rij.pk}
    schrijf_gebeurtenis(
        handeling="feit_vastgelegd",
        onderwerp=persoon,
        door=door,
        op=op,
        gemeentecode=persoon.gemeente_id,
        gegevens=dict(gegevens),
    )
    return rij


@transaction.atomic
def leg_feiten_vast(
    *, persoon: Persoon, waarden: Mapping[str, Any], vanaf: datetime.date, door: Gebruiker, op: datetime.date
) -> list[Feit]:
    """Record several facts from the same day on, all or none."""
    return [
        leg_feit_vast(persoon=persoon, naam=naam, waarde=waarde, vanaf=vanaf, door=door, op=op)
        for naam, waarde in waarden.items()
    ]


@transaction.atomic
def beantwoord_vragen(
    *, antwoorden: Collection[Antwoord], vanaf: datetime.date, door: Gebruiker, op: datetime.date
) -> list[Feit]:
    """Record the answers to the questions of a computation, from the same day on, all or none."""
    return [
        leg_feit_vast(
            persoon=antwoord.persoon,
            naam=antwoord.naam,
            waarde=antwoord.waarde,
            vanaf=vanaf,
            motivering=antwoord.motivering,
            door=door,
            op=op,
        )
        for antwoord in antwoorden
    ]
