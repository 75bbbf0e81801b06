"""Who may give which role, which place fits a role, and when two records may be the same human. Decided without Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from rapidfuzz import fuzz

from openodop.foundation.folding import plain

#: role held -> roles that its holder may give to others, inside the place of the post. Roles that are missing give nothing.
#: Nobody gives "producer_member": a producer's members come from the register of producers.
GIVES: dict[str, frozenset[str]] = {
    "programme_manager": frozenset(
        {
            "programme_manager",
            "national_officer",
            "provincial_officer",
            "district_officer",
            "trainer",
            "expert",
            "coach",
            "inspector",
            "council_member",
            "buyer",
        }
    ),
    "national_officer": frozenset(
        {"national_officer", "provincial_officer", "district_officer", "trainer", "expert", "coach", "inspector", "council_member", "buyer"}
    ),
    "provincial_officer": frozenset({"provincial_officer", "district_officer", "trainer", "expert", "coach", "inspector", "council_member", "buyer"}),
    # Inspectors and council members judge the work of the district, so the district does not appoint them.
    "district_officer": frozenset({"district_officer", "trainer", "coach", "buyer"}),
}
#: role -> level of place that it is held at (0 country, 1 province, 2 district); other roles fit every level and no place at all
LEVEL_OF_ROLE = {"national_officer": 0, "provincial_officer": 1, "district_officer": 2}
MANAGER = "programme_manager"

INVITATION_VALID = timedelta(days=14)
RESET_LINK_VALID = timedelta(days=3)

#: least likeness in per cent (Indel, on folded letters) at which two names are shown as perhaps the same human
NEAR_NAME = 86


@dataclass(frozen=True)
class Held:
    """A role held at a place; `path` is the place's path such as "LA/LA13/", or None for the whole programme."""

    role: str
    path: str | None = None


def covers(path: str | None, other: str | None) -> bool:
    """Return whether a post at `path` reaches `other`; only a programme-wide post reaches something without a place."""
    return path is None or (other is not None and other.startswith(path))


def may_give(held: Iterable[Held], role: str, path: str | None) -> bool:
    """Return whether the holder of `held` may give `role` at `path`: never more than one of their posts gives, never outside it."""
    return any(role in GIVES.get(post.role, ()) and covers(post.path, path) for post in held)


def givable_roles(held: Iterable[Held]) -> frozenset[str]:
    """Return every role that the holder may give somewhere."""
    return frozenset().union(*(GIVES.get(post.role, frozenset()) for post in held))


def fits(role: str, level: int | None) -> bool:
    """Return whether a place of `level` (None: no place) suits the role: a district officer has a district."""
    return role not in LEVEL_OF_ROLE or LEVEL_OF_ROLE[role] == level


def may_help_sign_in(held: Iterable[Held], posts: Iterable[Held], homes: Iterable[str | None]) -> bool:
    """Return whether the holder of `held` may hand somebody with `posts`, at home in `homes`, a link for a new password.

    Who gets such a link into the hands could use it, so it must open nothing that its giver could not give: each post must be
    one that they may give. Somebody without posts must be at home in a place of theirs.
    """
    held, posts = list(held), list(posts)
    if posts:
        return all(may_give(held, post.role, post.path) for post in posts)
    officer_paths = [post.path for post in held if post.role in GIVES]
    return any(covers(path, home) for path in officer_paths for home in (*homes, None))


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return a name as it is compared: folded letters of all five scripts, without spaces, titles left in."""
    return plain(name)


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 100."""
    return fuzz.ratio(name_key(one), name_key(other))


def is_latin(name: str) -> bool:
    return bool(name) and all(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or not letter.isalpha() for letter in name)


def may_be_named(names: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether two sets of names can belong to one human: some pair is alike, or no two are written in the same script."""
    pairs = [(one, other) for one in names for other in others if one and other and is_latin(one) == is_latin(other)]
    return not pairs or any(likeness(one, other) >= NEAR_NAME for one, other in pairs)


def perhaps_same(*, name: str, name_latin: str, organisation: str, other_name: str, other_name_latin: str, other_organisation: str) -> bool:
    """Return whether two records may be one human: nearly the same name, and no two different organisations."""
    pairs = [(one, other) for one in (name, name_latin) for other in (other_name, other_name_latin) if one and other]
    if not any(likeness(one, other) >= NEAR_NAME for one, other in pairs):
        return False
    return not organisation or not other_organisation or likeness(organisation, other_organisation) >= NEAR_NAME
