"""Who may do what with a producer."""

from __future__ import annotations

from typing import Any

import rules

from openodop.people.choices import OFFICERS
from openodop.people.models import scope_of


def covers(account: Any, place: Any) -> bool:
    """Return whether `account` is an officer of `place`."""
    return scope_of(account, *OFFICERS).covers(place)


def is_officer(account: Any) -> bool:
    """Return whether `account` registers producers of any place; everyone else registers their own."""
    return bool(scope_of(account, *OFFICERS))


def may_import_producers(account: Any) -> bool:
    return is_officer(account)


@rules.predicate
def is_member(account: Any, producer: Any) -> bool:
    return getattr(account, "is_authenticated", False) and producer.memberships.filter(account=account).exists()


@rules.predicate
def is_officer_of_place(account: Any, producer: Any) -> bool:
    return covers(account, producer.place)


@rules.predicate
def is_begun_by(account: Any, draft: Any) -> bool:
    return draft.producer_id is None and draft.created_by_id == account.pk


@rules.predicate
def may_edit_producer_of(account: Any, draft: Any) -> bool:
    return draft.producer_id is not None and (is_member | is_officer_of_place).test(account, draft.producer)


#: change a producer's record: its members and the officers of its place
rules.add_perm("producers.edit_producer", is_member | is_officer_of_place)
#: register it, send it back, accept changes
rules.add_perm("producers.decide_producer", is_officer_of_place)
#: its history, the contact that is not public, the reason it was sent back
rules.add_perm("producers.see_inside_producer", is_member | is_officer_of_place)
rules.add_perm("producers.edit_draft", is_begun_by | may_edit_producer_of)


def may_edit(account: Any, producer: Any) -> bool:
    return rules.has_perm("producers.edit_producer", account, producer)


def may_decide(account: Any, producer: Any) -> bool:
    return rules.has_perm("producers.decide_producer", account, producer)


def may_see_inside(account: Any, producer: Any) -> bool:
    return rules.has_perm("producers.see_inside_producer", account, producer)


def may_edit_draft(account: Any, draft: Any) -> bool:
    return rules.has_perm("producers.edit_draft", account, draft)
