"""Lists and single pages never disagree about who sees whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from openodop.people import actions
from openodop.people.choices import Role
from openodop.people.models import Account, Invitation, Person, Post
from tests.makers import a_manager, a_person, a_place, an_account

pytestmark = pytest.mark.django_db
HERE, BESIDE, FAR = "LA1301", "LA1302", "LA0101"


@pytest.fixture
def people():
    """One person in each of three districts, one of them with a public profile, one without a place."""
    shown = {"public_consent_at": timezone.now(), "show_name": True}
    return {
        "here": a_person(name="here", place=a_place(HERE)),
        "beside": a_person(name="beside", place=a_place(BESIDE)),
        "far": a_person(name="far", place=a_place(FAR)),
        "far and shown": a_person(name="far and shown", place=a_place(FAR), **shown),
        "nowhere": a_person(name="nowhere"),
    }


@pytest.mark.parametrize(
    ("role", "place", "expected"),
    [
        (None, None, {"far and shown"}),
        (Role.TRAINER, HERE, {"far and shown"}),
        (Role.EXPERT, None, {"far and shown"}),
        (Role.DISTRICT_OFFICER, HERE, {"far and shown", "here"}),
        (Role.PROVINCIAL_OFFICER, "LA13", {"far and shown", "here", "beside"}),
        (Role.NATIONAL_OFFICER, "LA", {"far and shown", "here", "beside", "far"}),
        (Role.PROGRAMME_MANAGER, None, {"far and shown", "here", "beside", "far", "nowhere"}),
    ],
)
def test_each_role_sees_the_persons_of_its_place_in_list_and_detail(client, people, role, place, expected):
    account = an_account(role, place=a_place(place) if place else None)
    assert set(Person.objects.visible_to(account).values_list("name", flat=True)) == expected
    client.force_login(account)
    assert {name for name, person in people.items() if client.get(f"/people/{person.code}/").status_code == 200} == expected


def test_visitors_see_public_profiles_only(client, people):
    assert set(Person.objects.visible_to(AnonymousUser()).values_list("name", flat=True)) == {"far and shown"}
    assert {name for name, person in people.items() if client.get(f"/people/{person.code}/").status_code == 200} == {"far and shown"}


def test_one_sees_one_s_own_record(client):
    account = an_account()
    own = a_person(account=account, place=a_place(FAR))
    client.force_login(account)
    assert client.get(f"/people/{own.code}/").status_code == 200


def test_a_post_that_ended_or_has_not_begun_gives_no_sight(people):
    today = timezone.localdate()
    account = an_account()
    Post.objects.create(account=account, role=Role.DISTRICT_OFFICER, place=a_place(HERE), ends_on=today - timedelta(days=1))
    Post.objects.create(account=account, role=Role.PROVINCIAL_OFFICER, place=a_place("LA13"), starts_on=today + timedelta(days=1))
    assert set(Person.objects.visible_to(account).values_list("name", flat=True)) == {"far and shown"}
    assert not account.scope(*Role.values)


@pytest.mark.parametrize(
    ("role", "place", "seen"),
    [
        (Role.DISTRICT_OFFICER, HERE, {"here"}),
        (Role.PROVINCIAL_OFFICER, "LA13", {"here", "beside"}),
        (Role.PROGRAMME_MANAGER, None, {"here", "beside", "far"}),
    ],
)
def test_accounts_and_posts_of_other_places_are_hidden(client, role, place, seen):
    trainers = {name: an_account(Role.TRAINER, place=a_place(code), name=name) for name, code in (("here", HERE), ("beside", BESIDE), ("far", FAR))}
    officer = an_account(role, place=a_place(place) if place else None, name="officer")
    client.force_login(officer)
    listed = Account.objects.visible_to(officer).filter(name__in=trainers)
    assert set(listed.values_list("name", flat=True)) == seen
    page = client.get("/staff/").content.decode()
    assert {name for name, account in trainers.items() if f"/staff/{account.code}/" in page} == seen
    assert {name for name, account in trainers.items() if client.get(f"/staff/{account.code}/").status_code == 200} == seen
    posts = Post.objects.visible_to(officer).filter(account__in=trainers.values())
    assert set(posts.values_list("account__name", flat=True)) == seen
    ends = {name for name, account in trainers.items() if client.get(f"/staff/posts/{account.posts.get().pk}/end/").status_code == 200}
    assert ends == seen


def test_a_post_elsewhere_of_somebody_here_stays_hidden(client):
    """A trainer here may hold a post there; the officer here sees only the one here."""
    trainer = an_account(Role.TRAINER, place=a_place(HERE))
    Post.objects.create(account=trainer, role=Role.INSPECTOR, place=a_place(FAR))
    client.force_login(an_account(Role.DISTRICT_OFFICER, place=a_place(HERE)))
    page = client.get(f"/staff/{trainer.code}/").content.decode()
    assert "Trainer" in page
    assert "Inspector" not in page


def test_staff_pages_are_closed_to_others(client):
    trainer = an_account(Role.TRAINER, place=a_place(HERE))
    for address in ("/staff/", "/invitations/", "/invitations/new/", "/people/new/", "/organisations/new/", f"/staff/{trainer.code}/"):
        assert client.get(address).status_code == 302
    client.force_login(trainer)
    for address in ("/staff/", "/invitations/", "/invitations/new/", "/people/new/", "/organisations/new/", f"/staff/{trainer.code}/"):
        assert client.get(address).status_code == 403, address


def test_only_one_s_own_invitations_are_listed():
    one, other = (an_account(Role.DISTRICT_OFFICER, place=a_place(HERE)) for _ in range(2))
    invitation, _ = actions.invite(name="ນາງ ສີດາ", by=one)
    assert list(Invitation.objects.visible_to(one)) == [invitation]
    assert list(Invitation.objects.visible_to(other)) == []
    assert list(Invitation.objects.visible_to(a_manager())) == [invitation]
    assert list(Invitation.objects.visible_to(AnonymousUser())) == []
