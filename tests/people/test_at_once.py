"""Several people at the same moment; the same tests run on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from openodop.foundation.refusals import Refusal
from openodop.people import actions, messages
from openodop.people.choices import Role
from openodop.people.models import Account, Person, Post
from tests.makers import a_manager, a_place, an_account, an_officer

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tasks):
    """Run every task in a thread of its own, all starting together; return results, and of refusals their message."""
    barrier = Barrier(len(tasks), timeout=60)

    def run(task):
        barrier.wait()
        try:
            return task()
        except Refusal as refusal:
            return refusal.message
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result(timeout=120) for future in [pool.submit(run, task) for task in tasks]]


def test_one_phone_registered_five_times_at_once_makes_one_account():
    given = {"name": "ນາງ ສີດາ", "password": "mango-rain-77", "phone": "+8562055512345"}
    results = at_once([lambda: actions.register_account(**given)] * 5)
    assert Account.objects.count() == 1
    assert Person.objects.count() == 1
    assert results.count(messages.PHONE_OR_EMAIL_TAKEN) == 4


def test_one_link_opened_by_five_at_once_is_used_once():
    _, token = actions.invite(name="ນາງ ສີດາ", role=Role.TRAINER, place=a_place(), by=an_officer(a_place()))
    before = Account.objects.count()

    def accept(number):
        return actions.accept_as_new(token=token, name="ນາງ ສີດາ", password="mango-rain-77", phone=f"+85620555123{number}0", email="", language="lo")

    results = at_once([lambda n=number: accept(n) for number in range(5)])
    assert Account.objects.count() == before + 1
    assert Post.objects.filter(role=Role.TRAINER).count() == 1
    assert results.count(messages.INVITATION_USED) == 4


def test_the_same_role_given_by_five_officers_at_once_is_held_once():
    trainer = an_account()
    officers = [an_officer(a_place()) for _ in range(5)]
    results = at_once([lambda o=officer: actions.give_post(account=trainer, role=Role.TRAINER, place=a_place(), by=o) for officer in officers])
    assert trainer.posts.count() == 1
    assert results.count(messages.POST_HELD_ALREADY) == 4


def test_the_last_two_managers_do_not_end_each_other():
    one, other = a_manager(), a_manager()
    first, second = one.posts.get(), other.posts.get()
    results = at_once([lambda: actions.end_post(post=first, by=one), lambda: actions.end_post(post=second, by=other)])
    assert results.count(messages.LAST_MANAGER) == 1
    assert Post.objects.current().filter(role=Role.PROGRAMME_MANAGER).count() == 1


def test_persons_entered_at_once_get_codes_without_doubles_or_gaps():
    at_once([lambda n=number: actions.find_or_create_person(name=f"ບຸກຄົນ {n}", by=None) for number in range(8)])
    assert sorted(Person.objects.values_list("code", flat=True)) == [f"P{number:06d}" for number in range(1, 9)]
