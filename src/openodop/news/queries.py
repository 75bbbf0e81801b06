"""Reads across articles and what they are tied to."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from openodop.news.models import Article
from openodop.places.models import Place

SHOWN_WITH = ("programme", "place")


def newest(*, limit: int) -> QuerySet[Article]:
    """Return the newest published articles."""
    return Article.objects.in_public().select_related(*SHOWN_WITH)[:limit]


def related_to(article: Article, *, limit: int = 3) -> list[Article]:
    """Return other published articles: of the same product or course first, then project, place and programme."""
    near = [
        (When(product=article.product_id, then=Value(4)), article.product_id),
        (When(course=article.course_id, then=Value(3)), article.course_id),
        (When(project=article.project_id, then=Value(2)), article.project_id),
        (When(place=article.place_id, then=Value(1)), article.place_id),
    ]
    closeness = Case(*(when for when, known in near if known), default=Value(0), output_field=IntegerField())
    rows = Article.objects.in_public().filter(programme=article.programme_id).exclude(pk=article.pk).select_related(*SHOWN_WITH)
    return list(rows.annotate(closeness=closeness).order_by("-closeness", "-published_at")[:limit])


def about(subject: Any, account: Any, *, limit: int = 3) -> list[Article]:
    """Return articles about a place (and the places in it), project, course or product."""
    rows = Article.objects.visible_to(account).in_public().select_related(*SHOWN_WITH)
    if isinstance(subject, Place):
        return list(rows.filter(place__path__startswith=subject.path)[:limit])
    return list(rows.filter(**{subject._meta.model_name: subject})[:limit])
