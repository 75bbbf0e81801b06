"""Page numbers for list pages; `?page=2` keeps every filter of the address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as DjangoPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

#: rows of a list page where the room has no reason for another number; whole rows of 2, 3 and 4 cards
SIZE = 24


@dataclass(frozen=True)
class Link:
    """A page number to choose; a gap ("…") has no address."""

    label: str
    href: str
    is_current: bool


class Page:
    """One page of a list: iterate it for the rows; `count`, `first`, `last`, `previous`, `next`, `links` for the words around it."""

    def __init__(self, page: DjangoPage, request: HttpRequest, parameter: str) -> None:
        self._page, self._request, self._parameter = page, request, parameter
        self.items = list(page.object_list)
        self.count: int = page.paginator.count
        self.number: int = page.number
        self.pages: int = page.paginator.num_pages
        self.first, self.last = (page.start_index(), page.end_index()) if self.items else (0, 0)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def previous(self) -> str:
        return self.href(self.number - 1) if self._page.has_previous() else ""

    @property
    def next(self) -> str:
        return self.href(self.number + 1) if self._page.has_next() else ""

    @property
    def links(self) -> list[Link]:
        """First, last and the neighbours of this page; nothing when there is only one."""
        if self.pages < 2:
            return []
        shown = self._page.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)
        return [Link(str(number), self.href(number) if isinstance(number, int) else "", number == self.number) for number in shown]

    def href(self, number: int) -> str:
        query = self._request.GET.copy()
        query.pop(self._parameter, None)
        if number > 1:
            query[self._parameter] = str(number)
        return f"{self._request.path}?{query.urlencode()}" if query else self._request.path


def page_of(rows: QuerySet | list, request: HttpRequest, *, size: int = SIZE, parameter: str = "page") -> Page:
    """Return the page that `request` asks for: the first for a missing or unreadable number, the last for one too high."""
    return Page(Paginator(rows, size).get_page(request.GET.get(parameter)), request, parameter)
