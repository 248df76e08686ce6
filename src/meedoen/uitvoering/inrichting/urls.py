"""All routes: each app owns its own list."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("meedoen.uitvoering.kern.urls")),
]
