"""What a page about places shows: the places to choose from, their numbers, and the picture that says the same.

Numbers come from counters that higher rooms register (`foundation.panels.register_count("places.products", …)`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext, ngettext

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
        return in_words(self.numbers)

    @property
    def label(self) -> str:
        said = self.in_words
        return gettext("%(place)s: %(numbers)s") % {"place": self.place.name, "numbers": said} if said else self.place.name


def in_words(numbers: Iterable[Number]) -> str:
    """What lies there, without what does not: "21 products, 3 courses"."""
    return ", ".join(number.words for number in numbers if number.value)


@dataclass(frozen=True)
class Choice:
    """A number by which the map can be coloured."""

    name: str
    title: str
    is_current: bool


@dataclass
class Atlas:
    """`said` is what lies in the place of the page itself, in words."""

    said: str
    entries: list[Entry]
    picture: maps.Picture | None = None
    #: a picture that only says where a place lies, without links
    is_locator: bool = False
    choices: list[Choice] = field(default_factory=list)

    @property
    def has_two_levels(self) -> bool:
        return any(entry.entries for entry in self.entries)

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

    def said_of(self, place: Place) -> str:
        return in_words(self.of(place))

    def chosen_of(self, place: Place) -> int | None:
        return self.found[self.chosen].get(place.pk, 0) if self.chosen else None


def of_country(country: Place, *, show: str = "") -> Atlas:
    """Return the provinces of a country, with their districts where their shapes are drawn, else the stitched map of provinces."""
    below = Place.objects.present().within(country)
    provinces = list(below.filter(level=Level.PROVINCE))
    districts = list(below.filter(level=Level.DISTRICT)) if maps.has_district_shapes(country.code) else []
    numbers = Numbers([country, *provinces, *districts], show)
    entries = [Entry(province, numbers.of(province)) for province in provinces]
    by_province = {entry.place.pk: entry for entry in entries}
    for district in districts:
        by_province[district.parent_id].entries.append(Entry(district, numbers.of(district)))
    small = [entry for province in entries for entry in province.entries]
    picture = maps.districts(_areas(small, numbers), whole_country=True) if small else _stitched(country.code, entries, numbers)
    return Atlas(numbers.said_of(country), entries, picture, choices=numbers.choices)


def of_province(province: Place, *, show: str = "") -> Atlas:
    """Return the districts of a province: by their shapes where there are any, else with a map that shows where the province lies."""
    children = list(province.children.present())
    numbers = Numbers([province, *children], show)
    said, entries = numbers.said_of(province), [Entry(child, numbers.of(child)) for child in children]
    if entries and maps.has_district_shapes(province.code):
        return Atlas(said, entries, maps.districts(_areas(entries, numbers)), choices=numbers.choices)
    return Atlas(said, entries, _locator(province), is_locator=True)


def of_district(district: Place, *, show: str = "") -> Atlas:
    """Return the districts of the same province, this one marked; where no shapes are drawn, only where it lies."""
    siblings = list(district.parent.children.present()) if maps.has_district_shapes(district.code) else []
    numbers = Numbers(siblings or [district], show)
    said = numbers.said_of(district)
    if not siblings:
        return Atlas(said, [], _locator(district.parent, knot=district), is_locator=True)
    entries = [Entry(sibling, numbers.of(sibling), is_current=sibling.pk == district.pk) for sibling in siblings]
    return Atlas(said, entries, maps.districts(_areas(entries, numbers), current=district.code), choices=numbers.choices)


def of(place: Place, *, show: str = "") -> Atlas:
    """Return the atlas of any place; a former place gets the map on which it still stands."""
    by_level = {Level.COUNTRY: of_country, Level.PROVINCE: of_province, Level.DISTRICT: of_district}
    return by_level[Level(place.level)](place, show=show)


def of_stitched(country: Place, *, show: str = "", trays: Sequence[maps.Tray] = ()) -> Atlas:
    """Return the provinces of a country as the stitched map, for example for the public home."""
    provinces = list(country.children.present())
    numbers = Numbers([country, *provinces], show)
    entries = [Entry(province, numbers.of(province)) for province in provinces]
    return Atlas(numbers.said_of(country), entries, _stitched(country.code, entries, numbers, trays), choices=numbers.choices)


def tray(place: Place, *, href: str, second_words: str, drawing: str) -> maps.Tray | None:
    """Return a tray that points at a district or province of a stitched map, or None where its position is not known."""
    if place.country_code not in maps.STITCHED or place.latitude is None or place.longitude is None:
        return None
    knot = maps.grid(place.country_code).point(float(place.latitude), float(place.longitude))
    return maps.Tray(href=href, words=place.name, second_words=second_words, drawing=drawing, knot=knot)


@dataclass(frozen=True)
class Land:
    """A country to choose: how much lies below it, and its map to look at."""

    place: Place
    below: str
    in_words: str
    picture: maps.Picture | None


def lands() -> list[Land]:
    """Return the countries that have provinces, the one with the most records first."""
    countries = list(Place.objects.filter(level=Level.COUNTRY))
    numbers = Numbers(countries)
    sizes: dict[str, Counter[int]] = {country.code: Counter() for country in countries}
    for path, level in Place.objects.present().filter(level__gt=Level.COUNTRY).values_list("path", "level"):
        sizes[path[:2]][level] += 1
    found = [
        Land(country, _size_in_words(sizes[country.code]), numbers.said_of(country), _whole(country.code))
        for country in countries
        if sizes[country.code]
    ]
    return sorted(found, key=lambda land: (-(numbers.chosen_of(land.place) or 0), land.place.code != "LA", land.place.code))


def _size_in_words(size: Counter[int]) -> str:
    provinces = ngettext("%(number)d province", "%(number)d provinces", size[Level.PROVINCE]) % {"number": size[Level.PROVINCE]}
    districts = ngettext("%(number)d district", "%(number)d districts", size[Level.DISTRICT]) % {"number": size[Level.DISTRICT]}
    return f"{provinces}, {districts}" if size[Level.DISTRICT] else provinces


def _whole(name: str) -> maps.Picture | None:
    return maps.stitched(name, [maps.Area(code, "", "") for code in maps.grid(name).cells]) if name in maps.STITCHED else None


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
