"""Reads about courses: lists, one course with its agenda, and what the home pages need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.training.choices import CourseState, EnrolmentState
from openodop.training.models import Course, Enrolment, Session, SessionSpeaker, Topic
from openodop.training.models.course import CourseQuerySet
from openodop.training.models.enrolment import EnrolmentQuerySet
from openodop.training.queries.enrolment import seats_of
from openodop.training.rules import course as rules
from openodop.training.rules.enrolment import Seats

UPCOMING, PAST = "upcoming", "past"
MOST_DAYS_PLANNED = 60
#: Lao and Thai vowels that stand before their consonant
VOWELS_IN_FRONT = "ເແໂໃໄเแโใไ"


def courses_listed(account: Any, *, when: str = UPCOMING, filters: Mapping[str, Any] | None = None) -> CourseQuerySet:
    """Return the courses of the public list: coming ones by date, past ones newest first.

    `filters` may name programme, place (with everything below it) and mode. A course is past on the day after its last day,
    by the clock of the installation.
    """
    today = timezone.localdate()
    courses = Course.objects.in_public().select_related("programme", "place").with_seats_taken()
    if when == PAST:
        courses = courses.filter(ends_on__lt=today).order_by("-starts_on", "code")
    else:
        courses = courses.filter(ends_on__gte=today).order_by("starts_on", "code")
    return _narrowed(courses, filters or {})


def courses_organised(account: Any, *, filters: Mapping[str, Any] | None = None) -> CourseQuerySet:
    """Return the courses that `account` runs, drafts included, newest first, each with `undecided`: whether applications wait."""
    undecided = Enrolment.objects.filter(course=OuterRef("pk"), state=EnrolmentState.APPLIED)
    courses = Course.objects.organised_by(account).select_related("programme", "place").with_seats_taken()
    return _narrowed(courses.annotate(undecided=Exists(undecided)), filters or {})


def _narrowed(courses: CourseQuerySet, filters: Mapping[str, Any]) -> CourseQuerySet:
    for name in ("programme", "mode", "state"):
        if filters.get(name):
            courses = courses.filter(**{name: filters[name]})
    place: Place | None = filters.get("place")
    if place is not None:
        courses = courses.filter(place__path__startswith=place.path)
    return courses


def provinces_with_courses(*, besides: str = "") -> QuerySet[Place]:
    """Return the provinces in which a public course was or will be held, and the one with the code `besides`, which a reader chose."""
    places = Course.objects.in_public().filter(place__isnull=False)
    has_courses = Q(pk__in=places.values("place")) | Q(pk__in=places.values("place__parent"))
    return Place.objects.present().filter(has_courses | Q(code=besides), level=Level.PROVINCE)


def upcoming(limit: int = 3) -> CourseQuerySet:
    """Return the next courses that anybody may still see coming, for home pages."""
    coming = courses_listed(None).filter(state__in=(CourseState.OPEN, CourseState.CLOSED))
    return coming[:limit]


def own_enrolments(account: Any) -> EnrolmentQuerySet:
    """Return where `account` is on the way into a course or was, newest course first."""
    mine = Enrolment.objects.own(account).select_related("course__programme", "course__place", "person", "certificate")
    return mine.with_position().order_by("-course__starts_on", "pk")


def waiting_applications(account: Any) -> EnrolmentQuerySet:
    """Return the applications on which `account` may decide, oldest first."""
    return (
        Enrolment.objects.filter(state=EnrolmentState.APPLIED, course__in=Course.objects.organised_by(account).values("pk"))
        .select_related("course", "person")
        .order_by("created_at", "pk")
    )


@dataclass(frozen=True)
class SpeakerShown:
    """A resource person as everybody may see them. Without consent there is a role and an organisation, and no name."""

    name: str
    name_language: str
    role: str
    role_language: str
    organisation: str
    organisation_language: str
    href: str

    @property
    def heading(self) -> str:
        return self.name or self.role or self.organisation

    @property
    def heading_language(self) -> str:
        if self.name:
            return self.name_language
        return self.role_language if self.role else self.organisation_language

    @property
    def initials(self) -> str:
        """First letters of the first two words; scripts without spaces give one letter, not a vowel sign written before it."""
        firsts = [next((letter for letter in word if letter.isalpha() and letter not in VOWELS_IN_FRONT), "") for word in self.heading.split()[:2]]
        return "".join(firsts).upper() if self.heading.isascii() else firsts[0]


def shown_speaker(speaker: SessionSpeaker) -> SpeakerShown:
    """Leave out what the person did not agree to; needs `person__organisation` and `organisation` selected."""
    person = speaker.person
    has_name = person is not None and person.public_consent_at is not None and person.show_name
    name, name_language = person.name_and_language if has_name else ("", "")
    role, role_language = languages.best(speaker.role or (person.post_title if has_name else None))
    organisation, organisation_language = "", ""
    if speaker.organisation is not None:
        organisation, organisation_language = languages.best(speaker.organisation.name)
    elif has_name and person.show_organisation:
        organisation, organisation_language = person.organisation_shown, languages.active()
    href = person.get_absolute_url() if has_name else ""
    return SpeakerShown(name, name_language, role, role_language, organisation, organisation_language, href)


@dataclass(frozen=True)
class DayShown:
    number: int
    date: date
    title: LazyI18nString | None
    sessions: list[Session]

    @property
    def summary(self) -> LazyI18nString | None:
        """The day's title, else the topic or title of its first session."""
        if self.title is not None or not self.sessions:
            return self.title
        first = self.sessions[0]
        return first.topic.title if first.topic is not None else first.title


