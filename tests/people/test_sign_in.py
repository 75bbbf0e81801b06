"""One field for phone, e-mail or user code; registration; passwords; codes by e-mail; what is never promised."""

from __future__ import annotations

import re

import pytest
from django.core import mail

from openodop.people import actions
from openodop.people.models import Account, Person
from tests.makers import a_person, a_place, an_account, an_officer

pytestmark = pytest.mark.django_db
PASSWORD = "banana-leaf-42"


@pytest.fixture
def sida():
    return an_account(name="ນາງ ສີດາ", phone="+8562055512345", email="sida@example.org", password=PASSWORD, language="lo")


@pytest.fixture
def with_mail(settings):
    settings.SENDS_MAIL = True


def sign_in(client, login: str, password: str = PASSWORD):
    return client.post("/accounts/login/", {"login": login, "password": password})


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "login", ["020 55 512 345", "+856 20 55512345", "2055512345", "55512345", "໐໒໐ ໕໕໕໑໒໓໔໕", "sida@example.org", "Sida@Example.ORG "]
)
def test_sign_in_by_phone_as_people_write_it_or_by_email(client, sida, login):
    assert sign_in(client, login).headers["Location"] == "/home/"
    assert client.session["_auth_user_id"] == str(sida.pk)


def test_sign_in_by_user_code_in_any_case(client, sida):
    sign_in(client, sida.code.lower())
    assert is_signed_in(client)


@pytest.mark.parametrize("login", ["020 55 512 346", "0205551", "+856", "nobody@example.org", "U999999"])
def test_a_wrong_number_and_a_wrong_password_get_the_same_answer(client, sida, login):
    unknown = sign_in(client, login).content.decode()
    wrong = sign_in(client, "020 55 512 345", "wrong").content.decode()
    assert not is_signed_in(client)
    without_input = [re.sub(r'value="[^"]*"|name="csrfmiddlewaretoken"[^>]*', "", page) for page in (unknown, wrong)]
    assert without_input[0] == without_input[1]
    assert "This password does not belong" in unknown


def test_a_closed_account_stays_closed(client, sida):
    sida.is_active = False
    sida.save()
    assert sign_in(client, sida.code).headers["Location"] == "/accounts/inactive/"
    assert not is_signed_in(client)


def test_the_language_of_the_account_is_used_unless_another_was_chosen(client, sida):
    assert sign_in(client, sida.code).cookies["openodop_language"].value == "lo"
    client.logout()
    client.cookies["openodop_language"] = "en"
    assert "openodop_language" not in sign_in(client, sida.code).cookies


REGISTRATION = {"name": "ທ້າວ ບຸນມີ", "phone": "020 77 123 456", "email": "", "password": "mango-rain-77", "language": "lo"}


def test_registration_makes_account_and_record_and_signs_in(client):
    assert client.post("/accounts/signup/", REGISTRATION).headers["Location"] == "/home/"
    account = Account.objects.get()
    assert (account.phone, account.language, account.code) == ("+8562077123456", "lo", "U000001")
    assert account.person.name == "ທ້າວ ບຸນມີ"
    assert is_signed_in(client)


def test_registration_never_takes_over_a_record_by_phone(client):
    participant = a_person(name="ທ້າວ ບຸນມີ", phone="+8562077123456")
    client.post("/accounts/signup/", REGISTRATION)
    participant.refresh_from_db()
    assert participant.account is None
    assert Account.objects.get().person != participant


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "This field is required"),
        ("phone", "020 555", "Write the phone number with all its digits"),
        ("phone", "", "This field is required"),
        ("password", "short", "too short"),
        ("password", "password1", "too common"),
        ("email", "sida(at)example.org", "valid email"),
    ],
)
def test_registration_says_what_is_wrong_and_makes_nothing(client, field, value, sentence):
    page = client.post("/accounts/signup/", {**REGISTRATION, field: value}).content.decode()
    assert sentence in page
    assert not Account.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(("field", "value"), [("phone", "020 55 512 345"), ("email", "sida@example.org")])
