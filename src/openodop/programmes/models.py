from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.people.models import Organisation, Post
from openodop.places.models import Place


class Certainty(models.TextChoices):
    """How certain a published statement is (marks of the reference)."""

    OFFICIAL = "official", pgettext_lazy("certainty", "Text or data of the authority was read")
    SECONDARY = "secondary", pgettext_lazy("certainty", "Reported by a secondary source")
    INFERRED = "inferred", pgettext_lazy("certainty", "Inferred, stated nowhere in so many words")
    REPEATED = "repeated", pgettext_lazy("certainty", "Widely repeated, no source could be read")
    UNKNOWN = "unknown", pgettext_lazy("certainty", "Not found")


class Topic(models.TextChoices):
    LEGAL_BASE = "legal_base", pgettext_lazy("fact", "Legal base")
    OWNER = "owner", pgettext_lazy("fact", "Who runs it")
    LEVELS = "levels", pgettext_lazy("fact", "Levels of decision")
    CONDITIONS = "conditions", pgettext_lazy("fact", "Who may apply")
    STARS = "stars", pgettext_lazy("fact", "Stars and mark")
    VALIDITY = "validity", pgettext_lazy("fact", "Validity")
    PAPERS = "papers", pgettext_lazy("fact", "Papers")
    FIGURES = "figures", pgettext_lazy("fact", "Figures")
    IDEA = "idea", pgettext_lazy("fact", "Idea and history")


class Programme(models.Model):
    """A standing scheme of a country, such as Lao ODOP."""

    code = models.CharField(max_length=20, unique=True)
    country = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="programmes")
    name = I18nCharField(max_length=300)
    short_name = models.CharField(max_length=20)
    description = I18nTextField()
    owner = I18nCharField(max_length=300)
    mark = I18nTextField(blank=True, null=True, help_text="the scheme's mark and who may use it")
    has_stars = models.BooleanField(default=False)
    posts = models.ManyToManyField(Post, blank=True, related_name="programmes", help_text="posts limited to this programme")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/programmes/{self.code}/"


class ProductCategory(models.Model):
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="categories")
    code = models.CharField(max_length=40)
    edition = models.CharField(max_length=20, blank=True)
    name = I18nCharField(max_length=300)
    name_is_draft = models.BooleanField(default=False, help_text="the local name is our own draft")
    source = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["programme", "order", "code"]
        constraints = [models.UniqueConstraint(fields=["programme", "edition", "code"], name="programmes_category_code_once")]

    def __str__(self) -> str:
        return str(self.name)


class Fact(models.Model):
    """A published statement about a programme with its source and how certain it is."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="facts")
    topic = models.CharField(max_length=12, choices=Topic)
    statement = I18nTextField()
    as_of = models.CharField(max_length=20, blank=True)
    certainty = models.CharField(max_length=10, choices=Certainty)
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["programme", "topic", "order"]
        constraints = [
            models.CheckConstraint(condition=Q(certainty__in=["unknown", "inferred"]) | ~Q(source_title=""), name="programmes_fact_has_source"),
        ]

    def __str__(self) -> str:
        return str(self.statement)


class Project(models.Model):
    """A time-bound undertaking that works with one or more programmes."""

    code = models.CharField(max_length=30, unique=True)
    name = I18nCharField(max_length=300)
    aims = I18nTextField(blank=True, null=True)
    donor = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="funded_projects")
    partners = models.ManyToManyField(Organisation, blank=True, related_name="projects")
    programmes = models.ManyToManyField(Programme, blank=True, related_name="projects")
    countries = models.ManyToManyField(Place, blank=True, related_name="projects")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["-starts_on", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="programmes_project_end_after_start"),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/projects/{self.code}/"
