"""Reads about photographs of signed sheets; the caller has checked who asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from openodop.training.models import Course, Session, SheetPhotograph


@dataclass(frozen=True)
class Shown:
    """A photograph with the addresses of its smallest and its largest size."""

    photograph: SheetPhotograph
    smallest: str
    largest: str


def of_session(session: Session) -> list[Shown]:
    return _shown(session.course, session.sheet_photographs.all())


def of_course(course: Course) -> list[Shown]:
    """In order of the sessions; each knows its session."""
    return _shown(course, SheetPhotograph.objects.filter(session__course=course).select_related("session").order_by("session__number", "pk"))


def _shown(course: Course, photographs: Iterable[SheetPhotograph]) -> list[Shown]:
    result = []
    for photograph in photographs:
        names = [photograph.renditions[width]["webp"][0] for width in sorted(photograph.renditions, key=int)]
        smallest, largest = (reverse("training:photograph_file", args=[course.code, photograph.pk, name]) for name in (names[0], names[-1]))
        result.append(Shown(photograph, smallest, largest))
    return result
