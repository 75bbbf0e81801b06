"""What makes a course and its sessions possible. No Django, no database, no clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

#: state of a course -> states it may become
NEXT: dict[str, frozenset[str]] = {
    "draft": frozenset({"open", "cancelled"}),
    "open": frozenset({"draft", "closed", "cancelled", "finished"}),
    "closed": frozenset({"open", "cancelled", "finished"}),
    "finished": frozenset(),
    "cancelled": frozenset({"draft"}),
}
#: capitals, digits and hyphens, three to thirty of them: it stands in addresses and on papers
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,28}[A-Z0-9]")


def may_become(old: str, new: str) -> bool:
    """Return whether a course in state `old` may become `new`."""
    return new in NEXT[old]


def may_finish(*, today: date, ends_on: date) -> bool:
    """A course is finished on its last day at the earliest; `today` is the date where it is held."""
    return today >= ends_on


def is_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None


def code_for(*, country: str, year: int, number: int) -> str:
    """Return a course code such as LA-2022-01."""
    return f"{country}-{year}-{number:02d}"


@dataclass(frozen=True)
class Slot:
    """When a session is held, in the course's time zone. `key` tells sessions apart."""

    key: int
    date: date
    starts_at: time
    ends_at: time


def ends_after_start(*, starts_at: time, ends_at: time) -> bool:
    return ends_at > starts_at


def is_within(day: date, *, starts_on: date, ends_on: date) -> bool:
    """Return whether `day` is one of the course's days, first and last included."""
    return starts_on <= day <= ends_on


def overlapping(slots: Sequence[Slot]) -> list[tuple[Slot, Slot]]:
    """Return the pairs of sessions that are held at the same time; one that starts as another ends does not overlap."""
    ordered = sorted(slots, key=lambda slot: (slot.date, slot.starts_at, slot.ends_at, slot.key))
    pairs = []
    for position, first in enumerate(ordered):
        for second in ordered[position + 1 :]:
            if second.date != first.date or second.starts_at >= first.ends_at:
                break
            pairs.append((first, second))
    return pairs


def numbered(slots: Sequence[Slot]) -> dict[int, int]:
    """Return key -> number, 1 onwards in order of time."""
    ordered = sorted(slots, key=lambda slot: (slot.date, slot.starts_at, slot.ends_at, slot.key))
    return {slot.key: number for number, slot in enumerate(ordered, start=1)}
