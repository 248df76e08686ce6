"""Pages of everybody: sign in and out, language, password, start; and what to show when something cannot be shown."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ..kern import acts, clock
from ..kern.permissions import Recht, aangemelde, mag
from ..koppelingen.api.problems import probleem
from ..toegang.queries import gemeenten_met_formulier
from .forms import AanmeldForm, TaalForm, WachtwoordForm
from .navigation import secties
from .queries import eigen_plaatsen


@mag(Recht.IEDEREEN)
@sensitive_post_parameters("wachtwoord")
@require_http_methods(["GET", "POST"])
def aanmelden(request: HttpRequest) -> HttpResponse:
    """Sign in. Who is signed in already goes on to where he was going."""
    if request.user.is_authenticated:
        return _ga_naar(request, request.GET.get("next", ""))
    form = AanmeldForm(request.POST or None, initial={"volgende": request.GET.get("next", "")})
    if form.is_valid():
        try:
            gebruiker = acts.meld_aan(
                naam=form.cleaned_data["naam"], wachtwoord=form.cleaned_data["wachtwoord"], op=clock.vandaag()
            )
        except acts.AanmeldenMislukt as fout:
            form.add_error(None, _melding(fout))
        else:
            login(request, gebruiker)
            return _ga_naar(request, form.cleaned_data["volgende"])
    gegevens = {"form": form, "heeft_webformulier": bool(gemeenten_met_formulier())}
    return render(request, "inrichting/aanmelden.html", gegevens, status=422 if form.errors else 200)


@mag(Recht.AANGEMELD)
@require_POST
def afmelden(request: HttpRequest) -> HttpResponse:
    """Sign out and say so."""
    acts.meld_af(door=aangemelde(request), op=clock.vandaag())
    logout(request)
    messages.success(request, _("U bent afgemeld."))
    return redirect("aanmelden")


@mag(Recht.IEDEREEN)
@require_POST
def taal(request: HttpRequest) -> HttpResponse:
    """Switch between Dutch and English for this browser, and return to the page."""
    form = TaalForm(request.POST)
    antwoord = _ga_naar(request, form.cleaned_data["volgende"] if form.is_valid() else "")
    if form.is_valid():
        antwoord.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            form.cleaned_data["taal"],
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite="Lax",
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
    return antwoord


@mag(Recht.AANGEMELD)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def wachtwoord(request: HttpRequest) -> HttpResponse:
    """Choose another password for oneself; this session stays, the others end."""
    gebruiker = aangemelde(request)
    form = WachtwoordForm(gebruiker, request.POST or None)
    if form.is_valid():
        acts.wijzig_wachtwoord(
            gebruiker=gebruiker, wachtwoord=form.cleaned_data["nieuw"], door=gebruiker, op=clock.vandaag()
        )
        update_session_auth_hash(request, gebruiker)
        messages.success(request, _("Uw wachtwoord is gewijzigd."))
        return redirect("start")
    return render(request, "inrichting/wachtwoord.html", {"form": form}, status=422 if form.errors else 200)


@mag(Recht.AANGEMELD)
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """What this role does first, for the municipalities of this user."""
    gebruiker = aangemelde(request)
    plaatsen = eigen_plaatsen(gebruiker)
    gegevens = {"plaatsen": plaatsen, "secties": secties(gebruiker, plaatsen), "vandaag": clock.vandaag()}
    return render(request, "inrichting/start.html", gegevens)


def geen_recht(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: what is refused, and whom to ask."""
    return render(request, "403.html", {"reden": str(exception)}, status=403)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here; how to go on. The reason is shown where a view gave one in words. The API answers in JSON."""
    reden = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if request.path.startswith("/api/"):
        return probleem("niet-gevonden", _("Dit adres bestaat niet. Alle adressen staan in /api/v1/openapi.json."))
    return render(request, "404.html", {"reden": reden}, status=404)


def storing(request: HttpRequest) -> HttpResponse:
    """500: our mistake. The page leans on nothing that may be broken: no database, no menu, no base template."""
    return render(None, "500.html", status=500)


def _melding(fout: acts.AanmeldenMislukt) -> str:
    """What to tell who could not sign in. The same for a name that exists and one that does not."""
    if isinstance(fout, acts.TeVeelPogingen):
        return ngettext(
            "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht %(minuten)s minuut en probeer het dan opnieuw.",
            "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht %(minuten)s minuten en probeer het dan opnieuw.",
            fout.minuten,
        ) % {"minuten": fout.minuten}
    return _(
        "De gebruikersnaam en het wachtwoord horen niet bij elkaar. Probeer het opnieuw, of vraag uw beheerder om hulp."
    )


def _ga_naar(request: HttpRequest, adres: str) -> HttpResponseRedirect:
    """On to an address of our own; anything else becomes the start page."""
    eigen = url_has_allowed_host_and_scheme(adres, {request.get_host()}, require_https=request.is_secure())
    return redirect(adres if eigen else "start")
