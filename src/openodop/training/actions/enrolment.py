"""What happens between a person and a course: applying, deciding, withdrawing. Every step holds the course's lock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from openodop.foundation.audit import record
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people.actions import change_person, find_or_create_person, person_of
from openodop.people.models import Account, Person
from openodop.training import access
from openodop.training.actions.courses import locked_for
from openodop.training.actions.invitations import invite
from openodop.training.actions.participation import Participation, end_links, fresh, refuse_unless_possible
from openodop.training.actions.seats import give_seat_or_wait, move_up
from openodop.training.choices import CourseState, EnrolmentState, ParticipantKind, Way
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment
from openodop.training.queries.enrolment import seats_of
from openodop.training.rules import enrolment as rules
from openodop.training.rules.enrolment import NoApplications

_WHY_NOT = {
    NoApplications.NOT_OPEN_YET: messages.NOT_OPEN_YET,
    NoApplications.CLOSED: messages.CLOSED,
    NoApplications.CANCELLED: messages.COURSE_CANCELLED,
    NoApplications.TOO_LATE: messages.TOO_LATE,
    NoApplications.OVER: messages.COURSE_OVER,
}


def why_no_applications(course: Course) -> Refusal | None:
    """Return the sentence that says why nobody may apply now, or None."""
    until = course.applications_open_until
    why = rules.why_no_applications(state=course.state, today=course.today, ends_on=course.ends_on, open_until=until)
    if why is None:
        return None
    return Refusal(_WHY_NOT[why], date=date_format(until)) if why == NoApplications.TOO_LATE else Refusal(_WHY_NOT[why])


@transaction.atomic
def apply(*, course: Course, person: Person, participation: Participation, by: Account | None, account: Account | None = None) -> Enrolment:
    """Apply for a seat: enrolled at once, on the waiting list, or waiting for a decision where the course wants one.

    Sent twice it stays one enrolment. `by` is None for a visitor without an account; `account` is the one that follows this enrolment.
    """
    course = Course.objects.locked(course.pk)
    participation.check()
    enrolment = Enrolment.objects.filter(course=course, person=person).first()
    if enrolment is not None and enrolment.state in (EnrolmentState.APPLIED, EnrolmentState.WAITING, EnrolmentState.ENROLLED):
        return enrolment
    why_not = why_no_applications(course)
    if why_not is not None:
        raise why_not
    refuse_if(enrolment is not None and enrolment.state == EnrolmentState.REFUSED, messages.REFUSED_BEFORE)
    was_invited = enrolment is not None and enrolment.state == EnrolmentState.INVITED
    # Somebody else's invitation is not taken over by whoever types the name: only a new enrolment follows the account.
    enrolment = enrolment or Enrolment(course=course, person=person, way=Way.APPLICATION, created_by=by, account=account)
    participation.put_on(enrolment)
    end_links(enrolment)
    if course.decides_applications and not was_invited:
        enrolment.state = EnrolmentState.APPLIED
        enrolment.decided_by = enrolment.decided_at = None
    else:
        give_seat_or_wait(enrolment, course)
    enrolment.reason = ""
    enrolment.save()
    record("training.enrolment.applied", by=by, about=enrolment, state=enrolment.state)
    return enrolment


@transaction.atomic
def apply_for_oneself(*, course: Course, participation: Participation, by: Account, sex: str = "") -> Enrolment:
    """Apply with one's own account. `sex` is written into the record where it is not known; what is known stays."""
    person = person_of(account=by)
    enrolment = apply(course=course, person=person, participation=participation, by=by, account=by)
    if sex and not Person.objects.locked(person.pk).sex:
        enrolment.person = change_person(person=person, by=by, sex=sex)
    return enrolment


@transaction.atomic
def apply_by_name(*, course: Course, person: Mapping[str, Any], participation: Participation, by: Account | None) -> Enrolment:
    """Apply with a name and a phone number: a visitor, or somebody signed in who enrols another person and then follows the answer.

    `person` are arguments of `find_or_create_person`. The course is looked at first, so that a refused application enters nobody.
    """
    locked = Course.objects.locked(course.pk)
    why_not = why_no_applications(locked)
    if why_not is not None:
        raise why_not
    found, _ = find_or_create_person(**person, by=by)
    return apply(course=locked, person=found, participation=participation, by=by, account=by)


@transaction.atomic
def add_participant(*, course: Course, person: Mapping[str, Any], participation: Participation, by: Account, at_once: bool) -> tuple[Enrolment, str]:
    """An organiser enters somebody: enrolled `at_once`, or invited. Return the enrolment and the secret of the link, "" without one."""
    locked = locked_for(course, by)
    found, _ = find_or_create_person(**person, by=by)
    if not at_once:
        return invite(course=locked, person=found, participation=participation, by=by)
    known = Enrolment.objects.filter(course=locked, person=found).first()
    if known is not None and known.state in (EnrolmentState.WAITING, EnrolmentState.ENROLLED):
        raise Refusal(messages.ALREADY_ON_THE_LIST, name=found.name_shown, state=known.get_state_display())
    if known is not None:
        return accept(enrolment=known, by=by), ""
    enrolment, _, _ = enrol_from_list(course=locked, person=found, participation=participation, by=by, way=Way.APPLICATION)
    return enrolment, ""


