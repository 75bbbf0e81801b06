from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from i18nfield.fields import I18nCharField

from openodop.foundation import languages
from openodop.people.choices import OrganisationKind
from openodop.places.models import Place


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, account: Any) -> OrganisationQuerySet:
        """Organisations are public."""
        return self


class Organisation(models.Model):
    """A ministry, office, institute, university, donor, firm or association that people of the programme belong to."""

    code = models.CharField(max_length=30, unique=True)
    name = I18nCharField(max_length=300)
    kind = models.CharField(max_length=12, choices=OrganisationKind)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    website = models.URLField(blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="people_organisation_kind_known")]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return f"/organisations/{self.code}/"

    @property
    def name_and_language(self) -> tuple[str, str]:
        return languages.best(self.name)
