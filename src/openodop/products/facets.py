"""The catalogue's filters as the page shows them: groups of choices with figures, and chips for those that are on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext, ngettext, pgettext

from openodop.foundation import languages
from openodop.places.models import Place
from openodop.products.choices import GROUP_BY_CODE, GROUPS, KEEPS_FROM, STARS_FROM
from openodop.products.queries import Catalogue

#: choices of a long group that stand open; the others fold away, and beyond MOST a name is written into the search box
OPEN, MOST = 6, 24


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    #: how many products it would leave; None where that was not counted
    number: int | None
    is_on: bool
    language: str = ""


@dataclass(frozen=True)
class Group:
    """One question of the filter: a name, choices of which one or several may be on."""

    name: str
    label: str
    choices: Sequence[Choice]
    more: Sequence[Choice] = ()
    more_label: str = ""
    many: bool = False
    is_reported: bool = False


@dataclass(frozen=True)
class Chip:
    label: str
    query: str
    language: str = ""


def groups(catalogue: Catalogue) -> list[Group]:
    """Return the questions that have something to choose; without figures when the words find more than is counted."""
    found = [_programmes(catalogue), _provinces(catalogue), _categories(catalogue), _stars(catalogue), _keeps(catalogue), _photographs(catalogue)]
    shown = [group for group in found if group]
    return [_without_figures(group) for group in shown] if catalogue.has_more else shown


def _without_figures(group: Group) -> Group:
    choices, more = ([replace(choice, number=None) for choice in some] for some in (group.choices, group.more))
    return replace(group, choices=choices, more=more)


def _programmes(catalogue: Catalogue) -> Group | None:
    counts, chosen = catalogue.facets.programmes, catalogue.filters.programme
    there = [one for one in catalogue.programmes if counts.get(one.pk) or one.code == chosen]
    if len(there) < 2:
        return None
    choices = [Choice("", gettext("All programmes"), sum(counts.values()), not chosen)]
    choices += [Choice(one.code, f"{one.country.name}: {one.short_name}", counts.get(one.pk, 0), one.code == chosen) for one in there]
    return Group("programme", gettext("Programme"), choices)


def _provinces(catalogue: Catalogue) -> Group | None:
    counts, chosen = catalogue.facets.provinces, {place.pk for place in catalogue.places}
    wanted = {pk for pk, number in counts.items() if number} | chosen
    places = sorted(Place.objects.filter(pk__in=wanted), key=lambda place: (place.pk not in chosen, -counts.get(place.pk, 0), place.name))
    if not places:
        return None
    reader = languages.active()
    choices = []
    for place in places:
        name, language = place.name_and_language
        choices.append(Choice(place.code, name, counts.get(place.pk, 0), place.pk in chosen, "" if language == reader else language))
    first = max(OPEN, len(chosen))
    rest = choices[first : max(MOST, first)]
    label = ngettext("%(number)d more place", "%(number)d more places", len(rest)) % {"number": len(rest)}
    return Group("place", gettext("Province"), choices[:first], rest, label, many=True)


def _categories(catalogue: Catalogue) -> Group | None:
    counts, chosen = catalogue.facets.categories, catalogue.filters.categories
    choices = [
        Choice(one.code, str(one.label), counts.get(one.code, 0), one.code in chosen) for one in GROUPS if counts.get(one.code) or one.code in chosen
    ]
    return Group("category", pgettext("catalogue", "Kind"), choices, many=True) if choices else None


def _stars(catalogue: Catalogue) -> Group | None:
    counts, chosen = catalogue.facets.stars, catalogue.filters.stars
    if not any(counts.get(stars) for stars in STARS_FROM) and not chosen:
        return None
    choices = [Choice(str(stars), stars_from(stars), counts.get(stars, 0), stars == chosen) for stars in STARS_FROM]
    choices.append(Choice("", pgettext("any number of stars", "Any"), counts.get(0, 0), not chosen))
    return Group("stars", gettext("Stars, as reported"), choices, is_reported=True)


def _keeps(catalogue: Catalogue) -> Group | None:
    counts, chosen = catalogue.facets.keeps, catalogue.filters.keeps
    if not any(counts.get(days) for days in KEEPS_FROM) and not chosen:
        return None
    choices = [Choice(str(days), str(label), counts.get(days, 0), days == chosen) for days, label in KEEPS_FROM.items()]
    choices.append(Choice("", pgettext("any shelf life", "Any"), counts.get(0, 0), not chosen))
    return Group("keeps", gettext("Keeps for"), choices)


def _photographs(catalogue: Catalogue) -> Group | None:
    number, chosen = catalogue.facets.photographs, catalogue.filters.photograph
    if not number and not chosen:
        return None
    return Group("photograph", gettext("Picture"), [Choice("1", gettext("With a photograph"), number, chosen)], many=True)


def stars_from(stars: int) -> str:
    return gettext("5 stars") if stars == 5 else ngettext("%(stars)d star and up", "%(stars)d stars and up", stars) % {"stars": stars}


def chips(catalogue: Catalogue) -> list[Chip]:
    """Return what is on, each with the query of the page without it."""
    chosen, found = catalogue.filters, []

    def add(label: str, language: str = "", **without: Any) -> None:
        found.append(Chip(label, chosen.as_query(**without), "" if language == languages.active() else language))

    if chosen.q:
        add(f"“{chosen.q}”", q="")
    if chosen.programme:
        add(f"{catalogue.programme.country.name}: {catalogue.programme.short_name}" if catalogue.programme else chosen.programme, programme="")
    known = {place.code: place for place in catalogue.places}
    for code in chosen.places:
        name, language = known[code].name_and_language if code in known else (code, "")
        add(name, language, places=[one for one in chosen.places if one != code])
    for code in chosen.categories:
        add(str(GROUP_BY_CODE[code].label), categories=[one for one in chosen.categories if one != code])
    if chosen.stars:
        add(stars_from(chosen.stars), stars=0)
    if chosen.keeps:
        add(str(KEEPS_FROM[chosen.keeps]), keeps=0)
    if chosen.photograph:
        add(gettext("With a photograph"), photograph=False)
    return found
