"""What each room keeps about a person: exported on request, erased on request. Higher rooms register theirs in apps.py.

privacy.register("training", export=courses_of, erase=forget_answers, hinders=certificates_still_valid)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def _nothing(person: Any, *, by: Any) -> None:
    """Erase nothing: the room keeps only what counts need."""


@dataclass(frozen=True)
class Keeper:
    """A room that keeps something about persons.

    `export(person)` gives plain JSON values. `erase(person, by=…)` removes what names the person and keeps what counts need; it runs
    inside the transaction of the erasure. `hinders(person)` gives sentences why the record must stay for now, none when it may go.
    """

    name: str
    export: Callable[[Any], Any]
    erase: Callable[..., None] = _nothing
    hinders: Callable[[Any], list[Any]] = lambda person: []


_keepers: dict[str, Keeper] = {}


def register(name: str, **functions: Any) -> None:
    """Name a room's functions; a second keeper of the same name replaces the first."""
    _keepers[name] = Keeper(name, **functions)


def keepers() -> list[Keeper]:
    return [_keepers[name] for name in sorted(_keepers)]
