"""Courses in the public reading interface. No personal data, except resource persons who agreed to be named."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, FilterSchema, Query, Router, Schema
from ninja.pagination import paginate

from openodop.foundation.api import AskedText, Names, NotFound, NotUnderstood, Pages, names, one_or_404
from openodop.training.models import Course, Session
from openodop.training.queries.courses import SpeakerShown, agenda_of, with_agenda

router = Router(tags=["courses"])


class CourseOut(Schema):
    code: str
    names: Names = Field(description="by language")
    summary: Names
    programme: str = Field(description="code of the programme")
    project: str | None
    place: str | None = Field(description="code of the place")
    venue: Names
    mode: Literal["online", "on_site", "both"]
    languages: list[str]
    starts_on: date
    ends_on: date
    time_zone: str
    state: Literal["open", "closed", "finished", "cancelled"]
    applications_open_until: date | None
    seats: int
    seats_left: int
    source_title: str
    source_url: str
    page: str = Field(description="address of the page for people")

    @staticmethod
    def resolve_page(course: Course) -> str:
        return course.get_absolute_url()

    @staticmethod
    def resolve_names(course: Course) -> Names:
        return names(course.title)

    @staticmethod
    def resolve_summary(course: Course) -> Names:
        return names(course.summary)

    @staticmethod
    def resolve_venue(course: Course) -> Names:
        return names(course.venue)

    @staticmethod
    def resolve_programme(course: Course) -> str:
        return course.programme.code

    @staticmethod
    def resolve_project(course: Course) -> str | None:
        return course.project.code if course.project is not None else None

    @staticmethod
    def resolve_place(course: Course) -> str | None:
        return course.place.code if course.place is not None else None


class SpeakerOut(Schema):
    """A resource person; `name` is empty where the person did not agree to be named."""

    name: str
    role: str
    organisation: str


class SessionOut(Schema):
    number: int
    starts: datetime
    ends: datetime
    title: Names
    topic: Names
    speakers: list[SpeakerOut]


class TopicOut(Schema):
    title: Names
    aims: Names


class CourseWithAgendaOut(CourseOut):
    aims: Names
    audience: Names
    bring: Names
    attendance_share_required: float = Field(description="share of sessions that earns the certificate")
    organisers: list[Names]
    topics: list[TopicOut]
    sessions: list[SessionOut]

    @staticmethod
    def resolve_aims(course: Course) -> Names:
        return names(course.aims)

    @staticmethod
    def resolve_audience(course: Course) -> Names:
        return names(course.audience)

    @staticmethod
    def resolve_bring(course: Course) -> Names:
        return names(course.bring)

    @staticmethod
    def resolve_organisers(course: Course) -> list[Names]:
        return [names(organisation.name) for organisation in course.organisers.all()]

    @staticmethod
    def resolve_topics(course: Course) -> list[dict[str, Names]]:
        return [{"title": names(topic.title), "aims": names(topic.aims)} for topic in course.topics.all()]

    @staticmethod
    def resolve_sessions(course: Course) -> list[dict[str, Any]]:
        return [_session(session) for day in agenda_of(course) for session in day.sessions]


def _session(session: Session) -> dict[str, Any]:
    return {
        "number": session.number,
        "starts": session.starts,
        "ends": session.ends,
        "title": names(session.title),
        "topic": names(session.topic.title) if session.topic is not None else {},
        "speakers": [_speaker(speaker) for speaker in session.shown_speakers],
    }


def _speaker(speaker: SpeakerShown) -> dict[str, str]:
    return {"name": speaker.name, "role": speaker.role, "organisation": speaker.organisation}


class CourseFilters(FilterSchema):
    programme: AskedText | None = Field(None, description="code of a programme")
    place: AskedText | None = Field(None, description="code of a place; courses below it count too")
    when: Literal["upcoming", "past"] | None = None


@router.get("/courses", response={200: list[CourseOut], 422: NotUnderstood})
@paginate(Pages)
def courses(request: HttpRequest, filters: Query[CourseFilters]) -> QuerySet[Course]:
    """Courses that are announced, running or over, newest first."""
    found = Course.objects.visible_to(None).select_related("programme", "project", "place").with_seats_taken().order_by("-starts_on", "code")
    if filters.programme:
        found = found.filter(programme__code=filters.programme)
    if filters.place:
        found = found.filter(place__path__contains=f"{filters.place.upper()}/")
    if filters.when == "upcoming":
        found = found.filter(ends_on__gte=timezone.localdate())
    if filters.when == "past":
        found = found.filter(ends_on__lt=timezone.localdate())
    return found


@router.get("/courses/{code}", response={200: CourseWithAgendaOut, 404: NotFound})
def course(request: HttpRequest, code: str) -> Course:
    """One course with topics, sessions and resource persons."""
    return one_or_404(with_agenda(Course.objects.visible_to(None).with_seats_taken()), code=code.upper())
