"""Reads about certificates: the public check, those of a course, those of a person."""

from __future__ import annotations

from typing import Any

from openodop.people.models import Person
from openodop.training.models import Attendance, Certificate, Course
from openodop.training.models.certificate import CertificateQuerySet
from openodop.training.rules.completion import typed_number


def check(number: str) -> Certificate | None:
    """Return the certificate of a number as somebody typed it, or None. Everybody may check."""
    return Certificate.objects.select_related("course__programme").filter(number=typed_number(number)).first()


def certificates_of_course(course: Course, account: Any) -> CertificateQuerySet:
    return Certificate.objects.visible_to(account).filter(course=course).select_related("enrolment__person").order_by("number")


def certificates_of(account: Any) -> CertificateQuerySet:
    """Return the account's own certificates, newest first, for its home."""
    return Certificate.objects.own(account).select_related("course").order_by("-issued_on", "-number")


def told_of_person(person: Person) -> dict[str, Any]:
    """Return the attendance and the certificates kept about a person, as plain values."""
    attendance = Attendance.objects.filter(enrolment__person=person).select_related("session__course").order_by("session__date", "session__number")
    return {
        "attendance": [
            {"course": row.session.course.code, "session": row.session.number, "status": row.status, "recorded_at": row.recorded_at.isoformat()}
            for row in attendance
        ],
        "certificates": [
            {"number": row.number, "name": row.name, "name_latin": row.name_latin, "issued_on": row.issued_on.isoformat(), "valid": row.is_valid}
            for row in Certificate.objects.filter(enrolment__person=person)
        ],
    }
