from django.apps import AppConfig


class KoppelingenConfig(AppConfig):
    name = "meedoen.uitvoering.koppelingen"
    label = "koppelingen"
    default_auto_field = "django.db.models.BigAutoField"
