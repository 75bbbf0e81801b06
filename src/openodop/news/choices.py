from django.db import models
from django.utils.translation import pgettext_lazy


class ArticleState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("article", "Draft")
    PUBLISHED = "published", pgettext_lazy("article", "Published")
