from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from openodop.foundation import menus, panels
from openodop.people import access, homes, privacy


class PeopleConfig(AppConfig):
    name = "openodop.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models exist only from here on.
        from auditlog.registry import auditlog

        from openodop.people import exports, models
        from openodop.people.panels import second_factor

        auditlog.register(models.Account, exclude_fields=["password", "last_login"])
        auditlog.register(models.Person)
        auditlog.register(models.Post)
        auditlog.register(models.Organisation)
        auditlog.register(models.Invitation, exclude_fields=["token_hash"])
        privacy.register("people", export=exports.of_person, hinders=exports.hinders)
        homes.register("people", exports.home_of)
        panels.register("portal.home", "people.second_factor", second_factor, order=5)
        for entry in (
            menus.Entry(80, pgettext_lazy("menu", "Staff"), "people:staff", "users", access.is_officer),
            menus.Entry(81, pgettext_lazy("menu", "People"), "people:persons", "users", access.is_officer),
            menus.Entry(95, pgettext_lazy("menu", "My data"), "people:me", "user"),
        ):
            menus.add(menus.work, entry)