def test_a_phone_or_email_in_use_is_answered_with_what_to_do_and_not_whose_it_is(client, sida, field, value):
    page = client.post("/accounts/signup/", {**REGISTRATION, field: value}).content.decode()
    assert "There is no new account for this phone number or e-mail address" in page
    assert sida.name not in page
    assert Account.objects.count() == 1
    assert not Person.objects.exists()


def test_nobody_is_promised_a_message_without_a_gateway(client, sida, settings):
    settings.SENDS_MAIL = False
    reset = client.get("/accounts/password/reset/").content.decode()
    assert "This installation sends no e-mail" in reset
    assert "<button" not in reset.split("<main")[1].split("</main>")[0]
    assert "Ask the office of your district" in reset
    assert "/accounts/login/code/" not in client.get("/accounts/login/").content.decode()
    code = client.post("/accounts/login/code/", {"email": "sida@example.org"}).content.decode()
    assert "sends neither text messages nor e-mail" in code
    refused = client.post("/accounts/password/reset/", {"email": "sida@example.org"})
    assert refused.status_code == 200
    assert mail.outbox == []


def test_the_installation_s_own_contact_is_shown(client, settings):
    settings.OPENODOP_HELP_CONTACT = "021 212 345"
    assert "021 212 345" in client.get("/accounts/password/reset/").content.decode()


@pytest.mark.usefixtures("with_mail")
def test_a_new_password_by_email(client, sida):
    assert client.post("/accounts/password/reset/", {"email": "sida@example.org"}).status_code == 302
    link = re.search(r"http://\S+(/accounts/password/reset/key/\S+)", mail.outbox[0].body).group(1)
    form = client.get(link, follow=True)
    page = client.post(form.redirect_chain[-1][0], {"password1": "river-stone-19"}, follow=True).content.decode()
    assert "Your new password is kept" in page
    sida.refresh_from_db()
    assert sida.check_password("river-stone-19")
    assert "works no longer" in client.get(link, follow=True).content.decode()


@pytest.mark.usefixtures("with_mail")
def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, sida):
    known = client.post("/accounts/password/reset/", {"email": "sida@example.org"})
    mail.outbox.clear()
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.org"})
    assert (unknown.status_code, unknown.headers["Location"]) == (known.status_code, known.headers["Location"])
    assert mail.outbox == []


@pytest.mark.usefixtures("with_mail")
def test_sign_in_by_a_code_by_email(client, sida):
    client.post("/accounts/login/code/", {"email": "sida@example.org"})
    code = re.search(r"^([A-Z0-9-]{6,})$", mail.outbox[0].body, re.MULTILINE).group(1)
    assert client.post("/accounts/login/code/confirm/", {"code": "WRONG1"}).status_code == 200
    assert not is_signed_in(client)
    client.post("/accounts/login/code/confirm/", {"code": code.lower()})
    assert is_signed_in(client)


@pytest.mark.usefixtures("with_mail")
def test_mail_that_does_not_leave_is_said_plainly(client, sida, settings):
    settings.EMAIL_BACKEND = "tests.people.broken_mail.Backend"
    page = client.post("/accounts/password/reset/", {"email": "sida@example.org"}, follow=True).content.decode()
    assert "The e-mail could not be sent" in page


def test_a_code_by_text_message_where_there_is_a_gateway(client, sida, settings, tmp_path):
    settings.OPENODOP_SMS_BACKEND, settings.DATA_DIR = "openodop.people.sms.FileBackend", tmp_path
    client.post("/accounts/login/code/", {"phone": "020 55 512 345"})
    phone, text = next((tmp_path / "sms").iterdir()).read_text(encoding="utf-8").splitlines()
    assert phone == "+8562055512345"
    code = re.search(r"code is ([A-Z0-9-]+)\.", text).group(1)
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert is_signed_in(client)
    sida.refresh_from_db()
    assert sida.phone_verified


def test_a_broken_gateway_is_said_plainly(client, sida, settings, tmp_path):
    settings.OPENODOP_SMS_BACKEND, settings.DATA_DIR = "openodop.people.sms.FileBackend", tmp_path / "missing"
    page = client.post("/accounts/login/code/", {"phone": "020 55 512 345"}, follow=True).content.decode()
    assert "The text message could not be sent" in page


