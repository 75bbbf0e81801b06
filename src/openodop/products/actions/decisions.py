"""The officer's decisions. Each holds the product's row, so that of two officers the second is told what the first did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation import audit, registration_rules
from openodop.foundation.refusals import refuse_if
from openodop.foundation.registration import State
from openodop.producers.models import Producer
from openodop.products import access, messages
from openodop.products.actions.refusing import refuse_for
from openodop.products.actions.sending import apply_changes
from openodop.products.models import Draft, Product


@transaction.atomic
def register_product(*, product: Product, by: Any, as_sent_at: datetime | None = None) -> Product:
    """Enter a waiting product into the register; `as_sent_at` is when the version that the officer read was sent.

    A product is registered only when its producer is: who answers for it must be known first.
    """
    product = Product.objects.locked(product.pk)
    missing = product.missing_to_register()
    obstacle = registration_rules.obstacle_to_registering(
        state=product.state,
        is_theirs=access.may_decide(by, product),
        missing=missing,
        is_as_read=as_sent_at in (None, product.submitted_at),
    )
    refuse_for(obstacle, product, missing)
    producer = product.producer
    refuse_if(producer is None, messages.MAKER_NOT_KNOWN)
    refuse_if(producer.state != State.REGISTERED, messages.PRODUCER_NOT_REGISTERED, producer=str(producer.name), code=producer.code)
    product.state, product.state_reason, product.reason_about = State.REGISTERED, "", []
    product.decided_at, product.decided_by = timezone.now(), by
    product.save()
    audit.record("products.product.registered", by=by, about=product)
    return product


@transaction.atomic
def name_maker(*, product: Product, producer: Producer, by: Any) -> Product:
    """Say who makes a product whose maker was not known; it stays where it is made, and its state as it is."""
    product = Product.objects.locked(product.pk)
    refuse_if(not access.may_decide(by, product), messages.NOT_YOURS, place=product.place.name)
    refuse_if(product.producer_id is not None, messages.MAKER_ALREADY_KNOWN, name=str(product.name))
    refuse_if(producer.programme_id != product.programme_id, messages.MAKER_OTHER_PROGRAMME)
    product.producer = producer
    product.save()
    audit.record("products.product.maker_named", by=by, about=product, producer=producer.code)
    return product


@transaction.atomic
def send_back_product(*, product: Product, by: Any, reason: str, about: Sequence[str] = ()) -> Product:
    """Give a waiting product back to be changed, with the reason and the pages of the form that it is about."""
    product = Product.objects.locked(product.pk)
    obstacle = registration_rules.obstacle_to_sending_back(state=product.state, is_theirs=access.may_decide(by, product), reason=reason)
    refuse_for(obstacle, product)
    refuse_if(product.producer_id is None, messages.NOBODY_TO_SEND_BACK_TO)
    product.state, product.state_reason, product.reason_about = State.DRAFT, reason.strip(), list(about)
    product.decided_at, product.decided_by = timezone.now(), by
    product.save()
    audit.record("products.product.sent_back", by=by, about=product, reason=product.state_reason, parts=list(about))
    return product


@transaction.atomic
def accept_changes(*, product: Product, by: Any, as_sent_at: datetime | None = None) -> Product:
    """Take the changes that a registered product's maker sent into the register."""
    product, draft = _waiting_changes(product, by=by)
    refuse_if(as_sent_at not in (None, draft.sent_at), messages.CHANGED_MEANWHILE, name=str(product.name))
    return apply_changes(draft, product, by=by, event="products.product.changes_accepted")


@transaction.atomic
def send_back_changes(*, product: Product, by: Any, reason: str, about: Sequence[str] = ()) -> Product:
    """Give changes back to the maker with a reason; the record stays as it was registered."""
    product, draft = _waiting_changes(product, by=by)
    refuse_if(not reason.strip(), messages.NO_REASON, field="reason")
    draft.sent_at, draft.reason, draft.reason_about = None, reason.strip(), list(about)
    draft.save()
    audit.record("products.product.changes_sent_back", by=by, about=product, reason=draft.reason, parts=list(about))
    return product


def _waiting_changes(product: Product, *, by: Any) -> tuple[Product, Draft]:
    product = Product.objects.locked(product.pk)
    refuse_if(not access.may_decide(by, product), messages.NOT_YOURS, place=product.place.name)
    draft = Draft.objects.select_for_update().filter(product=product, sent_at__isnull=False).first()
    refuse_if(draft is None, messages.NO_CHANGES_WAIT, name=str(product.name))
    return product, draft
