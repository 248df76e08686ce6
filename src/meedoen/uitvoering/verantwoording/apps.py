from django.apps import AppConfig


class VerantwoordingConfig(AppConfig):
    name = "meedoen.uitvoering.verantwoording"
    label = "verantwoording"
    default_auto_field = "django.db.models.BigAutoField"
