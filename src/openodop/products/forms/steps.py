"""What every page of the registration has in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from openodop.foundation import languages
from openodop.products.models import Draft


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def limit(fields: Iterable[forms.Field], most: int) -> None:
    """Refuse longer texts, in the browser and here."""
    for field in fields:
        field.max_length = most
        field.validators.append(MaxLengthValidator(most))
        field.widget.attrs["maxlength"] = most


class StepForm(forms.Form):
    """One page of the registration: heading, explanation, and the answers of a valid form."""

    title: Any = ""
    lead: Any = ""

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft, self.product = draft, draft.edited
        self.country = self.product.programme.country.code
        self.build()

    def build(self) -> None:
        """Add fields that depend on the draft."""

    def answers(self) -> dict[str, Any]:
        raise NotImplementedError

    def own_language(self) -> str:
        """The language in which the producer's country writes, where the interface knows it."""
        own = languages.OF_COUNTRY.get(self.country, "en")
        return own if own in languages.CODES else "en"
