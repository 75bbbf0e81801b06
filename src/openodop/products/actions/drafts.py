from __future__ import annotations

from typing import Any

from django.db import transaction

from openodop.foundation.refusals import refuse_if
from openodop.producers.models import Producer
from openodop.products import access, messages
from openodop.products.actions.photographs import forget_files
from openodop.products.models import Draft, Product


@transaction.atomic
def begin_product(*, producer: Producer, by: Any) -> Draft:
    """Begin the registration of a product; one that was begun and has no answer yet is taken again, so a second press makes no second draft."""
    refuse_if(not access.may_start_for(by, producer), messages.NOT_YOUR_PRODUCER)
    # Holding the producer makes two presses at once queue up.
    Producer.objects.select_for_update().get(pk=producer.pk)
    empty = Draft.objects.new().filter(producer=producer, created_by=by, done=[]).first()
    return empty or Draft.objects.create(producer=producer, created_by=by)


@transaction.atomic
def begin_changes(*, product: Product, by: Any) -> Draft:
    """Begin changes of a product in the register, or go on with those begun by another member."""
    product = Product.objects.locked(product.pk)
    refuse_if(not access.may_edit(by, product), messages.NOT_YOUR_PRODUCT)
    draft, _ = Draft.objects.get_or_create(product=product, defaults={"producer_id": product.producer_id, "created_by": by})
    return draft


@transaction.atomic
def keep_answers(*, draft: Draft, step: str, answers: dict[str, Any], by: Any) -> Draft:
    """Keep the answers of one page of the form; changes that waited for the officer come back to be sent again."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    draft.answers |= answers
    draft.done = [*dict.fromkeys([*draft.done, step])]
    draft.sent_at = None
    draft.save()
    return draft


@transaction.atomic
def drop_draft(*, draft: Draft, by: Any) -> None:
    """Forget answers and photographs that are not in the register."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    forget_files(draft.photographs.all())
    draft.delete()
