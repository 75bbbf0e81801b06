from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.news.choices import ArticleState
from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of
from openodop.places.models import Place
from openodop.products.models import Product
from openodop.programmes.models import Programme, Project
from openodop.training.models import Course


class ArticleQuerySet(models.QuerySet["Article"]):
    def in_public(self) -> ArticleQuerySet:
        return self.filter(state=ArticleState.PUBLISHED)

    def written_by(self, account: Any) -> ArticleQuerySet:
        """Articles that `account` may change: those of its places while it holds an officer's post, and its own."""
        scope = scope_of(account, *OFFICERS)
        if not scope:
            return self.none()
        without_place = Q(place=None) & scope.q("programme__country")
        return self.filter((Q(place__isnull=False) & scope.q("place")) | without_place | Q(created_by=account))

    def visible_to(self, account: Any) -> ArticleQuerySet:
        """Published articles for everyone; drafts for those who may change them."""
        if not scope_of(account, *OFFICERS):
            return self.in_public()
        return self.filter(Q(state=ArticleState.PUBLISHED) | Q(pk__in=Article.objects.written_by(account).values("pk")))


class Article(models.Model):
    """A piece of news of a programme. The body is plain text; an empty line begins a new paragraph."""

    code = models.CharField(max_length=30, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="articles")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles")
    course = models.ForeignKey(Course, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles")
    title = I18nCharField(max_length=300)
    lead = I18nTextField(blank=True, null=True)
    body = I18nTextField()
    drawing = models.CharField(max_length=40, blank=True, help_text="drawing shown while there is no photograph")
    picture_folder = models.CharField(max_length=80, blank=True, help_text="folder of the picture's renditions in storage")
    picture = models.JSONField(default=dict, blank=True, help_text="width, height and renditions as foundation.pictures gives them")
    picture_description = I18nCharField(max_length=300, blank=True, null=True)
    state = models.CharField(max_length=10, choices=ArticleState, default=ArticleState.DRAFT, db_index=True)
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-created_at", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ArticleState.values), name="news_article_state_known"),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False, published_by__isnull=False), name="news_article_published_by_someone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return f"/news/{self.code}/"
