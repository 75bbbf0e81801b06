from __future__ import annotations

import copy
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages, registration, search
from openodop.people.choices import OFFICERS
from openodop.people.models import Account, scope_of
from openodop.places.models import Place
from openodop.producers import rules
from openodop.producers.choices import STATE_WORDS, Kind
from openodop.producers.keys import new_key
from openodop.programmes.models import Programme

__all__ = ["Draft", "Kind", "Membership", "Producer"]

NOBODY = Q(pk__in=[])


class ProducerQuerySet(models.QuerySet["Producer"]):
    def in_public(self) -> ProducerQuerySet:
        return self.filter(state__in=registration.PUBLIC_STATES)

    def of_member(self, account: Any) -> ProducerQuerySet:
        """Producers that `account` acts for."""
        if not getattr(account, "is_authenticated", False):
            return self.none()
        return self.filter(pk__in=Membership.objects.filter(account=account).values("producer"))

    def in_scope_of(self, account: Any) -> ProducerQuerySet:
        """Producers of the places where `account` is an officer."""
        scope = scope_of(account, *OFFICERS)
        return self.filter(scope.q("place")) if scope else self.none()

    def visible_to(self, account: Any) -> ProducerQuerySet:
        """Registered and reported producers for everyone; every state for their members and for officers of the place."""
        allowed = Q(state__in=registration.PUBLIC_STATES)
        if getattr(account, "is_authenticated", False):
            scope = scope_of(account, *OFFICERS)
            allowed |= Q(pk__in=Membership.objects.filter(account=account).values("producer"))
            allowed |= scope.q("place") if scope else NOBODY
            # An officer who sent a producer of a place that is no longer theirs still sees what became of it.
            allowed |= Q(created_by=account)
        return self.filter(allowed)

    def waiting(self) -> ProducerQuerySet:
        """Those an officer has to decide about: new ones, and registered ones whose member proposes changes."""
        return self.filter(Q(state=registration.State.SUBMITTED) | Q(draft__sent_at__isnull=False))

    def locked(self, pk: int) -> Producer:
        """Return the row as it is now, held until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("place", "programme").get(pk=pk)

    def locked_by_code(self, code: str) -> Producer | None:
        return self.select_for_update(of=("self",)).select_related("place", "programme").filter(code=code).first()


class Producer(registration.Registrable):
    """A household, group, cooperative or firm in the register. It has a code and a place from its first submission on."""

    code = models.CharField(max_length=24, unique=True, help_text="place of first submission and running number: LA1301-P-0007")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="producers")
    kind = models.CharField(max_length=12, choices=Kind)
    name = I18nCharField(max_length=300)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="producers")
    former_place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="the former province that the file named"
    )
    # District and commune as written, where the country's list of places ends above them (Viet Nam).
    district_text = models.CharField(max_length=120, blank=True)
    commune = models.CharField(max_length=120, blank=True)
    village = models.CharField(max_length=120, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    women = models.PositiveIntegerField(null=True, blank=True, help_text="women among the members or family")
    men = models.PositiveIntegerField(null=True, blank=True)
    workers = models.PositiveIntegerField(null=True, blank=True, help_text="paid workers")
    start_year = models.PositiveSmallIntegerField(null=True, blank=True)
    raw_material = I18nTextField(blank=True, null=True)
    raw_material_origin = models.CharField(max_length=200, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True, db_index=True)
    contact_email = models.EmailField(blank=True)
    # What may be seen in public is chosen, one thing at a time; nothing without consent. Pages use `public_contact`.
    contact_consent_at = models.DateTimeField(null=True, blank=True, help_text="agreed that what is marked below is shown to everyone")
    show_contact_name = models.BooleanField(default=False)
    show_contact_phone = models.BooleanField(default=False)
    show_contact_email = models.BooleanField(default=False)
    show_position = models.BooleanField(default=False)
    reason_about = models.JSONField(default=list, blank=True, help_text="pages of the form that the reason for sending back is about")
    members = models.ManyToManyField(Account, through="Membership", related_name="producers")
    search_text = models.TextField(blank=True, editable=False, help_text="folded names, see foundation.search")

    objects = ProducerQuerySet.as_manager()

    class Meta(registration.Registrable.Meta):
        ordering = ["code"]
        constraints = [
            *registration.Registrable.Meta.constraints,
            models.CheckConstraint(condition=~Q(code=""), name="producers_producer_code_not_empty"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="producers_producer_kind_known"),
            models.CheckConstraint(
                condition=Q(start_year=None) | Q(start_year__gte=1800, start_year__lte=2200), name="producers_producer_start_year_plausible"
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False, latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="producers_producer_position_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(contact_consent_at__isnull=False) | Q(**dict.fromkeys(rules.SHOWN_BY_CONSENT, False)),
                name="producers_producer_public_needs_consent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search.search_text(self.name, self.code, self.village, self.commune)
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "search_text"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return f"/producers/{self.code}/"

    @property
    def state_words(self) -> str:
        return str(STATE_WORDS[self.state])

    @property
    def state_kind(self) -> str:
        """Kind of the tag that shows the state."""
        return {"registered": "ok", "submitted": "warn"}.get(self.state, "")

    @property
    def people(self) -> int | None:
        return None if self.women is None and self.men is None else (self.women or 0) + (self.men or 0)

    @property
    def public_contact(self) -> dict[str, str]:
        """What the producer agreed to show to everyone: any of "name", "phone", "email"; pages show nothing else."""
        if not self.contact_consent_at:
            return {}
        shown = {"name": self.show_contact_name, "phone": self.show_contact_phone, "email": self.show_contact_email}
        return {part: value for part, may in shown.items() if may and (value := getattr(self, f"contact_{part}"))}

    @property
    def public_position(self) -> tuple[Any, Any] | None:
        may = self.contact_consent_at and self.show_position and self.latitude is not None
        return (self.latitude, self.longitude) if may else None

    def settle_consent(self, now: datetime) -> None:
        """Keep the time of consent as long as anything is shown to everyone; forget it when nothing is."""
        shown = rules.needs_consent(vars(self))
        self.contact_consent_at = (self.contact_consent_at or now.replace(microsecond=0)) if shown else None

    def answers(self, fields: Iterable[str] = rules.ASKED) -> dict[str, Any]:
        """Return the fields as values that a draft keeps as JSON."""
        return {name: _plain(getattr(self, self._meta.get_field(name).attname)) for name in fields}

    def take_answers(self, answers: dict[str, Any]) -> None:
        """Set the fields that a draft kept; the row is not saved."""
        for name, value in answers.items():
            field = self._meta.get_field(name)
            setattr(self, field.attname, field.to_python(value))

    def missing(self, needed: Iterable[str] = rules.NEEDED_TO_REGISTER) -> list[str]:
        return rules.missing(self.answers(needed), needed)


def _plain(value: Any) -> Any:
    """Return a text in several languages as a map, anything else as it is."""
    if not isinstance(value, LazyI18nString):
        return value
    data = value.data if isinstance(value.data, dict) else {"en": value.data}
    return {code: text for code, text in data.items() if text}


class Membership(models.Model):
    """An account that acts for a producer; this is the role "producer member" with the producer as its scope."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    producer = models.ForeignKey(Producer, on_delete=models.CASCADE, related_name="memberships")
    is_lead = models.BooleanField(default=False)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [F("is_lead").desc(), "since"]
        constraints = [models.UniqueConstraint(fields=["account", "producer"], name="producers_membership_once")]

    def __str__(self) -> str:
        return f"{self.account} / {self.producer}"


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, account: Any) -> DraftQuerySet:
        """One's own; those of one's producers; for officers those about producers of their places."""
        if not getattr(account, "is_authenticated", False):
            return self.none()
        scope = scope_of(account, *OFFICERS)
        allowed = Q(producer=None, created_by=account) | Q(producer__in=Membership.objects.filter(account=account).values("producer"))
        allowed |= (Q(producer__isnull=False) & scope.q("producer__place")) if scope else NOBODY
        return self.filter(allowed)

    def new(self) -> DraftQuerySet:
        """Registrations that were begun and not sent yet."""
        return self.filter(producer=None, sent_as=None)

    def locked(self, pk: int) -> Draft:
        return self.select_for_update(of=("self",)).get(pk=pk)


