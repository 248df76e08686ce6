from django.apps import AppConfig


class BeleidConfig(AppConfig):
    name = "meedoen.uitvoering.beleid"
    label = "beleid"
    default_auto_field = "django.db.models.BigAutoField"
