"""Takes the rows of a table in one transaction, each in its own savepoint, and reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from openodop.foundation.tables.kinds import Context, Outcome, TableKind
from openodop.foundation.tables.rows import Problem


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


def import_file(kind: TableKind, content: bytes, context: Context, *, name: str = "", partial: bool = False) -> Result:
    """Take the rows of a CSV or XLSX file. `context.dry_run` always rolls back; `partial` keeps the good rows beside refused ones.

    Raises `reading.FileRefused` when the file as a whole cannot be read.
    """
    raise NotImplementedError
