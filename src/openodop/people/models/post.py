from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from i18nfield.fields import I18nCharField

from openodop.foundation import languages
from openodop.people.choices import NEEDS_PLACE, OFFICERS, Role
from openodop.people.models.organisation import Organisation
from openodop.people.models.scope import NOBODY, scope_of
from openodop.places.models import Place


class PostQuerySet(models.QuerySet["Post"]):
    def current(self) -> PostQuerySet:
        today = timezone.localdate()
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=today), Q(ends_on=None) | Q(ends_on__gte=today))

    def visible_to(self, account: Any) -> PostQuerySet:
        """One's own posts; for officers also the posts in their places."""
        own = Q(account=account) if getattr(account, "is_authenticated", False) else NOBODY
        scope = scope_of(account, *OFFICERS)
        if scope.everything:
            return self
        return self.filter(own | scope.q("place") if scope else own)


class Post(models.Model):
    """A role that an account holds somewhere for some time. An ended post stays as history."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=20, choices=Role)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    title = I18nCharField(max_length=300, blank=True, null=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True, help_text="last day")

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["account", "role"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="people_post_role_known"),
            models.CheckConstraint(condition=~Q(role__in=NEEDS_PLACE) | Q(place__isnull=False), name="people_post_officer_has_place"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="people_post_end_after_start"
            ),
            # Two constraints, since a database counts two empty places as different.
            models.UniqueConstraint(fields=["account", "role", "place"], condition=Q(ends_on=None), name="people_post_once"),
            models.UniqueConstraint(fields=["account", "role"], condition=Q(ends_on=None, place=None), name="people_post_once_without_place"),
        ]

    def __str__(self) -> str:
        # The audit trail keeps this text after the row is gone, so it names nobody.
        return f"{self.role}: {self.account.code}"

    @property
    def has_ended(self) -> bool:
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    @property
    def has_started(self) -> bool:
        return self.starts_on is None or self.starts_on <= timezone.localdate()

    @property
    def title_and_language(self) -> tuple[str, str]:
        return languages.best(self.title)
