"""Pages: find a person, his dossier on a date, and how every amount in it came about."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ..kern.models import Gebruiker
from ..kern.permissions import Recht, eigen_gemeenten, eis_gemeente, mag
from .acts import open_dossier
from .calculation import Berekening, bereken_dossier
from .explanation import leg_uit
from .forms import Peilmoment, PeilmomentForm, ZoekForm
from .models import Persoon
from .overview import leden, rijen, toon_feit, vragen
from .parts import onderdelen
from .queries import feiten_door_de_tijd, huishouden_op
from .search import zoek
from .since import sindsdien


@mag(Recht.DOSSIERS_ZIEN)
def dossiers(request: HttpRequest) -> HttpResponse:
    """Search form and, after a search, the persons found in the user's own municipalities."""
    form = ZoekForm(request.POST or None)
    uitslag = None
    if request.method == "POST" and form.is_valid():
        uitslag = zoek(form.cleaned_data["term"], gemeentecodes=eigen_gemeenten(_gebruiker(request)))
    return render(request, "dossiers/dossiers.html", {"form": form, "uitslag": uitslag})


@mag(Recht.DOSSIERS_ZIEN)
def dossier(request: HttpRequest, nummer: str) -> HttpResponse:
    """One dossier on a reference date, by what is known now or was known on a day. Opening it is logged."""
    persoon = _persoon(request, nummer)
    form = PeilmomentForm(persoon, request.GET.dict())
    open_dossier(persoon, door=_gebruiker(request), doel="dossier bekijken")
    peil = form.peilmoment()
    berekening = bereken_dossier(persoon, peil.op, bekend_op=peil.moment)
    gegevens = {
        "persoon": persoon,
        "form": form,
        "peil": peil,
        "peildatum": peil.op,
        "kruimels": [(_("Dossiers"), reverse("dossiers")), (str(persoon), "")],
        "berekening": berekening,
        "leden": leden(berekening),
        "rijen": rijen(berekening),
        "vragen": vragen(berekening),
        "feiten": [(feit, toon_feit(feit)) for feit in feiten_door_de_tijd(persoon, bekend_op=peil.moment)],
        "onderdelen": [render_to_string(sjabloon, gevuld, request) for sjabloon, gevuld in _onderdelen(persoon, peil)],
        **(_van_toen(persoon, peil.op, berekening, peil.moment) if peil.moment else {}),
    }
    return render(request, "dossiers/dossier.html", gegevens)


def _onderdelen(persoon: Persoon, peil: Peilmoment) -> list[tuple[str, dict[str, object]]]:
    """The sections of other apps: those of now, or those that can tell what was known then."""
    if peil.moment is None:
        return [(deel.sjabloon, deel.gegevens(persoon, peil.op)) for deel in onderdelen()]
    return [(deel.sjabloon, deel.van_toen(persoon, peil.op, peil.moment)) for deel in onderdelen() if deel.van_toen]


def _van_toen(
    persoon: Persoon, op: datetime.date, berekening: Berekening, moment: datetime.datetime
) -> dict[str, object]:
    """What only a page of past knowledge shows: what came to be known since, and which sections are not there."""
    samen = {persoon, *huishouden_op(persoon, op).personen, *berekening.huishouden.personen}
    return {
        "veranderd": sindsdien(samen, moment),
        "niet_van_toen": [deel.naam for deel in onderdelen() if deel.van_toen is None],
    }


@mag(Recht.DOSSIERS_ZIEN)
def dossier_uitleg(request: HttpRequest, nummer: str) -> HttpResponse:
    """How did we get here: every rule, article, input, amount and source behind the amounts of this dossier."""
    persoon = _persoon(request, nummer)
    form = PeilmomentForm(persoon, request.GET.dict())
    open_dossier(persoon, door=_gebruiker(request), doel="berekening nagaan")
    peil = form.peilmoment()
    berekening = bereken_dossier(persoon, peil.op, bekend_op=peil.moment)
    gegevens = {
        "persoon": persoon,
        "form": form,
        "peil": peil,
        "peildatum": peil.op,
        "kruimels": [
            (_("Dossiers"), reverse("dossiers")),
            (str(persoon), reverse("dossier", args=[nummer]) + peil.vraag),
            (_("Hoe komen we hieraan?"), ""),
        ],
        "berekening": berekening,
        "uitleg": leg_uit(berekening),
    }
    return render(request, "dossiers/uitleg.html", gegevens)


def _persoon(request: HttpRequest, nummer: str) -> Persoon:
    persoon = get_object_or_404(Persoon.objects.select_related("gemeente"), nummer=nummer)
    eis_gemeente(_gebruiker(request), persoon.gemeente_id)
    return persoon


def _gebruiker(request: HttpRequest) -> Gebruiker:
    assert isinstance(request.user, Gebruiker)
    return request.user
