"""Takes the rows of a table in one transaction, each in its own savepoint, and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from openodop.foundation.refusals import Refusal
from openodop.foundation.tables import headings, messages, reading
from openodop.foundation.tables.kinds import Column, Context, Outcome, TableKind
from openodop.foundation.tables.raw import MOST_ROWS, FileRefused, RawTable, best_row
from openodop.foundation.tables.rows import Problem, Row, RowRefused

#: what a spreadsheet shows where a formula failed
_SPREADSHEET_ERRORS = {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "nan", "inf"}


@dataclass
class Result:
    """What a run did. The three numbers say what was written; in a dry run, what the rows that can be taken would do."""

    kind: str
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    errors: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    #: row number -> what the row did or would do; None when refused
    outcomes: dict[int, Outcome | None] = field(default_factory=dict)
    #: row number -> its first texts, to show which row is meant
    excerpts: dict[int, str] = field(default_factory=dict)

    def count(self, outcome: Outcome) -> None:
        setattr(self, outcome, getattr(self, outcome) + 1)

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "errors": [problem.as_json() for problem in self.errors],
            "notes": [problem.as_json() for problem in self.notes],
        }


def import_file(kind: TableKind, content: bytes, context: Context, *, partial: bool = False) -> Result:
    """Take the rows of a CSV or XLSX file. `context.dry_run` always rolls back; `partial` keeps the good rows beside refused ones.

    Raises FileRefused when the file as a whole cannot be read. Missing or doubled columns refuse every row, also with `partial`.
    """
    titles = headings.Titles(kind)
    return _take_table(kind, reading.read(content, titles.recognise), titles, context, partial=partial)


def _take_table(kind: TableKind, table: RawTable, titles: headings.Titles, context: Context, *, partial: bool) -> Result:
    index, _ = best_row(table.rows, titles.recognise)
    title_row, title_cells = table.rows[index]
    rows = table.rows[index + 1 :]
    if len(rows) > MOST_ROWS:
        raise FileRefused(messages.FILE_TOO_MANY_ROWS, most=MOST_ROWS)
    found = headings.understand(kind, title_row, title_cells)
    result = Result(kind.name, errors=found.problems, notes=found.notes)
    if table.sheet:
        result.notes.append(Problem(0, "", table.sheet, messages.ONE_SHEET_READ % {"sheet": table.sheet}))
    if not rows:
        result.notes.append(Problem(0, "", "", str(messages.NO_ROWS)))
    if not table.extra_cells_are_wrong:
        result.notes += headings.untitled(title_row, rows, title_cells)
    if result.errors:
        return result
    _take_rows(kind, [_row(number, cells, found, table) for number, cells in rows], context, result, partial=partial)
    return result


def _row(number: int, cells: list[str], found: headings.Headings, table: RawTable) -> Row:
    """Return the row with what is wrong in it whatever its columns mean: empty, too long, spreadsheet errors, cells too many."""
    row = Row(number, {column.name: _text(cells, index, column) for index, column in found.columns.items()})
    for column in found.columns.values():
        text = row[column.name]
        if column.required and not text:
            row.refuse(column.name, messages.CELL_MISSING)
        elif text in _SPREADSHEET_ERRORS:
            row.refuse(column.name, messages.CELL_IS_ERROR)
        elif len(text) > column.max_length:
            row.refuse(column.name, messages.CELL_TOO_LONG, value=text[:80], length=len(text), most=column.max_length)
    if table.extra_cells_are_wrong and len(cells) > found.width:
        row.refuse("", messages.ROW_TOO_WIDE, value=cells[found.width][:80])
    return row


def _text(cells: list[str], index: int, column: Column) -> str:
    if index >= len(cells):
        return ""
    return cells[index] if column.multiline or "\n" not in cells[index] else " ".join(cells[index].split())


def _take_rows(kind: TableKind, rows: list[Row], context: Context, result: Result, *, partial: bool) -> None:
    needed = [column.name for column in kind.columns if column.required]
    with transaction.atomic():
        for row in rows:
            outcome = _take_row(kind, row, context)
            result.outcomes[row.number] = outcome
            result.excerpts[row.number] = row.excerpt(needed)
            if outcome is None:
                result.errors += row.problems
            else:
                result.count(outcome)
                result.notes += row.notes
        nothing_kept = bool(result.errors) and not partial
        if context.dry_run or nothing_kept:
            transaction.set_rollback(True)
    if nothing_kept and not context.dry_run:
        result.created = result.updated = result.unchanged = 0


def _take_row(kind: TableKind, row: Row, context: Context) -> Outcome | None:
    """Take a row inside a savepoint; None when it was refused, the reasons being on the row."""
    try:
        with transaction.atomic():
            outcome = Outcome(kind.take_row(row, context))
            row.stop_if_refused()
            return outcome
    except RowRefused as refused:
        for column, value, message in refused.problems:
            row.refuse(column, message, value=value)
    except Refusal as refusal:
        row.refuse(refusal.field or "", str(refusal))
    except ValidationError as error:
        for column, sentences in _by_column(error, row).items():
            row.refuse(column, " ".join(sentences))
    except (IntegrityError, DataError):
        # The room's action should have refused with its own sentence; the database did instead.
        row.refuse("", messages.ROW_NOT_KEPT)
    return None


def _by_column(error: ValidationError, row: Row) -> Mapping[str, list[str]]:
    if not hasattr(error, "error_dict"):
        return {"": error.messages}
    return {field if row.has(field) else "": sentences for field, sentences in error.message_dict.items()}
