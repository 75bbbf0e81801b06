"""Counting a higher room's records by place, everything below a place included, with one query for any number of places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from os.path import commonprefix

from django.db.models import Count, QuerySet

from openodop.places.models import Place


def count_within(rows: QuerySet, places: Sequence[Place], *, field: str = "place") -> dict[int, int]:
    """Return {place.pk: how many of `rows` lie in the place or below it}; `field` leads from a row to its place."""
    if not places:
        return {}
    by_path = f"{field}__path"
    shared = commonprefix([place.path for place in places])  # noqa: RUF071 - the filter below compares letters too
    found = rows.filter(**{f"{by_path}__startswith": shared}).order_by().values_list(by_path).annotate(number=Count("pk", distinct=True))
    wanted = {place.path: place.pk for place in places}
    result: Counter[int] = Counter()
    for path, number in found:
        for prefix in _prefixes(path):
            if prefix in wanted:
                result[wanted[prefix]] += number
    return dict(result)


def _prefixes(path: str) -> list[str]:
    """ "LA/LA13/LA1301/" -> "LA/", "LA/LA13/", "LA/LA13/LA1301/"."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: end + 1]) + "/" for end in range(len(parts))]
