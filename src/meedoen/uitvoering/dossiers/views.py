"""Pages: find a person, his dossier on a date, and how every amount in it came about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ..kern.models import Gebruiker
from ..kern.permissions import Recht, eigen_gemeenten, eis_gemeente, mag
from .acts import open_dossier
from .calculation import bereken_dossier
from .explanation import leg_uit
from .forms import PeildatumForm, ZoekForm
from .models import Persoon
from .overview import leden, rijen, toon_feit, vragen
from .parts import onderdelen
from .queries import feiten_door_de_tijd
from .search import zoek


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
    """One dossier on a reference date. Opening it is logged."""
    persoon, peildatum = _persoon(request, nummer), PeildatumForm.uit(request.GET.get("peildatum"))
    open_dossier(persoon, door=_gebruiker(request), doel="dossier bekijken")
    op = peildatum.datum()
    berekening = bereken_dossier(persoon, op)
    gegevens = {
        "persoon": persoon,
        "form": peildatum,
        "peildatum": op,
        "kruimels": [(_("Dossiers"), reverse("dossiers")), (str(persoon), "")],
        "berekening": berekening,
        "leden": leden(berekening),
        "rijen": rijen(berekening),
        "vragen": vragen(berekening),
        "feiten": [(feit, toon_feit(feit)) for feit in feiten_door_de_tijd(persoon)],
        "onderdelen": [render_to_string(deel.sjabloon, deel.gegevens(persoon, op), request) for deel in onderdelen()],
    }
    return render(request, "dossiers/dossier.html", gegevens)


@mag(Recht.DOSSIERS_ZIEN)
def dossier_uitleg(request: HttpRequest, nummer: str) -> HttpResponse:
    """How did we get here: every rule, article, input, amount and source behind the amounts of this dossier."""
    persoon, peildatum = _persoon(request, nummer), PeildatumForm.uit(request.GET.get("peildatum"))
    open_dossier(persoon, door=_gebruiker(request), doel="berekening nagaan")
    op = peildatum.datum()
    berekening = bereken_dossier(persoon, op)
    gegevens = {
        "persoon": persoon,
        "form": peildatum,
        "peildatum": op,
        "kruimels": [
            (_("Dossiers"), reverse("dossiers")),
            (str(persoon), f"{reverse('dossier', args=[nummer])}?peildatum={op.isoformat()}"),
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
