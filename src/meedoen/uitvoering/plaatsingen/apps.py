from django.apps import AppConfig


class PlaatsingenConfig(AppConfig):
    name = "meedoen.uitvoering.plaatsingen"
    label = "plaatsingen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier what placements know."""
        from ..dossiers.parts import Onderdeel, meld_feitenbron_aan, meld_onderdeel_aan
        from . import queries

        meld_feitenbron_aan(queries.loonkostensubsidie_feiten)
        meld_onderdeel_aan(Onderdeel(20, "plaatsingen/onderdeel.html", queries.onderdeel_werk))
