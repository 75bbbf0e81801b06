"""Entries of the public menu and of the signed-in frame; rooms register theirs in apps.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class Entry:
    """One menu entry. `visible` decides for the signed-in account; `url_name` is reversed when shown."""

    order: int
    label: Any
    url_name: str
    icon: str = ""
    visible: Callable[[Any], bool] = field(default=lambda account: True)


@dataclass(frozen=True)
class Shown:
    label: str
    href: str
    icon: str
    current: bool


public: list[Entry] = []
work: list[Entry] = []


def add(menu: list[Entry], entry: Entry) -> None:
    """Add an entry once; registering twice (tests, reloads) changes nothing."""
    if all(known.url_name != entry.url_name for known in menu):
        menu.append(entry)
        menu.sort(key=lambda known: known.order)


def shown(menu: list[Entry], request: HttpRequest) -> list[Shown]:
    """Return the entries this request's account may see, the current one marked."""
    account = getattr(request, "user", None)
    result = []
    for entry in menu:
        if not entry.visible(account):
            continue
        href = reverse(entry.url_name)
        current = request.path == href or (href != "/" and request.path.startswith(href))
        result.append(Shown(str(entry.label), href, entry.icon, current))
    return result
