"""Taking and freeing seats. Callers hold the course's lock (`Course.objects.locked`)."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.utils import timezone

from openodop.foundation.audit import record
from openodop.training.choices import CourseState, EnrolmentState
from openodop.training.models import Course, Enrolment
from openodop.training.queries.enrolment import seats_of
from openodop.training.rules.enrolment import moving_up


def give_seat_or_wait(enrolment: Enrolment, course: Course) -> None:
    """Enrol when a seat for the kind is free, else put at the end of the waiting list. Does not save.

    A free seat means that nobody waits for it: whatever frees a seat calls `move_up` under the same lock.
    """
    if seats_of(course).free_for(enrolment.kind):
        enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.ENROLLED, None, None
        return
    last = course.enrolments.aggregate(last=Max("waiting_number"))["last"] or 0
    enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.WAITING, timezone.now(), last + 1


def move_up(course: Course, *, by: Any) -> list[Enrolment]:
    """Give free seats to those who wait longest. `by` did what freed the seats."""
    if course.state in (CourseState.FINISHED, CourseState.CANCELLED):
        return []
    waiting = {enrolment.pk: enrolment for enrolment in course.enrolments.waiting().select_related("person")}
    if not waiting:
        return []
    moved = [waiting[key] for key in moving_up(seats_of(course), [(key, enrolment.kind) for key, enrolment in waiting.items()])]
    for enrolment in moved:
        enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.ENROLLED, None, None
        enrolment.decided_by, enrolment.decided_at = None, timezone.now()
        enrolment.save()
        record("training.enrolment.moved_up", by=by, about=enrolment)
    return moved
