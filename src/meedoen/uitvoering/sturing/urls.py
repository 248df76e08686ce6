"""Routes of a figure and of the cases behind it."""

from django.urls import path

from . import views

urlpatterns = [
    path("cijfers", views.cijfers, name="cijfers"),
    path("cijfers/<str:sleutel>/<str:gebied>/<str:peildatum>", views.cijfer, name="cijfer"),
    path(
        "cijfers/<str:sleutel>/<str:gebied>/<str:peildatum>/gevallen.<str:vorm>",
        views.cijfer_gevallen,
        name="cijfer-gevallen",
    ),
]
