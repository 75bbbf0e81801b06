"""One-time codes for real: the test computes them as an authenticator app does (RFC 6238)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from allauth.mfa.models import Authenticator

from openodop.people.choices import Role
from tests.makers import a_manager, a_place, an_account

pytestmark = pytest.mark.django_db
PASSWORD = "banana-leaf-42"


def code_of(secret: str, moment: float | None = None) -> str:
    """Return what an authenticator app shows for this key now."""
    counter = int((moment or time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def test_the_test_s_own_app_agrees_with_the_published_example():
    secret = base64.b32encode(b"12345678901234567890").decode()
    assert code_of(secret, 59) == "287082"  # RFC 6238, appendix B, last six digits


@pytest.fixture
def officer():
    return an_account(Role.DISTRICT_OFFICER, place=a_place(), language="en")


def sign_in(client, account):
    return client.post("/accounts/login/", {"login": account.code, "password": PASSWORD})


def set_up(client, account) -> tuple[str, list[str]]:
    """Set up an app as a person does; return its key and the spare codes."""
    sign_in(client, account)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/security/totp/activate/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page).group(1)
    picture = base64.b64decode(re.search(r"data:image/svg\+xml;base64,([^\"]+)", page).group(1)).decode()
    assert picture.startswith("<svg xmlns"), "a picture of its own, not a piece of a page"
    wrong = client.post("/accounts/security/totp/activate/", {"code": "000000"}).content.decode()
    assert "This code is not right" in wrong
    codes = client.post("/accounts/security/totp/activate/", {"code": code_of(secret)}, follow=True).content.decode()
    client.post("/accounts/logout/")
    return secret, re.findall(r'<li class="num">(\d{8})</li>', codes)


def test_sign_in_with_password_and_code(client, officer):
    secret, _ = set_up(client, officer)
    assert sign_in(client, officer).headers["Location"] == "/accounts/security/authenticate/"
    assert "_auth_user_id" not in client.session
    assert client.get("/staff/").status_code == 302, "the password alone opens nothing"
    assert client.post("/accounts/security/authenticate/", {"code": "000000"}).status_code == 200
    assert "_auth_user_id" not in client.session
    # the code of the next half minute: the one just used does not open twice, and clocks run wrong
    written = code_of(secret, time.time() + 30)
    client.post("/accounts/security/authenticate/", {"code": f"{written[:3]} {written[3:]}"})
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_a_code_works_once(client, officer):
    secret, _ = set_up(client, officer)
    used = code_of(secret, time.time() + 30)
    sign_in(client, officer)
    client.post("/accounts/security/authenticate/", {"code": used})
    client.post("/accounts/logout/")
    sign_in(client, officer)
    client.post("/accounts/security/authenticate/", {"code": used})
    assert "_auth_user_id" not in client.session


def test_a_spare_code_works_once(client, officer):
    _, spare = set_up(client, officer)
    assert len(spare) == 10
    for expected in (True, False):
        sign_in(client, officer)
        client.post("/accounts/security/authenticate/", {"code": spare[0]})
        assert ("_auth_user_id" in client.session) is expected
        client.logout()


def test_keys_are_not_readable_in_the_database(client, officer):
    secret, spare = set_up(client, officer)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert spare[0] not in kept


def test_an_officer_above_takes_a_lost_second_step_away(client, officer):
    set_up(client, officer)
    client.force_login(an_account(Role.PROVINCIAL_OFFICER, place=a_place("LA13")))
    client.post(f"/staff/{officer.code}/remove-codes/")
    assert not Authenticator.objects.filter(user=officer).exists()
    client.logout()
    sign_in(client, officer)
    assert "_auth_user_id" in client.session


def test_the_page_explains_and_lists(client, officer):
    client.force_login(officer)
    before = client.get("/accounts/security/").content.decode()
    assert "A stolen password should not be enough" in before
    Authenticator.objects.create(user=officer, type="totp", data={"secret": ""})
    assert "A stolen password should not be enough" not in client.get("/accounts/security/").content.decode()


def test_officers_alone_are_asked_for_a_second_step(client):
    for account, asked in ((a_manager(), True), (an_account(Role.TRAINER, place=a_place()), False), (an_account(), False)):
        client.force_login(account)
        assert ("A stolen password should not be enough" in client.get("/me/").content.decode()) is asked


def test_where_it_is_required_other_pages_wait(client, officer, settings):
    settings.OPENODOP_REQUIRE_SECOND_FACTOR = True
    client.handler.load_middleware()
    client.force_login(officer)
    assert client.get("/staff/").headers["Location"] == "/accounts/security/"
    assert "Without it the other pages stay closed" in client.get("/accounts/security/").content.decode()
    Authenticator.objects.create(user=officer, type="totp", data={"secret": ""})
    assert client.get("/staff/").status_code == 200
