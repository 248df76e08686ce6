from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DossiersConfig(AppConfig):
    name = "meedoen.uitvoering.dossiers"
    label = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The first section of the dossier page is its own."""
        from . import queries
        from .parts import Onderdeel, meld_onderdeel_aan

        deel = queries.onderdeel_uitkering
        meld_onderdeel_aan(Onderdeel(10, "dossiers/onderdeel.html", deel, _("Uitkering en doelgroep"), van_toen=deel))
