"""What the pages of the toegang share: a page with one form, and the form of the website that a page is about."""

import datetime
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ..dossiers.forms import VersieForm, toon_weigering
from ..kern import clock
from ..kern.permissions import aangemelde, eis_gemeente
from .forms import met_focus
from .models import Webmelding


def formulier(
    request: HttpRequest,
    form: forms.Form,
    *,
    doe: Callable[[dict[str, Any]], Any],
    naar: Callable[[Any], str],
    klaar: str,
    sjabloon: str = "toegang/formulier.html",
    **gegevens: object,
) -> HttpResponse:
    """Show a form; sent and right, do its act and go on; refused, show it again with the reason and what was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            gedaan = doe(form.cleaned_data)
        except ValidationError as fout:
            form.weiger(fout) if isinstance(form, VersieForm) else toon_weigering(form, fout)
        else:
            messages.success(request, klaar)
            return redirect(naar(gedaan))
    return render(request, sjabloon, {"form": met_focus(form), **gegevens}, status=422 if form.errors else 200)


def wie(request: HttpRequest) -> dict[str, Any]:
    """Who acts, and when."""
    return {"door": aangemelde(request), "op": clock.vandaag()}


def webmelding_van(request: HttpRequest, nummer: str) -> Webmelding:
    """What came in with the form of the website, if the user works for its municipality."""
    gevonden = get_object_or_404(Webmelding.objects.select_related("gemeente", "eigenaar", "melding"), nummer=nummer)
    eis_gemeente(aangemelde(request), gevonden.gemeente_id)
    return gevonden


def genoemde_webmelding(request: HttpRequest) -> Webmelding | None:
    """The form of the website that the address carries along; None where it is none."""
    nummer = request.GET.get("webmelding", "")
    return webmelding_van(request, nummer) if nummer else None


def erbij(webmelding: Webmelding | None) -> str:
    """What an address carries along, so that the next page knows of which form it is."""
    return f"?{urlencode({'webmelding': webmelding.nummer})}" if webmelding else ""


def als_inschrijving(webmelding: Webmelding | None) -> dict[str, Any]:
    """What the resident wrote about himself, for the form that puts him in the register."""
    if webmelding is None:
        return {}
    namen = ("voornaam", "achternaam", "geboortedatum", "postcode", "huisnummer")
    return {"gemeentecode": webmelding.gemeente_id, **{naam: getattr(webmelding, naam) for naam in namen}}


def als_zoekvraag(webmelding: Webmelding) -> str:
    """Name and date of birth, as somebody would type them to find this resident."""
    geboren: datetime.date = webmelding.geboortedatum
    return f"{webmelding.voornaam} {webmelding.achternaam} {geboren:%d-%m-%Y}"
