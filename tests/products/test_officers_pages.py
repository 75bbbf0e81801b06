"""The officer reads, decides, sends back, accepts changes and says who makes a product."""

import pytest

from openodop.foundation import audit
from openodop.people.choices import Role
from openodop.products import actions, queries
from openodop.products.models import Product
from tests import makers
from tests.products.product_makers import a_picture, an_answered_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, officer):
    client.force_login(officer)
    return client


def review(product) -> str:
    return f"/officers/products/{product.code}/"


def test_the_officer_reads_everything_and_registers(browser, producer, member):
    draft = an_answered_draft(producer, member)
    actions.add_photograph(draft=draft, upload=a_picture(), by=member)
    product = actions.submit_draft(draft=draft, by=member)
    text = browser.get("/officers/products/").content.decode()
    assert "1 waits for you" in text
    text = browser.get(review(product)).content.decode()
    for told in ("Fried banana chips", "ກ້ວຍທອດກອບ", "2008.99", "ກ້ວຍນ້ຳ, ນ້ຳມັນ, ເກືອ", "6 months", "15,000 kip / 120 g", "ສິບສີ່ຄອບຄົວ.", "400.webp"):
        assert told in text
    response = browser.post(review(product), {"as_sent_at": product.submitted_at.isoformat()}, follow=True)
    assert "Fried banana chips is registered." in response.content.decode()
    product.refresh_from_db()
    assert product.state == "registered"
    assert "No product waits for you." in browser.get("/officers/products/").content.decode()


def test_a_version_that_was_sent_again_is_not_registered_unread(browser, sent):
    response = browser.post(review(sent), {"as_sent_at": "2020-01-01T00:00:00+00:00"}, follow=True)
    assert "was sent again while you were reading" in response.content.decode()
    sent.refresh_from_db()
    assert sent.state == "submitted"


def test_sending_back_needs_a_reason_and_reaches_the_maker(browser, client, sent, member):
    address = f"{review(sent)}send-back/"
    response = browser.post(address, {"reason": " "})
    assert (response.status_code, "Write what has to change." in response.content.decode()) == (422, True)
    assert browser.post(address, {"reason": "Write the oil.", "about": ["nonsense"]}).status_code == 422
    sent.refresh_from_db()
    assert sent.state == "submitted"
    assert browser.post(address, {"reason": "Write the oil.", "about": ["ingredients"]}).status_code == 302
    client.force_login(member)
    text = client.get(sent.get_absolute_url()).content.decode()
    assert "Write the oil." in text
    draft = actions.begin_changes(product=sent, by=member)
    assert "Write the oil." in client.get(f"/register/product/{draft.key}/ingredients/").content.decode()
    assert "Write the oil." not in client.get(f"/register/product/{draft.key}/name/").content.decode()


def test_changes_are_shown_beside_the_register_and_accepted(browser, registered, member):
    draft = actions.begin_changes(product=registered, by=member)
    actions.keep_answers(draft=draft, step="name", answers={"name": {"en": "Crisp banana"}}, by=member)
    actions.send_changes(product=registered, by=member)
    text = browser.get(review(registered)).content.decode()
    assert "Crisp banana" in text
    assert "Fried banana chips</span>" in text
    draft.refresh_from_db()
    response = browser.post(review(registered), {"as_sent_at": draft.sent_at.isoformat()}, follow=True)
    assert "The changes of Fried banana chips are in the register." in response.content.decode()
    registered.refresh_from_db()
    assert str(registered.name) == "Crisp banana"


def test_who_makes_it_can_be_said_once(browser, officer, producer):
    product = makers.a_product(registered=False, state="reported", source_url="https://example.org/news")
    Product.objects.filter(pk=product.pk).update(producer=None)
    other_programme = makers.a_producer(programme=makers.a_programme("th-otop"))
    text = browser.get(review(product)).content.decode()
    assert "The maker of this product is not known yet." in text
    assert producer.code in text
    assert other_programme.code not in text
    response = browser.post(f"{review(product)}maker/", {"producer": other_programme.code}, follow=True)
    assert "Choose the producer from the list." in response.content.decode()
    product.refresh_from_db()
    assert product.producer is None
    response = browser.post(f"{review(product)}maker/", {"producer": producer.code}, follow=True)
    product.refresh_from_db()
    assert (product.producer, product.state) == (producer, "reported")
    assert audit.trail(product).filter(additional_data__event="products.product.maker_named").exists()
    assert "is already known" in browser.post(f"{review(product)}maker/", {"producer": producer.code}, follow=True).content.decode()


@pytest.mark.parametrize("role", [None, Role.TRAINER])
def test_others_find_no_officers_pages(client, sent, role):
    client.force_login(makers.an_account(role))
    for address in ("/officers/products/", review(sent), f"{review(sent)}send-back/"):
        assert client.get(address).status_code == 403, address


def test_an_officer_of_elsewhere_finds_nothing(client, sent):
    client.force_login(makers.an_officer(makers.a_place("LA0605")))
    assert sent.code not in client.get("/officers/products/").content.decode()
    assert client.get(review(sent)).status_code == 404
    assert client.post(review(sent)).status_code == 404
    sent.refresh_from_db()
    assert sent.state == "submitted"


def test_the_list_filters_by_words_and_state(browser, sent, producer):
    makers.a_product(producer=producer, name="Tea")
    assert "Tea" in browser.get("/officers/products/?state=registered").content.decode()
    assert "Tea" not in browser.get("/officers/products/?state=submitted").content.decode()
    assert "Tea" in browser.get("/officers/products/?q=tea&state=nonsense").content.decode()
    assert "No product here." in browser.get("/officers/products/?q=zzz").content.decode()


def test_the_list_asks_a_fixed_number_of_queries(browser, producer, member, django_assert_num_queries):
    def two_more():
        actions.submit_draft(draft=an_answered_draft(producer, member), by=member)
        makers.a_product(producer=producer)

    two_more()
    browser.get("/officers/products/")
    with django_assert_num_queries(10):
        browser.get("/officers/products/")
    two_more(), two_more()
    with django_assert_num_queries(10):
        browser.get("/officers/products/")


def test_what_waits_for_an_account(sent, officer, member):
    assert list(queries.waiting_for(officer)) == [sent]
    assert list(queries.waiting_for(makers.an_officer(makers.a_place("LA0605")))) == []
    assert list(queries.waiting_for(member)) == []
    assert queries.states_of(officer) == {"draft": 0, "submitted": 1, "registered": 0, "reported": 0}
