"""Products with their packs and photographs, and the drafts in which answers wait."""

from openodop.products.choices import Unit
from openodop.products.models.drafts import Draft
from openodop.products.models.parts import Pack, Photograph
from openodop.products.models.products import Product

__all__ = ["Draft", "Pack", "Photograph", "Product", "Unit"]
