from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from openodop.foundation import menus


class PlacesConfig(AppConfig):
    name = "openodop.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        menus.add(menus.public, menus.Entry(20, pgettext_lazy("menu", "Districts"), "places"))
