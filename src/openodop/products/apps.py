from django.apps import AppConfig
from django.utils.translation import ngettext_lazy, pgettext_lazy


class ProductsConfig(AppConfig):
    name = "openodop.products"
    label = "products"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from auditlog.registry import auditlog  # Django's models are ready only now

        from openodop.foundation import menus, panels
        from openodop.foundation.tables import kinds
        from openodop.products import access, queries
        from openodop.products.imports import PRODUCTS
        from openodop.products.models import Pack, Photograph, Product
        from openodop.products.panels import of_place, of_producer

        # States and decisions are recorded by the actions, in words; folded text is no news to anybody.
        by_actions = ["state", "state_reason", "reason_about", "submitted_at", "decided_at", "decided_by"]
        auditlog.register(Product, exclude_fields=[*by_actions, "created_at", "created_by", "updated_at", "search_text", "listed", "story", "cover"])
        auditlog.register(Pack)
        auditlog.register(Photograph, include_fields=["product", "order", "description"])
        kinds.register(PRODUCTS)
        panels.register("places.place", "products", of_place, order=30)
        panels.register("producers.producer", "products", of_producer, order=20)
        title, label = pgettext_lazy("menu", "Products"), ngettext_lazy("%(count)d product", "%(count)d products", "count")
        panels.register_count("places.products", queries.by_place, title=title, label=label, order=30)
        panels.register_count("producers.products", queries.by_producer, title=title, label=label, order=30)
        panels.register_count("programmes.products", queries.counts_of, title=title, label=label, order=30)
        menus.add(menus.public, menus.Entry(10, pgettext_lazy("menu", "Products"), "products:products"))
        menus.add(menus.work, menus.Entry(30, pgettext_lazy("menu", "Products"), "products:officers", icon="basket", visible=access.is_officer))
        menus.add(
            menus.work, menus.Entry(31, pgettext_lazy("menu", "Your products"), "products:own", icon="basket", visible=access.acts_for_a_producer)
        )
