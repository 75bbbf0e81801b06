"""Pieces of product pages that templates of other rooms may use too: `{% load products %}{% product_cards products %}`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django import template
from django.urls import reverse

from openodop import __version__
from openodop.products.cards import cards
from openodop.products.models import Product

register = template.Library()


@register.simple_tag
def drawing(name: str) -> str:
    """The address of a drawing as a file; a new release may draw it anew, so its version is in the address."""
    return _address(str(name))


@cache
def _address(name: str) -> str:
    return reverse("products:drawing", args=[__version__, name])


@register.inclusion_tag("products/cards.html")
def product_cards(products: Iterable[Product], *, marks: bool = False, grid: str = "") -> dict[str, Any]:
    """Cards of products that were read with `for_cards()`."""
    return {"cards": cards(products), "marks": marks, "grid": grid}
