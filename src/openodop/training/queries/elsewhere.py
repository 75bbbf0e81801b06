"""What other rooms' pages learn about courses, and what is told and forgotten about a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils import timezone

from openodop.foundation import languages
from openodop.people.models import Person
from openodop.places.counts import count_within
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.programmes.models import Programme, Project
from openodop.training.choices import LIVE_STATES
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment
from openodop.training.models.course import CourseQuerySet
from openodop.training.models.enrolment import EnrolmentQuerySet

#: courses that another room's page lists; the rest stands behind a link
SHOWN = 4


def count_by_place(places: Sequence[Place]) -> Mapping[int, int]:
    """Return {place.pk: public courses in the place or below it}."""
    return count_within(Course.objects.in_public(), places)


def courses_at(place: Place) -> CourseQuerySet:
    return _shown(Course.objects.filter(place__path__startswith=place.path))


def courses_of(project: Project) -> CourseQuerySet:
    return _shown(Course.objects.filter(project=project))


def courses_of_programme(programme: Programme) -> CourseQuerySet:
    return _shown(Course.objects.filter(programme=programme))


def courses_taught_by(person: Person) -> CourseQuerySet:
    taught = Course.objects.filter(sessions__speakers__person=person).values("pk")
    return _shown(Course.objects.filter(pk__in=taught))


def _shown(courses: CourseQuerySet) -> CourseQuerySet:
    return courses.in_public().select_related("place").with_seats_taken().order_by("-starts_on", "code")


def enrolments_of(person: Person, account: Any) -> EnrolmentQuerySet:
    """Return the person's enrolments that `account` may see."""
    rows = Enrolment.objects.visible_to(account).filter(person=person).select_related("course", "course__place")
    return rows.order_by("-course__starts_on", "pk")


def taking_part_from(producer: Producer, account: Any) -> int:
    """Return how many seats people of this producer held, counting only what `account` may see."""
    return Enrolment.objects.visible_to(account).enrolled().filter(producer=producer).count()


def told_of_person(person: Person) -> list[dict[str, Any]]:
    """Return everything that this room keeps about a person, as plain values."""
    return [
        {
            "course": row.course.code,
            "title": languages.best(row.course.title)[0],
            "kind": row.kind,
            "organisation": row.organisation_text or (languages.best(row.organisation.name)[0] if row.organisation else ""),
            "post": row.post_text,
            "province": row.province.name_en if row.province else "",
            "producer": row.producer.code if row.producer else "",
            "way": row.way,
            "state": row.state,
            "note": row.note,
            "reason": row.reason,
            "since": row.created_at.isoformat(),
        }
        for row in Enrolment.objects.filter(person=person).select_related("course", "organisation", "province", "producer")
    ]


def reasons_to_stay(person: Person) -> list[Any]:
    """Say on which coming courses somebody still stands: they leave these first, so that the seat goes to the next person."""
    today = timezone.localdate()
    coming = Q(person=person, state__in=LIVE_STATES, course__ends_on__gte=today)
    rows = Enrolment.objects.filter(coming).exclude(course__state="cancelled").select_related("course")
    return [messages.STILL_TO_COME % {"code": row.course.code} for row in rows]
