"""What the toegang puts on the worklist, and how it goes to a colleague."""

import datetime
from collections.abc import Collection

from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dossiers.worklist import Werkpost, lui, stand_op, wacht_op
from ..huisstijl.formats import datum
from ..kern.models import Gebruiker
from .acts import draag_meldingen_over
from .models import Melding, Overdracht
from .queries import OPEN

INTAKE, OVERDRACHT = gettext_lazy("Intake doen"), gettext_lazy("Overdracht volgen")


def werkposten(eigenaren: Collection[int], gemeenten: Collection[str], op: datetime.date) -> list[Werkpost]:
    """What these owners have open: meldingen to do the intake of or lead on, handovers that wait for others."""
    van_hen = {"eigenaar__in": eigenaren, "persoon__gemeente__in": gemeenten}
    return [
        *(_van_melding(melding, op) for melding in Melding.objects.filter(**van_hen, stand__in=OPEN)),
        *(_van_overdracht(rij) for rij in Overdracht.objects.filter(**van_hen, overgenomen_op__isnull=True)),
    ]


def _van_melding(melding: Melding, op: datetime.date) -> Werkpost:
    is_nieuw = melding.stand == Melding.Stand.NIEUW
    return Werkpost(
        sleutel=f"melding:{melding.pk}",
        wat=INTAKE if is_nieuw else lui(lambda: _("Toeleiden: %(route)s") % {"route": melding.get_route_display()}),
        persoon_id=melding.persoon_id,
        eigenaar_id=melding.eigenaar_id,
        uiterlijk=None,
        stand=stand_op(None, op),
        waarom=lui(lambda: _("gemeld op %(dag)s") % {"dag": datum(melding.gemeld_op)}),
        url=reverse_lazy("melding", args=[melding.nummer]),
    )


def _van_overdracht(overdracht: Overdracht) -> Werkpost:
    return Werkpost(
        sleutel=f"overdracht:{overdracht.pk}",
        wat=OVERDRACHT,
        persoon_id=overdracht.persoon_id,
        eigenaar_id=overdracht.eigenaar_id,
        uiterlijk=None,
        stand=wacht_op(overdracht.get_naar_display()),
        waarom=lui(lambda: _("gevraagd op %(dag)s, nog niet overgenomen") % {"dag": datum(overdracht.gevraagd_op)}),
        url=reverse_lazy("overdracht", args=[overdracht.nummer]),
    )


def geef_over(van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Everything of the toegang that `van` has open goes to `naar`; how many things that were."""
    return draag_meldingen_over(van=van, naar=naar, door=door, op=op)
