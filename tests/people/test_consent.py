"""Nothing of a person is public without consent, and the words agreed to are kept."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from openodop.foundation.refusals import Refusal
from openodop.people import actions, messages
from openodop.people.choices import Purpose
from openodop.people.models import Consent, Person
from openodop.people.wordings import CURRENT
from tests.makers import a_person, a_place, an_account, an_officer

pytestmark = pytest.mark.django_db


def a_participant() -> Person:
    return a_person(account=an_account(), place=a_place())


@pytest.mark.parametrize("tick", ["show_name", "show_organisation", "show_contact"])
def test_the_database_shows_nothing_without_consent(tick):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_person(**{tick: True})


def test_one_tick_shows_one_thing_and_keeps_the_words():
    person = a_participant()
    with translation.override("lo"):
        words = str(CURRENT[Purpose.PUBLIC_PROFILE].text)
        consent = actions.agree_to_public_profile(person=person, shows=["organisation"], by=person.account)
    person.refresh_from_db()
    assert (person.show_name, person.show_organisation, person.show_contact) == (False, True, False)
    assert person.public_consent_at == consent.given_at
    assert (consent.wording, consent.language, consent.wording_version) == (words, "lo", CURRENT[Purpose.PUBLIC_PROFILE].version)


def test_a_new_choice_closes_the_old_consent():
    person = a_participant()
    first = actions.agree_to_public_profile(person=person, shows=["name", "contact"], by=person.account)
    actions.agree_to_public_profile(person=person, shows=["name"], by=person.account)
    first.refresh_from_db()
    person.refresh_from_db()
    assert first.withdrawn_at is not None
    assert not person.show_contact
    assert person.consents.filter(withdrawn_at=None).get().shows == ["name"]


def test_taken_back_nothing_is_shown_and_the_proof_stays():
    person = a_participant()
    actions.agree_to_public_profile(person=person, shows=["name"], by=person.account)
    actions.withdraw_public_profile(person=person, by=person.account)
    person.refresh_from_db()
    assert person.public_consent_at is None
    assert not person.show_name
    assert person.consents.get().withdrawn_at is not None
    assert not Person.objects.visible_to(None).exists()


def test_without_a_tick_there_is_nothing_to_agree_to():
    person = a_participant()
    with pytest.raises(Refusal) as refusal:
        actions.agree_to_public_profile(person=person, shows=["face"], by=person.account)
    assert refusal.value.message == messages.NOTHING_TO_SHOW
    assert not Consent.objects.exists()


def test_an_officer_records_a_signed_paper_but_does_not_agree_for_others():
    person, officer = a_participant(), an_officer(a_place())
    with pytest.raises(Refusal) as refusal:
        actions.agree_to_public_profile(person=person, shows=["name"], by=officer)
    assert refusal.value.message == messages.CONSENT_IS_THEIRS
    consent = actions.agree_to_public_profile(person=person, shows=["name"], by=officer, on_paper=True)
    assert (consent.given_by, consent.on_paper) == (officer, True)


def test_an_officer_of_another_place_records_nothing():
    person = a_participant()
    with pytest.raises(Refusal) as refusal:
        actions.agree_to_public_profile(person=person, shows=["name"], by=an_officer(a_place("LA0101")), on_paper=True)
    assert refusal.value.message == messages.PERSON_NOT_YOURS
    assert not Consent.objects.exists()


def test_one_open_consent_for_each_purpose():
    person = a_participant()
    fields = {
        "person": person,
        "purpose": Purpose.PUBLIC_PROFILE,
        "wording_version": "1",
        "wording": "words",
        "language": "en",
        "given_at": timezone.now(),
    }
    Consent.objects.create(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(**fields)
