"""Routes of the partnership page and of the answer to the council."""

from django.urls import path

from . import views

urlpatterns = [
    path("samenwerking/<slug:sleutel>", views.samenwerking, name="samenwerking"),
    path("raad/<str:gemeentecode>", views.raad, name="raad"),
    path("raad/<str:gemeentecode>/antwoord.pdf", views.raad_pdf, name="raad-pdf"),
    path("raad/<str:gemeentecode>/standpunt/<int:vraag>", views.standpunt, name="standpunt"),
    path("raad/<str:gemeentecode>/opgave", views.opgave, name="raad-opgave"),
    path("raad/<str:gemeentecode>/versie", views.versie, name="raad-versie"),
    path("raad/<str:gemeentecode>/versie/<int:versie>.pdf", views.versie_pdf, name="raad-versie-pdf"),
]
