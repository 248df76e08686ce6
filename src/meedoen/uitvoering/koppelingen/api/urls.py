"""Routes of the API, each with its right. A path without a line in RECHTEN does not start."""

from django.urls import URLPattern, path

from ...kern.permissions import Recht
from .description import openapi
from .guard import bewaak
from .routes import api

RECHTEN = {
    "api-berekeningen": Recht.REKENEN,
    "api-cijfers": Recht.CIJFERS_ZIEN,
    "api-cijfer": Recht.CIJFERS_ZIEN,
}
urlpatterns = [
    path("openapi.json", bewaak(openapi, Recht.IEDEREEN), name="api-beschrijving"),
    *(
        path(str(patroon.pattern), bewaak(patroon.callback, RECHTEN[patroon.name or ""]), name=patroon.name)
        for patroon in api.urls[0]
        if isinstance(patroon, URLPattern) and patroon.name != "api-root"
    ),
]
