"""Filters of the list of courses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.places.models import Place
from openodop.programmes.models import Programme
from openodop.training.choices import Mode
from openodop.training.forms.fields import NamedChoice, PlaceChoice
from openodop.training.queries.courses import PAST, UPCOMING, provinces_with_courses


class CourseFilter(forms.Form):
    """What cannot be read is left out, so that an old address still opens a list."""

    when = forms.ChoiceField(required=False, choices=[(UPCOMING, _("Coming")), (PAST, _("Past"))])
    programme = NamedChoice(Programme.objects.all(), to_field_name="code", label=_("Programme"), required=False, empty_label=_("All programmes"))
    mode = forms.ChoiceField(label=_("How it is held"), required=False, choices=[("", pgettext_lazy("course", "All ways")), *Mode.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        provinces = provinces_with_courses(besides=self.data.get("place", ""))
        self.fields["place"] = PlaceChoice(provinces, required=False, label=pgettext_lazy("place", "Province"), to_field_name="code")

    def chosen(self) -> dict[str, Any]:
        """Return the filters that are set and can be read; a district of an address is followed too."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        code = self.data.get("place", "")
        if code and "place" not in chosen:
            place = Place.objects.filter(code=code).first()
            chosen |= {"place": place} if place else {}
        return chosen
