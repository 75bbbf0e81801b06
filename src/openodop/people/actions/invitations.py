"""Links handed to one human: to make an account with a role, or to choose a new password."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation.audit import record
from openodop.foundation.folding import clean
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people import access, gifts, messages, rules
from openodop.people.actions.accounts import open_account
from openodop.people.actions.persons import create_person
from openodop.people.actions.posts import give_post, refuse_role
from openodop.people.choices import InvitationKind
from openodop.people.models import Account, Invitation, Organisation, Person, Post
from openodop.people.models.invitation import hash_of, new_token
from openodop.people.words import day_shown, office_of
from openodop.places.models import Place


@transaction.atomic
def invite(
    *,
    name: str,
    by: Account,
    phone: str = "",
    email: str = "",
    language: str = "lo",
    role: str = "",
    place: Place | None = None,
    organisation: Organisation | None = None,
    title: Any = None,
    person: Person | None = None,
    gift: str = "",
    gift_details: dict[str, Any] | None = None,
) -> tuple[Invitation, str]:
    """Invite somebody; return the invitation and the secret of its link, which is shown now and kept nowhere."""
    name = clean(name)
    refuse_if(not access.may_invite(by) and not gift, messages.INVITATION_NOT_YOURS)
    refuse_if(not name, messages.NAME_MISSING, field="name")
    if role:
        refuse_role(role=role, place=place, by=by)
    now, token = timezone.now(), new_token()
    invitation = Invitation.objects.create(
        token_hash=hash_of(token),
        name=name,
        phone=phone,
        email=email.strip().lower(),
        language=language,
        role=role,
        place=place,
        organisation=organisation,
        title=title,
        person=person,
        gift=gift,
        gift_details=gift_details or {},
        created_by=by,
        created_at=now,
        expires_at=now + rules.INVITATION_VALID,
    )
    record("people.invitation.made", by=by, about=invitation, role=role, place=place.code if place else "")
    return invitation, token


@transaction.atomic
def make_reset_link(*, account: Account, by: Account) -> tuple[Invitation, str]:
    """Make a link with which the owner of an account chooses a new password; older ones stop working."""
    refuse_if(account.pk == by.pk, messages.OWN_RESET_LINK)
    refuse_if(not access.may_help_sign_in(by, account), messages.RESET_LINK_NOT_YOURS)
    now, token = timezone.now(), new_token()
    Invitation.objects.open().filter(account=account).update(withdrawn_at=now)
    link = Invitation.objects.create(
        kind=InvitationKind.PASSWORD,
        token_hash=hash_of(token),
        name=account.name,
        phone=account.phone or "",
        email=account.email or "",
        language=account.language,
        account=account,
        created_by=by,
        created_at=now,
        expires_at=now + rules.RESET_LINK_VALID,
    )
    record("people.account.reset_link_made", by=by, about=account)
    return link, token


@transaction.atomic
def renew_invitation(*, invitation: Invitation, by: Account) -> str:
    """Give an open or expired invitation a new link and new days; the old link stops working."""
    invitation = _own(invitation, by=by)
    refuse_if(invitation.kind == InvitationKind.PASSWORD, messages.INVITATION_DONE)
    if invitation.role:
        refuse_role(role=invitation.role, place=invitation.place, by=by)
    token = new_token()
    invitation.token_hash, invitation.created_by = hash_of(token), by
    invitation.created_at = timezone.now()
    invitation.expires_at = invitation.created_at + rules.INVITATION_VALID
    invitation.save(update_fields=["token_hash", "created_by", "created_at", "expires_at"])
    record("people.invitation.renewed", by=by, about=invitation)
    return token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Account) -> None:
    """Take back a link that was not used."""
    invitation = _own(invitation, by=by)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    record("people.invitation.withdrawn", by=by, about=invitation)


def _own(invitation: Invitation, *, by: Account) -> Invitation:
    """Return the locked row when `by` may change it and it is neither used nor taken back."""
    found = Invitation.objects.visible_to(by).filter(pk=invitation.pk).exists()
    refuse_if(not found, messages.INVITATION_NOT_YOURS)
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    refuse_if(invitation.accepted_at or invitation.withdrawn_at, messages.INVITATION_DONE)
    return invitation


def refuse_link(invitation: Invitation | None, *, kind: str) -> Invitation:
    """Return the invitation when its link may be used now; refuse in words when it is unknown, used, taken back or too old."""
    if invitation is None or invitation.kind != kind:
        raise Refusal(messages.INVITATION_UNKNOWN)
    office = office_of(invitation.created_by)
    refuse_if(invitation.accepted_at, messages.INVITATION_USED)
    refuse_if(invitation.withdrawn_at, messages.INVITATION_WITHDRAWN, office=office)
    refuse_if(invitation.expires_at <= timezone.now(), messages.INVITATION_EXPIRED, day=day_shown(invitation.expires_at), office=office)
    return invitation


def _locked(token: str, *, kind: str) -> Invitation:
    rows = Invitation.objects.by_token(token).select_for_update(of=("self",)).select_related("created_by", "place", "account")
    return refuse_link(rows.first(), kind=kind)


def _is_of(invitation: Invitation, account: Account) -> bool:
    """Whether a link that names a phone or an e-mail address names this account's."""
    if not invitation.phone and not invitation.email:
        return True
    return bool(invitation.phone and invitation.phone == account.phone) or bool(invitation.email and invitation.email == account.email)


