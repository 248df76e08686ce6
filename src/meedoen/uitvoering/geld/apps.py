from django.apps import AppConfig


class GeldConfig(AppConfig):
    name = "meedoen.uitvoering.geld"
    label = "geld"
    default_auto_field = "django.db.models.BigAutoField"
