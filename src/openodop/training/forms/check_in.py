"""The code and, for people who are not signed in, the phone number with which they enrolled."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openodop.training.messages import attendance as messages


class CheckInForm(forms.Form):
    """`needs_phone` for everybody whose own seat is not known from the sign-in."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Six digits, shown by the trainer."),
        max_length=20,
        error_messages={"required": messages.CODE_SHAPE},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
    phone = forms.CharField(
        label=_("Phone number"),
        help_text=_("The number with which you enrolled."),
        max_length=40,
        required=False,
        error_messages={"required": messages.PHONE_NEEDED},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, needs_phone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = needs_phone
