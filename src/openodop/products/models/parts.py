"""What belongs to a product: its packs and its photographs."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from i18nfield.fields import I18nCharField

from openodop.products import rules
from openodop.products.choices import Currency, Unit
from openodop.products.models.products import Product


class Pack(models.Model):
    """A size in which the product is sold."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="packs")
    net_content = models.DecimalField(max_digits=9, decimal_places=2)
    unit = models.CharField(max_length=5, choices=Unit)
    price = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, choices=Currency, default=Currency.LAK)
    gtin = models.CharField(max_length=14, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["product", "net_content"]
        constraints = [
            models.CheckConstraint(condition=Q(net_content__gt=0), name="products_pack_holds_something"),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="products_pack_unit_known"),
            models.CheckConstraint(condition=Q(currency__in=Currency.values), name="products_pack_currency_known"),
            models.CheckConstraint(condition=Q(price=None) | Q(price__gte=0), name="products_pack_price_not_negative"),
            models.CheckConstraint(condition=~Q(gtin=""), name="products_pack_gtin_not_empty"),
            models.UniqueConstraint(fields=["product", "net_content", "unit"], name="products_pack_size_once"),
        ]

    def __str__(self) -> str:
        return f"{self.net_content} {self.unit}"

    @property
    def unit_price(self) -> tuple[Decimal, str] | None:
        """Price per kilogram, litre or piece; None when there is no price, or the pack is that unit itself."""
        if self.price is None:
            return None
        price, unit = rules.unit_price(self.price, self.net_content, self.unit, currency=self.currency)
        return None if (unit, self.net_content) == (self.unit, 1) else (price, unit)

    def answers(self) -> dict[str, str]:
        return {
            "net_content": str(rules.shortest(self.net_content)),
            "unit": self.unit,
            "price": "" if self.price is None else str(rules.shortest(self.price)),
            "currency": self.currency,
            "gtin": self.gtin or "",
        }

    @classmethod
    def from_answers(cls, answers: dict[str, str]) -> Pack:
        """Return a pack that is not saved."""
        return cls(
            net_content=Decimal(answers["net_content"]),
            unit=answers["unit"],
            price=Decimal(answers["price"]) if answers.get("price") else None,
            currency=answers["currency"],
            gtin=answers.get("gtin") or None,
        )


class Photograph(models.Model):
    """A picture of a product, stored re-encoded without camera data. It belongs to the register, or waits in a draft."""

    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.CASCADE, related_name="photographs")
    draft = models.ForeignKey("Draft", null=True, blank=True, on_delete=models.CASCADE, related_name="photographs")
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
        constraints = [
            models.CheckConstraint(
                condition=Q(product__isnull=True, draft__isnull=False) | Q(product__isnull=False, draft__isnull=True),
                name="products_photograph_registered_or_waiting",
            ),
            models.UniqueConstraint(fields=["product", "digest"], name="products_photograph_once"),
            models.UniqueConstraint(fields=["draft", "digest"], name="products_photograph_once_in_draft"),
        ]

    def __str__(self) -> str:
        return self.folder

    def address(self, name: str) -> str:
        return reverse("products:photograph", args=[self.folder.rpartition("/")[2], name])
