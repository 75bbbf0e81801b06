"""Places on a page where higher rooms show something of theirs.

A page offers a place by name (`places.place`); a room registers a panel for it in its apps.py. The page never
learns who its guests are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
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
