"""What the one script adds to forms: drafts, the offline bar, dates, busy buttons. On pages made here, so that each is seen alone."""

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

FORM = """<form method="post" action="/answer/" data-draft="product-1">
<input name="name"><input type="radio" name="kind" value="dried"><input type="radio" name="kind" value="chips"><input type="password" name="secret">
<span data-date><input name="d"><input name="m"><input name="y"></span><button class="btn">Continue</button></form>
<p data-offline-bar hidden>No internet.</p>
<span data-save-state="product-1" data-saved="Saved on this phone" data-offline="No internet" hidden><span></span></span>"""
PAGE = """<!doctype html><html lang="en"><head><script src="/static/foundation/js/openodop.js" defer></script></head><body{}>{}</body></html>"""


def shown(page, body=FORM, *, address="/sample/", attributes=""):
    """Serve a page of ours with this body at an address, and go there."""
    page.route(f"**{address}", lambda route: route.fulfill(body=PAGE.format(attributes, body), content_type="text/html"))
    if address != "/answer/":
        page.goto(address)


def test_what_is_typed_stays_on_the_phone_but_never_a_password(open_browser):
    page = open_browser()
    shown(page)
    page.fill("[name=name]", "ກ້ວຍຕາກ")
    page.check("[value=chips]")
    page.fill("[name=secret]", "hidden")
    assert page.inner_text("[data-save-state]").startswith("Saved on this phone ")
    page.goto("/sample/")
    assert page.input_value("[name=name]") == "ກ້ວຍຕາກ"
    assert page.is_checked("[value=chips]")
    assert page.input_value("[name=secret]") == ""


@pytest.mark.parametrize(
    ("answer", "attributes", "kept"),
    [("<p>Next page</p>", "", ""), ("<p>Broken</p>", " data-failed", "tea"), (FORM + '<div class="err-sum" tabindex="-1">!</div>', "", "tea")],
)
def test_a_draft_is_kept_until_an_answer_has_come(open_browser, answer, attributes, kept):
    page = open_browser()
    shown(page, answer, address="/answer/", attributes=attributes)
    shown(page)
    page.fill("[name=name]", "tea")
    page.click("button")
    page.wait_for_url("**/answer/")
    page.goto("/sample/")
    assert page.input_value("[name=name]") == kept


def test_without_internet_nothing_is_sent_and_nothing_lost(open_browser):
    page = open_browser()
    shown(page)
    page.context.set_offline(True)
    assert page.is_visible("[data-offline-bar]")
    page.fill("[name=name]", "tea")
    page.click("button")
    assert page.url.endswith("/sample/")
    assert page.inner_text("[data-save-state]") == "No internet"
    page.context.set_offline(False)
    page.wait_for_selector("[data-offline-bar]", state="hidden")


def test_a_whole_date_is_spread_over_three_boxes(open_browser):
    page = open_browser()
    shown(page)
    page.fill("[name=d]", "8/3/2026")
    assert [page.input_value(f"[name={box}]") for box in "dmy"] == ["8", "3", "2026"]


def test_a_form_is_sent_once_and_its_button_says_so(open_browser):
    page = open_browser()
    sent = []
    page.route("**/answer/", lambda route: sent.append(route.request.method))  # never answered
    shown(page, FORM.replace("<form", '<form target="below"') + '<iframe name="below"></iframe>')
    page.click("button")
    assert page.get_attribute("button", "aria-busy") == "true"
    page.click("button")
    page.wait_for_timeout(300)
    assert sent == ["POST"]
