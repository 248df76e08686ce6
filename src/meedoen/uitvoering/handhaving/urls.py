"""Routes of signals and measures. Numbers, never a BSN or a name."""

from django.urls import path

from . import measure_views, views

_BESLUIT = "dossiers/<str:nummer>/besluiten/<str:besluit>"

urlpatterns = [
    path("dossiers/<str:nummer>/signaal", views.nieuw, name="signaal-nieuw"),
    path("handhaving", views.signalen, name="signalen"),
    path("handhaving/<str:signaal>", views.signaal, name="signaal"),
    path("handhaving/<str:signaal>/uitnodiging", views.uitnodigen, name="signaal-uitnodigen"),
    path("handhaving/<str:signaal>/uitnodiging/<int:uitnodiging>", views.brief, name="uitnodiging-brief"),
    path("handhaving/<str:signaal>/zienswijze", views.zienswijze, name="signaal-zienswijze"),
    path("handhaving/<str:signaal>/geen-gevolg", views.geen_gevolg, name="signaal-geen-gevolg"),
    path("handhaving/<str:signaal>/besluit", views.besluit, name="signaal-besluit"),
    path(f"{_BESLUIT}/inkeer", measure_views.inkeer, name="maatregel-inkeer"),
    path(f"{_BESLUIT}/heroverweging", measure_views.heroverweging, name="maatregel-heroverweging"),
    path(f"{_BESLUIT}/artikellid", measure_views.artikellid, name="maatregel-artikellid"),
]
