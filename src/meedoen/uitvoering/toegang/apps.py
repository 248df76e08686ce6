from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToegangConfig(AppConfig):
    name = "meedoen.uitvoering.toegang"
    label = "toegang"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier how a resident came in, and the worklist what is open."""
        from ..dossiers.parts import Onderdeel, meld_onderdeel_aan
        from ..dossiers.worklist import meld_overdracht_aan, meld_werk_aan
        from . import queries, worklist

        meld_onderdeel_aan(
            Onderdeel(5, "toegang/onderdeel.html", queries.onderdeel_meldingen, _("Meldingen en overdrachten"))
        )
        meld_werk_aan(*worklist.SOORTEN_WERK)
        meld_overdracht_aan(worklist.geef_over)
