"""Signing in, registering, and codes on the way."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ConfirmLoginCodeForm,
    LoginForm,
    ReauthenticateForm,
    RequestLoginCodeForm,
)
from allauth.account.forms import (
    VerifyPhoneForm as AllauthVerifyPhoneForm,
)
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from openodop.foundation import languages
from openodop.people import messages, phones, sms
from openodop.people.forms.fields import EmailField, InOwnWords, NewPasswordField, PhoneField, language_field, refuse_weak
from openodop.people.models import Account

CODE_WORDS = (_("Code"), _("Write the digits and letters as you see them; spaces do not matter."))


class SignInForm(InOwnWords, LoginForm):
    words = {
        "login": (_("Phone number, e-mail address or user code"), _("For example 020 55 512 345 or U000042")),
        "password": (_("Password"), ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["login"].max_length = 254

    def clean_login(self) -> str:
        """Bring each spelling of a phone number to one, so that tries are counted together."""
        login = super().clean_login()
        return phones.parse(login) or login.lower()


class RegistrationForm(forms.Form):
    """Somebody makes an account for themselves."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = PhoneField()
    email = EmailField(required=False, help_text=_("With it you can get a new password by yourself."))
    password = NewPasswordField(label=_("Choose a password"))
    language = language_field()
    by_passkey = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = languages.active()

    def clean(self) -> dict[str, Any]:
        known = {name: self.cleaned_data.get(name) or None for name in ("name", "phone", "email")}
        refuse_weak(self, "password", Account(**known | {"name": known["name"] or ""}))
        return self.cleaned_data


class RequestCodeForm(InOwnWords, RequestLoginCodeForm):
    words = {"email": (_("E-mail address"), ""), "phone": (_("Phone number"), _("For example 020 55 512 345"))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not sms.is_set():
            del self.fields["phone"]
        if not settings.SENDS_MAIL:
            del self.fields["email"]
        if len(self.fields) == 1:
            next(iter(self.fields.values())).required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and not data.get("phone") and not data.get("email"):
            raise forms.ValidationError(messages.NEEDS_PHONE_OR_EMAIL)
        return data

    def clean_phone(self) -> str:
        return super().clean_phone() or ""


class ConfirmCodeForm(InOwnWords, ConfirmLoginCodeForm):
    words = {"code": CODE_WORDS}


class VerifyPhoneForm(InOwnWords, AllauthVerifyPhoneForm):
    words = {"code": CODE_WORDS}


class PasswordAgainForm(InOwnWords, ReauthenticateForm):
    words = {"password": (_("Your password"), "")}
