from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlaatsingenConfig(AppConfig):
    name = "meedoen.uitvoering.plaatsingen"
    label = "plaatsingen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier what placements know."""
        from ..dossiers.parts import Onderdeel, meld_feitenbron_aan, meld_onderdeel_aan
        from . import queries

        meld_feitenbron_aan(queries.loonkostensubsidie_feiten)
        deel = queries.onderdeel_werk
        meld_onderdeel_aan(Onderdeel(20, "plaatsingen/onderdeel.html", deel, _("Werk"), van_toen=deel))
