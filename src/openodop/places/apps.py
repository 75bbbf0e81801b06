from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from openodop.foundation import menus
from openodop.foundation.tables import kinds


class PlacesConfig(AppConfig):
    name = "openodop.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models are ready only now.
        from openodop.places.imports import PLACES

        kinds.register(PLACES)
        menus.add(menus.public, menus.Entry(20, pgettext_lazy("menu", "Districts"), "places"))
