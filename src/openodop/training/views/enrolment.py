"""Pages for those who take part: apply, answer an invitation, own courses."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_ratelimit.decorators import ratelimit

from openodop.foundation.refusals import Refusal
from openodop.people.network import client_address
from openodop.places.choices import Level
from openodop.producers.models import Producer
from openodop.training.actions import enrolment as actions
from openodop.training.actions import invitations
from openodop.training.choices import EnrolmentState, ParticipantKind
from openodop.training.forms.enrolment import ParticipationForm, VisitorForm
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment
from openodop.training.queries import courses as queries
from openodop.training.queries.enrolment import knows_own_sex, place_in_line
from openodop.training.views.organise import posted, put_refusal, read_and_write

#: applications from one network address; a village office may enrol a whole group in an hour
VISITORS_AN_HOUR = "40/h"
#: answers to invitations from one network address: nobody guesses links
ANSWERS_AN_HOUR = "60/h"


def network_address(group: str, request: HttpRequest) -> str:
    return client_address(request)


def visitors_only(group: str, request: HttpRequest) -> str | None:
    return None if request.user.is_authenticated else VISITORS_AN_HOUR


@read_and_write
@ratelimit(key=network_address, rate=visitors_only, method="POST", block=True)
def enrol(request: HttpRequest, code: str) -> HttpResponse:
    """Apply: with one's account, or with name and phone (visitors, and `?for=other`)."""
    course = get_object_or_404(Course.objects.visible_to(request.user).select_related("programme__country", "place").with_seats_taken(), code=code)
    by = request.user if request.user.is_authenticated else None
    for_oneself = by is not None and request.GET.get("for") != "other"
    producers = list(Producer.objects.filter(memberships__account=by).select_related("place__parent")) if by else []
    form_class = ParticipationForm if for_oneself else VisitorForm
    # Of somebody else nothing is said, not even whether the record knows them: there it is always asked.
    asks_sex = not (for_oneself and knows_own_sex(by))
    form = form_class(posted(request), course=course, asks_sex=asks_sex, producers=producers, initial=_known_of(producers))
    why_not = actions.why_no_applications(course)
    if request.method == "POST" and form.is_valid():
        try:
            if for_oneself:
                enrolment = actions.apply_for_oneself(course=course, participation=form.participation(), sex=form.sex_given(), by=by)
            else:
                enrolment = actions.apply_by_name(course=course, person=form.person(), participation=form.participation(), by=by)
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            _say_state(request, enrolment)
            return redirect("training:my_courses") if for_oneself else redirect(course)
    context = {"form": form, "course": course, "for_oneself": for_oneself, "why_not": why_not}
    return render(request, "training/courses/enrol.html", context, status=422 if form.errors else 200)


def _known_of(producers: list[Producer]) -> dict[str, Any]:
    """Return what the first producer tells already, its province included, so that nobody types it again."""
    if not producers:
        return {}
    place = producers[0].place
    province = place if place.level == Level.PROVINCE else place.parent
    return {"kind": ParticipantKind.PRODUCER_GROUP, "producer": producers[0].pk, "province": province.pk if province else None}


def _say_state(request: HttpRequest, enrolment: Enrolment) -> None:
    """Say where somebody stands. The same words whether the enrolment is new or not: a name and a phone number prove nothing."""
    if enrolment.state == EnrolmentState.WAITING:
        notices.info(request, messages.WAITING % {"number": place_in_line(enrolment)})
    elif enrolment.state == EnrolmentState.APPLIED:
        notices.info(request, messages.APPLIED)
    else:
        notices.success(request, messages.ENROLLED)


@never_cache
@read_and_write
@ratelimit(key=network_address, rate=ANSWERS_AN_HOUR, method=["GET", "POST"], block=True)
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer an invitation; the link works once."""
    by = request.user if request.user.is_authenticated else None
    try:
        found = invitations.find_invitation(secret)
        if request.method == "POST":
            answer = invitations.decline_invitation if "decline" in request.POST else invitations.accept_invitation
            enrolment = answer(secret=secret, by=by)
            if enrolment.state == EnrolmentState.DECLINED:
                notices.info(request, messages.DECLINED)
            else:
                _say_state(request, enrolment)
            return redirect(enrolment.course if enrolment.course.is_public else "/")
    except Refusal as refusal:
        return render(request, "training/courses/invitation.html", {"refusal": refusal}, status=410)
    is_answered = found.used_at is not None or found.enrolment.state != EnrolmentState.INVITED
    context = {"course": found.enrolment.course, "person": found.enrolment.person, "refusal": messages.INVITATION_USED if is_answered else None}
    return render(request, "training/courses/invitation.html", context, status=410 if is_answered else 200)


@login_required
@require_safe
def my_courses(request: HttpRequest) -> HttpResponse:
    rows = list(queries.own_enrolments(request.user))
    for row in rows:
        row.runs_today = row.course.starts_on <= row.course.today <= row.course.ends_on
        row.may_withdraw = row.state in (EnrolmentState.APPLIED, EnrolmentState.WAITING, EnrolmentState.ENROLLED) and row.course.takes_changes
    upcoming = [] if rows else queries.upcoming()
    return render(request, "training/courses/mine.html", {"enrolments": rows, "upcoming": upcoming})


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Enrolment.objects.own(request.user), pk=pk)
    try:
        actions.withdraw(enrolment=row, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, messages.WITHDRAWN)
    return redirect("training:my_courses")
