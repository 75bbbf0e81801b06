"""Members by invitation, what is kept about a person, what the history says."""

import json

import pytest
from auditlog.models import LogEntry

from openodop.foundation.refusals import Refusal
from openodop.people import actions as people
from openodop.people import gifts, homes, privacy
from openodop.producers import actions
from openodop.producers.history import entries
from openodop.producers.models import Draft, Membership, Producer
from tests.makers import a_manager, a_person, a_place, a_producer, an_account, an_officer, two_languages
from tests.producers.registration_makers import a_draft, a_waiting_producer
from tests.producers.test_sending import a_change, a_registered_producer

pytestmark = pytest.mark.django_db


def keeper():
    return next(one for one in privacy.keepers() if one.name == "producers")


def test_who_accepts_an_invitation_becomes_a_member_and_the_first_one_leads():
    officer, producer = an_officer(), a_producer(name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"))
    _, token = actions.invite_member(producer=producer, name="ນາງ ຄຳ", phone="", by=officer)
    assert gifts.find(actions.GIFT).describe({"producer": producer.code}) == "You will look after the record of Silk weavers."
    account = an_account()
    people.accept_as(token=token, account=account)
    assert [(row.account, row.is_lead) for row in producer.memberships.all()] == [(account, True)]
    actions.receive_membership(account=an_account(), details={"producer": producer.code}, by=officer)
    assert producer.memberships.filter(is_lead=True).count() == 1


def test_an_officer_of_another_place_invites_nobody():
    with pytest.raises(Refusal, match="Only the members of this producer"):
        actions.invite_member(producer=a_producer(), name="ນາງ ຄຳ", phone="", by=an_officer(a_place("LA1302")))


def test_an_invitation_gives_nothing_once_its_giver_has_lost_the_place():
    officer, producer = an_officer(), a_producer()
    _, token = actions.invite_member(producer=producer, name="ນາງ ຄຳ", phone="", by=officer)
    officer.posts.all().delete()
    with pytest.raises(Refusal, match="no longer looks after this producer"):
        people.accept_as(token=token, account=an_account())
    assert not Membership.objects.exists()


def test_members_are_at_home_where_their_producer_is():
    account = an_account()
    a_producer(member=account, place=a_place("LA1301"))
    assert homes.paths_of(account) == ["LA/LA13/LA1301/"]


def test_a_person_gets_their_memberships():
    account = an_account()
    producer = a_producer(member=account)
    person = a_person(account=account)
    exported = keeper().export(person)
    assert [row["producer"] for row in json.loads(json.dumps(exported))] == [producer.code]
    assert keeper().export(a_person()) == []


def test_erasing_a_person_leaves_the_producer_without_them():
    account = an_account(phone="+8562055512345")
    person = a_person(account=account, phone="+8562055512345", place=a_place())
    producer = a_registered_producer(member=account)
    other = a_producer(contact_name="ທ້າວ ບຸນ", contact_phone="+8562055598765")
    producer.contact_name = "ນາງ ຄຳ ໃໝ່"
    producer.save()
    a_change(producer, account, women=20)
    a_draft(by=account)
    people.erase_person(person=person, by=a_manager())
    producer.refresh_from_db()
    other.refresh_from_db()
    assert (producer.contact_name, producer.contact_phone, producer.state) == ("", "", "registered")
    assert other.contact_name == "ທ້າວ ບຸນ"
    assert not Membership.objects.exists()
    assert not Draft.objects.exists()
    assert not any("ຄຳ" in json.dumps(entry.changes, ensure_ascii=False) for entry in LogEntry.objects.get_for_object(producer))


def test_the_history_says_who_did_what_with_reasons_in_order():
    member, officer = an_account(), an_officer()
    producer = actions.submit_draft(draft=a_draft(by=member), by=member)
    actions.send_back_producer(producer=producer, by=officer, reason="Write the village.", about=["district"])
    draft = actions.begin_changes(producer=producer, by=member)
    edited = draft.edited()
    edited.village = "ນາຊາຍ"
    actions.keep_answers(draft=draft, step="district", edited=edited, by=member)
    actions.send_changes(producer=producer, by=member)
    actions.register_producer(producer=producer, by=officer)
    told = [(entry.who, entry.what, entry.about, entry.reason) for entry in reversed(entries(producer))]
    assert told == [
        ("OpenODOP", "Entered", "", ""),
        (member.name, "Sent to the officer", "", ""),
        (officer.name, "Sent back", "", "Write the village."),
        ("OpenODOP", "Changed", "village", ""),
        (member.name, "Sent to the officer", "", ""),
        (officer.name, "Registered", "", ""),
    ]


def test_the_audit_trail_hides_phone_numbers():
    producer = a_waiting_producer()
    producer.contact_phone = "+8562055598765"
    producer.save()
    assert not any("55598765" in json.dumps(entry.changes) for entry in LogEntry.objects.get_for_object(producer))


def test_the_folded_text_follows_the_name():
    producer = a_producer(name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"))
    producer.name = two_languages("Tea house", "ໂຮງງານຊາ")
    producer.save(update_fields=["name"])
    assert "tea house" in Producer.objects.get().search_text
