from django.apps import AppConfig


class KernConfig(AppConfig):
    name = "meedoen.uitvoering.kern"
    label = "kern"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The database notes every change of the register: see `kern/changes.py`."""
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_migrate

        from .changes import geef_functie, installeer

        connection_created.connect(geef_functie, dispatch_uid="kern.verwerking")
        post_migrate.connect(installeer, sender=self, dispatch_uid="kern.wijzigingen")
