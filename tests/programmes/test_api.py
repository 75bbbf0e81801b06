"""`/api/v1/programmes` and `/api/v1/projects`."""

from __future__ import annotations

import pytest

from tests.makers import a_place, a_programme, a_project

pytestmark = pytest.mark.django_db


def test_a_programme_with_groups_and_facts(client, loaded):
    answer = client.get("/api/v1/programmes/vn-ocop").json()
    assert answer["names"]["vi"] == "Mỗi xã một sản phẩm"
    assert (answer["country"], answer["has_stars"], answer["page"], answer["projects"]) == (
        "VN",
        True,
        "/programmes/vn-ocop/",
        ["mekong-community-2021"],
    )
    assert {category["edition"] for category in answer["categories"]} == {"2019", "2023"}
    validity = next(fact for fact in answer["facts"] if fact["code"] == "validity")
    assert "36 months" in validity["statements"]["en"]
    assert (validity["certainty"], validity["source_url"].startswith("https://")) == ("secondary", True)


def test_every_statement_names_a_source_or_says_why_not(client, loaded):
    for item in client.get("/api/v1/programmes").json()["items"]:
        for fact in client.get(f"/api/v1/programmes/{item['code']}").json()["facts"]:
            assert fact["source_title"] or fact["certainty"] in ("unknown", "repeated", "inferred")


def test_a_project_with_donor_and_partners(client, loaded):
    answer = client.get("/api/v1/projects/mekong-community-2021").json()
    assert answer["donor"]["names"]["en"] == "AMEICC Secretariat"
    assert [partner["code"] for partner in answer["partners"]] == ["mekong-institute"]
    assert (answer["countries"], answer["programmes"]) == (["KH", "LA", "VN"], ["kh-ovop", "la-odop", "vn-ocop"])
    assert [fact["code"] for fact in answer["facts"] if fact["certainty"] == "unknown"] == ["course-kh", "results"]


def test_lists_are_filtered_by_country(client, loaded):
    assert [item["code"] for item in client.get("/api/v1/programmes?country=la").json()["items"]] == ["la-odop"]
    assert client.get("/api/v1/programmes").json()["count"] == 5
    assert client.get("/api/v1/projects?country=LA").json()["count"] == 1
    assert client.get("/api/v1/projects?country=TH").json()["count"] == 0


@pytest.mark.parametrize("address", ["/api/v1/programmes/xx-odop", "/api/v1/projects/nothing"])
def test_an_unknown_code_gets_a_sentence(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("There is nothing with the code")


@pytest.mark.parametrize("address", ["/api/v1/programmes", "/api/v1/programmes/la-odop", "/api/v1/projects"])
def test_an_unchanged_answer_is_not_sent_again(client, loaded, address):
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("rows", [1, 3])
def test_as_many_queries_for_one_programme_as_for_three(client, django_assert_num_queries, rows):
    for number in range(rows):
        a_programme(f"la-{number}")
    with django_assert_num_queries(2):
        assert len(client.get("/api/v1/programmes").json()["items"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_as_many_queries_for_one_project_as_for_three(client, django_assert_num_queries, rows):
    for _ in range(rows):
        a_project().countries.add(a_place("LA"))
    with django_assert_num_queries(5):  # how many, which, partners, programmes, countries
        assert len(client.get("/api/v1/projects").json()["items"]) == rows
