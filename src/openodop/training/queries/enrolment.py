"""Reads about enrolments: seats and lists of participants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Case, Count, F, Q, Value, When

from openodop.people.models import Account, Person
from openodop.training.choices import EnrolmentState
from openodop.training.models import Course, Enrolment
from openodop.training.models.enrolment import EnrolmentQuerySet
from openodop.training.rules.enrolment import Seats

#: who needs something done comes first, who is gone comes last
_STATES_IN_ORDER = Case(
    *(
        When(state=state, then=Value(position))
        for position, state in enumerate((EnrolmentState.APPLIED, EnrolmentState.WAITING, EnrolmentState.ENROLLED, EnrolmentState.INVITED))
    ),
    default=Value(9),
)


def seats_of(course: Course) -> Seats:
    """Return the seats of `course` and who holds them. Only true for longer than a moment while the course is locked."""
    taken = course.enrolments.enrolled().order_by().values_list("kind").annotate(count=Count("pk"))
    return Seats(total=course.seats, quotas=dict(course.quotas.values_list("kind", "seats")), taken=dict(taken))


def participants(course: Course, account: Any, *, filters: Mapping[str, Any] | None = None) -> EnrolmentQuerySet:
    """Return the people of `course` that `account` may see, narrowed by state, kind, province and text; undecided ones first."""
    filters = filters or {}
    found = (
        Enrolment.objects.visible_to(account)
        .filter(course=course)
        .select_related("person", "person__organisation", "organisation", "province", "producer", "account")
        .order_by(_STATES_IN_ORDER, F("waiting_number").asc(nulls_last=True), "person__name", "pk")
    )
    for name in ("state", "kind", "province"):
        if filters.get(name):
            found = found.filter(**{name: filters[name]})
    text = (filters.get("text") or "").strip()
    if text:
        found = found.filter(
            Q(person__name__icontains=text)
            | Q(person__name_latin__icontains=text)
            | Q(person__phone__contains=text)
            | Q(organisation_text__icontains=text)
        )
    return found


def counts_by_state(course: Course) -> dict[str, int]:
    """Return how many people stand in each state; states with nobody are 0."""
    counts = dict(course.enrolments.order_by().values_list("state").annotate(count=Count("pk")))
    return {state: counts.get(state, 0) for state in EnrolmentState.values}


def place_in_line(enrolment: Enrolment) -> int:
    """Return the position on the waiting list, 1 being the next; 0 when not waiting."""
    if enrolment.waiting_number is None:
        return 0
    ahead = Enrolment.objects.waiting().filter(course=enrolment.course_id, waiting_number__lt=enrolment.waiting_number)
    return ahead.count() + 1


def knows_own_sex(account: Account) -> bool:
    """Whether the person behind the account has told it; an account without a person has not."""
    return Person.objects.filter(account=account).exclude(sex="").exists()
