"""Tries are counted for one account and one network address, in every process together, and refused in words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.conf import settings as project_settings
from django.test import RequestFactory

from openodop.people import actions
from openodop.people.network import client_address
from tests.makers import a_place, an_account, an_officer

pytestmark = pytest.mark.django_db
PASSWORD, WRONG = "banana-leaf-42", "not-this-one"


def tries(client, number: int, login: str, password: str = WRONG, **headers):
    return [client.post("/accounts/login/", {"login": login, "password": password}, **headers) for _ in range(number)]


def test_one_account_is_guarded_after_six_wrong_passwords_however_its_phone_is_written(client):
    account = an_account(phone="+8562055512345")
    spellings = ["020 55 512 345", "02055512345", "+856 20 55512345", "2055512345", "55512345", "020-55-512-345"]
    for number, spelling in enumerate(spellings):
        tries(client, 1, spelling, REMOTE_ADDR=f"10.0.0.{number}")
    (last,) = tries(client, 1, "020 55 512 345", PASSWORD, REMOTE_ADDR="10.0.0.99")
    assert "Too many tries. Wait five minutes" in last.content.decode()
    assert "_auth_user_id" not in client.session
    other = an_account()
    tries(client, 1, other.code, PASSWORD, REMOTE_ADDR="10.0.0.99")
    assert client.session["_auth_user_id"] == str(other.pk), "others are not kept out"
    assert account.pk != other.pk


def test_a_room_of_forty_people_signs_in_from_one_address(client):
    people = [an_account() for _ in range(40)]
    for account in people:
        assert tries(client, 1, account.code, PASSWORD)[0].status_code == 302
        client.logout()


def test_registration_from_one_address_is_limited(client):
    answers = [client.post("/accounts/signup/", {"name": ""}) for _ in range(41)]
    assert {answer.status_code for answer in answers[:40]} == {200}
    assert answers[40].status_code == 429
    assert "Too many tries" in answers[40].content.decode()


def test_reset_by_email_is_limited_for_one_address(client, settings):
    settings.SENDS_MAIL = True
    answers = [client.post("/accounts/password/reset/", {"email": "sida@example.org"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]


def test_links_are_not_guessed(client):
    answers = [client.get(f"/join/guess-{number}/") for number in range(31)]
    assert {answer.status_code for answer in answers[:30]} == {410}
    assert answers[30].status_code == 429
    assert "Too many tries" in answers[30].content.decode()


def test_a_real_link_counts_tries_too(client):
    _, token = actions.invite(name="ນາງ ສີດາ", by=an_officer(a_place()))
    answers = [client.post(f"/join/{token}/", {"name": ""}) for _ in range(31)]
    assert answers[-1].status_code == 429


def test_the_proxy_s_word_counts_only_where_there_is_a_proxy(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "203.0.113.7, 198.51.100.9"})
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert client_address(request) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert client_address(request) == "198.51.100.9", "what the reader wrote in front of it is not believed"


def test_a_forged_header_gives_no_new_tries(client):
    answers = [client.post("/accounts/signup/", {"name": ""}, headers={"X-Forwarded-For": f"203.0.113.{number}"}) for number in range(41)]
    assert answers[-1].status_code == 429


def test_processes_count_together(tmp_path):
    """The cache that ships is one for all processes of the machine, and counts without losing any."""
    program = (
        "import sys; from django.conf import settings; settings.configure(CACHES={'default': {'BACKEND': sys.argv[1], 'LOCATION': sys.argv[2]}});"
        "from django.core.cache import cache; cache.add('tries', 0); [cache.incr('tries') for _ in range(200)]; print(cache.get('tries'))"
    )
    command = [sys.executable, "-c", program, project_settings.LOCAL_CACHE["BACKEND"], str(tmp_path / "cache")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    counted = [int(process.communicate(timeout=60)[0]) for process in running]
    assert max(counted) == 600
