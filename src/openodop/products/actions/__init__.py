"""What happens to products: a draft is begun, answered and sent; photographs come and go; the officer decides; rows come from tables."""

from openodop.products.actions.decisions import accept_changes, name_maker, register_product, send_back_changes, send_back_product
from openodop.products.actions.drafts import begin_changes, begin_product, drop_draft, keep_answers
from openodop.products.actions.photographs import add_photograph, move_photograph, remove_photograph
from openodop.products.actions.sending import new_code, send_changes, submit_draft, submit_product
from openodop.products.actions.tables import record_product

__all__ = [
    "accept_changes",
    "add_photograph",
    "begin_changes",
    "begin_product",
    "drop_draft",
    "keep_answers",
    "move_photograph",
    "name_maker",
    "new_code",
    "record_product",
    "register_product",
    "remove_photograph",
    "send_back_changes",
    "send_back_product",
    "send_changes",
    "submit_draft",
    "submit_product",
]
