from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.foundation import languages
from openodop.people import phones
from openodop.people.choices import OFFICERS, Sex
from openodop.people.models.organisation import Organisation
from openodop.people.models.scope import NOBODY, scope_of
from openodop.people.names import language_of
from openodop.places.models import Place


class PersonQuerySet(models.QuerySet["Person"]):
    def in_public(self) -> PersonQuerySet:
        """Persons who agreed to a public profile."""
        return self.filter(public_consent_at__isnull=False)

    def in_scope_of(self, account: Any) -> PersonQuerySet:
        """Persons of the places where `account` is an officer."""
        scope = scope_of(account, *OFFICERS)
        return self.filter(scope.q("place")) if scope else self.none()

    def visible_to(self, account: Any) -> PersonQuerySet:
        """Public profiles for everyone; oneself; for officers also the persons of their places."""
        own = Q(account=account) if getattr(account, "is_authenticated", False) else NOBODY
        scope = scope_of(account, *OFFICERS)
        if scope.everything:
            return self
        return self.filter(Q(public_consent_at__isnull=False) | own | (scope.q("place") if scope else NOBODY))

    def locked(self, pk: int) -> Person:
        """Return the row as it is now, held until the transaction ends."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class Person(models.Model):
    """A human in the record: participant, resource person, member of staff. Not necessarily a sign-in."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120, help_text="as the person writes it")
    name_latin = models.CharField(max_length=120, blank=True)
    sex = models.CharField(max_length=6, choices=Sex, blank=True)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    email = models.EmailField(blank=True, db_index=True)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    organisation_text = models.CharField(max_length=200, blank=True, help_text="where the organisation is not in the record")
    post_title = I18nCharField(max_length=300, blank=True, null=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    biography = I18nTextField(blank=True, null=True)
    is_fictional = models.BooleanField(default=False, help_text="invented for the sample programme")
    # What may be seen in public is chosen, one thing at a time; nothing without consent. `Consent` keeps the words agreed to.
    public_consent_at = models.DateTimeField(null=True, blank=True)
    show_name = models.BooleanField(default=False)
    show_organisation = models.BooleanField(default=False)
    show_contact = models.BooleanField(default=False)
    erasure_asked_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(public_consent_at__isnull=False) | Q(show_name=False, show_organisation=False, show_contact=False),
                name="people_person_public_needs_consent",
            ),
            models.CheckConstraint(condition=Q(sex="") | Q(sex__in=Sex.values), name="people_person_sex_known"),
            models.CheckConstraint(
                condition=Q(erased_at=None)
                | Q(name="", name_latin="", phone="", email="", organisation_text="", account=None, public_consent_at=None),
                name="people_person_erased_is_nameless",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def get_absolute_url(self) -> str:
        return f"/people/{self.code}/"

    @property
    def name_shown(self) -> str:
        """The name a reader can read: as written for Lao readers, Latin letters for others where known."""
        return self.name_and_language[0]

    @property
    def name_and_language(self) -> tuple[str, str]:
        """The name and the language to mark it with, so that the right letters and voice are used."""
        reader = languages.active()
        if not self.name:
            return gettext("Erased person"), reader
        if self.name_latin and reader != "lo":
            return self.name_latin, "en"
        return self.name, language_of(self.name)

    @property
    def organisation_shown(self) -> str:
        return languages.best(self.organisation.name)[0] if self.organisation_id else self.organisation_text

    @property
    def phone_shown(self) -> str:
        return phones.shown(self.phone)
