"""The registration as people walk it: every page posts, keeps its answers, says what is wrong, and leaks nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from openodop.places.models import Place
from openodop.products import actions
from openodop.products.models import Draft, Pack, Photograph, Product
from tests import makers
from tests.products.product_makers import a_category, a_picture, an_answered_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, member):
    client.force_login(member)
    return client


@pytest.fixture
def begun(producer, member):
    a_category()
    return actions.begin_product(producer=producer, by=member)


def page(draft, step: str) -> str:
    return f"/register/product/{draft.key}/{step}/"


def test_the_whole_way_without_a_script(browser, producer, officer, django_capture_on_commit_callbacks):
    category = a_category()
    a_category(code="handicraft")
    assert "Who makes it:" in browser.get("/register/product/").content.decode()
    response = browser.post("/register/product/", {"producer": producer.code}, follow=True)
    draft = Draft.objects.get()
    assert response.redirect_chain[-1][0] == page(draft, "kind")

    for step, typed, following in (
        ("kind", {"kind": "banana-chips"}, "name"),
        ("name", {"name_lo": " ກ້ວຍທອດກອບ ", "name_en": ""}, "category"),
        ("category", {"category": category.pk, "hs_code": "200899"}, "ingredients"),
        ("ingredients", {"ingredients_lo": "ກ້ວຍ, ນ້ຳມັນ", "keeps_amount": "6", "keeps_unit": "months"}, "packs"),
        (
            "packs",
            {"rows": "2", "net_content_1": "120", "unit_1": "g", "price_1": "15.000", "gtin_1": "4006381 333931", "unit_2": "g", "currency": "LAK"},
            "photographs",
        ),
        ("photographs", {"photographs": [a_picture("orange"), a_picture("green", name="two.jpg")]}, "photographs"),
        ("photographs", {}, "story"),
        ("story", {"language": "lo", "maker": "ສິບສີ່ຄອບຄົວ.", "making": "ພວກເຮົາປອກກ່ອນຕາເວັນຂຶ້ນ."}, "check"),
    ):
        assert browser.get(page(draft, step)).status_code == 200
        response = browser.post(page(draft, step), typed)
        assert (response.status_code, response["Location"]) == (302, page(draft, following)), step
    text = browser.get(page(draft, "check")).content.decode()
    assert "15,000 kip / 120 g" in text
    assert "Something is still missing" not in text

    response = browser.post(page(draft, "check"), follow=True)
    product = Product.objects.get()
    assert response.redirect_chain[-1][0] == product.get_absolute_url()
    assert f"Sent. The officer of {producer.place.name} looks at it" in response.content.decode()
    assert (product.state, product.name.data, product.drawing, product.hs_code, product.keeps_days) == (
        "submitted", {"lo": "ກ້ວຍທອດກອບ"}, "banana-chips", "200899", 182,
    )  # fmt: skip
    assert Pack.objects.get().gtin == "4006381333931"
    assert product.photographs.count() == 2
    # The form is over: every address of it leads to the product.
    assert browser.get(page(draft, "kind"))["Location"] == product.get_absolute_url()
    assert browser.post(page(draft, "check"))["Location"] == product.get_absolute_url()
    assert Product.objects.count() == 1


def test_go_on_where_it_was_left_on_any_device(browser, begun, client):
    browser.post(page(begun, "kind"), {"kind": "tea"})
    response = browser.post(page(begun, "name"), {"name_en": "Tea", "leave": "yes"})
    assert response["Location"] == "/my/products/"
    assert "Tea" in browser.get("/my/products/").content.decode()
    assert browser.get(f"/register/product/{begun.key}/")["Location"] == page(begun, "category")


def test_a_kind_proposes_name_category_and_customs_number(browser, begun):
    browser.post(page(begun, "kind"), {"kind": "sun-dried-banana"})
    assert 'value="ກ້ວຍຕາກ"' in browser.get(page(begun, "name")).content.decode()
    form = browser.get(page(begun, "category")).context["form"]
    assert form["category"].value() == a_category().pk
    assert [code for code, _label in form.fields["hs_code"].choices] == ["", "080390", "200899"]


def test_a_customs_number_is_looked_up_without_keeping_anything(browser, begun):
    response = browser.post(page(begun, "category"), {"hs_words": "ຜ້າໄໝ", "find": "yes"})
    assert response.status_code == 200
    assert "5007.20" in response.content.decode()
    begun.refresh_from_db()
    assert begun.done == []


def test_one_more_pack_keeps_what_was_typed(browser, begun):
    typed = {"rows": "2", "net_content_1": "120", "unit_1": "g", "price_1": "abc", "unit_2": "g", "currency": "LAK", "more": "yes"}
    response = browser.post(page(begun, "packs"), typed)
    text = response.content.decode()
    assert response.status_code == 200
    assert 'name="net_content_3"' in text
    assert 'value="120"' in text
    assert "Write the price as a number" not in text


ROW = {"rows": "1", "net_content_1": "120", "unit_1": "g", "price_1": "15000", "gtin_1": "", "currency": "LAK"}


@pytest.mark.parametrize(
    ("step", "typed", "said"),
    [
        ("kind", {}, "Choose what it is. If nothing fits, choose “Something else”."),
        ("kind", {"kind": "spaceship"}, "Choose what it is."),
        ("name", {"name_lo": "  ", "name_en": ""}, "Write the name in at least one language."),
        ("name", {"name_en": "x" * 121}, "121"),
        ("category", {"hs_code": ""}, "Choose a category."),
        ("category", {"category": "999999"}, "Choose a category."),
        ("ingredients", {"keeps_amount": "6", "keeps_unit": "months"}, "Write what is in it, the largest part first."),
        (
            "ingredients",
            {"ingredients_en": "Banana", "keeps_amount": "soon", "keeps_unit": "months"},
            "Write how long it keeps, for example 6 months.",
        ),
        ("ingredients", {"ingredients_en": "Banana", "keeps_amount": "0", "keeps_unit": "days"}, "Write how long it keeps"),
        ("ingredients", {"ingredients_en": "Banana", "keeps_amount": "300", "keeps_unit": "months"}, "Food keeps at most 20 years."),
        ("packs", {**ROW, "net_content_1": "", "price_1": ""}, "Write at least one pack, for example 200 g."),
        ("packs", {**ROW, "net_content_1": "a few"}, "Write the net content as a number, for example 120 or 0.5."),
        ("packs", {**ROW, "net_content_1": "-5"}, "Write the net content as a number"),
        ("packs", {**ROW, "net_content_1": "99999999"}, "This number is too large."),
        ("packs", {**ROW, "price_1": "cheap"}, "Write the price as a number, for example 25000."),
        ("packs", {**ROW, "price_1": "12.50"}, "Prices in kip have at most 0 decimals."),
        ("packs", {**ROW, "price_1": "9" * 16}, "This number is too large."),
        ("packs", {**ROW, "gtin_1": "4006381333930"}, "the last digit would have to be 1"),
        ("packs", {**ROW, "gtin_1": "123"}, "A bar-code number has 8, 12, 13 or 14 digits."),
        ("packs", {**ROW, "gtin_1": "2112345678900"}, "This number is for use inside one shop only."),
        ("packs", {**ROW, "rows": "2", "net_content_2": "120", "unit_2": "g"}, "This pack stands here twice."),
        ("packs", {**ROW, "rows": "2", "net_content_2": "", "unit_2": "g", "price_2": "5"}, "Write the net content, for example 120."),
    ],
)
def test_what_cannot_be_understood_is_said_beside_the_field_and_nothing_is_kept(browser, begun, step, typed, said):
    actions.keep_answers(draft=begun, step="category", answers={"category": a_category().pk, "hs_code": ""}, by=begun.created_by)
    begun.refresh_from_db()
    before = (begun.answers, begun.done)
    response = browser.post(page(begun, step), typed)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert "thing" in response.content.decode()  # the summary above the form
    begun.refresh_from_db()
    assert (begun.answers, begun.done) == before


def test_of_several_photographs_the_good_ones_are_kept(browser, begun):
    files = [a_picture("orange"), SimpleUploadedFile("price-list.jpg", b"%PDF-1.7"), a_picture("green", name="two.jpg")]
    response = browser.post(page(begun, "photographs"), {"photographs": files})
    assert response.status_code == 422
    assert "price-list.jpg: This file is not a picture that we can read." in response.content.decode()
    assert Photograph.objects.filter(draft=begun).count() == 2


def test_a_photograph_is_made_first_and_removed_by_buttons(browser, begun, member):
    for colour in ("orange", "green"):
        actions.add_photograph(draft=begun, upload=a_picture(colour), by=member)
    orange, green = begun.photographs.order_by("pk")
    assert browser.post(page(begun, "photographs"), {"first": green.pk})["Location"] == page(begun, "photographs")
    assert Draft.objects.get(pk=begun.pk).pictures == [green, orange]
    assert browser.post(page(begun, "photographs"), {"remove": green.pk}).status_code == 302
    assert Draft.objects.get(pk=begun.pk).pictures == [orange]
    response = browser.post(page(begun, "photographs"), {"remove": green.pk})
    assert (response.status_code, "This photograph is not there any more." in response.content.decode()) == (422, True)


def test_the_story_is_answered_language_by_language(browser, begun):
    browser.post(page(begun, "story"), {"language": "lo", "maker": "ສິບສີ່ຄອບຄົວ."})
    assert "ສິບສີ່ຄອບຄົວ." not in browser.get(page(begun, "story") + "?in=en").content.decode()
    browser.post(page(begun, "story"), {"language": "en", "maker": "Fourteen families."})
    begun.refresh_from_db()
    assert begun.answers["story_answers"] == {"maker": {"lo": "ສິບສີ່ຄອບຄົວ.", "en": "Fourteen families."}}
    browser.post(page(begun, "story"), {"language": "en", "maker": ""})
    begun.refresh_from_db()
    assert begun.answers["story_answers"] == {"maker": {"lo": "ສິບສີ່ຄອບຄົວ."}}


def test_cloth_is_not_asked_what_is_in_it(browser, begun):
    browser.post(page(begun, "category"), {"category": a_category(code="handicraft").pk, "hs_code": ""})
    assert browser.get(page(begun, "ingredients")).status_code == 404


def test_the_check_page_says_what_is_missing_and_refuses_to_send(browser, begun):
    response = browser.post(page(begun, "check"))
    assert response.status_code == 422
    assert "This is still missing: The name, the category, a pack." in response.content.decode()
    assert Product.objects.count() == 0


def test_an_unsent_producer_is_said_on_the_check_page(browser, member):
    producer = makers.a_producer(registered=False, member=member)
    draft = an_answered_draft(producer, member)
    said = f"First send the registration of {producer.name}. Its products can be sent after that."
    assert said in browser.get(page(draft, "check")).content.decode()
    assert browser.post(page(draft, "check")).status_code == 422


def test_without_a_producer_there_is_a_way_to_register_one(client, db):
    client.force_login(makers.an_account())
    assert "First register the producer." in client.get("/register/product/").content.decode()
    assert "First register the producer." in client.get("/my/products/").content.decode()


def test_every_page_asks_to_sign_in(client, begun):
    for address in (
        "/register/product/",
        "/my/products/",
        page(begun, "kind"),
        page(begun, "check"),
        page(begun, "photographs"),
        "/officers/products/",
    ):
        response = client.get(address)
        assert (response.status_code, "/login" in response["Location"]) == (302, True), address


def test_other_people_find_no_draft(client, begun, sent, officer):
    """A draft of a new product is its maker's own until it is sent; even the officer of the place does not read it."""
    for account in (makers.an_account(), makers.an_officer(makers.a_place("LA0605")), officer, makers.a_manager()):
        client.force_login(account)
        for step in ("kind", "check", "photographs", "drop"):
            assert client.post(page(begun, step)).status_code == 404
    assert Draft.objects.filter(pk=begun.pk).exists()


