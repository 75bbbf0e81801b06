"""The registration, one question a page. Every page posts without a script; answers are kept in the database page by page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from openodop.foundation import languages
from openodop.foundation.refusals import Refusal
from openodop.foundation.registration import State
from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of
from openodop.producers import access, actions, messages, queries, rules
from openodop.producers.choices import STEP_LABELS
from openodop.producers.facts import Fact, facts_of
from openodop.producers.forms import FORMS
from openodop.producers.models import Draft, Producer
from openodop.producers.views.way import Way
from openodop.programmes.models import Programme


# --- new registrations --------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What is asked and how long it takes; goes on with what was begun."""
    programmes = list(Programme.objects.select_related("country"))
    if request.method == "POST" and request.user.is_authenticated:
        programme = next((one for one in programmes if one.code == request.POST.get("programme")), None)
        if programme:
            way = Way(request.user, draft=actions.begin_registration(programme=programme, by=request.user))
            return redirect(way.url(rules.first_open_step(way.steps, way.done) or way.steps[0]))
        notices.error(request, str(messages.NO_PROGRAMME))
    context = {
        "programmes": programmes,
        "chosen": queries.default_programme(country=_country_of(request.user)),
        "begun": list(queries.begun_by(request.user)) if request.user.is_authenticated else [],
        "is_officer": access.is_officer(request.user),
        "steps": rules.STEPS,
    }
    return render(request, "producers/start.html", context)


def _country_of(account: Any) -> str:
    """Return the country (two letters) that an account most likely registers in: its places', else its phone number's."""
    paths = scope_of(account, *OFFICERS).paths
    return paths[0][:2] if paths else rules.country_of_phone(getattr(account, "phone", "") or "")


@login_required
def resume(request: HttpRequest, key: str) -> HttpResponse:
    """Go on where the producer stopped, on any device."""
    draft = _begun(request, key)
    if draft.sent_as:
        return redirect(draft.sent_as)
    way = Way(request.user, draft=draft)
    step = rules.first_open_step(way.steps, way.done)
    return redirect(way.url(step) if step else way.check_url)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, key: str, step: str) -> HttpResponse:
    draft = _begun(request, key)
    return redirect(draft.sent_as) if draft.sent_as else _page(request, Way(request.user, draft=draft), step)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, key: str) -> HttpResponse:
    draft = _begun(request, key)
    return redirect(draft.sent_as) if draft.sent_as else _check(request, Way(request.user, draft=draft))


@login_required
@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    draft = _begun(request, key)
    if not draft.sent_as:
        actions.drop_draft(draft=draft, by=request.user)
        notices.success(request, str(messages.DRAFT_DELETED))
    return redirect("producers:start")


def _begun(request: HttpRequest, key: str) -> Draft:
    rows = Draft.objects.visible_to(request.user).filter(producer=None).select_related("programme__country", "sent_as")
    return get_object_or_404(rows, key=key)


# --- changes of a producer that is in the register ------------------------------------------------------------------------
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest, code: str) -> HttpResponse:
    return _check(request, _way_of(request, code))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str, step: str) -> HttpResponse:
    return _page(request, _way_of(request, code), step)


@login_required
@require_POST
def drop_changes(request: HttpRequest, code: str) -> HttpResponse:
    way = _way_of(request, code)
    if way.draft:
        actions.drop_draft(draft=way.draft, by=request.user)
        notices.success(request, str(messages.CHANGES_DROPPED))
    return redirect(way.producer)


def _way_of(request: HttpRequest, code: str) -> Way:
    rows = Producer.objects.visible_to(request.user).select_related("place__parent", "programme__country", "draft__created_by")
    producer = get_object_or_404(rows, code=code)
    if not access.may_edit(request.user, producer):
        raise PermissionDenied(messages.NOT_YOUR_PRODUCER)
    draft = getattr(producer, "draft", None)
    if draft:
        draft.producer = producer
    return Way(request.user, draft=draft, producer=producer)


