"""A product's page and what products show on pages of lower rooms."""

import json
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from openodop.foundation import panels
from openodop.places.models import Place
from openodop.products import actions, queries
from openodop.products.models import Pack, Product
from tests import makers
from tests.products.product_makers import a_picture, an_answered_draft

pytestmark = pytest.mark.django_db


def text_of(client, product) -> str:
    return client.get(product.get_absolute_url()).content.decode()


def test_it_shows_what_is_known(client, registered, producer):
    Pack.objects.create(product=registered, net_content=1, unit="kg", price=110000)
    text = text_of(client, registered)
    for told in (
        '<h1 class="display" lang="en">Fried banana chips</h1>',
        '<p class="second" lang="lo">ກ້ວຍທອດກອບ</p>',
        "15,000 kip",
        "125,000 kip / kg",
        "6 months",
        "2008.99",
        registered.code,
        '<div class="story text" lang="lo"><p>ສິບສີ່ຄອບຄົວ.</p></div>',
        f'href="{producer.get_absolute_url()}"',
        "https://wa.me/?text=Fried%20banana%20chips%20http%3A%2F%2F",
        "A drawing: there is no photograph yet.",
    ):
        assert told in text, told
    assert "reported by the press" not in text
    assert "History" not in text


def test_the_story_is_in_the_reader_s_language_when_there_is_one(client, registered):
    Product.objects.filter(pk=registered.pk).update(story={"lo": "ເລື່ອງ", "en": "A story"})
    assert '<div class="story text" lang="lo"><p>ເລື່ອງ</p></div>' in client.get(f"{registered.get_absolute_url()}?lang=lo").content.decode()
    assert '<div class="story text" lang="en"><p>A story</p></div>' in text_of(client, registered)


def test_a_reported_product_says_so_and_names_its_source(client):
    product = makers.a_product(
        registered=False,
        state="reported",
        source_url="https://news.example.org/ocop",
        reported_stars=4,
        reported_recognition="Decision 2919",
        reported_on="2020-11",
        reported_producer="HTX An Lỗ",
    )
    Product.objects.filter(pk=product.pk).update(producer=None)
    text = text_of(client, product)
    for told in (
        "Reported by the press, not a register.",
        'aria-label="4 of 5 stars"',
        "reported by the press",
        "Decision 2919, 11/2020.",
        '<a href="https://news.example.org/ocop" rel="nofollow noopener">news.example.org</a>',
        "The maker is not known yet. The source writes: HTX An Lỗ.",
    ):
        assert told in text, told


def test_data_for_search_engines_cannot_break_out(client, registered):
    Product.objects.filter(pk=registered.pk).update(name='{"en": "</script><script>alert(1)</script>"}')
    text = text_of(client, registered)
    assert "<script>alert(1)" not in text
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])
    assert (data["name"], data["sku"], data["offers"][0]["price"]) == ("</script><script>alert(1)</script>", registered.code, "15000.00")


def test_photographs_come_with_sizes_and_a_preview_for_other_sites(client, producer, member, officer):
    draft = an_answered_draft(producer, member)
    actions.add_photograph(draft=draft, upload=a_picture(width=800, height=600), by=member)
    actions.add_photograph(draft=draft, upload=a_picture("green"), by=member)
    product = actions.register_product(product=actions.submit_draft(draft=draft, by=member), by=officer)
    text = text_of(client, product)
    assert re.search(r'<source type="image/avif" srcset="/pictures/products/\w+/320.avif 320w, /pictures/products/\w+/640.avif 640w, \S+ 800w"', text)
    assert re.search(r'<meta property="og:image" content="http\S+/800.jpg">', text)
    assert text.count('loading="lazy"') == 1


def test_a_page_that_is_not_public_is_for_its_makers_and_officers(client, sent, member, officer):
    for account, answer in (
        (None, 404),
        (makers.an_account(), 404),
        (makers.an_officer(makers.a_place("LA0605")), 404),
        (member, 200),
        (officer, 200),
    ):
        client.logout()
        if account:
            client.force_login(account)
        assert client.get(sent.get_absolute_url()).status_code == answer