def test_change_of_password_asks_for_the_old_one_and_stays_signed_in(client, sida):
    client.force_login(sida)
    page = client.post("/accounts/password/change/", {"oldpassword": "wrong", "password1": "river-stone-19"}).content.decode()
    assert "This is not your password" in page
    assert client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "river-stone-19"}).status_code == 302
    sida.refresh_from_db()
    assert sida.check_password("river-stone-19")
    assert is_signed_in(client)


def test_phone_and_email_change_only_after_the_password(client, sida):
    sign_in(client, sida.code)
    asked = client.get("/me/sign-in/")
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    client.post(asked.headers["Location"], {"password": PASSWORD})
    client.post("/me/sign-in/", {"phone": "020 99 888 777", "email": ""})
    sida.refresh_from_db()
    assert (sida.phone, sida.email) == ("+8562099888777", None)
    client.logout()
    sign_in(client, "sida@example.org")
    assert not is_signed_in(client), "an address that was given up opens nothing"


def test_the_phone_of_another_account_is_refused(client, sida):
    other = an_account(password=PASSWORD)
    client.force_login(other)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.post("/me/sign-in/", {"phone": "020 55 512 345", "email": ""}).content.decode()
    assert "There is no new account for this phone number" in page
    other.refresh_from_db()
    assert other.phone != sida.phone


def test_an_officer_s_link_leads_to_a_new_password(client, sida):
    officer = an_officer()
    a_person(account=sida, place=a_place())
    client.force_login(officer)
    handed = client.post(f"/staff/{sida.code}/reset-link/", follow=True)
    address = re.search(r"/new-password/[^?<\s\"]+", handed.content.decode()).group()
    client.logout()
    assert "too short" in client.post(address, {"password": "abc"}).content.decode()
    assert client.post(address, {"password": "river-stone-19"}).headers["Location"] == "/accounts/login/"
    assert client.get(address).status_code == 410
    sign_in(client, sida.code, "river-stone-19")
    assert is_signed_in(client)


def test_sign_out_needs_a_press(client, sida):
    client.force_login(sida)
    client.get("/accounts/logout/")
    assert is_signed_in(client)
    client.post("/accounts/logout/")
    assert not is_signed_in(client)


def test_after_signing_in_one_stays_on_this_platform(client, sida):
    answer = client.post("/accounts/login/", {"login": sida.code, "password": PASSWORD, "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/home/"


def test_invitation_page_for_the_signed_in_and_for_newcomers(client, sida):
    officer = an_officer()
    _, token = actions.invite(name="ນາງ ສີດາ", role="trainer", place=a_place(), by=officer)
    assert "You are to be Trainer for Place LA1301" in client.get(f"/join/{token}/", headers={"Accept-Language": "en"}).content.decode()
    client.force_login(sida)
    assert client.post(f"/join/{token}/").headers["Location"] == "/home/"
    assert sida.posts.get().role == "trainer"
    page = client.get(f"/join/{token}/")
    assert (page.status_code, "This link has been used" in page.content.decode()) == (410, True)


def test_with_a_gateway_a_new_phone_is_checked_by_a_code(client, settings, tmp_path):
    settings.OPENODOP_SMS_BACKEND, settings.DATA_DIR = "openodop.people.sms.FileBackend", tmp_path
    settings.ACCOUNT_PHONE_VERIFICATION_ENABLED = True
    page = client.post("/accounts/signup/", REGISTRATION, follow=True).content.decode()
    assert "We sent a code to 020 77 123 456" in page
    assert not is_signed_in(client)
    assert "This code is not right" in client.post("/accounts/phone/verify/", {"code": "WRONG1"}).content.decode()
    text = next((tmp_path / "sms").iterdir()).read_text(encoding="utf-8")
    client.post("/accounts/phone/verify/", {"code": re.search(r"code is ([A-Z0-9-]+)\.", text).group(1)})
    assert is_signed_in(client)
    assert Account.objects.get().phone_verified
