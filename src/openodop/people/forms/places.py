"""Choosing a place: a list where it is short, a name or code to write where a whole region could be meant."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from rapidfuzz import process

from openodop.foundation.folding import plain
from openodop.people import messages
from openodop.places.choices import Level
from openodop.places.models import Place

#: more places than this are written, not chosen from a list
LISTED_AT_MOST = 200


class PlaceChoice(forms.ModelChoiceField):
    """A list of places, districts grouped under their province."""

    def __init__(self, queryset: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(queryset.select_related("parent").order_by("path"), **kwargs)
        self.choices = self._grouped

    def _grouped(self) -> list[tuple[str, Any]]:
        rows = list(self.queryset)
        above = [(place.code, place.name) for place in rows if place.level < Level.DISTRICT]
        districts = groupby((place for place in rows if place.level == Level.DISTRICT), key=lambda place: place.parent)
        groups = [(province.name, [(place.code, place.name) for place in places]) for province, places in districts]
        return [("", "—"), *above, *groups]

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, Place) else value


class PlaceWritten(forms.CharField):
    """The name or code of a place, in any of its languages; unknown names are answered with the nearest ones."""

    def __init__(self, queryset: QuerySet[Place], **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Write the name or the code, for example Sangthong or LA0109."))
        super().__init__(max_length=120, **kwargs)
        self.places = queryset

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, Place) else value

    def clean(self, value: Any) -> Place | None:
        text = super().clean(value)
        if not text:
            return None
        if found := self.places.filter(code__iexact=text).first():
            return found
        named: dict[str, list[Place]] = {}
        for place in self.places.select_related("parent"):
            for name in {place.name_en, place.name_local, *place.other_names.splitlines()} - {""}:
                named.setdefault(plain(name), []).append(place)
        same = named.get(plain(text), [])
        if len(same) == 1:
            return same[0]
        nearest = same or [place for key, *_ in process.extract(plain(text), named.keys(), limit=3, score_cutoff=70) for place in named[key]]
        if not nearest:
            raise forms.ValidationError(messages.PLACE_UNKNOWN, code="place")
        shown = ", ".join(f"{place.name} ({place.code})" for place in nearest[:6])
        raise forms.ValidationError(messages.PLACE_WHICH, code="place", params={"nearest": shown})


def place_field(queryset: QuerySet[Place], **kwargs: Any) -> forms.Field:
    """Return the field that suits the number of places to choose from."""
    kwargs = {"label": _("Place"), "required": False, **kwargs}
    if queryset.count() <= LISTED_AT_MOST:
        return PlaceChoice(queryset, to_field_name="code", **kwargs)
    return PlaceWritten(queryset, **kwargs)


def places_of(account: Any, *roles: str) -> QuerySet[Place]:
    """Return the present places of an account's scope."""
    scope = account.scope(*roles)
    inside = Q() if scope.everything else Q(pk__in=[])
    for path in scope.paths:
        inside |= Q(path__startswith=path)
    return Place.objects.present().filter(inside)
