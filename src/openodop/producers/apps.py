from django.apps import AppConfig
from django.utils.translation import ngettext_lazy, pgettext_lazy


class ProducersConfig(AppConfig):
    name = "openodop.producers"
    label = "producers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models and what stands on them can be loaded only now.
        from auditlog.registry import auditlog

        from openodop.foundation import menus, panels
        from openodop.foundation.tables import kinds
        from openodop.people import gifts, homes, privacy
        from openodop.producers import access, actions, queries
        from openodop.producers.imports import PRODUCERS
        from openodop.producers.models import Producer
        from openodop.producers.panels import of_place

        # States and decisions are recorded by the actions, in words; folded text is no news to anybody.
        auditlog.register(
            Producer,
            exclude_fields=[
                "state",
                "state_reason",
                "reason_about",
                "submitted_at",
                "decided_at",
                "decided_by",
                "created_at",
                "created_by",
                "updated_at",
                "search_text",
            ],
            mask_fields=["contact_phone", "contact_email"],
        )
        panels.register("places.place", "producers", of_place, order=20)
        panels.register_count(
            "places.producers",
            queries.by_place,
            title=pgettext_lazy("menu", "Producers"),
            label=ngettext_lazy("%(count)d producer", "%(count)d producers", "count"),
            order=20,
        )
        menus.add(menus.public, menus.Entry(25, pgettext_lazy("menu", "Producers"), "producers:producers"))
        menus.add(menus.work, menus.Entry(20, pgettext_lazy("menu", "Producers"), "producers:officers", icon="users", visible=access.is_officer))
        kinds.register(PRODUCERS)
        gifts.register(actions.GIFT, give=actions.receive_membership, describe=queries.membership_in_words)
        homes.register("producers", queries.home_paths)
        privacy.register("producers", export=queries.memberships_of_person, erase=actions.forget_person)
