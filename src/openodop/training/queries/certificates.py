"""Reads about certificates: the public check, those of a course, those of a person."""

from __future__ import annotations

from typing import Any

from openodop.training.models import Certificate, Course
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
