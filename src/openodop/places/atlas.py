"""What a page about places shows: the places to choose from, their numbers, and the picture that says the same.

Numbers come from counters that higher rooms register (`foundation.panels.register_count("places.products", …)`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

from openodop.foundation import panels
from openodop.places import maps
from openodop.places.choices import Level
from openodop.places.models import Place


@dataclass(frozen=True)
class Number:
    """How many of a room's records lie in a place, in words: "21 products"."""

    name: str
    value: int
    words: str


@dataclass
class Entry:
    """A place to choose, with its numbers and the places below it that the page also offers."""

    place: Place
    numbers: list[Number]
    is_current: bool = False
    entries: list[Entry] = field(default_factory=list)

    @property
    def in_words(self) -> str:
        """What lies there, without what does not: "21 products, 3 courses"."""
        return ", ".join(number.words for number in self.numbers if number.value)

    @property
    def label(self) -> str:
        said = self.in_words
        return gettext("%(place)s: %(numbers)s") % {"place": self.place.name, "numbers": said} if said else self.place.name


@dataclass(frozen=True)
class Choice:
    """A number by which the map can be coloured."""

    name: str
    title: str
    is_current: bool


@dataclass
class Atlas:
    entries: list[Entry]
    picture: maps.Picture | None = None
    #: a picture that only says where a place lies, without links
    is_locator: bool = False
    choices: list[Choice] = field(default_factory=list)

    @property
    def coloured_by(self) -> str:
        return next((choice.title for choice in self.choices if choice.is_current), "")


class Numbers:
    """The registered counters, asked once for all places of a page."""

    def __init__(self, places: Sequence[Place], show: str = "") -> None:
        self.counters = panels.counters("places")
        self.found: dict[str, Mapping[int, int]] = {counter.name: counter.count(places) for counter in self.counters}
        shown = [counter.name for counter in self.counters if any(self.found[counter.name].values())]
        self.chosen = show if show in shown else next(iter(shown), "")
        self.choices = [Choice(counter.name, str(counter.title), counter.name == self.chosen) for counter in self.counters if counter.name in shown]

    def of(self, place: Place) -> list[Number]:
        return [
            Number(counter.name, value, counter.in_words(value)) for counter in self.counters for value in [self.found[counter.name].get(place.pk, 0)]
        ]

    def chosen_of(self, place: Place) -> int | None:
        return self.found[self.chosen].get(place.pk, 0) if self.chosen else None


def of_country(country: Place, *, show: str = "") -> Atlas:
    """Return the provinces of a country with their districts where their shapes are drawn, else the stitched map of provinces."""
    below = list(Place.objects.present().within(country).filter(level__gt=Level.COUNTRY))
    provinces = [place for place in below if place.level == Level.PROVINCE]
    districts = [place for place in below if place.level == Level.DISTRICT] if maps.has_district_shapes(country.code) else []
    numbers = Numbers(provinces + districts, show)
    entries = [Entry(province, numbers.of(province)) for province in provinces]
    by_province = {entry.place.pk: entry for entry in entries}
    for district in districts:
        by_province[district.parent_id].entries.append(Entry(district, numbers.of(district)))
    if districts:
        small = [entry for province in entries for entry in province.entries]
        picture = maps.districts(_areas(small, numbers), whole_country=True)
    else:
        picture = _stitched(country.code, entries, numbers)
    return Atlas(entries, picture, choices=numbers.choices)


def of_province(province: Place, *, show: str = "") -> Atlas:
    """Return the districts of a province: by their shapes where there are any, else with a map that shows where the province lies."""
    children = list(province.children.present())
    numbers = Numbers(children, show)
    entries = [Entry(child, numbers.of(child)) for child in children]
    if entries and maps.has_district_shapes(province.code):
        return Atlas(entries, maps.districts(_areas(entries, numbers)), choices=numbers.choices)
    return Atlas(entries, _locator(province), is_locator=True)


def of_district(district: Place, *, show: str = "") -> Atlas:
    """Return the districts around: the neighbours in its province, the district itself marked."""
    if not maps.has_district_shapes(district.code):
        return Atlas([], _locator(district.parent, knot=district), is_locator=True)
    siblings = list(district.parent.children.present())
    numbers = Numbers(siblings, show)
    entries = [Entry(sibling, numbers.of(sibling), is_current=sibling.pk == district.pk) for sibling in siblings]
    return Atlas(entries, maps.districts(_areas(entries, numbers), current=district.code), choices=numbers.choices)


def of(place: Place, *, show: str = "") -> Atlas:
    """Return the atlas of any place; a former place gets the map on which it still stands."""
    if place.level == Level.COUNTRY:
        return of_country(place, show=show)
    if place.level == Level.PROVINCE:
        return of_province(place, show=show)
    return of_district(place, show=show)


def of_stitched(country_code: str, *, show: str = "", trays: Sequence[maps.Tray] = ()) -> Atlas:
    """Return the provinces of a country as the stitched map, for example for the public home."""
    provinces = list(Place.objects.present().filter(level=Level.PROVINCE, path__startswith=f"{country_code}/"))
    numbers = Numbers(provinces, show)
    entries = [Entry(province, numbers.of(province)) for province in provinces]
    return Atlas(entries, _stitched(country_code, entries, numbers, trays), choices=numbers.choices)


def _areas(entries: Iterable[Entry], numbers: Numbers) -> list[maps.Area]:
    return [maps.Area(entry.place.code, entry.label, entry.place.get_absolute_url(), numbers.chosen_of(entry.place)) for entry in entries]


def _stitched(name: str, entries: list[Entry], numbers: Numbers, trays: Sequence[maps.Tray] = ()) -> maps.Picture | None:
    return maps.stitched(name, _areas(entries, numbers), trays=trays) if name in maps.STITCHED else None


def _locator(province: Place, *, knot: Place | None = None) -> maps.Picture | None:
    """Return the stitched map on which the province stands, the province marked."""
    name = "VN63" if province.code.startswith("VN63-") else province.country_code
    if name not in maps.STITCHED:
        return None
    grid = maps.grid(name)
    point = grid.point(float(knot.latitude), float(knot.longitude)) if knot and knot.latitude is not None and knot.longitude is not None else None
    return maps.stitched(name, [maps.Area(code, "", "") for code in grid.cells], current=province.code, knot=point)
