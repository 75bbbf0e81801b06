"""The public catalogue: what it shows, its filters, figures and search, and what it costs."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from i18nfield.strings import LazyI18nString

from openodop.places.models import Place
from openodop.products.models import Pack, Product
from openodop.products.queries import catalogue as catalogue_module
from openodop.programmes.models import ProductCategory
from tests import makers
from tests.products.product_makers import a_category

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_figures():
    cache.clear()


def a_reported(name="Organic rice", **fields) -> Product:
    programme = makers.a_programme("vn-ocop", country=makers.a_place("VN"), short_name="OCOP")
    fields = {"programme": programme, "place": makers.a_place("VN46"), "state": "reported", "source_url": "https://example.org/news", **fields}
    fields = {"code": f"VN46-26-{Product.objects.count():04d}", "name": name, **fields}
    return Product.objects.create(**fields)


def names(response) -> list[str]:
    return [card.name for card in response.context["cards"]]


def figures(response, name: str) -> dict[str, int]:
    group = next(group for group in response.context["groups"] if group.name == name)
    return {choice.value: choice.number for choice in [*group.choices, *group.more]}


def test_a_card_shows_names_place_price_and_keeping(client):
    product = makers.a_product(name=makers.two_languages("Sun-dried banana", "ກ້ວຍຕາກ"), keeps_days=180)
    Pack.objects.create(product=product, net_content=1, unit="kg", price=110000)
    Pack.objects.create(product=product, net_content=200, unit="g", price=25000)
    text = client.get("/products/").content.decode()
    assert f'href="/products/{product.code}/"' in text
    assert '<p class="meta" lang="lo">ກ້ວຍຕາກ</p>' in text
    assert "25,000 kip / 200 g" in text
    assert "Keeps 6 months" in text
    assert "reported by the press" not in text


def test_stars_of_a_publication_are_marked_as_reported(client):
    a_reported(reported_stars=4)
    text = client.get("/products/").content.decode()
    assert 'aria-label="4 stars, as reported by the press"' in text
    assert '<span class="fine">reported by the press</span>' in text


def test_only_registered_and_reported_products_are_shown_even_to_their_officer(client):
    shown = makers.a_product()
    hidden = makers.a_product(registered=False, producer=shown.producer)
    client.force_login(makers.an_officer(shown.place))
    response = client.get("/products/")
    assert names(response) == [str(shown.name)]
    assert hidden.code not in response.content.decode()


def test_an_empty_catalogue_says_what_belongs_here(client):
    text = client.get("/products/").content.decode()
    assert "Products appear here once an officer has registered them." in text


def test_nothing_found_offers_a_way_back(client):
    makers.a_product()
    text = client.get("/products/?q=zzz").content.decode()
    assert "No product fits all of this." in text
    assert "Take one filter away, or write fewer words." in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ກ້ວຍ", ["Banana"]),
        ("ຕາກ", ["Banana"]),
        ("banana", ["Banana"]),
        ("BANAN", ["Banana"]),
        ("gao huu co", ["Rice"]),
        ("gạo hữu cơ", ["Rice"]),
        ("กล้วย", ["Crisp"]),
        ("LA1301-26", ["Banana"]),
        ("Pakxan", ["Banana"]),
        ("ປາກຊັນ", ["Banana"]),
        ("bolikhamxai", ["Banana"]),
        ("tea", []),
    ],
)
def test_search_in_every_language(client, query, found):
    makers.a_place("LA13", name_en="Bolikhamxai", name_local="ບໍລິຄຳໄຊ")
    makers.a_place("LA1301", name_en="Pakxan", name_local="ປາກຊັນ")
    makers.a_product(name=makers.two_languages("Banana", "ກ້ວຍຕາກ"), code="LA1301-26-0001")
    a_reported(name=LazyI18nString({"en": "Rice", "vi": "Gạo hữu cơ"}))
    a_reported(name=LazyI18nString({"en": "Crisp", "th": "กล้วยกรอบ"}), code="TH-1")
    assert names(client.get("/products/", {"q": query})) == found


def test_each_filter_narrows_and_its_figures_are_true(client):
    here = makers.a_place("LA1301")
    food, cloth = a_category(), ProductCategory.objects.create(programme=makers.a_programme(), code="handicraft", name="Craft", source="test")
    makers.a_product(name="Banana", category=food, keeps_days=400, producer=makers.a_producer(place=here))
    makers.a_product(name="Tea", category=food, keeps_days=200, producer=makers.a_producer(place=makers.a_place("LA0605")))
    makers.a_product(name="Scarf", category=cloth, producer=makers.a_producer(place=makers.a_place("LA0605")))
    a_reported(name="Rice", reported_stars=4)

    response = client.get("/products/")
    assert response.context["page"].count == 4
    assert figures(response, "programme") == {"": 4, "la-odop": 3, "vn-ocop": 1}
    assert figures(response, "place") == {"LA06": 2, "LA13": 1, "VN46": 1}
    assert figures(response, "category") == {"food": 2, "craft": 1}
    assert figures(response, "stars") == {"5": 0, "4": 1, "3": 1, "": 4}
    assert figures(response, "keeps") == {"365": 1, "180": 2, "": 4}

    for query, found in {
        "programme=la-odop": {"Banana", "Tea", "Scarf"},
        "place=LA06": {"Tea", "Scarf"},
        "place=LA13&place=LA0605": {"Banana", "Tea", "Scarf"},
        "place=LA": {"Banana", "Tea", "Scarf"},
        "category=craft": {"Scarf"},
        "category=craft&category=food&place=LA06": {"Tea", "Scarf"},
        "stars=3": {"Rice"},
        "keeps=365": {"Banana"},
        "photograph=1": set(),
        "place=XX99": set(),
        "programme=nothing": set(),
        "stars=99&keeps=abc&sort=nonsense&page=-4": {"Banana", "Tea", "Scarf", "Rice"},
    }.items():
        assert set(names(client.get(f"/products/?{query}"))) == found, query

    # A facet's own choice does not narrow its own figures, the others' choices do.
    narrowed = client.get("/products/?category=food&place=LA0605")
    assert figures(narrowed, "category") == {"food": 1, "craft": 1}
    assert figures(narrowed, "place") == {"LA0605": 1, "LA06": 1, "LA13": 1}
    assert [chip.query for chip in narrowed.context["chips"]] == ["category=food", "place=LA0605"]


def test_a_former_province_finds_what_was_reported_of_it(client):
    present = makers.a_place("VN46", name_en="Hue")
    former = Place.objects.create(
        code="VN63-46", level=1, parent=makers.a_place("VN"), path="VN/VN63-46/", name_en="Thua Thien Hue", language="vi", source="test",
        successor=present, valid_to="2025-06-30",
    )  # fmt: skip
    a_reported(name="Rice", former_place=former)
    a_reported(name="Tea")
    assert names(client.get("/products/?place=VN63-46")) == ["Rice"]
    assert set(names(client.get("/products/?place=VN46"))) == {"Rice", "Tea"}


def test_sorting(client):
    makers.a_product(name="First", keeps_days=10)
    a_reported(name="Stars", reported_stars=3)
    makers.a_product(name="Last", keeps_days=300)
    order = {sort: names(client.get(f"/products/?sort={sort}")) for sort in ("newest", "stars", "keeps")}
    assert order == {"newest": ["Last", "Stars", "First"], "stars": ["Stars", "Last", "First"], "keeps": ["Last", "First", "Stars"]}


def test_pages_of_twenty_four_keep_the_filters(client):
    producer = makers.a_producer()
    for _ in range(25):
        makers.a_product(producer=producer)
    first = client.get("/products/?q=banana")
    assert len(first.context["cards"]) == 24
    assert first.context["page"].next == "/products/?q=banana&page=2"
    assert len(client.get("/products/?q=banana&page=2").context["cards"]) == 1


def test_many_found_by_words_end_early_and_say_so(client, monkeypatch):
    monkeypatch.setattr(catalogue_module, "MOST_FOUND", 2)
    producer = makers.a_producer()
    for _ in range(3):
        makers.a_product(producer=producer)
    response = client.get("/products/?q=banana")
    assert "more than 2 found" in response.content.decode()
    assert set(figures(response, "place").values()) == {None}
    narrowed = client.get("/products/?q=banana&place=LA1301")
    assert narrowed.context["page"].count == 3


def test_a_large_catalogue_takes_its_number_from_the_figures(client, monkeypatch):
    producer = makers.a_producer()
    for _ in range(3):
        makers.a_product(producer=producer)
    monkeypatch.setattr(catalogue_module, "MOST_FOUND", 2)
    response = client.get("/products/")
    assert (response.context["page"].count, len(response.context["cards"])) == (3, 3)


def queries_of(client, address: str) -> int:
    client.get(address)  # what is kept from the first reading on is not counted
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["/products/", "/products/?place=LA1301&category=food", "/products/?q=banana"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client, address):
    producer = makers.a_producer()

    def one_more():
        product = makers.a_product(producer=producer, category=a_category())
        Pack.objects.create(product=product, net_content=1, unit="kg", price=1000)
        cache.clear()

    one_more()
    with_one = queries_of(client, address)
    one_more(), one_more()
    assert queries_of(client, address) == with_one
    assert with_one <= 12


def test_a_full_page_weighs_at_most_forty_kilobytes(client):
    producer = makers.a_producer()
    for _ in range(30):
        product = makers.a_product(producer=producer, category=a_category(), keeps_days=180)
        Pack.objects.create(product=product, net_content=200, unit="g", price=25000)
    for language in ("en", "lo"):
        assert len(client.get(f"/products/?lang={language}").content) <= 40_000
