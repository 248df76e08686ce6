"""Routes of the browser tests only: every part of the look on one page, from the real templates and tags."""

import datetime
from decimal import Decimal
from pathlib import Path

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path

from meedoen.uitvoering.huisstijl.charts import Grafiek, Punt, lijngrafiek, staafgrafiek

PAGINA = Template(Path(__file__).with_suffix(".html").read_text("utf-8"))


class ProefForm(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(label="Naam", help_text="Zoals in het register.", min_length=3)
    sinds = forms.DateField(label="Sinds", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    soort = forms.ChoiceField(label="Soort", choices=[("garantiebaan", "Garantiebaan"), ("beschut", "Beschut werk")])
    bestand = forms.FileField(label="Bestand", required=False)
    uitleg = forms.CharField(label="Toelichting", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    heeft_partner = forms.BooleanField(label="Heeft een partner", required=False)
    wie = forms.ChoiceField(
        label="Aangevraagd door", choices=[("g", "Gemeente"), ("p", "Persoon")], widget=forms.RadioSelect
    )


def staaf() -> Grafiek:
    """People per target group against the Kadernota."""
    paren = [("0-30", 832, 832), ("30-50", 908, 900), ("50-80", 616, 616), ("80-100", 400, None)]
    return staafgrafiek(
        titel="Mensen per doelgroep",
        beschrijving="In elke doelgroep staan ongeveer evenveel mensen als in de Kadernota.",
        punten=[Punt(g, r, w) for g, a, b in paren for r, w in (("Register", a), ("Kadernota", b))],
        eenheid="personen",
        rubriek="Doelgroep",
        merkreeks="Kadernota",
        bron="Kadernota Drentsche Aa",
    )


def lijn() -> Grafiek:
    """Two kinds of places since 2015, one year unknown."""
    jaren = [datetime.date(2015 + i, 1, 1) for i in range(12)]
    reeksen = (("Garantiebanen", 12), ("Beschut werk", 4))
    return lijngrafiek(
        titel="Plekken sinds 2015",
        beschrijving="Garantiebanen groeien van 0 tot 132, beschut werk van 0 tot 44.",
        punten=[Punt(j, r, None if i == 4 else Decimal(f * i)) for i, j in enumerate(jaren) for r, f in reeksen],
        eenheid="plekken",
        url="/proef",
    )


def proef(request: HttpRequest) -> HttpResponse:
    """The page; a POST shows it with errors."""
    form = ProefForm(request.POST, request.FILES) if request.method == "POST" else ProefForm()
    bladzijde = Paginator(range(200), 10).page(request.GET.get("pagina", "5"))
    gegevens = {
        "form": form,
        "bladzijde": bladzijde,
        "staaf": staaf(),
        "lijn": lijn(),
        "dag": datetime.date(2026, 11, 22),
        "kruimels": [("Start", "/"), ("Drentsche Aa", "")],
    }
    return HttpResponse(PAGINA.render(RequestContext(request, gegevens)))


urlpatterns = [path("proef", proef, name="proef"), path("", include("meedoen.uitvoering.inrichting.urls"))]
