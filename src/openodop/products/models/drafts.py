from __future__ import annotations

import copy
import secrets
from functools import cached_property
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from openodop.people.choices import OFFICERS
from openodop.people.models import Account, scope_of
from openodop.producers.models import Membership, Producer
from openodop.products.models.parts import Pack, Photograph
from openodop.products.models.products import Product


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, account: Any) -> DraftQuerySet:
        """Those of one's producers; for officers those about producers of their places."""
        if not getattr(account, "is_authenticated", False):
            return self.none()
        scope = scope_of(account, *OFFICERS)
        allowed = Q(producer__in=Membership.objects.filter(account=account).values("producer"))
        # What a maker has begun is theirs until it is sent; an officer sees it when it is about a product of the register.
        if scope:
            allowed |= Q(product__isnull=False) & scope.q("product__place")
            allowed |= Q(created_by=account) & scope.q("producer__place")
        return self.filter(allowed)

    def new(self) -> DraftQuerySet:
        """Products that were begun and not sent yet."""
        return self.filter(product=None, sent_as=None)

    def locked(self, pk: int) -> Draft:
        return self.select_for_update(of=("self",)).get(pk=pk)


class Draft(models.Model):
    """Answers of the form that are not in the register yet.

    Without a product: one that was begun. With one: changes to it, which the register takes when they are sent (a product
    that waits or was sent back) or when the officer accepts them (a registered product; `sent_at` is set while they wait,
    and everyone still sees the product as it was registered).
    """

    key = models.CharField(max_length=22, unique=True, editable=False, help_text="not guessable; names the draft in addresses")
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="product_drafts")
    product = models.OneToOneField(Product, null=True, blank=True, on_delete=models.CASCADE, related_name="draft")
    # Kept after sending, so that a second press on "Send" finds what the first one made.
    sent_as = models.ForeignKey(Product, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="field of the product, packs and photographs -> answer")
    done = models.JSONField(default=list, help_text="pages that were answered")
    created_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="product_drafts")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="why the officer sent the changes back")
    reason_about = models.JSONField(default=list, blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at=None) | Q(product__isnull=False), name="products_draft_waits_about_a_product"),
            models.CheckConstraint(condition=Q(producer__isnull=False) | Q(product__isnull=False), name="products_draft_of_a_producer"),
        ]

    def __str__(self) -> str:
        return self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = self.key or secrets.token_urlsafe(12)
        super().save(*args, **kwargs)

    @cached_property
    def edited(self) -> Product:
        """The product as it would be with these answers; a copy that is not saved."""
        product = (
            copy.copy(self.product) if self.product else Product(producer=self.producer, programme=self.producer.programme, place=self.producer.place)
        )
        product.take_answers(self.answers)
        return product

    @cached_property
    def packs(self) -> list[Pack]:
        """The packs as they would be; not saved."""
        if "packs" not in self.answers:
            return self.product.sizes() if self.product else []
        return [Pack.from_answers(answers) for answers in self.answers["packs"]]

    @cached_property
    def pictures(self) -> list[Photograph]:
        """The photographs in the order they would have; those of the register that are taken out are left out."""
        known = {
            photograph.pk: photograph for photograph in Photograph.objects.filter(Q(draft=self) | Q(product=self.product_id, product__isnull=False))
        }
        if "photographs" not in self.answers:
            return sorted(known.values(), key=lambda photograph: (photograph.product_id is None, photograph.order, photograph.pk))
        return [known[pk] for pk in self.answers["photographs"] if pk in known]

    def missing(self) -> list[str]:
        return self.edited.missing(packs=len(self.packs))

    def changed_parts(self) -> list[str]:
        """Return which answers differ from the register; all for a new product."""
        if self.product is None:
            return list(self.answers)
        kept = self.product.answers()
        return [name for name, answer in self.answers.items() if kept.get(name) != answer]
