"""What happens between a person and a course: applying, inviting, deciding, withdrawing. Every step holds the course's lock."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from openodop.foundation.audit import record
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people.models import Account, Organisation, Person
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.training import access
from openodop.training.actions.courses import locked_for
from openodop.training.actions.seats import give_seat_or_wait, move_up
from openodop.training.choices import CourseState, EnrolmentState, ParticipantKind, Way
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment, Invitation
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


@dataclass(frozen=True)
class Participation:
    """As what somebody takes part; written on the enrolment."""

    kind: str
    organisation: Organisation | None = None
    organisation_text: str = ""
    post_text: str = ""
    province: Place | None = None
    producer: Producer | None = None
    note: str = ""

    def check(self) -> None:
        refuse_if(self.kind not in ParticipantKind.values, messages.KIND_NEEDED, field="kind")
        if self.province is not None and self.province.level != Level.PROVINCE:
            raise Refusal(messages.NOT_A_PROVINCE, field="province", place=self.province.name)

    def put_on(self, enrolment: Enrolment) -> list[str]:
        """Set the fields and return the names of those that changed; an empty value never empties what is known."""
        changed = []
        for name, value in vars(self).items():
            if value and getattr(enrolment, name) != value:
                setattr(enrolment, name, value)
                changed.append(name)
        return changed


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
    enrolment = enrolment or Enrolment(course=course, person=person, way=Way.APPLICATION, created_by=by)
    participation.put_on(enrolment)
    enrolment.account = enrolment.account or account
    _end_links(enrolment)
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
def invite(*, course: Course, person: Person, participation: Participation, by: Account) -> tuple[Enrolment, str]:
    """Invite a person. Return the enrolment and the secret of the single-use link, which is shown once and kept nowhere.

    An invitation keeps no seat: saying yes gives one, or a place on the waiting list.
    """
    course = locked_for(course, by)
    participation.check()
    enrolment = Enrolment.objects.filter(course=course, person=person).first()
    if enrolment is not None:
        _refuse_unless_possible(enrolment, EnrolmentState.INVITED)
        enrolment.way, enrolment.reason, enrolment.decided_by, enrolment.decided_at = Way.INVITATION, "", None, None
    else:
        enrolment = Enrolment(course=course, person=person, way=Way.INVITATION, created_by=by)
    participation.put_on(enrolment)
    enrolment.state = EnrolmentState.INVITED
    enrolment.save()
    record("training.enrolment.invited", by=by, about=enrolment)
    return enrolment, _new_link(enrolment, by)


@transaction.atomic
def renew_invitation(*, enrolment: Enrolment, by: Account) -> str:
    """Return the secret of a new link; earlier links stop working."""
    locked_for(enrolment.course, by)
    enrolment = Enrolment.objects.select_related("course", "person").get(pk=enrolment.pk)
    refuse_if(enrolment.state != EnrolmentState.INVITED, messages.INVITATION_USED)
    record("training.invitation.renewed", by=by, about=enrolment)
    return _new_link(enrolment, by)


def find_invitation(secret: str) -> Invitation:
    """Return the invitation behind a link, answered or not. Refuses a link that nobody made."""
    found = Invitation.objects.select_related("enrolment__person", "enrolment__course__place").filter(secret_digest=_digest(secret)).first()
    if found is None:
        raise Refusal(messages.INVITATION_UNKNOWN)
    return found


@transaction.atomic
def accept_invitation(*, secret: str, by: Account | None) -> Enrolment:
    """Say yes with the link: a seat, or a place on the waiting list."""
    enrolment = _use_link(secret)
    refuse_if(enrolment.course.state == CourseState.FINISHED, messages.COURSE_OVER)
    give_seat_or_wait(enrolment, enrolment.course)
    enrolment.account = enrolment.account or by
    enrolment.save()
    record("training.invitation.accepted", by=by, about=enrolment, state=enrolment.state)
    return enrolment


@transaction.atomic
def decline_invitation(*, secret: str, by: Account | None) -> Enrolment:
    """Say no with the link."""
    enrolment = _use_link(secret)
    enrolment.state = EnrolmentState.DECLINED
    enrolment.save()
    record("training.invitation.declined", by=by, about=enrolment)
    return enrolment


@transaction.atomic
def accept(*, enrolment: Enrolment, by: Account) -> Enrolment:
    """Accept an application, or take somebody back who was refused or left: a seat, or a place on the waiting list."""
    course = locked_for(enrolment.course, by)
    enrolment = _fresh(enrolment, course)
    refuse_if(enrolment.state == EnrolmentState.ENROLLED, messages.PERSON_ALREADY_SEATED, name=enrolment.person.name_shown)
    _refuse_unless_possible(enrolment, EnrolmentState.WAITING)
    give_seat_or_wait(enrolment, course)
    enrolment.reason = ""
    _end_links(enrolment)
    _save_decision(enrolment, by)
    record("training.enrolment.accepted", by=by, about=enrolment, state=enrolment.state)
    return enrolment


@transaction.atomic
def refuse(*, enrolment: Enrolment, reason: str, by: Account) -> Enrolment:
    """Refuse an application or somebody on the waiting list, with the reason that the person reads."""
    course = locked_for(enrolment.course, by)
    refuse_if(not reason.strip(), messages.REASON_NEEDED, field="reason")
    enrolment = _fresh(enrolment, course)
    _refuse_unless_possible(enrolment, EnrolmentState.REFUSED)
    enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.REFUSED, None, None
    enrolment.reason = reason.strip()
    _save_decision(enrolment, by)
    record("training.enrolment.refused", by=by, about=enrolment, reason=enrolment.reason)
    return enrolment


@transaction.atomic
def withdraw(*, enrolment: Enrolment, by: Account, reason: str = "") -> list[Enrolment]:
    """End somebody's way into the course, by the person or by an organiser with a reason. Return who moved up."""
    course = Course.objects.select_related("programme__country", "place").locked(enrolment.course_id)
    enrolment = _fresh(enrolment, course)
    organises = access.may_organise(by, course)
    own = Enrolment.objects.own(by).filter(pk=enrolment.pk).exists()
    refuse_if(not (own or organises), messages.NOT_YOURS)
    refuse_if(course.state == CourseState.CANCELLED, messages.COURSE_CLOSED_TO_CHANGES)
    refuse_if(course.state == CourseState.FINISHED or (not organises and course.today > course.ends_on), messages.WITHDRAW_AFTER_END)
    refuse_if(not own and not reason.strip(), messages.REASON_NEEDED, field="reason")
    _refuse_unless_possible(enrolment, EnrolmentState.WITHDRAWN)
    enrolment.state, enrolment.waiting_since, enrolment.waiting_number = EnrolmentState.WITHDRAWN, None, None
    enrolment.reason = reason.strip()
    _end_links(enrolment)
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
        _end_links(enrolment)
        record("training.enrolment.listed", by=by, about=enrolment, state=enrolment.state)
        move_up(course, by=by)  # a changed kind may have freed a seat
    return enrolment, is_new, changed


