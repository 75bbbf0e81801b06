from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from openodop.foundation import menus, panels


class NewsConfig(AppConfig):
    name = "openodop.news"
    label = "news"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from openodop.news import access  # Django's models are ready only now
        from openodop.news.models import Article
        from openodop.news.panels import about_subject

        auditlog.register(Article, exclude_fields=["updated_at"])
        for place in ("places.place", "programmes.project", "training.course", "products.product"):
            panels.register(place, "news", about_subject, order=80)
        menus.add(menus.public, menus.Entry(40, pgettext_lazy("menu", "News"), "news:list"))
        menus.add(menus.work, menus.Entry(70, pgettext_lazy("menu", "News"), "news:own", icon="edit", visible=access.may_write))
