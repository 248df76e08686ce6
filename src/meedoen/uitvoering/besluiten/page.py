"""The page of a procedure made ready for a reader: where it stands, what is asked, what the rules give, what to do."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.calculation import Berekening
from ..dossiers.explanation import leg_uit
from ..dossiers.forms import VersieForm
from ..dossiers.overview import rijen
from ..dossiers.questions import vragenformulier
from ..kern.models import Gebeurtenis, Gebruiker
from ..kern.permissions import Recht, heeft_recht
from ..trajecten.queries import lopend_plan
from .forms import HervatForm, IntrekForm, OpschortForm, TerugForm, VoorstelForm
from .kinds import soort_van, zin_van
from .measure import maanden_van
from .models import Bezwaar, Brief, Procedure, Uitkomst
from .proposal import beoordeel, berekening_van, moet_getoetst
from .revision import maanden, te_veel, te_weinig
from .terms import beslistermijn, bezwaar_tot, heeft_beslistermijn

_Stand = Procedure.Stand
BADGES = {_Stand.IN_BEHANDELING: "neutral", _Stand.VOORSTEL: "warning", _Stand.TER_TOETS: "warning"} | {
    _Stand.ONDERTEKEND: "success",
    _Stand.INGETROKKEN: "inactive",
}


def procedurepagina(
    procedure: Procedure, wie: Gebruiker, op: datetime.date, geweigerd: Mapping[str, forms.Form]
) -> dict[str, Any]:
    """The whole context. `geweigerd` are forms that an act refused, by the name under which the page shows them."""
    is_te_maken = procedure.stand in (_Stand.IN_BEHANDELING, _Stand.VOORSTEL)
    gegevens: dict[str, Any] = {
        "procedure": procedure,
        "persoon": procedure.persoon,
        "soort": soort_van(procedure),
        "badge": BADGES[_Stand(procedure.stand)],
        "kruimels": _kruimels(procedure),
        "termijn": beslistermijn(procedure, op) if procedure.is_open and heeft_beslistermijn(procedure) else None,
        "maatregelmaanden": maanden_van(procedure),
        "maanden": _maanden(procedure, op, is_te_maken=is_te_maken),
        "opschortingen": list(procedure.opschortingen.all()),
        "staat_open": procedure.opschortingen.filter(tot=None).exists(),
        "stappen_gezet": _gezet(procedure),
        "is_te_maken": is_te_maken,
        **_wat_kan(procedure, wie, op),
    }
    gegevens |= _beoordeling(procedure, op) if is_te_maken else _voorstel(procedure)
    return gegevens | _formulieren(procedure, op) | dict(geweigerd)


def _maanden(procedure: Procedure, op: datetime.date, *, is_te_maken: bool) -> dict[str, Any] | None:
    """Of a revision: then and now per month, from the proposal, or as it would be now."""
    if procedure.herziet is None:
        return None
    if is_te_maken or not procedure.voorstel:
        per_maand = maanden(procedure, op)
        return {"rijen": per_maand, "te_veel": te_veel(per_maand), "te_weinig": te_weinig(per_maand)}
    voorstel = procedure.voorstel
    rijen_ = [m | {"eerste_dag": datetime.date.fromisoformat(m["maand"])} for m in voorstel["maanden"]]
    return {"rijen": rijen_, "te_veel": voorstel["te_veel"], "te_weinig": voorstel["te_weinig"]}


def _beoordeling(procedure: Procedure, op: datetime.date) -> dict[str, Any]:
    """While a proposal can be made: the rules by the facts of now."""
    beoordeling = beoordeel(procedure, op)
    return {
        "beoordeling": beoordeling,
        "zin": zin_van(procedure, beoordeling.uitkomst),
        "vragen": vragenformulier(beoordeling.berekening),
        **_uitleg(beoordeling.berekening if beoordeling.uitkomst else None),
    }


def _voorstel(procedure: Procedure) -> dict[str, Any]:
    """Afterwards: what was proposed, from the proposal itself."""
    uitleg = _uitleg(berekening_van(procedure) if procedure.voorstel else None)
    return {"zin": zin_van(procedure, procedure.uitkomst), **uitleg}


def _uitleg(berekening: Berekening | None) -> dict[str, Any]:
    if berekening is None:
        return {"rijen": [], "uitleg": [], "leden": ()}
    return {"rijen": rijen(berekening), "uitleg": leg_uit(berekening), "leden": berekening.huishouden.personen}


def _wat_kan(procedure: Procedure, wie: Gebruiker, op: datetime.date) -> dict[str, Any]:
    """Who may sign now, and why not."""
    getoetst = moet_getoetst(procedure, op) if procedure.is_open else False
    standen = (_Stand.TER_TOETS,) if getoetst is not False else (_Stand.TER_TOETS, _Stand.VOORSTEL)
    mag_tekenen = heeft_recht(wie, Recht.BESLUIT_ONDERTEKENEN)
    is_maker = procedure.opgesteld_door_id == wie.pk
    moet_in_plan = procedure.soort == Procedure.Soort.VOORZIENING and procedure.uitkomst == Uitkomst.TOEKENNEN
    return {
        "is_vier_ogen_onbekend": getoetst is None,
        "kan_tekenen": mag_tekenen and procedure.stand in standen and not (is_maker and getoetst is not False),
        "mag_tekenen": mag_tekenen,
        "is_maker": is_maker,
        "besluit": getattr(procedure, "besluit", None),
        "bezwaren": list(Bezwaar.objects.filter(besluit__procedure=procedure)),
        "brief": Brief.objects.filter(besluit__procedure=procedure).first(),
        "bezwaar_tot": bezwaar_tot(procedure.besluit) if hasattr(procedure, "besluit") else None,
        "moet_in_plan": moet_in_plan,
        "plan": lopend_plan(procedure.persoon) if moet_in_plan else None,
    }


def _formulieren(procedure: Procedure, op: datetime.date) -> dict[str, forms.Form]:
    """An empty form for each step, each with ids of its own: they stand on one page."""
    versie = {"versie": procedure.versie}
    begin: dict[str, tuple[type[forms.Form], dict[str, Any]]] = {
        "voorstel": (VoorstelForm, versie | {"motivering": procedure.motivering}),
        "toets": (VersieForm, versie),
        "teken": (VersieForm, versie),
        "terug": (TerugForm, versie),
        "intrekken": (IntrekForm, versie),
        "opschorten": (OpschortForm, {"gevraagd_op": op}),
        "hervatten": (HervatForm, {"tot": op}),
    }
    return {naam: formulier(initial=waarden, auto_id=ids_van(naam)) for naam, (formulier, waarden) in begin.items()}


def ids_van(naam: str) -> str:
    """How the fields of one of the forms on the page are called."""
    return f"id_{naam}_%s"


def _kruimels(procedure: Procedure) -> list[tuple[str, str]]:
    persoon = procedure.persoon
    return [
        (_("Dossiers"), reverse("dossiers")),
        (str(persoon), reverse("dossier", args=[persoon.nummer])),
        (str(procedure), ""),
    ]


def _gezet(procedure: Procedure) -> list[Gebeurtenis]:
    """The steps that were taken, oldest first."""
    soort = procedure._meta.label_lower
    gezet = Gebeurtenis.objects.filter(onderwerp_soort=soort, onderwerp_id=str(procedure.pk)).select_related("door")
    return list(gezet.order_by("pk"))
