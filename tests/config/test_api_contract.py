"""`/api/v1/` keeps its word: whatever is asked, the answer is the one that openapi.json describes, and nobody's privacy is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from openodop.products.models import Pack
from tests.makers import a_person, a_place, a_producer, a_product, a_project, an_organisation
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db

API = "/api/v1"
KINDS = ("places", "programmes", "projects", "producers", "products", "courses")
#: the WSGI client of the fuzzer does not unpack answers
PLAIN = {"Accept-Encoding": "identity"}
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
#: what stands in the records below and what nobody agreed to show
SECRETS = (
    "ນາງ ຄວາມລັບ",
    "Secret Contact",
    "5512345",
    "secret@example.org",
    "Secret Participant",
    "Secret Speaker",
    "secret-room",
    "17.98765",
    "102.56789",
)


def personal() -> dict[str, Any]:
    """Fields of a producer that are kept and, without consent, shown to nobody."""
    return {
        "contact_name": "ນາງ ຄວາມລັບ Secret Contact",
        "contact_phone": "+8562055512345",
        "contact_email": "secret@example.org",
        "latitude": 17.98765,
        "longitude": 102.56789,
    }


@pytest.fixture
def records(db) -> dict[str, str]:
    """One record of each kind with personal data around it; gives kind -> code."""
    producer = a_producer(**personal())
    a_producer(registered=False, **personal())
    product = a_product(producer=producer, source_title="Gazette", source_url="https://example.org/gazette", reported_stars=4)
    Pack.objects.create(product=product, net_content=120, unit="g", price=15000, currency="LAK")
    a_product(producer=producer, registered=False)
    project = a_project(donor=an_organisation())
    project.programmes.add(producer.programme)
    course = a_course(project=project, online_link="https://meet.example.org/secret-room")
    a_speaker(a_session(course, topic=course.topics.create(order=1, title="Films")), person=a_person(name_latin="Secret Speaker"))
    an_enrolment(course, person=a_person(name="ນາງ ຄວາມລັບ", name_latin="Secret Participant", phone="+8562055512345", email="secret@example.org"))
    codes = (producer.place.code, producer.programme.code, project.code, producer.code, product.code, course.code)
    return dict(zip(KINDS, codes, strict=True))


@pytest.fixture
def schema(client):
    """The description as the platform gives it, and behind it the platform as a web server calls it."""
    described = schemathesis.openapi.from_dict(client.get(f"{API}/openapi.json").json())
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # the test's transaction outlives each request, as in Django's own test client
    described.app = get_wsgi_application()
    yield described
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_description_names_every_kind_of_record(schema):
    assert sorted(schema.raw_schema["paths"]) == sorted(path for kind in KINDS for path in (f"{API}/{kind}", f"{API}/{kind}/{{code}}"))
    assert {method for path in schema.raw_schema["paths"].values() for method in path} == {"get"}


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        *((f"{API}/{kind}", mode) for kind in KINDS for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)),
        *((f"{API}/{kind}/{{code}}", GenerationMode.POSITIVE) for kind in KINDS),  # every text is a code that one may ask for
    ],
)
def test_every_question_gets_an_answer_as_described(schema, records, path, mode):
    operation = schema[path]["GET"]
    asked = 0

    @settings(max_examples=12, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=CHECKS, headers=PLAIN)

    ask()
    assert asked


@pytest.mark.parametrize("kind", KINDS)
def test_the_records_that_are_there_are_told_as_described(schema, records, kind):
    for path, parameters in ((f"{API}/{kind}", {}), (f"{API}/{kind}/{{code}}", {"code": records[kind]})):
        case = schema[path]["GET"].Case(path_parameters=parameters)
        answer = case.call_and_validate(checks=CHECKS, headers=PLAIN)
        assert answer.status_code == 200


def walk(client, kind: str, limit: int) -> Iterator[dict[str, Any]]:
    """Give every page by following `next`, as a program would."""
    address: str | None = f"{API}/{kind}?limit={limit}"
    while address:
        page = client.get(address).json()
        yield page
        address = page["next"]


@pytest.mark.parametrize(("kind", "maker"), [("producers", a_producer), ("products", a_product), ("courses", a_course), ("projects", a_project)])
def test_the_links_lead_through_all_records_once_and_back(client, kind, maker):
    made = sorted(maker().code for _ in range(5))
    pages = list(walk(client, kind, limit=2))
    assert [len(page["items"]) for page in pages] == [2, 2, 1]
    assert sorted(item["code"] for page in pages for item in page["items"]) == made
    assert {page["count"] for page in pages} == {5}
    assert client.get(pages[-1]["previous"]).json() == pages[1]
    assert client.get(pages[1]["previous"]).json() == pages[0]


def test_the_links_keep_what_was_asked(client):
    there = a_place("TH1001")
    elsewhere = a_producer(place=there)
    here = [a_producer(place=a_place("LA1301")).code for _ in range(2)]
    first = client.get(f"{API}/producers?place=LA&limit=1").json()
    second = client.get(first["next"]).json()
    assert [item["code"] for page in (first, second) for item in page["items"]] == here
    assert (second["next"], elsewhere.code in here) == (None, False)


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_did_not_change_is_not_sent_again(client, records, kind):
    for address in (f"{API}/{kind}", f"{API}/{kind}/{records[kind]}"):
        etag = client.get(address).headers["ETag"]
        again = client.get(address, headers={"if-none-match": etag})
        assert (again.status_code, again.content) == (304, b"")


def test_an_answer_that_changed_is_sent_again(client, records):
    etag = client.get(f"{API}/producers").headers["ETag"]
    a_producer()
    assert client.get(f"{API}/producers", headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("language", "said"), [("en", "There is nothing with the code"), ("lo", "ລະຫັດ")])
def test_an_unknown_code_is_answered_in_the_readers_words(client, db, kind, language, said):
    answer = client.get(f"{API}/{kind}/no-such-code", headers={"accept-language": language})
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/json; charset=utf-8")
    assert said in answer.json()["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_can_be_written(client, records, kind, method):
    for address in (f"{API}/{kind}", f"{API}/{kind}/{records[kind]}"):
        answer = getattr(client, method)(address, data="{}", content_type="application/json")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_told_who_did_not_agree(client, records, kind):
    told = json.dumps([client.get(f"{API}/{kind}").json(), client.get(f"{API}/{kind}/{records[kind]}").json()], ensure_ascii=False)
    assert records[kind] in told
    assert [secret for secret in SECRETS if secret in told] == []


def test_the_secrets_would_be_seen(client, records):
    """The test above can fail: with consent the contact is told."""
    shown = a_producer(**personal(), contact_consent_at=timezone.now(), show_contact_name=True, show_contact_phone=True)
    told = json.dumps(client.get(f"{API}/producers/{shown.code}").json(), ensure_ascii=False)
    assert [secret for secret in SECRETS if secret in told] == ["ນາງ ຄວາມລັບ", "Secret Contact", "5512345"]


@pytest.mark.parametrize("field", ["q", "place", "programme"])
def test_strange_letters_in_a_question_are_no_fault(client, records, field):
    for text in ("%00", "'", "%25", "_", "ກ້ວຍ", "%F0%9F%8D%8C", "%ED%A0%80", "%FF", "x" * 101):
        assert client.get(f"{API}/producers?{field}={text}").status_code in (200, 422), text


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_the_same_core(client, records, kind):
    """A program that reads one kind can read the others: code, names by language, the page for people."""
    for item in (client.get(f"{API}/{kind}/{records[kind]}").json(), *client.get(f"{API}/{kind}").json()["items"]):
        assert item["names"]
        assert client.get(item["page"]).status_code == 200
