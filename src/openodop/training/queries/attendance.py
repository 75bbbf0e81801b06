"""Reads about attendance: the tap list of a session, the table of a course, and what a person's own page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from openodop.foundation import languages
from openodop.people.choices import Sex
from openodop.training.choices import PUBLIC_STATES
from openodop.training.models import Attendance, Course, Enrolment, Session
from openodop.training.models.attendance import Status
from openodop.training.rules import attendance as rules
from openodop.training.rules import completion
from openodop.training.rules.attendance import Window
from openodop.training.rules.completion import Attended, Excused
from openodop.training.rules.report import percent


def excused_counts() -> Excused:
    """How this installation counts excused sessions (missed, left_out or attended)."""
    return Excused(settings.OPENODOP_EXCUSED_SESSIONS)


def people_of(course: Course) -> list[Enrolment]:
    """Everybody who holds a seat, in the order of the list: by name as written."""
    return list(course.enrolments.enrolled().select_related("person", "organisation", "province").order_by("person__name", "pk"))


def sessions_of(course: Course) -> list[Session]:
    """The sessions in order of time; each knows its course without another query."""
    sessions = list(course.sessions.all())
    for session in sessions:
        session.course = course
    return sessions


def session_shown_first(course: Course, sessions: Sequence[Session]) -> Session | None:
    key = rules.shown_first([(session.pk, session.starts, session.ends) for session in sessions], timezone.now())
    return next((session for session in sessions if session.pk == key), None)


@dataclass(frozen=True)
class TapRow:
    """One person on the tap list."""

    enrolment: Enrolment
    attendance: Attendance | None

    @property
    def status(self) -> str:
        return self.attendance.status if self.attendance else ""

    @property
    def name(self) -> str:
        return self.enrolment.person.name_and_language[0]

    @property
    def name_language(self) -> str:
        return self.enrolment.person.name_and_language[1]

    @property
    def where(self) -> str:
        """The organisation, which tells people of one name apart."""
        organisation = self.enrolment.organisation
        return languages.best(organisation.name)[0] if organisation else self.enrolment.organisation_text


@dataclass(frozen=True)
class TapList:
    session: Session
    rows: list[TapRow]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Status -> people, "" for those not marked yet."""
        counts = dict.fromkeys(["", *Status.values], 0)
        for row in self.rows:
            counts[row.status] += 1
        return counts

    @property
    def marked(self) -> int:
        return len(self.rows) - self.counts[""]

    @property
    def came(self) -> int:
        return self.counts[Status.PRESENT] + self.counts[Status.LATE]

    @property
    def last_saved(self) -> Any:
        return max((row.attendance.recorded_at for row in self.rows if row.attendance), default=None)


def tap_list(session: Session) -> TapList:
    """Return everybody with a seat and what stands for them in `session`. Two queries."""
    kept = {row.enrolment_id: row for row in Attendance.objects.filter(session=session)}
    return TapList(session, [TapRow(enrolment, kept.get(enrolment.pk)) for enrolment in people_of(session.course)])


@dataclass(frozen=True)
class Cell:
    """One session of one person."""

    session: Session
    status: str

    @property
    def label(self) -> str:
        return str(Status(self.status).label) if self.status else ""


@dataclass(frozen=True)
class ResultRow:
    """One person's whole course."""

    enrolment: Enrolment
    cells: list[Cell]
    attended: Attended
    completes: bool
    can_complete: bool

    @property
    def marks(self) -> list[str | None]:
        return [cell.status or None for cell in self.cells]

    @property
    def minutes(self) -> int:
        return sum(length_of(cell.session) for cell in self.cells if cell.status in (Status.PRESENT, Status.LATE))

    @property
    def by_day(self) -> list[tuple[date, list[Cell]]]:
        """The cells in the columns of the table: one column a day."""
        return _by_day(self.cells)


@dataclass(frozen=True)
class SessionCount:
    """How many people came to a session."""

    session: Session
    counts: dict[str, int]
    people: int

    @property
    def came(self) -> int:
        return self.counts[Status.PRESENT] + self.counts[Status.LATE]

    @property
    def marked(self) -> int:
        return sum(self.counts.values())

    @property
    def percent(self) -> int:
        """Of those who hold a seat."""
        return percent(self.came, self.people)


