from django.apps import AppConfig


class InrichtingConfig(AppConfig):
    name = "meedoen.uitvoering.inrichting"
    label = "inrichting"
    default_auto_field = "django.db.models.BigAutoField"
