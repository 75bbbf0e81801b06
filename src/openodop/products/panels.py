"""What products show on pages of lower rooms."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.products import access, queries
from openodop.products.cards import cards

#: cards on somebody else's page; the rest stands in the catalogue
SHOWN = 6


def of_place(request: HttpRequest, place: Place) -> str:
    found = queries.of_place(place)
    shown = cards(found[:SHOWN])
    if not shown:
        return ""
    context = {"cards": shown, "place": place, "number": found.count() if len(shown) == SHOWN else len(shown)}
    return render_to_string("products/panel_place.html", context, request)


def of_producer(request: HttpRequest, producer: Producer) -> str:
    may_start = access.may_start_for(request.user, producer)
    shown = cards(queries.of_producer(producer, request.user)[:24])
    if not shown and not may_start:
        return ""
    context = {"cards": shown, "producer": producer, "may_start": may_start, "marks": may_start}
    return render_to_string("products/panel_producer.html", context, request)
