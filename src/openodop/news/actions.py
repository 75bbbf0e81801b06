"""What happens to articles."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from openodop.foundation.audit import record
from openodop.foundation.languages import best
from openodop.foundation.refusals import refuse_if
from openodop.foundation.series import next_number
from openodop.news import access, drafts, messages
from openodop.news.choices import ArticleState
from openodop.news.models import Article
from openodop.training.access import may_organise
from openodop.training.models import Course


@transaction.atomic
def save_article(*, article: Article, by: Any) -> Article:
    """Keep an article; a new one gets its code `N2026-0001` and stays a draft until it is published."""
    refuse_if(not access.may_change(by, article) if article.pk else not access.may_write(by), messages.NOT_YOURS)
    refuse_if(not best(article.title)[0] or not best(article.body)[0], messages.NEEDS_TITLE_AND_TEXT)
    if not article.pk:
        year = timezone.localdate().year
        article.code = f"N{year}-{next_number(f'article:{year}'):04d}"
        article.created_by = by
    article.save()
    record("news.article.saved", by=by, about=article)
    return article


@transaction.atomic
def publish_article(*, article: Article, by: Any) -> Article:
    article = Article.objects.select_for_update(of=("self",)).select_related("place", "programme__country").get(pk=article.pk)
    refuse_if(not access.may_change(by, article), messages.NOT_YOURS)
    refuse_if(article.state == ArticleState.PUBLISHED, messages.ALREADY_PUBLISHED)
    article.state, article.published_at, article.published_by = ArticleState.PUBLISHED, timezone.now(), by
    article.save(update_fields=["state", "published_at", "published_by", "updated_at"])
    record("news.article.published", by=by, about=article)
    return article


@transaction.atomic
def withdraw_article(*, article: Article, by: Any) -> Article:
    """Take a published article back; it becomes a draft again."""
    article = Article.objects.select_for_update(of=("self",)).select_related("place", "programme__country").get(pk=article.pk)
    refuse_if(not access.may_change(by, article), messages.NOT_YOURS)
    refuse_if(article.state != ArticleState.PUBLISHED, messages.NOT_PUBLISHED)
    article.state, article.published_at, article.published_by = ArticleState.DRAFT, None, None
    article.save(update_fields=["state", "published_at", "published_by", "updated_at"])
    record("news.article.withdrawn", by=by, about=article)
    return article


@transaction.atomic
def draft_from_course(*, course: Course, by: Any) -> Article:
    """Write a first draft from what the record knows about a course that has ended."""
    refuse_if(not access.may_write(by) or not may_organise(by, course), messages.NOT_YOURS)
    refuse_if(course.today <= course.ends_on, messages.COURSE_HAS_NOT_ENDED, date=date_format(course.ends_on))
    article = Article(programme=course.programme, project=course.project, course=course, place=course.place, **drafts.article_text(course))
    return save_article(article=article, by=by)
