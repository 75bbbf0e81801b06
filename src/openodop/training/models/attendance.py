from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from openodop.people.choices import Role
from openodop.people.models import scope_of
from openodop.training.choices import PUBLIC_STATES
from openodop.training.models.course import Course, Session
from openodop.training.models.enrolment import Enrolment
from openodop.training.rules import attendance as rules


class Status(models.TextChoices):
    PRESENT = rules.PRESENT, pgettext_lazy("attendance", "Present")
    LATE = rules.LATE, pgettext_lazy("attendance", "Late")
    ABSENT = rules.ABSENT, pgettext_lazy("attendance", "Absent")
    EXCUSED = rules.EXCUSED, pgettext_lazy("attendance", "Excused")


class Source(models.TextChoices):
    TRAINER = "trainer", pgettext_lazy("attendance", "Marked by the trainer")
    SELF = "self", pgettext_lazy("attendance", "Checked in with the code")
    IMPORT = "import", pgettext_lazy("attendance", "From a list")


class AttendanceMarkQuerySet(models.QuerySet["AttendanceMark"]):
    def by_pair(self, session: Session, enrolments: Iterable[int]) -> dict[int, list[AttendanceMark]]:
        """Return enrolment -> its marks for `session`."""
        result: dict[int, list[AttendanceMark]] = {}
        for mark in self.filter(session=session, enrolment__in=enrolments):
            result.setdefault(mark.enrolment_id, []).append(mark)
        return result


class AttendanceMark(models.Model):
    """Every mark that was made, never changed: which of them stands is `Attendance`.

    A phone names itself (`client`) and the time on its own clock (`tapped_at`), so that a tap which it sends again is known.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="marks")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="marks")
    status = models.CharField(max_length=7, choices=Status)
    source = models.CharField(max_length=7, choices=Source)
    made_at = models.DateTimeField(help_text="when the tap was made, the phone's clock put right")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    client = models.CharField(max_length=40, blank=True, help_text="the phone that sent it, empty for the form")
    tapped_at = models.DateTimeField(help_text="the time on that phone, unchanged")
    received_at = models.DateTimeField(auto_now_add=True)

    objects = AttendanceMarkQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["client", "session", "enrolment", "tapped_at"], name="training_mark_tap_once"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="training_mark_status_known"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="training_mark_source_known"),
            models.CheckConstraint(condition=Q(source="self") | Q(made_by__isnull=False), name="training_mark_made_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def weighed(self) -> rules.Mark:
        """This mark as the rules see it."""
        return rules.Mark(self.status, self.made_at, by_participant=self.source == Source.SELF)


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def visible_to(self, account: Any) -> AttendanceQuerySet:
        """One's own attendance; for organisers and trainers also that of their courses."""
        own = Enrolment.objects.own(account)
        courses = attendance_kept_by(account)
        return self.filter(Q(enrolment__in=own.values("pk")) | Q(session__course__in=courses.values("pk")))


class Attendance(models.Model):
    """What stands for one person and session."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendance")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="attendance")
    status = models.CharField(max_length=7, choices=Status)
    source = models.CharField(max_length=7, choices=Source)
    recorded_at = models.DateTimeField(help_text="when the mark that stands was made")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["session", "enrolment"]
        constraints = [
            models.UniqueConstraint(fields=["session", "enrolment"], name="training_attendance_once"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="training_attendance_status_known"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="training_attendance_source_known"),
            models.CheckConstraint(condition=Q(source="self") | Q(recorded_by__isnull=False), name="training_attendance_recorded_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.session_id}: {self.get_status_display()}"


class CheckInCode(models.Model):
    """Six digits with which people of one session check in themselves."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="check_in_code")
    code = models.CharField(max_length=rules.CODE_LENGTH, unique=True)
    made_at = models.DateTimeField(auto_now=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(code__regex=r"^[0-9]{6}$"), name="training_code_is_six_digits")]

    def __str__(self) -> str:
        return str(self.session)


class SheetPhotograph(models.Model):
    """A photograph of the signed sheet, kept beside the list of its session; only organisers and trainers see it."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="sheet_photographs")
    folder = models.CharField(max_length=80, unique=True)
    renditions = models.JSONField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the upload: the same photograph is kept once")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["uploaded_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "digest"], name="training_photograph_once")]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.uploaded_at:%Y-%m-%d %H:%M}"


def attendance_kept_by(account: Any) -> models.QuerySet[Course]:
    """Courses whose attendance `account` keeps: those that it organises, those of the places it is trainer of, those in which it teaches.

    `access.may_keep_attendance` answers the same for one course.
    """
    if not getattr(account, "is_authenticated", False):
        return Course.objects.none()
    taught = Session.objects.filter(speakers__person__account=account).values("course")
    scope = scope_of(account, Role.TRAINER)
    of_trainer = Q(place__isnull=False) & scope.q("place") | Q(place=None) & scope.q("programme__country") if scope else Q(pk__in=[])
    return Course.objects.filter(
        Q(pk__in=Course.objects.organised_by(account).values("pk")) | Q(pk__in=taught) | Q(state__in=PUBLIC_STATES) & of_trainer
    )
