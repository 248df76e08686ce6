"""Pages: the partnership, the answer to the council, and what the college enters for it."""

import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ..beleid.models import Gemeente, Samenwerking
from ..kern import clock
from ..kern.permissions import Recht, aangemelde, eis_gemeente, heeft_recht, mag
from ..sturing.forms import VerkeerdePeildatum, buurdatums, lees_peildatum
from ..sturing.views import lees_gebied, weiger_peildatum
from .acts import AlVastgelegd, IntussenGeantwoord, leg_opgave_vast, leg_standpunt_vast, stel_antwoord_vast
from .document import Kop, als_pdf
from .forms import OpgaveForm, StandpuntForm, VersieForm
from .models import Antwoordversie, Standpunt
from .queries import laatste_standpunt, raadsantwoord, samenwerkingsbeeld
from .questions import PER_NUMMER


def _gemeente(request: HttpRequest, code: str) -> Gemeente:
    """The municipality in the address, if the user works for it: 404 for an unknown one, 403 for somebody else's."""
    lees_gebied(code, aangemelde(request))
    return get_object_or_404(Gemeente, code=code)


def _met_datum(op: datetime.date, form: object) -> dict[str, object]:
    vorige, volgende = buurdatums(op)
    return {"form": form, "vorige": vorige, "volgende": volgende}


