"""What every page of the registration shares."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms

from openodop.foundation import languages
from openodop.people.models import Scope
from openodop.producers.models import Producer

EVERYWHERE = Scope(everything=True)


def own_language(country: str) -> str:
    """Return the language in which producers of a country write, English where it is none of ours."""
    code = languages.OF_COUNTRY.get(country, "en")
    return code if code in languages.CODES else "en"


class StepForm(forms.ModelForm):
    """One page of the registration. A valid form has changed `instance`; nothing is saved here."""

    #: heading and explanation of the page
    title: Any = ""
    lead: Any = ""
    #: fields that the page needs, though the register can do without them
    required_here: tuple[str, ...] = ()
    #: how the fields stand on the page, and the script that helps
    template = "producers/steps/plain.html"
    script = ""

    class Meta:
        model = Producer
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, scope: Scope = EVERYWHERE, for_somebody: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope, self.for_somebody = scope, for_somebody
        self.country = self.instance.programme.country
        for name in self.required_here:
            self.fields[name].required = True
        self.build()

    def build(self) -> None:
        """Add fields that depend on the producer."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = unicodedata.normalize("NFC", value).strip()
        return self.cleaned_data
