"""The pages of people: what they show to whom, and that lists cost the same with one row and with three."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.utils import timezone

from openodop.foundation import panels
from openodop.people import actions
from openodop.people.choices import Role
from openodop.people.models import Consent, Invitation, Organisation, Person
from tests.makers import a_manager, a_person, a_place, an_account, an_officer, an_organisation, two_languages

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return an_officer(a_place())


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


def text_of(answer) -> str:
    return answer.content.decode()


# --- lists ------------------------------------------------------------------------------------------------------------
def another_trainer(officer):
    trainer = an_account(Role.TRAINER, place=a_place())
    trainer.posts.update(organisation=an_organisation())


def another_person(officer):
    a_person(place=a_place(), organisation=an_organisation())


def another_public_person(officer):
    a_person(organisation=an_organisation(), public_consent_at=timezone.now(), show_name=True, show_organisation=True)


def another_invitation(officer):
    actions.invite(name="ນາງ ສີດາ", role=Role.TRAINER, place=a_place(), by=officer)


def another_organisation(officer):
    an_organisation(place=a_place())


@pytest.mark.parametrize(
    ("address", "another", "queries"),
    [
        ("/staff/", another_trainer, 6),
        ("/people/", another_person, 5),
        ("/invitations/", another_invitation, 5),
        ("/organisations/", another_organisation, 5),
    ],
)
def test_a_list_costs_the_same_with_one_row_and_with_three(as_officer, officer, django_assert_num_queries, address, another, queries):
    another(officer)
    as_officer.get(address)
    with django_assert_num_queries(queries):
        as_officer.get(address)
    another(officer)
    another(officer)
    with django_assert_num_queries(queries):
        page = text_of(as_officer.get(address))
    assert page.count('<li class="item') + page.count('<th scope="row"') >= 3


def test_the_public_list_costs_the_same_with_one_row_and_with_three(client, django_assert_num_queries):
    another_public_person(None)
    for _ in range(2):
        with django_assert_num_queries(2):
            page = text_of(client.get("/people/"))
        another_public_person(None)
        another_public_person(None)
    assert page.count('class="person"') == 3


@pytest.mark.parametrize(
    "address", ["/staff/?q=nobody-here", "/people/?q=nobody-here", "/organisations/?q=nobody-here", "/invitations/", "/people/?wish=erase"]
)
def test_an_empty_list_says_what_belongs_there(as_officer, address):
    assert 'class="empty"' in text_of(as_officer.get(address))


def test_staff_are_searched_by_name_phone_code_and_role(as_officer):
    trainer = an_account(Role.TRAINER, place=a_place(), name="ທ້າວ ບຸນມີ", phone="+8562077123456")
    coach = an_account(Role.COACH, place=a_place())
    for search in ("q=ບຸນມີ", "q=020+77+123", f"q={trainer.code}", "role=trainer"):
        page = text_of(as_officer.get(f"/staff/?{search}"))
        assert (f"/staff/{trainer.code}/" in page, f"/staff/{coach.code}/" in page) == (True, False), search


# --- posts and invitations --------------------------------------------------------------------------------------------
def test_an_officer_gives_and_ends_a_role_on_pages(as_officer):
    trainer = an_account(Role.COACH, place=a_place())
    address = f"/staff/{trainer.code}/posts/new/"
    assert "Expert" not in text_of(as_officer.get(address)), "only roles that the officer gives"
    answer = as_officer.post(address, {"role": "trainer", "place": a_place().code, "title_lo": "ຄູຝຶກ"})
    assert answer.headers["Location"] == f"/staff/{trainer.code}/"
    post = trainer.posts.get(role="trainer")
    assert post.title.data == {"lo": "ຄູຝຶກ"}
    as_officer.post(f"/staff/posts/{post.pk}/end/", {})
    assert not trainer.has_role(Role.TRAINER)


def test_a_refused_role_is_said_at_its_field(as_officer):
    trainer = an_account(Role.TRAINER, place=a_place())
    answer = as_officer.post(f"/staff/{trainer.code}/posts/new/", {"role": "trainer", "place": a_place().code})
    assert answer.status_code == 400
    assert "holds this role for this place already" in text_of(answer)


def test_a_manager_writes_the_place_and_is_helped_with_its_name(client, monkeypatch):
    monkeypatch.setattr("openodop.people.forms.places.LISTED_AT_MOST", 0)
    a_place("LA0109", name_en="Sangthong", name_local="ສັງທອງ")
    a_place("LA1303", name_en="Songkhone", name_local="ສອງຄອນ")
    trainer = an_account()
    client.force_login(a_manager())
    address = f"/staff/{trainer.code}/posts/new/"
    assert "Sangthong (LA0109)" in text_of(client.post(address, {"role": "trainer", "place": "Sangtong"}))
    assert "No place of yours has this name" in text_of(client.post(address, {"role": "trainer", "place": "Atlantis"}))
    for written in ("ສັງທອງ", "sangthong", "la0109"):
        client.post(address, {"role": "trainer", "place": written})
        assert trainer.posts.get().place.code == "LA0109"
        trainer.posts.all().delete()


def test_a_link_is_handed_over_sent_and_taken_back(as_officer, officer, settings):
    settings.SENDS_MAIL = True
    form = {"name": "ນາງ ສີດາ", "email": "sida@example.org", "language": "lo", "role": "trainer", "place": a_place().code}
    handed = as_officer.post("/invitations/new/", form, follow=True)
    page = text_of(handed)
    link = re.search(r"http://[^<\s\"]+/join/[^<\s\"]+", page).group()
    assert "<svg" in page
    as_officer.post(f"{handed.redirect_chain[-1][0]}send/")
    assert link in mail.outbox[0].body
    assert mail.outbox[0].to == ["sida@example.org"]
    invitation = Invitation.objects.get()
    other_officer = an_officer(a_place())
    as_officer.force_login(other_officer)
    assert as_officer.get(handed.redirect_chain[-1][0]).status_code == 404
    as_officer.force_login(officer)
    as_officer.post(f"/invitations/{invitation.pk}/withdraw/")
    assert as_officer.get(handed.redirect_chain[-1][0]).status_code == 404
    assert as_officer.get(re.sub(r"^https?://[^/]+", "", link)).status_code == 410


def test_without_mail_there_is_no_button_to_send(as_officer, settings):
    settings.SENDS_MAIL = False
    page = text_of(as_officer.post("/invitations/new/", {"name": "ນາງ ສີດາ", "email": "sida@example.org", "language": "lo"}, follow=True))
    assert "/send/" not in page


def test_an_officer_invites_a_person_of_the_record(as_officer):
    person = a_person(name="ນາງ ສີດາ", phone="+8562055512345", place=a_place())
    assert "020 55 512 345" in text_of(as_officer.get(f"/invitations/new/?person={person.code}"))
    as_officer.post(f"/invitations/new/?person={person.code}", {"name": "ນາງ ສີດາ", "language": "lo"})
    assert Invitation.objects.get().person == person


# --- organisations ----------------------------------------------------------------------------------------------------
def test_an_organisation_is_entered_found_and_changed(as_officer):
    form = {"name_lo": "ຫ້ອງການເມືອງ", "name_en": "District office", "kind": "department", "place": a_place().code, "website": "", "code": ""}
    made = as_officer.post("/organisations/new/", form, follow=True)
    assert "ຫ້ອງການເມືອງ" in text_of(made)
    organisation = Organisation.objects.get()
    assert organisation.code == "o-0001"
    as_officer.post(f"/organisations/{organisation.code}/edit/", {**form, "name_en": "District office of industry"})
    organisation.refresh_from_db()
    assert organisation.name.data == {"lo": "ຫ້ອງການເມືອງ", "en": "District office of industry"}
    for words in ("industry", "ການເມືອງ", "O-0001"):
        assert organisation.code in text_of(as_officer.get(f"/organisations/?q={words}")), words
    assert organisation.code not in text_of(as_officer.get("/organisations/?q=ແຂວງ"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name_lo": "", "name_en": ""}, "Write the name in at least one language"),
        ({"code": "Food & Drug"}, "small Latin letters"),
        ({"code": "taken"}, "Another organisation has the code taken"),
        ({"website": "not a website"}, "valid URL"),
    ],
)
def test_a_wrong_organisation_is_not_entered(as_officer, change, sentence):
    an_organisation(code="taken")
    form = {"name_lo": "ຫ້ອງການ", "name_en": "", "kind": "department", **change}
    assert sentence in text_of(as_officer.post("/organisations/new/", form))
    assert Organisation.objects.count() == 1


def test_an_organisation_of_another_place_is_not_changed(as_officer):
    elsewhere = an_organisation(place=a_place("LA0101"), name=two_languages("Office", "ຫ້ອງການ"))
    assert as_officer.get(f"/organisations/{elsewhere.code}/edit/").status_code == 403
    own = an_organisation(place=a_place(), name=two_languages("Office", "ຫ້ອງການ"))
    form = {"name_en": "Office", "kind": "department", "place": "LA0101"}
    assert as_officer.post(f"/organisations/{own.code}/edit/", form).status_code == 400
    own.refresh_from_db()
    assert own.place == a_place()


def test_an_organisation_shows_only_people_who_agreed_to_both(client):
    office = an_organisation()
    agreed = {"organisation": office, "public_consent_at": timezone.now()}
    a_person(name_latin="Shown Person", show_name=True, show_organisation=True, **agreed)
    a_person(name_latin="Nameless Person", show_organisation=True, **agreed)
    a_person(name_latin="Free Person", show_name=True, **agreed)
    a_person(name_latin="Silent Person", organisation=office)
    page = text_of(client.get(f"/organisations/{office.code}/"))
    assert [name for name in ("Shown", "Nameless", "Free", "Silent") if f"{name} Person" in page] == ["Shown"]


# --- persons ----------------------------------------------------------------------------------------------------------
FULL = {
    "name": "ນາງ ສີດາ",
    "name_latin": "Sida Keomany",
    "phone": "+8562055512345",
    "email": "sida@example.org",
    "post_title": two_languages("Food technologist", "ນັກເຕັກໂນໂລຢີອາຫານ"),
    "biography": two_languages("Ten years with bananas", "ສິບປີກັບກ້ວຍ"),
}
PARTS = {
    "name": ("Sida Keomany", "Ten years with bananas"),
    "organisation": ("Food technologist", "District office"),
    "contact": ("020 55 512 345", "sida@example.org"),
}


@pytest.mark.parametrize("shown", [{"name"}, {"organisation"}, {"contact"}, {"name", "organisation"}, {"name", "organisation", "contact"}])
def test_a_profile_shows_what_was_ticked_and_nothing_else(client, shown):
    ticks = {f"show_{part}": True for part in shown}
    person = a_person(organisation=an_organisation(), public_consent_at=timezone.now(), **FULL, **ticks)
    page = text_of(client.get(f"/people/{person.code}/"))
    seen = {part: [words in page for words in texts] for part, texts in PARTS.items()}
    assert seen == {part: [part in shown] * 2 for part in PARTS}
    assert ("Sida" in text_of(client.get("/people/"))) is ("name" in shown)


def test_the_public_search_does_not_tell_whose_a_phone_is(client):
    a_person(public_consent_at=timezone.now(), show_name=True, **FULL)
    assert "Sida" in text_of(client.get("/people/?q=Sida"))
    assert "Sida Keomany" not in text_of(client.get("/people/?q=02055512345"))


def test_higher_rooms_show_panels_on_a_profile(client, monkeypatch):
    monkeypatch.setattr(panels, "_panels", panels._panels.copy())
    monkeypatch.setitem(panels._panels, "people.person", {})
    panels.register("people.person", "test", lambda request, person: f"<p>Courses of {person.code}</p>")
    person = a_person(public_consent_at=timezone.now(), show_name=True)
    assert f"Courses of {person.code}" in text_of(client.get(f"/people/{person.code}/"))


def test_a_person_is_entered_after_a_look_at_doubles(as_officer):
    known = a_person(name="Somphone Keomany", name_latin="", place=a_place(), phone="+8562055512345")
    form = {"name": "Somphone Keomanee", "phone": "", "place": a_place().code}
    warned = text_of(as_officer.post("/people/new/", form))
    assert "Perhaps in the record already" in warned
    assert known.code in warned
    assert Person.objects.count() == 1
    as_officer.post("/people/new/", {**form, "enter_anyway": "yes"})
    assert Person.objects.count() == 2


def test_a_person_is_corrected(as_officer):
    person = a_person(place=a_place(), biography=two_languages("Old", "ເກົ່າ"))
    as_officer.post(f"/people/{person.code}/edit/", {"name": "ນາງ ສີດາ", "biography_en": "New", "place": a_place().code, "phone": "020 55 512 345"})
    person.refresh_from_db()
    assert (person.name, person.phone, person.biography.data) == ("ນາງ ສີດາ", "+8562055512345", {"en": "New"})


def test_a_paper_consent_is_recorded_only_with_its_tick(as_officer):
    person = a_person(place=a_place())
    answer = as_officer.post(f"/people/{person.code}/consent/", {"shows": ["name"]})
    assert "Tick that you agree" in text_of(answer)
    assert not Consent.objects.exists()
    as_officer.post(f"/people/{person.code}/consent/", {"shows": ["name"], "agree": "on"})
    assert Consent.objects.get().on_paper
    as_officer.post(f"/people/{person.code}/consent/", {})
    person.refresh_from_db()
    assert person.public_consent_at is None


def test_erasing_says_what_hinders_it(as_officer):
    trainer = an_account(Role.TRAINER, place=a_place())
    person = a_person(place=a_place(), account=trainer)
    assert "This person holds a post. End it first." in text_of(as_officer.get(f"/people/{person.code}/erase/"))
    as_officer.post(f"/staff/posts/{trainer.posts.get().pk}/end/", {})
    page = text_of(as_officer.post(f"/people/{person.code}/erase/", follow=True))
    assert "Erased person" in page
    assert as_officer.get(f"/people/{person.code}/edit/").status_code == 403


# --- oneself ----------------------------------------------------------------------------------------------------------
def test_one_chooses_what_is_shown_and_takes_it_back(client):
    account = an_account()
    client.force_login(account)
    assert "nothing" in text_of(client.get("/me/"))
    assert "Tick that you agree" in text_of(client.post("/me/public/", {"shows": ["name"]}))
    client.post("/me/public/", {"shows": ["name"], "agree": "on"})
    person = Person.objects.get(account=account)
    client.logout()
    assert client.get(f"/people/{person.code}/").status_code == 200
    client.force_login(account)
    client.post("/me/public/", {})
    client.logout()
    assert client.get(f"/people/{person.code}/").status_code == 404


def test_one_corrects_one_s_record_but_not_one_s_place(client):
    account = an_account()
    person = a_person(account=account, place=a_place("LA0101"))
    client.force_login(account)
    client.post("/me/record/", {"name": "ນາງ ສີດາ", "organisation_text": "ກຸ່ມກ້ວຍ", "place": "LA1301"})
    person.refresh_from_db()
    assert (person.name, person.organisation_text, person.place) == ("ນາງ ສີດາ", "ກຸ່ມກ້ວຍ", a_place("LA0101"))


def test_name_and_language_change_the_platform_at_once(client):
    account = an_account()
    client.force_login(account)
    answer = client.post("/me/name/", {"name": "ສີດາ", "language": "th"})
    account.refresh_from_db()
    assert (account.name, account.language, answer.cookies["openodop_language"].value) == ("ສີດາ", "th", "th")


def test_one_takes_away_all_one_s_data(client):
    account = an_account(name="ນາງ ສີດາ")
    client.force_login(account)
    answer = client.get("/me/export/")
    assert answer.json()["account"]["name"] == "ນາງ ສີດາ"
    assert f'filename="openodop-{account.code}.json"' in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_wish_to_be_erased_reaches_the_officer(client, officer):
    account = an_account()
    person = a_person(account=account, place=a_place())
    client.force_login(account)
    client.post("/me/erasure/")
    client.force_login(officer)
    assert person.code in text_of(client.get("/people/?wish=erase"))
    client.force_login(account)
    client.post("/me/erasure/", {"keep": "yes"})
    client.force_login(officer)
    assert person.code not in text_of(client.get("/people/?wish=erase"))


@pytest.mark.parametrize("address", ["/me/", "/me/name/", "/me/record/", "/me/public/", "/me/export/", "/me/sign-in/", "/accounts/security/"])
def test_one_s_own_pages_are_closed_to_visitors(client, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")
