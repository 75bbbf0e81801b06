"""Many people at the same moment; the same tests run on SQLite and on PostgreSQL."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from openodop.training.actions import enrolment
from openodop.training.actions.enrolment import Participation
from openodop.training.models import Enrolment
from tests.makers import a_person, an_account
from tests.training.course_makers import a_course, an_enrolment

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


def application(course, person, kind="firm"):
    return lambda: enrolment.apply(course=course, person=person, participation=Participation(kind=kind), by=None)


def test_of_fifty_people_one_gets_the_last_seat_and_the_others_wait_in_order():
    course = a_course(seats=3)
    an_enrolment(course)
    an_enrolment(course)
    at_once([application(course, a_person()) for _ in range(50)])
    assert Enrolment.objects.enrolled().count() == 3
    waiting = list(Enrolment.objects.waiting())
    assert [row.waiting_number for row in waiting] == list(range(1, 50))
    assert [row.waiting_since for row in waiting] == sorted(row.waiting_since for row in waiting)


def test_quotas_hold_when_two_kinds_come_at_once():
    course = a_course(seats=5, quotas={"official": 2})
    at_once([application(course, a_person(), kind) for kind in ("official", "firm") * 6])
    assert Counter(Enrolment.objects.enrolled().values_list("kind", flat=True)) == {"official": 2, "firm": 3}
    assert Enrolment.objects.waiting().count() == 7


def test_one_person_pressing_twenty_times_is_enrolled_once():
    course, person = a_course(), a_person()
    rows = at_once([application(course, person) for _ in range(20)])
    assert {row.pk for row in rows} == {Enrolment.objects.get().pk}


def test_freed_seats_and_new_applications_at_once_leave_no_seat_empty():
    course, account = a_course(seats=4), an_account()
    holders = [an_enrolment(course, account=account) for _ in range(4)]
    leaving = [lambda row=row: enrolment.withdraw(enrolment=row, by=account) for row in holders]
    at_once(leaving + [application(course, a_person()) for _ in range(8)])
    assert Enrolment.objects.enrolled().count() == 4
    assert Enrolment.objects.waiting().count() == 4
    assert Enrolment.objects.filter(state="withdrawn").count() == 4
