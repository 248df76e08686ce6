from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BesluitenConfig(AppConfig):
    name = "meedoen.uitvoering.besluiten"
    label = "besluiten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier what was decided, and the worklist what is to be decided."""
        from ..dossiers.parts import Onderdeel, meld_onderdeel_aan
        from ..dossiers.worklist import meld_overdracht_aan, meld_werk_aan
        from . import queries, work

        meld_onderdeel_aan(Onderdeel(30, "besluiten/onderdeel.html", queries.onderdeel_besluiten, _("Besluiten")))
        meld_werk_aan(*work.SOORTEN_WERK)
        meld_overdracht_aan(work.draag_over)
