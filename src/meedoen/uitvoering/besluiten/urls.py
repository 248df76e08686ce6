"""Routes of procedures and decisions. Numbers, never a BSN or a name."""

from django.urls import path

from . import objection_views, views

urlpatterns = [
    path("dossiers/<str:nummer>/aanvraag", views.aanvraag, name="aanvraag"),
    path("dossiers/<str:nummer>/besluiten/<str:besluit>/berekening", views.berekening, name="besluit-berekening"),
    path("dossiers/<str:nummer>/besluiten/<str:besluit>/brief", views.brief, name="besluit-brief"),
    path("dossiers/<str:nummer>/besluiten/<str:besluit>/herziening", views.herziening, name="besluit-herziening"),
    path(
        "dossiers/<str:nummer>/besluiten/<str:besluit>/bezwaar", objection_views.bezwaar_innemen, name="bezwaar-innemen"
    ),
    path("bezwaren/<str:bezwaar>", objection_views.bezwaar, name="bezwaar"),
    path("bezwaren/<str:bezwaar>/beslissing", objection_views.bezwaar_beslissen, name="bezwaar-beslissen"),
    path("bezwaren/<str:bezwaar>/verdaging", objection_views.bezwaar_verdagen, name="bezwaar-verdagen"),
    path("bezwaren/<str:bezwaar>/hoorzitting", objection_views.bezwaar_uitnodigen, name="bezwaar-uitnodigen"),
    path("bezwaren/<str:bezwaar>/brieven/<int:brief>", objection_views.bezwaarbrief, name="bezwaar-brief"),
    path("besluiten/<str:procedure>", views.procedure, name="procedure"),
    path("besluiten/<str:procedure>/voorstel", views.voorstel, name="procedure-voorstel"),
    path("besluiten/<str:procedure>/toets", views.toets, name="procedure-toets"),
    path("besluiten/<str:procedure>/terug", views.terug, name="procedure-terug"),
    path("besluiten/<str:procedure>/ondertekening", views.teken, name="procedure-teken"),
    path("besluiten/<str:procedure>/intrekking", views.intrekken, name="procedure-intrekken"),
    path("besluiten/<str:procedure>/opschorting", views.opschorten, name="procedure-opschorten"),
    path("besluiten/<str:procedure>/hervatting", views.hervatten, name="procedure-hervatten"),
]
