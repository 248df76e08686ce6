from django.apps import AppConfig


class HuisstijlConfig(AppConfig):
    name = "meedoen.uitvoering.huisstijl"
    label = "huisstijl"
    default_auto_field = "django.db.models.BigAutoField"
