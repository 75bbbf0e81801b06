"""A registration is begun, answered, sent; changes of a producer are sent."""

import pytest
from auditlog.models import LogEntry
from django.db import IntegrityError, transaction
from django.utils import timezone

from openodop.foundation.audit import trail
from openodop.foundation.refusals import Refusal
from openodop.producers import actions
from openodop.producers.models import Draft, Membership, Producer
from tests.makers import a_place, a_producer, a_programme, an_account, an_officer
from tests.producers.registration_makers import a_complete_producer, a_draft, a_waiting_producer, state_of

pytestmark = pytest.mark.django_db


def events(producer):
    return [entry.additional_data["event"] for entry in trail(producer) if entry.additional_data]


def test_a_producer_goes_on_with_the_registration_already_begun():
    account = an_account()
    first = actions.begin_registration(programme=a_programme(), by=account)
    assert actions.begin_registration(programme=a_programme(), by=account) == first
    assert (first.is_own, first.done, first.producer) == (True, [], None)


def test_an_officer_begins_as_many_as_there_are_producers_and_need_not_choose_the_only_district():
    officer = an_officer(a_place("LA1301"))
    first = actions.begin_registration(programme=a_programme(), by=officer)
    second = actions.begin_registration(programme=a_programme(), by=officer)
    assert first != second
    assert first.is_own is False
    assert first.edited().place == a_place("LA1301")


def test_the_database_keeps_one_own_registration_begun():
    account = an_account()
    actions.begin_registration(programme=a_programme(), by=account)
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(programme=a_programme(), created_by=account, is_own=True)


def test_another_programme_forgets_the_places_of_the_first():
    account = an_account()
    draft = a_draft(by=account)
    draft = actions.begin_registration(programme=a_programme("th-otop", country=a_place("TH")), by=account)
    assert "place" not in draft.answers
    assert draft.answers["kind"] == "group"
    assert "province" not in draft.done
    assert "district" not in draft.done


def test_sending_a_registration_makes_a_waiting_producer_with_its_sender_as_lead_member():
    account = an_account()
    producer = actions.submit_draft(draft=a_draft(by=account), by=account)
    assert (producer.state, producer.code, producer.village) == ("submitted", "LA1301-P-0001", "ໂພນ")
    assert producer.submitted_at is not None
    assert producer.created_by == account
    assert Membership.objects.get(producer=producer).is_lead
    assert Membership.objects.get(producer=producer).account == account
    assert events(producer) == ["producers.producer.submitted"]


def test_sending_twice_sends_once():
    account = an_account()
    draft = a_draft(by=account)
    first = actions.submit_draft(draft=draft, by=account)
    assert actions.submit_draft(draft=draft, by=account) == first
    assert Producer.objects.count() == 1
    assert LogEntry.objects.get_for_object(first).filter(additional_data__event="producers.producer.submitted").count() == 1


def test_an_officer_sends_for_somebody_and_is_no_member():
    officer = an_officer(a_place("LA1301"))
    producer = actions.submit_draft(draft=a_draft(by=officer), by=officer)
    assert producer.state == "submitted"
    assert not producer.memberships.exists()


def test_an_officer_sends_only_for_their_places():
    officer = an_officer(a_place("LA1301"))
    draft = a_draft(by=officer, place=a_place("LA1302"))
    with pytest.raises(Refusal, match="Place LA1302 is not in your places"):
        actions.submit_draft(draft=draft, by=officer)
    assert not Producer.objects.exists()


