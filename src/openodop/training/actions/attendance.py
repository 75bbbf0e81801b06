"""What happens to attendance: marks by trainers from a form or a phone. Checking in with a code is in `check_in`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.people.models import Account
from openodop.training import access
from openodop.training.choices import CourseState
from openodop.training.messages import attendance as messages
from openodop.training.models import Attendance, AttendanceMark, Enrolment, Session
from openodop.training.models.attendance import Source, Status
from openodop.training.rules import attendance as rules


@dataclass(frozen=True)
class Tap:
    """A mark made on a phone; `tapped_at` is the time on that phone."""

    enrolment: int
    status: str
    tapped_at: datetime


@dataclass(frozen=True)
class Answer:
    """What became of a tap, with the status that stands now; `refused` is a sentence, or empty."""

    tap: Tap
    status: str = ""
    refused: str = ""


@transaction.atomic
def keep_list(*, session: Session, marks: Mapping[int, str], seen: Mapping[int, str], by: Account) -> int:
    """Keep what a trainer changed on the list; return how many marks changed.

    `seen` is what the list showed when it was opened ("" for no mark): a row that the trainer did not touch never undoes
    what somebody else marked in the meantime.
    """
    session = locked_for_attendance(session, by)
    touched = {enrolment: status for enrolment, status in marks.items() if status and status != seen.get(enrolment, "")}
    for status in touched.values():
        refuse_if(status not in Status.values, messages.STATUS_UNKNOWN, status=status)
    refuse_if(set(touched) - _seated(session, touched), messages.SOMEBODY_NOT_ON_THE_LIST)
    now = timezone.now()
    return len(_keep(session, [_mark(session, enrolment, status, Source.TRAINER, now, by=by) for enrolment, status in touched.items()], by=by))


@transaction.atomic
def keep_taps(*, session: Session, taps: Sequence[Tap], client: str, sent_at: datetime, by: Account) -> list[Answer]:
    """Keep the taps of a phone, which may have waited for a network; a tap that is known already changes nothing.

    `client` names the phone, `sent_at` is the time on it now. Each tap gets its own answer: one for somebody who lost the seat
    is refused, the others are kept.
    """
    session = locked_for_attendance(session, by)
    received = timezone.now()
    seated = _seated(session, {tap.enrolment for tap in taps})
    refused = {tap: _why_refused(tap, seated) for tap in taps}
    good = [tap for tap in dict.fromkeys(taps) if not refused[tap]]
    marks = [
        _mark(
            session,
            tap.enrolment,
            tap.status,
            Source.TRAINER,
            rules.made_at(tapped_at=tap.tapped_at, sent_at=sent_at, received_at=received),
            by=by,
            client=client,
            tapped_at=tap.tapped_at,
        )
        for tap in good
    ]
    _keep(session, marks, by=by)
    stands = dict(Attendance.objects.filter(session=session, enrolment__in=seated).values_list("enrolment", "status"))
    return [Answer(tap, stands.get(tap.enrolment, ""), str(refused[tap])) for tap in taps]


def mark_as_come(*, session: Session, enrolment: Enrolment, by: Account | None) -> str:
    """Keep that somebody checked in now; return the status that stands. The caller holds the session's lock and has checked the code."""
    now = timezone.now()
    status = rules.status_at_check_in(now=now, starts=session.starts)
    _keep(session, [_mark(session, enrolment.pk, status, Source.SELF, now, by=by)], by=by)
    return Attendance.objects.values_list("status", flat=True).get(session=session, enrolment=enrolment)


def locked_for_attendance(session: Session, by: Account) -> Session:
    """Return the session under its lock for somebody who keeps attendance, on its day or later."""
    session = Session.objects.select_for_update(of=("self",)).select_related("course__programme__country", "course__place").get(pk=session.pk)
    course = session.course
    refuse_if(not access.may_keep_attendance(by, course), messages.NOT_YOUR_LIST)
    refuse_if(course.state == CourseState.CANCELLED, messages.CANCELLED)
    refuse_if(course.today < session.date, messages.TOO_EARLY, date=date_format(session.date))
    return session


def _seated(session: Session, enrolments: Iterable[int]) -> set[int]:
    return set(Enrolment.objects.enrolled().filter(course=session.course_id, pk__in=enrolments).values_list("pk", flat=True))


def _why_refused(tap: Tap, seated: set[int]) -> Any:
    if tap.status not in Status.values:
        return messages.STATUS_UNKNOWN % {"status": tap.status}
    return "" if tap.enrolment in seated else messages.SOMEBODY_NOT_ON_THE_LIST


def _mark(
    session: Session,
    enrolment: int,
    status: str,
    source: Source,
    made_at: datetime,
    *,
    by: Account | None,
    client: str = "",
    tapped_at: datetime | None = None,
) -> AttendanceMark:
    return AttendanceMark(
        session=session,
        enrolment_id=enrolment,
        status=status,
        source=source,
        made_at=made_at,
        made_by=by,
        client=client,
        tapped_at=tapped_at or made_at,
    )


def _keep(session: Session, new: list[AttendanceMark], *, by: Account | None) -> list[Attendance]:
    """Add marks that are not known yet, work out what stands, and return the attendance that changed."""
    enrolments = {mark.enrolment_id for mark in new}
    known = AttendanceMark.objects.by_pair(session, enrolments)
    taps = {(mark.client, mark.enrolment_id, mark.tapped_at) for marks in known.values() for mark in marks}
    new = [mark for mark in new if (mark.client, mark.enrolment_id, mark.tapped_at) not in taps]
    if not new:
        return []
    # The unique tap is the last guard; under the session's lock nothing is ever left out here.
    AttendanceMark.objects.bulk_create(new, ignore_conflicts=True)
    before = {row.enrolment_id: row for row in Attendance.objects.filter(session=session, enrolment__in=enrolments)}
    changed = []
    for enrolment in sorted({mark.enrolment_id for mark in new}):
        marks = [*known.get(enrolment, []), *(mark for mark in new if mark.enrolment_id == enrolment)]
        stands = rules.standing(mark.weighed for mark in marks)
        winner = next(mark for mark in marks if mark.weighed == stands)
        old = before.get(enrolment)
        if old is None or (old.status, old.recorded_at, old.source) != (winner.status, winner.made_at, winner.source):
            changed.append(
                Attendance(
                    session=session,
                    enrolment_id=enrolment,
                    status=winner.status,
                    source=winner.source,
                    recorded_at=winner.made_at,
                    recorded_by_id=winner.made_by_id,
                )
            )
    Attendance.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["session", "enrolment"],
        update_fields=["status", "source", "recorded_at", "recorded_by"],
    )
    if changed:
        steps = [[row.enrolment_id, before[row.enrolment_id].status if row.enrolment_id in before else "", row.status] for row in changed]
        record("training.attendance.marked", by=by, about=session, marks=steps)
    return changed