@mag(Recht.CIJFERS_ZIEN)
@require_GET
def samenwerking(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The partnership on one page, on a reference date."""
    try:
        form, op = lees_peildatum(request.GET.get("peildatum"))
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    gevonden = Samenwerking.objects.filter(sleutel=sleutel).first()
    if gevonden is None:
        raise Http404(_("De samenwerking '%(sleutel)s' is niet bekend.") % {"sleutel": sleutel})
    eis_gemeente(aangemelde(request), *gevonden.gemeenten.values_list("code", flat=True))
    gegevens = {"beeld": samenwerkingsbeeld(gevonden, op), "kruimels": [(_("Start"), "/"), (gevonden.naam, "")]}
    return render(request, "verantwoording/samenwerking.html", gegevens | _met_datum(op, form))


@mag(Recht.CIJFERS_ZIEN)
@require_GET
def raad(request: HttpRequest, gemeentecode: str) -> HttpResponse:
    """The eight questions of the council, answered for one municipality on a reference date."""
    try:
        form, op = lees_peildatum(request.GET.get("peildatum"))
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    gemeente = _gemeente(request, gemeentecode)
    gegevens = {
        "antwoord": raadsantwoord(gemeente, op),
        "mag_vastleggen": heeft_recht(aangemelde(request), Recht.STANDPUNT_VASTLEGGEN),
        "thema": f"thema-{gemeente.code.lower()}",
        "kruimels": [(_("Start"), "/"), (_("Antwoord aan de raad van %(naam)s") % {"naam": gemeente.naam}, "")],
    }
    return render(request, "verantwoording/raad.html", gegevens | _met_datum(op, form))


@mag(Recht.CIJFERS_ZIEN)
@require_GET
def raad_pdf(request: HttpRequest, gemeentecode: str) -> HttpResponse:
    """The same answer as PDF, marked as a draft: a version that was set has its own address."""
    try:
        _form, op = lees_peildatum(request.GET.get("peildatum"))
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    gevonden = raadsantwoord(_gemeente(request, gemeentecode), op)
    laatste = gevonden.versies[0] if gevonden.versies else None
    kop = Kop(
        onderwerp=laatste.onderwerp if laatste else _("Stand van zaken uitvoering Participatiewet"),
        portefeuillehouder=laatste.portefeuillehouder if laatste else "",
        informant=laatste.informant if laatste else "",
        besluit_op=None,
    )
    return _pdf(als_pdf(gevonden, kop, versie=None), f"antwoord-raad-{gemeentecode}-{op.isoformat()}-concept.pdf")


def _pdf(inhoud: bytes, naam: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{naam}"'}
    return HttpResponse(inhoud, content_type="application/pdf", headers=headers)


@mag(Recht.CIJFERS_ZIEN)
@require_GET
def versie_pdf(request: HttpRequest, gemeentecode: str, versie: int) -> HttpResponse:
    """A version of the answer exactly as it went to the council."""
    gemeente = _gemeente(request, gemeentecode)
    gevonden = Antwoordversie.objects.filter(gemeente=gemeente, versie=versie).first()
    if gevonden is None:
        raise Http404(
            _("Van het antwoord van %(naam)s is geen versie %(versie)s vastgesteld.")
            % {"naam": gemeente.naam, "versie": versie}
        )
    return _pdf(bytes(gevonden.pdf), f"antwoord-raad-{gemeentecode}-versie-{versie}.pdf")


@mag(Recht.STANDPUNT_VASTLEGGEN)
@require_http_methods(["GET", "POST"])
def standpunt(request: HttpRequest, gemeentecode: str, vraag: int) -> HttpResponse:
    """The college's answer to one question: form, and the answers given before."""
    gemeente = _gemeente(request, gemeentecode)
    if vraag not in PER_NUMMER:
        raise Http404(_("Er zijn acht vragen; vraag %(vraag)s bestaat niet.") % {"vraag": vraag})
    form = StandpuntForm(request.POST or None, initial={"gezien": laatste_standpunt(gemeente, vraag)})
    if request.method == "POST" and form.is_valid():
        try:
            leg_standpunt_vast(
                door=aangemelde(request), op=clock.vandaag(), gemeente=gemeente, vraag=vraag, **form.cleaned_data
            )
        except IntussenGeantwoord as fout:
            form.add_error(None, str(fout))
            form.met_gezien(laatste_standpunt(gemeente, vraag))
        else:
            messages.success(
                request, _("Het antwoord van het college op vraag %(vraag)s is vastgelegd.") % {"vraag": vraag}
            )
            return redirect(f"{reverse('raad', args=[gemeentecode])}#vraag-{vraag}")
    gegevens = {
        "form": form,
        "gemeente": gemeente,
        "vraag": PER_NUMMER[vraag],
        "eerdere": Standpunt.objects.filter(gemeente=gemeente, vraag=vraag),
        "kruimels": _kruimels(gemeente, _("Antwoord op vraag %(vraag)s") % {"vraag": vraag}),
    }
    return render(request, "verantwoording/standpunt.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.STANDPUNT_VASTLEGGEN)
@require_http_methods(["GET", "POST"])
def opgave(request: HttpRequest, gemeentecode: str) -> HttpResponse:
    """The municipality's own task in garantiebanen."""
    gemeente = _gemeente(request, gemeentecode)
    form = OpgaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            leg_opgave_vast(door=aangemelde(request), op=clock.vandaag(), gemeente=gemeente, **form.cleaned_data)
        except AlVastgelegd as fout:
            form.add_error("vastgesteld_op", str(fout))
        else:
            messages.success(request, _("De eigen opgave is vastgelegd."))
            return redirect(f"{reverse('raad', args=[gemeentecode])}#vraag-1")
    gegevens = {"form": form, "gemeente": gemeente, "kruimels": _kruimels(gemeente, _("Eigen opgave"))}
    return render(request, "verantwoording/opgave.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.STANDPUNT_VASTLEGGEN)
@require_http_methods(["GET", "POST"])
def versie(request: HttpRequest, gemeentecode: str) -> HttpResponse:
    """Set a version of the answer for the reference date in the address, as it goes to the council."""
    try:
        _datumform, op = lees_peildatum(request.GET.get("peildatum"))
    except VerkeerdePeildatum as fout:
        return weiger_peildatum(request, fout)
    gemeente = _gemeente(request, gemeentecode)
    form = VersieForm(request.POST or None, initial={"onderwerp": _("Stand van zaken uitvoering Participatiewet")})
    if request.method == "POST" and form.is_valid():
        nieuw = stel_antwoord_vast(
            door=aangemelde(request), op=clock.vandaag(), gemeente=gemeente, peildatum=op, kop=Kop(**form.cleaned_data)
        )
        messages.success(request, _("Versie %(versie)s is vastgesteld en bewaard.") % {"versie": nieuw.versie})
        return redirect(f"{reverse('raad', args=[gemeentecode])}?peildatum={op.isoformat()}#versies")
    gegevens = {
        "form": form,
        "gemeente": gemeente,
        "peildatum": op,
        "kruimels": _kruimels(gemeente, _("Versie vaststellen")),
    }
    return render(request, "verantwoording/versie.html", gegevens, status=422 if form.errors else 200)


def _kruimels(gemeente: Gemeente, naam: str) -> list[tuple[str, str]]:
    raadspagina = _("Antwoord aan de raad van %(naam)s") % {"naam": gemeente.naam}
    return [(_("Start"), "/"), (raadspagina, reverse("raad", args=[gemeente.code])), (naam, "")]