def test_nobody_sends_the_draft_of_somebody_else():
    draft = a_draft()
    with pytest.raises(Refusal, match="belongs to somebody else"):
        actions.submit_draft(draft=draft, by=an_account())
    assert not Producer.objects.exists()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("kind", "Kind"),
        ("village", "Village"),
        ("name", "Name"),
        ("women", "Number of women"),
        ("contact_phone", "Phone number"),
        ("place", "District"),
    ],
)
def test_an_incomplete_registration_is_refused_with_what_is_missing(field, words):
    account = an_account()
    draft = a_draft(by=account, without=(field,))
    with pytest.raises(Refusal) as refused:
        actions.submit_draft(draft=draft, by=account)
    assert str(refused.value) == f"This is still missing: {words}."
    assert not Producer.objects.exists()
    assert Draft.objects.get(pk=draft.pk).sent_as is None


def test_a_province_is_not_exact_enough_where_districts_are_known():
    account = an_account()
    a_place("LA1301")
    draft = a_draft(by=account, place=a_place("LA13"))
    with pytest.raises(Refusal, match="still missing: District"):
        actions.submit_draft(draft=draft, by=account)


def test_codes_follow_each_other_in_a_place_and_places_are_apart():
    codes = []
    for code in ("LA1301", "LA1301", "LA1302"):
        account = an_account()
        codes.append(actions.submit_draft(draft=a_draft(by=account, place=a_place(code)), by=account).code)
    assert codes == ["LA1301-P-0001", "LA1301-P-0002", "LA1302-P-0001"]


def test_a_refused_sending_takes_no_number():
    account = an_account()
    draft = a_draft(by=account, without=("kind",))
    with pytest.raises(Refusal):
        actions.submit_draft(draft=draft, by=account)
    draft.answers["kind"] = "group"
    draft.save()
    assert actions.submit_draft(draft=draft, by=account).code == "LA1301-P-0001"


def test_answers_are_kept_page_by_page_and_consent_follows_what_is_shown():
    account = an_account()
    draft = actions.begin_registration(programme=a_programme(), by=account)
    edited = draft.edited()
    edited.contact_name, edited.contact_phone, edited.show_contact_phone = "ນາງ ຄຳ", "+8562055512345", True
    draft = actions.keep_answers(draft=draft, step="contact", edited=edited, by=account)
    assert draft.done == ["contact"]
    assert draft.edited().public_contact == {"phone": "+8562055512345"}
    edited = draft.edited()
    edited.show_contact_phone = False
    draft = actions.keep_answers(draft=draft, step="contact", edited=edited, by=account)
    assert draft.edited().contact_consent_at is None
    assert draft.edited().public_contact == {}


def test_nobody_answers_in_the_draft_of_somebody_else():
    draft = a_draft()
    before = Draft.objects.values().get(pk=draft.pk)
    edited = draft.edited()
    edited.kind = "firm"
    with pytest.raises(Refusal, match="belongs to somebody else"):
        actions.keep_answers(draft=draft, step="kind", edited=edited, by=an_account())
    assert Draft.objects.values().get(pk=draft.pk) == before


def test_a_producer_that_was_sent_back_is_sent_again_with_its_changes():
    member = an_account()
    producer = a_complete_producer(member=member, state="draft", state_reason="The village is missing.", reason_about=["district"])
    draft = actions.begin_changes(producer=producer, by=member)
    edited = draft.edited()
    edited.village = "ນາຊາຍ"
    actions.keep_answers(draft=draft, step="district", edited=edited, by=member)
    producer = actions.send_changes(producer=producer, by=member)
    assert (producer.state, producer.village, producer.state_reason, producer.reason_about) == ("submitted", "ນາຊາຍ", "", [])
    assert not Draft.objects.exists()


def test_a_waiting_producer_may_be_sent_again():
    member = an_account()
    producer = a_waiting_producer(member=member)
    sent_at = producer.submitted_at
    assert actions.submit_producer(producer=producer, by=member).submitted_at > sent_at


def test_a_registered_producer_is_not_sent_again():
    member = an_account()
    producer = a_producer(member=member)
    producer.take_answers({"village": "ໂພນ", "women": 1, "men": 0, "contact_name": "x", "contact_phone": "+8562055512345"})
    producer.save()
    before = state_of(producer)
    with pytest.raises(Refusal, match="already registered, by"):
        actions.submit_producer(producer=producer, by=member)
    assert state_of(producer) == before


