"""Small display helps of the news."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from openodop.foundation.drawings import ground_for
from openodop.foundation.languages import best
from openodop.foundation.templatetags.foundation import tray
from openodop.news.models import Article
from openodop.news.rules import paragraphs as parts

register = template.Library()
TYPES = {"avif": "image/avif", "webp": "image/webp"}


@register.filter
def paragraphs(body: str) -> list[str]:
    return parts(body)


@register.simple_tag
def article_picture(article: Article, size: str = "card") -> SafeString:
    """The photograph in the sizes it was kept in, or the drawing."""
    renditions = article.picture.get("renditions") if article.picture else None
    if not renditions:
        return tray(article.drawing or "dryer-house", ground_for(article.code)) if size == "card" else SafeString("")
    base = f"/news/{article.code}/picture/"
    sources = format_html_join(
        "",
        '<source type="{}" sizes="{}" srcset="{}">',
        (
            (
                kind,
                "(min-width: 62em) 40rem, 100vw" if size != "card" else "16rem",
                ", ".join(f"{base}{files[ending][0]} {width}w" for width, files in renditions.items()),
            )
            for ending, kind in TYPES.items()
        ),
    )
    fallback = next(files["jpg"][0] for files in renditions.values() if "jpg" in files)
    picture = format_html(
        '<picture>{}<img src="{}{}" alt="{}" width="{}" height="{}" loading="lazy"></picture>',
        sources, base, fallback, best(article.picture_description)[0], article.picture["width"], article.picture["height"],
    )  # fmt: skip
    return format_html('<span class="art">{}</span>', picture) if size == "card" else picture
