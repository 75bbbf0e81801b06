"""What attendance and certificates show on the pages of a course, its menu, and a person's own courses."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from openodop.training import access
from openodop.training.choices import EnrolmentState
from openodop.training.models import Certificate, Course, Enrolment
from openodop.training.queries import attendance
from openodop.training.rules import completion


def course_menu(request: HttpRequest, course: Course) -> str:
    """Chips of the organisers' menu; the page that is open is marked by the name of its address."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    section = {
        "attendance": "attendance",
        "attendance_session": "attendance",
        "results": "results",
        "course_certificates": "certificates",
        "report": "report",
    }
    context = {"course": course, "organises": True, "section": section.get(name, "")}
    return render_to_string("training/panels/menu.html", context, request=request)


def organise_items(request: HttpRequest, course: Course) -> str:
    return render_to_string("training/panels/organise.html", {"course": course}, request=request)


def on_course_page(request: HttpRequest, course: Course) -> str:
    """For a participant: attended so far, checking in while a session is held, the certificate. For a teacher: the list."""
    if not request.user.is_authenticated:
        return ""
    own = Enrolment.objects.own(request.user).filter(course=course, state=EnrolmentState.ENROLLED).first()
    keeps_list = not access.may_organise(request.user, course) and access.may_keep_attendance(request.user, course)
    if own is not None:
        own.course = course
    pieces = [_own(request, own) if own is not None else "", _teacher(request, course) if keeps_list else ""]
    return "".join(pieces)


def on_own_course(request: HttpRequest, enrolment: Enrolment) -> str:
    """The same for one line of a person's own courses."""
    return _own(request, enrolment) if enrolment.state == EnrolmentState.ENROLLED else ""


def _own(request: HttpRequest, enrolment: Enrolment) -> str:
    row = attendance.own_attendance(enrolment)
    certificate = Certificate.objects.filter(enrolment=enrolment).first()
    open_now = next((cell for cell in row.cells if attendance.check_in_is_open(cell.session)), None)
    if not any(cell.status for cell in row.cells) and certificate is None and open_now is None:
        return ""
    needed = completion.sessions_needed(len(row.cells), share_required=enrolment.course.attendance_share_required)
    context: dict[str, Any] = {"row": row, "certificate": certificate, "open_now": open_now, "needed": needed, "course": enrolment.course}
    return render_to_string("training/panels/own.html", context, request=request)


def _teacher(request: HttpRequest, course: Course) -> str:
    return render_to_string("training/panels/teacher.html", {"course": course}, request=request)
