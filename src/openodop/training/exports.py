"""Calendar files (iCalendar, RFC 5545) that a phone or an office programme can subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Calendar, Event

from openodop.foundation import languages
from openodop.training.choices import CourseState
from openodop.training.models import Course, Session
from openodop.training.queries.courses import agenda_of

#: how often a calendar programme may look for changes
REFRESH = timedelta(hours=12)


def course_calendar(course: Course) -> bytes:
    """Return one event for each session, in the course's time zone; one for the whole course while it has no sessions.

    The course must come from `queries.courses.with_agenda`. Nothing in it is private: no participants, no link to the online room.
    """
    calendar = _calendar(languages.best(course.title)[0])
    sessions = [session for day in agenda_of(course) for session in day.sessions]
    for session in sessions:
        calendar.add_component(_session_event(session))
    if not sessions:
        calendar.add_component(_course_event(course))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def courses_calendar(courses: Iterable[Course]) -> bytes:
    """Return one event of whole days for each course."""
    calendar = _calendar(gettext("ODOP courses"))
    for course in courses:
        calendar.add_component(_course_event(course))
    return calendar.to_ical()


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//OpenODOP//Courses//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    return calendar


def _session_event(session: Session) -> Event:
    course = session.course
    event = _event(course, f"session-{session.pk}")
    event.add("summary", f"{languages.best(session.title)[0]} ({languages.best(course.title)[0]})")
    event.add("dtstart", session.starts)
    event.add("dtend", session.ends)
    event.add("location", languages.best(session.venue)[0] or where(course))
    speakers = [", ".join(filter(None, (speaker.heading, speaker.organisation))) for speaker in session.shown_speakers]
    topic = languages.best(session.topic.title)[0] if session.topic is not None else ""
    event.add("description", "\n".join(filter(None, [topic, *speakers, _address(course)])))
    return event


def _course_event(course: Course) -> Event:
    event = _event(course, f"course-{course.pk}")
    event.add("summary", languages.best(course.title)[0])
    event.add("dtstart", course.starts_on)
    event.add("dtend", course.ends_on + timedelta(days=1))  # the day after: iCalendar leaves the end out
    event.add("location", where(course))
    event.add("description", "\n".join(filter(None, [languages.best(course.summary)[0], _address(course)])))
    return event


def _event(course: Course, key: str) -> Event:
    event = Event()
    event.add("uid", f"{key}@{urlsplit(settings.BASE_URL).hostname}")
    # The record's own time, not the clock's: an unchanged course gives an unchanged file, which caches can keep.
    event.add("dtstamp", course.updated_at.astimezone(UTC))
    event.add("last-modified", course.updated_at.astimezone(UTC))
    event.add("url", _address(course))
    event.add("status", "CANCELLED" if course.state == CourseState.CANCELLED else "CONFIRMED")
    return event


def where(course: Course) -> str:
    """Return the venue and the place in words, or that it is online."""
    parts = [languages.best(course.venue)[0], course.place.name if course.place is not None else ""]
    return ", ".join(filter(None, parts)) or course.get_mode_display()


def _address(course: Course) -> str:
    return f"{settings.BASE_URL}{course.get_absolute_url()}"
