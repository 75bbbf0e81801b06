"""Which steps a person sees first. No Django, no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

#: how many steps are shown before "show all"
SHOWN_FIRST = 3


@dataclass(frozen=True)
class Step:
    """One thing to do now: what, why, where, and about how long it takes. A lower `order` comes first."""

    order: int
    title: Any
    why: Any
    href: str
    button: Any
    minutes: int | None = None


def first_steps(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """Return (shown at first, the rest), the most urgent first; equal ones keep the order they came in."""
    ordered = sorted(steps, key=lambda step: step.order)
    return ordered[:SHOWN_FIRST], ordered[SHOWN_FIRST:]
