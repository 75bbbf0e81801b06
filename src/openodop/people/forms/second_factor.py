"""One-time codes and passkeys."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.people.forms.fields import InOwnWords

CODE_WORDS = (_("Code"), _("The six digits in your authenticator app, or one of your spare codes."))
NAME_WORDS = (_("Name of this device"), _("So that you know it again, for example “Office laptop”."))


class _Digits(InOwnWords):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}
        self.fields["code"].max_length = 20

    def clean_code(self) -> str:
        self.cleaned_data["code"] = self.cleaned_data["code"].replace(" ", "").replace("-", "")
        return super().clean_code()


class SecondFactorForm(_Digits, AuthenticateForm):
    words = {"code": CODE_WORDS}


class SecondFactorAgainForm(_Digits, ReauthenticateForm):
    words = {"code": CODE_WORDS}


class ActivateAppForm(_Digits, ActivateTOTPForm):
    words = {"code": (_("Code"), _("The six digits that the app shows now."))}


class AddPasskeyForm(InOwnWords, AddWebAuthnForm):
    """A passkey of a phone, a computer or a security key; the device itself asks for finger, face or PIN."""

    words = {"name": NAME_WORDS}
    passwordless = None  # the device decides whether its key also opens the door alone


class RenamePasskeyForm(InOwnWords, EditWebAuthnForm):
    words = {"name": NAME_WORDS}

    name = forms.CharField(max_length=60)
