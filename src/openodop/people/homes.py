"""Where an account is at home. A higher room that ties accounts to places registers how to find them in its apps.py.

    homes.register("producers", lambda account: [membership.producer.place.path for …])

Officers of those places may help the account to sign in again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

_finders: dict[str, Callable[[Any], Iterable[str]]] = {}


def register(name: str, paths_of: Callable[[Any], Iterable[str]]) -> None:
    _finders[name] = paths_of


def paths_of(account: Any) -> list[str]:
    """Return the paths of every place where the rooms know this account."""
    return sorted({path for finder in _finders.values() for path in finder(account)})
