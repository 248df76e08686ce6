from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "meedoen.uitvoering.besluiten"
    label = "besluiten"
    default_auto_field = "django.db.models.BigAutoField"
