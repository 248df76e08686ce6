"""Routes of decisions."""

from django.urls import path

from . import views

urlpatterns = [
    path("dossiers/<str:nummer>/besluiten/<str:besluit>/berekening", views.berekening, name="besluit-berekening"),
]
