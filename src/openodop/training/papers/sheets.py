"""Sign-in sheets: names and boxes to sign, for one session or for all sessions of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext, pgettext_lazy

from openodop.foundation import documents, languages
from openodop.training.models import Course, Enrolment, Session
from openodop.training.papers import words
from openodop.training.queries.attendance import people_of

TEMPLATE = "training/documents/sheet.typ"
#: lines for people who come without having enrolled
EMPTY_LINES = 4
LABELS = {
    "title": pgettext_lazy("sheet", "Sign-in sheet"),
    "course": pgettext_lazy("sheet", "Course"),
    "date": pgettext_lazy("sheet", "Date"),
    "where": pgettext_lazy("sheet", "Place"),
    "number": pgettext_lazy("sheet", "No."),
    "name": pgettext_lazy("sheet", "Name"),
    "sex": pgettext_lazy("sheet", "Sex"),
    "organisation": pgettext_lazy("sheet", "Organisation and post"),
    "signature": pgettext_lazy("sheet", "Signature"),
    "trainer": pgettext_lazy("sheet", "Signature of the trainer"),
    "photograph": pgettext_lazy("sheet", "Photograph the signed sheet and keep it beside the list:"),
}


def sheet_pdf(course: Course, sessions: Sequence[Session]) -> bytes:
    """Return the sheet for `sessions`, all of one day; needs the course's programme, country and place."""
    language = words.paper_language(course)
    day = sessions[0].date
    address = settings.BASE_URL + reverse("training:attendance_session", args=[course.code, sessions[0].number])
    data = {
        "language": language,
        "title": f"{gettext('Sign-in sheet')} {course.code} {day.isoformat()}",
        "mark": documents.mark(),
        "labels": words.labels(LABELS, language),
        "programme": words.both_of(course.programme.name, language),
        "course": words.both_of(course.title, language),
        "code": course.code,
        "date": words.both(lambda: date_format(day, "l j F Y"), language),
        "where": words.both(lambda: words.where(course), language),
        "sessions": [_session(session, language) for session in sessions],
        "people": [_line(person, language) for person in people_of(course)],
        "empty_lines": EMPTY_LINES,
        "qr": documents.qr(address),
        "address": address,
    }
    return documents.render(TEMPLATE, data, made_on=day)


def _session(session: Session, language: str) -> dict[str, Any]:
    return {
        "number": session.number,
        "times": f"{time_format(session.starts_at, 'H:i')}–{time_format(session.ends_at, 'H:i')}",
        "title": words.both_of(session.title, language),
    }


def _line(enrolment: Enrolment, language: str) -> dict[str, Any]:
    person = enrolment.person
    organisation = enrolment.organisation.name if enrolment.organisation else enrolment.organisation_text
    return {
        "name": words.name(person.name) or {"text": "", "lang": language},
        "second_name": words.name(person.name_latin if person.name_latin != person.name else ""),
        "sex": words.both(lambda: person.get_sex_display(), language)["local"],
        "organisation": dict(zip(("text", "lang"), languages.best(organisation, language=language), strict=True)),
        "post": words.name(enrolment.post_text),
    }
