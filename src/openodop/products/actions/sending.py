from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from openodop.foundation import audit, registration, registration_rules
from openodop.foundation.refusals import Refusal, refuse_if
from openodop.foundation.registration import State
from openodop.foundation.series import next_number
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.products import access, messages, rules
from openodop.products.actions.photographs import settle_photographs
from openodop.products.actions.refusing import in_words, refuse_for
from openodop.products.models import Draft, Pack, Product


def new_code(place: Place) -> str:
    """Take the next product code of a place and this year; call it inside the transaction that uses it."""
    year = timezone.localdate().year
    return rules.product_code(place.code, year, next_number(rules.series_key(place.code, year)))


@transaction.atomic
def submit_draft(*, draft: Draft, by: Any) -> Product:
    """Send a new product to the officer of its place; it gets its code. Sending twice sends once."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    if draft.sent_as:
        return draft.sent_as
    _refuse_unsent_producer(draft.producer)
    missing = draft.missing()
    refuse_if(missing, messages.INCOMPLETE, fields=in_words(missing))
    product = draft.edited
    _place_of(product, draft.producer)
    product.code, product.created_by = new_code(product.place), by
    _send(product, by=by)
    _take_rows(draft, product)
    draft.sent_as, draft.answers = product, {}
    draft.save()
    return product


@transaction.atomic
def submit_product(*, product: Product, by: Any) -> Product:
    """Send a product, as it stands in the register, to the officer (again)."""
    product = Product.objects.locked(product.pk)
    missing = product.missing()
    refuse_for(registration_rules.obstacle_to_sending(state=product.state, is_theirs=access.may_edit(by, product), missing=missing), product, missing)
    refuse_if(product.producer is None, messages.MAKER_NOT_KNOWN)
    _refuse_unsent_producer(product.producer)
    return _send(product, by=by)


@transaction.atomic
def send_changes(*, product: Product, by: Any) -> Product:
    """Send the answered changes of a product.

    Not registered yet: they are in the record at once and it waits for the officer. Registered: they wait beside it,
    unless an officer of the place makes them.
    """
    product = Product.objects.locked(product.pk)
    draft = Draft.objects.select_for_update().filter(product=product).first()
    refuse_if(not access.may_edit(by, product), messages.NOT_YOUR_PRODUCT)
    if product.state != State.REGISTERED:
        if draft:
            _apply(draft, product)
        return submit_product(product=product, by=by)
    refuse_if(draft is None or not draft.changed_parts(), messages.NOTHING_CHANGED)
    missing = draft.missing()
    refuse_for(registration.Obstacle.INCOMPLETE if missing else None, product, missing)
    if access.may_decide(by, product):
        return apply_changes(draft, product, by=by, event="products.product.corrected")
    draft.sent_at, draft.reason, draft.reason_about, draft.created_by = timezone.now(), "", [], by
    draft.save()
    audit.record("products.product.changes_sent", by=by, about=product, parts=draft.changed_parts())
    return product


def apply_changes(draft: Draft, product: Product, *, by: Any, event: str) -> Product:
    """Take a draft's answers into the record of a registered product."""
    parts = draft.changed_parts()
    product = _apply(draft, product)
    product.decided_at, product.decided_by = timezone.now(), by
    product.save()
    audit.record(event, by=by, about=product, parts=parts)
    return product


def put_packs(product: Product, packs: list[Pack]) -> bool:
    """Make the product's packs those of the list; sizes that stay keep their row. Returns whether anything changed."""
    kept = {(pack.net_content, pack.unit): pack for pack in product.packs.all()}
    wanted = {(pack.net_content, pack.unit): pack for pack in packs}
    gone = [pack.pk for size, pack in kept.items() if size not in wanted]
    changed = {size: pack for size, pack in wanted.items() if size not in kept or kept[size].answers() != pack.answers()}
    elsewhere = Pack.objects.filter(gtin__in=[pack.gtin for pack in packs if pack.gtin]).exclude(product=product)
    refuse_if(elsewhere.exists(), messages.GTIN_TAKEN, field="packs")
    product.packs.filter(pk__in=gone).delete()
    # A bar-code number may move from one size to another: all let go before one takes.
    product.packs.filter(pk__in=[kept[size].pk for size in changed if size in kept]).update(gtin=None)
    for size, pack in changed.items():
        pack.pk, pack.product = kept[size].pk if size in kept else None, product
        _save_pack(pack)
    return bool(gone or changed)


def _save_pack(pack: Pack) -> None:
    try:
        with transaction.atomic():
            pack.save()
    except IntegrityError as error:  # another product took the number in the same moment
        raise Refusal(messages.GTIN_TAKEN, field="packs") from error


def _refuse_unsent_producer(producer: Producer) -> None:
    refuse_if(producer.state == State.DRAFT, messages.PRODUCER_NOT_SENT, producer=str(producer.name))


def _place_of(product: Product, producer: Producer) -> None:
    """A product is made where its producer works."""
    for field in ("place_id", "former_place_id", "district_text", "commune", "village"):
        setattr(product, field, getattr(producer, field))


def _apply(draft: Draft, product: Product) -> Product:
    product.take_answers(draft.answers)
    product.save()
    _take_rows(draft, product)
    draft.delete()
    return product


def _take_rows(draft: Draft, product: Product) -> None:
    put_packs(product, draft.packs)
    settle_photographs(draft=draft, product=product)


def _send(product: Product, *, by: Any) -> Product:
    product.state, product.submitted_at = State.SUBMITTED, timezone.now()
    product.state_reason, product.reason_about = "", []
    product.save()
    audit.record("products.product.submitted", by=by, about=product)
    return product