@dataclass
class CoursePage:
    """One course with all that its page shows."""

    course: Course
    seats: Seats
    days: list[DayShown]
    topics: list[Topic]
    speakers: list[SpeakerShown] = field(default_factory=list)

    @property
    def seats_for_others(self) -> int:
        """Seats that no kind of participant has for itself."""
        return max(0, self.seats.total - sum(self.seats.quotas.values()))

    @property
    def sessions(self) -> list[Session]:
        return [session for day in self.days for session in day.sessions]

    @property
    def first_start(self) -> Any:
        return min((session.starts_at for session in self.sessions), default=None)

    @property
    def last_end(self) -> Any:
        return max((session.ends_at for session in self.sessions), default=None)


def agenda_of(course: Course) -> list[DayShown]:
    """Return the days that have sessions or a title, in order, numbered by their place in the course."""
    titles = {day.date: day.title for day in course.day_titles.all()}
    by_date: dict[date, list[Session]] = {}
    for session in course.sessions.all():
        session.course = course
        session.shown_speakers = [shown_speaker(speaker) for speaker in session.speakers.all()]
        by_date.setdefault(session.date, []).append(session)
    days = sorted({*titles, *by_date})
    return [DayShown((day - course.starts_on).days + 1, day, titles.get(day), by_date.get(day, [])) for day in days]


def whole_agenda(course: Course) -> list[DayShown]:
    """Return every day of the course, for those who plan it, at most sixty; then only those with sessions or titles."""
    shown = {day.date: day for day in agenda_of(course)}
    if course.days > MOST_DAYS_PLANNED:
        return list(shown.values())
    dates = [course.starts_on + timedelta(days=number) for number in range(course.days)]
    return [shown.get(day) or DayShown(number, day, None, []) for number, day in enumerate(dates, start=1)]


def with_agenda(courses: CourseQuerySet) -> CourseQuerySet:
    """Load everything that `agenda_of` and the calendar read, whatever the number of courses."""
    speakers = SessionSpeaker.objects.select_related("person__organisation", "organisation")
    sessions = Session.objects.select_related("topic", "place").prefetch_related(Prefetch("speakers", queryset=speakers))
    return courses.select_related("programme__country", "project", "place").prefetch_related(
        Prefetch("sessions", queryset=sessions), "day_titles", "topics", "organisers"
    )


def course_page(code: str, account: Any) -> CoursePage | None:
    """Return the course `code` with its agenda, or None when there is none that `account` may see."""
    course = with_agenda(Course.objects.visible_to(account).with_seats_taken()).filter(code=code).first()
    if course is None:
        return None
    days = agenda_of(course)
    return CoursePage(course, seats_of(course), days, list(course.topics.all()), _distinct(days))


def _distinct(days: Iterable[DayShown]) -> list[SpeakerShown]:
    speakers = (speaker for day in days for session in day.sessions for speaker in session.shown_speakers)
    return list(dict.fromkeys(speakers))


def overlaps(course: Course) -> list[tuple[Session, Session]]:
    """Return the pairs of sessions held at the same time, for a warning; parallel groups may be meant."""
    sessions = {session.pk: session for session in course.sessions.all()}
    slots = [rules.Slot(session.pk, session.date, session.starts_at, session.ends_at) for session in sessions.values()]
    return [(sessions[first.key], sessions[second.key]) for first, second in rules.overlapping(slots)]
