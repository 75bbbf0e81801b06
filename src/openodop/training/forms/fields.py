"""Choices that the forms of this room share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.db.models import Q, QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation import languages
from openodop.people import phones
from openodop.people.models import Scope
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.programmes.models import Programme
from openodop.training.messages import enrolment as messages

#: zones of the countries where courses are held; another zone of a course stays choosable
TIME_ZONES = (
    ("Asia/Vientiane", pgettext_lazy("time zone", "Vientiane (UTC+7)")),
    ("Asia/Bangkok", pgettext_lazy("time zone", "Bangkok (UTC+7)")),
    ("Asia/Ho_Chi_Minh", pgettext_lazy("time zone", "Hanoi (UTC+7)")),
    ("Asia/Phnom_Penh", pgettext_lazy("time zone", "Phnom Penh (UTC+7)")),
    ("Asia/Tokyo", pgettext_lazy("time zone", "Tokyo (UTC+9)")),
    ("UTC", pgettext_lazy("time zone", "World time (UTC)")),
)


def time_zone_choices(known: str = "") -> list[tuple[str, Any]]:
    own = [(known, known)] if known in available_timezones() and known not in dict(TIME_ZONES) else []
    return [*own, *TIME_ZONES]


def language_choices() -> list[tuple[str, str]]:
    return [*languages.LANGUAGES, ("ja", "日本語")]


class PhoneField(forms.CharField):
    """A phone number as people write it, kept as E.164."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": pgettext_lazy("person", "Phone number"), "max_length": 40, **kwargs})
        self.widget.attrs |= {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        number = phones.parse(text) if text else ""
        if text and not number:
            raise forms.ValidationError(messages.PHONE_NOT_UNDERSTOOD)
        return number


class NamedChoice(forms.ModelChoiceField):
    """Records by name, or title, in the reader's language."""

    def label_from_instance(self, record: Any) -> str:
        return _named(record)


class NamedChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, record: Any) -> str:
        return _named(record)


def _named(record: Any) -> str:
    return languages.best(record.name if hasattr(record, "name") else record.title)[0]


class _ByCountry(ModelChoiceIterator):
    """Places in the order of their paths, under the name of their country where the list has several."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        groups = [(country.name, [self.choice(place) for place in places]) for country, places in groupby(self.queryset, key=_country_of)]
        if len(groups) == 1:
            yield from groups[0][1]
        else:
            yield from groups


def _country_of(place: Place) -> Place:
    while place.parent is not None:
        place = place.parent
    return place


class PlaceChoice(forms.ModelChoiceField):
    """Places by name in the reader's language, districts under their province, provinces under their country."""

    iterator = _ByCountry

    def __init__(self, places: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(
            # With the places above, so that the countries' names cost no further reads.
            places.select_related("parent__parent").order_by("path"),
            empty_label=_("Choose"),
            error_messages={"invalid_choice": messages.PLACE_NOT_LISTED},
            **{"label": pgettext_lazy("place", "Place"), **kwargs},
        )

    def label_from_instance(self, place: Place) -> str:
        return place.name


def provinces_of(country: Place) -> QuerySet[Place]:
    return Place.objects.present().within(country).filter(level=Level.PROVINCE)


def places_for_courses(scope: Scope, *, programme: Programme | None, kept: Place | None = None) -> QuerySet[Place]:
    """Return the places of `scope` in the country of the programme, or while that is not chosen in every country with a programme.

    `kept` is where the course stands already; it stays choosable whatever became of it.
    """
    countries = [programme.country] if programme else Place.objects.filter(programmes__isnull=False).distinct()
    inside = _inside(country.path for country in countries)
    if not scope.everything:
        inside &= _inside(scope.paths)
    known = Q(pk=kept.pk) if kept else Q(pk__in=[])
    return Place.objects.filter(known | inside & Q(successor=None) & ~Q(level=Level.COUNTRY))


def _inside(paths: Iterable[str]) -> Q:
    result = Q(pk__in=[])
    for path in paths:
        result |= Q(path__startswith=path)
    return result