@transaction.atomic
def accept(*, enrolment: Enrolment, by: Account) -> Enrolment:
    """Accept an application, or take somebody back who was refused or left: a seat, or a place on the waiting list."""
    course = locked_for(enrolment.course, by)
    enrolment = fresh(enrolment, course)
    refuse_if(enrolment.state == EnrolmentState.ENROLLED, messages.PERSON_ALREADY_SEATED, name=enrolment.person.name_shown)
    refuse_unless_possible(enrolment, EnrolmentState.WAITING)
    give_seat_or_wait(enrolment, course)
    enrolment.reason = ""
    end_links(enrolment)
    _save_decision(enrolment, by)
    record("training.enrolment.accepted", by=by, about=enrolment, state=enrolment.state)
    return enrolment


@transaction.atomic
def refuse(*, enrolment: Enrolment, reason: str, by: Account) -> Enrolment:
    """Refuse an application or somebody on the waiting list, with the reason that the person reads."""
    course = locked_for(enrolment.course, by)
    refuse_if(not reason.strip(), messages.REASON_NEEDED, field="reason")
    enrolment = fresh(enrolment, course)
    refuse_unless_possible(enrolment, EnrolmentState.REFUSED)
    enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.REFUSED, None, None
    enrolment.reason = reason.strip()
    _save_decision(enrolment, by)
    record("training.enrolment.refused", by=by, about=enrolment, reason=enrolment.reason)
    return enrolment


@transaction.atomic
def withdraw(*, enrolment: Enrolment, by: Account, reason: str = "") -> list[Enrolment]:
    """End somebody's way into the course, by the person or by an organiser with a reason. Return who moved up."""
    course = Course.objects.select_related("programme__country", "place").locked(enrolment.course_id)
    enrolment = fresh(enrolment, course)
    organises = access.may_organise(by, course)
    own = Enrolment.objects.own(by).filter(pk=enrolment.pk).exists()
    refuse_if(not (own or organises), messages.NOT_YOURS)
    refuse_if(course.state == CourseState.CANCELLED, messages.COURSE_CLOSED_TO_CHANGES)
    refuse_if(course.state == CourseState.FINISHED or (not organises and course.today > course.ends_on), messages.WITHDRAW_AFTER_END)
    refuse_if(not own and not reason.strip(), messages.REASON_NEEDED, field="reason")
    refuse_unless_possible(enrolment, EnrolmentState.WITHDRAWN)
    enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.WITHDRAWN, None, None
    enrolment.reason = reason.strip()
    end_links(enrolment)
    _save_decision(enrolment, by)
    record("training.enrolment.withdrawn", by=by, about=enrolment, reason=enrolment.reason)
    return move_up(course, by=by)


@transaction.atomic
def enrol_from_list(
    *, course: Course, person: Person, participation: Participation, by: Account | None, way: str = Way.IMPORT
) -> tuple[Enrolment, bool, bool]:
    """Enrol a person who stands on a list of participants. Return the enrolment, whether it is new, and whether anything changed.

    `by` is None on the command line of the machine. Full courses put the person on the waiting list. Who was invited or had applied is
    accepted; who withdrew, declined or was refused stays so. Taken twice, nothing changes.
    """
    if by is None:
        course = Course.objects.locked(course.pk)
        refuse_if(course.state == CourseState.CANCELLED, messages.COURSE_CLOSED_TO_CHANGES)
    else:
        course = locked_for(course, by)
    participation.check()
    enrolment = Enrolment.objects.filter(course=course, person=person).first()
    is_new = enrolment is None
    if enrolment is not None and enrolment.state == EnrolmentState.ENROLLED:
        _refuse_full_kind(enrolment, course, participation.kind)
    enrolment = enrolment or Enrolment(course=course, person=person, way=way, created_by=by)
    changed = bool(participation.put_on(enrolment)) or is_new
    if is_new or enrolment.state in (EnrolmentState.INVITED, EnrolmentState.APPLIED):
        give_seat_or_wait(enrolment, course)
        changed = True
    if changed:
        _save_decision(enrolment, by)
        end_links(enrolment)
        record("training.enrolment.listed", by=by, about=enrolment, state=enrolment.state)
        move_up(course, by=by)  # a changed kind may have freed a seat
    return enrolment, is_new, changed


def _refuse_full_kind(enrolment: Enrolment, course: Course, kind: str) -> None:
    """A seat kept for one kind of participant does not become a seat of another kind that has none left."""
    old, new = ParticipantKind(enrolment.kind), ParticipantKind(kind)
    if old != new and not seats_of(course).may_change_kind(old, new):
        raise Refusal(messages.KIND_FULL, field="kind", name=enrolment.person.name_shown, old=old.label, new=new.label)


def _save_decision(enrolment: Enrolment, by: Any) -> None:
    enrolment.decided_by, enrolment.decided_at = by, timezone.now()
    enrolment.save()
