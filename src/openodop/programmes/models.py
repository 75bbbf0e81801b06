from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.people.models import Organisation, Post
from openodop.places.models import Place
from openodop.programmes.choices import WITH_SOURCE, Certainty, Topic


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, account: object) -> ProgrammeQuerySet:
        """Programmes are public."""
        return self


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

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/programmes/{self.code}/"


class ProductCategoryQuerySet(models.QuerySet["ProductCategory"]):
    def in_force(self) -> ProductCategoryQuerySet:
        """The groups that products are put into today, without those of earlier editions."""
        return self.filter(is_in_force=True)


class ProductCategory(models.Model):
    """A group of products as the scheme names it; a result keeps the edition under which it was given."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="categories")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    code = models.CharField(max_length=40)
    edition = models.CharField(max_length=20, blank=True, help_text="year of the rules, where the groups changed")
    is_in_force = models.BooleanField(default=True)
    name = I18nCharField(max_length=300)
    name_is_draft = models.BooleanField(default=False, help_text="the local name is our own draft")
    source = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    objects = ProductCategoryQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "order", "code"]
        constraints = [models.UniqueConstraint(fields=["programme", "edition", "code"], name="programmes_category_code_once")]

    def __str__(self) -> str:
        return str(self.name)


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, account: object) -> ProjectQuerySet:
        """Projects are public."""
        return self


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

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="programmes_project_end_after_start"),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/projects/{self.code}/"


class Fact(models.Model):
    """A published statement about a programme or a project, with its source and how certain it is."""

    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.CASCADE, related_name="facts")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.CASCADE, related_name="facts")
    code = models.CharField(max_length=40, help_text="stays when the words change: figures-2024-03")
    topic = models.CharField(max_length=12, choices=Topic)
    statement = I18nTextField()
    as_of = models.CharField(max_length=20, blank=True, help_text="as exact as the source says: 2024, 2024-03 or 2024-03-04")
    certainty = models.CharField(max_length=10, choices=Certainty)
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["programme", "project", "order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(programme=None, project__isnull=False) | Q(programme__isnull=False, project=None), name="programmes_fact_about_one"
            ),
            models.UniqueConstraint(fields=["programme", "code"], name="programmes_fact_code_once_by_programme"),
            models.UniqueConstraint(fields=["project", "code"], name="programmes_fact_code_once_by_project"),
            models.CheckConstraint(condition=~Q(certainty__in=WITH_SOURCE) | ~Q(source_title=""), name="programmes_fact_has_source"),
            models.CheckConstraint(condition=Q(certainty__in=Certainty.values), name="programmes_fact_certainty_known"),
            models.CheckConstraint(condition=Q(topic__in=Topic.values), name="programmes_fact_topic_known"),
        ]

    def __str__(self) -> str:
        return str(self.statement)
