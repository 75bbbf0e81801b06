"""Public pages: the list of courses, one course, calendars."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from openodop.foundation.paging import page_of
from openodop.training import access, exports
from openodop.training.actions.enrolment import why_no_applications
from openodop.training.choices import EnrolmentState
from openodop.training.forms.filters import CourseFilter
from openodop.training.models import Course, Enrolment
from openodop.training.queries import courses as queries

#: the feed of all courses goes back so far
FEED_LOOKS_BACK = timedelta(days=90)


@require_safe
def course_list(request: HttpRequest) -> HttpResponse:
    """Coming courses, or past ones with `?when=past`."""
    form = CourseFilter(request.GET)
    filters = form.chosen()
    when = filters.pop("when", queries.UPCOMING)
    page = page_of(queries.courses_listed(request.user, when=when, filters=filters), request, size=12)
    context = {"form": form, "filters": filters, "when": when, "page": page, "may_create": access.may_create_course(request.user)}
    return render(request, "training/courses/list.html", context)


@require_safe
def course_page(request: HttpRequest, code: str) -> HttpResponse:
    """One course: what, when, where, who teaches, seats; and what this reader can do."""
    page = queries.course_page(code, request.user)
    if page is None:
        raise Http404
    own = Enrolment.objects.own(request.user).filter(course=page.course).select_related("person").order_by("pk").first()
    organises = access.may_organise(request.user, page.course)
    context = {
        "page": page,
        "course": page.course,
        "own": own,
        "why_not": why_no_applications(page.course),
        "organises": organises,
        "sees_link": organises or (own is not None and own.state == EnrolmentState.ENROLLED),
    }
    return render(request, "training/courses/course.html", context)


@require_safe
def course_calendar(request: HttpRequest, code: str) -> HttpResponse:
    course = get_object_or_404(queries.with_agenda(Course.objects.visible_to(request.user)), code=code)
    return _calendar(exports.course_calendar(course), f"{course.code}.ics")


@require_safe
def all_courses_calendar(request: HttpRequest) -> HttpResponse:
    since = timezone.localdate() - FEED_LOOKS_BACK
    courses = Course.objects.in_public().filter(ends_on__gte=since).select_related("place").order_by("starts_on", "code")
    return _calendar(exports.courses_calendar(courses), "courses.ics")


def _calendar(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers={"Content-Disposition": f'inline; filename="{name}"'})
