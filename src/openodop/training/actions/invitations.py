"""Invitations: a single-use link with which somebody says yes or no."""

from __future__ import annotations

import hashlib
import secrets

from django.db import transaction

from openodop.foundation.audit import record
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people.models import Account, Person
from openodop.training.actions.courses import locked_for
from openodop.training.actions.participation import Participation, end_links, fresh, refuse_unless_possible
from openodop.training.actions.seats import give_seat_or_wait
from openodop.training.choices import CourseState, EnrolmentState, Way
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment, Invitation


@transaction.atomic
def invite(*, course: Course, person: Person, participation: Participation, by: Account) -> tuple[Enrolment, str]:
    """Invite a person. Return the enrolment and the secret of the single-use link, which is shown once and kept nowhere.

    An invitation keeps no seat: saying yes gives one, or a place on the waiting list.
    """
    course = locked_for(course, by)
    participation.check()
    enrolment = Enrolment.objects.filter(course=course, person=person).first()
    if enrolment is not None:
        refuse_unless_possible(enrolment, EnrolmentState.INVITED)
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


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _new_link(enrolment: Enrolment, by: Account) -> str:
    end_links(enrolment)
    secret = secrets.token_urlsafe(24)
    Invitation.objects.create(enrolment=enrolment, secret_digest=_digest(secret), created_by=by)
    return secret


def _use_link(secret: str) -> Enrolment:
    """Take the link under the course's lock; refuses a link that was answered, renewed or taken back."""
    invitation = find_invitation(secret)
    course = Course.objects.locked(invitation.enrolment.course_id)
    invitation.refresh_from_db(fields=["used_at"])
    enrolment = fresh(invitation.enrolment, course)
    refuse_if(invitation.used_at is not None or enrolment.state != EnrolmentState.INVITED, messages.INVITATION_USED)
    refuse_if(course.state == CourseState.CANCELLED, messages.COURSE_CANCELLED)
    end_links(enrolment)
    return enrolment
