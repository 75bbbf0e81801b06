from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from openodop.foundation import languages
from openodop.foundation.series import next_number
from openodop.people import phones
from openodop.people.choices import OFFICERS, STAFF
from openodop.people.models.post import Post
from openodop.people.models.scope import NOBODY, Scope, scope_of
from openodop.people.rules import Held


class AccountQuerySet(models.QuerySet["Account"]):
    def visible_to(self, account: Any) -> AccountQuerySet:
        """Oneself; for officers also the accounts with a post in their places, and those of the persons of their places."""
        own = Q(pk=account.pk) if getattr(account, "is_authenticated", False) else NOBODY
        scope = scope_of(account, *OFFICERS)
        if scope.everything:
            return self
        if not scope:
            return self.filter(own)
        posted = Exists(Post.objects.filter(scope.q("place"), account=OuterRef("pk")))
        return self.filter(own | posted | scope.q("person__place"))


class AccountManager(BaseUserManager.from_queryset(AccountQuerySet)):
    def create_user(self, code: str = "", password: str | None = None, **fields: Any) -> Account:
        """Make an account; without a code it gets the next one, `U000042`."""
        with transaction.atomic():
            account = self.model(code=code or f"U{next_number('account'):06d}", **fields)
            account.set_password(password)
            account.full_clean(exclude=["password"])
            account.save()
        return account

    def create_superuser(self, code: str = "", password: str | None = None, **fields: Any) -> Account:
        return self.create_user(code, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, code: str | None) -> Account:
        return self.get(code__iexact=code)


class Account(AbstractBaseUser, PermissionsMixin):
    """A sign-in by phone, e-mail or code. What it may do comes from its posts and memberships."""

    code = models.CharField(max_length=20, unique=True)
    phone = models.CharField(max_length=20, null=True, blank=True, unique=True, help_text="E.164, for example +8562055512345")
    phone_verified = models.BooleanField(default=False)
    email = models.EmailField(null=True, blank=True, unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="lo", choices=languages.LANGUAGES)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False, help_text="may open the technical administration")
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "code"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = AccountManager()

    class Meta:
        ordering = ["code"]
        constraints = [
            # An empty string would be a second "nobody"; unknown is null.
            models.CheckConstraint(condition=~Q(phone=""), name="people_account_phone_not_empty"),
            models.CheckConstraint(condition=~Q(email=""), name="people_account_email_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def clean(self) -> None:
        super().clean()
        self.phone, self.email = self.phone or None, (self.email or "").lower() or None

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/staff/{self.code}/"

    @property
    def phone_shown(self) -> str:
        return phones.shown(self.phone or "")

    @cached_property
    def active_posts(self) -> list[Post]:
        return list(self.posts.current().select_related("place", "organisation"))

    @property
    def held(self) -> list[Held]:
        """The current posts as the rules read them; the technical administrator counts as a programme manager."""
        if self.is_superuser:
            return [Held("programme_manager")]
        return [Held(post.role, post.place.path if post.place else None) for post in self.active_posts]

    def has_role(self, *roles: str) -> bool:
        return any(post.role in roles for post in self.active_posts)

    @property
    def is_programme_staff(self) -> bool:
        return self.is_superuser or self.has_role(*STAFF)

    @property
    def is_officer(self) -> bool:
        return self.is_superuser or self.has_role(*OFFICERS)

    def scope(self, *roles: str) -> Scope:
        """Return the places where this account holds one of `roles`; a post without a place covers everything."""
        if self.is_superuser:
            return Scope(everything=True)
        posts = [post for post in self.active_posts if post.role in roles]
        if any(post.place is None for post in posts):
            return Scope(everything=True)
        return Scope(paths=tuple(sorted({post.place.path for post in posts})))
