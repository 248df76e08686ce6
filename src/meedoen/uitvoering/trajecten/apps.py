from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrajectenConfig(AppConfig):
    name = "meedoen.uitvoering.trajecten"
    label = "trajecten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the dossier about plans, the rules about unpaid work, and the worklist about what is due."""
        from ..dossiers.parts import Onderdeel, meld_feitenbron_aan, meld_onderdeel_aan
        from ..dossiers.worklist import meld_overdracht_aan, meld_werk_aan
        from . import acts, queries, work

        meld_feitenbron_aan(queries.feiten_van_inzet)
        meld_onderdeel_aan(Onderdeel(15, "trajecten/onderdeel.html", queries.onderdeel_traject, _("Diagnose en plan")))
        meld_werk_aan(*work.SOORTEN_WERK)
        meld_overdracht_aan(acts.draag_eigen_werk_over)
