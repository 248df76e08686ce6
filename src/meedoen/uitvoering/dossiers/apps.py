from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "meedoen.uitvoering.dossiers"
    label = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The first section of the dossier page is its own."""
        from . import queries
        from .parts import Onderdeel, meld_onderdeel_aan

        meld_onderdeel_aan(Onderdeel(10, "dossiers/onderdeel.html", queries.onderdeel_uitkering))