@dataclass(frozen=True)
class Results:
    course: Course
    sessions: list[Session]
    rows: list[ResultRow]

    @cached_property
    def days(self) -> list[date]:
        return sorted({session.date for session in self.sessions})

    @cached_property
    def by_session(self) -> list[SessionCount]:
        result = []
        for place, session in enumerate(self.sessions):
            counts = dict.fromkeys(Status.values, 0)
            for row in self.rows:
                if row.cells[place].status:
                    counts[row.cells[place].status] += 1
            result.append(SessionCount(session, counts, len(self.rows)))
        return result

    @property
    def completing(self) -> list[ResultRow]:
        return [row for row in self.rows if row.completes]

    @property
    def without_marks(self) -> list[Session]:
        """Sessions that are over and in which nobody was marked: a forgotten list."""
        now = timezone.now()
        return [count.session for count in self.by_session if not count.marked and count.session.ends <= now and count.people]

    @cached_property
    def share_so_far(self) -> Attended:
        """Attended marks among all marks, over all people and sessions."""
        marked = [cell.status for row in self.rows for cell in row.cells if cell.status]
        return completion.attended(marked, excused=excused_counts())

    @property
    def by_day(self) -> list[tuple[date, list[SessionCount]]]:
        return _by_day(self.by_session)

    @property
    def last_marked(self) -> SessionCount | None:
        """The latest session with marks."""
        return next((count for count in reversed(self.by_session) if count.marked), None)

    @property
    def in_danger(self) -> list[ResultRow]:
        """Those who missed so many sessions that they cannot complete any more."""
        return [row for row in self.rows if not row.can_complete]

    @property
    def women(self) -> int:
        return sum(row.enrolment.person.sex == Sex.FEMALE for row in self.rows)

    @property
    def women_share(self) -> int:
        return percent(self.women, len(self.rows))

    @property
    def sessions_needed(self) -> int:
        return completion.sessions_needed(len(self.sessions), share_required=self.course.attendance_share_required)


def _by_day(cells: Sequence[Any]) -> list[tuple[date, list[Any]]]:
    """Put what has a session into columns, one a day; `cells` are in order of time."""
    days: dict[date, list[Any]] = {}
    for cell in cells:
        days.setdefault(cell.session.date, []).append(cell)
    return list(days.items())


def results(course: Course, *, people: Sequence[Enrolment] | None = None) -> Results:
    """Return who came to which session of `course`, and who completes. Three queries, however many people.

    `people` are those who hold a seat, where the caller has them already.
    """
    sessions, people = sessions_of(course), people_of(course) if people is None else people
    kept = {
        (enrolment, session): status
        for enrolment, session, status in Attendance.objects.filter(session__course=course).values_list("enrolment", "session", "status")
    }
    rows = [_row(course, person, [Cell(session, kept.get((person.pk, session.pk), "")) for session in sessions]) for person in people]
    return Results(course, sessions, rows)


def _row(course: Course, enrolment: Enrolment, cells: list[Cell]) -> ResultRow:
    marks = [cell.status or None for cell in cells]
    excused, share = excused_counts(), course.attendance_share_required
    attended = completion.attended(marks, excused=excused)
    return ResultRow(
        enrolment,
        cells,
        attended,
        completion.completes(attended, share_required=share),
        completion.can_still_complete(marks, share_required=share, excused=excused),
    )


def check_in_is_open(session: Session) -> bool:
    """Whether the session's code works now; `course` must be at hand."""
    return rules.window(now=timezone.now(), starts=session.starts, ends=session.ends) is Window.OPEN


def length_of(session: Session) -> int:
    """Minutes from start to end."""
    return int((session.ends - session.starts) / timedelta(minutes=1))


@dataclass(frozen=True)
class OwnSession:
    """A session of today for the portal's home: mine to attend, or mine to keep the list of."""

    session: Session
    enrolment: Enrolment | None
    status: str
    keeps_list: bool

    @property
    def is_open(self) -> bool:
        """Whether its code works now."""
        return check_in_is_open(self.session)


def sessions_today(account: Any) -> list[OwnSession]:
    """Return today's sessions in which `account` has a seat or teaches, in order of time; today is the course's own today."""
    if not getattr(account, "is_authenticated", False):
        return []
    today = timezone.now().date()
    own = {row.course_id: row for row in Enrolment.objects.own(account).enrolled()}
    near = (today - timedelta(days=1), today + timedelta(days=1))
    teaches = Q(speakers__person__account=account)
    sessions = (
        Session.objects.filter(Q(course__in=own) | teaches, date__range=near, course__state__in=PUBLIC_STATES)
        .exclude(course__state="cancelled")
        .select_related("course")
        .annotate(taught=Count("speakers", filter=teaches))
        .order_by("date", "starts_at", "pk")
    )
    sessions = [session for session in sessions if session.date == session.course.today]
    kept = (
        dict(Attendance.objects.filter(session__in=sessions, enrolment__in=own.values()).values_list("session", "status")) if sessions and own else {}
    )
    return [OwnSession(session, own.get(session.course_id), kept.get(session.pk, ""), bool(session.taught)) for session in sessions]


def own_attendance(enrolment: Enrolment) -> ResultRow:
    """Return one person's course for the person's own page. Two queries."""
    course = enrolment.course
    kept = dict(Attendance.objects.filter(enrolment=enrolment).values_list("session", "status"))
    return _row(course, enrolment, [Cell(session, kept.get(session.pk, "")) for session in sessions_of(course)])
