from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy
from i18nfield.fields import I18nCharField, I18nTextField

from openodop.foundation import registration
from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of
from openodop.places.models import Place
from openodop.producers.models import Membership, Producer
from openodop.programmes.models import ProductCategory, Programme


class ProductQuerySet(models.QuerySet["Product"]):
    def in_public(self) -> ProductQuerySet:
        return self.filter(state__in=registration.PUBLIC_STATES)

    def visible_to(self, account: Any) -> ProductQuerySet:
        """Registered and reported products for everyone; every state for the producer's members and officers of the place."""
        allowed = Q(state__in=registration.PUBLIC_STATES)
        if getattr(account, "is_authenticated", False):
            allowed |= Q(producer__in=Membership.objects.filter(account=account).values("producer"))
            scope = scope_of(account, *OFFICERS)
            allowed |= (Q(place__isnull=False) & scope.q("place")) if scope else Q(pk__in=[])
        return self.filter(allowed)


class Product(registration.Registrable):
    """One good of one producer; `producer` is empty while the maker is not known yet."""

    code = models.CharField(max_length=24, unique=True, help_text="place, year, running number: LA1301-26-0042")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="products")
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.PROTECT, related_name="products")
    category = models.ForeignKey(ProductCategory, null=True, blank=True, on_delete=models.PROTECT, related_name="products")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="products")
    former_place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    district_text = models.CharField(max_length=120, blank=True)
    commune = models.CharField(max_length=120, blank=True)
    village = models.CharField(max_length=120, blank=True)
    name = I18nCharField(max_length=300)
    drawing = models.CharField(max_length=40, blank=True, help_text="drawing shown while there is no photograph")
    hs_code = models.CharField(max_length=6, blank=True)
    ingredients = I18nTextField(blank=True, null=True)
    keeps_days = models.PositiveIntegerField(null=True, blank=True, help_text="shelf life as the producer declares it")
    summary = I18nCharField(max_length=600, blank=True, null=True)
    story = I18nTextField(blank=True, null=True)
    story_answers = models.JSONField(default=dict, blank=True, help_text="answers to the guided questions, by question and language")
    # As a publication says; not a recognition given here.
    reported_stars = models.PositiveSmallIntegerField(null=True, blank=True)
    reported_recognition = models.CharField(max_length=300, blank=True)
    reported_on = models.CharField(max_length=10, blank=True, help_text="date as the source gives it: 2020, 2020-11 or 2020-11-28")
    reported_producer = models.CharField(max_length=300, blank=True)
    source_record = models.CharField(max_length=40, blank=True, db_index=True, help_text="row's own number in an imported file")
    search_text = models.TextField(blank=True, editable=False, help_text="folded names, see foundation.search")

    objects = ProductQuerySet.as_manager()

    class Meta(registration.Registrable.Meta):
        ordering = ["-created_at", "code"]
        constraints = [
            *registration.Registrable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reported_stars=None) | Q(reported_stars__gte=1, reported_stars__lte=5), name="products_product_one_to_five_stars"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def get_absolute_url(self) -> str:
        return f"/products/{self.code}/"


class Unit(models.TextChoices):
    GRAM = "g", pgettext_lazy("unit", "g")
    KILOGRAM = "kg", pgettext_lazy("unit", "kg")
    MILLILITRE = "ml", pgettext_lazy("unit", "ml")
    LITRE = "l", pgettext_lazy("unit", "litre")
    PIECE = "piece", pgettext_lazy("unit", "piece")


class Pack(models.Model):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="packs")
    net_content = models.DecimalField(max_digits=9, decimal_places=2)
    unit = models.CharField(max_length=5, choices=Unit)
    price = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="LAK")
    gtin = models.CharField(max_length=14, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["product", "net_content"]
        constraints = [
            models.CheckConstraint(condition=Q(net_content__gt=0), name="products_pack_holds_something"),
            models.CheckConstraint(condition=Q(price=None) | Q(price__gte=0), name="products_pack_price_not_negative"),
            models.CheckConstraint(condition=~Q(gtin=""), name="products_pack_gtin_not_empty"),
            models.UniqueConstraint(fields=["product", "net_content", "unit"], name="products_pack_size_once"),
        ]

    def __str__(self) -> str:
        return f"{self.net_content} {self.unit}"


class Photograph(models.Model):
    """A picture of a product, stored re-encoded without camera data."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="photographs")
    order = models.PositiveSmallIntegerField(default=0)
    folder = models.CharField(max_length=80, unique=True, help_text="folder of the renditions in storage")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    renditions = models.JSONField(default=dict, help_text="width -> {format: [file name, bytes]}")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the upload: the same picture is kept once")
    description = I18nCharField(max_length=300, blank=True, null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["product", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["product", "digest"], name="products_photograph_once")]

    def __str__(self) -> str:
        return self.folder
