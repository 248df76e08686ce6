"""Acts on the term to decide: let it stand still, and run again (Awb 4:15)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .history import schrijf
from .models import Opschorting, Procedure


@transaction.atomic
def schort_op(
    *,
    procedure: Procedure,
    reden: str,
    toelichting: str,
    gevraagd_op: datetime.date,
    uiterlijk: datetime.date,
    door: Gebruiker,
    op: datetime.date,
) -> Opschorting:
    """Let the term to decide stand still from the day after `gevraagd_op` (Awb 4:15), at most until `uiterlijk`."""
    eis_mag_werken(door, procedure.gemeente_id)
    if not procedure.is_open:
        raise ValidationError(_("Dit is al afgerond; er loopt geen beslistermijn meer."))
    if not procedure.aangevraagd_op <= gevraagd_op <= op:
        raise ValidationError({"gevraagd_op": _("Kies een dag van de aanvraag tot en met vandaag.")})
    if uiterlijk <= gevraagd_op:
        raise ValidationError(
            {"uiterlijk": _("Geef een dag na de dag waarop u het vroeg: zonder termijn staat de tijd niet stil.")}
        )
    if procedure.opschortingen.filter(tot=None).exists():
        raise ValidationError(_("De beslistermijn staat al stil. Beëindig die opschorting eerst."))
    opschorting = Opschorting.objects.create(
        procedure=procedure,
        reden=reden,
        toelichting=toelichting,
        vanaf=gevraagd_op + datetime.timedelta(days=1),
        uiterlijk=uiterlijk,
        door=door,
    )
    schrijf("schort_op", procedure, door, op, {"reden": reden, "uiterlijk": uiterlijk.isoformat()})
    return opschorting


@transaction.atomic
def beeindig_opschorting(
    *, opschorting: Opschorting, tot: datetime.date, door: Gebruiker, op: datetime.date
) -> Opschorting:
    """The term runs again: what was asked came in on `tot`, or the time for it passed."""
    eis_mag_werken(door, opschorting.procedure.gemeente_id)
    if opschorting.tot is not None:
        raise ValidationError(_("Deze opschorting is al beëindigd."))
    if not opschorting.vanaf <= tot <= op:
        raise ValidationError({"tot": _("Kies een dag vanaf het begin van de opschorting tot en met vandaag.")})
    opschorting.tot = tot
    opschorting.save(update_fields=["tot"])
    schrijf("beeindig_opschorting", opschorting.procedure, door, op, {"tot": tot.isoformat()})
    return opschorting
