"""CSV as spreadsheets write it: comma, semicolon or tab; UTF-8 with or without mark, UTF-16 with mark; any line ends."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from openodop.foundation.folding import tidy
from openodop.foundation.tables import messages
from openodop.foundation.tables.raw import ROWS_ABOVE, FileRefused, RawTable, Recognise, best_row, kept

DELIMITERS = ",;\t"
_LOOKED_AT = 50  # rows that decide on the delimiter


def read(content: bytes, recognise: Recognise) -> RawTable:
    text, rows_skipped = _without_hint(_decoded(content))
    delimiter = _delimiter(text, recognise)
    rows: list[tuple[int, list[str]]] = []
    for number, cells in enumerate(_records(text, delimiter), start=1 + rows_skipped):
        kept(number, cells, rows)
    if not rows:
        raise FileRefused(messages.FILE_EMPTY)
    return RawTable(rows, extra_cells_are_wrong=True)


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise FileRefused(messages.FILE_IS_NOT_A_TABLE) from error
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            if b"\0" in content[:4096]:
                raise FileRefused(messages.FILE_IS_NOT_A_TABLE) from error
            raise FileRefused(messages.FILE_NOT_UTF8, line=content.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise FileRefused(messages.FILE_IS_NOT_A_TABLE)
    return text


def _without_hint(text: str) -> tuple[str, int]:
    """Leave out the line `sep=;` that some spreadsheets write for themselves; it does not show as a row there."""
    first, _, rest = text.partition("\n")
    return (rest, 0) if first.strip().lower() in {f"sep={delimiter}".strip() for delimiter in DELIMITERS} else (text, 0)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    # strict: a quotation mark that is never closed would otherwise swallow all further rows into one cell
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        message = messages.FILE_CELL_TOO_LONG if "field larger" in str(error) else messages.FILE_QUOTES_BROKEN
        raise FileRefused(message, line=reader.line_num) from error


def _delimiter(text: str, recognise: Recognise) -> str:
    """Return the delimiter that shows most titles; where none does, the one that cuts the rows most evenly."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(text, delimiter, recognise))


def _fitness(text: str, delimiter: str, recognise: Recognise) -> tuple[int, bool, float, int]:
    rows: list[list[str]] = []
    readable = True
    try:
        for cells in islice(_records(text, delimiter), _LOOKED_AT):
            rows += [row] if (row := [tidy(cell) for cell in cells if cell]) else []
    except FileRefused:
        readable = False  # the titles before the broken place still tell the delimiter
    _, titles = best_row([(0, row) for row in rows[:ROWS_ABOVE]], recognise)
    width, times = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    return (titles, readable, times / len(rows) if width > 1 else 0, width)
