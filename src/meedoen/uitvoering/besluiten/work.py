"""What is to be done on decisions and objections, for the worklist; and the transfer of all of it to a colleague."""

import datetime
from collections.abc import Collection

from django.db.models import F
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dossiers.worklist import Werkpost, lui, stand_op, wacht_op
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .models import Bezwaar, Procedure
from .terms import beslistermijn, beslistermijn_bezwaar, heeft_beslistermijn

BESLISTERMIJN = gettext_lazy("Beslistermijn, Algemene wet bestuursrecht 4:13")
HERZIENING = gettext_lazy("Herziening van een besluit")
NA_EEN_SIGNAAL = gettext_lazy("Na een signaal en de zienswijze")
BEZWAAR = gettext_lazy("Beslissen op bezwaar")
BESLISTERMIJN_BEZWAAR = gettext_lazy("Beslistermijn, Algemene wet bestuursrecht 7:10")
_KLAAR = (Procedure.Stand.ONDERTEKEND, Procedure.Stand.INGETROKKEN)


def werk(eigenaren: Collection[int], gemeenten: Collection[str], op: datetime.date) -> list[Werkpost]:
    """Open procedures and objections of these owners."""
    procedures = Procedure.objects.filter(eigenaar__in=eigenaren, persoon__gemeente__in=gemeenten)
    bezwaren = Bezwaar.objects.filter(eigenaar__in=eigenaren, besluit__persoon__gemeente__in=gemeenten, uitkomst="")
    return [
        *(_procedure(p, op) for p in procedures.exclude(stand__in=_KLAAR).prefetch_related("opschortingen")),
        *(_bezwaar(b, op) for b in bezwaren.select_related("besluit")),
    ]


def _procedure(procedure: Procedure, op: datetime.date) -> Werkpost:
    """An application has its term; what the college does of itself, a revision or a measure, has none."""
    termijn = beslistermijn(procedure, op)
    uiterlijk = termijn.uiterlijk if heeft_beslistermijn(procedure) else None
    stand = stand_op(uiterlijk, op)
    if termijn.staat_stil_sinds is not None:
        stand = wacht_op(_("de aanvrager"))
    elif procedure.stand == Procedure.Stand.TER_TOETS:
        stand = wacht_op(_("wie toetst en ondertekent"))
    return Werkpost(
        sleutel=f"procedure:{procedure.pk}",
        wat=lui(lambda: _("Besluit over %(soort)s") % {"soort": procedure.get_soort_display()}),
        persoon_id=procedure.persoon_id,
        eigenaar_id=procedure.eigenaar_id,
        uiterlijk=uiterlijk,
        stand=stand,
        waarom=_waarom(procedure),
        url=reverse_lazy("procedure", args=[procedure.nummer]),
    )


def _waarom(procedure: Procedure) -> Promise:
    if heeft_beslistermijn(procedure):
        return BESLISTERMIJN
    return HERZIENING if procedure.herziet_id else NA_EEN_SIGNAAL


def _bezwaar(bezwaar: Bezwaar, op: datetime.date) -> Werkpost:
    uiterlijk = beslistermijn_bezwaar(bezwaar, op).uiterlijk
    return Werkpost(
        sleutel=f"bezwaar:{bezwaar.pk}",
        wat=BEZWAAR,
        persoon_id=bezwaar.besluit.persoon_id,
        eigenaar_id=bezwaar.eigenaar_id,
        uiterlijk=uiterlijk,
        stand=stand_op(uiterlijk, op),
        waarom=BESLISTERMIJN_BEZWAAR,
        url=reverse_lazy("bezwaar", args=[bezwaar.nummer]),
    )


def draag_over(van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Hand every open procedure and objection of `van` to `naar`; how many. Inside the transaction of the caller."""
    rijen: list[tuple[Procedure | Bezwaar, str]] = [
        *((p, p.gemeente_id) for p in Procedure.objects.filter(eigenaar=van).exclude(stand__in=_KLAAR)),
        *(
            (b, b.besluit.persoon.gemeente_id)
            for b in Bezwaar.objects.filter(eigenaar=van, uitkomst="").select_related("besluit__persoon")
        ),
    ]
    for rij, gemeentecode in rijen:
        eis_mag_werken(door, gemeentecode)
        eis_mag_werken(naar, gemeentecode)
        type(rij)._default_manager.filter(pk=rij.pk).update(eigenaar=naar, versie=F("versie") + 1)
        schrijf_gebeurtenis(
            handeling="draag_over",
            onderwerp=rij,
            door=door,
            op=op,
            gemeentecode=gemeentecode,
            gegevens={"van": van.pk, "naar": naar.pk, "versie": rij.versie + 1, "velden": ["eigenaar"]},
        )
    return len(rijen)
