from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from i18nfield.fields import I18nCharField

from openodop.foundation import languages
from openodop.people import phones
from openodop.people.choices import NEEDS_PLACE, InvitationKind, Role
from openodop.people.models.organisation import Organisation
from openodop.people.models.person import Person
from openodop.people.models.scope import NOBODY
from openodop.places.models import Place


def new_token() -> str:
    """Return a fresh secret for a link: 192 bits, which no list of guesses reaches."""
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> str:
    """Return what is kept of a token. It is random, so a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, account: Any) -> InvitationQuerySet:
        """One's own invitations; a programme-wide officer sees all."""
        if not getattr(account, "is_authenticated", False):
            return self.filter(NOBODY)
        return self if account.scope("programme_manager").everything else self.filter(created_by=account)

    def open(self) -> InvitationQuerySet:
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())

    def by_token(self, token: str) -> InvitationQuerySet:
        return self.filter(token_hash=hash_of(token))


class Invitation(models.Model):
    """A link handed to one human: it makes an account with a role, or lets the owner of an account choose a new password.

    Used once, for fourteen or three days. Only the hash of its secret is kept, so nobody can read the link from the database.
    """

    kind = models.CharField(max_length=10, choices=InvitationKind, default=InvitationKind.JOIN)
    token_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="lo", choices=languages.LANGUAGES)
    # What the one who accepts receives; a role may be empty: then it is an account only.
    role = models.CharField(max_length=20, choices=Role, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    title = I18nCharField(max_length=300, blank=True, null=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # What a higher room gives on acceptance, by the name it registered, for example ("producers.membership", {"producer": "LA1301-P-0007"}).
    gift = models.CharField(max_length=40, blank=True)
    gift_details = models.JSONField(default=dict, blank=True)
    #: whose password it is about
    account = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=InvitationKind.values), name="people_invitation_kind_known"),
            models.CheckConstraint(condition=Q(role="") | Q(role__in=Role.values), name="people_invitation_role_known"),
            models.CheckConstraint(condition=~Q(role__in=NEEDS_PLACE) | Q(place__isnull=False), name="people_invitation_officer_has_place"),
            models.CheckConstraint(
                condition=Q(kind=InvitationKind.JOIN, account=None) | Q(kind=InvitationKind.PASSWORD, account__isnull=False, role=""),
                name="people_invitation_password_of_account",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="people_invitation_expires_later"),
            models.CheckConstraint(condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="people_invitation_accepted_or_withdrawn"),
        ]

    def __str__(self) -> str:
        # The audit trail keeps this text, so it names nobody.
        return f"{self.kind} {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and self.expires_at > timezone.now()

    @property
    def phone_shown(self) -> str:
        return phones.shown(self.phone)
