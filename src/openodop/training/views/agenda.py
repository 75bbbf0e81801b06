"""Organisers' pages about the agenda: topics, days, sessions, resource persons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from openodop.foundation import languages
from openodop.foundation.refusals import Refusal
from openodop.foundation.sending import sent_once
from openodop.training.actions import agenda as actions
from openodop.training.forms.courses import SessionForm, SpeakerForm, TextForm
from openodop.training.messages import courses as messages
from openodop.training.models import Course
from openodop.training.queries import courses as queries
from openodop.training.views.organise import organised_course, posted, put_refusal, read_and_write


@login_required
@require_safe
def agenda(request: HttpRequest, code: str) -> HttpResponse:
    """Every day of the course with its sessions, and the buttons that move the course on."""
    course = organised_course(request, code)
    loaded = queries.with_agenda(Course.objects.filter(pk=course.pk)).with_seats_taken().get()
    context = {
        "course": loaded,
        "days": queries.whole_agenda(loaded),
        "overlaps": queries.overlaps(loaded),
        "section": "agenda",
    }
    return render(request, "training/courses/agenda.html", context)


@login_required
@read_and_write
def day_title(request: HttpRequest, code: str, day: str) -> HttpResponse:
    course = organised_course(request, code)
    meant = _day(day)
    known = course.day_titles.filter(date=meant).first()
    form = TextForm(posted(request), label=_("Title of the day"), value=known.title if known else None)
    return _write(
        request,
        form,
        course,
        act=lambda: actions.name_day(course=course, day=meant, title=form.text(), by=request.user),
        said=messages.SAVED,
        heading=date_format(meant),
    )


@login_required
@read_and_write
@sent_once
def topic_new(request: HttpRequest, code: str) -> HttpResponse:
    course = organised_course(request, code)
    form = TextForm(posted(request), label=_("Topic"))
    return _write(
        request,
        form,
        course,
        act=lambda: actions.add_topic(course=course, title=form.text(), by=request.user),
        said=messages.TOPIC_ADDED,
        heading=_("New topic"),
    )


@login_required
@read_and_write
def topic_edit(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    course = organised_course(request, code)
    topic = get_object_or_404(course.topics, pk=pk)
    if "remove" in request.POST:
        return _remove(request, course, lambda: actions.remove_topic(topic=topic, by=request.user), messages.TOPIC_REMOVED)
    form = TextForm(posted(request), label=_("Topic"), value=topic.title)
    return _write(
        request,
        form,
        course,
        act=lambda: actions.edit_topic(topic=topic, title=form.text(), aims=topic.aims, by=request.user),
        said=messages.TOPIC_SAVED,
        heading=languages.best(topic.title)[0],
        removable=True,
    )


@login_required
@read_and_write
@sent_once
def session_new(request: HttpRequest, code: str) -> HttpResponse:
    course = organised_course(request, code)
    form = SessionForm(posted(request), course=course, initial={"date": parse_date(request.GET.get("day", "")) or course.starts_on})
    return _write(
        request,
        form,
        course,
        act=lambda: actions.add_session(course=course, by=request.user, **form.changes()),
        said=messages.SESSION_ADDED,
        heading=_("New session"),
    )


@login_required
@read_and_write
def session_edit(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    course = organised_course(request, code)
    session = get_object_or_404(course.sessions.select_related("topic"), pk=pk)
    if "remove" in request.POST:
        return _remove(request, course, lambda: actions.remove_session(session=session, by=request.user), messages.SESSION_REMOVED)
    form = SessionForm(posted(request), course=course, session=session)
    return _write(
        request,
        form,
        course,
        act=lambda: actions.edit_session(session=session, by=request.user, **form.changes()),
        said=messages.SESSION_SAVED,
        heading=languages.best(session.title)[0],
        removable=True,
    )


@login_required
@read_and_write
def speakers(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Resource persons of one session: the list, one form to add, a button to remove each."""
    course = organised_course(request, code)
    session = get_object_or_404(course.sessions, pk=pk)
    known = list(session.speakers.select_related("person", "organisation"))
    if "remove" in request.POST:
        speaker = next((speaker for speaker in known if str(speaker.pk) == request.POST["remove"]), None)
        if speaker is not None:
            actions.remove_speaker(speaker=speaker, by=request.user)
            notices.success(request, messages.SPEAKER_REMOVED)
        return redirect("training:speakers", course.code, session.pk)
    form = SpeakerForm(posted(request), account=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_speaker(session=session, by=request.user, **form.changes())
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            notices.success(request, messages.SPEAKER_ADDED)
            return redirect("training:speakers", course.code, session.pk)
    context = {"form": form, "course": course, "session": session, "speakers": known, "section": "agenda"}
    return render(request, "training/courses/speakers.html", context, status=422 if form.errors else 200)


def _day(text: str) -> date:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Http404
    return day


def _write(
    request: HttpRequest, form: BaseForm, course: Course, *, act: Callable[[], Any], said: Any, heading: Any, removable: bool = False
) -> HttpResponse:
    """Show a small form, or act on it and go back to the agenda."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refusal as refusal:
            put_refusal(form, refusal)
        else:
            notices.success(request, said)
            return redirect("training:agenda", course.code)
    context = {"form": form, "course": course, "page_heading": heading, "removable": removable, "section": "agenda"}
    return render(request, "training/courses/agenda_form.html", context, status=422 if form.errors else 200)


def _remove(request: HttpRequest, course: Course, act: Callable[[], Any], said: Any) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, said)
    return redirect("training:agenda", course.code)
