from datetime import date

import pytest
from auditlog.models import LogEntry
from django.db import IntegrityError, transaction

from openodop.foundation.refusals import Refusal
from openodop.training.actions import courses, enrolment, invitations
from openodop.training.actions.enrolment import Participation
from openodop.training.choices import CourseState, EnrolmentState, Way
from openodop.training.messages import enrolment as messages
from openodop.training.models import Enrolment, Invitation
from openodop.training.queries.enrolment import counts_by_state, place_in_line, seats_of
from tests.makers import a_manager, a_person, a_place, an_account, an_officer
from tests.training.course_makers import a_course, an_enrolment

pytestmark = pytest.mark.django_db

FIRM, OFFICIAL = Participation(kind="firm"), Participation(kind="official")


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


def applied(course, participation=FIRM, **fields) -> Enrolment:
    return enrolment.apply(**{"course": course, "person": a_person(), "participation": participation, "by": None, **fields})


def states(course) -> dict[str, int]:
    return {state: count for state, count in counts_by_state(course).items() if count}


def test_who_applies_gets_a_seat_and_the_others_wait_in_order():
    course = a_course(seats=2)
    first, second, third, fourth = (applied(course) for _ in range(4))
    assert [row.state for row in (first, second, third, fourth)] == ["enrolled", "enrolled", "waiting", "waiting"]
    assert [place_in_line(row) for row in (second, third, fourth)] == [0, 1, 2]
    assert seats_of(course).left == 0
    assert LogEntry.objects.get_for_object(third).filter(additional_data__event="training.enrolment.applied", actor=None).count() == 1


def test_sent_twice_it_stays_one_enrolment():
    course, person = a_course(), a_person()
    first = applied(course, person=person)
    again = applied(course, person=person, participation=OFFICIAL)
    assert (first.pk, again.kind, Enrolment.objects.count()) == (again.pk, "firm", 1)


