"""What strangers may try: foreign scripts, foreign addresses, forged forms, names that are programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from openodop.config import data_folder
from openodop.foundation.languages import CODES
from openodop.news.actions import publish_article, save_article
from openodop.news.models import Article
from openodop.people.models import Account
from tests.architecture import access_world as world
from tests.architecture.addresses import all_addresses
from tests.architecture.test_access import rows
from tests.makers import a_manager, a_person, a_producer, a_product, a_programme, an_account, an_officer, an_organisation
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db

PUBLIC = (
    "/", "/places/", "/producers/", "/products/", "/courses/", "/certificates/", "/programmes/", "/projects/", "/news/", "/people/",
    "/organisations/", "/about/", "/help/", "/privacy/", "/sources/", "/search/?q=x", "/imports/titles/", "/check-in/", "/accounts/login/",
    "/accounts/signup/", "/accounts/password/reset/", "/accounts/login/code/", "/register/producer/", "/healthz", "/api/v1/places", "/no-such-page/",
)  # fmt: skip
EVIL = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "\thttps://evil.example",
)


# --- what the browser is told ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_runs_our_own_scripts_only_and_stands_in_no_frame(client, address):
    headers = client.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";") if part.strip())
    expected = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    assert expected.items() <= policy.items()
    assert not re.search(r"unsafe|https?:|\*", " ".join(policy.values()))
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"], headers["X-Frame-Options"]) == ("nosniff", "same-origin", "DENY")


def test_cookies_stay_with_us(client):
    an_account(phone="+8562055599999")
    client.get("/accounts/login/")
    client.post("/accounts/login/", {"login": "+8562055599999", "password": "banana-leaf-42"})
    client.post("/language/", {"language": "lo", "next": "/"})
    kept = {name: (bool(cookie["httponly"]), cookie["samesite"]) for name, cookie in client.cookies.items()}
    assert (kept["sessionid"], kept["csrftoken"]) == ((True, "Lax"), (True, "Lax"))
    assert {samesite for _, samesite in kept.values()} == {"Lax"}
    assert set(kept) <= {"sessionid", "csrftoken", "openodop_language", "messages"}


def test_an_address_with_https_makes_everything_secure(tmp_path):
    """The settings as an installation has them, in a process of their own."""
    script = (
        "import json; from openodop.config import settings as s; print(json.dumps([s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.LANGUAGE_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.DEBUG, s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS]))"
    )
    environment = {"PATH": os.environ["PATH"], "OPENODOP_DATA_DIR": str(tmp_path / "data"), "OPENODOP_BASE_URL": "https://odop.example.la"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    *secure, age, debug, hosts, origins = json.loads(done.stdout)
    assert secure == [True] * 4
    assert age >= 31_536_000
    assert debug is False
    assert (hosts[-1], origins, "*" in hosts) == ("odop.example.la", ["https://odop.example.la"], False)
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_each_installation_has_its_own_key(tmp_path, monkeypatch):
    keys = set()
    for name in ("one", "two"):
        monkeypatch.setenv("OPENODOP_DATA_DIR", str(tmp_path / name))
        keys |= {data_folder.secret_key(), data_folder.secret_key()}
    assert len(keys) == 2
    assert min(map(len, keys)) > 50


# --- addresses of others --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:80@evil.example"])
def test_a_foreign_host_name_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


def test_links_in_answers_never_follow_a_forwarded_host(client):
    a_producer(), a_producer()
    answer = client.get("/api/v1/producers?limit=1", headers={"x-forwarded-host": "evil.example", "x-forwarded-proto": "https"})
    assert answer.json()["next"].startswith("http://testserver/")


@pytest.mark.parametrize("target", EVIL)
def test_the_language_switch_leads_to_our_pages_only(client, target):
    for how in ({"data": {"language": "lo", "next": target}}, {"data": {"language": "lo"}, "headers": {"referer": target.strip()}}):
        assert client.post("/language/", **how).headers["Location"] == "/"


@pytest.mark.parametrize("target", EVIL)
def test_signing_in_leads_to_our_pages_only(client, target):
    an_account(phone="+8562055599999")
    answer = client.post("/accounts/login/", {"login": "+8562055599999", "password": "banana-leaf-42", "next": target})
    assert (answer.status_code, answer.headers["Location"]) == (302, settings.LOGIN_REDIRECT_URL)
    answer = client.post("/accounts/logout/", {"next": target})
    assert (answer.status_code, answer.headers["Location"]) == (302, settings.LOGOUT_REDIRECT_URL)


# --- forms and files ------------------------------------------------------------------------------------------------------
def test_no_form_is_taken_from_another_site():
    """Every address of ours refuses a POST without the token of our own page: signed in, as the one who may do most."""
    world.load()
    manager, subjects, table, faults = Account.objects.get(code="MANAGER"), world.subjects(), rows(), []
    visitor = Client(enforce_csrf_checks=True, raise_request_exception=False)
    visitor.force_login(manager)
    for address in all_addresses():
        longest = max((key for key in subjects if address.name.startswith(key)), key=len, default=None)
        place = reverse(address.name, kwargs={argument: subjects[longest][argument] for argument in address.arguments})
        if not address.name.startswith("api:") and address.name in table and visitor.post(place).status_code not in (403, 405):
            faults.append(place)
    assert faults == []


@pytest.mark.parametrize("name", ["x.html", "x.svg", "../../settings.py", "%2e%2e/secret_key", "320.webp"])
def test_pictures_are_only_handed_out_as_pictures(client, name):
    for address in (f"/pictures/products/0123456789abcdef/{name}", f"/news/LA-N-1/picture/{name}"):
        assert client.get(address).status_code == 404


def test_kept_files_have_no_address_of_their_own(client):
    folder = settings.MEDIA_ROOT
    folder.mkdir(parents=True)
    (folder / "page.html").write_text("<script>alert(1)</script>")
    for address in ("/files/page.html", "/media/page.html", "/static/page.html", "/static/../files/page.html", "/page.html"):
        assert client.get(address).status_code == 404, address


# --- names that are programs ----------------------------------------------------------------------------------------------
PROBE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}{% now %}javascript:"


class Scripts(HTMLParser):
    """Collects what would run or look foreign: scripts without our address, event attributes, script addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if (
            tag == "script"
            and not (given.get("src") or "").startswith("/static/")
            and given.get("type") not in ("application/ld+json", "application/json")
        ):
            self.found.append(f"<script {given}>")
        self.found += [f"{tag} {name}={value}" for name, value in attributes if name.startswith("on") or name == "style"]
        self.found += [f"{tag} {name}={value}" for name, value in attributes if (value or "").strip().lower().startswith("javascript:")]
        if tag == "img" and given.get("src") == "x":
            self.found.append("<img src=x>")


