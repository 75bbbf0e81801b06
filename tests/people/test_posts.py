"""Posts are given inside one's own places, and ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from openodop.foundation import audit
from openodop.foundation.refusals import Refusal
from openodop.people import actions, messages
from openodop.people.choices import Role
from openodop.people.models import Account, Post
from tests.makers import a_manager, a_place, an_account, an_officer

pytestmark = pytest.mark.django_db


def refused(message, **arguments):
    """Give a post and expect this refusal, and that nothing was written."""
    posts = list(Post.objects.values())
    with pytest.raises(Refusal) as refusal:
        actions.give_post(**arguments)
    assert refusal.value.message == message
    assert list(Post.objects.values()) == posts


def test_a_provincial_officer_gives_a_district_its_officer():
    officer, newcomer = an_account(Role.PROVINCIAL_OFFICER, place=a_place("LA13")), an_account()
    post = actions.give_post(account=newcomer, role=Role.DISTRICT_OFFICER, place=a_place("LA1301"), by=officer)
    assert newcomer.has_role(Role.DISTRICT_OFFICER)
    assert newcomer.scope(Role.DISTRICT_OFFICER).paths == ("LA/LA13/LA1301/",)
    assert audit.trail(post)[0].additional_data["event"] == "people.post.given"


def test_a_role_above_one_s_own_is_refused():
    refused(messages.ROLE_NOT_YOURS_TO_GIVE, account=an_account(), role=Role.PROVINCIAL_OFFICER, place=a_place("LA13"), by=an_officer())


def test_a_role_in_another_place_is_refused():
    refused(messages.ROLE_NOT_YOURS_TO_GIVE, account=an_account(), role=Role.TRAINER, place=a_place("LA0101"), by=an_officer())


def test_a_role_for_the_whole_programme_is_refused_to_a_local_officer():
    refused(messages.ROLE_NOT_YOURS_TO_GIVE, account=an_account(), role=Role.TRAINER, place=None, by=an_officer())


def test_the_place_must_have_the_level_of_the_role():
    refused(messages.PLACE_DOES_NOT_FIT_ROLE, account=an_account(), role=Role.DISTRICT_OFFICER, place=a_place("LA13"), by=a_manager())
    refused(messages.PLACE_DOES_NOT_FIT_ROLE, account=an_account(), role=Role.DISTRICT_OFFICER, place=None, by=a_manager())


def test_the_last_day_is_not_before_the_first():
    days = {"starts_on": date(2026, 3, 2), "ends_on": date(2026, 3, 1)}
    refused(messages.POST_ENDS_BEFORE_START, account=an_account(), role=Role.TRAINER, place=a_place(), by=a_manager(), **days)


def test_the_same_role_is_not_given_twice_but_again_after_it_ended():
    manager, trainer = a_manager(), an_account()
    post = actions.give_post(account=trainer, role=Role.TRAINER, place=a_place(), by=manager)
    refused(messages.POST_HELD_ALREADY, account=trainer, role=Role.TRAINER, place=a_place(), by=manager)
    actions.end_post(post=post, by=manager)
    assert not trainer.has_role(Role.TRAINER)
    assert actions.give_post(account=trainer, role=Role.TRAINER, place=a_place(), by=manager).pk != post.pk


@pytest.mark.parametrize("place", ["LA1301", None])
def test_the_database_itself_refuses_a_second_open_post(place):
    trainer = an_account(Role.TRAINER, place=a_place(place) if place else None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(account=trainer, role=Role.TRAINER, place=a_place(place) if place else None)


def test_an_officer_without_a_place_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(account=an_account(), role=Role.DISTRICT_OFFICER)


def test_a_post_holds_from_its_first_to_its_last_day():
    first, last = date(2026, 3, 2), date(2026, 3, 6)
    trainer = an_account()
    actions.give_post(account=trainer, role=Role.TRAINER, place=a_place(), starts_on=first, ends_on=last, by=a_manager())
    held = {}
    for day in (first - timedelta(days=1), first, last, last + timedelta(days=1)):
        with time_machine.travel(timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 12)), tick=False):
            held[day] = Account.objects.get(pk=trainer.pk).has_role(Role.TRAINER)
    assert list(held.values()) == [False, True, True, False]


def test_a_post_that_had_not_begun_is_removed_when_it_ends():
    manager, trainer = a_manager(), an_account()
    later = timezone.localdate() + timedelta(days=10)
    post = actions.give_post(account=trainer, role=Role.TRAINER, place=a_place(), starts_on=later, by=manager)
    actions.end_post(post=post, by=manager)
    assert not trainer.posts.exists()


def test_one_may_lay_down_one_s_own_post():
    trainer = an_account(Role.TRAINER, place=a_place())
    actions.end_post(post=trainer.posts.get(), by=trainer)
    assert not trainer.has_role(Role.TRAINER)


def test_a_post_of_another_place_is_not_ended():
    trainer = an_account(Role.TRAINER, place=a_place("LA0101"))
    with pytest.raises(Refusal) as refusal:
        actions.end_post(post=trainer.posts.get(), by=an_officer(a_place("LA1301")))
    assert refusal.value.message == messages.POST_NOT_YOURS_TO_END
    assert trainer.posts.get().ends_on is None


def test_the_last_manager_stays():
    manager = a_manager()
    with pytest.raises(Refusal) as refusal:
        actions.end_post(post=manager.posts.get(), by=manager)
    assert refusal.value.message == messages.LAST_MANAGER
    assert manager.posts.get().ends_on is None
    second = a_manager()
    actions.end_post(post=manager.posts.get(), by=second)
    assert not Account.objects.get(pk=manager.pk).has_role(Role.PROGRAMME_MANAGER)


def test_an_ended_post_is_not_ended_again():
    manager, trainer = a_manager(), an_account(Role.TRAINER, place=a_place())
    post = trainer.posts.get()
    actions.end_post(post=post, by=manager)
    with pytest.raises(Refusal) as refusal:
        actions.end_post(post=post, by=manager)
    assert refusal.value.message == messages.POST_ENDED_ALREADY
