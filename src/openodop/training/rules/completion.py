"""Who completes a course. No Django, no database, no clock, no floating point.

**The rule.** Of all sessions of the course, a person has attended those marked present or late. The course is completed when the
attended sessions are at least the required share of all sessions (`attended >= share * sessions`, compared exactly). A session
without a mark counts as missed. How an excused session counts is a choice of the installation:

* `missed` (as long as nobody chose): it counts like an absence; the excuse stays on record,
* `left_out`: it counts neither as a session nor as attended,
* `attended`: it counts as attended.

Nobody completes a course without sessions, or one of which every session was left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from openodop.training.rules.attendance import EXCUSED, LATE, PRESENT


class Excused(StrEnum):
    MISSED = "missed"
    LEFT_OUT = "left_out"
    ATTENDED = "attended"


@dataclass(frozen=True)
class Attended:
    """How many sessions count for a person, and how many of them the person attended."""

    attended: int
    sessions: int

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down, so that 79.9 never reads as 80."""
        if not self.sessions:
            return 0
        return int((Decimal(100 * self.attended) / self.sessions).to_integral_value(ROUND_FLOOR))


def attended(statuses: Iterable[str | None], *, excused: Excused = Excused.MISSED) -> Attended:
    """Count one person's course. `statuses` has an entry for every session, None where there is no mark."""
    statuses = list(statuses)
    count = sum(status in (PRESENT, LATE) for status in statuses)
    excuses = sum(status == EXCUSED for status in statuses)
    if excused is Excused.ATTENDED:
        return Attended(count + excuses, len(statuses))
    if excused is Excused.LEFT_OUT:
        return Attended(count, len(statuses) - excuses)
    return Attended(count, len(statuses))


def completes(so_far: Attended, *, share_required: Decimal) -> bool:
    """Return whether the attended sessions are at least the required share (above 0, up to 1)."""
    return so_far.sessions > 0 and Decimal(so_far.attended) >= share_required * so_far.sessions


def sessions_needed(sessions: int, *, share_required: Decimal) -> int:
    """Return how many of `sessions` must be attended: eight of ten for 0.80."""
    return int((share_required * sessions).to_integral_value(ROUND_CEILING))


def can_still_complete(statuses: Iterable[str | None], *, share_required: Decimal, excused: Excused = Excused.MISSED) -> bool:
    """Return whether a person completes when present in every session that has no mark yet."""
    best = [PRESENT if status is None else status for status in statuses]
    return completes(attended(best, excused=excused), share_required=share_required)


def certificate_number(*, programme: str, year: int, number: int) -> str:
    """Return a number such as LA-ODOP-2022-0001."""
    return f"{programme.upper()}-{year}-{number:04d}"


def typed_number(text: str) -> str:
    """Return a certificate number as it is written, from what somebody typed: spaces dropped, capital letters."""
    return "".join(text.split()).upper()
