"""Routes of the dossiers. Numbers, never a BSN or a name."""

from django.urls import path

from . import views

urlpatterns = [
    path("dossiers", views.dossiers, name="dossiers"),
    path("dossiers/<str:nummer>", views.dossier, name="dossier"),
    path("dossiers/<str:nummer>/uitleg", views.dossier_uitleg, name="dossier-uitleg"),
]
