from django.apps import AppConfig


class WerkgeversConfig(AppConfig):
    name = "meedoen.uitvoering.werkgevers"
    label = "werkgevers"
    default_auto_field = "django.db.models.BigAutoField"
