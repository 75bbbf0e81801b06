"""`/api/v1/producers`: what everyone may see, and nothing else."""

import pytest
from django.utils import timezone

from tests.makers import a_manager, a_place, a_producer, a_programme, two_languages
from tests.producers.registration_makers import a_waiting_producer

pytestmark = pytest.mark.django_db

LIST = "/api/v1/producers"


def codes(client, query=""):
    return [item["code"] for item in client.get(f"{LIST}?{query}").json()["items"]]


def test_a_producer_as_programs_read_it(client):
    producer = a_producer(
        name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"),
        village="ໂພນ",
        women=12,
        men=3,
        contact_name="ນາງ ຄຳ",
        contact_phone="+8562055512345",
        latitude=18,
        longitude=102,
    )
    item = client.get(f"{LIST}/{producer.code}").json()
    assert item == {
        "code": producer.code,
        "programme": "la-odop",
        "kind": "group",
        "names": {"en": "Silk weavers", "lo": "ກຸ່ມທໍຜ້າໄໝ"},
        "state": "registered",
        "place": "LA1301",
        "district": "",
        "commune": "",
        "village": "ໂພນ",
        "women": 12,
        "men": 3,
        "workers": None,
        "start_year": None,
        "raw_material": {},
        "raw_material_origin": "",
        "contact": None,
        "latitude": None,
        "longitude": None,
        "source_title": "",
        "source_url": "",
        "page": f"/producers/{producer.code}/",
    }
    assert client.get(LIST).json() == {"count": 1, "next": None, "previous": None, "items": [item]}


def test_only_what_was_agreed_is_given(client):
    producer = a_producer(
        contact_name="ນາງ ຄຳ",
        contact_phone="+8562055512345",
        latitude=18,
        longitude=102,
        contact_consent_at=timezone.now(),
        show_contact_phone=True,
        show_position=True,
    )
    item = client.get(f"{LIST}/{producer.code}").json()
    assert item["contact"] == {"name": "", "phone": "+8562055512345", "email": ""}
    assert (item["latitude"], item["longitude"]) == (18.0, 102.0)


def test_what_is_not_public_is_not_found_even_by_managers(client):
    producer = a_waiting_producer()
    client.force_login(a_manager())
    assert client.get(f"{LIST}/{producer.code}").status_code == 404
    assert codes(client) == []


def test_filters(client):
    silk = a_producer(place=a_place("LA1301"), kind="group", name=two_languages("Silk weavers", "ກຸ່ມທໍຜ້າໄໝ"))
    tea = a_producer(place=a_place("LA0101"), kind="firm", name=two_languages("Tea house", "ໂຮງງານຊາ"))
    otop = a_producer(place=a_place("TH1001"), programme=a_programme("th-otop", country=a_place("TH")), name=two_languages("Candy", "ເຂົ້າໜົມ"))
    assert codes(client, "place=LA13") == [silk.code]
    assert codes(client, "kind=firm") == [tea.code]
    assert codes(client, "programme=th-otop") == [otop.code]
    assert codes(client, "q=silk") == [silk.code]
    assert codes(client, "q=ຜ້າໄໝ") == [silk.code]
    assert codes(client, "place=nowhere") == []
    assert client.get(f"{LIST}?kind=club").status_code == 422
    assert client.get(f"{LIST}?q=%00").status_code == 422


def test_pages(client):
    made = sorted(a_producer().code for _ in range(3))
    first = client.get(f"{LIST}?limit=2").json()
    assert (first["count"], [item["code"] for item in first["items"]], first["previous"]) == (3, made[:2], None)
    second = client.get(first["next"]).json()
    assert ([item["code"] for item in second["items"]], second["next"]) == (made[2:], None)
    assert client.get(f"{LIST}?limit=201").status_code == 422


def test_an_unknown_code_is_answered_in_words(client):
    response = client.get(f"{LIST}/LA9999-P-0001")
    assert (response.status_code, response.json()) == (404, {"detail": "There is nothing with the code “LA9999-P-0001”."})
    assert client.get(f"{LIST}/a%00b").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_a_fixed_number_of_times(client, number, django_assert_num_queries):
    for _ in range(number):
        a_producer()
    with django_assert_num_queries(2):
        client.get(LIST)


def test_an_unchanged_answer_is_not_sent_again(client):
    a_producer()
    etag = client.get(LIST).headers["ETag"]
    assert client.get(LIST, headers={"if-none-match": etag}).status_code == 304
