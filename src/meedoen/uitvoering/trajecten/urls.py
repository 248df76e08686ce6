"""Routes of diagnoses, plans, instruments and the worklist. Numbers, never a BSN or a name."""

from django.urls import path

from . import instrument_views, views, work_views

urlpatterns = [
    path("werk", work_views.werk, name="werk"),
    path("werk/overdragen", work_views.overdragen, name="werk-overdragen"),
    path("dossiers/<str:nummer>/diagnose", views.diagnose, name="diagnose"),
    path("dossiers/<str:nummer>/plan", views.nieuw_plan, name="nieuw-plan"),
    path("plannen/<str:nummer>", views.plan, name="plan"),
    path("plannen/<str:nummer>/doel", views.doel, name="plan-doel"),
    path("plannen/<str:nummer>/doelen/<int:volgnummer>/behaald", views.doel_behaald, name="doel-behaald"),
    path("plannen/<str:nummer>/afspraak", views.afspraak, name="plan-afspraak"),
    path(
        "plannen/<str:nummer>/afspraken/<int:volgnummer>/nagekomen", views.afspraak_nagekomen, name="afspraak-nagekomen"
    ),
    path("plannen/<str:nummer>/overdragen", views.overdragen, name="plan-overdragen"),
    path("plannen/<str:nummer>/sluiten", views.sluiten, name="plan-sluiten"),
    path("plannen/<str:nummer>/termijnen", instrument_views.termijnen, name="plan-termijnen"),
    path("plannen/<str:nummer>/vragen", instrument_views.vragen, name="plan-vragen"),
    path("plannen/<str:nummer>/inzet", instrument_views.inzet, name="plan-inzet"),
    path("inzetten/<str:nummer>/verlengen", instrument_views.verlengen, name="inzet-verlengen"),
    path("inzetten/<str:nummer>/beeindigen", instrument_views.beeindigen, name="inzet-beeindigen"),
]
