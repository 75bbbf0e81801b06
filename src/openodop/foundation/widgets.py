"""Form controls of the design language: a date as three boxes, rows to choose from, a photograph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
#: a whole date put into the first box: 8/3/2026, 8-3-2026, 8.3.2026
WHOLE_DATE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


class ThreePartDate(forms.Widget):
    """Day, month and year as three boxes to type in; for a DateField. Nothing to page through, the same on every phone."""

    template_name = "foundation/forms/three_part_date.html"
    use_fieldset = True
    LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}

    def id_for_label(self, id_: str) -> str:
        return ""  # the question is a legend; each box has a label of its own

    def first_box(self, auto_id: str) -> str:
        return f"{auto_id}_day"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        identity = context["widget"]["attrs"].pop("id", None) or f"id_{name}"
        context["widget"]["boxes"] = [
            {"name": f"{name}_{part}", "id": f"{identity}_{part}", "label": self.LABELS[part], "value": text, "length": 4 if part == "year" else 2}
            for part, text in zip(PARTS, _parts(value), strict=True)
        ]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> str:
        """Return the date as year-month-day; what is no date goes on as typed, so that the field can refuse it."""
        day, month, year = (str(data.get(f"{name}_{part}", "")).strip() for part in PARTS)
        if found := WHOLE_DATE.fullmatch(day):
            day, month, year = found.groups()
        if not (day or month or year):
            return str(data.get(name, ""))  # programs and older pages send one value
        return f"{year}-{month}-{day}"

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> bool:
        return name not in data and not any(f"{name}_{part}" in data for part in PARTS)


def _parts(value: Any) -> tuple[str, str, str]:
    if isinstance(value, date | datetime):
        return str(value.day), str(value.month), str(value.year)
    pieces = str(value or "").split("-")
    return (pieces[2], pieces[1], pieces[0]) if len(pieces) == 3 else ("", "", "")


class ChoiceRows(forms.RadioSelect):
    """One answer of a few, each row a whole target for a thumb."""


class PhotoInput(forms.ClearableFileInput):
    """A photograph: the phone offers its camera, the page shows what was chosen."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": "image/*", **(attrs or {})})
