from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class FoundationConfig(AppConfig):
    name = "openodop.foundation"
    label = "foundation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Pages need the applications to be ready.
        from openodop.foundation import menus
        from openodop.foundation.tables.views import may_import_something

        menus.add(menus.work, menus.Entry(75, pgettext_lazy("menu", "Tables"), "tables:start", icon="upload", visible=may_import_something))
