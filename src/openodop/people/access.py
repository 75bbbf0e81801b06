"""Who may do what with people. Pages and actions ask here; the decisions themselves stand in `rules`."""

from __future__ import annotations

from typing import Any

from openodop.people import homes, rules
from openodop.people.rules import Held


def is_officer(account: Any) -> bool:
    return getattr(account, "is_authenticated", False) and account.is_officer


def may_give(account: Any, role: str, place: Any | None) -> bool:
    return rules.may_give(account.held, role, place.path if place else None)


def may_end(account: Any, post: Any) -> bool:
    """One may lay down one's own post; another's only who could give it."""
    return post.account_id == account.pk or may_give(account, post.role, post.place)


def may_invite(account: Any) -> bool:
    return is_officer(account)


def may_help_sign_in(account: Any, other: Any) -> bool:
    """Whether `account` may make a link with which `other` chooses a new password."""
    return other.is_active and may_close(account, other)


def may_close(account: Any, other: Any) -> bool:
    """Whether `account` may close and reopen the account of `other`; an erased one has no name and stays closed."""
    if other.is_superuser or not other.name or account.pk == other.pk or not is_officer(account):
        return False
    # Posts that begin later count too: the new password would still hold then.
    posts = [Held(post.role, post.place.path if post.place else None) for post in other.posts.select_related("place") if not post.has_ended]
    return rules.may_help_sign_in(account.held, posts, homes.paths_of(other))


def may_edit_organisation(account: Any, organisation: Any) -> bool:
    """Officers of its place; an organisation without a place or abroad belongs to programme-wide officers."""
    path = organisation.place.path if organisation.place else None
    return is_officer(account) and any(post.role in rules.GIVES and rules.covers(post.path, path) for post in account.held)


def may_edit_person(account: Any, person: Any) -> bool:
    """Oneself, and officers of the person's place."""
    if not getattr(account, "is_authenticated", False) or person.erased_at:
        return False
    return person.account_id == account.pk or may_see_record(account, person)


def may_see_record(account: Any, person: Any) -> bool:
    """Whether `account` sees all data of the person, not only what was agreed for everybody."""
    if not getattr(account, "is_authenticated", False):
        return False
    path = person.place.path if person.place else None
    return person.account_id == account.pk or any(post.role in rules.GIVES and rules.covers(post.path, path) for post in account.held)


def may_erase(account: Any, person: Any) -> bool:
    """Programme-wide managers, and officers of the person's place whose own record it is not."""
    return is_officer(account) and person.account_id != account.pk and may_see_record(account, person)
