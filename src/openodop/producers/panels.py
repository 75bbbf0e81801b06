"""What this room shows on pages of others."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from openodop.places.models import Place
from openodop.producers import queries

#: producers shown on a place's page; the list has the rest
SHOWN = 6


def of_place(request: HttpRequest, place: Place) -> str:
    """The producers of a place and of everything below it."""
    rows = queries.of_place(place)
    count = rows.count()
    if not count:
        return ""
    context = {"place": place, "producers": rows[:SHOWN], "count": count}
    return render_to_string("producers/place_panel.html", context, request=request)
