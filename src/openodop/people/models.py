from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.foundation import languages
from openodop.foundation.series import next_number
from openodop.people.choices import STAFF, OrganisationKind, Role, Sex
from openodop.places.models import Place


@dataclass(frozen=True)
class Scope:
    """The places that an account's posts cover, as path prefixes; `everything` for programme-wide posts."""

    everything: bool = False
    paths: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.everything or bool(self.paths)

    def covers(self, place: Place | None) -> bool:
        return self.everything or (place is not None and place.path.startswith(self.paths))

    def q(self, place_field: str = "place") -> Q:
        """Return the filter for rows whose `place_field` lies in this scope."""
        if self.everything:
            return Q()
        result = Q(pk__in=[])
        for path in self.paths:
            result |= Q(**{f"{place_field}__path__startswith": path})
        return result


NOWHERE = Scope()


def scope_of(account: Any, *roles: str) -> Scope:
    """Return where `account` holds one of `roles`; nobody and signed-out visitors hold none."""
    return account.scope(*roles) if getattr(account, "is_authenticated", False) else NOWHERE


class AccountManager(BaseUserManager["Account"]):
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

    @cached_property
    def active_posts(self) -> list[Post]:
        return list(self.posts.current().select_related("place", "organisation"))

    def has_role(self, *roles: str) -> bool:
        return any(post.role in roles for post in self.active_posts)

    @property
    def is_programme_staff(self) -> bool:
        return self.is_superuser or self.has_role(*STAFF)

    def scope(self, *roles: str) -> Scope:
        """Return the places where this account holds one of `roles`; a post without a place covers everything."""
        if self.is_superuser:
            return Scope(everything=True)
        posts = [post for post in self.active_posts if post.role in roles]
        if any(post.place is None for post in posts):
            return Scope(everything=True)
        return Scope(paths=tuple(sorted({post.place.path for post in posts})))


class Organisation(models.Model):
    code = models.CharField(max_length=30, unique=True)
    name = I18nCharField(max_length=300)
    kind = models.CharField(max_length=12, choices=OrganisationKind)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    website = models.URLField(blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return str(self.name)


class PersonQuerySet(models.QuerySet["Person"]):
    def in_public(self) -> PersonQuerySet:
        """Persons who agreed to a public profile."""
        return self.filter(public_consent_at__isnull=False)

    def visible_to(self, account: Any) -> PersonQuerySet:
        """Public profiles for everyone; oneself; for staff also the persons of their places."""
        own = Q(account=account) if getattr(account, "is_authenticated", False) else Q(pk__in=[])
        scope = scope_of(account, *STAFF)
        covered = scope.q("place") if scope else Q(pk__in=[])
        return self.filter(Q(public_consent_at__isnull=False) | own | covered)


class Person(models.Model):
    """A human in the record: participant, resource person, member of staff. Not necessarily a sign-in."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120, help_text="as the person writes it")
    name_latin = models.CharField(max_length=120, blank=True)
    sex = models.CharField(max_length=6, choices=Sex, blank=True)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    account = models.OneToOneField(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="person")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    organisation_text = models.CharField(max_length=200, blank=True, help_text="where the organisation is not in the record")
    post_title = I18nCharField(max_length=300, blank=True, null=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    biography = I18nTextField(blank=True, null=True)
    is_fictional = models.BooleanField(default=False, help_text="invented for the sample programme")
    # What may be seen in public is chosen, one thing at a time; nothing without consent.
    public_consent_at = models.DateTimeField(null=True, blank=True)
    show_name = models.BooleanField(default=False)
    show_organisation = models.BooleanField(default=False)
    show_contact = models.BooleanField(default=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(public_consent_at__isnull=False) | Q(show_name=False, show_organisation=False, show_contact=False),
                name="people_person_public_needs_consent",
            ),
            models.CheckConstraint(condition=Q(sex="") | Q(sex__in=Sex.values), name="people_person_sex_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name_shown(self) -> str:
        """The name a reader can read: as written for Lao readers, Latin letters for others where known."""
        return self.name_latin if self.name_latin and languages.active() != "lo" else self.name


class PostQuerySet(models.QuerySet["Post"]):
    def current(self) -> PostQuerySet:
        today = timezone.localdate()
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=today), Q(ends_on=None) | Q(ends_on__gte=today))


#: roles whose post means nothing without a place
NEEDS_PLACE = (Role.NATIONAL_OFFICER, Role.PROVINCIAL_OFFICER, Role.DISTRICT_OFFICER)


class Post(models.Model):
    """A role that an account holds somewhere for some time."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=20, choices=Role)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    title = I18nCharField(max_length=300, blank=True, null=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["account", "role"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="people_post_role_known"),
            models.CheckConstraint(condition=~Q(role__in=NEEDS_PLACE) | Q(place__isnull=False), name="people_post_officer_has_place"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="people_post_end_after_start"
            ),
            models.UniqueConstraint(fields=["account", "role", "place"], nulls_distinct=False, name="people_post_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.account}"
