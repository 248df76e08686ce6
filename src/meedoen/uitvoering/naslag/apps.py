from django.apps import AppConfig


class NaslagConfig(AppConfig):
    name = "meedoen.uitvoering.naslag"
    label = "naslag"
    default_auto_field = "django.db.models.BigAutoField"
