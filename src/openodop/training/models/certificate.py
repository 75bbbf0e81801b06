from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from openodop.people.names import language_of
from openodop.training.models.course import Course
from openodop.training.models.enrolment import Enrolment


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid(self) -> CertificateQuerySet:
        return self.filter(withdrawn_at=None)

    def own(self, account: Any) -> CertificateQuerySet:
        return self.filter(enrolment__in=Enrolment.objects.own(account).values("pk"))

    def visible_to(self, account: Any) -> CertificateQuerySet:
        """The paper itself: for the one who earned it, and for those who organise the course. The check page is public."""
        organised = Course.objects.organised_by(account)
        return self.filter(Q(enrolment__in=Enrolment.objects.own(account).values("pk")) | Q(course__in=organised.values("pk")))


class Certificate(models.Model):
    """What a person earned, as it was printed: later changes of name or attendance do not change it."""

    number = models.CharField(max_length=40, unique=True)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="certificates")
    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="certificate")
    name = models.CharField(max_length=120, help_text="as printed; empty once the person asked to be forgotten")
    name_latin = models.CharField(max_length=120, blank=True, help_text="as printed in Latin letters")
    sessions_attended = models.PositiveSmallIntegerField()
    sessions_held = models.PositiveSmallIntegerField()
    minutes_attended = models.PositiveIntegerField()
    issued_on = models.DateField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_reason = models.TextField(blank=True, help_text="for organisers; the check page does not show it")

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["course", "number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason="")),
                name="training_certificate_withdrawn_by_somebody_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(sessions_attended__gte=1, sessions_attended__lte=F("sessions_held")), name="training_certificate_attended_of_held"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("training:certificate", args=[self.number])

    @property
    def name_language(self) -> str:
        return language_of(self.name)

    @property
    def is_valid(self) -> bool:
        return self.withdrawn_at is None
