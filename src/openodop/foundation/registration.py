"""The way of a record into the register: draft, submitted, registered, or sent back with a reason.

Producers and products share it. The rules are pure (registration_rules); the abstract model makes the database keep them.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from openodop.foundation.registration_rules import NEXT, PUBLIC_STATES, Obstacle, may_become

__all__ = ["NEXT", "PUBLIC_STATES", "Obstacle", "Registrable", "State", "may_become"]


class State(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("registration", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("registration", "Waiting for the officer")
    REGISTERED = "registered", pgettext_lazy("registration", "Registered")
    REPORTED = "reported", pgettext_lazy("registration", "Reported by the press")


class Registrable(models.Model):
    """Fields and constraints of a record that an officer of the place registers."""

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, db_index=True)
    state_reason = models.TextField(blank=True)  # why it was sent back; empty otherwise
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)
    # Only for records that are known from publications, never shown as registered or certified.
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="%(app_label)s_%(class)s_state_known"),
            models.CheckConstraint(
                condition=~Q(state="registered") | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="%(app_label)s_%(class)s_registered_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False),
                name="%(app_label)s_%(class)s_submitted_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="reported") | ~Q(source_url="") | ~Q(source_title=""),
                name="%(app_label)s_%(class)s_reported_with_source",
            ),
        ]

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_STATES
