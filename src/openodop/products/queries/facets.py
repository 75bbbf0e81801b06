"""How many products each choice of the catalogue's filter would leave.

The figures come from one table of sums ("cube") that is counted once in five minutes, so that a page costs the same with a hundred
products and with a hundred thousand. With search words the cube is counted for what they find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from openodop.places.choices import Level
from openodop.products.choices import GROUP_OF_CATEGORY, KEEPS_FROM, STARS_FROM
from openodop.products.models import Product

CUBE_SECONDS = 300


class Cell(NamedTuple):
    """Products that are alike in everything a facet asks. `district` is only told for districts that are chosen, else 0."""

    programme: int
    province: int
    district: int
    category: str
    stars: int
    keeps: int
    photograph: bool
    number: int


@dataclass(frozen=True)
class Chosen:
    """The filters as numbers; None where nothing is chosen."""

    programme: int | None
    places: frozenset[int] | None
    categories: frozenset[str]
    stars: int
    keeps: int
    photograph: bool

    def failed_by(self, cell: Cell) -> list[str]:
        """Return the facets whose choice leaves these products out."""
        return [
            name
            for name, fits in (
                ("programmes", self.programme is None or cell.programme == self.programme),
                ("provinces", self.places is None or cell.province in self.places or cell.district in self.places),
                ("categories", not self.categories or cell.category in self.categories),
                ("stars", cell.stars >= self.stars),
                ("keeps", cell.keeps >= self.keeps),
                ("photographs", cell.photograph or not self.photograph),
            )
            if not fits
        ]


@dataclass
class Facets:
    """How many products each choice would leave, the other filters kept; `total` is what the filters leave now."""

    programmes: Counter[int] = field(default_factory=Counter)
    provinces: Counter[int] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    stars: Counter[int] = field(default_factory=Counter)
    keeps: Counter[int] = field(default_factory=Counter)
    photographs: int = 0
    total: int = 0


def sums(cells: Iterable[Cell], chosen: Chosen) -> Facets:
    """Add the cells up for each facet; a facet's own choice does not narrow its own figures."""
    facets = Facets()
    for cell in cells:
        failed = chosen.failed_by(cell)
        if not failed:
            facets.total += cell.number
        if len(failed) > 1:
            continue
        only = failed[0] if failed else ""
        if only in ("", "programmes"):
            facets.programmes[cell.programme] += cell.number
        if only in ("", "provinces"):
            facets.provinces[cell.province] += cell.number
            if cell.district:
                facets.provinces[cell.district] += cell.number
        if only in ("", "categories"):
            facets.categories[cell.category] += cell.number
        if only in ("", "stars"):
            facets.stars.update({least: cell.number for least in (0, *STARS_FROM) if cell.stars >= least})
        if only in ("", "keeps"):
            facets.keeps.update({least: cell.number for least in (0, *KEEPS_FROM) if cell.keeps >= least})
        if only in ("", "photographs") and cell.photograph:
            facets.photographs += cell.number
    return facets


def cube(products: QuerySet[Product] | None, districts: Sequence[int]) -> list[Cell]:
    """Return the cells of `products`; of the whole catalogue, kept for a while, when None."""
    if products is not None:
        return _count(products, districts)
    key = "products:cells:" + ",".join(map(str, districts))
    return cache.get_or_set(key, lambda: _count(Product.objects.in_public(), districts), CUBE_SECONDS)


def _count(products: QuerySet[Product], districts: Sequence[int]) -> list[Cell]:
    """Count products by everything that a facet asks, in one query."""
    kept_from = [When(keeps_days__gte=least, then=Value(least)) for least in sorted(KEEPS_FROM, reverse=True)]
    numbers = IntegerField()
    rows = (
        products.order_by()
        .annotate(
            province=Case(When(place__level=Level.DISTRICT, then=F("place__parent_id")), default=F("place_id"), output_field=numbers),
            district=Case(When(place__in=districts, then=F("place_id")), default=Value(0), output_field=numbers),
            kept=Case(*kept_from, default=Value(0), output_field=numbers),
            pictured=Case(When(cover__isnull=False, then=Value(1)), default=Value(0), output_field=numbers),
        )
        .values_list("programme_id", "province", "district", "category__code", "reported_stars", "kept", "pictured")
        .annotate(number=Count("pk"))
    )
    merged: Counter[Cell] = Counter()
    for programme, province, district, category, stars, kept, pictured, number in rows:
        cell = Cell(programme, province, district, GROUP_OF_CATEGORY.get(category, ""), stars or 0, kept, bool(pictured), 0)
        merged[cell] += number
    return [cell._replace(number=number) for cell, number in merged.items()]
