"""`/api/v1/products`: only what everyone may see, in pages, with filters."""

import pytest
from i18nfield.strings import LazyI18nString

from openodop.products import actions
from openodop.products.models import Pack
from tests import makers
from tests.products.product_makers import a_category, a_picture, an_answered_draft

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/products"


def codes(client, query="") -> list[str]:
    return [item["code"] for item in client.get(f"{ADDRESS}?{query}").json()["items"]]


def test_one_product(client, producer, member, officer):
    draft = an_answered_draft(producer, member)
    photograph = actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    product = actions.register_product(product=actions.submit_draft(draft=draft, by=member), by=officer)
    assert client.get(f"{ADDRESS}/{product.code.lower()}").json() == {
        "code": product.code,
        "names": {"en": "Fried banana chips", "lo": "ກ້ວຍທອດກອບ"},
        "programme": "la-odop",
        "category": "food-drink",
        "place": "LA1301",
        "former_place": None,
        "village": "",
        "producer": producer.code,
        "state": "registered",
        "hs_code": "200899",
        "ingredients": {"lo": "ກ້ວຍນ້ຳ, ນ້ຳມັນ, ເກືອ"},
        "keeps_days": 180,
        "story": {"lo": "ສິບສີ່ຄອບຄົວ."},
        "packs": [{"net_content": "120.00", "unit": "g", "price": "15000.00", "currency": "LAK", "gtin": None}],
        "photographs": [photograph.address("400.jpg")],
        "reported": None,
        "page": f"/products/{product.code}/",
    }


def test_a_reported_product_carries_its_source(client):
    product = makers.a_product(
        registered=False,
        state="reported",
        source_url="https://example.org/x",
        reported_stars=4,
        reported_on="2020-11",
        reported_recognition="Decision 1",
    )
    item = client.get(f"{ADDRESS}/{product.code}").json()
    assert item["reported"] == {"stars": 4, "recognised_by": "Decision 1", "date": "2020-11", "source": "https://example.org/x"}


def test_what_is_not_public_is_not_found_even_by_its_maker(client, sent, member):
    client.force_login(member)
    assert client.get(f"{ADDRESS}/{sent.code}").status_code == 404
    assert codes(client) == []
    assert client.get(f"{ADDRESS}/nothing").json() == {"detail": "There is nothing with the code “NOTHING”."}


def test_each_filter(client):
    here = makers.a_product(name="Banana", category=a_category())
    there = makers.a_product(name="Tea", producer=makers.a_producer(place=makers.a_place("LA0605")))
    vietnam = makers.a_programme("vn-ocop", country=makers.a_place("VN"))
    rice = makers.a_product(
        name=LazyI18nString({"vi": "Gạo"}), programme=vietnam, producer=makers.a_producer(place=makers.a_place("VN46")), reported_stars=4
    )
    for query, found in {
        "": {here, there, rice},
        "programme=vn-ocop": {rice},
        "place=LA13": {here},
        "place=la": {here, there},
        "place=XX": set(),
        "category=food-drink": {here},
        "stars=4": {rice},
        "stars=5": set(),
        "q=gao": {rice},
    }.items():
        assert set(codes(client, query)) == {product.code for product in found}, query


def test_pages(client):
    producer = makers.a_producer()
    for _ in range(3):
        makers.a_product(producer=producer)
    first = client.get(f"{ADDRESS}?limit=2").json()
    assert (first["count"], len(first["items"]), first["previous"]) == (3, 2, None)
    assert first["next"].endswith("/api/v1/products?limit=2&offset=2")
    assert client.get(f"{ADDRESS}?limit=2&offset=2").json()["next"] is None


@pytest.mark.parametrize("query", ["limit=201", "stars=6", "stars=x", "offset=-1", "q=" + "x" * 101])
def test_what_cannot_be_asked_is_refused(client, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 422


def test_the_same_answer_is_not_sent_twice(client):
    makers.a_product()
    etag = client.get(ADDRESS)["ETag"]
    assert client.get(ADDRESS, headers={"if-none-match": etag}).status_code == 304


def test_a_list_asks_a_fixed_number_of_queries(client, django_assert_num_queries):
    producer = makers.a_producer()

    def one_more():
        Pack.objects.create(product=makers.a_product(producer=producer, category=a_category()), net_content=1, unit="kg")

    one_more()
    client.get(ADDRESS)
    with django_assert_num_queries(4):
        client.get(ADDRESS)
    one_more(), one_more()
    with django_assert_num_queries(4):
        assert len(client.get(ADDRESS).json()["items"]) == 3
