"""The registration of a product, one question group a page. Every page posts without a script; answers are kept page by page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from openodop.foundation import languages
from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.foundation.registration import State
from openodop.producers.models import Producer
from openodop.products import access, actions, messages, queries, rules
from openodop.products.cards import rendition
from openodop.products.choices import STEP_LABELS
from openodop.products.facts import changes_of, facts_of
from openodop.products.forms import FORMS, StepForm
from openodop.products.models import Draft, Photograph, Product


def on_draft(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the page the draft that this account may answer; one that was sent leads to its product."""

    @wraps(page)
    def find(request: HttpRequest, key: str, **arguments: Any) -> HttpResponse:
        draft = get_object_or_404(_drafts(request), key=key)
        return redirect(draft.sent_as) if draft.sent_as_id else page(request, draft, **arguments)

    return login_required(find)


def _drafts(request: HttpRequest) -> QuerySet[Draft]:
    rows = Draft.objects.visible_to(request.user)
    return rows.select_related("producer__place", "producer__programme__country", "product__place", "product__programme__country", "sent_as")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """For which producer, what is asked and how long it takes; goes on with what was begun."""
    producers = queries.producers_of(request.user)
    wanted = (request.POST if request.method == "POST" else request.GET).get("producer", "")[:24]
    if request.method == "POST":
        producer = get_object_or_404(Producer.objects.visible_to(request.user), code=wanted)
        try:
            draft = actions.begin_product(producer=producer, by=request.user)
        except Refusal as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        return redirect("products:resume", draft.key)
    choices = list(producers[:200])
    context = {
        "producers": choices,
        "chosen": next((producer for producer in choices if producer.code == wanted), choices[0] if choices else None),
        "begun": list(queries.begun_by(request.user)[:10]),
        "is_officer": access.is_officer(request.user),
    }
    return render(request, "products/start.html", context)


@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The products of the producers that this account acts for, and those begun."""
    context = {
        "page": page_of(queries.own_products(request.user), request),
        "begun": list(queries.begun_by(request.user)[:20]),
        "has_producer": queries.producers_of(request.user).exists(),
    }
    return render(request, "products/own.html", context)


@login_required
@require_POST
def begin_changes(request: HttpRequest, code: str) -> HttpResponse:
    """Begin changes of a product, or go on with them."""
    product = get_object_or_404(Product.objects.visible_to(request.user), code=code)
    try:
        draft = actions.begin_changes(product=product, by=request.user)
    except Refusal as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    return redirect("products:check", draft.key)


@on_draft
def resume(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Go on where the maker stopped, on any device."""
    open_step = None if draft.product_id else rules.first_open_step(_steps(draft), draft.done)
    return redirect(_url(draft, open_step) if open_step else reverse("products:check", args=[draft.key]))


@on_draft
@require_POST
def drop(request: HttpRequest, draft: Draft) -> HttpResponse:
    product = draft.product
    actions.drop_draft(draft=draft, by=request.user)
    notices.success(request, str(messages.CHANGES_DROPPED if product else messages.DRAFT_DELETED))
    return redirect(product) if product else redirect("products:own")


