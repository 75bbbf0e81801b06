"""What happens to a course's agenda: topics, titles of days, sessions and their resource persons."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db import transaction
from django.db.models import F, Max, ProtectedError
from django.utils.formats import date_format, time_format
from i18nfield.strings import LazyI18nString

from openodop.foundation.audit import record
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people.models import Account, Organisation, Person
from openodop.training.actions.courses import has_text, locked_for
from openodop.training.messages import courses as messages
from openodop.training.models import Course, Day, Session, SessionSpeaker, Topic
from openodop.training.rules import course as rules

#: numbers above every real one, so that two sessions never hold one number while they change places
_ASIDE = 10_000


@transaction.atomic
def add_topic(*, course: Course, title: LazyI18nString, by: Account, aims: LazyI18nString | None = None) -> Topic:
    """Add a topic behind the others."""
    course = locked_for(course, by)
    refuse_if(not has_text(title), messages.TOPIC_TITLE_NEEDED, field="title")
    last = course.topics.aggregate(last=Max("order"))["last"] or 0
    topic = Topic.objects.create(course=course, order=last + 1, title=title, aims=aims)
    record("training.topic.added", by=by, about=course, topic=topic.pk)
    return topic


@transaction.atomic
def edit_topic(*, topic: Topic, by: Account, title: LazyI18nString, aims: LazyI18nString | None = None) -> Topic:
    locked_for(topic.course, by)
    refuse_if(not has_text(title), messages.TOPIC_TITLE_NEEDED, field="title")
    topic.title, topic.aims = title, aims
    topic.save(update_fields=["title", "aims"])
    record("training.topic.edited", by=by, about=topic.course, topic=topic.pk)
    return topic


@transaction.atomic
def remove_topic(*, topic: Topic, by: Account) -> None:
    """Remove a topic; its sessions stay, without a topic."""
    locked_for(topic.course, by)
    record("training.topic.removed", by=by, about=topic.course, topic=topic.pk)
    topic.delete()


@transaction.atomic
def name_day(*, course: Course, day: date, title: LazyI18nString, by: Account) -> Day | None:
    """Give a day of the course its title; an empty title takes it away."""
    course = locked_for(course, by)
    _check_day(course, day)
    record("training.day.named", by=by, about=course, date=day.isoformat())
    if not has_text(title):
        course.day_titles.filter(date=day).delete()
        return None
    named, _ = Day.objects.update_or_create(course=course, date=day, defaults={"title": title})
    return named


@transaction.atomic
def add_session(
    *, course: Course, by: Account, date: date, starts_at: time, ends_at: time, title: LazyI18nString, topic: Topic | None = None, **details: Any
) -> Session:
    """Add a session; `details` may be venue, place and online_link. Sessions are numbered anew in order of time."""
    course = locked_for(course, by)
    last = course.sessions.aggregate(last=Max("number"))["last"] or 0
    session = Session(course=course, number=last + 1, date=date, starts_at=starts_at, ends_at=ends_at, title=title, topic=topic, **details)
    _check_session(session)
    session.save()
    _number_anew(course)
    session.refresh_from_db(fields=["number"])
    record("training.session.added", by=by, about=session)
    return session


@transaction.atomic
def edit_session(*, session: Session, by: Account, **changes: Any) -> Session:
    course = locked_for(session.course, by)
    session = course.sessions.get(pk=session.pk)
    session.course = course
    for name, value in changes.items():
        if name not in ("date", "starts_at", "ends_at", "title", "topic", "venue", "place", "online_link"):
            raise TypeError(f"not a field of a session: {name}")
        setattr(session, name, value)
    _check_session(session)
    session.save()
    _number_anew(course)
    session.refresh_from_db(fields=["number"])
    record("training.session.edited", by=by, about=session, fields=sorted(changes))
    return session


@transaction.atomic
def remove_session(*, session: Session, by: Account) -> None:
    """Remove a session that nobody attended yet."""
    course = locked_for(session.course, by)
    record("training.session.removed", by=by, about=course, session=str(session))
    try:
        with transaction.atomic():
            session.delete()
    except ProtectedError as error:
        raise Refusal(messages.SESSION_HAS_RECORDS) from error
    _number_anew(course)


@transaction.atomic
def add_speaker(
    *, session: Session, by: Account, person: Person | None = None, organisation: Organisation | None = None, role: LazyI18nString | None = None
) -> SessionSpeaker:
    """Name a resource person, the organisation that sends one, or both."""
    locked_for(session.course, by)
    refuse_if(person is None and organisation is None, messages.SPEAKER_NEEDED, field="person")
    if person is not None and session.speakers.filter(person=person).exists():
        raise Refusal(messages.SPEAKER_ALREADY, field="person", name=person.name_shown)
    last = session.speakers.aggregate(last=Max("order"))["last"] or 0
    speaker = SessionSpeaker.objects.create(session=session, order=last + 1, person=person, organisation=organisation, role=role)
    record("training.speaker.added", by=by, about=session, speaker=speaker.pk)
    return speaker


@transaction.atomic
def remove_speaker(*, speaker: SessionSpeaker, by: Account) -> None:
    locked_for(speaker.session.course, by)
    record("training.speaker.removed", by=by, about=speaker.session, speaker=speaker.pk)
    speaker.delete()


def _check_day(course: Course, day: date) -> None:
    if not rules.is_within(day, starts_on=course.starts_on, ends_on=course.ends_on):
        raise Refusal(
            messages.SESSION_OUTSIDE, field="date", date=date_format(day), start=date_format(course.starts_on), end=date_format(course.ends_on)
        )


def _check_session(session: Session) -> None:
    refuse_if(not has_text(session.title), messages.SESSION_TITLE_NEEDED, field="title")
    _check_day(session.course, session.date)
    if not rules.ends_after_start(starts_at=session.starts_at, ends_at=session.ends_at):
        raise Refusal(messages.SESSION_END_BEFORE_START, field="ends_at", start=time_format(session.starts_at), end=time_format(session.ends_at))
    other = session.topic is not None and session.topic.course_id != session.course_id
    refuse_if(other, messages.TOPIC_OF_OTHER_COURSE, field="topic")


def slots_of(course: Course) -> list[rules.Slot]:
    return [rules.Slot(session.pk, session.date, session.starts_at, session.ends_at) for session in course.sessions.all()]


def _number_anew(course: Course) -> None:
    """Number the sessions 1, 2, 3 … in order of time. The course is locked by the caller."""
    wanted = rules.numbered(slots_of(course))
    known = dict(course.sessions.values_list("pk", "number"))
    if wanted == known:
        return
    course.sessions.update(number=F("number") + _ASIDE)
    for key, number in wanted.items():
        Session.objects.filter(pk=key).update(number=number)