def _fresh(enrolment: Enrolment, course: Course) -> Enrolment:
    """Read the enrolment again now that the course is locked."""
    fresh = Enrolment.objects.select_related("person").get(pk=enrolment.pk)
    fresh.course = course
    return fresh


def _refuse_unless_possible(enrolment: Enrolment, new: EnrolmentState) -> None:
    old = EnrolmentState(enrolment.state)
    refuse_if(
        not rules.may_become(old, new), messages.STEP_NOT_POSSIBLE, name=enrolment.person.name_shown, old=old.label, new=new.label
    )


def _refuse_full_kind(enrolment: Enrolment, course: Course, kind: str) -> None:
    """A seat kept for one kind of participant does not become a seat of another kind that has none left."""
    old, new = ParticipantKind(enrolment.kind), ParticipantKind(kind)
    if old != new and not seats_of(course).may_change_kind(old, new):
        raise Refusal(messages.KIND_FULL, field="kind", name=enrolment.person.name_shown, old=old.label, new=new.label)


def _save_decision(enrolment: Enrolment, by: Any) -> None:
    enrolment.decided_by, enrolment.decided_at = by, timezone.now()
    enrolment.save()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _new_link(enrolment: Enrolment, by: Account) -> str:
    _end_links(enrolment)
    secret = secrets.token_urlsafe(24)
    Invitation.objects.create(enrolment=enrolment, secret_digest=_digest(secret), created_by=by)
    return secret


def _end_links(enrolment: Enrolment) -> None:
    if enrolment.pk:
        enrolment.invitations.filter(used_at=None).update(used_at=timezone.now())


def _use_link(secret: str) -> Enrolment:
    """Take the link under the course's lock; refuses a link that was answered, renewed or taken back."""
    invitation = find_invitation(secret)
    course = Course.objects.locked(invitation.enrolment.course_id)
    invitation.refresh_from_db(fields=["used_at"])
    enrolment = _fresh(invitation.enrolment, course)
    refuse_if(invitation.used_at is not None or enrolment.state != EnrolmentState.INVITED, messages.INVITATION_USED)
    refuse_if(course.state == CourseState.CANCELLED, messages.COURSE_CANCELLED)
    _end_links(enrolment)
    return enrolment
