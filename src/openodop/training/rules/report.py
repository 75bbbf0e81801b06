"""Counting people for the completion report. No Django, no database."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


@dataclass(frozen=True)
class Counted:
    """One line of a table: so many people, so many of them women, of `total` people in all."""

    key: Any
    count: int
    women: int
    total: int

    @property
    def share(self) -> int:
        """Per cent of all people."""
        return percent(self.count, self.total)

    @property
    def women_share(self) -> int:
        """Per cent of women among the people of this line."""
        return percent(self.women, self.count)


def percent(part: int, whole: int) -> int:
    """Return whole per cent, halves up; 0 of 0 is 0. Rounded lines need not add up to 100."""
    if not whole:
        return 0
    return int((Decimal(100 * part) / whole).to_integral_value(ROUND_HALF_UP))


def counted(people: Iterable[tuple[Hashable, bool]], *, order: Sequence[Any] = ()) -> list[Counted]:
    """Count (key, is a woman) by key: in the given order first, then the larger groups first; groups without people are left out."""
    people = list(people)
    counts: dict[Any, list[int]] = {}
    for key, is_woman in people:
        pair = counts.setdefault(key, [0, 0])
        pair[0] += 1
        pair[1] += is_woman
    place = {key: number for number, key in enumerate(order)}
    keys = sorted(counts, key=lambda key: (place.get(key, len(place)), -counts[key][0], str(key)))
    return [Counted(key, *counts[key], len(people)) for key in keys]
