from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HandhavingConfig(AppConfig):
    name = "meedoen.uitvoering.handhaving"
    label = "handhaving"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier about signals and measures, and the worklist what is to be done about them."""
        from ..dossiers.parts import Onderdeel, meld_onderdeel_aan
        from ..dossiers.worklist import meld_overdracht_aan, meld_werk_aan
        from . import queries, work

        meld_onderdeel_aan(Onderdeel(35, "handhaving/onderdeel.html", queries.onderdeel_handhaving, _("Handhaving")))
        meld_werk_aan(*work.SOORTEN_WERK)
        meld_overdracht_aan(work.draag_over)
