"""Fields that several forms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.people import messages, phones


class PhoneField(forms.CharField):
    """A phone number as people write it; its value is E.164, or "" when empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Phone number"))
        kwargs.setdefault("help_text", _("For example 020 55 512 345"))
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        number = phones.parse(text)
        if not number:
            raise forms.ValidationError(messages.PHONE_NOT_UNDERSTOOD, code="phone")
        return number

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number in groups; what was typed is given back as typed."""
        return phones.shown(value) if isinstance(value, str) and value.startswith("+") and value[1:].isdigit() else value


class EmailField(forms.EmailField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mail address"))
        kwargs.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        return super().clean(value).lower()


class NewPasswordField(forms.CharField):
    """A password to be chosen. The form checks it against the account with `refuse_weak`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("New password"))
        kwargs.setdefault("help_text", _("At least 8 characters. Three words that only you would put together are good."))
        kwargs.setdefault("strip", False)
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("widget", forms.PasswordInput(attrs={"autocomplete": "new-password"}))
        super().__init__(**kwargs)


def refuse_weak(form: forms.Form, field: str, account: Any) -> None:
    """Put the validators' sentences beside the password field."""
    if password := form.cleaned_data.get(field):
        try:
            validate_password(password, account)
        except forms.ValidationError as error:
            form.add_error(field, error)


class InOwnWords:
    """Gives fields that come from allauth our labels and hints, and takes away placeholders: a label stays visible while one types."""

    words: dict[str, tuple[Any, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]


class TextsMixin:
    """Fields for a text in Lao and in English that the record keeps as one: `name_lo`, `name_en` make `name`."""

    texts: tuple[str, ...] = ()
    text_languages = ("lo", "en")

    def set_texts(self, record: Any) -> None:
        """Fill the fields from a record."""
        for name in self.texts:
            data = getattr(getattr(record, name, None), "data", None) or {}
            data = data if isinstance(data, dict) else {"en": data}
            for language in self.text_languages:
                self.initial.setdefault(f"{name}_{language}", data.get(language, ""))
            setattr(self, f"_{name}_known", data)

    def text(self, name: str) -> LazyI18nString:
        """Return what was written, together with the languages that the form does not show."""
        kept = dict(getattr(self, f"_{name}_known", {}))
        kept |= {language: self.cleaned_data.get(f"{name}_{language}", "") for language in self.text_languages}
        return LazyI18nString({language: text for language, text in kept.items() if text})


def language_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Language"), choices=languages.LANGUAGES)
