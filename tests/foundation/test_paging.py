"""Page numbers of list pages."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from openodop.foundation.paging import page_of

ROWS = list(range(1, 101))


def page(address: str, **options):
    return page_of(ROWS, RequestFactory().get(address), **{"size": 10, **options})


def test_the_first_page_without_a_number():
    first = page("/products/")
    assert list(first) == ROWS[:10]
    assert (first.count, first.number, first.pages, first.first, first.last) == (100, 1, 10, 1, 10)
    assert (first.previous, first.next) == ("", "/products/?page=2")


def test_filters_stay_and_the_first_page_has_no_number():
    second = page("/products/?q=%E0%BA%8A%E0%BA%B2&page=2&stars=4&stars=5")
    assert second.previous == "/products/?q=%E0%BA%8A%E0%BA%B2&stars=4&stars=5"
    assert second.next == "/products/?q=%E0%BA%8A%E0%BA%B2&stars=4&stars=5&page=3"


@pytest.mark.parametrize(("asked", "given"), [("0", 10), ("-3", 10), ("99", 10), ("tea", 1), ("", 1), ("3", 3)])
def test_a_number_that_does_not_exist_gives_a_page_all_the_same(asked, given):
    assert page(f"/products/?page={asked}").number == given


def test_links_name_first_last_and_neighbours():
    links = page("/products/?page=5").links
    assert [link.label for link in links] == ["1", "…", "4", "5", "6", "…", "10"]
    assert [link.href for link in links if link.is_current] == ["/products/?page=5"]
    assert [link.href for link in links if link.label == "…"] == ["", ""]


def test_one_page_needs_no_links():
    assert page("/products/", size=200).links == []


def test_an_empty_list_is_an_empty_page():
    empty = page_of([], RequestFactory().get("/products/"))
    assert (list(empty), empty.count, empty.first, empty.last, empty.links, empty.next) == ([], 0, 0, 0, [], "")


def test_two_lists_on_one_page_have_their_own_numbers():
    assert page("/home/?waiting=2", parameter="waiting").number == 2
    assert page("/home/?waiting=2").number == 1
