"""What may happen to a record on its way into the register, decided without a database.

Producers and products share these rules; each room says the obstacles in its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

DRAFT, SUBMITTED, REGISTERED, REPORTED = "draft", "submitted", "registered", "reported"

#: state -> states it may become. A reported record (known from the press) enters the register like any other.
NEXT: dict[str, frozenset[str]] = {
    DRAFT: frozenset({SUBMITTED}),
    SUBMITTED: frozenset({REGISTERED, DRAFT}),
    REGISTERED: frozenset({SUBMITTED}),
    REPORTED: frozenset({SUBMITTED}),
}
PUBLIC_STATES = (REGISTERED, REPORTED)


class Obstacle(StrEnum):
    """Why a step is refused, the first that applies."""

    NOT_YOURS = "not_yours"
    ALREADY_REGISTERED = "already_registered"
    NOT_SENT = "not_sent"
    CHANGED_MEANWHILE = "changed_meanwhile"
    INCOMPLETE = "incomplete"
    NO_REASON = "no_reason"


def may_become(old: str, new: str) -> bool:
    """Return whether a record in state `old` may become `new`."""
    return new in NEXT[old]


def obstacle_to_sending(*, state: str, is_theirs: bool, missing: Sequence[str]) -> Obstacle | None:
    """A member, or an officer of the place, sends a record to the officer; a record that waits may be sent again, changed."""
    if not is_theirs:
        return Obstacle.NOT_YOURS
    if state == REGISTERED:
        return Obstacle.ALREADY_REGISTERED
    return Obstacle.INCOMPLETE if missing else None


def obstacle_to_deciding(*, state: str, is_theirs: bool, is_as_read: bool = True) -> Obstacle | None:
    """An officer of the place decides about a record that waits, in the version that the officer has read."""
    if not is_theirs:
        return Obstacle.NOT_YOURS
    if state == REGISTERED:
        return Obstacle.ALREADY_REGISTERED
    if state != SUBMITTED:
        return Obstacle.NOT_SENT
    return None if is_as_read else Obstacle.CHANGED_MEANWHILE


def obstacle_to_registering(*, state: str, is_theirs: bool, missing: Sequence[str], is_as_read: bool = True) -> Obstacle | None:
    """The record must wait, be the officer's, be as the officer read it, and say who and where."""
    return obstacle_to_deciding(state=state, is_theirs=is_theirs, is_as_read=is_as_read) or (Obstacle.INCOMPLETE if missing else None)


def obstacle_to_sending_back(*, state: str, is_theirs: bool, reason: str) -> Obstacle | None:
    """The record must wait, be the officer's, and the officer must say why."""
    return obstacle_to_deciding(state=state, is_theirs=is_theirs) or (None if reason.strip() else Obstacle.NO_REASON)
