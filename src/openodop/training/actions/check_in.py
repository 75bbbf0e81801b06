"""Checking in with a code that works for one session only, while it is held."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format

from openodop.foundation.audit import record
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people import phones
from openodop.people.models import Account
from openodop.training import access
from openodop.training.actions.attendance import mark_as_come
from openodop.training.choices import CourseState
from openodop.training.messages import attendance as messages
from openodop.training.models import Attendance, CheckInCode, Enrolment, Session
from openodop.training.models.attendance import Status
from openodop.training.rules import attendance as rules
from openodop.training.rules.attendance import Window

#: a million codes and few of them in use: a clash is met again at once, and hardly ever twice
_TRIES = 20


@dataclass(frozen=True)
class CheckedIn:
    """Somebody who is here; `already` when nothing changed."""

    session: Session
    enrolment: Enrolment
    status: str
    already: bool = False


@transaction.atomic
def code_for(*, session: Session, by: Account, renew: bool = False) -> CheckInCode:
    """Return the session's code, made on first use; `renew` gives another one and stops the old one."""
    session = Session.objects.select_for_update(of=("self",)).select_related("course__programme__country", "course__place").get(pk=session.pk)
    refuse_if(not access.may_keep_attendance(by, session.course), messages.NOT_YOUR_LIST)
    refuse_if(session.course.state == CourseState.CANCELLED, messages.CANCELLED)
    kept = CheckInCode.objects.filter(session=session).first()
    if kept and not renew:
        return kept
    code = kept or CheckInCode(session=session)
    code.made_by = by
    _save_with_free_code(code)
    record("training.code.made", by=by, about=session)
    return code


@transaction.atomic
def check_in(*, code: str, account: Account | None = None, phone: str = "") -> CheckedIn:
    """Mark somebody as here: the participant behind `account`, or the one who enrolled with `phone`."""
    digits = rules.typed_code(code)
    refuse_if(not digits, messages.CODE_SHAPE, field="code")
    session = _session_of(digits)
    now = timezone.now()
    match rules.window(now=now, starts=session.starts, ends=session.ends):
        case Window.TOO_EARLY:
            raise Refusal(messages.CODE_TOO_EARLY, field="code", time=_clock(session))
        case Window.OVER:
            raise Refusal(messages.CODE_OVER, field="code")
    enrolment = _enrolment_of(session, account, phone)
    here = (Status.PRESENT, Status.LATE)
    kept = Attendance.objects.filter(session=session, enrolment=enrolment).first()
    if kept and kept.status in here:
        return CheckedIn(session, enrolment, kept.status, already=True)
    refuse_if(kept and kept.status == Status.EXCUSED, messages.EXCUSED_ALREADY)
    return CheckedIn(session, enrolment, mark_as_come(session=session, enrolment=enrolment, by=account))


def _save_with_free_code(code: CheckInCode) -> None:
    for _attempt in range(_TRIES):
        code.code = f"{secrets.randbelow(10**rules.CODE_LENGTH):0{rules.CODE_LENGTH}d}"
        try:
            with transaction.atomic():
                code.save()
        except IntegrityError:
            continue
        return
    raise RuntimeError("no free check-in code")


def _session_of(digits: str) -> Session:
    """Return the session of a code, held until the transaction ends."""
    found = CheckInCode.objects.filter(code=digits).values_list("session", flat=True).first()
    refuse_if(found is None, messages.CODE_UNKNOWN, field="code")
    session = Session.objects.select_for_update(of=("self",)).select_related("course").get(pk=found)
    # The code may have been renewed while this waited for the session.
    refuse_if(not CheckInCode.objects.filter(session=session, code=digits).exists(), messages.CODE_UNKNOWN, field="code")
    refuse_if(session.course.state == CourseState.CANCELLED, messages.CANCELLED)
    return session


def _enrolment_of(session: Session, account: Account | None, phone: str) -> Enrolment:
    seated = Enrolment.objects.enrolled().filter(course=session.course_id).select_related("person")
    if account is not None:
        own = seated.filter(pk__in=Enrolment.objects.own(account).values("pk")).first()
        if own:
            return own
        refuse_if(not phone, messages.ACCOUNT_NOT_ENROLLED, field="phone")
    refuse_if(not phone.strip(), messages.PHONE_NEEDED, field="phone")
    number = phones.parse(phone)
    refuse_if(not number, messages.PHONE_UNREADABLE, field="phone")
    found = list(seated.filter(person__phone=number)[:2])
    refuse_if(not found, messages.NOT_ENROLLED, field="phone")
    refuse_if(len(found) > 1, messages.SEVERAL_PEOPLE, field="phone")
    return found[0]


def _clock(session: Session) -> str:
    """When the code opens, on the clock of the course."""
    opens = (session.starts - rules.OPENS_BEFORE).astimezone(session.course.zone)
    return date_format(opens.replace(tzinfo=None), "DATETIME_FORMAT")
