"""Certificates as PDF: one page each, in the language of the country and in English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext_lazy

from openodop.foundation import documents
from openodop.training.models import Certificate, Course
from openodop.training.papers import words
from openodop.training.templatetags.courses import course_dates

TEMPLATE = "training/documents/certificate.typ"
#: more signatures do not fit in one line
MOST_ISSUERS = 3
LABELS = {
    "certificate": pgettext_lazy("certificate", "Certificate of completion"),
    "given_to": pgettext_lazy("certificate", "This certifies that"),
    "completed": pgettext_lazy("certificate", "has completed the course"),
    "dates": pgettext_lazy("certificate", "Held on"),
    "where": pgettext_lazy("certificate", "Place"),
    "attended": pgettext_lazy("certificate", "Attended"),
    "issued": pgettext_lazy("certificate", "Issued on"),
    "number": pgettext_lazy("certificate", "Number"),
}


def certificates_pdf(course: Course, certificates: Sequence[Certificate]) -> bytes:
    """Return the certificates of one course in one file, in the order given; needs the course's programme, country and place."""
    language = words.paper_language(course)
    first_day = min((certificate.issued_on for certificate in certificates), default=course.ends_on)
    data = {
        "language": language,
        "title": f"{gettext('Certificates')} {course.code}",
        "mark": documents.mark(),
        "band": documents.band(course.place.code if course.place else course.programme.country.code),
        "labels": words.labels(LABELS, language),
        "programme": words.both_of(course.programme.name, language),
        "course": words.both_of(course.title, language),
        "sentence": _sentence(course, language),
        "dates": words.both(lambda: course_dates(course), language),
        "where": words.both(lambda: words.where(course), language),
        "issuers": _issuers(course, language),
        "certificates": [_page(certificate, language) for certificate in certificates],
    }
    return documents.render(TEMPLATE, data, made_on=first_day)


def check_address(certificate: Certificate) -> str:
    """The address in the QR code."""
    return f"{settings.BASE_URL}{certificate.get_absolute_url()}"


def _page(certificate: Certificate, language: str) -> dict[str, Any]:
    address = check_address(certificate)
    return {
        "number": certificate.number,
        "qr": documents.qr(address),
        "address": address,
        "shown_address": address.split("://")[-1],
        "name": words.name(certificate.name) or {"text": "—", "lang": language},
        "second_name": words.name(certificate.name_latin if certificate.name_latin != certificate.name else ""),
        "attended": words.both(lambda: _attended(certificate), language),
        "issued_on": words.both(lambda: date_format(certificate.issued_on), language),
    }


def _attended(certificate: Certificate) -> str:
    return gettext("%(attended)s of %(sessions)s sessions, %(hours)s") % {
        "attended": certificate.sessions_attended,
        "sessions": certificate.sessions_held,
        "hours": words.hours(certificate.minutes_attended),
    }


def _sentence(course: Course, language: str) -> dict[str, Any] | None:
    sentence = words.both_of(course.certificate_text, language)
    return sentence if sentence["local"]["text"] else None


def _issuers(course: Course, language: str) -> list[dict[str, Any]]:
    """The organisations that sign: the organisers of the course, else the owner of the programme."""
    issuers = [words.both_of(organisation.name, language) for organisation in course.organisers.all()[:MOST_ISSUERS]]
    return issuers or [words.both_of(course.programme.owner, language)]
