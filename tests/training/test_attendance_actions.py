from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from auditlog.models import LogEntry
from django.utils import timezone

from openodop.foundation.refusals import Refusal
from openodop.people.choices import Role
from openodop.training.access import may_keep_attendance
from openodop.training.actions import attendance as actions
from openodop.training.actions.attendance import Tap
from openodop.training.messages import attendance as messages
from openodop.training.models import Attendance, AttendanceMark
from openodop.training.models.attendance import attendance_kept_by
from tests.makers import a_manager, a_person, a_place, an_account, an_officer
from tests.training.attendance_makers import FIRST_MORNING, a_course_with_sessions
from tests.training.course_makers import a_speaker, an_enrolment

pytestmark = pytest.mark.django_db
PHONE = "4a2ce0f1-phone"


@pytest.fixture
def morning(time_machine):
    time_machine.move_to(FIRST_MORNING, tick=False)


@pytest.fixture
def course(morning):
    return a_course_with_sessions()


@pytest.fixture
def session(course):
    return course.sessions.first()


@pytest.fixture
def people(course):
    return [an_enrolment(course) for _ in range(3)]


def statuses(session) -> dict[int, str]:
    return dict(Attendance.objects.filter(session=session).values_list("enrolment", "status"))


def events() -> list[str]:
    return [entry.additional_data["event"] for entry in LogEntry.objects.filter(additional_data__isnull=False).order_by("pk")]


def tap(enrolment, status: str, at: datetime | None = None) -> Tap:
    return Tap(enrolment.pk, status, at or timezone.now())


def send(session, *taps: Tap, by, client: str = PHONE, sent_at: datetime | None = None):
    return actions.keep_taps(session=session, taps=taps, client=client, sent_at=sent_at or timezone.now(), by=by)


def test_a_trainer_saves_the_whole_list_at_once(session, people):
    officer = an_officer()
    marks = {people[0].pk: "present", people[1].pk: "late", people[2].pk: ""}
    assert actions.keep_list(session=session, marks=marks, seen={}, by=officer) == 2
    assert statuses(session) == {people[0].pk: "present", people[1].pk: "late"}
    row = Attendance.objects.get(enrolment=people[0])
    assert (row.source, row.recorded_by, row.recorded_at) == ("trainer", officer, timezone.now())
    assert events() == ["training.attendance.marked"]


def test_saving_the_same_list_twice_changes_nothing(session, people):
    officer = an_officer()
    marks = {person.pk: "present" for person in people}
    actions.keep_list(session=session, marks=marks, seen={}, by=officer)
    assert actions.keep_list(session=session, marks=marks, seen=marks, by=officer) == 0
    assert AttendanceMark.objects.count() == 3
    assert events() == ["training.attendance.marked"]


def test_a_row_that_was_not_touched_does_not_undo_another_trainer(session, people, time_machine):
    one, other = an_officer(), a_manager()
    shown = {person.pk: "" for person in people}
    actions.keep_list(session=session, marks={people[0].pk: "absent"}, seen=shown, by=one)
    shown_later = {people[0].pk: "absent"}
    time_machine.shift(60)
    actions.keep_list(session=session, marks={people[0].pk: "present"}, seen=shown_later, by=one)
    time_machine.shift(60)
    actions.keep_list(session=session, marks={people[0].pk: "absent", people[1].pk: "late"}, seen=shown_later, by=other)
    assert statuses(session) == {people[0].pk: "present", people[1].pk: "late"}


def test_the_same_taps_sent_twenty_times_are_kept_once(session, people):
    officer = an_officer()
    taps = [tap(person, "present") for person in people] + [tap(people[0], "late", timezone.now() + timedelta(seconds=2))]
    for _ in range(20):
        answers = send(session, *taps, by=officer, sent_at=timezone.now() + timedelta(seconds=5))
        assert [answer.status for answer in answers] == ["late", "present", "present", "late"]
    assert AttendanceMark.objects.count() == 4
    assert events() == ["training.attendance.marked"]


def test_a_tap_that_waited_for_the_network_does_not_undo_a_later_correction(session, people, time_machine):
    officer = an_officer()
    waited = tap(people[0], "absent", FIRST_MORNING + timedelta(minutes=5))
    time_machine.move_to(FIRST_MORNING + timedelta(hours=1))
    actions.keep_list(session=session, marks={people[0].pk: "present"}, seen={}, by=officer)
    time_machine.move_to(FIRST_MORNING + timedelta(hours=3))
    [answer] = send(session, waited, by=officer)
    assert answer.status == "present"
    assert statuses(session) == {people[0].pk: "present"}
    assert AttendanceMark.objects.count() == 2, "the tap is kept all the same"


