"""Routes of signing in and the start page."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
