"""Routes of the law: one page per rule, amount, fact, term and case, and the lists that lead to them."""

from django.urls import path

from . import views

urlpatterns = [
    path("recht/", views.overzicht, name="recht"),
    path("recht/bedragen/", views.bedragen, name="recht-bedragen"),
    path("recht/feiten/", views.feiten, name="recht-feiten"),
    path("recht/termen/", views.termen, name="recht-termen"),
    path("recht/niet-geverifieerd/", views.onzeker, name="recht-onzeker"),
    path("recht/gevallen/", views.gevallen, name="recht-gevallen"),
    path("recht/gevallen/<slug:wet>/<slug:onderwerp>/", views.onderwerp, name="recht-onderwerp"),
    path("recht/gevallen/<slug:wet>/<slug:onderwerp>/<slug:geval>/", views.geval, name="recht-geval"),
    path("recht/bedragen/<str:naam>/", views.bedrag, name="recht-bedrag"),
    path("recht/feiten/<str:naam>/", views.feit, name="recht-feit"),
    path("recht/termen/<str:naam>/", views.term, name="recht-term"),
    path("recht/<str:naam>/", views.regel, name="recht-regel"),
]