# --- both ---------------------------------------------------------------------------------------------------------------
def _page(request: HttpRequest, way: Way, step: str) -> HttpResponse:
    """One question group: show it, or keep its answers and go on."""
    if step not in rules.STEPS:
        raise Http404
    edited = way.edited()
    if step == "district" and not edited.place_id:
        return redirect(way.url("province"))
    form = FORMS[step](request.POST if request.method == "POST" else None, instance=edited, scope=way.scope, for_somebody=not way.is_own)
    if request.method == "POST" and form.is_valid():
        try:
            way.keep(step, edited)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("producers:start" if "leave" in request.POST and not way.producer else way.after(step))
    return render(request, "producers/step.html", _page_context(way, step, form), status=422 if form.errors else 200)


def _page_context(way: Way, step: str, form: Any) -> dict[str, Any]:
    before = rules.step_before(way.steps, step) if step in way.steps else None
    answered = way.producer or rules.first_open_step(way.steps, way.done) is None
    number = way.steps.index(step) + 1 if step in way.steps else 1
    return {
        "way": way,
        "form": form,
        # Pages of a new registration are counted, the check page is the last; changes have no order.
        "step": number,
        "steps": 0 if way.producer else len(way.steps) + 1,
        "changes": way.producer,
        "back": way.check_url if answered else way.url(before) if before else reverse("producers:start"),
        "reason": way.reason if step in way.reason_about else "",
        "draft_key": f"producer-{way.producer.code if way.producer else way.draft.key}-{step}",
    }


def _check(request: HttpRequest, way: Way) -> HttpResponse:
    """All answers with a way to change each; then send."""
    error, edited = "", way.edited()
    missing = queries.missing_to_send(edited)
    if request.method == "POST":
        try:
            return _sent(request, way)
        except Refusal as refusal:
            error = str(refusal)
    is_registered = bool(way.producer) and way.producer.state == State.REGISTERED
    context = {
        "way": way,
        "producer": way.producer,
        "facts": _facts_to_change(way, edited, missing),
        "missing": [{"label": STEP_LABELS[step], "url": way.url(step)} for step in rules.steps_to_complete(missing)],
        "error": error,
        "is_registered": is_registered,
        "applies_at_once": is_registered and access.may_decide(request.user, way.producer),
        "begun_by": way.draft.created_by.name if way.draft and way.draft.created_by_id != request.user.pk else "",
        "has_changes": bool(way.producer and way.draft and way.draft.changed_fields()),
        "place": edited.place if edited.place_id else None,
        "name": languages.best(edited.name),
        "steps": len(way.steps) + 1,
        "back": way.url(way.steps[-1]),
    }
    return render(request, "producers/check.html", context, status=422 if error else 200)


def _facts_to_change(way: Way, edited: Producer, missing: list[str]) -> list[Fact]:
    facts = facts_of(edited, before=way.producer if way.draft else None, missing=missing, about=way.reason_about)
    linked = set()
    for fact in facts:
        page = "province" if fact.name == "place" and "province" in way.steps else fact.step
        # One link for each page, at the first row that the page asks.
        fact.url = "" if page in linked else way.url(page)
        linked.add(page)
    return facts


def _sent(request: HttpRequest, way: Way) -> HttpResponse:
    """Send what was answered, tell what happens next, and go where the sender sees it."""
    if way.producer is None:
        producer = actions.submit_draft(draft=way.draft, by=request.user)
        said = messages.SENT
    else:
        producer = actions.send_changes(producer=way.producer, by=request.user)
        at_once = producer.state == State.REGISTERED and access.may_decide(request.user, producer)
        said = messages.CHANGES_KEPT if at_once else messages.CHANGES_SENT if producer.state == State.REGISTERED else messages.SENT
    if access.may_decide(request.user, producer):
        return redirect("producers:review", producer.code)
    notices.success(request, said % {"place": producer.place.name})
    return redirect(producer)
