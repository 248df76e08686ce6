"""The form on the website, for everybody; and what comes in with it, for who does the work."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from ..dossiers.forms import ZoekForm, toon_weigering
from ..dossiers.search import zoek
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eigen_gemeenten, mag
from . import acts, web_acts
from .forms import EigenaarForm, LiggenForm, WebmeldingForm
from .models import Webmelding
from .pages import als_zoekvraag, erbij, formulier, webmelding_van, wie
from .queries import gemeenten_met_formulier


@mag(Recht.IEDEREEN)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def melden(request: HttpRequest) -> HttpResponse:
    """A resident reports, without signing in."""
    gemeenten = gemeenten_met_formulier()
    form = WebmeldingForm(request.POST or None, gemeenten=gemeenten)
    if request.method == "POST" and form.is_valid():
        if form.is_van_een_machine():
            return redirect("melden-ontvangen")
        try:
            gekregen = web_acts.ontvang_webmelding(**form.cleaned_data, op=clock.vandaag())
        except ValidationError as fout:
            toon_weigering(form, fout)
        else:
            request.session["webmelding"] = gekregen.nummer
            return redirect("melden-ontvangen")
    gegevens = {"form": form, "gemeenten": gemeenten}
    return render(request, "toegang/melden.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.IEDEREEN)
@require_GET
def ontvangen(request: HttpRequest) -> HttpResponse:
    """What this browser sent last, and what happens now."""
    nummer = request.session.get("webmelding", "")
    webmelding = Webmelding.objects.filter(nummer=nummer).select_related("gemeente").first()
    return render(request, "toegang/melden_ontvangen.html", {"webmelding": webmelding})


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def webmelding(request: HttpRequest, webmelding: str) -> HttpResponse:
    """What came in: whose is it? Residents who look like it are shown; another search can be typed."""
    gevonden = webmelding_van(request, webmelding)
    form = ZoekForm(request.POST or None, initial={"term": als_zoekvraag(gevonden)})
    term = form.cleaned_data["term"] if form.is_bound and form.is_valid() else als_zoekvraag(gevonden)
    is_open = gevonden.stand == Webmelding.Stand.NIEUW
    gegevens = {
        "webmelding": gevonden,
        "form": form,
        "uitslag": zoek(term, gemeentecodes=eigen_gemeenten(aangemelde(request))) if is_open else None,
        "erbij": erbij(gevonden),
        "is_open": is_open,
        "kruimels": [(_("Meldingen"), reverse("meldingen")), (gevonden.nummer, "")],
    }
    return render(request, "toegang/webmelding.html", gegevens)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def liggen(request: HttpRequest, webmelding: str) -> HttpResponse:
    """It does not become a melding."""
    gevonden = webmelding_van(request, webmelding)
    return formulier(
        request,
        LiggenForm(request.POST or None, initial={"versie": gevonden.versie}),
        doe=lambda velden: web_acts.laat_webmelding_liggen(webmelding=gevonden, **velden, **wie(request)),
        naar=lambda _gedaan: reverse("meldingen"),
        klaar=_("De melding van de website is afgehandeld."),
        titel=_("Geen melding: %(wie)s") % {"wie": gevonden},
        knop=_("Handel af"),
        kruimels=_kruimels(gevonden, _("Geen melding")),
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def toewijzen(request: HttpRequest, webmelding: str) -> HttpResponse:
    """Another owner."""
    gevonden = webmelding_van(request, webmelding)
    return formulier(
        request,
        EigenaarForm(request.POST or None, melding=gevonden),
        doe=lambda velden: acts.wijs_toe(onderwerp=gevonden, **velden, **wie(request)),
        naar=lambda _gedaan: reverse("webmelding", args=[webmelding]),
        klaar=_("De melding heeft een andere eigenaar."),
        titel=_("Toewijzen: %(wie)s") % {"wie": gevonden},
        knop=_("Wijs toe"),
        kruimels=_kruimels(gevonden, _("Toewijzen")),
    )


def _kruimels(webmelding: Webmelding, hier: str) -> list[tuple[str, str]]:
    eigen = (webmelding.nummer, reverse("webmelding", args=[webmelding.nummer]))
    return [(_("Meldingen"), reverse("meldingen")), eigen, (hier, "")]
