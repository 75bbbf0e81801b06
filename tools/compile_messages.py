"""Compile every translation that changed; needs no gettext. `python tools/compile_messages.py`"""

from __future__ import annotations

from pathlib import Path

import polib

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "openodop"


def compile_changed(package: Path = PACKAGE) -> list[Path]:
    """Write each .mo that is missing or older than its .po and return those written."""
    written = []
    for source in package.glob("**/LC_MESSAGES/django.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written.append(target)
    return written


if __name__ == "__main__":
    compile_changed()
