"""Fields of our own: a place of a list, degrees of a position."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.people import phones
from openodop.people.models import Scope
from openodop.places.models import Place
from openodop.producers import messages


class Phone(forms.CharField):
    """A phone number as people write it; its value is E.164. `country` (two letters) is where a number without country code is from."""

    def __init__(self, *, country: str = "", **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"})
        super().__init__(max_length=40, widget=widget, **kwargs)
        self.country = country
        self.error_messages["required"] = messages.PHONE_NOT_UNDERSTOOD

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        number = text and (phones.parse(text, self.country) or phones.parse(text))
        if text and not number:
            raise forms.ValidationError(messages.PHONE_NOT_UNDERSTOOD)
        return number

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number in groups; what was typed is given back as typed."""
        return phones.shown(value) if isinstance(value, str) and value.startswith("+") else value


class Coordinate(forms.CharField):
    """Degrees with a point or a comma; more digits than about a metre are left out. Its value is a Decimal or None."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, max_length=24, widget=widget, **kwargs)
        self.most = most

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value).replace(",", ".")
        if not text:
            return None
        try:
            degrees = Decimal(text).quantize(Decimal("0.00001"), ROUND_HALF_UP)
        except InvalidOperation as error:
            raise forms.ValidationError(messages.DEGREES_NOT_UNDERSTOOD) from error
        if not degrees.is_finite():
            raise forms.ValidationError(messages.DEGREES_NOT_UNDERSTOOD)
        if abs(degrees) > self.most:
            raise forms.ValidationError(messages.DEGREES_TOO_FAR, params={"most": self.most})
        return degrees


class PlaceChoice(forms.ModelChoiceField):
    """A list of places by name in the reader's language."""

    def __init__(self, places: list[Place], **kwargs: Any) -> None:
        rows = Place.objects.filter(pk__in=[place.pk for place in places])
        super().__init__(rows, empty_label=_("Choose"), to_field_name="code", **kwargs)
        self.error_messages["required"] = self.error_messages["invalid_choice"] = messages.PLACE_NOT_KNOWN
        self.choices = [("", _("Choose")), *((place.code, place.name) for place in places)]


def allowed(places: Iterable[Place], scope: Scope) -> list[Place]:
    """Return present places that lie in the scope or contain it, sorted by the name shown."""
    found = [place for place in places if place.successor_id is None]
    if not scope.everything:
        found = [place for place in found if any(place.path.startswith(path) or path.startswith(place.path) for path in scope.paths)]
    return sorted(found, key=lambda place: place.name)