def test_an_unknown_code_is_not_found(client):
    assert client.get("/products/LA9999-26-0001/").status_code == 404


def test_makers_and_officers_see_history_and_buttons(client, registered, member):
    client.force_login(member)
    text = text_of(client, registered)
    assert "Registered" in text
    assert "Sent to the officer" in text
    assert f'action="{registered.get_absolute_url()}edit/"' in text


def test_the_page_asks_a_fixed_number_of_queries(client, producer, django_assert_num_queries):
    product = makers.a_product(producer=producer)
    client.get(product.get_absolute_url())

    def add_rows():
        other = makers.a_product(producer=producer)
        Pack.objects.create(product=other, net_content=1, unit="kg", price=1)
        for size in range(3):
            Pack.objects.create(product=product, net_content=size + product.packs.count() + 1, unit="g", price=1)

    add_rows()
    with django_assert_num_queries(6):
        client.get(product.get_absolute_url())
    add_rows(), add_rows()
    with django_assert_num_queries(6):
        client.get(product.get_absolute_url())


def test_without_a_photograph_the_fitting_drawing_is_shown(client):
    for fields, drawing in (
        ({"name": makers.two_languages("Fried banana", "ກ້ວຍທອດກອບ")}, "banana-chips"),
        ({"name": "Old leaves", "hs_code": "090210"}, "tea"),
        ({"name": "Anything", "drawing": "honey"}, "honey"),
        ({"name": "Anything", "drawing": "gone-meanwhile"}, "generic-food"),
    ):
        assert f"foundation/drawings/{drawing}" in text_of(client, makers.a_product(**fields)), fields


# --- on others' pages -------------------------------------------------------------------------------------------------------
def shown_at(place: str, subject, account=None) -> str:
    request = RequestFactory().get("/")
    request.user = account or AnonymousUser()
    return "".join(panels.render_all(place, request, subject))


def test_a_place_shows_the_products_below_it_and_leads_to_the_rest(registered):
    province = Place.objects.get(code="LA13")
    assert "Fried banana chips" in shown_at("places.place", province)
    assert "Fried banana chips" not in shown_at("places.place", makers.a_place("LA06"))
    for _ in range(6):
        makers.a_product(producer=registered.producer)
    text = shown_at("places.place", province)
    assert text.count('class="pcard"') == 6
    assert "/products/?place=LA13" in text
    assert "See all 7 products" in text


def test_a_producer_shows_its_products_every_state_only_to_its_own(sent, producer, member, officer):
    shown = makers.a_product(producer=producer)
    assert (str(shown.name) in shown_at("producers.producer", producer), str(sent.name) in shown_at("producers.producer", producer)) == (True, False)
    for account in (member, officer):
        text = shown_at("producers.producer", producer, account)
        assert str(sent.name) in text
        assert f"/register/product/?producer={producer.code}" in text


def test_counters_for_places_producers_and_programmes(registered, sent, producer):
    places = [Place.objects.get(code=code) for code in ("LA", "LA13", "LA1301")]
    assert queries.by_place(places) == {place.pk: 1 for place in places}
    assert queries.by_producer([producer]) == {producer.pk: 1}
    assert queries.counts_of([producer.programme]) == {producer.programme_id: 1}
    assert [counter.in_words(2) for counter in panels.counters("places") if counter.name == "products"] == ["2 products"]


def test_the_home_page_gets_registered_products_of_different_places_first(registered, producer):
    second = makers.a_product(producer=producer)
    elsewhere = makers.a_product(producer=makers.a_producer(place=makers.a_place("LA0605")))
    reported = makers.a_product(registered=False, producer=producer, state="reported", source_url="https://example.org/x")
    assert queries.featured(2) == [elsewhere, second]
    assert queries.featured(4) == [elsewhere, second, registered, reported]
