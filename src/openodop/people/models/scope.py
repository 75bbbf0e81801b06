from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from openodop.places.models import Place

NOBODY = Q(pk__in=[])


@dataclass(frozen=True)
class Scope:
    """The places that an account's posts cover, as path prefixes; `everything` for programme-wide posts."""

    everything: bool = False
    paths: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.everything or bool(self.paths)

    def covers(self, place: Place | None) -> bool:
        return self.everything or (place is not None and place.path.startswith(self.paths))

    def q(self, place_field: str = "place") -> Q:
        """Return the filter for rows whose `place_field` lies in this scope."""
        if self.everything:
            return ~NOBODY  # true for every row, also where it is joined to other conditions with OR; an empty Q would vanish there
        result = NOBODY
        for path in self.paths:
            result |= Q(**{f"{place_field}__path__startswith": path})
        return result


NOWHERE = Scope()


def scope_of(account: Any, *roles: str) -> Scope:
    """Return where `account` holds one of `roles`; nobody and signed-out visitors hold none."""
    return account.scope(*roles) if getattr(account, "is_authenticated", False) else NOWHERE
