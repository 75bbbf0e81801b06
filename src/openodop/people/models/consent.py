from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from openodop.people.choices import Purpose
from openodop.people.models.person import Person


class Consent(models.Model):
    """What a person agreed to, in the words that they read. Taken back, it stays as the proof of what was shown until then."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    shows = models.JSONField(default=list, help_text="names of the ticks: name, organisation, contact")
    wording_version = models.CharField(max_length=20)
    wording = models.TextField()
    language = models.CharField(max_length=2)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    on_paper = models.BooleanField(default=False, help_text="an officer recorded a signed paper")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="people_consent_purpose_known"),
            models.CheckConstraint(condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")), name="people_consent_withdrawn_after_given"),
            models.UniqueConstraint(fields=["person", "purpose"], condition=Q(withdrawn_at=None), name="people_consent_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.purpose} {self.wording_version}"
