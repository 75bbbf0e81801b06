from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from openodop.foundation import menus


class PortalConfig(AppConfig):
    name = "openodop.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        menus.add(menus.work, menus.Entry(10, pgettext_lazy("menu", "Next step"), "portal:work_home", icon="home"))
