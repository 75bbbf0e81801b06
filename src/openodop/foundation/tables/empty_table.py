"""An empty table to fill in."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from openodop.foundation import languages
from openodop.foundation.tables.kinds import TableKind


def workbook(kind: TableKind) -> bytes:
    """Return a workbook with the titles of `kind` in the reader's language; required columns are bold, help stands in comments."""
    book = Workbook()
    sheet = book.active
    sheet.title = kind.name
    for number, column in enumerate(kind.columns, start=1):
        title = column.title(languages.active())
        cell = sheet.cell(1, number, title)
        cell.font = Font(bold=column.required)
        if column.help:
            cell.comment = Comment(str(column.help), "OpenODOP")
        sheet.column_dimensions[cell.column_letter].width = max(12, min(40, len(title) + 4))
    sheet.freeze_panes = "A2"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
