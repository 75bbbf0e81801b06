"""A passkey for real: Chromium's virtual device holds the key, our page and our script talk to it under the strict policy."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page

from openodop.people.choices import Role
from openodop.people.models import Account
from tests.journeys.conftest import LAPTOP
from tests.makers import a_place, an_account

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PASSWORD = "banana-leaf-42"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def an_english_speaking_officer() -> Account:
    return an_account(Role.DISTRICT_OFFICER, place=a_place(), language="en")


def with_device(page: Page) -> None:
    """Put a device with a fingerprint reader into the browser, one that always says yes."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def write_password(page: Page, base: str, code: str) -> None:
    page.goto(f"{base}/accounts/login/")
    page.get_by_label("Phone number, e-mail address or user code").fill(code)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page, base: str) -> None:
    page.goto(f"{base}/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{base}/")


def test_add_a_passkey_sign_in_with_it_and_take_it_away(open_browser, live_server):
    officer = an_english_speaking_officer()
    # Passkeys belong to a name, never to a bare address.
    base = live_server.url.replace("127.0.0.1", "localhost")
    page = open_browser(LAPTOP)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    with_device(page)

    write_password(page, base, officer.code)
    page.wait_for_url(f"{base}/home/")

    page.goto(f"{base}/accounts/security/webauthn/add/")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name of this device").fill("Office laptop")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Spare codes").wait_for()
    assert Authenticator.objects.get(user=officer, type="webauthn").wrap().name == "Office laptop"

    # password, then the passkey as the second step
    sign_out(page, base)
    write_password(page, base, officer.code)
    page.get_by_role("heading", name="Second step").wait_for()
    page.get_by_role("button", name="Use the passkey").click()
    page.wait_for_url(f"{base}/home/")

    # the passkey alone
    sign_out(page, base)
    page.goto(f"{base}/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{base}/home/")

    page.goto(f"{base}/accounts/security/")
    page.get_by_role("link", name="Take away").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Take away").click()
    page.wait_for_load_state()
    assert not Authenticator.objects.filter(user=officer).exists()
    assert complaints == []


def test_a_device_that_refuses_is_said_and_the_password_still_works(open_browser, live_server):
    officer = an_english_speaking_officer()
    base = live_server.url.replace("127.0.0.1", "localhost")
    page = open_browser(LAPTOP)
    with_device(page)  # without any key on it
    page.goto(f"{base}/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey was not read.").wait_for()
    page.get_by_label("Phone number, e-mail address or user code").fill(officer.code)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{base}/home/")


def test_without_a_script_the_passkey_button_does_not_promise_anything(open_browser):
    page = open_browser(LAPTOP, javascript=False)
    page.goto("/accounts/login/")
    assert page.get_by_role("button", name="Sign in with a passkey").count() == 0
    assert page.get_by_role("button", name="Sign in", exact=True).is_visible()
