"""Who may do what with courses. Each predicate here agrees with the queryset of the same name in models."""

from __future__ import annotations

from typing import Any

import rules

from openodop.people.choices import COURSE_ORGANISERS, Role
from openodop.people.models import scope_of
from openodop.training.choices import PUBLIC_STATES


@rules.predicate
def may_create_course(account: Any) -> bool:
    """Officers and programme managers may start a course; its place is checked again when it is saved."""
    return bool(scope_of(account, *COURSE_ORGANISERS))


@rules.predicate
def may_organise(account: Any, course: Any) -> bool:
    """Those whose places cover the course (`CourseQuerySet.organised_by`), and its maker while holding such a post."""
    scope = scope_of(account, *COURSE_ORGANISERS)
    if not scope:
        return False
    return course.created_by_id == account.pk or scope.covers(course.place or course.programme.country)


@rules.predicate
def may_see_course(account: Any, course: Any) -> bool:
    return course.state in PUBLIC_STATES or may_organise(account, course)


@rules.predicate
def may_keep_attendance(account: Any, course: Any) -> bool:
    """Organisers, trainers of the place, and those who teach in the course (`models.attendance.attendance_kept_by`)."""
    if not getattr(account, "is_authenticated", False):
        return False
    return may_organise(account, course) or _is_trainer_of(account, course) or course.sessions.filter(speakers__person__account=account).exists()


def _is_trainer_of(account: Any, course: Any) -> bool:
    return course.is_public and scope_of(account, Role.TRAINER).covers(course.place or course.programme.country)


rules.add_perm("training.create_course", may_create_course)
rules.add_perm("training.organise_course", may_organise)
rules.add_perm("training.view_course", may_see_course)
rules.add_perm("training.keep_attendance", may_keep_attendance)
