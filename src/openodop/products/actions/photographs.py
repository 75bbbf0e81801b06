"""Photographs of a draft. Files are written before the row and removed after the transaction, so that no row points to nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction

from openodop.foundation import pictures
from openodop.foundation.refusals import refuse_if
from openodop.products import access, messages
from openodop.products.models import Draft, Photograph, Product

MOST = 12


def add_photograph(*, draft: Draft, upload: Any, by: Any) -> Photograph:
    """Check a photograph, keep it in its sizes and put it last; the same picture a second time is the one already there."""
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    # Re-encoding takes some tenths of a second: nobody else's writing waits for it.
    prepared = pictures.prepare(upload)
    with transaction.atomic():
        draft = Draft.objects.locked(draft.pk)
        shown = draft.pictures
        known = next((photograph for photograph in _all_of(draft) if photograph.digest == prepared.digest), None)
        if known in shown:
            return known
        refuse_if(len(shown) >= MOST, messages.TOO_MANY_PICTURES, most=MOST)
        photograph = known or _keep(draft, prepared, by=by)
        _show(draft, [*shown, photograph])
    return photograph


@transaction.atomic
def remove_photograph(*, draft: Draft, photograph: Photograph, by: Any) -> None:
    """Take a photograph out; one of the register stays there until the changes are taken."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    refuse_if(photograph not in draft.pictures, messages.PICTURE_GONE)
    _show(draft, [other for other in draft.pictures if other != photograph])
    if photograph.draft_id == draft.pk:
        forget_files([photograph])
        photograph.delete()


@transaction.atomic
def move_photograph(*, draft: Draft, photograph: Photograph, by: Any) -> None:
    """Make a photograph the first one, which lists show."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    refuse_if(photograph not in draft.pictures, messages.PICTURE_GONE)
    _show(draft, [photograph, *(other for other in draft.pictures if other != photograph)])


def settle_photographs(*, draft: Draft, product: Product) -> None:
    """Give the draft's photographs to the product in their order, and remove those that were taken out; part of taking the draft."""
    shown = draft.pictures
    for order, photograph in enumerate(shown):
        photograph.product, photograph.draft, photograph.order = product, None, order
        photograph.save(update_fields=["product", "draft", "order"])
    gone = Photograph.objects.filter(product=product).exclude(pk__in=[photograph.pk for photograph in shown])
    forget_files(gone)
    product.cover = shown[0] if shown else None
    product.save(update_fields=["cover"])
    gone.delete()


def forget_files(photographs: Iterable[Photograph]) -> None:
    """Remove the files once the transaction that removes the rows has held."""
    for photograph in photographs:
        transaction.on_commit(partial(pictures.forget, folder=photograph.folder, renditions=photograph.renditions), robust=True)


def _keep(draft: Draft, prepared: pictures.Prepared, *, by: Any) -> Photograph:
    folder = pictures.new_folder("products")
    renditions = pictures.keep(prepared, folder=folder)
    try:
        return Photograph.objects.create(
            draft=draft,
            folder=folder,
            renditions=renditions,
            width=prepared.width,
            height=prepared.height,
            digest=prepared.digest,
            created_by=by,
        )
    except Exception:
        pictures.forget(folder=folder, renditions=renditions)
        raise


def _all_of(draft: Draft) -> list[Photograph]:
    """The draft's own photographs and those of the product it changes, shown or taken out."""
    return [*draft.photographs.all(), *(draft.product.photographs.all() if draft.product else [])]


def _show(draft: Draft, photographs: list[Photograph]) -> None:
    draft.answers["photographs"] = [photograph.pk for photograph in photographs]
    draft.done = [*dict.fromkeys([*draft.done, "photographs"])]
    draft.sent_at = None
    draft.save()
