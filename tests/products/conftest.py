"""A product's way: its producer with a member, the officer of the place, sent, registered."""

import pytest

from openodop.products import actions
from tests import makers
from tests.products.product_makers import an_answered_draft


@pytest.fixture
def member(db):
    return makers.an_account()


@pytest.fixture
def producer(member):
    return makers.a_producer(member=member)


@pytest.fixture
def officer(producer):
    return makers.an_officer(producer.place)


@pytest.fixture
def sent(producer, member):
    return actions.submit_draft(draft=an_answered_draft(producer, member), by=member)


@pytest.fixture
def registered(sent, officer):
    return actions.register_product(product=sent, by=officer)
