"""Routes of a resident's requests and his copy. Numbers, never a BSN or a name."""

from django.urls import path

from . import views

urlpatterns = [
    path("dossiers/<str:nummer>/afschrift", views.afschrift, name="afschrift"),
    path("dossiers/<str:nummer>/verzoek", views.verzoek_nieuw, name="verzoek-nieuw"),
    path("verzoeken/<str:verzoek>", views.verzoek, name="verzoek"),
    path("verzoeken/<str:verzoek>/verlenging", views.verzoek_verlengen, name="verzoek-verlengen"),
    path("verzoeken/<str:verzoek>/beslissing", views.verzoek_beslissen, name="verzoek-beslissen"),
    path("verzoeken/<str:verzoek>/feiten/<int:feit>", views.verzoek_verbeteren, name="verzoek-verbeteren"),
    path("verzoeken/<str:verzoek>/verbetering", views.verzoek_verbeterd, name="verzoek-verbeterd"),
    path("verzoeken/<str:verzoek>/brieven/<str:soort>", views.verzoekbrief, name="verzoek-brief"),
]
