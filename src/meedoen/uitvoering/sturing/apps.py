from django.apps import AppConfig


class SturingConfig(AppConfig):
    name = "meedoen.uitvoering.sturing"
    label = "sturing"
    default_auto_field = "django.db.models.BigAutoField"
