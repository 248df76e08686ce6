"""What the pages of this app share: a row of one's own municipality, a form that an act may refuse, small posts."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.models import Persoon
from ..kern.permissions import aangemelde, eis_gemeente
from .forms import weiger
from .models import Inzet, Plan

Kruimels = list[tuple[str, str]]


def persoon_van(request: HttpRequest, nummer: str) -> Persoon:
    """The person with this number, of a municipality of the user; 404 or 403."""
    persoon = get_object_or_404(Persoon.objects.select_related("gemeente"), nummer=nummer)
    eis_gemeente(aangemelde(request), persoon.gemeente_id)
    return persoon


def plan_van(request: HttpRequest, nummer: str) -> Plan:
    """The plan with this number, of a municipality of the user; 404 or 403."""
    plan = get_object_or_404(Plan.objects.select_related("eigenaar", "gemeente"), nummer=nummer)
    eis_gemeente(aangemelde(request), plan.gemeente_id)
    return plan


def inzet_van(request: HttpRequest, nummer: str) -> Inzet:
    """The instrument with this number, of a municipality of the user; 404 or 403."""
    rijen = Inzet.objects.select_related("plan__eigenaar", "persoon", "doel", "eigenaar")
    inzet = get_object_or_404(rijen, nummer=nummer)
    eis_gemeente(aangemelde(request), inzet.plan.gemeente_id)
    return inzet


def kruimels_van_plan(plan: Plan, laatste: str = "") -> Kruimels:
    """The trail to a plan, and to a page below it."""
    naam = _("Plan %(nummer)s") % {"nummer": plan.nummer}
    if not laatste:
        return [(_("Werk"), reverse("werk")), (naam, "")]
    return [(_("Werk"), reverse("werk")), (naam, reverse("plan", args=[plan.nummer])), (laatste, "")]


def formulier(
    request: HttpRequest,
    form: forms.Form,
    doe: Callable[[dict[str, Any]], str],
    pagina: dict[str, Any],
    gelukt: str,
    sjabloon: str = "trajecten/formulier.html",
) -> HttpResponse:
    """Show a form; when it is sent and right, let `doe` act and go to the address that it returns.

    What the act refuses stands at the form, with what was typed. `pagina` holds at least titel, knop and kruimels.
    """
    if request.method == "POST" and form.is_valid():
        try:
            adres = doe(form.cleaned_data)
        except ValidationError as fout:
            weiger(form, fout)
        else:
            messages.success(request, gelukt)
            return redirect(adres)
    _wijs_aan(form)
    return render(request, sjabloon, {"form": form, **pagina}, status=422 if form.errors else 200)


def _wijs_aan(form: forms.Form) -> None:
    """Put the keyboard at the first field that can be filled in; after a refusal at the first with an error."""
    velden = [veld for veld in form.visible_fields() if not form.errors or veld.errors]
    if velden:
        velden[0].field.widget.attrs["autofocus"] = True


def klein_bericht(request: HttpRequest, doe: Callable[[], object], gelukt: str, adres: str) -> HttpResponse:
    """A button without fields: act, say that it is done or why not, and go back to the page."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        doe()
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        messages.success(request, gelukt)
    return redirect(adres)


def gezien(request: HttpRequest) -> int:
    """The version that a button was made with; 0, which no row has, where it is missing or no number."""
    tekst = request.POST.get("versie", "")
    return int(tekst) if tekst.isdigit() and len(tekst) < 10 else 0
