"""The public catalogue: its filters, its rows and how many products each further filter would leave.

The facets' figures come from one table of sums ("cube") that is counted once in five minutes, so that a page costs the same with a hundred
products and with a hundred thousand. With search words the cube is counted for what they find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.cache import cache
from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.http import QueryDict

from openodop.foundation import search
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.products.choices import GROUP_BY_CODE, GROUP_OF_CATEGORY, KEEPS_FROM, STARS_FROM, Sorting
from openodop.products.models import Product
from openodop.programmes.models import Programme

CUBE_SECONDS = 300
#: up to so many products found by words are looked up by number afterwards, so that the words are searched once
FOUND_BY_NUMBER = 5000
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


@dataclass(frozen=True)
class Facets:
    """How many products each choice would leave, the other filters kept."""

    programmes: Mapping[int, int] = field(default_factory=dict)
    provinces: Mapping[int, int] = field(default_factory=dict)
    categories: Mapping[str, int] = field(default_factory=dict)
    stars: Mapping[int, int] = field(default_factory=dict)
    keeps: Mapping[int, int] = field(default_factory=dict)
    photographs: int = 0


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

    def rows(self) -> QuerySet[Product]:
        """Return the products in the order asked for, with what a card shows."""
        chosen = self.filters
        products = self._found()
        if chosen.programme:
            products = products.filter(programme=self.programme.pk) if self.programme else products.none()
        if chosen.places:
            products = products.filter(place__in=self._place_ids())
        if chosen.categories:
            codes = frozenset().union(*(GROUP_BY_CODE[code].categories for code in chosen.categories))
            products = products.filter(category__code__in=sorted(codes))
        if chosen.stars:
            products = products.filter(reported_stars__gte=chosen.stars)
        if chosen.keeps:
            products = products.filter(keeps_days__gte=chosen.keeps)
        if chosen.photograph:
            products = products.filter(cover__isnull=False)
        return products.order_by(*_ORDER[chosen.sort]).for_cards()

    def _found(self) -> QuerySet[Product]:
        """Return the public products that the words find; all without words."""
        if not self.filters.q:
            return Product.objects.in_public()
        if len(self._numbers) > FOUND_BY_NUMBER:
            return search.match(Product.objects.in_public(), self.filters.q)
        return Product.objects.filter(pk__in=self._numbers)

    @cached_property
    def _numbers(self) -> list[int]:
        found = search.match(Product.objects.in_public(), self.filters.q).order_by()
        return list(found.values_list("pk", flat=True)[: FOUND_BY_NUMBER + 1])

    def _place_ids(self) -> list[int]:
        """The chosen places, those below them, and former provinces that went into them."""
        return [pk for place in self.places for pk in Place.objects.within(place).values_list("pk", flat=True)]

    @cached_property
    def facets(self) -> Facets:
        """Count what each further choice would leave; a facet's own choice does not narrow its own figures."""
        chosen, provinces = self.filters, {place.pk for place in self.places}
        counts: dict[str, Counter[Any]] = {name: Counter() for name in ("programmes", "provinces", "categories", "stars", "keeps", "photographs")}
        for programme, province, district, category, stars, keeps, photograph, number in self._cube():
            fails = [
                name
                for name, fits in (
                    ("programmes", not chosen.programme or (self.programme and programme == self.programme.pk)),
                    ("provinces", not chosen.places or province in provinces or district in provinces),
                    ("categories", not chosen.categories or category in chosen.categories),
                    ("stars", stars >= chosen.stars),
                    ("keeps", keeps >= chosen.keeps),
                    ("photographs", photograph or not chosen.photograph),
                )
                if not fits
            ]
            if len(fails) > 1:
                continue
            for name in fails or counts:
                if name == "programmes":
                    counts[name][programme] += number
                elif name == "provinces":
                    counts[name][province] += number
                elif name == "categories":
                    counts[name][category] += number
                elif name == "photographs":
                    counts[name][photograph] += number
                else:
                    for least in (0, *(STARS_FROM if name == "stars" else KEEPS_FROM)):
                        counts[name][least] += number if (stars if name == "stars" else keeps) >= least else 0
        photographs = counts.pop("photographs")[True]
        return Facets(**counts, photographs=photographs)

    def _cube(self) -> list[tuple[Any, ...]]:
        """Return (programme, province, chosen district, category group, stars, least keeping, has photograph, how many)."""
        districts = sorted(place.pk for place in self.places if place.level == Level.DISTRICT)
        if self.filters.q:
            return _count(self._found(), districts)
        key = "products:cube:" + ",".join(map(str, districts))
        return cache.get_or_set(key, lambda: _count(Product.objects.in_public(), districts), CUBE_SECONDS)


def _count(products: QuerySet[Product], districts: list[int]) -> list[tuple[Any, ...]]:
    """Count products by everything that a facet asks, in one query."""
    kept_from = [When(keeps_days__gte=least, then=Value(least)) for least in sorted(KEEPS_FROM, reverse=True)]
    rows = (
        products.order_by()
        .annotate(
            province=Case(When(place__level=Level.DISTRICT, then=F("place__parent_id")), default=F("place_id"), output_field=IntegerField()),
            district=Case(When(place__in=districts, then=F("place_id")), default=Value(0), output_field=IntegerField()) if districts else Value(0),
            kept=Case(*kept_from, default=Value(0), output_field=IntegerField()),
            pictured=Case(When(cover__isnull=False, then=Value(1)), default=Value(0), output_field=IntegerField()),
        )
        .values_list("programme_id", "province", "district", "category__code", "reported_stars", "kept", "pictured")
        .annotate(number=Count("pk"))
    )
    merged: Counter[tuple[Any, ...]] = Counter()
    for programme, province, district, category, stars, kept, pictured, number in rows:
        merged[(programme, province, district, GROUP_OF_CATEGORY.get(category, ""), stars or 0, kept, bool(pictured))] += number
    return [(*key, number) for key, number in merged.items()]
