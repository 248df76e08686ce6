"""Acts on measures and boetes: begin a decision of the college's own, and note the lid of a measure that came in."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..dossiers.models import Persoon
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .case_facts import leg_zaakfeiten_vast, neem_over
from .conditions import eis_bijstand_op, eis_dagen, eis_geen_andere, eis_maand
from .history import schrijf
from .kinds import SOORTEN
from .models import Aard, Besluit, Procedure

LEDEN = (2, 5, 6, 7, 8)
"""The leden of article 18 on which a measure can rest."""


@transaction.atomic
def begin_sanctie(
    *,
    persoon: Persoon,
    soort: str,
    aanleiding: str,
    aanleiding_op: datetime.date,
    ingangsdatum: datetime.date,
    feiten: Mapping[str, Any],
    zoals: Procedure | None = None,
    door: Gebruiker,
    op: datetime.date,
) -> Procedure:
    """Begin the way to a decision about behaviour: its facts are those of the case, with those of `zoals` before.

    A measure begins on the first day of a month, of somebody who has bijstand then. ValidationError otherwise.
    """
    eis_mag_werken(door, persoon.gemeente_id)
    if not SOORTEN[soort].gaat_over_gedrag:
        raise ValidationError(_("Dit is geen besluit over gedrag. Neem het op als aanvraag."))
    eis_dagen(aanleiding_op, ingangsdatum, op)
    if soort == Procedure.Soort.MAATREGEL:
        eis_maand(ingangsdatum, op)
        eis_bijstand_op(persoon, ingangsdatum)
    eis_geen_andere(persoon, soort, Aard.NIEUW)
    procedure = Procedure.objects.create(
        nummer=vrij_nummer(Procedure, "A"),
        persoon=persoon,
        gemeente_id=persoon.gemeente_id,
        soort=soort,
        aanleiding=aanleiding.strip(),
        aangevraagd_op=aanleiding_op,
        ingangsdatum=ingangsdatum,
        eigenaar=door,
    )
    if zoals is not None:
        neem_over(zoals, procedure)
    schrijf("begin_sanctie", procedure, door, op, {"soort": soort, "versie": 1})
    leg_zaakfeiten_vast(procedure=procedure, waarden=feiten, door=door, op=op)
    return procedure


@transaction.atomic
def noteer_artikellid(*, besluit: Besluit, artikellid: int, door: Gebruiker, op: datetime.date) -> Besluit:
    """Note on which lid of article 18 a measure rests that came in by an import: recidivism is counted from it."""
    eis_mag_werken(door, besluit.persoon.gemeente_id)
    if besluit.soort != Besluit.Soort.MAATREGEL or besluit.procedure_id is not None:
        raise ValidationError(
            _("Dit is geen ingelezen maatregel. Van een besluit dat hier is genomen, staat het lid vast.")
        )
    if artikellid not in LEDEN:
        raise ValidationError({"artikellid": _("Een maatregel rust op lid 2, 5, 6, 7 of 8 van artikel 18.")})
    bijgewerkt = Besluit.objects.filter(pk=besluit.pk, artikellid=None).update(artikellid=artikellid)
    if not bijgewerkt:
        besluit.refresh_from_db()
        raise ValidationError(_("Dit is al vastgelegd: lid %(lid)s.") % {"lid": besluit.artikellid})
    besluit.artikellid = artikellid
    schrijf_gebeurtenis(
        handeling="noteer_artikellid",
        onderwerp=besluit,
        door=door,
        op=op,
        gemeentecode=besluit.persoon.gemeente_id,
        gegevens={"artikellid": artikellid},
    )
    return besluit
