"""Routes of the toegang. Numbers, never a BSN or a name."""

from django.urls import path

from . import views, web_views

urlpatterns = [
    path("melden", web_views.melden, name="melden"),
    path("melden/ontvangen", web_views.ontvangen, name="melden-ontvangen"),
    path("meldingen/website/<str:webmelding>", web_views.webmelding, name="webmelding"),
    path("meldingen/website/<str:webmelding>/geen-melding", web_views.liggen, name="webmelding-liggen"),
    path("meldingen/website/<str:webmelding>/toewijzen", web_views.toewijzen, name="webmelding-toewijzen"),
    path("meldingen", views.meldingen, name="meldingen"),
    path("meldingen/nieuw", views.nieuwe_melding, name="melding-nieuw"),
    path("meldingen/inschrijven", views.inschrijven, name="inschrijven"),
    path("meldingen/<str:melding>", views.melding, name="melding"),
    path("meldingen/<str:melding>/uitleg", views.melding_uitleg, name="melding-uitleg"),
    path("meldingen/<str:melding>/vragen", views.vragen, name="melding-vragen"),
    path("meldingen/<str:melding>/intake", views.intake, name="melding-intake"),
    path("meldingen/<str:melding>/toeleiden", views.toeleiden, name="melding-toeleiden"),
    path("meldingen/<str:melding>/doorsturen", views.doorsturen, name="melding-doorsturen"),
    path("meldingen/<str:melding>/toewijzen", views.toewijzen, name="melding-toewijzen"),
    path("meldingen/<str:melding>/intrekken", views.intrekken, name="melding-intrekken"),
    path("dossiers/<str:nummer>/melding", views.melding_van, name="dossier-melding"),
    path("dossiers/<str:nummer>/overdracht", views.overdragen, name="dossier-overdracht"),
    path("overdrachten/<str:overdracht>", views.overgenomen, name="overdracht"),
]
