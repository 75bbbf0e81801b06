"""A person asks to be erased, and is erased: what names them goes, what the programme counts stays."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from auditlog.context import disable_auditlog
from auditlog.models import LogEntry
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.people import access, messages, privacy
from openodop.people.models import Account, Invitation, Person, Post
from openodop.people.queries import reasons_to_keep


@transaction.atomic
def ask_for_erasure(*, person: Person, by: Account) -> None:
    """Ask an officer to erase one's own data."""
    refuse_if(person.account_id != by.pk, messages.PERSON_NOT_YOURS)
    person.erasure_asked_at = person.erasure_asked_at or timezone.now()
    person.save(update_fields=["erasure_asked_at"])
    record("people.person.erasure_asked", by=by, about=person)


@transaction.atomic
def keep_after_all(*, person: Person, by: Account) -> None:
    """Take back one's own request."""
    refuse_if(person.account_id != by.pk, messages.PERSON_NOT_YOURS)
    person.erasure_asked_at = None
    person.save(update_fields=["erasure_asked_at"])
    record("people.person.erasure_taken_back", by=by, about=person)


@transaction.atomic
def erase_person(*, person: Person, by: Account) -> Person:
    """Remove what names the person, here and in every room, and in the audit trail.

    Code, sex, place and organisation stay, so that the figures of past courses stay true. Refused while a room needs the record.
    """
    person = Person.objects.locked(person.pk)
    refuse_if(person.erased_at, messages.ERASED_ALREADY)
    refuse_if(not access.may_erase(by, person), messages.ERASE_NOT_YOURS)
    reasons = reasons_to_keep(person)
    refuse_if(reasons, messages.ERASE_HINDERED, reasons=" ".join(str(reason) for reason in reasons))
    account = person.account
    with disable_auditlog():
        for keeper in privacy.keepers():
            keeper.erase(person, by=by)
        _empty_person(person)
        if account:
            _empty_account(account)
    _empty_trail(person, account)
    record("people.person.erased", by=by, about=person)
    return person


def _empty_person(person: Person) -> None:
    for field in ("name", "name_latin", "phone", "email", "organisation_text"):
        setattr(person, field, "")
    person.account = person.post_title = person.biography = person.public_consent_at = None
    person.show_name = person.show_organisation = person.show_contact = False
    person.erased_at = timezone.now()
    person.save()
    person.consents.all().delete()


def _empty_account(account: Account) -> None:
    invitations = Invitation.objects.filter(Q(account=account) | Q(accepted_by=account))
    invitations.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())
    invitations.update(name="", phone="", email="")
    EmailAddress.objects.filter(user=account).delete()
    Authenticator.objects.filter(user=account).delete()
    account.name, account.phone, account.email = "", None, None
    account.phone_verified = account.is_active = False
    account.set_unusable_password()  # also ends every session
    account.save()


def _empty_trail(person: Person, account: Account | None) -> None:
    """Take names and addresses out of the audit trail; who did what and when stays, by code."""
    _redact(_entries(Person, [person.pk]), person.code)
    if account is None:
        return
    _redact(_entries(Account, [account.pk]), account.code)
    _redact(_entries(Post, account.posts.values_list("pk", flat=True)), account.code)
    _redact(_entries(Invitation, Invitation.objects.filter(Q(account=account) | Q(accepted_by=account)).values_list("pk", flat=True)), account.code)
    LogEntry.objects.filter(actor=account).update(remote_addr=None, remote_port=None, actor_email=None)


def _entries(model: type, keys: object) -> QuerySet[LogEntry]:
    return LogEntry.objects.get_for_model(model).filter(object_pk__in=[str(key) for key in keys])


def _redact(entries: QuerySet[LogEntry], code: str) -> None:
    for entry in entries.only("pk", "changes").iterator():
        entry.changes = {field: ["", ""] for field in entry.changes or {}}
        entry.save(update_fields=["changes"])
    entries.update(object_repr=code, changes_text="", serialized_data=None)
