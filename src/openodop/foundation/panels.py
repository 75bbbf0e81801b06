"""Places on a page where higher rooms show something of theirs.

A page offers a place by name (`places.place`); a room registers a panel for it in its apps.py. The page never
learns who its guests are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

#: (request, subject) -> safe HTML, or "" when there is nothing to show
Render = Callable[[HttpRequest, Any], str]


@dataclass(frozen=True, order=True)
class Panel:
    order: int
    name: str
    render: Render


_panels: dict[str, dict[str, Panel]] = defaultdict(dict)


def register(place: str, name: str, render: Render, *, order: int = 50) -> None:
    """Show `render`'s result at `place`; a second panel of the same name replaces the first."""
    _panels[place][name] = Panel(order, name, render)


def render_all(place: str, request: HttpRequest, subject: Any) -> list[str]:
    """Return the HTML of every panel at `place` that has something to show, in order."""
    pieces = (panel.render(request, subject) for panel in sorted(_panels[place].values(), key=lambda panel: (panel.order, panel.name)))
    return [piece for piece in pieces if piece]


@dataclass(frozen=True, order=True)
class Counter:
    """How many of a higher room's records belong to each subject of a page, for example products by place."""

    order: int
    name: str
    #: heading of a column: "Products"
    title: Any = field(compare=False)
    #: lazy ngettext with %(count)d: "%(count)d product", "%(count)d products"
    label: Any = field(compare=False)
    #: subjects -> {subject.pk: number}; a subject that is left out counts 0
    count: Callable[[Sequence[Any]], Mapping[Any, int]] = field(compare=False)

    def in_words(self, number: int) -> str:
        return str(self.label % {"count": number})


_counters: dict[str, dict[str, Counter]] = defaultdict(dict)


def register_count(name: str, count: Callable[[Sequence[Any]], Mapping[Any, int]], *, title: Any, label: Any, order: int = 50) -> None:
    """Let the page `places` show a number: `register_count("places.products", products_by_place, title=…, label=…)`.

    `count` gets all subjects of the page at once and must answer with one query, whatever their number.
    """
    page, short_name = name.split(".", 1)
    _counters[page][short_name] = Counter(order, short_name, title, label, count)


def counters(page: str) -> list[Counter]:
    """Return the counters registered for a page, in order."""
    return sorted(_counters[page].values())


def said(page: str, subjects: Sequence[Any]) -> dict[Any, str]:
    """Return {subject.pk: "21 products, 3 courses"} by the counters of a page, without what there is none of."""
    found = [(counter, counter.count(subjects)) for counter in counters(page)]
    return {
        subject.pk: ", ".join(counter.in_words(numbers[subject.pk]) for counter, numbers in found if numbers.get(subject.pk)) for subject in subjects
    }


def forget_counter(name: str) -> None:
    """Take a counter away again, for tests that register their own."""
    page, short_name = name.split(".", 1)
    _counters[page].pop(short_name, None)
