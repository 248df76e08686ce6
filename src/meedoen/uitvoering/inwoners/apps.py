from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InwonersConfig(AppConfig):
    name = "meedoen.uitvoering.inwoners"
    label = "inwoners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A section of the dossier, and requests on the worklist."""
        from ..dossiers.parts import Onderdeel, meld_onderdeel_aan
        from ..dossiers.worklist import meld_overdracht_aan, meld_werk_aan
        from . import queries, work

        meld_onderdeel_aan(
            Onderdeel(90, "inwoners/onderdeel.html", queries.onderdeel_inwoner, _("Rechten van de inwoner"))
        )
        meld_werk_aan(work.VERZOEKEN)
        meld_overdracht_aan(work.draag_over)
