"""Finding or entering a person, and the warning about doubles."""

from __future__ import annotations

import pytest
from auditlog.models import LogEntry

from openodop.foundation.refusals import Refusal
from openodop.people import actions, messages, queries
from openodop.people.actions import find_or_create_person
from openodop.people.models import Person
from tests.makers import a_manager, a_person, a_place, an_account, an_officer, an_organisation

pytestmark = pytest.mark.django_db
PHONE = "+8562055512345"


def test_somebody_unknown_is_entered_with_the_next_code():
    one, made = find_or_create_person(name="ນາງ ສີດາ", by=None)
    other, _ = find_or_create_person(name="ທ້າວ ບຸນມີ", by=None)
    assert made
    assert [one.code, other.code] == ["P000001", "P000002"]


def test_the_phone_finds_a_person_before_the_email_and_the_name():
    by_phone = a_person(name="Sida Keomany", name_latin="", phone=PHONE)
    a_person(name="Sida Keomany", name_latin="", email="sida@example.org")
    assert find_or_create_person(name="Sida  Keomany", phone=PHONE, email="sida@example.org", by=None) == (by_phone, False)


def test_the_email_finds_a_person_before_the_name():
    office = an_organisation()
    by_email = a_person(name="Sida Keomany", name_latin="", email="sida@example.org")
    a_person(name="Sida Keomany", name_latin="", organisation=office)
    assert find_or_create_person(name="Sida Keomany", email="Sida@Example.org", organisation=office, by=None) == (by_email, False)


def test_the_very_name_in_the_organisation_finds_a_person():
    office = an_organisation()
    known = a_person(name="ນາງ ສີດາ", organisation=office)
    written = a_person(name="ນາງ ສີດາ", organisation_text="ກຸ່ມກ້ວຍຕາກ")
    assert find_or_create_person(name="ນາງ ສີດາ", organisation=office, by=None) == (known, False)
    assert find_or_create_person(name="ນາງ ສີດາ", organisation_text="ກຸ່ມກ້ວຍຕາກ", by=None) == (written, False)
    assert find_or_create_person(name="ນາງ ສີດາ", by=None)[1], "a name alone is no proof"


def test_two_humans_of_one_household_share_a_phone():
    a_person(name="Sida Keomany", name_latin="", phone=PHONE)
    assert find_or_create_person(name="Bounmy Vongsa", phone=PHONE, by=None)[1]


def test_namesakes_with_two_phones_are_two_humans():
    office = an_organisation()
    a_person(name="ນາງ ສີດາ", organisation=office, phone=PHONE)
    assert find_or_create_person(name="ນາງ ສີດາ", organisation=office, phone="+8562055500000", by=None)[1]


def test_gaps_are_filled_and_what_is_known_stays():
    office = an_organisation()
    known = a_person(name="Sida Keomany", name_latin="", sex="", phone=PHONE, organisation=office)
    find_or_create_person(
        name="Sida Keomany", sex="female", phone=PHONE, email="sida@example.org", organisation_text="elsewhere", place=a_place(), by=None
    )
    known.refresh_from_db()
    assert (known.sex, known.email, known.place, known.organisation, known.organisation_text) == ("female", "sida@example.org", a_place(), office, "")


def test_an_import_run_twice_enters_nobody_twice_and_leaves_no_second_trace():
    row = {"name": "Sida Keomany", "phone": PHONE, "sex": "female", "by": a_manager()}
    find_or_create_person(**row)
    traces = LogEntry.objects.count()
    assert not find_or_create_person(**row)[1]
    assert Person.objects.count() == 1
    assert LogEntry.objects.count() == traces


def test_a_person_without_a_name_is_refused():
    with pytest.raises(Refusal, match="Write the name"):
        find_or_create_person(name="  ", phone=PHONE, by=None)
    assert not Person.objects.exists()


def test_doubles_are_shown_by_phone_and_by_near_name():
    officer = an_officer()
    same_phone = a_person(name="Bounmy", name_latin="", phone=PHONE, place=a_place())
    near_name = a_person(name="Somphone Keomanee", name_latin="", place=a_place())
    a_person(name="Khamla", name_latin="", place=a_place())
    elsewhere = a_person(name="Somphone Keomany", name_latin="", place=a_place("LA0101"))
    found = queries.perhaps_same(officer, name="Somphone Keomany", phone=PHONE)
    assert {person.pk for person in found} == {same_phone.pk, near_name.pk}
    assert elsewhere.pk in {person.pk for person in queries.perhaps_same(a_manager(), name="Somphone Keomany")}


def test_a_stranger_cannot_change_a_person():
    person = a_person(place=a_place("LA0101"))
    with pytest.raises(Refusal) as refused:
        actions.change_person(person=person, by=an_officer(a_place("LA1301")), name="Other")
    assert refused.value.message == messages.PERSON_NOT_YOURS
    person.refresh_from_db()
    assert person.name != "Other"


def test_an_own_record_is_made_once():
    account = an_account()
    assert actions.person_of(account=account) == actions.person_of(account=account)
    assert Person.objects.filter(account=account).count() == 1
