"""The lists of attendance: tapping on a phone or in a form, sheets to sign, photographs of them, the table of a course."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openodop.foundation import files, pictures
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.training import access
from openodop.training.actions import attendance as actions
from openodop.training.actions import photographs
from openodop.training.actions.attendance import Tap
from openodop.training.choices import CourseState
from openodop.training.messages import attendance as messages
from openodop.training.models import Course, Session, SheetPhotograph
from openodop.training.models.attendance import Status
from openodop.training.papers.sheets import sheet_pdf
from openodop.training.queries import attendance as queries
from openodop.training.queries import photographs as photograph_queries

#: taps in one message; a phone with more sends several
MOST_TAPS = 500
LONGEST_CLIENT = 40
WORKER = Path(__file__).resolve().parent.parent / "static" / "training" / "attendance-worker.js"


def kept_course(request: HttpRequest, code: str) -> Course:
    """Return the course for who keeps its attendance; 404 for who may not see it, 403 with a sentence for its other readers."""
    course = get_object_or_404(Course.objects.select_related("programme__country", "place"), code=code)
    if not access.may_keep_attendance(request.user, course):
        if not access.may_see_course(request.user, course):
            raise Http404
        raise PermissionDenied(messages.NOT_YOUR_LIST)
    return course


def session_of(course: Course, number: int) -> Session:
    session = get_object_or_404(course.sessions, number=number)
    session.course = course
    return session


@login_required
@require_safe
def attendance(request: HttpRequest, code: str) -> HttpResponse:
    """Open the list of the session that is held now or next."""
    course = kept_course(request, code)
    session = queries.session_shown_first(course, queries.sessions_of(course))
    if session is None:
        return render(
            request,
            "training/attendance/no_sessions.html",
            {"course": course, "organises": access.may_organise(request.user, course), "section": "attendance"},
        )
    return redirect("training:attendance_session", course.code, session.number)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def attendance_session(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The tap list of one session; the whole list posts as one form."""
    course = kept_course(request, code)
    session = session_of(course, number)
    if request.method == "POST":
        return _save_list(request, session)
    sessions = queries.sessions_of(course)
    context = {
        "course": course,
        "session": session,
        "sessions": sessions,
        "of_day": [other for other in sessions if other.date == session.date],
        "list": queries.tap_list(session),
        "statuses": Status.choices,
        "photographs": photograph_queries.of_session(session),
        "may_change": course.state != CourseState.CANCELLED,
        "organises": access.may_organise(request.user, course),
        "is_too_early": course.today < session.date,
        "is_today": course.today == session.date,
        "rendered": timezone.now(),
        "section": "attendance",
    }
    return render(request, "training/attendance/list.html", context)


def _save_list(request: HttpRequest, session: Session) -> HttpResponse:
    marks, seen = _numbered(request, "mark-"), _numbered(request, "seen-")
    if request.POST.get("everybody") == Status.PRESENT:
        marks |= {enrolment: Status.PRESENT.value for enrolment in seen if not marks.get(enrolment) and not seen[enrolment]}
    try:
        changed = actions.keep_list(session=session, marks=marks, seen=seen, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, messages.SAVED % {"count": changed} if changed else messages.NOTHING_CHANGED)
    return redirect("training:attendance_session", session.course.code, session.number)


def _numbered(request: HttpRequest, prefix: str) -> dict[int, str]:
    """Return number -> value of the fields `mark-12`, `mark-13` …"""
    fields = ((name.removeprefix(prefix), value) for name, value in request.POST.items() if name.startswith(prefix))
    return {int(number): value for number, value in fields if number.isascii() and number.isdecimal() and len(number) < 16}


@login_required
@require_POST
def taps(request: HttpRequest, code: str) -> JsonResponse:
    """Take the taps of a phone as JSON and say what stands: see `actions.attendance.keep_taps` for when which tap wins.

    {"session": 7, "client": "…", "sent_at": "2022-03-14T02:05:00Z", "taps": [{"enrolment": 12, "status": "present", "at": "…"}]}
    """
    course = kept_course(request, code)
    try:
        session, client, sent_at, made = _read_taps(request, course)
        answers = actions.keep_taps(session=session, taps=made, client=client, sent_at=sent_at, by=request.user)
    except Refusal as refusal:
        return JsonResponse({"refused": str(refusal)}, status=409)
    stands = [
        {"enrolment": answer.tap.enrolment, "at": answer.tap.tapped_at.isoformat(), "status": answer.status, "refused": answer.refused}
        for answer in answers
    ]
    return JsonResponse({"now": timezone.now().isoformat(), "answers": stands})


