"""Numbers that a higher room lends to a page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils.translation import ngettext_lazy

from openodop.foundation import panels

HERE, THERE = SimpleNamespace(pk=1), SimpleNamespace(pk=2)


@pytest.fixture(autouse=True)
def own_counters(monkeypatch):
    monkeypatch.setitem(panels._counters, "page", {})


def register(name: str, numbers: dict, **options) -> None:
    label = ngettext_lazy(f"%(count)d {name[:-1]}", f"%(count)d {name}", "count")
    panels.register_count(f"page.{name}", lambda subjects: numbers, title=name.title(), label=label, **options)


def test_numbers_in_words_and_in_order():
    register("courses", {1: 1}, order=40)
    register("products", {1: 21, 2: 1}, order=30)
    assert [counter.name for counter in panels.counters("page")] == ["products", "courses"]
    assert panels.said("page", [HERE, THERE]) == {1: "21 products, 1 course", 2: "1 product"}


def test_what_there_is_none_of_is_not_said():
    register("products", {1: 0})
    assert panels.said("page", [HERE, THERE]) == {1: "", 2: ""}


def test_a_counter_registered_twice_counts_once():
    register("products", {1: 3})
    register("products", {1: 4})
    assert panels.said("page", [HERE]) == {1: "4 products"}


def test_a_counter_can_be_taken_away():
    register("products", {1: 3})
    panels.forget_counter("page.products")
    panels.forget_counter("page.products")
    assert panels.counters("page") == []
