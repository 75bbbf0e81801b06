"""Reads the rows of a file as offices keep them: told by its content, never by its name; refused with a sentence when it cannot be read."""

from __future__ import annotations

from openodop.foundation.tables import csv_reading, messages, xlsx_reading
from openodop.foundation.tables.raw import MOST_BYTES, FileRefused, RawTable, Recognise


def refuse_size(size: int) -> None:
    """Refuse a file by its size in bytes, before it is read into memory."""
    if size == 0:
        raise FileRefused(messages.FILE_EMPTY)
    if size > MOST_BYTES:
        raise FileRefused(messages.FILE_TOO_LARGE, megabytes=-(-size // 2**20), most=MOST_BYTES // 2**20)


def read(content: bytes, recognise: Recognise) -> RawTable:
    """Return the rows of a CSV or XLSX file. `recognise` tells which delimiter, sheet and row show the wanted titles."""
    refuse_size(len(content))
    if content.startswith(b"PK\x03\x04"):
        return xlsx_reading.read(content, recognise)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileRefused(messages.FILE_IS_OLD_EXCEL)
    if content.startswith(b"%PDF"):
        raise FileRefused(messages.FILE_IS_PDF)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        # Offices' systems write web pages and call them .xls.
        raise FileRefused(messages.FILE_IS_NOT_A_TABLE)
    return csv_reading.read(content, recognise)
