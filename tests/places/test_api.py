"""`/api/v1/places`: pages, filters, words for what is not there, and answers that need not be sent twice."""

from __future__ import annotations

from datetime import date

import pytest

from openodop.places.choices import Level
from openodop.places.models import Place
from tests.makers import a_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def viet_nam():
    """Viet Nam with one present and one former province."""
    present = a_place("VN44", name_en="Quang Tri", name_local="Quảng Trị", language="vi")
    Place.objects.create(
        code="VN63-44",
        level=Level.PROVINCE,
        parent=present.parent,
        path="VN/VN63-44/",
        name_en="Quang Binh",
        language="vi",
        successor=present,
        valid_to=date(2025, 6, 30),
        source="test",
    )
    return present


def items(client, address: str) -> list[dict]:
    return client.get(address).json()["items"]


def codes(client, address: str) -> list[str]:
    return [item["code"] for item in items(client, address)]


def test_a_place_says_its_names_and_where_it_belongs(client):
    a_place("LA1301", name_en="Kaysone Phomvihane", name_local="ໄກສອນ ພົມວິຫານ", other_names="Kaysone\nKhanthabuly")
    answer = client.get("/api/v1/places/LA1301").json()
    assert answer["names"] == {"en": "Kaysone Phomvihane", "lo": "ໄກສອນ ພົມວິຫານ"}
    assert answer["other_names"] == ["Kaysone", "Khanthabuly"]
    assert (answer["level"], answer["country"], answer["parent"], answer["page"]) == ("district", "LA", "LA13", "/places/LA1301/")
    assert (answer["successor"], answer["valid_to"]) == (None, None)


def test_a_code_may_be_written_small(client):
    a_place("LA13")
    assert client.get("/api/v1/places/la13").json()["code"] == "LA13"


@pytest.mark.parametrize("code", ["LA99", "%00", "ເມືອງ"])
def test_an_unknown_code_gets_a_sentence(client, code):
    answer = client.get(f"/api/v1/places/{code}")
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("There is nothing with the code")


def test_a_former_province_names_its_successor(client, viet_nam):
    answer = client.get("/api/v1/places/VN63-44").json()
    assert (answer["successor"], answer["valid_to"]) == ("VN44", "2025-06-30")
    assert codes(client, "/api/v1/places?country=VN&former=true") == ["VN63-44"]
    assert codes(client, "/api/v1/places?country=vn&former=false") == ["VN", "VN44"]


def test_filters(client, viet_nam):
    a_place("LA1301", name_en="Kaysone Phomvihane", name_local="ໄກສອນ ພົມວິຫານ", other_names="Khanthabuly")
    assert codes(client, "/api/v1/places?level=country") == ["LA", "VN"]
    assert codes(client, "/api/v1/places?parent=la13") == ["LA1301"]
    assert codes(client, "/api/v1/places?country=LA&level=province") == ["LA13"]
    assert codes(client, "/api/v1/places?q=khantha") == ["LA1301"]
    assert codes(client, "/api/v1/places?q=ໄກສອນ") == ["LA1301"]
    assert codes(client, "/api/v1/places?q=quảng trị") == ["VN44"]
    assert codes(client, "/api/v1/places?q=la1301") == ["LA1301"]
    assert codes(client, "/api/v1/places?q=nowhere") == []


@pytest.mark.parametrize("wrong", ["level=village", "limit=201", "limit=0", "offset=-1", "offset=99999999999999999999", "q=%00", "former=perhaps"])
def test_a_wrong_filter_is_refused(client, wrong):
    assert client.get(f"/api/v1/places?{wrong}").status_code == 422


def test_pages_lead_to_each_other(client):
    for number in range(1, 6):
        a_place(f"LA0{number}")
    first = client.get("/api/v1/places?limit=4").json()
    assert (first["count"], len(first["items"]), first["previous"]) == (6, 4, None)
    second = client.get(first["next"]).json()
    assert ([item["code"] for item in second["items"]], second["next"]) == (["LA04", "LA05"], None)
    assert client.get(second["previous"]).json()["items"] == first["items"]


def test_pages_keep_the_filters(client):
    for number in range(1, 4):
        a_place(f"LA0{number}")
    following = client.get("/api/v1/places?level=province&limit=1").json()["next"]
    assert codes(client, following) == ["LA02"]
    assert client.get(following).json()["count"] == 3


def test_an_offset_behind_the_end_is_an_empty_page(client):
    a_place("LA")
    answer = client.get("/api/v1/places?offset=50").json()
    assert (answer["items"], answer["next"], answer["count"]) == ([], None, 1)
    assert answer["previous"] is not None


@pytest.mark.parametrize("address", ["/api/v1/places", "/api/v1/places/LA"])
def test_an_unchanged_answer_is_not_sent_again(client, address):
    place = a_place("LA")
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    place.name_en = "Laos"
    place.save()
    changed = client.get(address, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag


def test_the_answer_is_the_same_in_every_language(client):
    a_place("LA13")
    english, lao = (client.get("/api/v1/places", headers={"Accept-Language": language}) for language in ("en", "lo"))
    assert english.content == lao.content


@pytest.mark.parametrize("rows", [1, 3])
def test_as_many_queries_for_one_row_as_for_three(client, django_assert_num_queries, rows):
    for number in range(1, rows):
        a_place(f"LA0{number}")
    a_place("LA")
    with django_assert_num_queries(2):  # how many, which
        assert len(items(client, "/api/v1/places")) == rows


def test_the_description_names_the_addresses(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/places", "/api/v1/places/{code}", "/api/v1/programmes", "/api/v1/programmes/{code}", "/api/v1/projects"} <= set(paths)
