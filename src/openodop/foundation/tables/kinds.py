"""What a room says about a table that it takes in: its columns, what is chosen for the whole file, and how a row is taken."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openodop.foundation.tables.rows import Row


class Outcome(StrEnum):
    """What taking a row did to the record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


CREATED, UPDATED, UNCHANGED = Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `name` is the word used in code and in reports. `titles` gives, by language, the titles that may stand above the
    column in a file, the one to show first; `name` itself is always accepted. Titles are compared without regard to
    case, spaces, punctuation, diacritics and coding of letters. Lines within a cell are kept where `multiline`.
    """

    name: str
    titles: Mapping[str, tuple[str, ...]]
    required: bool = False
    help: Any = ""
    max_length: int = 2000
    multiline: bool = False
    example: str = ""

    def title(self, language: str) -> str:
        """Return the title to show in `language`, English where that language has none."""
        return (self.titles.get(language) or self.titles.get("en") or (self.name,))[0]


@dataclass(frozen=True)
class Need:
    """Something chosen once for a whole file: `--programme CODE` on the command line, a choice on the page.

    `find(code, account)` returns the record or None; `choices(account)` gives (code, label) pairs for the page.
    The account is None when the command runs without `--by`: then everything may be chosen.
    """

    name: str
    label: Any
    find: Callable[[str, Any], Any | None]
    choices: Callable[[Any], Iterable[tuple[str, str]]]
    required: bool = True

    def optional(self) -> Need:
        return replace(self, required=False)


@dataclass
class Context:
    """What holds for all rows of one run. `account` is None when the command runs without `--by`."""

    account: Any = None
    chosen: dict[str, Any] = field(default_factory=dict)
    dry_run: bool = False
    _made: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def programme(self) -> Any | None:
        return self.chosen.get("programme")

    @property
    def course(self) -> Any | None:
        return self.chosen.get("course")

    @property
    def programme_code(self) -> str:
        return getattr(self.programme, "code", "")

    @property
    def course_code(self) -> str:
        return getattr(self.course, "code", "")

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` made for `key` the first time in this run: tables looked up for every row are loaded once."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]


@dataclass(frozen=True)
class TableKind:
    """A table that may be imported. `take_row` writes one row and says what that did; it runs inside a savepoint."""

    name: str
    label: Any
    columns: tuple[Column, ...]
    take_row: Callable[[Row, Context], Outcome]
    may_import: Callable[[Any], bool]
    needs: tuple[Need, ...] = ()
    help: Any = ""
    order: int = 50

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


_kinds: dict[str, TableKind] = {}


def register(kind: TableKind) -> None:
    """Offer a table for import; a second kind of the same name replaces the first."""
    _kinds[kind.name] = kind


def every_kind() -> list[TableKind]:
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def find_kind(name: str) -> TableKind | None:
    return _kinds.get(name)
