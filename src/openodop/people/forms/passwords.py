"""Choosing a password: signed in, by e-mail, or with an officer's link."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from openodop.people import messages
from openodop.people.forms.fields import InOwnWords, NewPasswordField, refuse_weak

NEW_WORDS = (_("New password"), _("At least 8 characters. Three words that only you would put together are good."))


class _OnceOnly(InOwnWords):
    """The password is typed once: on a phone a second time adds errors, not safety."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)


class ChangePasswordForm(_OnceOnly, allauth.ChangePasswordForm):
    words = {"oldpassword": (_("Password until now"), ""), "password1": NEW_WORDS}


class SetPasswordForm(_OnceOnly, allauth.SetPasswordForm):
    words = {"password1": NEW_WORDS}


class NewPasswordForm(_OnceOnly, allauth.ResetPasswordKeyForm):
    words = {"password1": NEW_WORDS}


class ResetPasswordForm(InOwnWords, allauth.ResetPasswordForm):
    words = {"email": (_("E-mail address of your account"), "")}

    def clean(self) -> dict[str, Any]:
        if not settings.SENDS_MAIL:
            raise forms.ValidationError(messages.NO_MAIL_HERE)
        return super().clean()


class LinkPasswordForm(forms.Form):
    """The owner of an account chooses a password with an officer's link."""

    password = NewPasswordField()

    def __init__(self, *args: Any, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean(self) -> dict[str, Any]:
        refuse_weak(self, "password", self.account)
        return self.cleaned_data
