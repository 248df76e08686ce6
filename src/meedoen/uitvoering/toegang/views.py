"""Pages of the toegang: the meldingen, one of them with its next step, putting in the register, handovers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ..beleid.models import Gemeente
from ..dossiers.acts import beantwoord_vragen, open_dossier
from ..dossiers.explanation import leg_uit
from ..dossiers.forms import VersieForm, ZoekForm, toon_weigering
from ..dossiers.models import Persoon
from ..dossiers.queries import huishouden_op
from ..dossiers.questions import vragenformulier
from ..dossiers.registration import MisschienBekend, schrijf_in
from ..dossiers.search import zoek
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eigen_gemeenten, eis_gemeente, mag
from . import acts
from .forms import (
    BureauForm,
    EigenaarForm,
    InschrijfForm,
    IntakeForm,
    IntrekForm,
    MeldingForm,
    OverdrachtForm,
    OvergenomenForm,
    ToeleidForm,
    met_focus,
)
from .models import Melding, Overdracht
from .pages import als_inschrijving, erbij, formulier, genoemde_webmelding, wie
from .queries import laatste_intake, meldingen_van, overdrachten_van, webmeldingen_van, weg_van, zoektermijn_van
from .web_acts import neem_webmelding_aan

PER_PAGINA = 50


@mag(Recht.WERK_DOEN)
@require_GET
def meldingen(request: HttpRequest) -> HttpResponse:
    """The meldingen of one's own municipalities; `mijn=1` only those that one owns."""
    gebruiker = aangemelde(request)
    gevonden = meldingen_van(eigen_gemeenten(gebruiker))
    is_mijn = request.GET.get("mijn") == "1"
    if is_mijn:
        gevonden = gevonden.filter(eigenaar=gebruiker)
    pagina = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    webmeldingen = webmeldingen_van(eigen_gemeenten(gebruiker))
    if is_mijn:
        webmeldingen = webmeldingen.filter(eigenaar=gebruiker)
    gegevens = {"pagina": pagina, "is_mijn": is_mijn, "webmeldingen": webmeldingen[:PER_PAGINA]}
    return render(request, "toegang/meldingen.html", gegevens | {"aantal_webmeldingen": webmeldingen.count()})


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def nieuwe_melding(request: HttpRequest) -> HttpResponse:
    """Who reports? Search him; who is not found is put in the register."""
    form = ZoekForm(request.POST or None)
    uitslag = None
    if request.method == "POST" and form.is_valid():
        uitslag = zoek(form.cleaned_data["term"], gemeentecodes=eigen_gemeenten(aangemelde(request)))
    gegevens = {
        "form": met_focus(form),
        "uitslag": uitslag,
        "kruimels": [_kruimel(), (_("Nieuwe melding"), "")],
    }
    return render(request, "toegang/nieuw.html", gegevens)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def inschrijven(request: HttpRequest) -> HttpResponse:
    """Put a resident in the register; who may be there already is shown first."""
    codes = eigen_gemeenten(aangemelde(request))
    gemeenten = list(Gemeente.objects.filter(code__in=codes).values_list("code", "naam"))
    van_het_web = genoemde_webmelding(request)
    form = InschrijfForm(request.POST or None, gemeenten=gemeenten, initial=als_inschrijving(van_het_web))
    gelijkend: list[Persoon] = []
    if request.method == "POST" and form.is_valid():
        eis_gemeente(aangemelde(request), form.cleaned_data["gemeentecode"])
        try:
            persoon = schrijf_in(**form.cleaned_data, door=aangemelde(request), op=clock.vandaag())
        except MisschienBekend as fout:
            gelijkend = fout.personen
            form.vraag_of_het_iemand_anders_is()
            toon_weigering(form, fout)
        except ValidationError as fout:
            toon_weigering(form, fout)
        else:
            messages.success(request, _("%(wie)s staat in het register.") % {"wie": persoon})
            return redirect(f"{reverse('dossier-melding', args=[persoon.nummer])}{erbij(van_het_web)}")
    kruimels = [_kruimel(), (_("Nieuwe melding"), reverse("melding-nieuw")), (_("Inschrijven"), "")]
    gegevens = {"form": met_focus(form), "gelijkend": gelijkend, "kruimels": kruimels, "erbij": erbij(van_het_web)}
    return render(request, "toegang/inschrijven.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def melding_van(request: HttpRequest, nummer: str) -> HttpResponse:
    """A new melding of one resident; then straight on to the intake."""
    persoon = _persoon(request, nummer, "melding aannemen")
    partner = huishouden_op(persoon, clock.vandaag()).partner_van(persoon)
    van_het_web = genoemde_webmelding(request)
    form = MeldingForm(request.POST or None, partner=partner, webmelding=van_het_web)

    def doe(velden: dict[str, Any]) -> Melding:
        if van_het_web is None:
            return acts.neem_melding_aan(persoon=persoon, **velden, **wie(request))
        velden["versie"] = van_het_web.versie
        return neem_webmelding_aan(webmelding=van_het_web, persoon=persoon, **velden, **wie(request))

    return formulier(
        request,
        form,
        doe=doe,
        naar=lambda nieuw: reverse("melding-intake", args=[nieuw.nummer]),
        klaar=_("De melding is aangenomen."),
        titel=_("Melding van %(wie)s") % {"wie": persoon},
        knop=_("Neem de melding aan"),
        kruimels=[_kruimel(), (str(persoon), reverse("dossier", args=[nummer])), (_("Nieuwe melding"), "")],
        sjabloon="toegang/melding_van.html",
        webmelding=van_het_web,
    )


@mag(Recht.WERK_DOEN)
@require_GET
def melding(request: HttpRequest, melding: str) -> HttpResponse:
    """One melding: the next step, the way so far, the search period, handovers."""
    gevonden = _melding(request, melding)
    zoektermijn = zoektermijn_van(gevonden, clock.vandaag())
    kan_toeleiden = gevonden.stand == Melding.Stand.INTAKE
    gegevens = {
        "melding": gevonden,
        "kruimels": [_kruimel(), (gevonden.nummer, "")],
        "weg": weg_van(gevonden),
        "intake": laatste_intake(gevonden),
        "zoektermijn": zoektermijn,
        "vragen": vragenformulier(zoektermijn.berekening) if zoektermijn else None,
        "toeleiden": met_focus(ToeleidForm(melding=gevonden)) if kan_toeleiden else None,
        "overdrachten": overdrachten_van(gevonden.persoon),
    }
    return render(request, "toegang/melding.html", gegevens)


@mag(Recht.WERK_DOEN)
@require_GET
def melding_uitleg(request: HttpRequest, melding: str) -> HttpResponse:
    """How did we get here: every rule and article behind the search period of one melding."""
    gevonden = _melding(request, melding)
    zoektermijn = zoektermijn_van(gevonden, clock.vandaag())
    gegevens = {
        "melding": gevonden,
        "uitleg": leg_uit(zoektermijn.berekening) if zoektermijn else [],
        "kruimels": [_kruimel(), _kruimel(gevonden), (_("Hoe komen we hieraan?"), "")],
    }
    return render(request, "toegang/uitleg.html", gegevens)


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def vragen(request: HttpRequest, melding: str) -> HttpResponse:
    """What the rules still ask about a melding: the answers are facts from the day of the melding on."""
    gevonden = _melding(request, melding)
    zoektermijn = zoektermijn_van(gevonden, clock.vandaag())
    form = vragenformulier(zoektermijn.berekening, request.POST or None) if zoektermijn else None
    if form is None or not form.heeft_vragen:
        return redirect("melding", melding)
    return formulier(
        request,
        form,
        doe=lambda _velden: beantwoord_vragen(antwoorden=form.antwoorden(), vanaf=gevonden.gemeld_op, **wie(request)),
        naar=lambda _gedaan: f"{reverse('melding', args=[melding])}#zoektermijn",
        klaar=_("Uw antwoord is vastgelegd."),
        titel=_("Zoektermijn en aanvraag"),
        knop=_("Leg vast"),
        kruimels=[_kruimel(), _kruimel(gevonden), (_("Nog te vragen"), "")],
        sjabloon="toegang/vragen.html",
        vragen=form,
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def intake(request: HttpRequest, melding: str) -> HttpResponse:
    """The broad intake of one melding."""
    gevonden = _melding(request, melding)
    form = IntakeForm(request.POST or None, initial={"versie": gevonden.versie})

    def doe(velden: dict[str, Any]) -> object:
        keuze = {naam: velden[naam] for naam in ("route", "reden", "versie")}
        return acts.leg_intake_vast(melding=gevonden, gebieden=form.gebieden(), **keuze, **wie(request))

    return formulier(
        request,
        form,
        doe=doe,
        naar=lambda _gedaan: reverse("melding", args=[melding]),
        klaar=_("De intake is vastgelegd."),
        titel=_("Intake van %(wie)s") % {"wie": gevonden.persoon},
        knop=_("Leg de intake vast"),
        kruimels=[_kruimel(), _kruimel(gevonden), (_("Intake"), "")],
        sjabloon="toegang/intake.html",
        melding=gevonden,
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def toeleiden(request: HttpRequest, melding: str) -> HttpResponse:
    """To the right desk."""
    return _melding_formulier(
        request,
        melding,
        maak=lambda m: ToeleidForm(request.POST or None, melding=m),
        doe=acts.leid_toe,
        teksten=(_("Toeleiden"), _("Leid toe"), _("De inwoner is toegeleid.")),
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def doorsturen(request: HttpRequest, melding: str) -> HttpResponse:
    """On to another desk."""
    return _melding_formulier(
        request,
        melding,
        maak=lambda m: BureauForm(request.POST or None, initial={"versie": m.versie}),
        doe=acts.stuur_door,
        teksten=(_("Doorsturen"), _("Stuur door"), _("De inwoner is doorgestuurd. Dit telt als een stap.")),
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def toewijzen(request: HttpRequest, melding: str) -> HttpResponse:
    """Another owner."""
    return _melding_formulier(
        request,
        melding,
        maak=lambda m: EigenaarForm(request.POST or None, melding=m),
        doe=lambda melding, **velden: acts.wijs_toe(onderwerp=melding, **velden),
        teksten=(_("Toewijzen"), _("Wijs toe"), _("De melding heeft een andere eigenaar.")),
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def intrekken(request: HttpRequest, melding: str) -> HttpResponse:
    """Withdraw a melding."""
    return _melding_formulier(
        request,
        melding,
        maak=lambda m: IntrekForm(request.POST or None, initial={"versie": m.versie}),
        doe=acts.trek_melding_in,
        teksten=(_("Intrekken"), _("Trek in"), _("De melding is ingetrokken.")),
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def overdragen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Hand a resident over, out of one of his meldingen where the address names it."""
    persoon = _persoon(request, nummer, "overdragen")
    gevonden = persoon.meldingen.filter(nummer=request.GET.get("melding", "")).first()
    terug = reverse("melding", args=[gevonden.nummer]) if gevonden else reverse("dossier", args=[nummer])
    return formulier(
        request,
        OverdrachtForm(request.POST or None),
        doe=lambda velden: acts.draag_over(persoon=persoon, melding=gevonden, **velden, **wie(request)),
        naar=lambda _gedaan: f"{terug}#overdrachten",
        klaar=_("De overdracht is gevraagd. Zij blijft op uw lijst tot iemand haar overneemt."),
        titel=_("%(wie)s overdragen") % {"wie": persoon},
        knop=_("Draag over"),
        kruimels=[_kruimel(), (str(persoon), terug), (_("Overdragen"), "")],
    )


@mag(Recht.WERK_DOEN)
@require_http_methods(["GET", "POST"])
def overgenomen(request: HttpRequest, overdracht: str) -> HttpResponse:
    """One handover: who asked what of whom; and, while it is open, the form that says who took over."""
    gevonden = get_object_or_404(
        Overdracht.objects.select_related("persoon", "melding", "door", "eigenaar"), nummer=overdracht
    )
    eis_gemeente(aangemelde(request), gevonden.gemeente_id)
    open_dossier(gevonden.persoon, door=aangemelde(request), doel="overdracht bekijken")
    dossier = reverse("dossier", args=[gevonden.persoon.nummer])
    return formulier(
        request,
        OvergenomenForm(request.POST or None, initial={"versie": gevonden.versie}),
        doe=lambda velden: acts.meld_overgenomen(overdracht=gevonden, **velden, **wie(request)),
        naar=lambda _gedaan: reverse("overdracht", args=[overdracht]),
        klaar=_("De overdracht is rond."),
        titel=_("Overdracht van %(wie)s") % {"wie": gevonden.persoon},
        knop=_("Meld overgenomen"),
        kruimels=[_kruimel(), (str(gevonden.persoon), dossier), (gevonden.nummer, "")],
        sjabloon="toegang/overdracht.html",
        overdracht=gevonden,
    )


def _melding_formulier(
    request: HttpRequest,
    nummer: str,
    *,
    maak: Callable[[Melding], VersieForm],
    doe: Callable[..., object],
    teksten: tuple[str, str, str],
) -> HttpResponse:
    """A page with one form that does one act on a melding; `teksten`: its title, button and confirmation."""
    gevonden = _melding(request, nummer)
    titel, knop, klaar = teksten
    return formulier(
        request,
        maak(gevonden),
        doe=lambda velden: doe(melding=gevonden, **velden, **wie(request)),
        naar=lambda _gedaan: reverse("melding", args=[nummer]),
        klaar=klaar,
        titel=f"{titel}: {gevonden.persoon}",
        knop=knop,
        kruimels=[_kruimel(), _kruimel(gevonden), (titel, "")],
    )


def _kruimel(melding: Melding | None = None) -> tuple[str, str]:
    if melding is None:
        return (_("Meldingen"), reverse("meldingen"))
    return (melding.nummer, reverse("melding", args=[melding.nummer]))


def _persoon(request: HttpRequest, nummer: str, doel: str) -> Persoon:
    persoon = get_object_or_404(Persoon.objects.select_related("gemeente"), nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    return open_dossier(persoon, door=aangemelde(request), doel=doel)


def _melding(request: HttpRequest, nummer: str) -> Melding:
    """The melding of this number, if the user works for its municipality; looking at it is logged."""
    melding = get_object_or_404(
        Melding.objects.select_related("persoon", "gemeente", "eigenaar", "aangenomen_door"), nummer=nummer
    )
    eis_gemeente(aangemelde(request), melding.gemeente_id)
    open_dossier(melding.persoon, door=aangemelde(request), doel="melding bekijken")
    return melding
