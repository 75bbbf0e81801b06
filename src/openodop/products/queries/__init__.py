"""Products read across tables: the catalogue with its facets, lists of an account or an officer, what others show of products."""

from openodop.products.queries.catalogue import Catalogue, Filters
from openodop.products.queries.lists import (
    begun_by,
    by_place,
    by_producer,
    counts_of,
    featured,
    history,
    makers_near,
    of_place,
    of_producer,
    officers_list,
    own_products,
    producers_of,
    states_of,
    waiting_for,
)

__all__ = [
    "Catalogue",
    "Filters",
    "begun_by",
    "by_place",
    "by_producer",
    "counts_of",
    "featured",
    "history",
    "makers_near",
    "of_place",
    "of_producer",
    "officers_list",
    "own_products",
    "producers_of",
    "states_of",
    "waiting_for",
]