def faults_of(html: str) -> list[str]:
    scripts = Scripts()
    scripts.feed(html)
    return scripts.found + (["a template inside a name was carried out"] if "&gt;49" in html else [])


@pytest.fixture
def probed(db):
    """Records of every kind whose every word is a program; gives the addresses that show them."""
    officer, manager = an_officer(), a_manager()
    place = officer.posts.get().place
    programme = a_programme(name=PROBE, short_name=PROBE[:20])
    words = {"source_title": PROBE, "source_url": "https://example.org/"}
    producer = a_producer(place=place, name=PROBE, village=PROBE[:60], raw_material=PROBE, raw_material_origin=PROBE[:60], **words)
    waiting = a_producer(registered=False, state="submitted", submitted_at=producer.submitted_at, place=place, name=PROBE, village=PROBE[:60])
    product = a_product(producer=producer, name=PROBE, story=PROBE, ingredients=PROBE, village=PROBE[:60], **words)
    sent = a_product(registered=False, state="submitted", submitted_at=producer.submitted_at, producer=producer, name=PROBE, story=PROBE)
    person = a_person(name=PROBE, name_latin=PROBE, public_consent_at=producer.submitted_at, show_name=True)
    organisation = an_organisation(name=PROBE)
    course = a_course(place=place, title=PROBE, summary=PROBE, aims=PROBE, venue=PROBE, audience=PROBE, bring=PROBE)
    course.organisers.add(organisation)
    a_speaker(a_session(course, title=PROBE, topic=course.topics.create(order=1, title=PROBE, aims=PROBE)), person=person, role=PROBE)
    an_enrolment(course, person=person)
    article = save_article(article=Article(programme=programme, place=place, title=PROBE, body=PROBE), by=manager)
    publish_article(article=article, by=manager)
    Account.objects.filter(pk=manager.pk).update(name=PROBE)
    public = ["/", "/producers/", "/products/", "/courses/", "/news/", "/people/", "/organisations/", "/programmes/", f"/search/?q={PROBE[:20]}"]
    public += [f"/{kind}/{one.code}/" for kind, one in (("producers", producer), ("products", product), ("courses", course), ("people", person))]
    public += [f"/places/{place.code}/", f"/programmes/{programme.code}/", f"/organisations/{organisation.code}/", f"/news/{article.code}/"]
    at = f"/courses/{course.code}"
    work = [
        "/home/",
        "/me/",
        "/staff/",
        "/news/own/",
        f"/news/{article.code}/edit/",
        "/officers/producers/",
        "/officers/products/",
        "/courses/organise/",
    ]
    work += [f"/officers/producers/{waiting.code}/", f"/officers/products/{sent.code}/", f"/organisations/{organisation.code}/edit/"]
    work += [f"{at}/{page}/" for page in ("participants", "attendance", "attendance/1", "agenda", "report", "certificates", "edit", "results")]
    return manager, public, work


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_name_is_never_a_program(client, probed, language):
    manager, public, work = probed
    assert language in CODES
    faults, seen = {}, 0
    for addresses, account in ((public, None), ([*public, *work], manager)):
        if account:
            client.force_login(account)
        for address in addresses:
            answer = client.get(address, headers={"accept-language": language}, follow=True)
            html = answer.content.decode()
            assert answer.status_code == 200, address
            seen += "&lt;script&gt;alert(1)" in html
            if found := faults_of(html):
                faults[address] = found
    assert faults == {}
    assert seen > 25  # the names were really on the pages


def test_this_test_would_see_a_program():
    assert len(faults_of('<p onclick="x()"><script>alert(1)</script><a href="javascript:x">')) == 3
