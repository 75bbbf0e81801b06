"""What the readers of CSV and XLSX share: the rows they give, the limits, and the way a file is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from openodop.foundation.folding import tidy
from openodop.foundation.tables import messages

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
#: rows that may stand above the row of titles (a heading, a date, an office's name)
ROWS_ABOVE = 10

#: (cells of a row) -> how many titles of the wanted table stand in it
Recognise = Callable[[Sequence[str]], int]


class FileRefused(Exception):
    """The file as a whole cannot be read; the sentence says why and what to do."""

    def __init__(self, message: Any, **params: Any) -> None:
        super().__init__(message)
        self.message, self.params = message, params

    def __str__(self) -> str:
        return str(self.message) % self.params if self.params else str(self.message)


@dataclass
class RawTable:
    """The rows of a file that are not empty, each with the number that the spreadsheet shows."""

    rows: list[tuple[int, list[str]]]
    #: in a workbook a cell beside the table is a remark; in a CSV file a cell too many is an unquoted comma
    extra_cells_are_wrong: bool
    #: name of the sheet that was read, where the file has others
    sheet: str = ""


def best_row(rows: Sequence[tuple[int, Sequence[str]]], recognise: Recognise) -> tuple[int, int]:
    """Return (index, titles found) of the row of titles: the one with most of them among the first rows, else the first."""
    found = [(recognise(cells), -index) for index, (_, cells) in enumerate(rows[:ROWS_ABOVE])]
    score, index = max(found, default=(0, 0))
    return (-index, score) if score else (0, 0)


def kept(number: int, cells: Sequence[str], rows: list[tuple[int, list[str]]]) -> None:
    """Add a row unless all of its cells are empty; refuse the file when there are too many."""
    cells = [cell if cell.__class__ is not str else tidy(cell) for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    if not "".join(cells).strip(" ,;"):  # an empty row stays empty when it is cut at another delimiter
        return
    if len(cells) > MOST_COLUMNS:
        raise FileRefused(messages.FILE_TOO_MANY_COLUMNS, most=MOST_COLUMNS)
    if len(rows) >= MOST_ROWS + ROWS_ABOVE:
        raise FileRefused(messages.FILE_TOO_MANY_ROWS, most=MOST_ROWS)
    rows.append((number, cells))
