import csv
import io
import struct
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from openodop.foundation.folding import tidy
from openodop.foundation.tables import messages, reading
from openodop.foundation.tables.headings import Titles
from openodop.foundation.tables.raw import MOST_ROWS, FileRefused
from tests.foundation.tables.tea import TEA

RECOGNISE = Titles(TEA).recognise
HEAD = "code{0}name_en{0}note"


def rows(content: bytes) -> list[tuple[int, list[str]]]:
    return reading.read(content, RECOGNISE).rows


def refusal(content: bytes) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        reading.read(content, RECOGNISE)
    return refused.value


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, sheet_rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in sheet_rows:
            sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


# --- CSV ----------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiters_codings_and_line_ends_of_offices_are_read(delimiter, encoding, line_end):
    text = line_end.join([HEAD.format(delimiter), delimiter.join(["LA", '"ກ້ວຍ, ຕາກ; ""ດີ"""', "Chuối"]), ""])
    assert rows(text.encode(encoding)) == [(1, ["code", "name_en", "note"]), (2, ["LA", 'ກ້ວຍ, ຕາກ; "ດີ"', "Chuối"])]


def test_rows_keep_the_number_that_a_spreadsheet_shows():
    content = b'code,note\n\nLA,"two\nlines"\n,,\nTH,one\n'
    assert [number for number, _ in rows(content)] == [1, 3, 5]


def test_commas_in_unquoted_addresses_do_not_beat_the_real_delimiter():
    content = "code;note\nA;xã Phong Hiền, huyện Phong Điền, tỉnh Thừa Thiên Huế\nB;a, b, c\n".encode()
    assert rows(content)[1] == (2, ["A", "xã Phong Hiền, huyện Phong Điền, tỉnh Thừa Thiên Huế"])


def test_a_hint_line_about_the_separator_is_not_a_row():
    assert rows(b"sep=;\r\ncode;note\r\nA;b\r\n") == [(1, ["code", "note"]), (2, ["A", "b"])]


def test_decomposed_letters_and_odd_spaces_are_read_in_one_form():
    assert rows("code,note\nA,\u00a0Điê\u0300n  bình \n".encode())[1] == (2, ["A", "Điền bình"])


def test_other_codings_are_named_with_the_line():
    refused = refusal("code,name\nA,ok\nB,Điện\n".encode("cp1258", errors="replace") + b"\xd0\xff\n")
    assert refused.message == messages.FILE_NOT_UTF8
    assert "line 3" in str(refused) or "line 4" in str(refused)
    assert refusal("ชื่อ,รหัส\nกล้วย,1\n".encode("cp874")).message == messages.FILE_NOT_UTF8


def test_an_unclosed_quotation_mark_is_refused_and_not_swallowed():
    assert refusal(b'code,note\nA,"open\nB,fine\nC,fine\n').message == messages.FILE_QUOTES_BROKEN
    assert refusal(b'code,note\nA,"' + b"x" * 200_000 + b'"\n').message == messages.FILE_CELL_TOO_LONG


@given(
    table=st.lists(
        st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=12), min_size=2, max_size=4), min_size=1, max_size=6
    ),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_spreadsheet_writes_as_csv_is_read_back(table, delimiter, encoding, line_end):
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerow(["code", "name_en", "stars", "note"])
    writer.writerows(table)
    expected = [[tidy(cell) for cell in row] for row in table]
    found = dict(rows(kept.getvalue().encode(encoding)))
    for number, cells in enumerate(expected, start=2):
        while cells and not cells[-1]:
            cells.pop()
        assert found.get(number, []) == cells


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(content):
    try:
        told = str(reading.read(content, RECOGNISE).rows)
    except FileRefused as refused:
        told = str(refused)
    assert told


