"""The shipped list of products that decisions and news reports name (data/odop_products_reported.csv); not a register."""

from __future__ import annotations

from importlib.resources import files

from openodop.foundation.tables.kinds import Context
from openodop.foundation.tables.running import Result, import_file
from openodop.products.imports import PRODUCTS


def load_reported_products() -> Result:
    """Take the list in; doing it again changes nothing. Needs the places and programmes of Lao PDR, Thailand and Viet Nam."""
    content = files("openodop.products").joinpath("data/odop_products_reported.csv").read_bytes()
    return import_file(PRODUCTS, content, Context())
