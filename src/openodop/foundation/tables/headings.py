"""Finds out which column of a file is which, by its title in any of the languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from openodop.foundation import languages
from openodop.foundation.folding import plain
from openodop.foundation.tables import messages
from openodop.foundation.tables.kinds import Column, TableKind
from openodop.foundation.tables.rows import Problem

#: titles of a column that only counts the rows; left out without a word
_COUNTING = {plain(title) for title in ("No.", "Nr", "#", "STT", "TT", "ລ/ດ", "ລຳດັບ", "ที่", "ลำดับ", "ลำดับที่", "ល.រ")} | {""}
_PARTS = re.compile(r"[/|()\[\]\n]")


class Titles:
    """The titles that a kind of table accepts, compared as `foundation.folding.plain` says."""

    def __init__(self, kind: TableKind) -> None:
        self._columns: dict[str, Column] = {}
        for column in kind.columns:
            for title in (column.name, *(title for titles in column.titles.values() for title in titles)):
                self._columns.setdefault(plain(title), column)

    def column(self, title: str) -> Column | None:
        """Return the column that a title names, also when it stands there in two languages: `Tên / Name`."""
        if found := self._columns.get(plain(title)):
            return found
        parts = [part for part in _PARTS.split(title) if plain(part)]
        named = {column.name: column for part in parts if (column := self._columns.get(plain(part)))}
        all_known = parts and all(plain(part) in self._columns for part in parts)
        return next(iter(named.values())) if all_known and len(named) == 1 else None

    def recognise(self, cells: Sequence[str]) -> int:
        """Return how many different columns the cells of a row name."""
        return len({column.name for cell in cells if cell and len(cell) < 200 and (column := self.column(cell))})


@dataclass
class Headings:
    """Which cell of a row belongs to which column."""

    columns: dict[int, Column] = field(default_factory=dict)
    width: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def understand(kind: TableKind, number: int, cells: Sequence[str]) -> Headings:
    """Return the columns that the row of titles (row `number`) names; required ones that are missing and doubles are problems."""
    titles = Titles(kind)
    result = Headings(width=len(cells))
    seen: set[str] = set()
    for index, cell in enumerate(cells):
        column = titles.column(cell) if cell else None
        if column is None:
            if plain(cell) not in _COUNTING:
                result.notes.append(Problem(number, "", cell, str(messages.COLUMN_UNKNOWN)))
        elif column.name in seen:
            result.problems.append(Problem(number, column.name, cell, messages.COLUMN_TWICE % {"title": cell}))
        else:
            seen.add(column.name)
            result.columns[index] = column
    for column in kind.columns:
        if column.required and column.name not in seen:
            result.problems.append(Problem(number, column.name, "", messages.COLUMN_MISSING % {"title": column.title(languages.active())}))
    if not result.columns and not result.problems:
        titles = ", ".join(column.title(languages.active()) for column in kind.columns[:3])
        result.problems.append(Problem(number, "", cells[0] if cells else "", messages.COLUMNS_ALL_UNKNOWN % {"titles": titles}))
    return result


def untitled(number: int, rows: Sequence[tuple[int, Sequence[str]]], titles: Sequence[str]) -> list[Problem]:
    """Return a note for each column that holds values below an empty title."""
    filled = {index for _, cells in rows for index, cell in enumerate(cells) if cell}
    empty = [index for index in sorted(filled) if index >= len(titles) or not titles[index]]
    return [Problem(number, "", "", messages.COLUMN_UNTITLED % {"letter": get_column_letter(index + 1)}) for index in empty]