def test_taps_may_arrive_in_any_order_and_any_parts(session, people, time_machine):
    officer = an_officer()
    random = Random(42)
    taps = [tap(random.choice(people), random.choice(["present", "late", "absent"]), FIRST_MORNING + timedelta(seconds=n)) for n in range(30)]
    last = {made.enrolment: made.status for made in taps}
    time_machine.move_to(FIRST_MORNING + timedelta(hours=2))
    for _ in range(4):
        random.shuffle(taps)
        for start in range(0, 30, 7):
            send(session, *taps[start : start + 7], by=officer)
    assert statuses(session) == last
    assert AttendanceMark.objects.count() == 30


def test_a_phone_with_a_wrong_clock_is_put_right(session, people):
    officer = an_officer()
    wrong = datetime(2021, 1, 1, tzinfo=UTC)
    send(session, tap(people[0], "present", wrong - timedelta(minutes=10)), by=officer, sent_at=wrong)
    assert Attendance.objects.get().recorded_at == timezone.now() - timedelta(minutes=10)


def test_one_bad_tap_is_refused_and_the_others_are_kept(session, people, course):
    gone = an_enrolment(course, state="withdrawn")
    elsewhere = an_enrolment(a_course_with_sessions())
    answers = send(session, tap(gone, "present"), tap(elsewhere, "present"), tap(people[0], "asleep"), tap(people[1], "present"), by=an_officer())
    assert [bool(answer.refused) for answer in answers] == [True, True, True, False]
    assert "asleep" in answers[2].refused
    assert statuses(session) == {people[1].pk: "present"}


def test_a_trainer_of_the_place_keeps_its_lists_and_no_others(course):
    here = an_account(Role.TRAINER, place=course.place or course.programme.country)
    elsewhere = an_account(Role.TRAINER, place=a_place("LA0101"))
    assert (may_keep_attendance(here, course), list(attendance_kept_by(here))) == (True, [course])
    assert (may_keep_attendance(elsewhere, course), list(attendance_kept_by(elsewhere))) == (False, [])


def test_who_teaches_in_the_course_keeps_its_list(session, people):
    account = an_account()
    a_speaker(session, person=a_person(account=account))
    assert actions.keep_list(session=session, marks={people[0].pk: "present"}, seen={}, by=account) == 1


def refused_list(session, person, by, status="present"):
    with pytest.raises(Refusal) as refusal:
        actions.keep_list(session=session, marks={person.pk: status}, seen={}, by=by)
    return refusal.value.message


def test_others_keep_no_list_and_nothing_changes(session, people):
    visitor = an_account()
    elsewhere = an_officer(a_place("LA0101"))
    for account in (visitor, elsewhere):
        assert refused_list(session, people[0], account) == messages.NOT_YOUR_LIST
        with pytest.raises(Refusal):
            send(session, tap(people[0], "present"), by=account)
    assert (AttendanceMark.objects.count(), Attendance.objects.count(), events()) == (0, 0, [])


@pytest.mark.parametrize("status", ["asleep", "PRESENT"])
def test_unknown_marks_are_refused_with_the_whole_list(session, people, status):
    officer = an_officer()
    with pytest.raises(Refusal):
        actions.keep_list(session=session, marks={people[0].pk: "present", people[1].pk: status}, seen={}, by=officer)
    assert statuses(session) == {}


def test_somebody_without_a_seat_is_refused_with_the_whole_list(session, people, course):
    gone = an_enrolment(course, state="withdrawn")
    with pytest.raises(Refusal) as refusal:
        actions.keep_list(session=session, marks={people[0].pk: "present", gone.pk: "present"}, seen={}, by=an_officer())
    assert refusal.value.message == messages.SOMEBODY_NOT_ON_THE_LIST
    assert statuses(session) == {}


def test_no_marks_before_the_day(session, people, time_machine):
    time_machine.move_to(FIRST_MORNING - timedelta(hours=9, seconds=1))  # one second before that day begins in Vientiane
    assert refused_list(session, people[0], an_officer()) == messages.TOO_EARLY
    time_machine.move_to(FIRST_MORNING - timedelta(hours=9))
    assert actions.keep_list(session=session, marks={people[0].pk: "present"}, seen={}, by=an_officer()) == 1


def test_no_marks_in_a_cancelled_course(session, people, course):
    course.state, course.state_reason = "cancelled", "Flood"
    course.save()
    assert refused_list(session, people[0], an_officer()) == messages.CANCELLED
    assert statuses(session) == {}


def test_keeping_forty_people_costs_as_many_queries_as_keeping_one(session, course, django_assert_num_queries):
    officer = an_officer()
    assert officer.active_posts, "read once a request"
    people = [an_enrolment(course) for _ in range(40)]

    def keep(some):
        return actions.keep_list(session=session, marks={person.pk: "present" for person in some}, seen={}, by=officer)

    keep(people[:1])
    with django_assert_num_queries(9) as one:
        keep(people[1:2])
    with django_assert_num_queries(len(one)):
        keep(people[2:])
