"""The officer registers, sends back, accepts changes; every refusal changes nothing."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from openodop.foundation.audit import trail
from openodop.foundation.refusals import Refusal
from openodop.people.choices import Role
from openodop.producers import actions
from openodop.producers.models import Draft, Producer
from tests.makers import a_manager, a_place, an_account, an_officer
from tests.producers.registration_makers import a_waiting_producer, state_of
from tests.producers.test_sending import a_change, a_registered_producer

pytestmark = pytest.mark.django_db


def newest(producer):
    return trail(producer).exclude(additional_data=None).first().additional_data


def test_the_officer_of_the_place_registers():
    officer = an_officer(a_place("LA1301"))
    producer = actions.register_producer(producer=a_waiting_producer(), by=officer)
    assert (producer.state, producer.decided_by) == ("registered", officer)
    assert producer.decided_at is not None
    assert newest(producer) == {"event": "producers.producer.registered"}
    assert list(Producer.objects.in_public()) == [producer]


@pytest.mark.parametrize("role", [Role.PROVINCIAL_OFFICER, Role.NATIONAL_OFFICER])
def test_officers_above_the_district_register_too(role):
    place = a_place("LA13") if role == Role.PROVINCIAL_OFFICER else a_place("LA")
    assert actions.register_producer(producer=a_waiting_producer(), by=an_account(role, place=place)).state == "registered"
    assert actions.register_producer(producer=a_waiting_producer(), by=a_manager()).state == "registered"


@pytest.mark.parametrize("role", [None, Role.TRAINER, Role.EXPERT, Role.INSPECTOR, Role.BUYER])
def test_nobody_else_registers(role):
    producer = a_waiting_producer()
    before = state_of(producer)
    with pytest.raises(Refusal, match=r"not in your places\. An officer of Place LA1301 decides"):
        actions.register_producer(producer=producer, by=an_account(role, place=role and a_place("LA1301")))
    assert state_of(producer) == before


def test_an_officer_of_another_district_does_not_register():
    producer = a_waiting_producer()
    before = state_of(producer)
    with pytest.raises(Refusal, match="not in your places"):
        actions.register_producer(producer=producer, by=an_officer(a_place("LA1302")))
    assert state_of(producer) == before
    assert not trail(producer).filter(additional_data__isnull=False).exists()


@pytest.mark.parametrize("state", ["draft", "reported"])
def test_what_does_not_wait_is_not_registered(state):
    producer = a_waiting_producer(state=state, source_title="Newspaper")
    before = state_of(producer)
    with pytest.raises(Refusal, match="has not been sent"):
        actions.register_producer(producer=producer, by=an_officer())
    assert state_of(producer) == before


def test_the_second_officer_is_told_who_registered():
    first, second = an_officer(), an_officer()
    producer = a_waiting_producer()
    actions.register_producer(producer=producer, by=first)
    before = state_of(producer)
    with pytest.raises(Refusal, match=f"already registered, by {first.name}"):
        actions.register_producer(producer=producer, by=second)
    assert state_of(producer) == before


def test_a_version_that_the_officer_has_not_read_is_not_registered():
    producer = a_waiting_producer()
    before = state_of(producer)
    with pytest.raises(Refusal, match="sent again while you were reading"):
        actions.register_producer(producer=producer, by=an_officer(), as_sent_at=producer.submitted_at - timedelta(seconds=1))
    assert state_of(producer) == before
    assert actions.register_producer(producer=producer, by=an_officer(), as_sent_at=producer.submitted_at).state == "registered"


def test_the_register_needs_a_name():
    producer = a_waiting_producer()
    Producer.objects.filter(pk=producer.pk).update(name="{}")
    with pytest.raises(Refusal, match="still missing: Name"):
        actions.register_producer(producer=producer, by=an_officer())
    assert state_of(producer)["state"] == "submitted"


def test_sending_back_tells_why_and_which_pages():
    officer = an_officer()
    producer = actions.send_back_producer(producer=a_waiting_producer(), by=officer, reason=" Write the village. ", about=["district"])
    assert (producer.state, producer.state_reason, producer.reason_about) == ("draft", "Write the village.", ["district"])
    assert newest(producer) == {"event": "producers.producer.sent_back", "reason": "Write the village.", "fields": ["district"]}


@pytest.mark.parametrize(
    ("reason", "officer_place", "state", "words"),
    [
        ("", "LA1301", "submitted", "Write what the producer has to change"),
        ("Why not", "LA1302", "submitted", "not in your places"),
        ("Why not", "LA1301", "draft", "has not been sent"),
    ],
)
def test_refused_sendings_back_change_nothing(reason, officer_place, state, words):
    producer = a_waiting_producer(state=state)
    before = state_of(producer)
    with pytest.raises(Refusal, match=words):
        actions.send_back_producer(producer=producer, by=an_officer(a_place(officer_place)), reason=reason)
    assert state_of(producer) == before


def sent_changes(**fields):
    member = an_account()
    producer = a_registered_producer(member=member)
    a_change(producer, member, **fields)
    return actions.send_changes(producer=producer, by=member)


def test_accepted_changes_are_in_the_register():
    officer = an_officer()
    producer = sent_changes(women=20)
    producer = actions.accept_changes(producer=producer, by=officer, as_sent_at=producer.draft.sent_at)
    assert (producer.state, producer.women, producer.decided_by) == ("registered", 20, officer)
    assert newest(producer) == {"event": "producers.producer.changes_accepted", "fields": ["women"]}
    assert not Draft.objects.exists()


def test_changes_are_accepted_once():
    producer = sent_changes(women=20)
    actions.accept_changes(producer=producer, by=an_officer())
    with pytest.raises(Refusal, match="No changes of"):
        actions.accept_changes(producer=producer, by=an_officer())


def test_changes_sent_again_while_reading_are_not_accepted():
    producer = sent_changes(women=20)
    before = state_of(producer)
    with pytest.raises(Refusal, match="sent again while you were reading"):
        actions.accept_changes(producer=producer, by=an_officer(), as_sent_at=producer.draft.sent_at - timedelta(seconds=1))
    assert state_of(producer) == before


def test_a_move_to_another_district_is_decided_by_an_officer_of_both():
    producer = sent_changes(place=a_place("LA1302"))
    before = state_of(producer)
    with pytest.raises(Refusal, match="moves to Place LA1302, which is not in your places"):
        actions.accept_changes(producer=producer, by=an_officer(a_place("LA1301")))
    assert state_of(producer) == before
    moved = actions.accept_changes(producer=producer, by=an_account(Role.PROVINCIAL_OFFICER, place=a_place("LA13")))
    assert (moved.place, moved.code) == (a_place("LA1302"), producer.code)


def test_changes_sent_back_leave_the_register_as_it_was():
    producer = sent_changes(women=20)
    before = state_of(producer)
    actions.send_back_changes(producer=producer, by=an_officer(), reason="Count only members.", about=["people"])
    draft = Draft.objects.get()
    assert state_of(producer) == before
    assert (draft.sent_at, draft.reason, draft.reason_about, draft.answers["women"]) == (None, "Count only members.", ["people"], 20)


def test_changes_are_not_sent_back_without_reason_or_by_others():
    producer = sent_changes(women=20)
    with pytest.raises(Refusal, match="Write what"):
        actions.send_back_changes(producer=producer, by=an_officer(), reason=" ")
    with pytest.raises(Refusal, match="not in your places"):
        actions.send_back_changes(producer=producer, by=an_officer(a_place("LA1302")), reason="No.")
    assert Draft.objects.get().sent_at is not None


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "registered", "decided_by": None, "decided_at": None},
        {"state": "submitted", "submitted_at": None},
        {"state": "reported", "source_title": "", "source_url": ""},
        {"state": "lost"},
        {"show_contact_phone": True, "contact_consent_at": None},
        {"latitude": 18, "longitude": None},
        {"latitude": 95, "longitude": 100},
        {"start_year": 1200},
        {"kind": "club"},
    ],
)
def test_the_database_refuses_what_the_programme_forbids(fields):
    producer = a_waiting_producer()
    with pytest.raises(IntegrityError), transaction.atomic():
        Producer.objects.filter(pk=producer.pk).update(**fields)
