from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.foundation.registration import State
from openodop.places.models import Place
from openodop.producers import access, actions, messages, queries
from openodop.producers.choices import STATE_WORDS, Kind
from openodop.producers.facts import facts_of
from openodop.producers.forms import InviteForm, OfficersFilterForm, SendBackForm
from openodop.producers.history import entries
from openodop.producers.models import Producer
from openodop.producers.views.chips import chips


@login_required
def producers(request: HttpRequest) -> HttpResponse:
    """What waits for this officer, then every producer of their places."""
    _officers_only(request)
    form = OfficersFilterForm(request.GET)
    filters = form.chosen()
    context = {
        "form": form,
        "filters": filters,
        "place": Place.objects.filter(code=filters["place"]).first() if "place" in filters else None,
        "waiting": page_of(queries.waiting_for(request.user), request, size=8, parameter="waiting"),
        "page": page_of(queries.officers_list(request.user, **filters), request),
        "chip_rows": [chips(request, "state", _states(request.user)), chips(request, "kind", Kind.choices)],
    }
    return render(request, "producers/officers.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, code: str) -> HttpResponse:
    """One producer as the officer reads it before deciding; the one button registers it, or takes its changes."""
    producer = _of_this_officer(request, code)
    if request.method == "POST":
        return _decide(request, producer)
    draft = getattr(producer, "draft", None)
    changes = draft if draft and draft.sent_at else None
    shown = changes.edited() if changes else producer
    context = {
        "producer": producer,
        "changes": changes,
        "facts": facts_of(shown, before=producer if changes else None, missing=shown.missing()),
        "as_sent_at": (changes.sent_at if changes else producer.submitted_at) if changes or producer.state == State.SUBMITTED else None,
        "alike": queries.alike(shown),
        "history": entries(producer),
        "members": producer.memberships.select_related("account"),
    }
    return render(request, "producers/review.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: HttpRequest, code: str) -> HttpResponse:
    """The officer says what has to change."""
    producer = _of_this_officer(request, code)
    form = SendBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        is_change = producer.state == State.REGISTERED
        action = actions.send_back_changes if is_change else actions.send_back_producer
        try:
            action(producer=producer, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            said = messages.CHANGES_SENT_BACK if is_change else messages.SENT_BACK
            notices.success(request, said % {"name": str(producer.name)})
            return redirect("producers:officers")
    return render(request, "producers/send_back.html", {"producer": producer, "form": form}, status=422 if form.errors else 200)


def _states(account: Any) -> list[tuple[str, str]]:
    """Each state that occurs, with its number: ("submitted", "waiting: 3")."""
    return [(state, f"{STATE_WORDS[state]}: {number}") for state, number in queries.states_of(account).items() if number]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """Make a link with which somebody of the producer gets an account that may keep its record."""
    producer = _of_this_officer(request, code)
    known = {"name": producer.contact_name, "phone": producer.contact_phone} if not producer.memberships.exists() else {}
    form = InviteForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            invitation, token = actions.invite_member(producer=producer, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return redirect("people:hand_over", invitation.pk, token)
    return render(request, "producers/invite.html", {"producer": producer, "form": form}, status=422 if form.errors else 200)


def _decide(request: HttpRequest, producer: Producer) -> HttpResponse:
    is_change = producer.state == State.REGISTERED and getattr(producer, "draft", None)
    action = actions.accept_changes if is_change else actions.register_producer
    try:
        action(producer=producer, by=request.user, as_sent_at=_moment(request.POST.get("as_sent_at", "")))
    except Refusal as refusal:
        notices.error(request, str(refusal))
        return redirect("producers:review", producer.code)
    said = messages.CHANGES_ACCEPTED if is_change else messages.REGISTERED
    notices.success(request, said % {"name": str(producer.name)})
    return redirect("producers:officers")


def _moment(text: str) -> datetime | None:
    try:
        return parse_datetime(text)
    except ValueError:
        return None


def _officers_only(request: HttpRequest) -> None:
    if not access.is_officer(request.user):
        raise PermissionDenied(messages.OFFICERS_ONLY)


def _of_this_officer(request: HttpRequest, code: str) -> Producer:
    _officers_only(request)
    rows = Producer.objects.in_scope_of(request.user).select_related(
        "place__parent__parent", "programme__country", "draft", "decided_by", "created_by"
    )
    return get_object_or_404(rows, code=code)
