"""Organisers' pages about a course as a whole."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.foundation.sending import sent_once
from openodop.training import access
from openodop.training.actions import courses as actions
from openodop.training.forms.courses import CancelForm, CourseForm
from openodop.training.messages import courses as messages
from openodop.training.models import Course
from openodop.training.queries import courses as queries

#: word of the button -> what it does and what is said then
STATES = {
    "open": (actions.open_course, messages.OPENED),
    "close": (actions.close_course, messages.CLOSED),
    "finish": (actions.finish_course, messages.FINISHED),
    "draft": (actions.put_back_to_draft, messages.BACK_TO_DRAFT),
}
read_and_write = require_http_methods(["GET", "HEAD", "POST"])


def organised_course(request: HttpRequest, code: str) -> Course:
    """Return the course for its organiser; 404 for everybody who may not see it, 403 with a sentence for its other readers."""
    rows = Course.objects.visible_to(request.user).select_related("programme__country", "place", "project").with_seats_taken()
    course = get_object_or_404(rows, code=code)
    if not access.may_organise(request.user, course):
        raise PermissionDenied(messages.NOT_YOUR_COURSE)
    return course


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when nothing was filled in; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def put_refusal(form: BaseForm, refusal: Refusal) -> None:
    """Show a refusal beside its field; a translated field shows it at the reader's first box."""
    field = refusal.field
    if field is not None and field not in form.fields:
        field = next((name for name in form.fields if name.startswith(f"{field}_")), None)
    form.add_error(field, str(refusal))


@login_required
@require_safe
def own_courses(request: HttpRequest) -> HttpResponse:
    if not access.may_create_course(request.user):
        raise PermissionDenied(messages.NOT_YOUR_COURSE)
    page = page_of(queries.courses_organised(request.user), request)
    waiting = list(queries.waiting_applications(request.user)[:10])
    return render(request, "training/courses/organise.html", {"page": page, "waiting": waiting})


@login_required
@read_and_write
@sent_once
def course_new(request: HttpRequest) -> HttpResponse:
    if not access.may_create_course(request.user):
        raise PermissionDenied(messages.NOT_YOUR_COURSE)
    initial = {"languages": ["lo"], "mode": "on_site", "time_zone": "Asia/Vientiane"}
    form = CourseForm(posted(request), account=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            course = actions.create_course(by=request.user, **form.changes())
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            notices.success(request, messages.CREATED % {"code": course.code})
            return redirect("training:agenda", course.code)
    return _form_page(request, form, None)


@login_required
@read_and_write
def course_edit(request: HttpRequest, code: str) -> HttpResponse:
    course = organised_course(request, code)
    form = CourseForm(posted(request), account=request.user, course=course)
    if request.method == "POST" and form.is_valid():
        try:
            course = actions.edit_course(course=course, by=request.user, **form.changes())
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            notices.success(request, messages.SAVED)
            return redirect("training:course_edit", course.code)
    return _form_page(request, form, course)


def _form_page(request: HttpRequest, form: CourseForm, course: Course | None) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "course": course, "section": "edit"}
    return render(request, "training/courses/edit.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def course_state(request: HttpRequest, code: str) -> HttpResponse:
    """Open, close, finish, or put back to draft."""
    course = organised_course(request, code)
    act, said = STATES.get(request.POST.get("state", ""), (None, None))
    if act is not None:
        try:
            act(course=course, by=request.user)
        except Refusal as refusal:
            notices.error(request, str(refusal))
        else:
            notices.success(request, said)
    return redirect("training:agenda", course.code)


@login_required
@read_and_write
def course_cancel(request: HttpRequest, code: str) -> HttpResponse:
    course = organised_course(request, code)
    form = CancelForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_course(course=course, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            notices.success(request, messages.CANCELLED)
            return redirect("training:agenda", course.code)
    return render(request, "training/courses/cancel.html", {"form": form, "course": course}, status=422 if form.errors else 200)
