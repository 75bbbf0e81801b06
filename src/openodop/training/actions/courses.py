"""What happens to a course: started, changed, opened, closed, finished, cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import available_timezones

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.foundation.audit import record
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.foundation.series import next_number
from openodop.people.choices import COURSE_ORGANISERS
from openodop.people.models import Account, Organisation, scope_of
from openodop.training import access
from openodop.training.actions.seats import move_up
from openodop.training.choices import CourseState
from openodop.training.messages import courses as messages
from openodop.training.models import Course, CoursePlaceQuota
from openodop.training.queries.enrolment import seats_of
from openodop.training.rules import course as rules
from openodop.training.rules.enrolment import Seats, enough_seats

#: what an organiser may write; state and code have their own ways
EDITABLE = (
    "programme", "project", "title", "summary", "aims", "audience", "bring", "languages", "starts_on", "ends_on", "time_zone", "mode", "venue",
    "place", "online_link", "seats", "applications_open_until", "decides_applications", "attendance_share_required", "certificate_text",
    "source_title", "source_url",
)  # fmt: skip

#: where nothing else is said
USUAL_LANGUAGES = ("lo",)


def has_text(text: LazyI18nString | str | None) -> bool:
    """Return whether there is a text in at least one language."""
    return bool(languages.best(text)[0].strip())


def locked_for(course: Course, by: Account | None, *, unless_cancelled: bool = True) -> Course:
    """Return the course under its lock for an organiser. Refuses others, and changes of a cancelled course."""
    locked = Course.objects.select_related("programme__country", "place").locked(course.pk)
    refuse_if(not access.may_organise(by, locked), messages.NOT_YOUR_COURSE)
    refuse_if(unless_cancelled and locked.state == CourseState.CANCELLED, messages.CANCELLED_STAYS)
    return locked


@transaction.atomic
def create_course(
    *, by: Account, code: str = "", organisers: Iterable[Organisation] = (), quotas: Mapping[str, int] | None = None, **details: Any
) -> Course:
    """Start a course as a draft. `details` are fields of EDITABLE; without a code it gets the next of its country and year."""
    refuse_if(not access.may_create_course(by), messages.NOT_YOUR_COURSE)
    course = Course(created_by=by, languages=list(USUAL_LANGUAGES))
    _write(course, details)
    _check(course)
    _check_place(course, by)
    course.code = _checked_code(code) if code else _next_code(course)
    _save_with_code(course)
    course.organisers.set(organisers)
    _set_quotas(course, quotas or {})
    record("training.course.created", by=by, about=course)
    return course


@transaction.atomic
def edit_course(
    *,
    course: Course,
    by: Account,
    code: str | None = None,
    organisers: Iterable[Organisation] | None = None,
    quotas: Mapping[str, int] | None = None,
    **changes: Any,
) -> Course:
    """Change a course. More seats let people of the waiting list move up; fewer seats than people are refused."""
    course = locked_for(course, by)
    place_before = course.place
    _write(course, changes)
    _check(course)
    if course.place != place_before:
        _check_place(course, by)
    if code is not None and code != course.code:
        refuse_if(course.state != CourseState.DRAFT, messages.CODE_STAYS, field="code", code=course.code)
        course.code = _checked_code(code)
    _check_sessions_inside(course)
    _save_with_code(course)
    if organisers is not None:
        course.organisers.set(organisers)
    _set_quotas(course, dict(course.quotas.values_list("kind", "seats")) if quotas is None else quotas)
    record("training.course.edited", by=by, about=course, fields=sorted(changes))
    move_up(course, by=by)
    return course


def open_course(*, course: Course, by: Account) -> Course:
    """Take applications: from draft, or again after closing."""
    return _become(course, CourseState.OPEN, by)


def close_course(*, course: Course, by: Account) -> Course:
    """Take no more applications; organisers still invite and decide."""
    return _become(course, CourseState.CLOSED, by)


@transaction.atomic
def finish_course(*, course: Course, by: Account) -> Course:
    """Finish on the last day at the earliest. This stays."""
    refuse_if(not rules.may_finish(today=course.today, ends_on=course.ends_on), messages.FINISH_TOO_EARLY, end=date_format(course.ends_on))
    return _become(course, CourseState.FINISHED, by)


@transaction.atomic
def cancel_course(*, course: Course, reason: str, by: Account) -> Course:
    refuse_if(not reason.strip(), messages.CANCEL_REASON, field="reason")
    return _become(course, CourseState.CANCELLED, by, reason=reason.strip())


@transaction.atomic
def put_back_to_draft(*, course: Course, by: Account) -> Course:
    """Hide a course again. Refused once people are on its list, unless it was cancelled."""
    has_people = course.state != CourseState.CANCELLED and course.enrolments.live().exists()
    refuse_if(has_people, messages.DRAFT_WITH_PEOPLE)
    return _become(course, CourseState.DRAFT, by)


@transaction.atomic
def _become(course: Course, state: CourseState, by: Account, *, reason: str = "") -> Course:
    course = locked_for(course, by, unless_cancelled=False)
    old = CourseState(course.state)
    refuse_if(not rules.may_become(old, state), messages.STATE_NOT_POSSIBLE, old=old.label, new=state.label)
    course.state, course.state_reason = state, reason
    course.save(update_fields=["state", "state_reason", "updated_at"])
    record(f"training.course.{state.value}", by=by, about=course, reason=reason)
    return course


def _write(course: Course, values: Mapping[str, Any]) -> None:
    unknown = set(values) - set(EDITABLE)
    if unknown:
        raise TypeError(f"not a field of a course: {', '.join(sorted(unknown))}")
    for name, value in values.items():
        setattr(course, name, value)


def _check(course: Course) -> None:
    """Refuse what no course may be, each with its field."""
    refuse_if(not has_text(course.title), messages.TITLE_NEEDED, field="title")
    if course.ends_on < course.starts_on:
        raise Refusal(messages.END_BEFORE_START, field="ends_on", start=date_format(course.starts_on), end=date_format(course.ends_on))
    refuse_if(not course.seats or course.seats < 1, messages.SEATS_NEEDED, field="seats")
    refuse_if(not 0 < course.attendance_share_required <= 1, messages.SHARE_RANGE, field="attendance_share_required")
    refuse_if(course.time_zone not in available_timezones(), messages.UNKNOWN_TIME_ZONE, field="time_zone", zone=course.time_zone)
    until = course.applications_open_until
    if until and until > course.ends_on:
        raise Refusal(messages.APPLICATIONS_AFTER_END, field="applications_open_until", date=date_format(until), end=date_format(course.ends_on))


def _check_place(course: Course, by: Account) -> None:
    """An officer runs courses inside the places of the post; without a place the course belongs to the whole country."""
    scope = scope_of(by, *COURSE_ORGANISERS)
    if course.place is None:
        refuse_if(not scope.covers(course.programme.country), messages.PLACE_NEEDED, field="place")
    elif not scope.covers(course.place):
        raise Refusal(messages.NOT_YOUR_PLACE, field="place", place=course.place.name)


def _check_sessions_inside(course: Course) -> None:
    outside = course.sessions.exclude(date__range=(course.starts_on, course.ends_on)).first()
    if outside:
        raise Refusal(messages.SESSIONS_OUTSIDE, field="starts_on", title=languages.best(outside.title)[0], date=date_format(outside.date))


def _set_quotas(course: Course, quotas: Mapping[str, int]) -> None:
    """Keep these seats for these kinds; refused when they do not fit the seats or the people who hold one."""
    seats = seats_of(course)
    total = sum(quotas.values())
    refuse_if(total > course.seats, messages.QUOTAS_OVER_SEATS, field="seats", sum=total, seats=course.seats)
    taken = sum(seats.taken.values())
    refuse_if(taken > course.seats, messages.SEATS_TAKEN, field="seats", taken=taken)
    refuse_if(not enough_seats(Seats(course.seats, quotas, seats.taken)), messages.QUOTAS_TOO_SMALL, field="seats")
    if dict(quotas) != dict(seats.quotas):
        course.quotas.all().delete()
        CoursePlaceQuota.objects.bulk_create(CoursePlaceQuota(course=course, kind=kind, seats=count) for kind, count in quotas.items())


def _checked_code(code: str) -> str:
    refuse_if(not rules.is_code(code), messages.CODE_SHAPE, field="code")
    return code


def _next_code(course: Course) -> str:
    country, year = course.programme.country.code, course.starts_on.year
    while True:
        code = rules.code_for(country=country, year=year, number=next_number(f"course:{country}:{year}"))
        if not Course.objects.filter(code=code).exists():  # somebody may have typed it
            return code


def _save_with_code(course: Course) -> None:
    """Save; the database decides who was first when two people typed one code."""
    taken = Course.objects.filter(code=course.code).exclude(pk=course.pk).exists()
    refuse_if(taken, messages.CODE_TAKEN, field="code", code=course.code)
    try:
        with transaction.atomic():
            course.save()
    except IntegrityError as error:
        raise Refusal(messages.CODE_TAKEN, field="code", code=course.code) from error
