"""The front pages: what stands on them, in both languages, and what they cost."""

import pytest
from django.urls import reverse

from openodop.people.choices import Role
from openodop.portal.sample import load_once, sign_ins
from openodop.training.models import Course
from tests.makers import a_place, a_producer, a_product, a_programme, an_account, an_officer, two_languages

pytestmark = pytest.mark.django_db


def test_the_first_page_of_an_empty_installation_leads_on(client):
    page = client.get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "No products yet" in page
    assert "/register/producer/" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_first_page_costs_the_same_for_any_number_of_products(client, django_assert_num_queries, number):
    a_programme()
    producer = a_producer()
    for _ in range(number):
        a_product(producer=producer)
    client.get("/")
    with django_assert_num_queries(11):
        assert client.get("/").status_code == 200


def test_search_finds_in_every_room_whatever_the_spelling(client):
    place = a_place("LA0108", name_en="Sangthong", name_local="ສັງທອງ")
    a_product(producer=a_producer(place=place, name=two_languages("Banana group", "ກຸ່ມກ້ວຍ")), name=two_languages("Sun-dried banana", "ກ້ວຍຕາກ"))
    in_lao = client.get("/search/", {"q": "ກ້ວຍ"}, HTTP_ACCEPT_LANGUAGE="lo").content.decode()
    in_english = client.get("/search/", {"q": "SANGTHONG"}, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "ກ້ວຍຕາກ" in in_lao
    assert "ກຸ່ມກ້ວຍ" in in_lao
    assert "/places/LA0108/" in in_english


def test_a_search_without_a_hit_says_so(client):
    assert "Nothing found for “&lt;b&gt;”" in client.get("/search/", {"q": "<b>"}, HTTP_ACCEPT_LANGUAGE="en").content.decode()


@pytest.mark.parametrize("name", ["about", "privacy", "sources", "help"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_plain_pages_speak_both_languages(client, name, language):
    answer = client.get(reverse(f"portal:{name}"), HTTP_ACCEPT_LANGUAGE=language)
    assert f'<html lang="{language}"' in answer.content.decode()


def test_an_officer_is_led_to_what_waits(client):
    officer = an_officer(a_place("LA0108"))
    a_producer(registered=False, state="submitted", submitted_at=officer.created_at, place=a_place("LA0108"))
    a_producer(registered=False, state="submitted", submitted_at=officer.created_at, place=a_place("LA1301"))
    client.force_login(officer)
    page = client.get("/home/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "1 producer waits for you" in page
    assert "/officers/producers/?state=submitted" in page


def test_somebody_new_is_led_to_registration(client):
    client.force_login(an_account())
    assert "Register as a producer" in client.get("/home/", HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_a_producer_without_a_product_is_led_to_the_first_one(client):
    member = an_account()
    a_producer(member=member)
    client.force_login(member)
    assert "Register your first product" in client.get("/home/", HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_the_sample_is_loaded_once_and_whole():
    assert load_once()
    assert not load_once()
    course = Course.objects.get(code="LA-ODOP-2022-01")
    assert (course.topics.count(), course.days, course.enrolments.enrolled().count()) == (6, 5, 21)
    assert course.enrolments.filter(person__is_fictional=False).count() == 0
    assert {entry.role for entry in sign_ins()} == {str(role.label) for role in Role}


@pytest.mark.parametrize(("role", "words"), [(Role.EXPERT, "Choose what others may see of you"), (Role.BUYER, "Find goods from the villages")])
def test_every_role_has_a_next_step(client, role, words):
    client.force_login(an_account(role, place=a_place("LA")))
    assert words in client.get("/home/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
