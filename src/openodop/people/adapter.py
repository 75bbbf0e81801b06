"""How django-allauth reads and writes our accounts, and in which words it speaks."""

from __future__ import annotations

import base64
import io
import smtplib
from functools import lru_cache
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from openodop.people import messages, phones, sms
from openodop.people.forms import PhoneField
from openodop.people.models import Account


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": messages.ACCOUNT_CLOSED,
        "email_password_mismatch": messages.WRONG_SIGN_IN,
        "phone_password_mismatch": messages.WRONG_SIGN_IN,
        "username_password_mismatch": messages.WRONG_SIGN_IN,
        "invalid_login": messages.WRONG_SIGN_IN,
        "email_taken": messages.PHONE_OR_EMAIL_TAKEN,
        "phone_taken": messages.PHONE_OR_EMAIL_TAKEN,
        "enter_current_password": messages.WRONG_PASSWORD,
        "incorrect_password": messages.WRONG_PASSWORD,
        "incorrect_code": messages.WRONG_CODE,
        "invalid_or_expired_key": messages.RESET_KEY_TOO_OLD,
        "invalid_password_reset": messages.RESET_KEY_TOO_OLD,
        "too_many_login_attempts": messages.TOO_MANY_TRIES,
        "rate_limited": messages.TOO_MANY_TRIES,
        "select_only_one": messages.PHONE_OR_EMAIL_ONLY,
    }

    def add_message(self, request: HttpRequest, level: int, *args: Any, message: str | None = None, **kwargs: Any) -> None:
        """Say only what we word ourselves: "signed in" needs no message, and our pages tell the rest."""
        if message:
            notices.add_message(request, level, message)

    # --- phone --------------------------------------------------------------------------------------------------------
    def phone_form_field(self, **kwargs: Any) -> PhoneField:
        return PhoneField(**kwargs)

    def get_phone(self, user: Account) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: Account, phone: str, verified: bool) -> None:
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def set_phone_verified(self, user: Account, phone: str) -> None:
        Account.objects.filter(pk=user.pk, phone=phone).update(phone_verified=True)
        user.phone_verified = user.phone == phone

    def get_user_by_phone(self, phone: str) -> Account | None:
        number = phones.parse(phone)
        return Account.objects.filter(phone=number).first() if number else None

    def send_verification_code_sms(self, user: Account, phone: str, code: str, **kwargs: Any) -> None:
        text = gettext("OpenODOP: your code is %(code)s. It works for a few minutes. Tell it to nobody.") % {"code": code}
        try:
            sms.send(phone, text)
        except sms.SmsNotSent as error:
            self._not_sent(gettext("The text message could not be sent. Sign in with your password, or ask your district office."), error)

    # --- mail ---------------------------------------------------------------------------------------------------------
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        context = {"help_contact": settings.OPENODOP_HELP_CONTACT, "base_url": settings.BASE_URL, **context}
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException) as error:
            self._not_sent(gettext("The e-mail could not be sent. Try again later, or ask your district office for a link."), error)

    def _not_sent(self, sentence: str, error: Exception) -> None:
        notices.error(self.request, sentence)
        raise ImmediateHttpResponse(redirect("account_login")) from error

    # --- sign-in ------------------------------------------------------------------------------------------------------
    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse:
        """Go on in the language of the account where the reader has not chosen another on this device."""
        response = super().post_login(request, user, **kwargs)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            )
        return response

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")


@lru_cache(maxsize=1)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    """Return the cipher for secrets of second factors; its keys come from the installation's secret key and its former ones."""
    derived = (HKDF(hashes.SHA256(), 32, salt=None, info=b"openodop.people.second-factor").derive(key.encode()) for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": messages.WRONG_CODE,
        "rate_limited": messages.TOO_MANY_TRIES,
    }

    def get_totp_label(self, user: Account) -> str:
        return user.code

    def build_totp_svg(self, url: str) -> str:
        """QR code on white ground, which cameras read in dark mode too."""
        picture = io.BytesIO()
        segno.make(url, error="m").save(picture, kind="svg", scale=4, border=4, light="#fff", dark="#000", xmldecl=False)
        return picture.getvalue().decode()

    def encrypt(self, text: str) -> str:
        return self._cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._cipher().decrypt(encrypted_text.encode()).decode()

    def _cipher(self) -> MultiFernet:
        return _cipher((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))

    def generate_authenticator_name(self, user: Account, type: Any) -> str:
        return gettext("My device")

    def _get_user_identifier(self, user: Account) -> str:
        return user.code

    def _get_site_name(self) -> str:
        return "OpenODOP"

    def get_public_key_credential_user_entity(self, user: Account) -> dict[str, Any]:
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.name}
