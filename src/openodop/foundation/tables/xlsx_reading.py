"""Excel workbooks (XLSX), read as text: 4.0 as 4, dates as 2022-03-07, formulas by their kept value."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from openodop.foundation.tables import messages
from openodop.foundation.tables.raw import MOST_COLUMNS, ROWS_ABOVE, FileRefused, RawTable, Recognise, best_row, kept
from openodop.foundation.tables.rules import Typed

#: a table of 10 MB unpacks to less than this; beyond it the file was made to do harm
MOST_UNPACKED = 150 * 1024 * 1024
_MOST_PARTS = 2000
#: the last row that a sheet can have
_LAST_ROW = 1_048_576


def read(content: bytes, recognise: Recognise) -> RawTable:
    _refuse_other_zips(content)
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    # openpyxl and the XML reader under it raise many kinds of error for a damaged file; none of them is ours.
    except Exception as error:
        raise FileRefused(messages.FILE_IS_BROKEN) from error
    try:
        return _best_sheet(workbook, recognise)
    finally:
        workbook.close()


def _refuse_other_zips(content: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            if ("xl/workbook.xml" not in names and "[Content_Types].xml" not in names) or "word/document.xml" in names:
                is_open_document = "mimetype" in names and packed.read("mimetype")[:40].startswith(b"application/vnd.oasis")
                raise FileRefused(messages.FILE_IS_OPEN_DOCUMENT if is_open_document else messages.FILE_IS_OTHER_ZIP)
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise FileRefused(messages.FILE_UNPACKS_TOO_LARGE)
            if any(part.flag_bits & 1 for part in parts):
                raise FileRefused(messages.FILE_IS_OLD_EXCEL)
    except (BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError) as error:
        raise FileRefused(messages.FILE_IS_BROKEN) from error


def _best_sheet(workbook: Workbook, recognise: Recognise) -> RawTable:
    """Return the rows of the sheet that shows most titles, the first of equals; a hidden sheet only when it is the only one."""
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"] or list(workbook.worksheets)
    best: tuple[int, Any, list[tuple[int, list[str]]]] | None = None
    filled = 0
    for sheet in sheets:
        first = _rows(sheet, most=ROWS_ABOVE)
        filled += bool(first)
        score = best_row(first, recognise)[1]
        if first and (best is None or score > best[0]):
            best = (score, sheet, first)
    if best is None:
        raise FileRefused(messages.FILE_EMPTY)
    return RawTable(_rows(best[1]), extra_cells_are_wrong=False, sheet=best[1].title if filled > 1 else "")


def _rows(sheet: Any, most: int | None = None) -> list[tuple[int, list[str]]]:
    """Return the first `most` rows that are not empty, or all."""
    rows: list[tuple[int, list[str]]] = []
    try:
        # What a sheet claims as its size may be wrong; the cells themselves are counted.
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True), start=1):
            if cells.count(None) < len(cells):
                kept(number, [text_of(cell) for cell in cells], rows)
            if most and len(rows) >= most:
                break
    except FileRefused:
        raise
    # As above: a damaged sheet shows only when its cells are read.
    except Exception as error:
        raise FileRefused(messages.FILE_IS_BROKEN) from error
    return rows


def text_of(value: Any) -> str:
    """Return what a cell holds as text that our readers of numbers and dates understand."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return Typed(value)
    if isinstance(value, float):
        return Typed(int(value)) if value.is_integer() and abs(value) < 1e18 else Typed(repr(value) if value != value else f"{value:.15g}")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
