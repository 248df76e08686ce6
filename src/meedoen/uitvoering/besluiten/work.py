"""What is to be done on decisions and objections, for the worklist; and the transfer of all of it to a colleague."""

import datetime
from collections.abc import Collection, Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.worklist import Rij, Vraag, Werkpost, Werksoort, stand_op, wacht_op
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .models import Bezwaar, Opschorting, Procedure
from .terms import Termijn, beslistermijn, beslistermijn_bezwaar, heeft_beslistermijn, termijn_met

_KLAAR = (Procedure.Stand.ONDERTEKEND, Procedure.Stand.INGETROKKEN)


def _open_procedures(vraag: Vraag) -> Iterator[Rij]:
    rijen = Procedure.objects.filter(eigenaar__in=vraag.eigenaren, persoon__gemeente__in=vraag.gemeenten)
    rijen = rijen.exclude(stand__in=_KLAAR)
    opschortingen: dict[int, list[Opschorting]] = {}
    for opschorting in Opschorting.objects.filter(procedure__in=rijen):
        opschortingen.setdefault(opschorting.procedure_id, []).append(opschorting)
    for procedure in rijen.only("soort", "stand", "aangevraagd_op", "herziet_id"):
        termijn = termijn_met(procedure, opschortingen.get(procedure.pk, ()), vraag.op)
        uiterlijk = termijn.uiterlijk if heeft_beslistermijn(procedure) else None
        yield Rij(procedure.pk, uiterlijk, wacht=_wacht_op(procedure, termijn) is not None)


def _procedures(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    """An application has its term; what the college does of itself, a revision or a measure, has none."""
    rijen = Procedure.objects.filter(pk__in=nummers).select_related("persoon", "eigenaar")
    for procedure in rijen.prefetch_related("opschortingen"):
        termijn = beslistermijn(procedure, op)
        uiterlijk = termijn.uiterlijk if heeft_beslistermijn(procedure) else None
        yield Werkpost(
            nummer=procedure.pk,
            wat=_("Besluit over %(soort)s") % {"soort": procedure.onderwerp},
            persoon=procedure.persoon,
            eigenaar=procedure.eigenaar,
            uiterlijk=uiterlijk,
            stand=_wacht_op(procedure, termijn) or stand_op(uiterlijk, op),
            waarom=_waarom(procedure),
            url=reverse("procedure", args=[procedure.nummer]),
        )


def _wacht_op(procedure: Procedure, termijn: Termijn) -> str | None:
    """Who has to move first, if it is somebody else."""
    if termijn.staat_stil_sinds is not None:
        return wacht_op(_("de aanvrager"))
    return wacht_op(_("wie toetst en ondertekent")) if procedure.stand == Procedure.Stand.TER_TOETS else None


def _waarom(procedure: Procedure) -> str:
    if heeft_beslistermijn(procedure):
        return _("Beslistermijn, Algemene wet bestuursrecht 4:13")
    return _("Herziening van een besluit") if procedure.herziet_id else _("Na een signaal en de zienswijze")


def _open_bezwaren(vraag: Vraag) -> Iterator[Rij]:
    rijen = Bezwaar.objects.filter(
        eigenaar__in=vraag.eigenaren, besluit__persoon__gemeente__in=vraag.gemeenten, uitkomst=""
    )
    for bezwaar in rijen.select_related("besluit"):
        yield Rij(bezwaar.pk, beslistermijn_bezwaar(bezwaar, vraag.op).uiterlijk)


def _bezwaren(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    for bezwaar in Bezwaar.objects.filter(pk__in=nummers).select_related("besluit__persoon", "eigenaar"):
        uiterlijk = beslistermijn_bezwaar(bezwaar, op).uiterlijk
        yield Werkpost(
            nummer=bezwaar.pk,
            wat=_("Beslissen op bezwaar"),
            persoon=bezwaar.besluit.persoon,
            eigenaar=bezwaar.eigenaar,
            uiterlijk=uiterlijk,
            stand=stand_op(uiterlijk, op),
            waarom=_("Beslistermijn, Algemene wet bestuursrecht 7:10"),
            url=reverse("bezwaar", args=[bezwaar.nummer]),
        )


SOORTEN_WERK = (
    Werksoort("procedure", _open_procedures, _procedures),
    Werksoort("bezwaar", _open_bezwaren, _bezwaren),
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
