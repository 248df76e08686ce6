"""All routes. Each app owns its own list; signing in, the language and the start page are here."""

import sys
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from . import views

APPS = ("dossiers", "plaatsingen", "werkgevers", "sturing", "geld", "verantwoording", "koppelingen")


def _routes_of_apps() -> list[URLPattern | URLResolver]:
    found: list[URLPattern | URLResolver] = []
    for app in APPS:
        if find_spec(f"meedoen.uitvoering.{app}.urls"):
            try:
                found.append(path("", include(f"meedoen.uitvoering.{app}.urls")))
            except ImportError as fout:
                sys.stderr.write(f"INTERIM: routes of {app} left out: {fout}\n")
    return found


urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.start, name="start"),
    path("aanmelden", views.aanmelden, name="aanmelden"),
    path("afmelden", views.afmelden, name="afmelden"),
    path("taal", views.taal, name="taal"),
    path("wachtwoord", views.wachtwoord, name="wachtwoord"),
    *_routes_of_apps(),
]
handler403 = "meedoen.uitvoering.inrichting.views.geen_recht"
handler404 = "meedoen.uitvoering.inrichting.views.niet_gevonden"
handler500 = "meedoen.uitvoering.inrichting.views.storing"
