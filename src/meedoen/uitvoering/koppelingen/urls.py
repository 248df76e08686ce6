"""Routes of the import."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("importeren", views.importeren, name="importeren"),
    path("importeren/verslag", views.importeren_verslag, name="importeren-verslag"),
    path("importeren/laden", views.importeren_laden, name="importeren-laden"),
    path("importeren/annuleren", views.importeren_annuleren, name="importeren-annuleren"),
    path("importeren/fouten.csv", views.importeren_fouten, name="importeren-fouten"),
    path("importeren/geweigerd", views.importeren_geweigerd, name="importeren-geweigerd"),
    path("importeren/sjabloon.xlsx", views.sjabloon, name="sjabloon"),
]
