"""Are the collected sentences up to date, and is every one translated into Lao? `python tools/check_messages.py`"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import polib
from messages import LANGUAGES, PACKAGE, collect


def sentences(file: Path) -> set[tuple[str | None, str]]:
    """Return the context and text of each living entry."""
    return {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(file)) if not entry.obsolete} if file.exists() else set()


def faults_of(room: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / room.name
        shutil.copytree(room, copy, ignore=shutil.ignore_patterns("static", "data", "fonts", "libraries", "*.mo"))
        collect(copy)
        faults = []
        for language in LANGUAGES:
            kept = sentences(room / "locale" / language / "LC_MESSAGES" / "django.po")
            fresh = sentences(copy / "locale" / language / "LC_MESSAGES" / "django.po")
            faults += [f"{room.name} {language}: not collected yet: {text!r}" for _, text in sorted(fresh - kept, key=str)]
            faults += [f"{room.name} {language}: no longer used: {text!r}" for _, text in sorted(kept - fresh, key=str)]
    return faults + lao_gaps(room)


def lao_gaps(room: Path) -> list[str]:
    file = room / "locale" / "lo" / "LC_MESSAGES" / "django.po"
    if not file.exists():
        return []
    return [f"{room.name} lo: no translation: {entry.msgid!r}" for entry in polib.pofile(str(file)) if not entry.obsolete and not entry.translated()]


def main() -> int:
    rooms = sorted(child for child in PACKAGE.iterdir() if (child / "__init__.py").exists())
    faults = [fault for room in rooms for fault in faults_of(room)]
    print("\n".join(faults[:60] + ([f"… and {len(faults) - 60} more"] if len(faults) > 60 else [])))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