def _read_taps(request: HttpRequest, course: Course) -> tuple[Session, str, datetime, list[Tap]]:
    try:
        sent = json.loads(request.body)
        session = course.sessions.filter(pk=int(sent["session"])).first()
        made = [Tap(int(tap["enrolment"]), str(tap["status"]), _moment(tap["at"])) for tap in sent["taps"][:MOST_TAPS]]
        client, sent_at = str(sent["client"])[:LONGEST_CLIENT], _moment(sent["sent_at"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise Refusal(messages.TIME_UNREADABLE) from error
    refuse_if(session is None, messages.SESSION_GONE)
    return session, client, sent_at, made


def _moment(text: Any) -> datetime:
    moment = parse_datetime(text)
    if moment is None or moment.tzinfo is None:
        raise ValueError(text)
    return moment


@require_safe
def worker(request: HttpRequest) -> FileResponse:
    """The script that keeps the list of attendance on a phone; served here so that it reaches no address outside /courses/."""
    return FileResponse(WORKER.open("rb"), content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@login_required
@require_safe
def session_sheet(request: HttpRequest, code: str, number: int) -> HttpResponse:
    course = kept_course(request, code)
    return _sheet(course, [session_of(course, number)], f"{course.code}-{number}.pdf")


@login_required
@require_safe
def day_sheet(request: HttpRequest, code: str, day: str) -> HttpResponse:
    course = kept_course(request, code)
    meant = _day(day)
    return _sheet(course, [session for session in queries.sessions_of(course) if session.date == meant], f"{course.code}-{day}.pdf")


def _day(text: str) -> date:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Http404
    return day


def _sheet(course: Course, sessions: list[Session], name: str) -> HttpResponse:
    if not sessions:
        raise Http404
    return pdf(sheet_pdf(course, sessions), name)


def pdf(content: bytes, name: str) -> HttpResponse:
    """A paper that names people: never kept on the way."""
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": files.PRIVATE}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@login_required
@require_POST
def photograph_add(request: HttpRequest, code: str, number: int) -> HttpResponse:
    course = kept_course(request, code)
    session = session_of(course, number)
    try:
        _photograph, is_new = photographs.add_photograph(session=session, upload=request.FILES.get("photograph"), by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, messages.PHOTOGRAPH_KEPT if is_new else messages.PHOTOGRAPH_THERE)
    return redirect("training:attendance_session", code, number)


def _photograph(request: HttpRequest, code: str, pk: int) -> SheetPhotograph:
    course = kept_course(request, code)
    return get_object_or_404(SheetPhotograph.objects.select_related("session"), pk=pk, session__course=course)


@login_required
@require_POST
def photograph_remove(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    photograph = _photograph(request, code, pk)
    photographs.remove_photograph(photograph=photograph, by=request.user)
    notices.success(request, messages.PHOTOGRAPH_REMOVED)
    return redirect("training:attendance_session", code, photograph.session.number)


@login_required
@require_safe
def photograph_file(request: HttpRequest, code: str, pk: int, name: str) -> HttpResponse:
    photograph = _photograph(request, code, pk)
    if not pictures.is_kept(photograph.renditions, name):
        raise Http404
    ending = name.rpartition(".")[2]
    return files.hand_out(f"{photograph.folder}/{name}", content_type=pictures.CONTENT_TYPES[ending], public=False)


@login_required
@require_safe
def results(request: HttpRequest, code: str) -> HttpResponse:
    """Who came to which session, who completes, who is in danger of not completing."""
    course = kept_course(request, code)
    found = queries.results(course)
    shown = queries.session_shown_first(course, found.sessions)
    context = {
        "course": course,
        "results": found,
        "shown_day": shown.date if shown else None,
        "shown_count": found.last_marked,
        "today": course.today,
        "organises": access.may_organise(request.user, course),
        "section": "results",
    }
    return render(request, "training/attendance/results.html", context)
