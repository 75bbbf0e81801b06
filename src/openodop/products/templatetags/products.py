"""Pieces of product pages that templates of other rooms may use too: `{% load products %}{% product_cards products %}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.templatetags.static import static

from openodop.foundation import drawings
from openodop.products.cards import cards
from openodop.products.models import Product

register = template.Library()


@register.simple_tag
def drawing(name: str) -> str:
    """The address of a drawing as a file."""
    return static(drawings.address(str(name)))


@register.inclusion_tag("products/cards.html")
def product_cards(products: Iterable[Product], *, marks: bool = False, grid: str = "") -> dict[str, Any]:
    """Cards of products that were read with `for_cards()`."""
    return {"cards": cards(products), "marks": marks, "grid": grid}
