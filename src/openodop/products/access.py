"""Who may do what with a product. A member of its producer makes it known; an officer of its place decides."""

from __future__ import annotations

from typing import Any

import rules

from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of
from openodop.producers.models import Membership


def covers(account: Any, place: Any) -> bool:
    """Return whether `account` is an officer of `place`."""
    return scope_of(account, *OFFICERS).covers(place)


def is_officer(account: Any) -> bool:
    return bool(scope_of(account, *OFFICERS))


def acts_for_a_producer(account: Any) -> bool:
    """Return whether `account` belongs to a producer; an officer's list holds those of their places anyway."""
    return getattr(account, "is_authenticated", False) and not is_officer(account) and Membership.objects.filter(account=account).exists()


def is_member_of(account: Any, producer_id: int | None) -> bool:
    if producer_id is None or not getattr(account, "is_authenticated", False):
        return False
    return Membership.objects.filter(account=account, producer=producer_id).exists()


def may_import_products(account: Any) -> bool:
    return is_officer(account)


def may_start_for(account: Any, producer: Any) -> bool:
    """Return whether `account` may register a product of `producer`: its members, and officers of its place."""
    return covers(account, producer.place) or is_member_of(account, producer.pk)


@rules.predicate
def is_officer_of_place(account: Any, product: Any) -> bool:
    return covers(account, product.place)


@rules.predicate
def is_member(account: Any, product: Any) -> bool:
    return is_member_of(account, product.producer_id)


@rules.predicate
def may_start_for_producer_of(account: Any, draft: Any) -> bool:
    return may_start_for(account, draft.producer) if draft.producer_id else covers(account, draft.product.place)


#: change a product's record: its producer's members and the officers of its place
rules.add_perm("products.edit_product", is_officer_of_place | is_member)
#: register it, send it back, accept changes
rules.add_perm("products.decide_product", is_officer_of_place)
#: its history and the reason it was sent back
rules.add_perm("products.see_inside_product", is_officer_of_place | is_member)
rules.add_perm("products.edit_draft", may_start_for_producer_of)


def may_edit(account: Any, product: Any) -> bool:
    return rules.has_perm("products.edit_product", account, product)


def may_decide(account: Any, product: Any) -> bool:
    return rules.has_perm("products.decide_product", account, product)


def may_see_inside(account: Any, product: Any) -> bool:
    return rules.has_perm("products.see_inside_product", account, product)


def may_edit_draft(account: Any, draft: Any) -> bool:
    return rules.has_perm("products.edit_draft", account, draft)
