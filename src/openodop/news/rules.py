"""What the first draft of an article about a course says: facts of the record, in order. No Django, no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class CourseFacts:
    """What the record knows about a course that has been held. `kinds` counts the participants by kind, in order of size."""

    title: str
    programme: str
    starts_on: date
    ends_on: date
    days: int
    participants: int
    women: int
    kinds: tuple[tuple[str, int], ...] = ()
    provinces: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    resource_organisations: tuple[str, ...] = ()
    certificates: int = 0
    aims: str = ""
    missing: tuple[str, ...] = field(default=())


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of a plain text; an empty line parts them, single line breaks are kept."""
    return [part.strip() for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def joined(words: tuple[str, ...], *, last: str, between: str = ", ") -> str:
    """Return `a, b and c` with the language's word for "and"."""
    if len(words) < 2:
        return "".join(words)
    return f"{between.join(words[:-1])} {last} {words[-1]}"
