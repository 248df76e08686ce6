from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "meedoen.uitvoering.besluiten"
    label = "besluiten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier what was decided."""
        from ..dossiers.parts import Onderdeel, meld_onderdeel_aan
        from . import queries

        meld_onderdeel_aan(Onderdeel(30, "besluiten/onderdeel.html", queries.onderdeel_besluiten))
