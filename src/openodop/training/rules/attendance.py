"""Which mark of attendance stands, and when a code lets people check in. No Django, no database, no clock.

**The rule of the last mark.** Every mark is kept. Of those for one person and session the one made last stands, whoever made it
and in whatever order they arrive: a phone that was without network sends the time of each tap, so that a tap of nine o'clock that
arrives at noon does not undo a correction of ten o'clock. Of marks made in the same moment the one kindest to the person stands.

Checking in with the code shows only that somebody came. It counts where no trainer made a mark, or where a trainer marked
"absent" before it; it never touches another mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

PRESENT, LATE, ABSENT, EXCUSED = "present", "late", "absent", "excused"
#: kindest first
STATUSES = (PRESENT, LATE, EXCUSED, ABSENT)

#: how long before the start a code opens, and how long after the end it still works
OPENS_BEFORE = timedelta(minutes=30)
CLOSES_AFTER = timedelta(minutes=15)
#: who checks in later than this after the start is late
LATE_AFTER = timedelta(minutes=15)
CODE_LENGTH = 6


@dataclass(frozen=True)
class Mark:
    """A status, given at a moment. `by_participant` when the person checked in themselves."""

    status: str
    made_at: datetime
    by_participant: bool = False


def standing(marks: Iterable[Mark]) -> Mark | None:
    """Return the mark that stands of all marks for one person and session."""
    marks = list(marks)
    by_trainer = _last(mark for mark in marks if not mark.by_participant)
    by_participant = _last(mark for mark in marks if mark.by_participant)
    if by_trainer is None or by_participant is None:
        return by_trainer or by_participant
    came_after = by_trainer.status == ABSENT and by_participant.made_at > by_trainer.made_at
    return by_participant if came_after else by_trainer


def _last(marks: Iterable[Mark]) -> Mark | None:
    return max(marks, key=lambda mark: (mark.made_at, -STATUSES.index(mark.status)), default=None)


def made_at(*, tapped_at: datetime, sent_at: datetime, received_at: datetime) -> datetime:
    """Return when a tap was really made: the time on the phone, put right by how far its clock is off when it sends.

    The time that the message was under way counts as part of the error; it is seconds. Never later than the receipt.
    """
    return min(received_at, tapped_at + (received_at - sent_at))


class Window(StrEnum):
    """Whether a code works now."""

    TOO_EARLY = "too_early"
    OPEN = "open"
    OVER = "over"


def window(*, now: datetime, starts: datetime, ends: datetime) -> Window:
    """A code works from 30 minutes before its session until 15 minutes after it, both included."""
    if now < starts - OPENS_BEFORE:
        return Window.TOO_EARLY
    return Window.OVER if now > ends + CLOSES_AFTER else Window.OPEN


def status_at_check_in(*, now: datetime, starts: datetime) -> str:
    """Who checks in more than 15 minutes after the start is late."""
    return LATE if now > starts + LATE_AFTER else PRESENT


def typed_code(text: str) -> str:
    """Return the digits of a code as people type it: with spaces, a hyphen, or in Lao, Thai or Khmer digits; "" when it is none."""
    digits = "".join(str(int(letter)) for letter in text if letter.isdecimal())
    rest = [letter for letter in text if not letter.isdecimal() and not letter.isspace() and letter not in "-–."]
    return digits if len(digits) == CODE_LENGTH and not rest else ""


def shown_first(sessions: Sequence[tuple[int, datetime, datetime]], now: datetime) -> int | None:
    """Return the key of the session that a trainer wants to see: the one held now or next, else the last one held.

    `sessions` are (key, start, end) in order of time. A session counts as held until its code closes.
    """
    for key, _starts, ends in sessions:
        if now <= ends + CLOSES_AFTER:
            return key
    return sessions[-1][0] if sessions else None
