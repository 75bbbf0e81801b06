from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from openodop.foundation import languages, panels
from openodop.foundation.paging import Page, page_of
from openodop.places.models import Place
from openodop.producers import access, queries
from openodop.producers.choices import Kind
from openodop.producers.facts import public_facts
from openodop.producers.forms import FilterForm
from openodop.producers.history import entries
from openodop.producers.models import Producer
from openodop.producers.views.chips import chips


def producers(request: HttpRequest) -> HttpResponse:
    """The public register with its filters."""
    form = FilterForm(request.GET)
    filters = form.chosen()
    page = page_of(queries.public_list(**filters), request)
    context = {
        "form": form,
        "filters": filters,
        "place": Place.objects.filter(code=filters["place"]).first() if "place" in filters else None,
        "chip_rows": [chips(request, "kind", Kind.choices)],
        "page": page,
        "rows": _rows(page),
    }
    return render(request, "producers/producers.html", context)


def _rows(page: Page) -> list[tuple[Producer, list[str]]]:
    """Return each producer of the page with what higher rooms count for it, in words: "3 products"."""
    counted = [(counter, counter.count(page.items)) for counter in panels.counters("producers")] if page.items else []
    return [(one, [counter.in_words(numbers[one.pk]) for counter, numbers in counted if numbers.get(one.pk)]) for one in page]


def producer(request: HttpRequest, code: str) -> HttpResponse:
    """A producer's page: what everyone may see, and for its members and officers its state and history."""
    found = get_object_or_404(
        Producer.objects.visible_to(request.user).select_related("place__parent__parent", "programme", "decided_by", "draft"), code=code
    )
    sees_inside = access.may_see_inside(request.user, found)
    context = {
        "producer": found,
        "second_name": languages.second(found.name),
        "facts": public_facts(found),
        "draft": getattr(found, "draft", None) if sees_inside else None,
        "sees_inside": sees_inside,
        "may_edit": access.may_edit(request.user, found),
        "may_decide": access.may_decide(request.user, found),
        "history": entries(found) if sees_inside else [],
    }
    return render(request, "producers/producer.html", context)
