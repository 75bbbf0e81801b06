from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.foundation import registration
from openodop.people.choices import OFFICERS
from openodop.people.models import Account, scope_of
from openodop.places.models import Place
from openodop.programmes.models import Programme


class Kind(models.TextChoices):
    HOUSEHOLD = "household", pgettext_lazy("producer", "Household")
    GROUP = "group", pgettext_lazy("producer", "Producer group")
    COOPERATIVE = "cooperative", pgettext_lazy("producer", "Cooperative")
    FIRM = "firm", pgettext_lazy("producer", "Firm")


class ProducerQuerySet(models.QuerySet["Producer"]):
    def in_public(self) -> ProducerQuerySet:
        return self.filter(state__in=registration.PUBLIC_STATES)

    def visible_to(self, account: Any) -> ProducerQuerySet:
        """Registered producers for everyone; every state for their members and for officers of the place."""
        allowed = Q(state__in=registration.PUBLIC_STATES)
        if getattr(account, "is_authenticated", False):
            allowed |= Q(pk__in=Membership.objects.filter(account=account).values("producer"))
            scope = scope_of(account, *OFFICERS)
            allowed |= (Q(place__isnull=False) & scope.q("place")) if scope else Q(pk__in=[])
        return self.filter(allowed)


class Producer(registration.Registrable):
    code = models.CharField(max_length=24, unique=True)
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
    contact_consent_at = models.DateTimeField(null=True, blank=True, help_text="agreed that the contact is shown in public")
    members = models.ManyToManyField(Account, through="Membership", related_name="producers")
    search_text = models.TextField(blank=True, editable=False, help_text="folded names, see foundation.search")

    objects = ProducerQuerySet.as_manager()

    class Meta(registration.Registrable.Meta):
        ordering = ["code"]
        constraints = [
            *registration.Registrable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(start_year=None) | Q(start_year__gte=1800, start_year__lte=2200), name="producers_producer_start_year_plausible"
            ),
            models.CheckConstraint(
                condition=(Q(latitude=None) & Q(longitude=None)) | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="producers_producer_position_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def get_absolute_url(self) -> str:
        return f"/producers/{self.code}/"

    @property
    def people(self) -> int | None:
        return None if self.women is None and self.men is None else (self.women or 0) + (self.men or 0)


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