def test_the_database_keeps_one_enrolment_for_a_person_and_course():
    row = an_enrolment(a_course())
    with pytest.raises(IntegrityError), transaction.atomic():
        an_enrolment(row.course, person=row.person)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"state": "waiting"}, "training_enrolment_waiting_has_number"),
        ({"waiting_number": 3}, "training_enrolment_waiting_has_number"),
        ({"state": "refused"}, "training_enrolment_refused_with_reason"),
        ({"state": "lost"}, "training_enrolment_state_known"),
        ({"kind": "queen"}, "training_enrolment_kind_known"),
        ({"way": "river"}, "training_enrolment_way_known"),
    ],
)
def test_the_database_refuses_an_impossible_enrolment(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        an_enrolment(a_course(), **fields)


def test_seats_kept_for_a_kind_stay_for_it():
    course = a_course(seats=3, quotas={"official": 2})
    rows = [applied(course, FIRM), applied(course, FIRM), applied(course, OFFICIAL), applied(course, OFFICIAL), applied(course, OFFICIAL)]
    assert [row.state for row in rows] == ["enrolled", "waiting", "enrolled", "enrolled", "waiting"]
    enrolment.withdraw(enrolment=rows[2], by=a_manager(), reason="Ill")
    assert [Enrolment.objects.get(pk=row.pk).state for row in rows] == ["enrolled", "waiting", "withdrawn", "enrolled", "enrolled"]


@pytest.mark.parametrize(
    ("fields", "now", "message"),
    [
        ({"state": CourseState.DRAFT}, "2030-02-01T03:00:00Z", messages.NOT_OPEN_YET),
        ({"state": CourseState.CLOSED}, "2030-02-01T03:00:00Z", messages.CLOSED),
        ({"state": CourseState.CANCELLED, "state_reason": "Flood"}, "2030-02-01T03:00:00Z", messages.COURSE_CANCELLED),
        # 1 March ends at 17:00 UTC where the course is held
        ({"applications_open_until": date(2030, 3, 1)}, "2030-03-01T17:00:00Z", messages.TOO_LATE),
        ({}, "2030-03-15T17:00:00Z", messages.COURSE_OVER),
    ],
)
def test_no_application_where_the_course_takes_none(time_machine, fields, now, message):
    time_machine.move_to(now)
    course = a_course(**fields)
    with pytest.raises(Refusal) as refusal:
        applied(course)
    assert refusal.value.message is message
    assert str(refusal.value)
    assert not Enrolment.objects.exists()


def test_the_last_day_of_applications_is_meant_where_the_course_is_held(time_machine):
    time_machine.move_to("2030-03-01T16:59:00Z")
    assert applied(a_course(applications_open_until=date(2030, 3, 1))).state == EnrolmentState.ENROLLED


@pytest.mark.parametrize(
    ("participation", "message"),
    [
        (lambda: Participation(kind="queen"), messages.KIND_NEEDED),
        (lambda: Participation(kind="firm", province=a_place("LA1301")), messages.NOT_A_PROVINCE),
    ],
)
def test_an_application_names_a_kind_and_a_province(participation, message):
    with pytest.raises(Refusal) as refusal:
        applied(a_course(), participation())
    assert refusal.value.message is message
    assert not Enrolment.objects.exists()


def test_a_course_that_decides_gives_no_seat_before_the_decision():
    course, officer = a_course(decides_applications=True, seats=1), an_officer(a_place("LA1301"))
    first, second, third = applied(course), applied(course), applied(course)
    assert states(course) == {"applied": 3}
    assert enrolment.accept(enrolment=first, by=officer).state == EnrolmentState.ENROLLED
    assert enrolment.accept(enrolment=second, by=officer).state == EnrolmentState.WAITING
    refused = enrolment.refuse(enrolment=third, reason="For firms of the district only", by=officer)
    assert (refused.state, refused.reason, refused.decided_by) == (EnrolmentState.REFUSED, "For firms of the district only", officer)
    with pytest.raises(Refusal) as again:
        applied(course, person=third.person)
    assert again.value.message is messages.REFUSED_BEFORE
    assert states(course) == {"enrolled": 1, "waiting": 1, "refused": 1}


def test_a_refusal_needs_a_reason_and_an_organiser():
    course = a_course(decides_applications=True)
    row = applied(course)
    with pytest.raises(Refusal) as without_reason:
        enrolment.refuse(enrolment=row, reason="", by=a_manager())
    with pytest.raises(Refusal) as neighbour:
        enrolment.refuse(enrolment=row, reason="No", by=an_officer(a_place("LA0201")))
    with pytest.raises(Refusal):
        enrolment.accept(enrolment=row, by=an_account())
    assert without_reason.value.message is messages.REASON_NEEDED
    assert neighbour.value.message is not messages.REASON_NEEDED
    assert states(course) == {"applied": 1}


def test_two_organisers_decide_once():
    course, manager = a_course(decides_applications=True), a_manager()
    row = applied(course)
    enrolment.refuse(enrolment=row, reason="Twice on the list", by=manager)
    with pytest.raises(Refusal) as refusal:
        enrolment.refuse(enrolment=row, reason="Other reason", by=manager)
    assert refusal.value.message is messages.STEP_NOT_POSSIBLE
    row.refresh_from_db()
    assert row.reason == "Twice on the list"
    seated = an_enrolment(course)
    with pytest.raises(Refusal) as twice:
        enrolment.accept(enrolment=seated, by=manager)
    assert twice.value.message is messages.PERSON_ALREADY_SEATED


def test_giving_a_seat_back_lets_the_next_one_move_up():
    course, account = a_course(seats=1), an_account()
    holder = applied(course, account=account, by=account)
    waiting = [applied(course), applied(course)]
    moved = enrolment.withdraw(enrolment=holder, by=account)
    assert [row.pk for row in moved] == [waiting[0].pk]
    assert states(course) == {"withdrawn": 1, "enrolled": 1, "waiting": 1}
    assert LogEntry.objects.get_for_object(waiting[0]).filter(additional_data__event="training.enrolment.moved_up", actor=account).exists()


def test_nobody_withdraws_somebody_else():
    course, stranger = a_course(), an_account()
    row = applied(course)
    for by, reason in [(stranger, "I want the seat"), (an_officer(a_place("LA0201")), "No")]:
        with pytest.raises(Refusal) as refusal:
            enrolment.withdraw(enrolment=row, by=by, reason=reason)
        assert refusal.value.message is messages.NOT_YOURS
    with pytest.raises(Refusal) as without_reason:
        enrolment.withdraw(enrolment=row, by=a_manager())
    assert without_reason.value.message is messages.REASON_NEEDED
    assert states(course) == {"enrolled": 1}


def test_a_finished_course_keeps_its_list(time_machine):
    course, account = a_course(), an_account()
    row = applied(course, account=account, by=account)
    time_machine.move_to("2030-03-16T03:00:00Z")
    with pytest.raises(Refusal) as own:
        enrolment.withdraw(enrolment=row, by=account)
    manager = a_manager()
    courses.finish_course(course=course, by=manager)
    with pytest.raises(Refusal) as organiser:
        enrolment.withdraw(enrolment=row, by=manager, reason="Was not there")
    assert own.value.message is organiser.value.message is messages.WITHDRAW_AFTER_END
    assert states(course) == {"enrolled": 1}


def test_who_withdrew_may_apply_again_and_goes_to_the_end():
    course, account = a_course(seats=1), an_account()
    holder = applied(course, account=account, by=account)
    next_one = applied(course)
    enrolment.withdraw(enrolment=holder, by=account)
    again = applied(course, person=holder.person)
    assert (again.pk, again.state) == (holder.pk, EnrolmentState.WAITING)
    next_one.refresh_from_db()
    assert next_one.state == EnrolmentState.ENROLLED


def test_an_invitation_is_answered_once():
    course, manager = a_course(seats=1), a_manager()
    row, secret = invitations.invite(course=course, person=a_person(), participation=OFFICIAL, by=manager)
    assert (row.state, row.way, secret in str(Invitation.objects.values())) == (EnrolmentState.INVITED, Way.INVITATION, False)
    assert invitations.accept_invitation(secret=secret, by=None).state == EnrolmentState.ENROLLED
    for answer in (invitations.accept_invitation, invitations.decline_invitation):
        with pytest.raises(Refusal) as refusal:
            answer(secret=secret, by=None)
        assert refusal.value.message is messages.INVITATION_USED
    assert states(course) == {"enrolled": 1}


def test_an_invitation_to_a_full_course_leads_to_the_waiting_list():
    course = a_course(seats=1)
    _, secret = invitations.invite(course=course, person=a_person(), participation=OFFICIAL, by=a_manager())
    applied(course)
    assert invitations.accept_invitation(secret=secret, by=None).state == EnrolmentState.WAITING


def test_saying_no_and_being_invited_again():
    course, manager = a_course(), a_manager()
    row, secret = invitations.invite(course=course, person=a_person(), participation=OFFICIAL, by=manager)
    assert invitations.decline_invitation(secret=secret, by=None).state == EnrolmentState.DECLINED
    again, second_secret = invitations.invite(course=course, person=row.person, participation=OFFICIAL, by=manager)
    assert (again.pk, again.state) == (row.pk, EnrolmentState.INVITED)
    with pytest.raises(Refusal):
        invitations.accept_invitation(secret=secret, by=None)
    assert invitations.accept_invitation(secret=second_secret, by=None).state == EnrolmentState.ENROLLED


def test_a_new_link_ends_the_earlier_one_and_withdrawing_ends_all():
    course, manager = a_course(), a_manager()
    row, first = invitations.invite(course=course, person=a_person(), participation=OFFICIAL, by=manager)
    second = invitations.renew_invitation(enrolment=row, by=manager)
    with pytest.raises(Refusal) as old:
        invitations.accept_invitation(secret=first, by=None)
    enrolment.withdraw(enrolment=row, by=manager, reason="Cannot come")
    with pytest.raises(Refusal) as taken_back:
        invitations.accept_invitation(secret=second, by=None)
    with pytest.raises(Refusal) as renewed:
        invitations.renew_invitation(enrolment=row, by=manager)
    assert {old.value.message, taken_back.value.message, renewed.value.message} == {messages.INVITATION_USED}
    assert states(course) == {"withdrawn": 1}


def test_a_link_that_nobody_made_is_refused():
    with pytest.raises(Refusal) as refusal:
        invitations.accept_invitation(secret="guess", by=None)
    assert refusal.value.message is messages.INVITATION_UNKNOWN


def test_who_holds_a_seat_is_not_invited_and_only_organisers_invite():
    course = a_course()
    row = applied(course)
    with pytest.raises(Refusal) as seated:
        invitations.invite(course=course, person=row.person, participation=FIRM, by=a_manager())
    assert seated.value.message is messages.STEP_NOT_POSSIBLE
    with pytest.raises(Refusal):
        invitations.invite(course=course, person=a_person(), participation=FIRM, by=an_officer(a_place("LA0201")))
    assert (Enrolment.objects.count(), Invitation.objects.count()) == (1, 0)


def test_applying_answers_the_invitation_without_a_second_decision():
    course = a_course(decides_applications=True)
    row, secret = invitations.invite(course=course, person=a_person(), participation=OFFICIAL, by=a_manager())
    assert applied(course, person=row.person).state == EnrolmentState.ENROLLED
    with pytest.raises(Refusal):
        invitations.decline_invitation(secret=secret, by=None)


def test_a_list_enrols_and_taken_twice_changes_nothing():
    course, person = a_course(), a_person()
    participation = Participation(kind="official", organisation_text="District office of industry and commerce", province=a_place("LA13"))
    row, is_new, changed = enrolment.enrol_from_list(course=course, person=person, participation=participation, by=None)
    assert (row.state, row.way, is_new, changed) == (EnrolmentState.ENROLLED, Way.IMPORT, True, True)
    _, is_new, changed = enrolment.enrol_from_list(course=course, person=person, participation=participation, by=None)
    assert (is_new, changed) == (False, False)
    _, _, changed = enrolment.enrol_from_list(
        course=course, person=person, participation=Participation(kind="official", post_text="Deputy head"), by=None
    )
    assert changed
    row.refresh_from_db()
    assert (row.post_text, row.organisation_text) == ("Deputy head", "District office of industry and commerce")


def test_a_list_never_brings_back_who_withdrew_and_accepts_who_had_applied():
    course, manager = a_course(decides_applications=True), a_manager()
    gone, waiting_for_decision = an_enrolment(course, state="withdrawn"), applied(course)
    back, _, changed = enrolment.enrol_from_list(course=course, person=gone.person, participation=FIRM, by=manager)
    assert (back.state, changed) == ("withdrawn", False)
    accepted, _, _ = enrolment.enrol_from_list(course=course, person=waiting_for_decision.person, participation=FIRM, by=manager)
    assert (accepted.state, accepted.way) == (EnrolmentState.ENROLLED, Way.APPLICATION)


def test_a_list_does_not_turn_a_seat_into_one_that_is_kept_for_others():
    course = a_course(seats=2, quotas={"official": 1})
    an_enrolment(course, kind="official")
    row = an_enrolment(course, kind="firm")
    with pytest.raises(Refusal) as refusal:
        enrolment.enrol_from_list(course=course, person=row.person, participation=OFFICIAL, by=None)
    assert refusal.value.message is messages.KIND_FULL
    row.refresh_from_db()
    assert row.kind == "firm"


def test_a_cancelled_course_takes_nobody():
    course = a_course(state="cancelled", state_reason="Flood")
    with pytest.raises(Refusal) as refusal:
        enrolment.enrol_from_list(course=course, person=a_person(), participation=FIRM, by=None)
    assert refusal.value.message is messages.COURSE_CLOSED_TO_CHANGES


def test_who_sees_which_enrolments():
    account, neighbour = an_account(), an_officer(a_place("LA0201"))
    mine, other = an_enrolment(a_course(), person=a_person(account=account)), an_enrolment(a_course())
    elsewhere = an_enrolment(a_course(place=a_place("LA0201")))

    def seen_by(reader):
        return set(Enrolment.objects.visible_to(reader))

    assert seen_by(None) == set()
    assert seen_by(account) == {mine}
    assert seen_by(neighbour) == {elsewhere}
    assert seen_by(an_officer(a_place("LA13"))) == {mine, other}
    assert seen_by(a_manager()) == {mine, other, elsewhere}
