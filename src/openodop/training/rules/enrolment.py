"""Who gets a seat, who waits, and which step follows which. No Django, no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

#: state of an enrolment -> states it may become
NEXT: dict[str, frozenset[str]] = {
    "invited": frozenset({"enrolled", "waiting", "declined", "withdrawn"}),
    "applied": frozenset({"enrolled", "waiting", "refused", "withdrawn"}),
    "waiting": frozenset({"enrolled", "refused", "withdrawn"}),
    "enrolled": frozenset({"withdrawn"}),
    "declined": frozenset({"invited", "applied", "enrolled", "waiting"}),
    "withdrawn": frozenset({"invited", "applied", "enrolled", "waiting"}),
    "refused": frozenset({"invited", "enrolled", "waiting"}),
}


def may_become(old: str, new: str) -> bool:
    """Return whether an enrolment in state `old` may become `new`."""
    return new in NEXT[old]


@dataclass(frozen=True)
class Seats:
    """The seats of a course, those kept for kinds of participant, and those taken.

    A kind with a quota has exactly that many seats. All other kinds share what no quota keeps.
    """

    total: int
    quotas: Mapping[str, int] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """Seats that nobody holds, whoever they are kept for."""
        return max(0, self.total - sum(self.taken.values()))

    def free_for(self, kind: str) -> int:
        """Return how many more of `kind` may be enrolled now."""
        if kind in self.quotas:
            free = self.quotas[kind] - self.taken.get(kind, 0)
        else:
            shared = self.total - sum(self.quotas.values())
            free = shared - sum(count for other, count in self.taken.items() if other not in self.quotas)
        return max(0, min(free, self.left))

    def with_more(self, kind: str, number: int = 1) -> Seats:
        return Seats(self.total, self.quotas, {**self.taken, kind: self.taken.get(kind, 0) + number})

    def may_change_kind(self, old: str, new: str) -> bool:
        """Return whether somebody who holds a seat as `old` still has one as `new`."""
        return self.with_more(old, -1).free_for(new) > 0


def moving_up(seats: Seats, waiting: Iterable[tuple[int, str]]) -> list[int]:
    """Return the keys of those who leave the waiting list for a seat.

    `waiting` are (key, kind) in the order of the list. Nobody is passed by somebody who waits for the same seats;
    somebody further down moves up first only when the seat is kept for their kind.
    """
    result = []
    for key, kind in waiting:
        if seats.free_for(kind):
            seats = seats.with_more(kind)
            result.append(key)
    return result


def enough_seats(seats: Seats) -> bool:
    """Return whether everybody who holds a seat still fits: in all, in each quota, and among the kinds without one."""
    if sum(seats.quotas.values()) > seats.total or sum(seats.taken.values()) > seats.total:
        return False
    if any(seats.taken.get(kind, 0) > quota for kind, quota in seats.quotas.items()):
        return False
    others = sum(count for kind, count in seats.taken.items() if kind not in seats.quotas)
    return others <= seats.total - sum(seats.quotas.values())


class NoApplications(StrEnum):
    """Why a course takes no applications now."""

    NOT_OPEN_YET = "not_open_yet"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    TOO_LATE = "too_late"
    OVER = "over"


def why_no_applications(*, state: str, today: date, ends_on: date, open_until: date | None) -> NoApplications | None:
    """Return why nobody may apply, or None when applications are taken. `today` is the date where the course is held."""
    if state == "draft":
        return NoApplications.NOT_OPEN_YET
    if state == "cancelled":
        return NoApplications.CANCELLED
    if state == "finished" or today > ends_on:
        return NoApplications.OVER
    if state == "closed":
        return NoApplications.CLOSED
    if open_until is not None and today > open_until:
        return NoApplications.TOO_LATE
    return None