def test_a_manager_sees_every_product_in_every_state(client, sent):
    client.force_login(makers.a_manager())
    assert client.get(sent.get_absolute_url()).status_code == 200
    assert sent.code in client.get("/officers/products/").content.decode()


def test_a_stranger_cannot_begin_or_change(client, registered, producer):
    client.force_login(makers.an_account())
    assert client.post("/register/product/", {"producer": producer.code}).status_code == 403
    assert client.post(f"{registered.get_absolute_url()}edit/").status_code == 403
    assert client.get(f"{registered.get_absolute_url()}edit/").status_code == 405


def test_changes_of_a_registered_product_go_by_the_check_page(browser, registered):
    location = browser.post(f"{registered.get_absolute_url()}edit/")["Location"]
    draft = Draft.objects.get(product=registered)
    assert location == page(draft, "check")
    assert browser.post(page(draft, "name"), {"name_en": "Chips", "name_lo": "ກ້ວຍກອບ"})["Location"] == page(draft, "check")
    text = browser.get(page(draft, "check")).content.decode()
    assert '<del class="meta">' in text
    response = browser.post(page(draft, "check"), follow=True)
    assert "Changes sent. Until the officer accepts them, everyone sees the product as it was." in response.content.decode()
    assert browser.post(page(draft, "drop"), follow=True).status_code == 200
    assert not Draft.objects.filter(pk=draft.pk).exists()


def test_the_list_of_own_products_asks_a_fixed_number_of_queries(browser, producer, django_assert_num_queries):
    makers.a_product(producer=producer)
    browser.get("/my/products/")
    with django_assert_num_queries(9):
        browser.get("/my/products/")
    for _ in range(2):
        makers.a_product(producer=producer)
    with django_assert_num_queries(9):
        browser.get("/my/products/")


def test_places_without_districts_name_the_officer_s_place(browser, begun):
    assert f"The officer of {Place.objects.get(code='LA1301').name} looks at it." in browser.get(page(begun, "check")).content.decode()