# --- workbooks ----------------------------------------------------------------------------------------------------------
def test_cells_of_a_workbook_become_texts():
    content = workbook(
        [["code", "name", "note", "stars"], ["A", 4.0, date(2022, 3, 7), True], [None] * 4, ["B", 0.5, datetime(2022, 3, 7, 9, 30), 2055551234]]
    )
    assert rows(content)[1:] == [(2, ["A", "4", "2022-03-07", "yes"]), (4, ["B", "0.5", "2022-03-07 09:30", "2055551234"])]


def test_the_sheet_with_the_titles_is_read_and_named():
    table = reading.read(workbook([["About this file"]], [["code", "name"], ["A", "B"]]), RECOGNISE)
    assert (table.sheet, table.rows[1]) == ("Sheet 1", (2, ["A", "B"]))
    assert reading.read(workbook([["code", "name"]]), RECOGNISE).sheet == ""


@given(st.lists(st.lists(st.text(st.sampled_from("ກ້ວຍโพธิ์ắđ ,;\"'0=+-"), max_size=8), min_size=1, max_size=4), min_size=1, max_size=5))
def test_texts_of_a_workbook_are_read_back(table):
    # a text that begins with = would be stored as a formula
    texts = [[f"x{cell}x" for cell in row] for row in table]
    found = rows(workbook([["code", "name"], *texts]))
    assert [cells for _, cells in found[1:]] == [[tidy(cell) for cell in row] for row in texts]


# --- files that are something else ---------------------------------------------------------------------------------------
def packed(**parts: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return kept.getvalue()


def test_files_that_are_something_else_are_named():
    assert refusal(b"").message == messages.FILE_EMPTY
    assert refusal(b"\r\n ,, \r\n").message == messages.FILE_EMPTY
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)).message == messages.FILE_IS_OLD_EXCEL
    assert refusal(b"\xef\xbb\xbf <html><table><tr><td>code</td></tr></table></html>").message == messages.FILE_IS_NOT_A_TABLE
    assert refusal(b"%PDF-1.7\n...").message == messages.FILE_IS_PDF
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(50)).message == messages.FILE_IS_NOT_A_TABLE
    assert refusal(packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")).message == messages.FILE_IS_OPEN_DOCUMENT
    assert refusal(packed(word__document_xml=b"<a/>")).message == messages.FILE_IS_OTHER_ZIP
    assert refusal(packed(readme=b"hello")).message == messages.FILE_IS_OTHER_ZIP
    assert refusal(packed(xl__workbook_xml=b"<broken")).message == messages.FILE_IS_BROKEN
    assert refusal(workbook([["code"]])[:-400]).message == messages.FILE_IS_BROKEN
    assert refusal(workbook([])).message == messages.FILE_EMPTY


def test_a_large_file_is_refused_before_it_is_looked_at():
    refused = refusal(bytes(40 * 1024 * 1024))
    assert (refused.message, "40 MB" in str(refused)) == (messages.FILE_TOO_LARGE, True)


def test_a_zip_that_claims_to_unpack_too_large_is_not_unpacked():
    content = bytearray(packed(xl__workbook_xml=b"<workbook/>"))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 2_000_000_000)
    assert refusal(bytes(content)).message == messages.FILE_UNPACKS_TOO_LARGE


def test_a_workbook_whose_text_grows_when_read_is_refused():
    laughs = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'.encode()
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["code", "name"], ["A", "B"]]))) as good, zipfile.ZipFile(kept, "w") as file:
        for name in good.namelist():
            content = good.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = bomb + content.replace(b"<v>0</v>", b"<v>&l8;</v>")
            file.writestr(name, content)
    assert refusal(kept.getvalue()).message == messages.FILE_IS_BROKEN


def test_too_many_rows_and_columns_are_refused():
    assert refusal(b"code\n" + b"x\n" * (MOST_ROWS + 20)).message == messages.FILE_TOO_MANY_ROWS
    assert refusal(b"code" + b",x" * 300 + b"\n").message == messages.FILE_TOO_MANY_COLUMNS
    assert refusal(workbook([["x"] * 300])).message == messages.FILE_TOO_MANY_COLUMNS
