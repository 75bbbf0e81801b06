"""Makers of attendance and certificates with plain, fictional values."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from openodop.people.models import Account
from openodop.training.models import Attendance, Certificate, Course, Enrolment, Session
from openodop.training.models.attendance import Source
from tests.makers import a_manager
from tests.training.course_makers import a_course, a_session, an_enrolment

#: the first morning of `a_course`: nine o'clock in Vientiane
FIRST_MORNING = datetime.fromisoformat("2030-03-11T09:00:00+07:00")
AFTER_THE_COURSE = datetime.fromisoformat("2030-03-15T17:00:00+07:00")


def a_course_with_sessions(days: int = 5, a_day: int = 2, **fields) -> Course:
    """Mornings 09:00 to 12:00, afternoons 13:00 to 16:00."""
    course = a_course(**fields)
    for day in range(days):
        for start in (9, 13)[:a_day]:
            a_session(course, date=course.starts_on + timedelta(days=day), starts_at=time(start), ends_at=time(start + 3))
    return course


def attended(enrolment: Enrolment, session: Session, status: str = "present", *, by: Account | None = None) -> Attendance:
    """What stands for a person and session, without the marks behind it."""
    return Attendance.objects.create(
        session=session,
        enrolment=enrolment,
        status=status,
        source=Source.TRAINER if by else Source.SELF,
        recorded_at=timezone.now(),
        recorded_by=by,
    )


def a_participant(course: Course, statuses: str = "", **fields) -> Enrolment:
    """Somebody with a seat and marks in order of the sessions: p present, l late, a absent, e excused, - none."""
    enrolment = an_enrolment(course, **fields)
    words = {"p": "present", "l": "late", "a": "absent", "e": "excused"}
    for session, letter in zip(course.sessions.all(), statuses, strict=False):
        if letter != "-":
            attended(enrolment, session, words[letter])
    return enrolment


def a_certificate(course: Course | None = None, **fields) -> Certificate:
    course = course or a_course_with_sessions()
    enrolment = fields.pop("enrolment", None) or an_enrolment(course)
    return Certificate.objects.create(
        **{
            "number": f"LA-ODOP-2030-{Certificate.objects.count() + 1:04d}",
            "course": course,
            "enrolment": enrolment,
            "name": enrolment.person.name,
            "name_latin": enrolment.person.name_latin,
            "sessions_attended": 9,
            "sessions_held": 10,
            "minutes_attended": 1620,
            "issued_on": date(2030, 3, 15),
            "issued_by": fields.get("issued_by") or a_manager(),
            **fields,
        }
    )
