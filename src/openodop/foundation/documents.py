"""Papers as PDF: certificates, sheets, reports. Typst sets them with the fonts of this package, never with the machine's.

A template is a `.typ` file of the package, named from the package folder ("training/documents/certificate.typ"). It gets
its data as JSON (`#let data = json(bytes(sys.inputs.data))`), so nothing that a person typed is ever read as markup.
What templates share stands in `foundation/document_parts/`, imported as "/foundation/document_parts/paper.typ".
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Lock
from typing import Any

import segno
import typst
from django.core.serializers.json import DjangoJSONEncoder

from openodop.foundation import weave

PACKAGE = Path(__file__).resolve().parent.parent
FONTS = Path(__file__).resolve().parent / "fonts"
#: stands in the file as its date where the record gives none: the same record gives the same bytes
NO_DATE = date(2000, 1, 1)

# One compiler a process: fonts are read once and unchanged parts of a template are not set again.
# It cannot serve two threads at a time.
_lock = Lock()
_compiler: typst.Compiler | None = None


class DocumentError(Exception):
    """A template cannot be set, or asks for a font that the package does not have. Always a mistake of ours."""


def render(template: Path | str, data: Mapping[str, Any], *, made_on: date = NO_DATE) -> bytes:
    """Return the PDF of `template` filled with `data` (JSON values, dates and lazily translated text).

    `made_on` is the date of the record that the paper shows, not the day of printing.
    """
    return _compile(template, data, made_on=made_on, format="pdf")


def pictures(template: Path | str, data: Mapping[str, Any], *, ppi: float = 96) -> list[bytes]:
    """Return each page as PNG, for previews and for tests that look at the page."""
    pages = _compile(template, data, made_on=NO_DATE, format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _compile(template: Path | str, data: Mapping[str, Any], *, made_on: date, **how: Any) -> Any:
    inputs = {"data": json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)}
    timestamp = datetime.combine(made_on, time(), tzinfo=UTC)
    with _lock:
        try:
            result, warnings = _the_compiler().compile_with_warnings(str(PACKAGE / template), sys_inputs=inputs, timestamp=timestamp, **how)
        except typst.TypstError as error:
            raise DocumentError(f"{template}: {error.diagnostic}") from error
    if warnings:
        raise DocumentError(f"{template}: {'; '.join(warning.message for warning in warnings)}")
    return result


def _the_compiler() -> typst.Compiler:
    global _compiler
    if _compiler is None:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        _compiler = typst.Compiler(root=str(PACKAGE), font_paths=fonts)
    return _compiler


def band(code: str, *, repeats: int = 9) -> str:
    """Return the woven band of a place as SVG for paper, with a thin line above and below; `repeats` patterns side by side."""
    name, number = weave.of_place(code)
    ground, first, second, third = weave.COLOURWAYS[number]
    width, height = weave.COLUMNS * repeats, weave.BAND_ROWS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" shape-rendering="crispEdges">'
        f'<path fill="{ground}" d="M0 0h{width}v{height}h-{width}z"/>'
        f'<path fill="{second}" d="M0 0h{width}v1h-{width}zM0 {height - 1}h{width}v1h-{width}z"/>'
        f'<path fill="{first}" d="{_cells(name, "#", repeats)}"/><path fill="{second}" d="{_cells(name, "o", repeats)}"/>'
        f'<path fill="{third}" d="{_cells(name, "x", repeats)}"/></svg>'
    )


def _cells(chart: str, sign: str, repeats: int) -> str:
    """Return the path of all cells of one colour; runs go on from pattern to pattern, so that no seam shows."""
    rows = (row * repeats for row in weave.chart(chart))
    runs = ((run.start(), y, run.end() - run.start()) for y, row in enumerate(rows, start=2) for run in re.finditer(re.escape(sign) + "+", row))
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs)


def mark() -> str:
    """Return the platform's mark as SVG, in the colours for white paper."""
    return (PACKAGE / "foundation" / "static" / "foundation" / "mark.svg").read_text()


def qr(text: str) -> str:
    """Return a QR code as SVG with its quiet zone of four cells on white."""
    written = io.BytesIO()
    segno.make(text, error="m", micro=False).save(written, kind="svg", border=4, light="#fff", xmldecl=False, nl=False)
    return written.getvalue().decode()
