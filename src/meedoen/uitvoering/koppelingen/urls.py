"""Routes of the import and of the API."""

from django.urls import URLPattern, URLResolver, include, path

from . import melding_views, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("meedoen.uitvoering.koppelingen.api.urls")),
    path("importeren", views.importeren, name="importeren"),
    path("importeren/meldingen", melding_views.meldingen_inlezen, name="meldingen-inlezen"),
    path("importeren/meldingen.csv", melding_views.meldingen_voorbeeld, name="meldingen-voorbeeld"),
    path("importeren/verslag", views.importeren_verslag, name="importeren-verslag"),
    path("importeren/laden", views.importeren_laden, name="importeren-laden"),
    path("importeren/annuleren", views.importeren_annuleren, name="importeren-annuleren"),
    path("importeren/fouten.csv", views.importeren_fouten, name="importeren-fouten"),
    path("importeren/geweigerd", views.importeren_geweigerd, name="importeren-geweigerd"),
    path("importeren/sjabloon.xlsx", views.sjabloon, name="sjabloon"),
]
