"""Pages of decisions: keep the computation of one. They are shown in the dossier."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.models import Persoon
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eis_gemeente, mag
from .acts import NietTeBerekenen, bewaar_berekening
from .models import Besluit


@mag(Recht.BESLUITEN_NAREKENEN)
def berekening(request: HttpRequest, nummer: str, besluit: str) -> HttpResponse:
    """Compute a decision by the law of now and keep the answer with its receipt; back to the dossier."""
    persoon = get_object_or_404(Persoon, nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    gevonden = get_object_or_404(Besluit.objects.select_related("persoon"), persoon=persoon, nummer=besluit)
    try:
        bewaar_berekening(door=aangemelde(request), op=clock.vandaag(), besluit=gevonden)
    except NietTeBerekenen as fout:
        messages.error(request, _("Dit besluit is niet na te rekenen. %(waarom)s") % {"waarom": str(fout)})
    else:
        messages.success(request, _("De berekening is met haar ontvangst bij het besluit bewaard."))
    return redirect(f"{reverse('dossier', args=[nummer])}#besluiten")
