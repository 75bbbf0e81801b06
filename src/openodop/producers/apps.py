from django.apps import AppConfig


class ProducersConfig(AppConfig):
    name = "openodop.producers"
    label = "producers"
    default_auto_field = "django.db.models.BigAutoField"
