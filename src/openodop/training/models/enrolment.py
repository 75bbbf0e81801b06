from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from openodop.people.choices import COURSE_ORGANISERS
from openodop.people.models import Organisation, Person, scope_of
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.training.choices import LIVE_STATES, EnrolmentState, ParticipantKind, Way
from openodop.training.models.course import Course


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def enrolled(self) -> EnrolmentQuerySet:
        """Those who hold a seat."""
        return self.filter(state=EnrolmentState.ENROLLED)

    def waiting(self) -> EnrolmentQuerySet:
        """The waiting list, first come first."""
        return self.filter(state=EnrolmentState.WAITING).order_by("waiting_number")

    def with_position(self) -> EnrolmentQuerySet:
        """Add `position`: the place on the waiting list, 1 being the next; 0 for those who do not wait."""
        ahead = Enrolment.objects.filter(course=OuterRef("course"), state=EnrolmentState.WAITING, waiting_number__lte=OuterRef("waiting_number"))
        counted = ahead.order_by().values("course").annotate(number=Count("pk")).values("number")
        return self.annotate(position=Coalesce(Subquery(counted), 0))

    def live(self) -> EnrolmentQuerySet:
        return self.filter(state__in=LIVE_STATES)

    def own(self, account: Any) -> EnrolmentQuerySet:
        """Enrolments of the person behind `account`, and those made with it."""
        if not getattr(account, "is_authenticated", False):
            return self.none()
        return self.filter(Q(person__account=account) | Q(person__account=None, account=account))

    def visible_to(self, account: Any) -> EnrolmentQuerySet:
        """One's own; for organisers also those of their courses."""
        if not getattr(account, "is_authenticated", False):
            return self.none()
        own = Q(person__account=account) | Q(person__account=None, account=account)
        if not scope_of(account, *COURSE_ORGANISERS):
            return self.filter(own)
        return self.filter(own | Q(course__in=Course.objects.organised_by(account).values("pk")))


class Enrolment(models.Model):
    """A person's way into a course; one row for each person and course, whatever its state."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="enrolments", help_text="that applied or accepted"
    )
    kind = models.CharField(max_length=15, choices=ParticipantKind)
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="enrolments")
    organisation_text = models.CharField(max_length=200, blank=True)
    post_text = models.CharField(max_length=200, blank=True, help_text="the person's post or work at the time, as written")
    province = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="enrolments")
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.PROTECT, related_name="enrolments")
    way = models.CharField(max_length=12, choices=Way)
    state = models.CharField(max_length=10, choices=EnrolmentState, db_index=True)
    waiting_since = models.DateTimeField(null=True, blank=True)
    waiting_number = models.PositiveIntegerField(null=True, blank=True, help_text="order on the waiting list, given under the course's lock")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="why refused or withdrawn, shown to the person")
    note = models.TextField(blank=True, help_text="what the person wrote with the application")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["course", "created_at", "pk"]
        indexes = [models.Index(fields=["course", "state"], name="training_enrolment_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["course", "person"], name="training_enrolment_person_once"),
            models.UniqueConstraint(fields=["course", "waiting_number"], name="training_enrolment_waiting_number_once"),
            models.CheckConstraint(condition=Q(kind__in=ParticipantKind.values), name="training_enrolment_kind_known"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="training_enrolment_way_known"),
            models.CheckConstraint(condition=Q(state__in=EnrolmentState.values), name="training_enrolment_state_known"),
            models.CheckConstraint(
                condition=Q(state="waiting", waiting_since__isnull=False, waiting_number__isnull=False)
                | (~Q(state="waiting") & Q(waiting_since=None, waiting_number=None)),
                name="training_enrolment_waiting_has_number",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | (~Q(reason="") & Q(decided_at__isnull=False)), name="training_enrolment_refused_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.code} / {self.course.code}"  # stays in the history, so it names nobody


class Invitation(models.Model):
    """A single-use link with which somebody says yes or no. Only the digest of its secret is kept."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="invitations")
    secret_digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret in the link")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.enrolment)
