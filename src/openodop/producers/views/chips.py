"""Filters as chips: links that set one filter, or take it away when it is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Chip:
    label: str
    href: str
    is_on: bool


def chips(request: HttpRequest, name: str, choices: Iterable[tuple[str, Any]]) -> list[Chip]:
    """Return one chip for each value of the filter `name`; the page number is left out."""
    result = []
    for value, label in choices:
        query = request.GET.copy()
        is_on = query.get(name) == value
        query.pop("page", None)
        if is_on:
            del query[name]
        else:
            query[name] = value
        result.append(Chip(str(label), f"?{query.urlencode()}", is_on))
    return result
