"""Accounts are made, corrected, closed; their sign-in is helped along."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q

from openodop.foundation.audit import record
from openodop.foundation.folding import clean
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people import access, messages
from openodop.people.actions.persons import create_person
from openodop.people.models import Account, Person


def _is_taken(phone: str | None, email: str | None, *, but: Account | None = None) -> bool:
    same = Q(pk__in=[])
    if phone:
        same |= Q(phone=phone)
    if email:
        same |= Q(email=email)
    others = Account.objects.exclude(pk=but.pk) if but else Account.objects.all()
    return others.filter(same).exists()


@transaction.atomic
def open_account(*, name: str, password: str | None, phone: str = "", email: str = "", language: str = "lo", by: Account | None) -> Account:
    """Make an account; `by` is None when somebody registers by themselves. Phone is E.164."""
    name, email = clean(name), email.strip().lower()
    refuse_if(not name, messages.NAME_MISSING, field="name")
    refuse_if(not phone and not email, messages.NEEDS_PHONE_OR_EMAIL, field="phone")
    refuse_if(_is_taken(phone, email), messages.PHONE_OR_EMAIL_TAKEN, field="phone")
    try:
        with transaction.atomic():
            account = Account.objects.create_user(password=password, name=name, phone=phone or None, email=email or None, language=language)
    except (IntegrityError, ValidationError) as error:  # somebody else was faster
        raise Refusal(messages.PHONE_OR_EMAIL_TAKEN, field="phone") from error
    record("people.account.opened", by=by or account, about=account)
    return account


@transaction.atomic
def register_account(*, name: str, password: str, phone: str = "", email: str = "", language: str = "lo") -> Account:
    """Somebody registers by themselves: an account and a person of their own.

    Never joined to a person in the record: the phone is not proven, and the record would show what is not theirs.
    """
    account = open_account(name=name, password=password, phone=phone, email=email, language=language, by=None)
    create_person(by=account, name=name, phone=phone, email=email, account=account)
    return account


@transaction.atomic
def person_of(*, account: Account) -> Person:
    """Return the person of an account, entered now if it has none."""
    Account.objects.select_for_update().get(pk=account.pk)
    found = Person.objects.filter(account=account).first()
    return found or create_person(by=account, name=account.name, phone=account.phone or "", email=account.email or "", account=account)


@transaction.atomic
def change_own_name(*, account: Account, name: str, language: str) -> Account:
    """Change how the platform calls and speaks to somebody; the person in the record keeps its name."""
    name = clean(name)
    refuse_if(not name, messages.NAME_MISSING, field="name")
    account.name, account.language = name, language
    account.save(update_fields=["name", "language"])
    return account


@transaction.atomic
def change_sign_in(*, account: Account, phone: str, email: str, by: Account) -> Account:
    """Change the phone number and e-mail address with which somebody signs in."""
    phone, email = phone or None, email.strip().lower() or None
    refuse_if(not phone and not email, messages.NEEDS_PHONE_OR_EMAIL, field="phone")
    refuse_if(_is_taken(phone, email, but=account), messages.PHONE_OR_EMAIL_TAKEN, field="phone")
    account.phone_verified = account.phone_verified and account.phone == phone
    if account.email != email:
        # An address that was given up must open this account no longer.
        EmailAddress.objects.filter(user=account).delete()
    account.phone, account.email = phone, email
    try:
        with transaction.atomic():
            account.save(update_fields=["phone", "phone_verified", "email"])
    except IntegrityError as error:
        raise Refusal(messages.PHONE_OR_EMAIL_TAKEN, field="phone") from error
    record("people.account.sign_in_changed", by=by, about=account)
    return account


@transaction.atomic
def remove_second_factor(*, account: Account, by: Account) -> None:
    """Take away codes and passkeys of somebody who lost their phone; the password stays."""
    refuse_if(not access.may_help_sign_in(by, account), messages.RESET_LINK_NOT_YOURS)
    Authenticator.objects.filter(user=account).delete()
    record("people.account.second_factor_removed", by=by, about=account)


@transaction.atomic
def close_account(*, account: Account, by: Account) -> None:
    """Let nobody sign in with it any more; records keep their author."""
    _set_active(account, False, by=by)
    record("people.account.closed", by=by, about=account)


@transaction.atomic
def reopen_account(*, account: Account, by: Account) -> None:
    _set_active(account, True, by=by)
    record("people.account.reopened", by=by, about=account)


def _set_active(account: Account, is_active: bool, *, by: Account) -> None:
    refuse_if(not access.may_close(by, account), messages.ACCOUNT_NOT_YOURS)
    account.is_active = is_active
    account.save(update_fields=["is_active"])


def forget_cached_posts(account: Any) -> None:
    """Let the account read its posts anew after they changed."""
    account.__dict__.pop("active_posts", None)