def a_change(producer, by, **fields):
    draft = actions.begin_changes(producer=producer, by=by)
    edited = draft.edited()
    for name, value in fields.items():
        setattr(edited, name, value)
    for step in ("kind", "district", "people", "contact"):
        draft = actions.keep_answers(draft=draft, step=step, edited=edited, by=by)
    return draft


def a_registered_producer(**fields):
    officer = an_officer(fields.get("place"))
    return a_complete_producer(state="registered", submitted_at=timezone.now(), decided_at=timezone.now(), decided_by=officer, **fields)


def test_changes_of_a_registered_producer_wait_and_everyone_still_sees_the_register():
    member = an_account()
    producer = a_registered_producer(member=member)
    a_change(producer, member, women=20)
    producer = actions.send_changes(producer=producer, by=member)
    assert (producer.state, producer.women, producer.draft.edited().women) == ("registered", 12, 20)
    assert producer.draft.sent_at is not None
    assert producer.draft.changed_fields() == ["women"]
    assert events(producer)[0] == "producers.producer.changes_sent"
    assert list(Producer.objects.waiting()) == [producer]


def test_changes_that_wait_come_back_when_they_are_changed_again():
    member = an_account()
    producer = a_registered_producer(member=member)
    a_change(producer, member, women=20)
    actions.send_changes(producer=producer, by=member)
    assert a_change(producer, member, women=21).sent_at is None
    assert not Producer.objects.waiting().exists()


def test_there_must_be_something_to_send():
    member = an_account()
    producer = a_registered_producer(member=member)
    with pytest.raises(Refusal, match="Nothing was changed"):
        actions.send_changes(producer=producer, by=member)
    a_change(producer, member, women=12)
    with pytest.raises(Refusal, match="Nothing was changed"):
        actions.send_changes(producer=producer, by=member)
    assert Draft.objects.get().sent_at is None


def test_changes_may_not_take_away_what_is_needed():
    member = an_account()
    producer = a_registered_producer(member=member)
    a_change(producer, member, village="")
    with pytest.raises(Refusal, match="still missing: Village"):
        actions.send_changes(producer=producer, by=member)
    assert state_of(producer)["village"] == "ໂພນ"


def test_an_officer_corrects_the_register_at_once():
    producer = a_registered_producer()
    officer = an_officer()
    a_change(producer, officer, women=20)
    producer = actions.send_changes(producer=producer, by=officer)
    assert (producer.state, producer.women, producer.decided_by) == ("registered", 20, officer)
    assert events(producer)[0] == "producers.producer.corrected"
    assert not Draft.objects.exists()


def test_strangers_and_officers_of_other_places_change_nothing():
    producer = a_registered_producer()
    before = state_of(producer)
    for account in (an_account(), an_officer(a_place("LA1302"))):
        with pytest.raises(Refusal, match="Only the members"):
            actions.begin_changes(producer=producer, by=account)
        with pytest.raises(Refusal, match="Only the members"):
            actions.send_changes(producer=producer, by=account)
    assert state_of(producer) == before
    assert not Draft.objects.exists()


def test_a_draft_can_be_dropped_by_its_owner_only():
    owner = an_account()
    draft = a_draft(by=owner)
    with pytest.raises(Refusal, match="belongs to somebody else"):
        actions.drop_draft(draft=draft, by=an_account())
    actions.drop_draft(draft=draft, by=owner)
    assert not Draft.objects.exists()


def test_adding_a_member_twice_changes_nothing():
    producer, account, officer = a_registered_producer(), an_account(), an_officer()
    first = actions.add_member(producer=producer, account=account, by=officer)
    assert actions.add_member(producer=producer, account=account, by=officer, is_lead=True) == first
    assert events(producer).count("producers.producer.member_added") == 1
