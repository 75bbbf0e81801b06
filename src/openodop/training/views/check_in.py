"""Checking in with a code: the page for participants, and the page that the trainer shows to the room."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_ratelimit.core import is_ratelimited

from openodop.foundation.refusals import Refusal
from openodop.training.actions import check_in as actions
from openodop.training.actions.check_in import CheckedIn
from openodop.training.choices import EnrolmentState
from openodop.training.forms.check_in import CheckInForm
from openodop.training.messages import attendance as messages
from openodop.training.models import Enrolment
from openodop.training.models.attendance import Status
from openodop.training.rules import attendance as rules
from openodop.training.views.attendance import kept_course, session_of
from openodop.training.views.organise import put_refusal

#: wrong tries. A whole class may sit behind one address, so only tries that fail are counted.
WRONG_TRIES = "30/10m"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest, code: str = "") -> HttpResponse:
    """Write the code, or come by the QR code with it filled in; nothing happens before the button is pressed."""
    needs_phone = not _holds_a_seat(request)
    form = CheckInForm(request.POST or None, initial={"code": code}, needs_phone=needs_phone)
    if request.method == "POST":
        if _too_many(request, count=False):
            form.add_error(None, messages.TOO_MANY_TRIES)
            return _form_page(request, form, status=429)
        if form.is_valid():
            try:
                came = actions.check_in(**form.cleaned_data, account=request.user if request.user.is_authenticated else None)
            except Refusal as refusal:
                put_refusal(form, refusal)
            else:
                return render(request, "training/attendance/checked_in.html", {"came": came, "said": _said(came)})
        _too_many(request, count=True)
    return _form_page(request, form, status=422 if form.errors else 200)


def _form_page(request: HttpRequest, form: CheckInForm, *, status: int) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "asks_phone": bool(form.errors) or form.fields["phone"].required}
    return render(request, "training/attendance/check_in.html", context, status=status)


def _holds_a_seat(request: HttpRequest) -> bool:
    return Enrolment.objects.own(request.user).filter(state=EnrolmentState.ENROLLED).exists()


def _too_many(request: HttpRequest, *, count: bool) -> bool:
    return is_ratelimited(request, group="training.check_in", key="ip", rate=WRONG_TRIES, increment=count)


def _said(came: CheckedIn) -> str:
    came_in = messages.CHECKED_IN_LATE if came.status == Status.LATE else messages.CHECKED_IN
    sentence = messages.ALREADY_CHECKED_IN if came.already else came_in
    return sentence % {"name": came.enrolment.person.name_shown}


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def session_code(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The code of a session, large, with a QR code: to project or to print. It is made when this page is first opened."""
    course = kept_course(request, code)
    session = session_of(course, number)
    try:
        made = actions.code_for(session=session, by=request.user, renew=request.method == "POST")
    except Refusal as refusal:
        notices.error(request, str(refusal))
        return redirect("training:attendance_session", code, number)
    if request.method == "POST":
        notices.success(request, messages.CODE_MADE)
        return redirect("training:session_code", code, number)
    address = settings.BASE_URL + reverse("training:check_in_with_code", args=[made.code])
    context = {
        "course": course,
        "session": session,
        "code": made.code,
        "address": address,
        "short_address": (settings.BASE_URL + reverse("training:check_in")).split("://")[-1],
        "opens": (session.starts - rules.OPENS_BEFORE).time(),
        "closes": (session.ends + rules.CLOSES_AFTER).time(),
    }
    return render(request, "training/attendance/code.html", context)