class Draft(models.Model):
    """Answers of the registration form that are not in the register yet.

    Without a producer: a registration that was begun. With one: changes to it, which the register takes when they are
    sent (a record that waits or was sent back) or when the officer accepts them (a registered record; `sent_at` is set
    while they wait, and everyone still sees the record as it was registered).
    """

    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    producer = models.OneToOneField(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="draft")
    # Kept after sending, so that a second press on "Send" finds what the first one made.
    sent_as = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    is_own = models.BooleanField(help_text="the person registers the producer that they belong to")
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="field of the producer -> answer")
    done = models.JSONField(default=list, help_text="pages that were answered")
    created_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="producer_drafts")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="why the officer sent the changes back")
    reason_about = models.JSONField(default=list, blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at=None) | Q(producer__isnull=False), name="producers_draft_waits_about_a_producer"),
            # Pressing "Start" twice goes on with the same draft.
            models.UniqueConstraint(
                fields=["created_by"], condition=Q(producer=None, sent_as=None, is_own=True), name="producers_draft_one_own_begun"
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        """Where one goes on with it."""
        return f"/producers/{self.producer.code}/edit/" if self.producer else f"/register/producer/{self.key}/"

    def edited(self) -> Producer:
        """Return the producer as it would be with these answers; a copy that is not saved."""
        producer = copy.copy(self.producer) if self.producer else Producer(programme=self.programme)
        producer.take_answers(self.answers)
        return producer

    @property
    def shown_name(self) -> tuple[str, str]:
        """The name as far as it is told, in the reader's language where there is one, and its language."""
        return languages.best(LazyI18nString(self.answers.get("name")))

    def changed_fields(self) -> list[str]:
        """Return the fields whose answer differs from the register; all answered ones for a new producer."""
        if self.producer is None:
            return list(self.answers)
        kept, edited = self.producer.answers(), self.edited().answers()
        return [name for name in rules.ASKED if kept[name] != edited[name]]
