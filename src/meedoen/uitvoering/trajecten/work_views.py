"""The worklist: what is due, overdue or waiting, of oneself or of everybody who works for the same municipalities."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.worklist import Vraag, posten_van, werk_van
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eigen_gemeenten, mag
from . import acts
from .forms import AllesOverdragenForm
from .pages import formulier
from .queries import collegas
from .work import VOORAF

PER_BLADZIJDE = 50


@mag(Recht.WERK_DOEN)
def werk(request: HttpRequest) -> HttpResponse:
    """The open work by date, of the user or of the team (`?van=team`)."""
    gebruiker = aangemelde(request)
    gemeenten = eigen_gemeenten(gebruiker)
    is_team = request.GET.get("van") == "team"
    eigenaren = [collega.pk for collega in collegas(gemeenten)] if is_team else [gebruiker.pk]
    vandaag = clock.vandaag()
    open_werk = werk_van(Vraag(eigenaren, gemeenten, vandaag))
    te_laat = sum(regel.is_te_laat for regel in open_werk)
    binnenkort = sum(not regel.is_te_laat and regel.uiterlijk <= vandaag + VOORAF for regel in open_werk)
    pagina = Paginator(open_werk, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    gegevens = {
        "is_team": is_team,
        "aantal": len(open_werk),
        "te_laat": te_laat,
        "binnenkort": binnenkort,
        "later": len(open_werk) - te_laat - binnenkort,
        "pagina": pagina,
        "posten": posten_van(list(pagina), vandaag),
        "kruimels": [(_("Werk"), "")],
    }
    return render(request, "trajecten/werk.html", gegevens)


@mag(Recht.WERK_DOEN)
def overdragen(request: HttpRequest) -> HttpResponse:
    """Hand a whole caseload to a colleague in one act."""
    gebruiker = aangemelde(request)
    wie = {str(collega.pk): collega for collega in collegas(eigen_gemeenten(gebruiker))}
    form = AllesOverdragenForm(request.POST or None, collegas=wie.values(), initial={"van": str(gebruiker.pk)})

    def doe(velden: dict[str, Any]) -> str:
        acts.draag_alles_over(
            van=wie[velden["van"]],
            naar=wie[velden["naar"]],
            reden=velden["reden"],
            door=gebruiker,
            op=clock.vandaag(),
        )
        return f"{reverse('werk')}?van=team"

    pagina = {
        "titel": _("Al het werk overdragen"),
        "inleiding": _(
            "Bij afwezigheid of vertrek: alles gaat in een keer naar een collega, zodat niets blijft liggen."
        ),
        "knop": _("Draag alles over"),
        "kruimels": [(_("Werk"), reverse("werk")), (_("Overdragen"), "")],
    }
    return formulier(request, form, doe, pagina, _("Al het werk is overgedragen."))
