"""The public catalogue: its filters, its rows in their order, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual
from django.http import QueryDict

from openodop.foundation import search
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.products.choices import GROUP_BY_CODE, KEEPS_FROM, STARS_FROM, Sorting
from openodop.products.models import Product
from openodop.products.queries.facets import Chosen, Facets, cube, sums
from openodop.programmes.models import ProductCategory, Programme

#: words that find more: the figures of the facets are left out; with no other filter the list says "more than 5,000 found" and ends there
MOST_FOUND = 5000
_ORDER = {
    Sorting.NEWEST: ("-created_at", "-id"),
    Sorting.STARS: (F("reported_stars").desc(nulls_last=True), "-id"),
    Sorting.KEEPS: (F("keeps_days").desc(nulls_last=True), "-id"),
    Sorting.CODE: ("code",),
}


@dataclass(frozen=True)
class Filters:
    """What the reader has chosen; anything in the address that cannot be read is left out."""

    q: str = ""
    programme: str = ""
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    stars: int = 0
    keeps: int = 0
    photograph: bool = False
    sort: str = Sorting.NEWEST

    @classmethod
    def read(cls, query: QueryDict) -> Filters:
        return cls(
            q=query.get("q", "").replace("\x00", "").strip()[:100],
            programme=query.get("programme", "")[:20],
            places=tuple(dict.fromkeys(code[:12] for code in query.getlist("place") if code))[:60],
            categories=tuple(code for code in dict.fromkeys(query.getlist("category")) if code in GROUP_BY_CODE),
            stars=_one_of(query.get("stars"), STARS_FROM),
            keeps=_one_of(query.get("keeps"), KEEPS_FROM),
            photograph=query.get("photograph") == "1",
            sort=query.get("sort") if query.get("sort") in Sorting.values else Sorting.NEWEST,
        )

    def as_query(self, **changed: Any) -> str:
        """Return the address's query with some filters changed, without those that say nothing."""
        values = {**vars(self), **changed}
        query = QueryDict(mutable=True)
        for name, parameter in (("places", "place"), ("categories", "category")):
            query.setlist(parameter, values[name])
        for name in ("q", "programme", "stars", "keeps"):
            if values[name]:
                query[name] = str(values[name])
        if values["photograph"]:
            query["photograph"] = "1"
        if values["sort"] != Sorting.NEWEST:
            query["sort"] = values["sort"]
        return query.urlencode()


def _one_of(text: str | None, allowed: Any) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and int(text) in allowed else 0


class Counted:
    """Rows whose number is known already, so that nobody counts them again; `foundation.paging` takes it for a list of rows."""

    ordered = True

    def __init__(self, rows: QuerySet[Product], number: int) -> None:
        self._rows, self._number = rows, number

    def count(self) -> int:
        return self._number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, part: slice) -> QuerySet[Product]:
        return self._rows[part]

    def __iter__(self) -> Iterator[Product]:
        return iter(self._rows)


class Catalogue:
    """The public products that fit the filters."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters

    @cached_property
    def places(self) -> list[Place]:
        """The places chosen; codes that are not there count as chosen and find nothing."""
        return list(Place.objects.filter(code__in=self.filters.places).select_related("parent")) if self.filters.places else []

    @cached_property
    def programmes(self) -> list[Programme]:
        return list(Programme.objects.select_related("country").order_by("code"))

    @cached_property
    def programme(self) -> Programme | None:
        return next((programme for programme in self.programmes if programme.code == self.filters.programme), None)

    @cached_property
    def has_more(self) -> bool:
        """Whether the words alone find more than is looked up by number: then the facets have no figures."""
        return bool(self.filters.q) and len(self._numbers) > MOST_FOUND

    @property
    def ends_early(self) -> bool:
        """Whether the list ends at MOST_FOUND: many found by words, and nothing else chosen to narrow it."""
        return self.has_more and self.filters == Filters(q=self.filters.q, sort=self.filters.sort)

    def page_rows(self) -> QuerySet[Product] | Counted:
        """Return the rows for paging, with their number where it is known without counting."""
        if self.ends_early:
            return Counted(self.rows(), MOST_FOUND)
        if not self.filters.q and self.facets.total > MOST_FOUND and not self._former:
            return Counted(self.rows(), self.facets.total)
        return self.rows()

    def rows(self) -> QuerySet[Product]:
        """Return the products in the order asked for, with what a card shows."""
        chosen = self.filters
        products = self._found()
        if chosen.programme:
            products = products.filter(programme=self.programme.pk) if self.programme else products.none()
        if chosen.places:
            products = products.filter(self._in_places())
        if chosen.categories:
            codes = frozenset().union(*(GROUP_BY_CODE[code].categories for code in chosen.categories))
            products = products.filter(category__in=list(ProductCategory.objects.filter(code__in=codes).values_list("pk", flat=True)))
        # Written so that an index of stars does not draw the database away from the index that gives the order.
        if chosen.stars:
            products = products.filter(GreaterThanOrEqual(Coalesce("reported_stars", 0), chosen.stars))
        if chosen.keeps:
            products = products.filter(GreaterThanOrEqual(Coalesce("keeps_days", 0), chosen.keeps))
        if chosen.photograph:
            products = products.filter(cover__isnull=False)
        return products.order_by(*_ORDER[chosen.sort]).for_cards()

    def _found(self) -> QuerySet[Product]:
        """Return the public products that the words find; all without words. What words find is looked up by number from then on."""
        if not self.filters.q:
            return Product.objects.in_public()
        if self.has_more:
            return search.match(Product.objects.in_public(), self.filters.q)
        return Product.objects.filter(pk__in=self._numbers)

    @cached_property
    def _numbers(self) -> list[int]:
        found = search.match(Product.objects.in_public(), self.filters.q).order_by()
        return list(found.values_list("pk", flat=True)[: MOST_FOUND + 1])

    @cached_property
    def _former(self) -> list[Place]:
        return [place for place in self.places if place.successor_id]

    def _in_places(self) -> Q:
        """Products of the chosen places and those below them; of a former province, those that the source named so."""
        within = [pk for place in self.places for pk in Place.objects.within(place).values_list("pk", flat=True)]
        return Q(place__in=within) | Q(former_place__in=[place.pk for place in self._former]) if self._former else Q(place__in=within)

    @cached_property
    def facets(self) -> Facets:
        """Return how many products each further choice would leave."""
        chosen = Chosen(
            programme=(self.programme.pk if self.programme else -1) if self.filters.programme else None,
            places=self._place_numbers() if self.filters.places else None,
            categories=frozenset(self.filters.categories),
            stars=self.filters.stars,
            keeps=self.filters.keeps,
            photograph=self.filters.photograph,
        )
        districts = sorted(place.pk for place in self.places if place.level == Level.DISTRICT)
        return sums(cube(None if not self.filters.q or self.has_more else self._found(), districts), chosen)

    def _place_numbers(self) -> frozenset[int]:
        """The chosen provinces and districts; a country stands for its provinces."""
        countries = [place.pk for place in self.places if place.level == Level.COUNTRY]
        below = Place.objects.filter(parent__in=countries).values_list("pk", flat=True) if countries else []
        return frozenset([*(place.pk for place in self.places), *below])
