from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from openodop.foundation import files, languages, panels, pictures
from openodop.foundation.paging import page_of
from openodop.foundation.registration import State
from openodop.products import access, queries, showing
from openodop.products.cards import cards
from openodop.products.choices import Sorting
from openodop.products.facets import chips, groups
from openodop.products.history import entries
from openodop.products.models import Draft, Photograph, Product


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The public catalogue with its filters."""
    filters = queries.Filters.read(request.GET)
    found = queries.Catalogue(filters)
    page = page_of(found.page_rows(), request)
    context = {
        "filters": filters,
        "page": page,
        "ends_early": found.ends_early,
        "cards": cards(page),
        "groups": groups(found),
        "chips": chips(found),
        "sortings": Sorting.choices,
    }
    return render(request, "products/products.html", context)


@require_safe
def product(request: HttpRequest, code: str) -> HttpResponse:
    """A product's page: what everyone may see, and for its makers and officers its state and history."""
    rows = Product.objects.visible_to(request.user).select_related(
        "place__parent__parent", "former_place", "programme", "category", "producer__place__parent", "cover", "decided_by", "draft"
    )
    found = get_object_or_404(rows.prefetch_related("packs", "photographs"), code=code)
    sees_inside = access.may_see_inside(request.user, found)
    draft = getattr(found, "draft", None) if sees_inside else None
    context = {
        "product": found,
        "name": languages.best(found.name),
        "second": languages.second(found.name),
        "shown": showing.of(found, request),
        "maker": found.producer if found.producer and _is_seen(found.producer, sees_inside) else None,
        "sees_inside": sees_inside,
        "draft": draft,
        "may_edit": access.may_edit(request.user, found),
        "may_decide": access.may_decide(request.user, found) and (found.state == State.SUBMITTED or bool(draft and draft.sent_at)),
        "history": entries(found) if sees_inside else [],
        "panels": panels.render_all("products.product", request, found),
        "others": cards(queries.of_producer(found.producer).exclude(pk=found.pk)[:4]) if found.producer else [],
    }
    return render(request, "products/product.html", context)


def _is_seen(producer: object, sees_inside: bool) -> bool:
    return producer.is_public or sees_inside


@require_safe
def photograph(request: HttpRequest, folder: str, name: str) -> HttpResponse:
    """A photograph's file: everyone's while its product is public, else only for those who may see the product or answer its draft."""
    found = get_object_or_404(Photograph.objects.select_related("product"), folder=f"products/{folder}")
    if not pictures.is_kept(found.renditions, name):
        raise Http404
    public = bool(found.product and found.product.is_public)
    if not public and not _may_see(request, found):
        raise Http404
    content_type = pictures.CONTENT_TYPES[name.rpartition(".")[2]]
    return files.hand_out(f"{found.folder}/{name}", content_type=content_type, public=public)


def _may_see(request: HttpRequest, photograph: Photograph) -> bool:
    if photograph.draft_id:
        return Draft.objects.visible_to(request.user).filter(pk=photograph.draft_id).exists()
    return Product.objects.visible_to(request.user).filter(pk=photograph.product_id).exists()
