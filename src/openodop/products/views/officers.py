from __future__ import annotations

from datetime import datetime

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST

from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.foundation.registration import State
from openodop.products import access, actions, messages, queries, showing
from openodop.products.facts import changes_of, facts_of
from openodop.products.forms import MakerForm, OfficersFilterForm, SendBackForm
from openodop.products.history import entries
from openodop.products.models import Product


@login_required
def products(request: HttpRequest) -> HttpResponse:
    """What waits for this officer, then every product of their places."""
    _officers_only(request)
    form = OfficersFilterForm(request.GET)
    filters = form.chosen()
    context = {
        "form": form,
        "filters": filters,
        "waiting": page_of(queries.waiting_for(request.user), request, size=10, parameter="waiting"),
        "page": page_of(queries.officers_list(request.user, **filters), request),
        "states": queries.states_of(request.user),
    }
    return render(request, "products/officers.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, code: str) -> HttpResponse:
    """One product as the officer reads it before deciding; the one button registers it, or takes its changes."""
    product = _of_this_officer(request, code)
    if request.method == "POST":
        return _decide(request, product)
    draft = getattr(product, "draft", None)
    changes = draft if draft and draft.sent_at else None
    pictures = changes.pictures if changes else list(product.photographs.all())
    context = {
        "product": product,
        "producer": product.producer,
        "changes": changes,
        "waits": bool(changes) or product.state == State.SUBMITTED,
        "facts": changes_of(changes) if changes else facts_of(product, product.sizes(), pictures=len(pictures), missing=product.missing()),
        "pictures": [showing.picture(product, photograph) for photograph in pictures],
        "as_sent_at": changes.sent_at if changes else product.submitted_at if product.state == State.SUBMITTED else None,
        "producer_not_registered": product.producer is None or product.producer.state != State.REGISTERED,
        "maker_form": MakerForm(product=product) if product.producer is None else None,
        "history": entries(product),
    }
    return render(request, "products/review.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: HttpRequest, code: str) -> HttpResponse:
    """The officer says what has to change."""
    product = _of_this_officer(request, code)
    form = SendBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        is_change = product.state == State.REGISTERED
        action = actions.send_back_changes if is_change else actions.send_back_product
        try:
            action(product=product, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            said = messages.CHANGES_SENT_BACK if is_change else messages.SENT_BACK
            notices.success(request, str(said) % {"name": str(product.producer.name)})
            return redirect("products:officers")
    return render(request, "products/send_back.html", {"product": product, "form": form}, status=422 if form.errors else 200)


@login_required
@require_POST
def name_maker(request: HttpRequest, code: str) -> HttpResponse:
    """The officer says who makes a product whose maker was not known."""
    product = _of_this_officer(request, code)
    form = MakerForm(request.POST, product=product)
    try:
        refuse_if(not form.is_valid(), messages.MAKER_NEEDED)
        actions.name_maker(product=product, producer=form.cleaned_data["producer"], by=request.user)
        notices.success(request, str(messages.MAKER_NAMED) % {"name": str(product.name)})
    except Refusal as refusal:
        notices.error(request, str(refusal))
    return redirect("products:review", product.code)


def _decide(request: HttpRequest, product: Product) -> HttpResponse:
    is_change = product.state == State.REGISTERED
    action = actions.accept_changes if is_change else actions.register_product
    try:
        action(product=product, by=request.user, as_sent_at=_moment(request.POST.get("as_sent_at", "")))
    except Refusal as refusal:
        notices.error(request, str(refusal))
        return redirect("products:review", product.code)
    said = messages.CHANGES_ACCEPTED if is_change else messages.REGISTERED
    notices.success(request, str(said) % {"name": str(product.name)})
    return redirect("products:officers")


def _moment(text: str) -> datetime | None:
    try:
        return parse_datetime(text)
    except ValueError:
        return None


def _officers_only(request: HttpRequest) -> None:
    if not access.is_officer(request.user):
        raise PermissionDenied(messages.OFFICERS_ONLY)


def _of_this_officer(request: HttpRequest, code: str) -> Product:
    _officers_only(request)
    rows = Product.objects.in_scope_of(request.user).select_related(
        "place__parent", "programme__country", "producer__place", "category", "draft__producer", "decided_by", "created_by"
    )
    return get_object_or_404(rows, code=code)
