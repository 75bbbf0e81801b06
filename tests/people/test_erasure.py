"""Own data are handed out and erased on request; figures and reasons to keep are respected."""

from __future__ import annotations

import json

import pytest
from allauth.account.models import EmailAddress
from auditlog.models import LogEntry
from django.contrib.sessions.models import Session
from django.core import serializers

from openodop.foundation.refusals import Refusal
from openodop.people import actions, exports, messages, privacy
from openodop.people.choices import Role
from openodop.people.models import Account, Consent, Invitation, Person
from tests.makers import a_manager, a_person, a_place, an_account, an_officer, an_organisation

pytestmark = pytest.mark.django_db
SECRETS = ("ສີດາ ແກ້ວມະນີ", "Sida Keomany", "+8562055512345", "sida@example.org", "ກຸ່ມກ້ວຍຕາກ")


def sida() -> Person:
    name, name_latin, phone, email, group = SECRETS
    account = an_account(name=name, phone=phone, email=email)
    known = {"name": name, "name_latin": name_latin, "phone": phone, "email": email, "organisation_text": group}
    return a_person(sex="female", place=a_place(), account=account, **known)


def everything_written() -> str:
    """All rows of people, of sign-in and of the audit trail, as text."""
    models = (Account, Person, Invitation, Consent, EmailAddress, LogEntry)
    return "".join(serializers.serialize("json", model.objects.all(), ensure_ascii=False) for model in models)


def test_the_export_holds_account_record_and_every_room(monkeypatch):
    person = sida()
    actions.agree_to_public_profile(person=person, shows=["name"], by=person.account)
    monkeypatch.setattr(privacy, "_keepers", dict(privacy._keepers))
    privacy.register("test", export=lambda asked: {"code": asked.code})
    data = json.loads(json.dumps(exports.own_data(person.account)))
    assert data["account"]["phone"] == SECRETS[2]
    assert data["people"]["name"] == SECRETS[0]
    assert data["people"]["consents"][0]["shows"] == ["name"]
    assert data["test"] == {"code": person.code}


def test_an_account_without_a_record_is_exported_too():
    account = an_account()
    assert exports.own_data(account)["account"]["code"] == account.code


def test_what_names_a_person_goes_everywhere_and_what_counts_stays():
    manager = a_manager()
    person = sida()
    code, account = person.code, person.account
    actions.change_person(person=person, by=manager, name_latin="Sida Keomany", phone="+8562055512345", email="sida@example.org")
    actions.agree_to_public_profile(person=person, shows=["name"], by=account)
    actions.invite(name="ທ້າວ ບຸນມີ", by=manager)
    actions.erase_person(person=person, by=manager)
    written = everything_written()
    assert [secret for secret in SECRETS if secret in written] == []
    person = Person.objects.get(code=code)
    assert (person.sex, person.place) == ("female", a_place())
    account.refresh_from_db()
    assert (account.is_active, account.has_usable_password()) == (False, False)
    assert "ທ້າວ ບຸນມີ" in written, "another person's data stay"


def test_the_erased_are_signed_out(client):
    person = sida()
    client.force_login(person.account)
    assert client.get("/me/").status_code == 200
    actions.erase_person(person=person, by=a_manager())
    assert client.get("/me/").status_code == 302
    assert Session.objects.exists(), "the session row may stay; it opens nothing"


def test_an_invitation_of_the_erased_names_them_no_longer():
    officer = an_officer()
    _, token = actions.invite(name=SECRETS[0], phone=SECRETS[2], email=SECRETS[3], by=officer, role=Role.TRAINER, place=a_place())
    account = actions.accept_as_new(token=token, name=SECRETS[0], password="mango-rain-77", phone=SECRETS[2], email=SECRETS[3], language="lo")
    manager = a_manager()
    actions.end_post(post=account.posts.get(), by=manager)
    account.posts.all().delete()
    actions.erase_person(person=account.person, by=manager)
    assert [secret for secret in SECRETS if secret in everything_written()] == []


def unchanged(person: Person, message, by: Account) -> None:
    before = Person.objects.filter(pk=person.pk).values().get()
    with pytest.raises(Refusal) as refusal:
        actions.erase_person(person=person, by=by)
    assert refusal.value.message == message
    assert Person.objects.filter(pk=person.pk).values().get() == before


def test_who_holds_a_post_is_not_erased():
    person = sida()
    actions.give_post(account=person.account, role=Role.TRAINER, place=a_place(), by=a_manager())
    unchanged(person, messages.ERASE_HINDERED, by=a_manager())


def test_a_room_that_needs_the_record_hinders(monkeypatch):
    monkeypatch.setattr(privacy, "_keepers", dict(privacy._keepers))
    privacy.register("test", export=lambda person: {}, hinders=lambda person: ["The certificate is valid until 2027."])
    person = sida()
    with pytest.raises(Refusal, match="valid until 2027"):
        actions.erase_person(person=person, by=a_manager())
    person.refresh_from_db()
    assert person.name == SECRETS[0]


def test_a_room_s_failing_erasure_changes_nothing(monkeypatch):
    def fail(person, *, by):
        raise OSError("disk full")

    monkeypatch.setattr(privacy, "_keepers", dict(privacy._keepers))
    privacy.register("test", export=lambda person: {}, erase=fail)
    person = sida()
    with pytest.raises(OSError, match="disk full"):
        actions.erase_person(person=person, by=a_manager())
    person.refresh_from_db()
    assert person.name == SECRETS[0]


def test_officers_of_other_places_and_oneself_do_not_erase():
    person = sida()
    unchanged(person, messages.ERASE_NOT_YOURS, by=an_officer(a_place("LA0101")))
    unchanged(person, messages.ERASE_NOT_YOURS, by=person.account)


def test_the_erased_are_not_erased_again():
    person = a_person(place=a_place())
    actions.erase_person(person=person, by=a_manager())
    unchanged(person, messages.ERASED_ALREADY, by=a_manager())


def test_a_wish_to_be_erased_is_kept_and_taken_back():
    person = sida()
    actions.ask_for_erasure(person=person, by=person.account)
    person.refresh_from_db()
    assert person.erasure_asked_at
    actions.keep_after_all(person=person, by=person.account)
    person.refresh_from_db()
    assert person.erasure_asked_at is None


def test_the_organisation_stays_for_counting():
    office = an_organisation()
    person = a_person(place=a_place(), organisation=office)
    actions.erase_person(person=person, by=a_manager())
    person.refresh_from_db()
    assert person.organisation == office
