"""Says an obstacle of the shared rules in the words of this room."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import capfirst

from openodop.foundation.refusals import Refusal
from openodop.foundation.registration import Obstacle
from openodop.products import messages
from openodop.products.models import Product


def refuse_for(obstacle: Obstacle | None, product: Product, missing: Sequence[str] = ()) -> None:
    """Raise the refusal for `obstacle`; nothing when there is none."""
    if obstacle is None:
        return
    raise Refusal(
        messages.OBSTACLES[obstacle],
        field="reason" if obstacle == Obstacle.NO_REASON else None,
        name=str(product.name),
        place=product.place.name,
        officer=product.decided_by.name if product.decided_by else "",
        fields=in_words(missing),
    )


def in_words(parts: Sequence[str]) -> str:
    """Return "The name, a pack": parts of a product in the reader's language, each once."""
    return capfirst(", ".join(dict.fromkeys(str(messages.PARTS[part]) for part in parts)))
