"""Numbers of certificates and marks of attendance when many ask at the same moment; on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from openodop.foundation.refusals import Refusal
from openodop.training.actions.attendance import Tap, keep_taps
from openodop.training.actions.certificates import issue_certificates
from openodop.training.actions.check_in import check_in, code_for
from openodop.training.models import Attendance, AttendanceMark, Certificate
from tests.makers import a_manager, a_person
from tests.training.attendance_makers import a_course_with_sessions, a_participant
from tests.training.course_makers import an_enrolment

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tasks):
    """Run every task in a thread of its own, all starting together, and return their results."""
    barrier = Barrier(len(tasks), timeout=60)

    def run(task):
        barrier.wait()
        try:
            return task()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result(timeout=120) for future in [pool.submit(run, task) for task in tasks]]


@pytest.fixture
def manager():
    return a_manager()


def a_past_course(**fields):
    today = timezone.localdate()
    return a_course_with_sessions(days=1, starts_on=today - timedelta(days=3), ends_on=today - timedelta(days=3), **fields)


def test_numbers_have_no_gap_and_no_double(manager):
    courses = [a_past_course() for _ in range(4)]
    for course in courses:
        for _ in range(5):
            a_participant(course, "pp")
    at_once([lambda course=course: issue_certificates(course=course, by=manager) for course in courses * 3])
    year = timezone.localdate().year
    assert sorted(Certificate.objects.values_list("number", flat=True)) == [f"LA-ODOP-{year}-{number:04d}" for number in range(1, 21)]
    assert Certificate.objects.values("enrolment").distinct().count() == 20


def test_a_refused_course_takes_no_number(manager):
    good, nameless = a_past_course(), a_past_course()
    a_participant(good, "pp")
    a_participant(nameless, "pp")
    a_participant(nameless, "pp", person=a_person(name=" "))

    def issue(course):
        try:
            return len(issue_certificates(course=course, by=manager))
        except Refusal:
            return -1

    assert sorted(at_once([lambda course=course: issue(course) for course in (good, nameless) * 4])) == [-1, -1, -1, -1, 0, 0, 0, 1]
    year = timezone.localdate().year
    assert [row.number for row in Certificate.objects.all()] == [f"LA-ODOP-{year}-0001"]


def test_the_same_taps_from_ten_requests_are_kept_once(manager):
    course = a_past_course()
    session, people = course.sessions.first(), [an_enrolment(course) for _ in range(4)]
    now = timezone.now()
    taps = [Tap(person.pk, status, now - timedelta(minutes=minutes)) for person in people for minutes, status in ((2, "absent"), (1, "late"))]
    at_once([lambda: keep_taps(session=session, taps=taps, client="phone", sent_at=now, by=manager)] * 10)
    assert AttendanceMark.objects.count() == 8
    assert set(Attendance.objects.values_list("status", flat=True)) == {"late"}
    assert Attendance.objects.count() == 4


def test_two_phones_end_with_the_later_tap(manager):
    course = a_past_course()
    session, person = course.sessions.first(), an_enrolment(course)
    now = timezone.now()

    def send(client, status, minutes):
        return lambda: keep_taps(
            session=session, taps=[Tap(person.pk, status, now - timedelta(minutes=minutes))], client=client, sent_at=now, by=manager
        )

    at_once([send("one", "absent", 9), send("two", "present", 3), send("three", "late", 6)] * 3)
    assert AttendanceMark.objects.count() == 3
    assert Attendance.objects.get().status == "present"


def test_pressing_check_in_ten_times_marks_once(manager, time_machine):
    course = a_past_course()
    session = course.sessions.first()
    an_enrolment(course, person=a_person(phone="+8562055512345"))
    code = code_for(session=session, by=manager).code
    time_machine.move_to(session.starts, tick=False)
    came = at_once([lambda: check_in(code=code, phone="55512345")] * 10)
    assert [row.already for row in came].count(False) == 1
    assert AttendanceMark.objects.count() == 1
