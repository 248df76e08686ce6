from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "meedoen.uitvoering.toegang"
    label = "toegang"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier how a resident came in, and who took him over."""
        from ..dossiers.parts import Onderdeel, meld_onderdeel_aan
        from . import queries

        meld_onderdeel_aan(Onderdeel(5, "toegang/onderdeel.html", queries.onderdeel_meldingen))
