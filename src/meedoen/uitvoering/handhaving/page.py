"""The page of a signal made ready for a reader: what is known, what was said, what can be done now."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from ..besluiten.measure import volgende_maand
from ..besluiten.models import Procedure
from ..kern.models import Gebeurtenis
from .conditions import is_ingetrokken, soort_besluit
from .forms import BesluitForm, GeenGevolgForm, UitnodigForm, ZienswijzeForm
from .models import Signaal, Uitnodiging

_Stand = Signaal.Stand
BADGES = {
    _Stand.NIEUW: "neutral",
    _Stand.UITGENODIGD: "warning",
    _Stand.GEHOORD: "warning",
    _Stand.BESLUIT: "success",
    _Stand.GEEN_GEVOLG: "inactive",
}
TIJD_OM_TE_REAGEREN = datetime.timedelta(days=14)
"""What the form proposes. The law names no term; the worker may choose another."""


def signaalpagina(signaal: Signaal, op: datetime.date, geweigerd: Mapping[str, forms.Form]) -> dict[str, Any]:
    """The whole context. `geweigerd` are forms that an act refused, by the name under which the page shows them: they
    stay, with what was typed, also where somebody else has moved the signal on.
    """
    uitnodigingen = list(signaal.uitnodigingen.all())
    afgebroken = is_ingetrokken(signaal)
    soort = soort_besluit(signaal.gedraging, signaal.overtreding_op)
    gegevens: dict[str, Any] = {
        "signaal": signaal,
        "persoon": signaal.persoon,
        "badge": BADGES[_Stand(signaal.stand)],
        "kruimels": _kruimels(signaal),
        "uitnodigingen": uitnodigingen,
        "zienswijzen": list(signaal.zienswijzen.select_related("door")),
        "is_boete": soort == Procedure.Soort.BOETE,
        "is_afgebroken": afgebroken,
        "is_te_horen": signaal.stand in (_Stand.NIEUW, _Stand.UITGENODIGD)
        or bool(geweigerd.keys() & {"uitnodigen", "zienswijze"}),
        "is_te_besluiten": signaal.stand == _Stand.GEHOORD or afgebroken or "besluit" in geweigerd,
        "is_te_sluiten": signaal.is_open or afgebroken or "geen_gevolg" in geweigerd,
        "stappen_gezet": _gezet(signaal),
    }
    return gegevens | _formulieren(signaal, uitnodigingen, soort, op) | dict(geweigerd)


def _formulieren(
    signaal: Signaal, uitnodigingen: list[Uitnodiging], soort: str, op: datetime.date
) -> dict[str, forms.Form]:
    """An empty form for each step, each with ids of its own."""
    versie = {"versie": signaal.versie}
    tekst = uitnodigingen[-1].tekst if uitnodigingen else ""
    ingang = op if soort == Procedure.Soort.BOETE else volgende_maand(op)
    begin: dict[str, tuple[type[forms.Form], dict[str, Any]]] = {
        "uitnodigen": (UitnodigForm, versie | {"tekst": tekst, "uiterlijk": op + TIJD_OM_TE_REAGEREN}),
        "zienswijze": (ZienswijzeForm, versie | {"gegeven_op": op}),
        "geen_gevolg": (GeenGevolgForm, versie),
        "besluit": (BesluitForm, versie | {"ingangsdatum": ingang, "tekst": tekst}),
    }
    return {naam: formulier(initial=waarden, auto_id=ids_van(naam)) for naam, (formulier, waarden) in begin.items()}


def ids_van(naam: str) -> str:
    """How the fields of one of the forms on the page are called."""
    return f"id_{naam}_%s"


def _kruimels(signaal: Signaal) -> list[tuple[str, str]]:
    persoon = signaal.persoon
    return [
        (_("Dossiers"), reverse("dossiers")),
        (str(persoon), reverse("dossier", args=[persoon.nummer])),
        (_("Signaal %(nummer)s") % {"nummer": signaal.nummer}, ""),
    ]


def _gezet(signaal: Signaal) -> list[Gebeurtenis]:
    """The steps that were taken, oldest first."""
    soort = signaal._meta.label_lower
    gezet = Gebeurtenis.objects.filter(onderwerp_soort=soort, onderwerp_id=str(signaal.pk)).select_related("door")
    return list(gezet.order_by("pk"))
