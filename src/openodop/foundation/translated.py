"""Form fields for text in several languages: one plain box a language, so that a form works everywhere without a script."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from openodop.foundation.languages import LANGUAGES, active

NAMES = dict(LANGUAGES)


def codes_for_reader(codes: tuple[str, ...]) -> list[str]:
    """Return the languages with the reader's own first."""
    return sorted(codes, key=lambda code: (code != active(), codes.index(code)))


def add_language_fields(
    form: forms.BaseForm,
    name: str,
    *,
    label: Any,
    help_text: Any = "",
    codes: tuple[str, ...] = ("lo", "en"),
    rows: int = 0,
    value: LazyI18nString | None = None,
) -> None:
    """Add `title_lo`, `title_en` … to a form; `rows` > 0 makes a text area. `text_of` puts them together again."""
    data = value.data if isinstance(value, LazyI18nString) and isinstance(value.data, dict) else {}
    for number, code in enumerate(codes_for_reader(codes)):
        widget = forms.Textarea(attrs={"rows": rows, "lang": code}) if rows else forms.TextInput(attrs={"lang": code})
        form.fields[f"{name}_{code}"] = forms.CharField(
            label=_("%(field)s in %(language)s") % {"field": label, "language": NAMES[code]},
            help_text=help_text if number == 0 else "",
            required=False,
            widget=widget,
            initial=data.get(code, ""),
        )


def text_of(form: forms.BaseForm, name: str, *, kept: LazyI18nString | None = None) -> LazyI18nString:
    """Return what was typed; languages that the form did not ask for stay as they were."""
    data = dict(kept.data) if isinstance(kept, LazyI18nString) and isinstance(kept.data, dict) else {}
    for code in NAMES:
        if f"{name}_{code}" in form.cleaned_data:
            data[code] = form.cleaned_data[f"{name}_{code}"].strip()
    return LazyI18nString({code: text for code, text in data.items() if text})


def put_texts(form: forms.BaseForm, instance: Model, *names: str) -> None:
    """Set several translated fields of a record from the form."""
    for name in names:
        setattr(instance, name, text_of(form, name, kept=getattr(instance, name)))
