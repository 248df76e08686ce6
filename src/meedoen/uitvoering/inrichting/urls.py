"""All routes. Each app owns its own list; signing in, the language and the start page are here."""

from django.urls import URLPattern, URLResolver, include, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.start, name="start"),
    path("aanmelden", views.aanmelden, name="aanmelden"),
    path("afmelden", views.afmelden, name="afmelden"),
    path("taal", views.taal, name="taal"),
    path("wachtwoord", views.wachtwoord, name="wachtwoord"),
    path("", include("meedoen.uitvoering.naslag.urls")),
    path("", include("meedoen.uitvoering.dossiers.urls")),
    path("", include("meedoen.uitvoering.trajecten.urls")),
    path("", include("meedoen.uitvoering.toegang.urls")),
    path("", include("meedoen.uitvoering.besluiten.urls")),
    path("", include("meedoen.uitvoering.inwoners.urls")),
    path("", include("meedoen.uitvoering.handhaving.urls")),
    path("", include("meedoen.uitvoering.sturing.urls")),
    path("", include("meedoen.uitvoering.verantwoording.urls")),
    path("", include("meedoen.uitvoering.koppelingen.urls")),
]
handler403 = "meedoen.uitvoering.inrichting.views.geen_recht"
handler404 = "meedoen.uitvoering.inrichting.views.niet_gevonden"
handler500 = "meedoen.uitvoering.inrichting.views.storing"
