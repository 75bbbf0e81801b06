from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation import audit
from openodop.foundation.refusals import Refusal
from openodop.foundation.registration import State
from openodop.foundation.tables.kinds import Outcome
from openodop.products.actions.decisions import register_product
from openodop.products.actions.sending import new_code, put_packs
from openodop.products.models import Pack, Product

#: what a row of a table may change
WRITTEN = (
    "name", "producer_id", "category_id", "place_id", "former_place_id", "district_text", "commune", "village", "hs_code",
    "ingredients", "keeps_days", "reported_stars", "reported_recognition", "reported_on", "reported_producer", "source_record",
    "source_title", "source_url",
)  # fmt: skip


def written(product: Product) -> dict[str, Any]:
    """Return what a table may change, as values that can be compared."""
    return {name: value.data if hasattr(value := getattr(product, name), "data") else value for name in WRITTEN}


@transaction.atomic
def record_product(*, product: Product, before: Product | None, packs: Sequence[Pack], is_reported: bool, by: Any) -> tuple[Outcome, str]:
    """Write a product as a row of a table describes it; `before` is its record as it stands, None for a new one.

    A new one from an officer's own list is registered by that officer, if its producer is. Without an officer (the command
    line), or while something is missing, it waits for one; the sentence returned says why. From a publication it is only
    ever reported. Packs of the row are added or change those of the same size; others stay.
    """
    enters = before is None or (before.state == State.REPORTED and not is_reported)
    changed = enters or written(before) != written(product)
    if before is None:
        product.code, product.created_by = new_code(product.place), by
    if enters:
        product.state = State.REPORTED if is_reported else State.SUBMITTED
        product.submitted_at = None if is_reported else timezone.now()
    if changed:
        product.save()
    sizes = {(pack.net_content, pack.unit) for pack in packs}
    kept = [pack for pack in product.packs.all() if (pack.net_content, pack.unit) not in sizes]
    changed |= put_packs(product, [*kept, *packs]) if packs else False
    if not changed:
        return Outcome.UNCHANGED, ""
    audit.record("products.product.imported", by=by, about=product)
    waits_for = _register(product, by) if enters and not is_reported and by is not None else ""
    return (Outcome.UPDATED if before else Outcome.CREATED), waits_for


def _register(product: Product, by: Any) -> str:
    """Register a product of an officer's list; return why it has to wait when it cannot be."""
    try:
        register_product(product=product, by=by)
    except Refusal as refusal:
        return str(refusal)
    return ""
