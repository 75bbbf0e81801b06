from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.people.choices import COURSE_ORGANISERS
from openodop.people.models import Organisation, Person, scope_of
from openodop.places.models import Place
from openodop.programmes.models import Programme, Project
from openodop.training.choices import PUBLIC_STATES, CourseState, Mode, ParticipantKind


class CourseQuerySet(models.QuerySet["Course"]):
    def in_public(self) -> CourseQuerySet:
        return self.filter(state__in=PUBLIC_STATES)

    def organised_by(self, account: Any) -> CourseQuerySet:
        """Courses that `account` may change: those of its places, and its own while it holds a post that runs courses.

        A course without a place belongs to the country of its programme. `access.may_organise` answers the same for one course.
        """
        scope = scope_of(account, *COURSE_ORGANISERS)
        if not scope:
            return self.none()
        without_place = Q(place=None) & scope.q("programme__country")
        return self.filter(Q(place__isnull=False) & scope.q("place") | without_place | Q(created_by=account))

    def visible_to(self, account: Any) -> CourseQuerySet:
        """Every course but drafts for everyone; drafts for those who organise them."""
        if not scope_of(account, *COURSE_ORGANISERS):
            return self.in_public()
        return self.filter(Q(state__in=PUBLIC_STATES) | Q(pk__in=Course.objects.organised_by(account).values("pk")))

    def with_seats_taken(self) -> CourseQuerySet:
        """Add `seats_taken`, so that `seats_left` needs no query of its own."""
        enrolments = Course._meta.get_field("enrolments").related_model
        taken = enrolments.objects.filter(course=OuterRef("pk"), state="enrolled").order_by().values("course").annotate(number=Count("pk"))
        return self.annotate(seats_taken=Coalesce(Subquery(taken.values("number")), 0))

    def locked(self, pk: int) -> Course:
        """Return the course, held until the transaction ends. Every seat is taken and freed under this lock and no other.

        PostgreSQL locks the row; SQLite has begun the transaction as the only writer (BEGIN IMMEDIATE).
        """
        return self.select_for_update(of=("self",)).get(pk=pk)


class Course(models.Model):
    code = models.CharField(max_length=30, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="courses")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="courses")
    title = I18nCharField(max_length=300)
    summary = I18nTextField(blank=True, null=True, help_text="one or two sentences under the title")
    aims = I18nTextField(blank=True, null=True)
    audience = I18nTextField(blank=True, null=True)
    bring = I18nTextField(blank=True, null=True, help_text="what participants bring along")
    languages = models.JSONField(default=list, help_text="codes of the languages of teaching, main language first")
    starts_on = models.DateField(db_index=True)
    ends_on = models.DateField()
    time_zone = models.CharField(max_length=40, default="Asia/Vientiane", help_text="every time of the course is meant in this zone")
    mode = models.CharField(max_length=8, choices=Mode, default=Mode.ON_SITE)
    venue = I18nCharField(max_length=300, blank=True, null=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="courses")
    online_link = models.URLField(max_length=500, blank=True, help_text="shown to enrolled people and organisers only")
    seats = models.PositiveIntegerField()
    applications_open_until = models.DateField(null=True, blank=True, help_text="last day, in the course's time zone")
    decides_applications = models.BooleanField(default=False, help_text="an organiser decides on each application before a seat is given")
    state = models.CharField(max_length=10, choices=CourseState, default=CourseState.DRAFT, db_index=True)
    state_reason = models.TextField(blank=True, help_text="why it was cancelled; shown in public")
    attendance_share_required = models.DecimalField(
        max_digits=4, decimal_places=3, default=Decimal("0.80"), help_text="share of sessions that earns the certificate"
    )
    certificate_text = I18nTextField(blank=True, null=True)
    organisers = models.ManyToManyField(Organisation, blank=True, related_name="courses_organised")
    # Where a published course is the model of this record.
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="training_course_end_after_start"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="training_course_has_seats"),
            models.CheckConstraint(condition=Q(state__in=CourseState.values), name="training_course_state_known"),
            models.CheckConstraint(condition=Q(mode__in=Mode.values), name="training_course_mode_known"),
            models.CheckConstraint(
                condition=Q(attendance_share_required__gt=0, attendance_share_required__lte=1), name="training_course_share_between_0_and_1"
            ),
            models.CheckConstraint(
                condition=Q(applications_open_until=None) | Q(applications_open_until__lte=F("ends_on")),
                name="training_course_applications_before_end",
            ),
            models.CheckConstraint(condition=~Q(state="cancelled") | ~Q(state_reason=""), name="training_course_cancelled_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return f"/courses/{self.code}/"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def today(self) -> date:
        """Today's date where the course is held."""
        return timezone.now().astimezone(self.zone).date()

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_STATES

    @property
    def takes_changes(self) -> bool:
        """Whether the list of participants may still change."""
        return self.state not in (CourseState.FINISHED, CourseState.CANCELLED)

    @property
    def seats_left(self) -> int:
        """Seats that nobody holds; only on rows of `with_seats_taken`."""
        return max(0, self.seats - self.seats_taken)

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1


class CoursePlaceQuota(models.Model):
    """Seats kept for one kind of participant. Seats not named in any quota are for all other kinds."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="quotas")
    kind = models.CharField(max_length=15, choices=ParticipantKind)
    seats = models.PositiveIntegerField()

    class Meta:
        ordering = ["course", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["course", "kind"], name="training_quota_kind_once"),
            models.CheckConstraint(condition=Q(kind__in=ParticipantKind.values), name="training_quota_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.seats}"


class Topic(models.Model):
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="topics")
    order = models.PositiveSmallIntegerField(default=0)
    title = I18nCharField(max_length=300)
    aims = I18nTextField(blank=True, null=True)

    class Meta:
        ordering = ["course", "order", "pk"]

    def __str__(self) -> str:
        return str(self.title)


class Day(models.Model):
    """The title of one day of a course; a day without a title is shown by its number."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="day_titles")
    date = models.DateField()
    title = I18nCharField(max_length=300)

    class Meta:
        ordering = ["course", "date"]
        constraints = [models.UniqueConstraint(fields=["course", "date"], name="training_day_once")]

    def __str__(self) -> str:
        return str(self.title)


class Session(models.Model):
    """One meeting within one day. Times are local to the course's time zone."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 … in order of time over the whole course")
    date = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    title = I18nCharField(max_length=300)
    topic = models.ForeignKey(Topic, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions")
    venue = I18nCharField(max_length=300, blank=True, null=True, help_text="where it differs from the course's venue")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    online_link = models.URLField(max_length=500, blank=True, help_text="shown to enrolled people and organisers only")

    class Meta:
        ordering = ["course", "date", "starts_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["course", "number"], name="training_session_number_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="training_session_end_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def starts(self) -> datetime:
        """Start as a moment in time; needs `course` (select_related)."""
        return datetime.combine(self.date, self.starts_at, tzinfo=self.course.zone)

    @property
    def ends(self) -> datetime:
        return datetime.combine(self.date, self.ends_at, tzinfo=self.course.zone)


class SessionSpeaker(models.Model):
    """A resource person of a session, or the organisation that sends one where no person is on record.

    The organisation here is a fact of the course and public with it; the person's name needs the person's consent.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="speakers")
    order = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions_taught")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions_taught")
    role = I18nCharField(max_length=300, blank=True, null=True, help_text="for example Food technologist")

    class Meta:
        ordering = ["session", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="training_speaker_person_once"),
            models.CheckConstraint(condition=Q(person__isnull=False) | Q(organisation__isnull=False), name="training_speaker_is_somebody"),
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation)
