"""Organisers' pages about the people of a course."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.training.actions import enrolment as actions
from openodop.training.actions import invitations
from openodop.training.choices import EnrolmentState
from openodop.training.forms.enrolment import ParticipantFilter, ParticipantForm, ReasonForm
from openodop.training.messages import enrolment as messages
from openodop.training.models import Enrolment
from openodop.training.queries.enrolment import counts_by_state, participants, place_in_line
from openodop.training.rules.enrolment import may_become
from openodop.training.views.organise import organised_course, posted, put_refusal, read_and_write

#: the single-use link waits here until the next page shows it once
LINK_IN_SESSION = "training.invitation_link"


@login_required
@require_safe
def participant_list(request: HttpRequest, code: str) -> HttpResponse:
    course = organised_course(request, code)
    form = ParticipantFilter(request.GET)
    filters = form.chosen()
    counts = counts_by_state(course)
    context = {
        "course": course,
        "form": form,
        "filters": filters,
        "counts": [(state, EnrolmentState(state).label, count) for state, count in counts.items() if count],
        "page": page_of(participants(course, request.user, filters=filters), request, size=60),
        "section": "participants",
    }
    return render(request, "training/courses/participants.html", context)


@login_required
@read_and_write
def participant_new(request: HttpRequest, code: str) -> HttpResponse:
    """Add somebody: invited with a link, or enrolled at once."""
    course = organised_course(request, code)
    form = ParticipantForm(posted(request), course=course)
    if request.method == "POST" and form.is_valid():
        try:
            row, secret = actions.add_participant(
                course=course,
                person=form.person(),
                participation=form.participation(),
                by=request.user,
                at_once=form.cleaned_data["how"] == "enrol",
            )
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            _keep_link(request, secret)
            _say_state(request, row)
            return redirect("training:participant", course.code, row.pk)
    context = {"form": form, "course": course, "section": "participants"}
    return render(request, "training/courses/participant_new.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@read_and_write
def participant(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One person of the list with the decisions that are possible now."""
    course = organised_course(request, code)
    rows = Enrolment.objects.visible_to(request.user).select_related("person__organisation", "organisation", "province", "producer", "decided_by")
    row = get_object_or_404(rows.filter(course=course), pk=pk)
    row.course = course
    form = ReasonForm(request.POST if {"refuse", "withdraw"} & set(request.POST) else None)
    if request.method == "POST":
        done = _decide(request, row, form)
        if done is not None:
            return done
    context = {
        "course": course,
        "enrolment": row,
        "position": place_in_line(row),
        "form": form,
        "steps": _possible_steps(row),
        "link": request.session.pop(LINK_IN_SESSION, ""),
        "section": "participants",
    }
    return render(request, "training/courses/participant.html", context, status=422 if form.errors else 200)


def _possible_steps(row: Enrolment) -> set[str]:
    steps = {
        "accept": row.state != EnrolmentState.INVITED and may_become(row.state, EnrolmentState.WAITING),
        "refuse": may_become(row.state, EnrolmentState.REFUSED),
        "withdraw": may_become(row.state, EnrolmentState.WITHDRAWN),
        "renew": row.state == EnrolmentState.INVITED,
    }
    return {name for name, possible in steps.items() if possible} if row.course.takes_changes else set()


def _decide(request: HttpRequest, row: Enrolment, form: ReasonForm) -> HttpResponse | None:
    """Do what the button says; None when its reason is missing or was refused at a field."""
    word = next((word for word in ("accept", "refuse", "withdraw", "renew") if word in request.POST), "")
    if word in ("refuse", "withdraw") and not form.is_valid():
        return None
    try:
        _act(request, word, row, form.cleaned_data.get("reason", "") if form.is_bound else "")
    except Refusal as refusal:
        if refusal.field and form.is_bound:
            put_refusal(form, refusal)
            return None
        notices.error(request, str(refusal))
    return redirect("training:participant", row.course.code, row.pk)


def _act(request: HttpRequest, word: str, row: Enrolment, reason: str) -> None:
    by: Any = request.user
    if word == "accept":
        _say_state(request, actions.accept(enrolment=row, by=by))
    elif word == "refuse":
        actions.refuse(enrolment=row, reason=reason, by=by)
        notices.success(request, messages.PERSON_REFUSED % {"name": row.person.name_shown})
    elif word == "withdraw":
        moved = actions.withdraw(enrolment=row, reason=reason, by=by)
        notices.success(request, messages.PERSON_WITHDRAWN % {"name": row.person.name_shown})
        if moved:
            notices.info(request, messages.MOVED_UP % {"count": len(moved)})
    elif word == "renew":
        _keep_link(request, invitations.renew_invitation(enrolment=row, by=by))
        notices.success(request, messages.LINK_RENEWED % {"name": row.person.name_shown})


def _keep_link(request: HttpRequest, secret: str) -> None:
    if secret:
        request.session[LINK_IN_SESSION] = f"{settings.BASE_URL}{reverse('training:invitation', args=[secret])}"


def _say_state(request: HttpRequest, row: Enrolment) -> None:
    name = row.person.name_shown
    if row.state == EnrolmentState.WAITING:
        notices.info(request, messages.PERSON_WAITING % {"name": name, "number": place_in_line(row)})
    elif row.state == EnrolmentState.INVITED:
        notices.success(request, messages.PERSON_INVITED % {"name": name})
    else:
        notices.success(request, messages.PERSON_ENROLLED % {"name": name})
