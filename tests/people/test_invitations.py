"""Links that officers hand out: to join with a role, to choose a new password. Single use, in time, only by the right one."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from openodop.foundation import audit
from openodop.foundation.refusals import Refusal
from openodop.people import actions, gifts, messages
from openodop.people.choices import Role
from openodop.people.models import Account, Invitation, Person, Post
from tests.makers import a_manager, a_person, a_place, an_account, an_officer

pytestmark = pytest.mark.django_db
NEWCOMER = {"name": "ນາງ ສີດາ", "password": "mango-rain-77", "phone": "+8562055512345", "email": "", "language": "lo"}


def an_invitation(by: Account | None = None, **fields):
    by = by or an_officer()
    return actions.invite(by=by, **{"name": "ນາງ ສີດາ", "role": Role.TRAINER, "place": a_place(), **fields})


def refused(message, call, **arguments):
    """Expect this refusal, and that no account, post or person came of it."""
    before = [list(model.objects.values()) for model in (Account, Post, Person, Invitation)]
    with pytest.raises(Refusal) as refusal:
        call(**arguments)
    assert refusal.value.message == message, str(refusal.value)
    assert [list(model.objects.values()) for model in (Account, Post, Person, Invitation)] == before


def test_a_newcomer_receives_account_role_and_record():
    invitation, token = an_invitation(language="lo")
    account = actions.accept_as_new(token=token, **NEWCOMER)
    post = account.posts.get()
    assert (post.role, post.place, post.starts_on) == (Role.TRAINER, a_place(), timezone.localdate())
    assert account.person.place == a_place()
    assert account.check_password("mango-rain-77")
    invitation.refresh_from_db()
    assert invitation.accepted_by == account
    assert audit.trail(invitation)[0].additional_data["event"] == "people.invitation.accepted"


def test_only_the_hash_of_the_link_is_kept():
    invitation, token = an_invitation()
    kept = str(Invitation.objects.filter(pk=invitation.pk).values().get())
    assert token not in kept
    assert token not in "".join(str(entry.changes) for entry in audit.trail(invitation))


def test_a_known_account_accepts_and_keeps_its_record():
    _, token = an_invitation()
    account = an_account()
    person = actions.person_of(account=account)
    actions.accept_as(token=token, account=account)
    assert account.posts.get().role == Role.TRAINER
    assert Person.objects.get(account=account) == person


def test_the_account_joins_the_person_that_the_officer_named():
    participant = a_person(name="ນາງ ສີດາ", place=a_place())
    _, token = an_invitation(person=participant)
    account = actions.accept_as_new(token=token, **NEWCOMER)
    assert account.person == participant
    assert Person.objects.count() == 1


def test_a_person_of_somebody_else_is_not_taken_over():
    owner = an_account()
    participant = a_person(account=owner)
    _, token = an_invitation(person=participant)
    account = actions.accept_as_new(token=token, **NEWCOMER)
    participant.refresh_from_db()
    assert participant.account == owner
    assert account.person != participant


def test_a_used_link_is_refused():
    _, token = an_invitation()
    actions.accept_as_new(token=token, **NEWCOMER)
    refused(messages.INVITATION_USED, actions.accept_as, token=token, account=an_account())


def test_an_old_link_is_refused():
    _, token = an_invitation()
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1), tick=False):
        refused(messages.INVITATION_EXPIRED, actions.accept_as_new, token=token, **NEWCOMER)


def test_a_link_taken_back_is_refused():
    officer = an_officer()
    invitation, token = an_invitation(officer)
    actions.withdraw_invitation(invitation=invitation, by=officer)
    refused(messages.INVITATION_WITHDRAWN, actions.accept_as_new, token=token, **NEWCOMER)


def test_a_foreign_or_invented_link_is_refused():
    refused(messages.INVITATION_UNKNOWN, actions.accept_as_new, token="something-typed", **NEWCOMER)
    _, token = an_invitation(phone="+8562055500001")
    refused(messages.INVITATION_FOR_OTHER_ACCOUNT, actions.accept_as, token=token, account=an_account())


def test_a_link_of_an_officer_who_lost_the_role_is_refused():
    officer = an_officer()
    _, token = an_invitation(officer)
    actions.end_post(post=officer.posts.get(), by=a_manager())
    refused(messages.INVITATION_GIVER_LOST_RIGHT, actions.accept_as_new, token=token, **NEWCOMER)


def test_a_phone_that_has_an_account_is_refused():
    an_account(phone=NEWCOMER["phone"])
    _, token = an_invitation()
    refused(messages.PHONE_OR_EMAIL_TAKEN, actions.accept_as_new, token=token, **NEWCOMER)


def test_nobody_invites_to_what_they_could_not_give():
    refused(messages.ROLE_NOT_YOURS_TO_GIVE, an_invitation, by=an_officer(), role=Role.TRAINER, place=a_place("LA0101"))
    refused(messages.ROLE_NOT_YOURS_TO_GIVE, an_invitation, by=an_officer(), role=Role.EXPERT, place=a_place())
    refused(messages.INVITATION_NOT_YOURS, an_invitation, by=an_account(Role.TRAINER, place=a_place()), role="", place=None)


def test_a_new_link_makes_the_old_one_unknown():
    officer = an_officer()
    invitation, old = an_invitation(officer)
    new = actions.renew_invitation(invitation=invitation, by=officer)
    refused(messages.INVITATION_UNKNOWN, actions.accept_as_new, token=old, **NEWCOMER)
    assert actions.accept_as_new(token=new, **NEWCOMER).posts.get().role == Role.TRAINER


def test_an_invitation_of_another_officer_is_not_changed():
    invitation, _ = an_invitation()
    other = an_officer()
    refused(messages.INVITATION_NOT_YOURS, actions.renew_invitation, invitation=invitation, by=other)
    refused(messages.INVITATION_NOT_YOURS, actions.withdraw_invitation, invitation=invitation, by=other)


def test_a_higher_room_attaches_a_gift():
    given = []
    gifts.register("test.gift", give=lambda account, details, by: given.append((account, details, by)), describe=lambda details: "a gift")
    officer = an_officer()
    _, token = an_invitation(officer, gift="test.gift", gift_details={"producer": "LA1301-P-0007"})
    account = actions.accept_as_new(token=token, **NEWCOMER)
    assert given == [(account, {"producer": "LA1301-P-0007"}, officer)]


def test_an_officer_s_link_sets_a_new_password_once():
    officer = an_officer()
    producer = an_account()
    a_person(account=producer, place=a_place())
    _, token = actions.make_reset_link(account=producer, by=officer)
    actions.use_reset_link(token=token, password="river-stone-19")
    producer.refresh_from_db()
    assert producer.check_password("river-stone-19")
    refused(messages.INVITATION_USED, actions.use_reset_link, token=token, password="other-stone-19")


def test_a_newer_link_for_a_password_ends_the_older():
    officer, producer = an_officer(), an_account()
    a_person(account=producer, place=a_place())
    _, old = actions.make_reset_link(account=producer, by=officer)
    actions.make_reset_link(account=producer, by=officer)
    refused(messages.INVITATION_WITHDRAWN, actions.use_reset_link, token=old, password="river-stone-19")


def test_a_link_for_a_password_does_not_make_an_account_and_the_other_way_round():
    officer, producer = an_officer(), an_account()
    a_person(account=producer, place=a_place())
    _, for_password = actions.make_reset_link(account=producer, by=officer)
    _, for_joining = an_invitation(officer)
    refused(messages.INVITATION_UNKNOWN, actions.accept_as_new, token=for_password, **NEWCOMER)
    refused(messages.INVITATION_UNKNOWN, actions.use_reset_link, token=for_joining, password="river-stone-19")


@pytest.mark.parametrize("role", [Role.PROGRAMME_MANAGER, Role.PROVINCIAL_OFFICER])
def test_nobody_opens_an_account_greater_than_their_own(role):
    greater = an_account(role, place=a_place("LA13") if role == Role.PROVINCIAL_OFFICER else None)
    a_person(account=greater, place=a_place())
    refused(messages.RESET_LINK_NOT_YOURS, actions.make_reset_link, account=greater, by=an_officer())
    refused(messages.RESET_LINK_NOT_YOURS, actions.remove_second_factor, account=greater, by=an_officer())
    refused(messages.ACCOUNT_NOT_YOURS, actions.close_account, account=greater, by=an_officer())


def test_a_link_made_before_its_owner_rose_works_no_longer():
    officer, producer = an_officer(), an_account()
    a_person(account=producer, place=a_place())
    _, token = actions.make_reset_link(account=producer, by=officer)
    Post.objects.create(account=producer, role=Role.PROGRAMME_MANAGER)
    refused(messages.INVITATION_GIVER_LOST_RIGHT, actions.use_reset_link, token=token, password="river-stone-19")


def test_one_s_own_password_is_not_changed_by_link():
    officer = an_officer()
    refused(messages.OWN_RESET_LINK, actions.make_reset_link, account=officer, by=officer)


def test_an_account_is_closed_and_opened_again():
    officer, producer = an_officer(), an_account()
    a_person(account=producer, place=a_place())
    actions.close_account(account=producer, by=officer)
    assert not Account.objects.get(pk=producer.pk).is_active
    refused(messages.RESET_LINK_NOT_YOURS, actions.make_reset_link, account=producer, by=officer)
    actions.reopen_account(account=producer, by=officer)
    assert Account.objects.get(pk=producer.pk).is_active


def test_an_erased_account_stays_closed():
    manager, producer = a_manager(), an_account()
    actions.erase_person(person=a_person(account=producer, place=a_place()), by=manager)
    producer.refresh_from_db()
    refused(messages.ACCOUNT_NOT_YOURS, actions.reopen_account, account=producer, by=manager)