@on_draft
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, draft: Draft, step: str) -> HttpResponse:
    """One question group: show it, or keep its answers and go on."""
    if step not in _steps(draft):
        raise Http404
    form = FORMS[step](request.POST if request.method == "POST" else None, draft=draft, initial={"language": request.GET.get("in", "")})
    if request.method == "POST" and not _asks_for_more(request) and form.is_valid():
        try:
            draft = actions.keep_answers(draft=draft, step=step, answers=form.answers(), by=request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(_after(request, draft, step))
    if _asks_for_more(request):
        form.errors.clear()
    return _page(request, draft, step, form)


def _asks_for_more(request: HttpRequest) -> bool:
    """Buttons that only change the page: one more pack, look up a customs number."""
    return "more" in request.POST or "find" in request.POST


@on_draft
@require_http_methods(["GET", "HEAD", "POST"])
def photographs(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Add several photographs at once, make one the first, remove one. Of several files the good ones are kept."""
    form = FORMS["photographs"](*((request.POST, request.FILES) if request.method == "POST" else ()), draft=draft)
    if request.method == "POST":
        refused = _add(request, draft) if request.FILES else _arrange(request, draft)
        if not refused:
            stays = request.FILES or "remove" in request.POST or "first" in request.POST
            return redirect(request.path if stays else _after(request, _answered(request, draft), "photographs"))
        for sentence in refused:
            form.add_error("photographs", sentence)
        draft = form.draft = _drafts(request).get(pk=draft.pk)
    return _page(request, draft, "photographs", form)


def _add(request: HttpRequest, draft: Draft) -> list[str]:
    refused, added = [], 0
    for upload in request.FILES.getlist("photographs")[:20]:
        try:
            actions.add_photograph(draft=draft, upload=upload, by=request.user)
            added += 1
        except Refusal as refusal:
            refused.append(gettext("%(file)s: %(sentence)s") % {"file": upload.name[:60], "sentence": refusal})
    if added:
        notices.success(request, str(messages.PICTURES_ADDED) % {"number": added})
    return refused


def _arrange(request: HttpRequest, draft: Draft) -> list[str]:
    pressed = request.POST.get("remove") or request.POST.get("first")
    if not pressed:
        return []
    photograph = next((one for one in draft.pictures if str(one.pk) == pressed), None)
    action = actions.remove_photograph if "remove" in request.POST else actions.move_photograph
    try:
        action(draft=draft, photograph=photograph or Photograph(), by=request.user)
    except Refusal as refusal:
        return [str(refusal)]
    return []


def _answered(request: HttpRequest, draft: Draft) -> Draft:
    """Going on without a photograph is an answer too."""
    return actions.keep_answers(draft=draft, step="photographs", answers={}, by=request.user)


@on_draft
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, draft: Draft) -> HttpResponse:
    """All answers with a way to change each; then send."""
    error, product, is_registered = "", draft.product, bool(draft.product) and draft.product.state == State.REGISTERED
    if request.method == "POST":
        try:
            return _sent(request, draft)
        except Refusal as refusal:
            error = str(refusal)
    reason, about = (draft.reason, draft.reason_about) if draft.reason else (product.state_reason, product.reason_about) if product else ("", [])
    missing = draft.missing()
    facts = changes_of(draft) if is_registered else facts_of(draft.edited, draft.packs, pictures=len(draft.pictures), missing=missing)
    for fact in facts:
        fact.url, fact.reason = _url(draft, fact.step), reason if fact.step in about else ""
    producer = draft.producer
    context = {
        "draft": draft,
        "product": product,
        "producer": producer,
        "producer_not_sent": producer is not None and producer.state == State.DRAFT,
        "facts": facts,
        "missing": [{"label": STEP_LABELS[page], "url": _url(draft, page)} for page in missing],
        "error": error,
        "reason": reason,
        "is_registered": is_registered,
        "applies_at_once": is_registered and access.may_decide(request.user, product),
        "has_changes": bool(product) and bool(draft.changed_parts()),
        "name": languages.best(draft.edited.name),
        "pages": len(_steps(draft)) + 1,
    }
    return render(request, "products/check.html", context, status=422 if error else 200)


def _sent(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Send what was answered, tell what happens next, and go where the sender sees it."""
    if draft.product is None:
        product = actions.submit_draft(draft=draft, by=request.user)
        said = messages.SENT
    else:
        was_registered = draft.product.state == State.REGISTERED
        product = actions.send_changes(product=draft.product, by=request.user)
        said = messages.SENT if not was_registered else messages.CHANGES_KEPT if access.may_decide(request.user, product) else messages.CHANGES_SENT
    notices.success(request, str(said) % {"place": product.place.name})
    return redirect(product)


# --- of every page --------------------------------------------------------------------------------------------------------
def _steps(draft: Draft) -> list[str]:
    return rules.steps_for(is_food=draft.edited.is_food if draft.edited.category_id else None)


def _url(draft: Draft, step: str) -> str:
    return reverse("products:photographs", args=[draft.key]) if step == "photographs" else reverse("products:step", args=[draft.key, step])


def _after(request: HttpRequest, draft: Draft, step: str) -> str:
    """Return the address that follows a page: the next question, or the check page once all were answered."""
    if "leave" in request.POST:
        return reverse("products:own")
    steps = _steps(draft)
    if draft.product_id or rules.first_open_step(steps, draft.done) is None:
        return reverse("products:check", args=[draft.key])
    following = rules.next_step(steps, step) or rules.first_open_step(steps, draft.done)
    return _url(draft, following)


def _picture(draft: Draft, photograph: Photograph) -> dict[str, Any]:
    return {"pk": photograph.pk, "address": rendition(photograph, 320, "webp"), "width": photograph.width, "height": photograph.height}


def _page(request: HttpRequest, draft: Draft, step: str, form: StepForm) -> HttpResponse:
    steps = _steps(draft)
    before = rules.step_before(steps, step)
    answered = draft.product_id or rules.first_open_step(steps, draft.done) is None
    product = draft.product
    reason, about = (draft.reason, draft.reason_about) if draft.reason else (product.state_reason, product.reason_about) if product else ("", [])
    context: dict[str, Any] = {
        "draft": draft,
        "form": form,
        "template": f"products/steps/{step}.html",
        "step": steps.index(step) + 1,
        "steps": 0 if product else len(steps) + 1,
        "changes": bool(answered),
        "back": reverse("products:check", args=[draft.key]) if answered else _url(draft, before) if before else reverse("products:own"),
        "reason": reason if step in about else "",
        "pictures": [_picture(draft, photograph) for photograph in draft.pictures] if step == "photographs" else [],
        "draft_key": f"product-{draft.key}-{step}" if step != "photographs" else "",
    }
    return render(request, "products/step.html", context, status=422 if form.errors else 200)
