"""What higher rooms can attach to an invitation, for example membership of a producer. Registered in their apps.py.

gifts.register("producers.membership", give=join_producer, describe=describe_membership)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Gift:
    """`give(account=…, details=…, by=…)` runs inside the acceptance; `describe(details)` says it in words on the page of the link."""

    give: Callable[..., None]
    describe: Callable[[dict[str, Any]], str]


_gifts: dict[str, Gift] = {}


def register(name: str, *, give: Callable[..., None], describe: Callable[[dict[str, Any]], str]) -> None:
    _gifts[name] = Gift(give, describe)


def find(name: str) -> Gift | None:
    return _gifts.get(name)
