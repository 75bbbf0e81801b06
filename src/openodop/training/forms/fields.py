"""Choices that the forms of this room share."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation import languages
from openodop.people import phones
from openodop.people.models import Scope
from openodop.places.choices import Level
from openodop.places.models import Place
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


class PlaceChoice(forms.ModelChoiceField):
    """Places by name in the reader's language, districts under their province."""

    def __init__(self, *, scope: Scope | None = None, provinces_only: bool = False, **kwargs: Any) -> None:
        places = Place.objects.present().filter(level=Level.PROVINCE) if provinces_only else Place.objects.present().exclude(level=Level.COUNTRY)
        if scope is not None:
            places = _within(places, scope)
        super().__init__(places, empty_label=_("Choose"), **{"label": pgettext_lazy("place", "Place"), **kwargs})

    def label_from_instance(self, place: Place) -> str:
        return place.name


def _within(places: Any, scope: Scope) -> Any:
    """Keep the places inside a scope; a scope of the whole programme keeps all."""
    if scope.everything:
        return places
    found = places.none()
    for path in scope.paths:
        found = found | places.filter(path__startswith=path)
    return found
