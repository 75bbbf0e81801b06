"""The pages that show and tell: photographs and the story."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.foundation import languages
from openodop.products import rules
from openodop.products.choices import STORY_TEXTS
from openodop.products.forms.steps import StepForm, nfc


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once; a file's content is judged by foundation.pictures, not here."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [upload for upload in (data if isinstance(data, (list, tuple)) else [data]) if upload]


class PhotographsForm(StepForm):
    title = _("How does it look?")
    lead = _("Photographs sell. Take one of the product, one of the pack and one of the people at work. You can also go on without.")

    def build(self) -> None:
        self.fields["photographs"] = ManyFilesField(
            label=_("Take photographs or choose them"),
            help_text=_("JPEG, PNG, WebP or AVIF, at most 12 MB each. They are made small, and where they were taken is removed."),
            required=False,
            widget=ManyFiles(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif", "multiple": True}),
        )

    def answers(self) -> dict[str, Any]:
        return {}


class StoryForm(StepForm):
    title = _("What is its story?")
    lead = _("Answer in your own words, as you would tell a visitor. Your answers stand on the product's page as you write them.")

    def build(self) -> None:
        asked = self.data.get("language") if self.is_bound else self.initial.get("language")
        self.language = asked if asked in languages.CODES else languages.active()
        self.fields["language"] = forms.CharField(widget=forms.HiddenInput, initial=self.language, required=False)
        for question, (text, example) in STORY_TEXTS.items():
            answered = self.product.story_answers.get(question, {}).get(self.language, "")
            widget = forms.Textarea(attrs={"rows": 3, "maxlength": 1200, "lang": self.language})
            self.fields[question] = forms.CharField(label=text, help_text=example, required=False, max_length=1200, initial=answered, widget=widget)

    def languages(self) -> list[tuple[str, str, bool, int]]:
        """(code, name, whether it is the one shown, how many questions are answered in it), the reader's first."""
        answers = self.product.story_answers
        return [
            (code, name, code == self.language, sum(bool(texts.get(code)) for texts in answers.values()))
            for code, name in sorted(languages.LANGUAGES, key=lambda language: language[0] != languages.active())
        ]

    def answers(self) -> dict[str, Any]:
        told = {question: dict(texts) for question, texts in self.product.story_answers.items()}
        for question in rules.STORY_QUESTIONS:
            told.setdefault(question, {})[self.language] = nfc(self.cleaned_data[question])
        return {
            "story_answers": {question: kept for question, texts in told.items() if (kept := {code: text for code, text in texts.items() if text})}
        }
