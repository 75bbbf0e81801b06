"""What happened to a product, in words."""

from __future__ import annotations

from openodop.foundation import history
from openodop.products import messages, queries
from openodop.products.models import Product


def entries(product: Product) -> list[history.Entry]:
    """Return the lines newest first."""
    return history.entries(queries.history(product), events=messages.EVENTS, names=messages.PARTS)
