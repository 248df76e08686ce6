"""A voorziening: which instrument is asked, what the register knows of it for the law, the next step in the plan."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..dossiers.models import Uitkering
from ..dossiers.queries import geldig_op
from ..huisstijl.formats import datum
from ..kern.models import Gebruiker
from ..trajecten.acts import spreek_af
from ..trajecten.models import Vorm
from ..trajecten.queries import BEGIN, groep_van, lopend_plan
from .models import Besluit, Procedure, Uitkomst

ONBELOOND_WERK: Mapping[str, str] = {
    Vorm.GEEN: "geen",
    Vorm.BEHOUD_VAN_UITKERING: "werken met behoud van uitkering",
    Vorm.PROEFPLAATS: "proefplaats",
    Vorm.PARTICIPATIEPLAATS: "participatieplaats",
}
"""The form of unpaid work -> how the law package calls it."""


def eis_instrument(soort: str, instrument: str, onbeloond_werk: str) -> None:
    """Of a voorziening it is known which instrument is asked; of anything else there is none."""
    if soort == Procedure.Soort.VOORZIENING and not instrument:
        raise ValidationError({"instrument": _("Vul in welk instrument wordt gevraagd.")})
    if soort != Procedure.Soort.VOORZIENING and (instrument or onbeloond_werk):
        zin = _("Een instrument hoort alleen bij een voorziening naar werk. Kies die, of maak dit veld leeg.")
        raise ValidationError({"instrument" if instrument else "onbeloond_werk": zin})


def feiten_van_voorziening(procedure: Procedure) -> dict[str, Any]:
    """What the register says by itself: whether he has bijstand, which form of unpaid work it is and from when, and
    whether his group has the instrument. Of somebody who is in no group yet the last is not known: it is asked.
    """
    vanaf, werk = procedure.ingangsdatum, Vorm(procedure.onbeloond_werk)
    feiten: dict[str, Any] = {
        "ontvangt_algemene_bijstand": Uitkering.objects.filter(geldig_op(vanaf), persoon=procedure.persoon).exists(),
        "gevraagd_onbeloond_werk": ONBELOOND_WERK[werk],
    }
    if werk:
        feiten[BEGIN[werk]] = vanaf.isoformat()
    if groep := groep_van(procedure.persoon, vanaf):
        feiten["voorziening_past_in_verordening"] = procedure.instrument in groep.instrumenten
    return feiten


def spreek_inzet_af(procedure: Procedure, besluit: Besluit, door: Gebruiker, op: datetime.date) -> None:
    """Agree in the running plan that its regisseur uses what was granted, so that it is somebody's work."""
    plan = lopend_plan(procedure.persoon)
    if procedure.uitkomst != Uitkomst.TOEKENNEN or plan is None:
        return
    wat = _("%(instrument)s inzetten vanaf %(vanaf)s (besluit %(nummer)s)") % {
        "instrument": procedure.instrument.capitalize(),
        "vanaf": datum(procedure.ingangsdatum),
        "nummer": besluit.nummer,
    }
    wie = plan.eigenaar.get_full_name() or plan.eigenaar.get_username()
    spreek_af(plan=plan, wie=wie[:80], wat=wat, uiterlijk=max(op, procedure.ingangsdatum, plan.vanaf), door=door, op=op)
