from datetime import timedelta

import pytest

from openodop.foundation.refusals import Refusal
from openodop.training.actions import attendance as marking
from openodop.training.actions import check_in as actions
from openodop.training.messages import attendance as messages
from openodop.training.models import Attendance, AttendanceMark, CheckInCode
from tests.makers import a_person, an_account, an_officer
from tests.training.attendance_makers import FIRST_MORNING, a_course_with_sessions, attended
from tests.training.course_makers import an_enrolment

pytestmark = pytest.mark.django_db
NUMBER = "+8562055512345"


@pytest.fixture
def course(time_machine):
    time_machine.move_to(FIRST_MORNING, tick=False)
    return a_course_with_sessions()


@pytest.fixture
def session(course):
    return course.sessions.first()


@pytest.fixture
def code(session):
    return actions.code_for(session=session, by=an_officer()).code


@pytest.fixture
def participant(course):
    return an_enrolment(course, person=a_person(phone=NUMBER))


def refusal(**how):
    with pytest.raises(Refusal) as raised:
        actions.check_in(**how)
    assert not AttendanceMark.objects.exists()
    assert not Attendance.objects.exists()
    return raised.value.message


def test_a_code_is_six_digits_and_stays_until_renewed(session):
    officer = an_officer()
    first = actions.code_for(session=session, by=officer)
    assert len(first.code) == 6
    assert first.code.isdecimal()
    assert actions.code_for(session=session, by=officer).code == first.code
    assert actions.code_for(session=session, by=officer, renew=True).code != first.code
    assert CheckInCode.objects.count() == 1


def test_a_clash_with_another_code_is_met_again(course, monkeypatch):
    drawn = iter([7, 7, 8])
    monkeypatch.setattr(actions.secrets, "randbelow", lambda below: next(drawn))
    one, other = course.sessions.all()[:2]
    officer = an_officer()
    assert actions.code_for(session=one, by=officer).code == "000007"
    assert actions.code_for(session=other, by=officer).code == "000008"


def test_only_those_who_keep_the_list_see_the_code(session):
    with pytest.raises(Refusal) as raised:
        actions.code_for(session=session, by=an_account())
    assert raised.value.message == messages.NOT_YOUR_LIST
    assert not CheckInCode.objects.exists()


def test_somebody_signed_in_checks_in(code, session, course):
    account = an_account()
    enrolment = an_enrolment(course, person=a_person(account=account))
    came = actions.check_in(code=code, account=account)
    assert (came.enrolment, came.status, came.already) == (enrolment, "present", False)
    kept = Attendance.objects.get()
    assert (kept.session, kept.source, kept.recorded_by) == (session, "self", account)


@pytest.mark.parametrize("written", [NUMBER, "020 55 512 345", "55512345", "໐໒໐ ໕໕໕໑໒໓໔໕"])
def test_somebody_without_an_account_checks_in_by_phone(code, participant, written):
    assert actions.check_in(code=code, phone=written).enrolment == participant
    assert Attendance.objects.get().recorded_by is None


def test_somebody_signed_in_may_check_in_another_phone(code, participant):
    assert actions.check_in(code=code, account=an_account(), phone=NUMBER).enrolment == participant


def test_checking_in_twice_changes_nothing(code, participant, time_machine):
    actions.check_in(code=code, phone=NUMBER)
    time_machine.shift(timedelta(hours=1))
    again = actions.check_in(code=code, phone=NUMBER)
    assert (again.already, again.status) == (True, "present")
    assert AttendanceMark.objects.count() == 1


def test_who_comes_a_quarter_of_an_hour_after_the_start_is_late(code, participant, time_machine):
    time_machine.move_to(FIRST_MORNING + timedelta(minutes=16))
    assert actions.check_in(code=code, phone=NUMBER).status == "late"


def test_checking_in_replaces_an_earlier_absence_and_nothing_else(code, participant, session, time_machine):
    officer = an_officer()
    marking.keep_list(session=session, marks={participant.pk: "absent"}, seen={}, by=officer)
    time_machine.shift(timedelta(minutes=20))
    assert actions.check_in(code=code, phone=NUMBER).status == "late"
    time_machine.shift(1)
    marking.keep_list(session=session, marks={participant.pk: "absent"}, seen={participant.pk: "late"}, by=officer)
    assert Attendance.objects.get().status == "absent", "the trainer has the last word"


def test_an_excuse_stays(code, participant, session):
    attended(participant, session, "excused")
    with pytest.raises(Refusal) as raised:
        actions.check_in(code=code, phone=NUMBER)
    assert raised.value.message == messages.EXCUSED_ALREADY
    assert Attendance.objects.get().status == "excused"


@pytest.mark.parametrize(
    ("minutes", "message"),
    [(-31, messages.CODE_TOO_EARLY), (-30, None), (180 + 15, None), (180 + 16, messages.CODE_OVER), (24 * 60, messages.CODE_OVER)],
)
def test_a_code_works_only_while_its_session_is_held(code, participant, time_machine, minutes, message):
    time_machine.move_to(FIRST_MORNING + timedelta(minutes=minutes))
    if message is None:
        assert actions.check_in(code=code, phone=NUMBER).enrolment == participant
    else:
        assert refusal(code=code, phone=NUMBER) == message


def test_a_code_marks_its_own_session_only(course, participant, time_machine):
    officer = an_officer()
    morning, afternoon = course.sessions.all()[:2]
    codes = [actions.code_for(session=session, by=officer).code for session in (morning, afternoon)]
    time_machine.move_to(afternoon.starts)
    assert refusal(code=codes[0], phone=NUMBER) == messages.CODE_OVER
    assert actions.check_in(code=codes[1], phone=NUMBER).session == afternoon


@pytest.mark.parametrize("typed", ["", "12345", "banana"])
def test_other_text_is_no_code(code, participant, typed):
    assert refusal(code=typed, phone=NUMBER) == messages.CODE_SHAPE


def test_a_wrong_code_is_refused(code, participant):
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    assert refusal(code=wrong, phone=NUMBER) == messages.CODE_UNKNOWN


def test_a_renewed_code_stops_the_old_one(code, participant, session):
    actions.code_for(session=session, by=an_officer(), renew=True)
    assert refusal(code=code, phone=NUMBER) == messages.CODE_UNKNOWN


@pytest.mark.parametrize(
    ("phone", "message"),
    [("", messages.PHONE_NEEDED), ("banana", messages.PHONE_UNREADABLE), ("020 55 512 999", messages.NOT_ENROLLED)],
)
def test_a_phone_that_does_not_help_is_refused(code, participant, phone, message):
    assert refusal(code=code, phone=phone) == message


def test_people_without_a_seat_are_refused(code, course):
    account = an_account()
    an_enrolment(course, person=a_person(account=account, phone=NUMBER), state="withdrawn")
    an_enrolment(a_course_with_sessions(), person=a_person(phone="+8562055512346"))
    assert refusal(code=code, account=account) == messages.ACCOUNT_NOT_ENROLLED
    assert refusal(code=code, phone=NUMBER) == messages.NOT_ENROLLED
    assert refusal(code=code, phone="+8562055512346") == messages.NOT_ENROLLED


def test_a_phone_that_two_participants_share_is_left_to_the_trainer(code, course, participant):
    an_enrolment(course, person=a_person(phone=NUMBER))
    assert refusal(code=code, phone=NUMBER) == messages.SEVERAL_PEOPLE


def test_no_check_in_to_a_cancelled_course(code, course, participant):
    course.state, course.state_reason = "cancelled", "Flood"
    course.save()
    assert refusal(code=code, phone=NUMBER) == messages.CANCELLED