@transaction.atomic
def accept_as_new(*, token: str, name: str, password: str, phone: str, email: str, language: str) -> Account:
    """Accept by making an account."""
    invitation = _locked(token, kind=InvitationKind.JOIN)
    account = open_account(name=name, password=password, phone=phone, email=email, language=language, by=invitation.created_by)
    _receive(invitation, account)
    return account


@transaction.atomic
def accept_as(*, token: str, account: Account) -> Account:
    """Accept with the account that one is signed in with."""
    invitation = _locked(token, kind=InvitationKind.JOIN)
    refuse_if(not _is_of(invitation, account), messages.INVITATION_FOR_OTHER_ACCOUNT, name=account.name)
    _receive(invitation, account)
    return account


def _receive(invitation: Invitation, account: Account) -> None:
    _join_person(invitation, account)
    giver = invitation.created_by
    if invitation.role:
        lost = not giver.is_active or not access.may_give(giver, invitation.role, invitation.place)
        refuse_if(lost, messages.INVITATION_GIVER_LOST_RIGHT, office=office_of(giver))
        if not Post.objects.current().filter(account=account, role=invitation.role, place=invitation.place).exists():
            give_post(
                account=account,
                role=invitation.role,
                place=invitation.place,
                organisation=invitation.organisation,
                title=invitation.title,
                starts_on=timezone.localdate(),
                by=giver,
            )
    if gift := gifts.find(invitation.gift):
        gift.give(account=account, details=invitation.gift_details, by=giver)
    invitation.accepted_at, invitation.accepted_by = timezone.now(), account
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    record("people.invitation.accepted", by=account, about=invitation)


def _join_person(invitation: Invitation, account: Account) -> None:
    """Join the account to the person that the officer named, unless one of them is joined already."""
    if Person.objects.filter(account=account).exists():
        return
    person = Person.objects.select_for_update(of=("self",)).filter(pk=invitation.person_id, account=None, erased_at=None).first()
    if person:
        person.account = account
        person.save(update_fields=["account"])
        record("people.person.joined_account", by=account, about=person)
        return
    create_person(
        by=account,
        name=account.name,
        phone=account.phone or "",
        email=account.email or "",
        account=account,
        organisation=invitation.organisation,
        place=invitation.place,
        post_title=invitation.title,
    )


@transaction.atomic
def use_reset_link(*, token: str, password: str) -> Account:
    """Choose a new password with an officer's link; every place where the account was signed in is signed out."""
    link = _locked(token, kind=InvitationKind.PASSWORD)
    account = link.account
    lost = not link.created_by.is_active or not access.may_help_sign_in(link.created_by, account)
    refuse_if(lost, messages.INVITATION_GIVER_LOST_RIGHT, office=office_of(link.created_by))
    account.set_password(password)
    account.save(update_fields=["password"])
    link.accepted_at, link.accepted_by = timezone.now(), account
    link.save(update_fields=["accepted_at", "accepted_by"])
    record("people.account.password_chosen", by=account, about=account, link_of=link.created_by.code)
    return account
