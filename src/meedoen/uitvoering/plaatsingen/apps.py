from django.apps import AppConfig


class PlaatsingenConfig(AppConfig):
    name = "meedoen.uitvoering.plaatsingen"
    label = "plaatsingen"
    default_auto_field = "django.db.models.BigAutoField"
