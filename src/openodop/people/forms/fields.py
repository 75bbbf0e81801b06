"""Fields that several forms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from openodop.foundation import languages
from openodop.foundation.translated import add_language_fields
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


def text_fields(form: forms.Form, name: str, *, label: Any, value: Any = None, rows: int = 0, longest: int = 200) -> None:
    """Add boxes for a text in several languages, each at most `longest` letters."""
    add_language_fields(form, name, label=label, value=value, rows=rows)
    for field_name, field in form.fields.items():
        if field_name.startswith(f"{name}_") and field_name.removeprefix(f"{name}_") in languages.CODES:
            field.validators.append(MaxLengthValidator(longest))
            field.widget.attrs["maxlength"] = longest


def language_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Language"), choices=languages.LANGUAGES)
