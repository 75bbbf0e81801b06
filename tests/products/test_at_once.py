"""Makers and officers at the same moment; the same tests run on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from openodop.foundation.audit import trail
from openodop.foundation.refusals import Refusal
from openodop.products import actions
from openodop.products.models import Draft, Pack, Photograph, Product
from tests import makers
from tests.products.product_makers import a_picture, an_answered_draft

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tasks):
    """Run every task in a thread of its own, all starting together; return results, refusals as their sentence."""
    barrier = Barrier(len(tasks), timeout=60)

    def run(task):
        barrier.wait()
        try:
            return task()
        except Refusal as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result(timeout=120) for future in [pool.submit(run, task) for task in tasks]]


def a_maker():
    member = makers.an_account()
    return member, makers.a_producer(member=member)


def test_products_of_one_district_sent_at_once_get_codes_without_doubles_or_gaps():
    makers_ = [a_maker() for _ in range(12)]
    drafts = [(an_answered_draft(producer, member), member) for member, producer in makers_]
    at_once([lambda d=draft, m=member: actions.submit_draft(draft=d, by=m) for draft, member in drafts])
    year = timezone.localdate().year % 100
    assert sorted(Product.objects.values_list("code", flat=True)) == [f"LA1301-{year}-{number:04d}" for number in range(1, 13)]


def test_pressing_send_ten_times_sends_once():
    member, producer = a_maker()
    draft = an_answered_draft(producer, member)
    sent = at_once([lambda: actions.submit_draft(draft=draft, by=member)] * 10)
    assert {product.pk for product in sent} == {Product.objects.get().pk}
    assert Pack.objects.count() == 1


def test_pressing_start_ten_times_begins_one_product():
    member, producer = a_maker()
    begun = at_once([lambda: actions.begin_product(producer=producer, by=member)] * 10)
    assert {draft.pk for draft in begun} == {Draft.objects.get().pk}


def test_of_two_officers_one_registers_and_the_others_are_told_so():
    member, producer = a_maker()
    product = actions.submit_draft(draft=an_answered_draft(producer, member), by=member)
    officers = [makers.an_officer(producer.place) for _ in range(4)]
    results = at_once([lambda o=officer: actions.register_product(product=product, by=o) for officer in officers])
    winner = Product.objects.get().decided_by
    assert sorted(result for result in results if isinstance(result, str)) == [f"Fried banana chips is already registered, by {winner.name}."] * 3
    assert trail(product).filter(additional_data__event="products.product.registered").count() == 1


def test_one_bar_code_number_goes_to_one_product():
    packs = [{"net_content": "120", "unit": "g", "price": "15000", "currency": "LAK", "gtin": "4006381333931"}]
    drafts = [(an_answered_draft(producer, member, packs=packs), member) for member, producer in (a_maker() for _ in range(6))]
    results = at_once([lambda d=draft, m=member: actions.submit_draft(draft=d, by=m) for draft, member in drafts])
    assert [result for result in results if isinstance(result, str)] == [
        "This bar-code number belongs to another product. Each pack has a number of its own."
    ] * 5
    # A refused sending gives its number back: the one product has the first code.
    assert Product.objects.get().code.endswith("-0001")
    assert Pack.objects.count() == 1


def test_the_same_photograph_sent_four_times_is_kept_once():
    member, producer = a_maker()
    draft = actions.begin_product(producer=producer, by=member)
    picture = a_picture().read()

    def send():
        return actions.add_photograph(draft=draft, upload=a_picture_of(picture), by=member)

    kept = at_once([send] * 4)
    assert {photograph.pk for photograph in kept} == {Photograph.objects.get().pk}


def test_photographs_sent_at_once_are_all_kept():
    member, producer = a_maker()
    draft = actions.begin_product(producer=producer, by=member)
    at_once([lambda c=colour: actions.add_photograph(draft=draft, upload=a_picture(c), by=member) for colour in ("orange", "green", "blue", "red")])
    assert len(Draft.objects.get().pictures) == 4


def a_picture_of(content: bytes):
    return SimpleUploadedFile("banana.jpg", content)
